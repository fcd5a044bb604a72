"""A Document becomes a Report."""

from collections.abc import Sequence
from dataclasses import replace

from tourview.readers.document import Document
from tourview.report import Passage, Progress, Report, language_of
from tourview.structure.facts import date_of, facts_of, organization_of
from tourview.structure.freezing import frozen
from tourview.structure.kinds import assign_kinds
from tourview.structure.notices import notices_of
from tourview.structure.openings import Opening, openings_of
from tourview.structure.outline import nested
from tourview.structure.portions import between
from tourview.structure.sites import sites_of
from tourview.structure.titles import Title, title_headings, title_of
from tourview.structure.unnumbered import with_unnumbered


def build_report(document: Document, progress: Progress | None = None) -> Report:
    """The report a document holds: its tree of sections, its facts and its notices.

    Every own span lies where the last one ended, from 0 to the length of the text. Figures and links are left empty.

    Args:
        document: What a reader made of the file.
        progress: Told the share done, 0 to 1, every now and then; may raise to cancel.
    """
    openings = openings_of(document.blocks, between(progress, 0, 0.3))
    title = title_of(document, openings)
    openings = openings[title_headings(document.blocks, openings) :]
    openings = with_unnumbered(document.blocks, openings, (*title.blocks, *title.repeats))
    first = openings[0].block if openings else len(document.blocks)
    chapters = nested(openings, _paragraphs_between(document, openings))
    assign_kinds(chapters, document.text, between(progress, 0.3, 0.4))
    sections = frozen(
        _lead_paragraphs(document, title, first), chapters, len(document.text), between(progress, 0.4, 0.7)
    )
    lead = sections[0].paragraphs
    report = Report(
        title=title.text,
        text=document.text,
        language=language_of(document.text),
        source=document.source,
        sections=sections,
        organization=document.metadata.organization or organization_of(document.blocks, lead),
        date=document.metadata.date or date_of(document.blocks, first),
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
    if progress:
        progress(1.0)
    return replace(report, facts=facts, notices=notices)


def _span(document: Document, place: int) -> tuple[int, int]:
    passage = document.blocks[place].passage
    return passage.start, passage.end


def _lead_paragraphs(document: Document, title: Title, first: int) -> list[Passage]:
    left_out = {*title.blocks, *title.repeats}
    return [block.passage for place, block in enumerate(document.blocks[:first]) if place not in left_out]


def _paragraphs_between(document: Document, openings: Sequence[Opening]) -> list[list[Passage]]:
    """For each opening the passages of the blocks between its heading and the next opening."""
    following = (*(opening.block for opening in openings[1:]), len(document.blocks))
    return [
        [block.passage for block in document.blocks[opening.last + 1 : end]]
        for opening, end in zip(openings, following, strict=False)
    ]
