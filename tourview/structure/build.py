"""A Document becomes a Report."""

from dataclasses import replace

from tourview.readers.document import Document
from tourview.readers.portions import between
from tourview.report import Progress, Report, language_of
from tourview.structure.facts import date_of, facts_of, organization_of
from tourview.structure.figures.finding import figures_of
from tourview.structure.kinds.assigning import announced_kinds, assign_kinds
from tourview.structure.notices.finding import notices_of
from tourview.structure.outline.freezing import frozen
from tourview.structure.outline.recovery import outline_of
from tourview.structure.sites import sites_of
from tourview.tracing import suggested_links

_PAGE_LINES = 60  # of the page around a report, among which its date is looked for


def build_report(document: Document, progress: Progress | None = None) -> Report:
    """The report a document holds: its tree of sections, its facts, figures, notices and the links its words suggest.

    Every own span lies where the last one ended, from 0 to the length of the text.

    Args:
        document: What a reader made of the file.
        progress: Told the share done, 0 to 1, every now and then; may raise to cancel.
    """
    report = _recovered(document, between(progress, 0, 0.9))  # by now the tree it was made from is let go
    report = replace(report, figures=figures_of(report, between(progress, 0.9, 0.98)))
    links = suggested_links(report, between(progress, 0.98, 1))
    if progress:
        progress(1.0)
    return report.with_links(links)


def _recovered(document: Document, progress: Progress | None) -> Report:
    """The report without its figures and links."""
    outline = outline_of(document, between(progress, 0, 0.3))
    document, title, chapters, first = outline.document, outline.title, outline.chapters, outline.first
    language = language_of(document.text)
    assign_kinds(
        chapters,
        document.text,
        announced_kinds(title.text, outline.lead),
        latin=language != "zh",
        progress=between(progress, 0.3, 0.4),
    )
    sections = frozen(outline.lead, chapters, len(document.text), between(progress, 0.4, 0.7))
    lead = sections[0].paragraphs
    report = Report(
        title=title.text,
        text=document.text,
        language=language,
        source=document.source,
        sections=sections,
        organization=document.metadata.organization or organization_of(document.blocks, lead),
        date=document.metadata.date or date_of(document.blocks, first, _page(document)),
    )
    sites = sites_of(report.reading_order, len(document.text), between(progress, 0.7, 0.75))
    facts = facts_of(title.text, lead, sites, document.text, between(progress, 0.75, 0.8))
    facts = replace(
        facts,
        party=document.metadata.party or facts.party,
        destinations=document.metadata.destinations or facts.destinations,
    )
    repeats = [_span(document, place) for place in title.repeats]
    notices = notices_of(report, document, chapters, repeats, between(progress, 0.8, 1))
    return replace(report, facts=facts, notices=notices)


def _page(document: Document) -> list[str]:
    """The first lines of the page that the report was saved from, which are no part of it."""
    return [document.text[start:end] for start, end in document.chrome[:_PAGE_LINES]]


def _span(document: Document, place: int) -> tuple[int, int]:
    passage = document.blocks[place].passage
    return passage.start, passage.end
