"""What a search found, ready to be printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tourview.cli.search_call import Request
from tourview.cli.surroundings import Line, Surroundings
from tourview.report import Kind, Report, Span
from tourview.search import Excerpt, Hit, Spans, find, hit_excerpt, ranked
from tourview.search.ranking import Rank, rank


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


class Counts(NamedTuple):
    """How much was found in a report."""

    path: str
    report: str
    total: int
    sections: int


class Found(NamedTuple):
    """How much was found in a report, and the hits, the best first, made as they are asked for."""

    counts: Counts
    rows: Iterator[Row]


class Best(NamedTuple):
    """The best hits, those of one report after those of another, and how many there are of all."""

    total: int
    sections: int
    hits: list[Ranked]


def found_in(path: str, report: Report, request: Request) -> Found:
    """What is found in a report; `path` is what it was called in the call."""
    result = find(report, request.query, request.kinds)
    rows = _rows(path, report, ranked(report, result.query, result.hits), request)
    return Found(Counts(path, report.title, result.total, len(result.hits)), rows)


def counts_in(path: str, report: Report, request: Request) -> Counts:
    """How much is found in a report."""
    result = find(report, request.query, request.kinds)
    return Counts(path, report.title, result.total, len(result.hits))


def best_in(path: str, report: Report, request: Request) -> Best:
    """As many of the best hits in a report as are wanted at most."""
    result = find(report, request.query, request.kinds)
    hits = ranked(report, result.query, result.hits)[: request.limit]
    ranks = [rank(report, result.query, hit) for hit in hits]
    rows = _rows(path, report, hits, request)
    return Best(result.total, len(result.hits), [Ranked(*pair) for pair in zip(ranks, rows, strict=True)])


def _rows(path: str, report: Report, hits: Iterable[Hit], request: Request) -> Iterator[Row]:
    around = None if request.context is None else Surroundings(report, request.context)
    for hit in hits:
        section = hit.section
        lines = around.around(section.ref, spans_or_start(hit.spans, section.span[0])) if around else ()
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


def spans_or_start(spans: Spans, start: int) -> Sequence[Span]:
    """Where a hit is; the section's beginning if the query has no words to find."""
    return spans or ((start, start),)
