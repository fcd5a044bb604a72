"""A Document becomes a Report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tourview.readers.document import Document
from tourview.report import Passage, Report, Section, section_id
from tourview.structure.facts import date_of, facts_of, organization_of
from tourview.structure.kinds import assign_kinds
from tourview.structure.language import language_of
from tourview.structure.notices import notices_of
from tourview.structure.openings import Opening, openings_of
from tourview.structure.outline import Node, nested
from tourview.structure.portions import Progress
from tourview.structure.sites import sites_of
from tourview.structure.titles import Title, has_title_heading, title_of
from tourview.structure.unnumbered import with_unnumbered

_SHARES = (0.5, 0.7)  # of the work: when the tree stands, when the report does


def build_report(document: Document, progress: Progress | None = None) -> Report:
    """The report a document holds: its tree of sections, its facts and its notices.

    Every own span lies where the last one ended, from 0 to the length of the text. Figures and links are left empty.

    Args:
        document: What a reader made of the file.
        progress: Told the share done, 0 to 1, every now and then; may raise to cancel.
    """
    openings = openings_of(document.blocks)
    title = title_of(document, openings)
    if has_title_heading(openings):
        openings = openings[1:]
    openings = with_unnumbered(document.blocks, openings, (*title.blocks, *title.repeats))
    first = openings[0].block if openings else len(document.blocks)
    lead = _lead_paragraphs(document, title, first)
    chapters = nested(openings, _paragraphs_between(document, openings))
    _tell(progress, _SHARES[0])
    length = len(document.text)
    assign_kinds(chapters, document.text, _ends(chapters, length))
    roots = [Node(None, 0, lead), *chapters] if not chapters or chapters[0].start else chapters
    sections = tuple(_frozen_chapters(roots, length))
    _tell(progress, _SHARES[1])
    facts_lead = sections[0].paragraphs
    report = Report(
        title=title.text,
        text=document.text,
        language=language_of(document.text),
        source=document.source,
        sections=sections,
        organization=organization_of(document.blocks, facts_lead),
        date=date_of(document.blocks, first),
    )
    facts = facts_of(title.text, facts_lead, sites_of(iter(report.reading_order)), document.text)
    repeats = [_span(document, place) for place in title.repeats]
    scanning = None if progress is None else _from(progress, _SHARES[1])
    notices = notices_of(report, document, chapters, repeats, scanning)
    _tell(progress, 1.0)
    return replace(report, facts=facts, notices=notices)


def _tell(progress: Progress | None, share: float) -> None:
    if progress:
        progress(share)


def _from(progress: Progress, start: float) -> Progress:
    """Progress told on the scale from `start` to 1."""
    return lambda share: progress(start + (1 - start) * share)


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


def _ends(siblings: Sequence[Node], end: int) -> list[int]:
    """Where each of the siblings ends: at the next one's start, the last at `end`."""
    return [*(sibling.start for sibling in siblings[1:]), end] if siblings else []


def _frozen_chapters(roots: Sequence[Node], length: int) -> Iterator[Section]:
    seen: Counter[str] = Counter()
    number = 0
    for root, end in zip(roots, _ends(roots, length), strict=True):
        number += root.opening is not None
        yield _frozen(root, str(number), 1, end, seen)


def _frozen(node: Node, ref: str, level: int, end: int, seen: Counter[str]) -> Section:
    """The section a node stands for, with what lies inside it; `end` is where it ends in the source."""
    opening = node.opening
    identity = section_id(node.heading, (paragraph.text for paragraph in node.paragraphs), seen)
    ends = _ends(node.children, end)
    children = tuple(
        _frozen(child, f"{ref}.{number}", level + 1, child_end, seen)
        for number, (child, child_end) in enumerate(zip(node.children, ends, strict=True), start=1)
    )
    return Section(
        ref=ref,
        id=identity,
        label=opening.label if opening else "",
        heading=opening.heading if opening else None,
        level=level,
        kind=node.kind,
        paragraphs=tuple(node.paragraphs),
        span=(node.start, end),
        own_end=children[0].span[0] if children else end,
        children=children,
    )
