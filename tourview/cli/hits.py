"""What a search found, ready to be printed: in a report that was opened, or told by the index of a library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tourview.cli.search_call import Request
from tourview.cli.surroundings import Line, Surroundings
from tourview.report import Kind, Report, Span, fold
from tourview.search import Excerpt, Hit, find, hit_excerpt, ranked
from tourview.search.index import LibraryHit
from tourview.search.ranking import LOOKED_AT, Rank, Ranking, rank
from tourview.search.result import Result, Spans


@dataclass(frozen=True, slots=True)
class Row:
    """A hit, ready to be printed.

    Attributes:
        path: The file, as it was named in the call, or below the folder that was.
        report: The report's title.
        ref: The section's ref, kind, label and heading are as `Section` has them.
        count: How often the query's words occur in it.
        spans: Where, in the report's text.
        excerpt: The passage around the first occurrence.
        lines: The paragraphs around what was found, where they were asked for; None where some are left out between.
    """

    path: str
    report: str
    ref: str
    kind: Kind | None
    label: str
    heading: str
    count: int
    spans: Spans
    excerpt: Excerpt
    lines: tuple[Line | None, ...] = ()


class Ranked(NamedTuple):
    """A hit with what tells its place among those of other reports; lower ranks come first."""

    rank: Rank
    row: Row


class Found(NamedTuple):
    """How much was found in a report, and the hits, the best first, made as they are asked for."""

    path: str
    report: str
    total: int
    sections: int
    rows: Iterator[Row]


def found_in(path: str, report: Report, request: Request) -> Found:
    """What is found in a report; `path` is what it was called in the call."""
    result = find(report, request.query, request.kinds)
    rows = _rows(path, report, ranked(report, result.query, result.hits), request)
    return Found(path, report.title, result.total, len(result.hits), rows)


def best_in(path: str, report: Report, request: Request) -> tuple[Result, list[Ranked]]:
    """All that is found in a report, and as many of the best hits as are wanted at most."""
    result = find(report, request.query, request.kinds)
    hits = ranked(report, result.query, result.hits)[: request.limit]
    ranks = [rank(report, result.query, hit) for hit in hits]
    return result, [Ranked(*pair) for pair in zip(ranks, _rows(path, report, hits, request), strict=True)]


def _rows(path: str, report: Report, hits: Iterable[Hit], request: Request) -> Iterator[Row]:
    around = None if request.context is None else Surroundings(report, request.context)
    for hit in hits:
        section = hit.section
        lines = around.around(section.ref, _places(hit.spans, section.span[0])) if around else ()
        yield Row(
            path,
            report.title,
            section.ref,
            section.kind,
            section.label,
            section.title,
            hit.count,
            hit.spans,
            hit_excerpt(report, hit),
            lines,
        )


class LibraryRows:
    """Hits of a library made rows.

    Args:
        request: What is asked for.
        path_of: What a report of the library is to be called.
        opened: Opens the report of a hit; None where that cannot be done any more.
    """

    def __init__(
        self, request: Request, path_of: Callable[[LibraryHit], str], opened: Callable[[LibraryHit], Report | None]
    ) -> None:
        self._reach = request.context
        self._ranking = Ranking(request.query)
        self._path_of = path_of
        self._opened = opened
        self._around: tuple[str, Report, Surroundings] | None = None

    def row(self, hit: LibraryHit) -> Row:
        """A hit as a row; those of one report are best asked for together, where paragraphs are to be shown."""
        return Row(
            self._path_of(hit),
            hit.entry.title,
            hit.ref,
            hit.kind,
            hit.label,
            hit.heading,
            hit.count,
            hit.spans,
            hit.excerpt(),
            () if self._reach is None else self._lines(hit, self._reach),
        )

    def ranked(self, hit: LibraryHit) -> Ranked:
        """A hit with its rank, the one it has in the opened report."""
        place = self._ranking.rank(
            own=fold(hit.text[:LOOKED_AT]) if self._ranking.reads else "",
            heading=fold(hit.heading),
            headed=_is_headed(hit),
            kind=hit.kind,
            span=(hit.start, hit.start + len(hit.text)),
            count=hit.count,
        )
        return Ranked(place, self.row(hit))

    def _lines(self, hit: LibraryHit, reach: int) -> tuple[Line | None, ...]:
        """The paragraphs around a hit; none if the file is not any more what the index knows."""
        path = self._path_of(hit)
        if self._around is None or self._around[0] != path:
            report = self._opened(hit)
            if report is None:
                return ()
            self._around = path, report, Surroundings(report, reach)
        _path, report, around = self._around
        if report.text[hit.start : hit.start + len(hit.text)] != hit.text:
            return ()
        return around.around(hit.ref, _places(hit.spans, hit.start))


def _places(spans: Spans, start: int) -> Sequence[Span]:
    """Where a hit is; the section's beginning if the query has no words to find."""
    return spans or ((start, start),)


def _is_headed(hit: LibraryHit) -> bool:
    """Whether the first occurrence of a hit stands in the heading."""
    if not hit.spans or not hit.heading:
        return False
    first = hit.spans[0][0]
    for slices in hit.broken:
        if "".join(hit.text[start - hit.start : end - hit.start] for start, end in slices) == hit.heading:
            return slices[0][0] <= first < slices[-1][1]
    at = hit.text.find(hit.heading)
    return at >= 0 and hit.start + at <= first < hit.start + at + len(hit.heading)
