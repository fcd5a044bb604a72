"""What the lessons, gaps and commitments of a report say, as far as it is compared."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tourview.report import Figure, Kind, Passage, Report, Section
from tourview.tracing.link_words import link_words
from tourview.tracing.phrases import Run, joined, runs_of

LINKED = (Kind.LESSON, Kind.GAP, Kind.COMMITMENT)
"""The kinds that are linked, each with those after it."""
_BUDGET = 80_000  # code points compared in all, so that a report of any size takes no more time than that
_MOST = 2_000  # sections that are compared; a text with more is no report
_NAMED = re.compile("([\u4e00-\u9fff]{2,3}?)(?:自治区|新区|省|市|县|州)")
_OFTEN = 2  # times that a name is met before it is believed to be one


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a section, with neither its children's nor its figures.

    Attributes:
        section: The section.
        runs: Its heading and paragraphs as runs.
        text: The same as one text.
        heading: The heading alone.
    """

    section: Section
    runs: tuple[Run, ...]
    text: str
    heading: str


def compared(report: Report) -> list[Words]:
    """The single lessons, gaps and commitments, in reading order; of very long or very many only the openings.

    Figures are left out: that two passages count in 万元 does not link them.
    """
    sections = linked_sections(report)[:_MOST]
    room = _BUDGET // max(1, len(sections))
    figures: dict[str, list[Figure]] = {section.ref: [] for section in sections}
    for figure in report.figures:
        if figure.ref in figures:
            figures[figure.ref].append(figure)
    return [_words(section, figures[section.ref], room) for section in sections]


def linked_sections(report: Report) -> list[Section]:
    """The single lessons, gaps and commitments of a report, those that hold no smaller ones, in reading order."""
    leaves = chain.from_iterable(report.leaves_by_kind.get(kind, ()) for kind in LINKED)
    return sorted(leaves, key=lambda section: report.positions[section.ref])


def _words(section: Section, figures: Sequence[Figure], room: int) -> Words:
    heading = tuple(_runs((section.heading,), figures, room)) if section.heading else ()
    body = tuple(_runs(section.paragraphs, figures, room - len(section.title)))
    return Words(section, heading + body, joined(heading + body), joined(heading))


def _runs(passages: Sequence[Passage], figures: Sequence[Figure], room: int) -> Iterator[Run]:
    for passage in passages:
        if room <= 0:
            return
        at = 0
        for figure in figures:
            if passage.start <= figure.span[0] < figure.span[1] <= passage.end:
                yield from runs_of(passage.text[at : min(room, passage.from_source(figure.span[0]))])
                at = passage.from_source(figure.span[1])
        yield from runs_of(passage.text[at:room])
        room -= len(passage.text)


def place_names(report: Report, words: Sequence[Words]) -> frozenset[str]:
    """The names of places in a report, without what says what kind of a place it is: 毕节 of 毕节市."""
    told = link_words()
    found = Counter(name[1] for section in words for name in _NAMED.finditer(section.text))
    often = {
        name
        for name, times in found.items()
        if times >= _OFTEN and name[0] not in told.edges and name[:2] not in told.common
    }
    stated = chain(report.facts.destinations, (site.region for site in report.facts.sites))
    return frozenset(often | {run for name in stated for run in runs_of(name) if isinstance(run, str)})
