"""Which hits a person wants to see first."""

from collections.abc import Iterable
from typing import NamedTuple

from tourview.report import Kind, Report, Span, fold
from tourview.search.query import Query
from tourview.search.result import Hit

WANTED = frozenset((Kind.LESSON, Kind.GAP, Kind.COMMITMENT))
"""The kinds that come before the rest."""
LOOKED_AT = 100_000
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
    ranking = Ranking(query)
    return sorted(hits, key=lambda hit: _rank(ranking, report, hit))


def rank(report: Report, query: Query, hit: Hit) -> Rank:
    """The rank of a hit, to be compared with those of other hits of the same query."""
    return _rank(Ranking(query), report, hit)


def _rank(ranking: "Ranking", report: Report, hit: Hit) -> Rank:
    section = hit.section
    heading = section.heading
    start, end = section.own_span
    return ranking.rank(
        own=fold(report.text[start : min(end, start + LOOKED_AT)]) if ranking.reads else "",
        heading=fold(section.title),
        headed=heading is not None and bool(hit.spans) and heading.start <= hit.spans[0][0] < heading.end,
        kind=section.kind,
        span=(start, end),
        count=hit.count,
    )


class Ranking:
    """What a query makes of hits."""

    def __init__(self, query: Query) -> None:
        typed = [" ".join(term.parts) for term in query.terms]
        self._letters = [word for word in typed if word.isascii() and word.isalpha()]
        self._headings = {_squeezed(word) for word in (*typed, "".join(typed))}
        self._together = _squeezed(" ".join(typed)) if len(typed) > 1 else ""
        self.reads = bool(self._letters or self._together)
        """Whether `rank` looks into a section's text."""

    def rank(self, *, own: str, heading: str, headed: bool, kind: Kind | None, span: Span, count: int) -> Rank:
        """The rank of a hit.

        Args:
            own: The beginning of the section's own text, folded: `LOOKED_AT` code points; read only if `reads`.
            heading: Its heading's words, folded; read only if `headed`.
            headed: Whether the first occurrence stands in the heading.
            kind: Its kind.
            span: Its own span.
            count: How many occurrences there are.
        """
        start, end = span
        return Rank(
            by_sound=bool(self._letters) and not any(word in own for word in self._letters),
            elsewhere=not headed,
            aside=kind not in WANTED,
            partial=not headed or _squeezed(heading) not in self._headings,
            scattered=bool(self._together) and self._together not in _squeezed(own),
            thinness=(end - start) / count if count else float(end - start),
            place=start,
        )


def _squeezed(folded: str) -> str:
    return "".join(folded.split())
