"""A search in progress: what was typed, what it found in the current view, and where one stands among the hits."""

from array import array
from collections.abc import Mapping

from tourview.i18n import _, ngettext
from tourview.report import Kind, Progress, Report, Span
from tourview.search import NO_SPANS, Hit, Query, Result, Searcher, Spans, parse

_MODEST = 300_000, 2_000
"""Code points and sections up to which a report is searched at once, between two keys; beyond, in a worker."""


class Finding:
    """The state of the search in one report.

    The whole report is searched; a view only picks from what was found, so that the counts of the other kinds are
    known and switching views costs nothing.
    """

    def __init__(self, report: Report) -> None:
        self._searcher = Searcher(report)
        self._report = report
        self._query: Query = parse("")
        self._result: Result | None = None
        self._hits: tuple[Hit, ...] = ()
        self._spans = NO_SPANS
        self._at: int | None = None
        self.kind: Kind | None = None
        self.text = ""

    @property
    def active(self) -> bool:
        """Whether something is being searched for."""
        return self._result is not None

    @property
    def modest(self) -> bool:
        """Whether the report is small enough to be searched between two keys."""
        return len(self._report.text) <= _MODEST[0] and len(self._report.reading_order) <= _MODEST[1]

    @property
    def spans(self) -> Spans:
        """Every hit's place in the source, in reading order, within the view."""
        return self._spans

    @property
    def current(self) -> Span | None:
        """The hit one stands at."""
        return None if self._at is None else self._spans[self._at]

    @property
    def ignored(self) -> tuple[str, ...]:
        """The parts of the query that mean nothing, for the person to see."""
        return self._query.ignored

    def look_for(self, text: str, progress: Progress | None = None) -> Result | None:
        """Search for a query; None for one that asks for nothing. Does not change the state: see `take`.

        Args:
            text: The query as typed.
            progress: Told the share of the work done; it may raise to stop.
        """
        query = parse(text)
        return None if query.empty else self._searcher.find(query, progress=progress)

    def take(self, text: str, result: Result | None) -> None:
        """Make a result of `look_for` the current one; one stands at none of its hits yet."""
        self.text = text
        self._query = parse(text) if result is None else result.query
        self._result = result
        self._pick()

    def scope(self, kind: Kind | None) -> None:
        """Keep to the sections of one kind, or take all."""
        self.kind = kind
        self._pick()

    def clear(self) -> None:
        """Search for nothing."""
        self.take("", None)

    def _pick(self) -> None:
        self._at = None
        if self._result is None or self.kind is None:
            self._hits = self._result.hits if self._result else ()
            self._spans = self._result.spans if self._result else NO_SPANS
            return
        self._hits = tuple(hit for hit in self._result.hits if hit.section.kind is self.kind)
        found = [span for hit in self._hits for span in hit.spans]
        self._spans = Spans(array("I", [start for start, _end in found]), array("I", [end for _start, end in found]))

    def leave(self) -> None:
        """Stand at no hit any more: one has gone elsewhere, and goes on from there."""
        self._at = None

    def counts(self) -> Mapping[str, int] | None:
        """Hits by ref within the view; None when nothing is searched for."""
        return {hit.section.ref: hit.count for hit in self._hits} if self.active else None

    def count_by_kind(self) -> Mapping[Kind | None, int]:
        """Hits by kind over the whole report."""
        return self._result.by_kind if self._result else {}

    def stand_at(self, offset: int) -> Span | None:
        """Stand at the first hit at or after a source offset, or at the first of all if there is none after."""
        if not self._spans:
            return None
        self._at = self._spans.index_from(offset) % len(self._spans)
        return self.current

    def step(self, direction: int, offset: int) -> Span | None:
        """Go to the next (1) or previous (-1) hit, round the end; from `offset` if one stands at none yet."""
        if not self._spans:
            return None
        if self._at is not None:
            self._at = (self._at + direction) % len(self._spans)
        elif direction > 0:
            self._at = self._spans.index_from(offset) % len(self._spans)
        else:
            self._at = (self._spans.index_from(offset) - 1) % len(self._spans)
        return self.current

    def status(self) -> str:
        """`3rd of 18 hits in 12 sections`, in the interface language."""
        if self.ignored or not self.active:
            return not_understood(self._query)
        if not self._hits:
            return _("nothing found")
        where = ngettext("{count} section", "{count} sections", len(self._hits)).format(count=len(self._hits))
        if not self._spans:
            return where
        total = len(self._spans)
        if self._at is None:
            return ngettext("{total} hit in {sections}", "{total} hits in {sections}", total).format(
                total=total, sections=where
            )
        told = ngettext("{ordinal} of {total} hit in {sections}", "{ordinal} of {total} hits in {sections}", total)
        return told.format(ordinal=_ordinal(self._at + 1), total=total, sections=where)


def not_understood(query: Query) -> str:
    """`not understood: @nothing`, in the interface language: the parts that mean nothing; empty if there are none."""
    return _("not understood: {parts}").format(parts=" ".join(query.ignored)) if query.ignored else ""


def _ordinal(number: int) -> str:
    """`3rd`; the Chinese catalogue has the bare number between 第 and 处."""
    if 10 <= number % 100 <= 20:
        return _("{number}th").format(number=number)
    # Translators: an ordinal; Chinese has the bare number, which stands between 第 and 处.
    endings = {1: _("{number}st"), 2: _("{number}nd"), 3: _("{number}rd")}
    return endings.get(number % 10, _("{number}th")).format(number=number)
