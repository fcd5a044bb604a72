"""Searching one report: exact, on its folded text, for any length of query."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from heapq import merge
from itertools import chain
from typing import NamedTuple

from tourview.report import Kind, Progress, Report, Section, Span
from tourview.search.folded import CHUNK, Joined, fold_report, join_passages
from tourview.search.occurrences import across_breaks, occurrences
from tourview.search.quantity_forms import pattern_of, written
from tourview.search.query import Query, Term, parse
from tourview.search.result import Hit, Result, Spans
from tourview.search.sounding import in_stretches, initials_of, sound_of, sounding


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

        A section does if it holds a term of every group and no excluded one, and is one that the query's scopes
        admit. A term is looked for in the source, and in passages as they read where the source breaks their words;
        one that is a quantity also in the other ways to write it; one that is pinyin also by its sound; one that can
        only be a row of initials in the headings, unless the report has it as it is. A query without positive terms
        finds the sections it admits, with a count of 0; an empty one finds nothing.

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
        return _search(query, self._prepared, self.report, _in_scope(self.report, query, kinds), meter)


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
    if query.empty or not query.admits_report(report.title, report.source.name):
        return ()
    if not (query.scoped or kinds):
        return report.reading_order
    wanted = query.kinds & set(kinds) if query.kinds and kinds else query.kinds or frozenset(kinds or ())
    having = [_refs_having(report, feature) for feature in query.features]
    return [
        section
        for section in report.reading_order
        if (section.kind in wanted or not (query.kinds or kinds))
        and query.admits_ref(section.ref)
        and all(section.ref in refs for refs in having)
    ]


def _refs_having(report: Report, feature: str) -> frozenset[str]:
    """The refs of the sections that have something of `query.FEATURES`."""
    found = {
        "figure": (figure.ref for figure in report.figures),
        "link": (ref for link in report.links for ref in (link.source, link.target)),
        "notice": (notice.ref for notice in report.notices),
        "site": (site.ref for site in report.facts.sites),
    }
    return frozenset(found[feature])


def _search(query: Query, prepared: _Prepared, report: Report, sections: Sequence[Section], meter: _Meter) -> Result:
    more = {term: _beyond_the_letters(prepared, report, term, meter) for term in (*query.terms, *query.excluded)}
    starts, ends = array("I"), array("I")
    found: list[tuple[Section, int, int]] = []

    def within(section: Section, term: Term) -> Iterator[Span]:
        return occurrences(prepared.text, term, section.own_span, more[term], meter.add)

    def holds(section: Section, term: Term) -> bool:
        return next(within(section, term), None) is not None

    for section in sections:
        if any(holds(section, term) for term in query.excluded):
            continue
        if not all(any(holds(section, term) for term in group) for group in query.groups):
            continue
        first = len(starts)
        every = [within(section, term) for term in query.terms]
        for start, end in every[0] if len(every) == 1 else sorted(chain(*every)):
            starts.append(start)
            ends.append(end)
        found.append((section, first, len(starts)))

    hits = tuple(Hit(section, last - first, Spans(starts, ends, first, last)) for section, first, last in found)
    return Result(query, len(starts), hits, Spans(starts, ends))


def _beyond_the_letters(prepared: _Prepared, report: Report, term: Term, meter: _Meter) -> list[Span]:
    """Where the term occurs though it does not stand there: over a break of the source, by its sound, as a number."""
    found = across_breaks(prepared.joined, term, meter.add)
    sound = sound_of(term)
    if sound is not None:
        sections = (section.own_span for section in report.reading_order)
        return list(merge(found, sounding(prepared.text, sound, sections, meter.add)))
    quantity = pattern_of(term)
    if quantity is not None:
        sections = (section.own_span for section in report.reading_order)
        return list(merge(found, written(prepared.text, quantity, sections, meter.add)))
    row = initials_of(term)
    if row is None or found or term.parts[0] in prepared.text:
        return found
    headings = (section.heading for section in report.reading_order if section.heading)
    return list(in_stretches(prepared.text, row, chain.from_iterable(heading.source_spans() for heading in headings)))
