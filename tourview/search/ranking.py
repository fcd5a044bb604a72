"""Which hits a person wants to see first."""

from collections.abc import Iterable
from typing import NamedTuple

from tourview.report import Kind, Report, fold
from tourview.search.query import Query
from tourview.search.result import Hit

_WANTED = frozenset((Kind.LESSON, Kind.GAP, Kind.COMMITMENT))
_LOOKED_AT = 100_000
"""Code points of a section's own span in which an exact phrase is looked for."""


class Rank(NamedTuple):
    """The place of a hit among others, lower ones first; every field but the last two is 0 for yes and 1 for no.

    Attributes:
        by_sound: Whether letters that were typed stand there only by their sound, not as they are.
        elsewhere: Whether no occurrence is in the heading.
        aside: Whether the section is no lesson, gap or commitment.
        partial: Whether the heading has other words beside those asked for.
        scattered: Whether the words do not stand together anywhere as they were typed.
        thinness: Code points of the section for each occurrence.
        place: Its place in the text.
    """

    by_sound: bool
    elsewhere: bool
    aside: bool
    partial: bool
    scattered: bool
    thinness: float
    place: int


def ranked(report: Report, query: Query, hits: Iterable[Hit]) -> list[Hit]:
    """The hits of a query in the order in which a person wants to see them.

    Headings come first, then lessons, gaps and commitments, then the rest; among equals a heading that is just what was
    asked for, then the exact phrase, then where the words stand closest; then reading order. What has letters as they
    were typed comes before what only sounds so.
    """
    return sorted(hits, key=lambda hit: rank(report, query, hit))


def rank(report: Report, query: Query, hit: Hit) -> Rank:
    """The rank of a hit, to be compared with those of other hits of the same query."""
    section = hit.section
    heading = section.heading
    start, end = section.own_span
    typed = [" ".join(term.parts) for term in query.terms]
    letters = [word for word in typed if word.isascii() and word.isalpha()]
    spans = [hit.spans[0]] if hit.spans else []
    in_heading = heading is not None and any(heading.start <= at < heading.end for at, _end in spans)
    own = fold(report.text[start : min(end, start + _LOOKED_AT)]) if letters or len(typed) > 1 else ""
    return Rank(
        by_sound=bool(letters) and not any(word in own for word in letters),
        elsewhere=not in_heading,
        aside=section.kind not in _WANTED,
        partial=_squeezed(section.title) not in {_squeezed(word) for word in (*typed, "".join(typed))},
        scattered=len(typed) > 1 and _squeezed(" ".join(typed)) not in "".join(own.split()),
        thinness=(end - start) / hit.count if hit.count else float(end - start),
        place=section.span[0],
    )


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())
