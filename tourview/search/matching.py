"""Searching one report: exact, on its folded text, for any length of query."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tourview.report import Kind, Progress, Report, Section, Span
from tourview.search.folded import CHUNK, Joined, fold_report, join_passages
from tourview.search.occurrences import across_breaks, occurrences
from tourview.search.query import Query, Term, parse
from tourview.search.result import Hit, Result, Spans


def find(
    report: Report, query: Query | str, kinds: Collection[Kind] | None = None, progress: Progress | None = None
) -> Result:
    """The sections of the report whose own span satisfies the query. See `Searcher.find`.

    To search the same report more than once, keep a `Searcher`.
    """
    return Searcher(report).find(query, kinds, progress)


class Searcher:
    """A report made ready for searching: folds its text once, at the first search. May be used by several threads."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._prepared: _Prepared | None = None

    def find(
        self, query: Query | str, kinds: Collection[Kind] | None = None, progress: Progress | None = None
    ) -> Result:
        """The sections whose own span, label and marks included, satisfies the query.

        A section does if it holds every positive term and no excluded one, and is of a kind asked for. A term is
        looked for in the source, and in passages as they read where the source breaks their words. A query without
        positive terms finds the sections it admits, with a count of 0; an empty one finds nothing.

        Args:
            query: What to look for, parsed or as typed.
            kinds: The kinds to keep to, besides those the query names; None or nothing for any.
            progress: Told the share that is done; an exception it raises ends the search and reaches the caller.
        """
        query = parse(query) if isinstance(query, str) else query
        asked = len(query.terms) + len(query.excluded)
        meter = _Meter(progress, len(self.report.text) * (asked + (self._prepared is None)))
        if self._prepared is None:
            self._prepared = _Prepared(fold_report(self.report, meter.add), join_passages(self.report))
        return _search(query, self._prepared, _in_scope(self.report, query, kinds), meter)


class _Prepared(NamedTuple):
    text: str
    joined: Joined


class _Meter:
    """Counts the code points looked through, of `total`, and passes the share on now and then."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0
        self._told = 0

    def add(self, count: int) -> None:
        self._done += count
        if self._progress is not None and self._done - self._told >= CHUNK:
            self._told = self._done
            self._progress(min(1.0, self._done / self._total))


def _in_scope(report: Report, query: Query, kinds: Collection[Kind] | None) -> Sequence[Section]:
    if query.empty:
        return ()
    if not (query.kinds or kinds):
        return report.reading_order
    wanted = query.kinds & set(kinds) if query.kinds and kinds else query.kinds or frozenset(kinds or ())
    return [section for section in report.reading_order if section.kind in wanted]


def _search(query: Query, prepared: _Prepared, sections: Sequence[Section], meter: _Meter) -> Result:
    across = {term: across_breaks(prepared.joined, term, meter.add) for term in (*query.terms, *query.excluded)}
    starts, ends = array("I"), array("I")
    found: list[tuple[Section, int, int]] = []

    def within(section: Section, term: Term) -> Iterator[Span]:
        return occurrences(prepared.text, term, section.own_span, across[term], meter.add)

    def holds(section: Section, term: Term) -> bool:
        return next(within(section, term), None) is not None

    for section in sections:
        if any(holds(section, term) for term in query.excluded):
            continue
        if not all(holds(section, term) for term in query.terms):
            continue
        first = len(starts)
        every = [within(section, term) for term in query.terms]
        for start, end in every[0] if len(every) == 1 else sorted(chain(*every)):
            starts.append(start)
            ends.append(end)
        found.append((section, first, len(starts)))

    hits = tuple(Hit(section, last - first, Spans(starts, ends, first, last)) for section, first, last in found)
    return Result(query, len(starts), hits, Spans(starts, ends))
