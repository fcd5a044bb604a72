"""What a search found."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from tourview.report import Kind, Section, Span
from tourview.search.query import Query


class Spans(Sequence[Span]):
    """Source spans in ascending order, 8 bytes each: a short word occurs millions of times in a large report.

    A slice of step 1 shares the numbers. Equal to any other `Spans`, tuple or list of the same spans.
    """

    __slots__ = ("_ends", "_first", "_last", "_starts")

    def __init__(self, starts: "array[int]", ends: "array[int]", first: int = 0, last: int | None = None) -> None:
        self._starts = starts
        self._ends = ends
        self._first = first
        self._last = len(starts) if last is None else last

    def __len__(self) -> int:
        return self._last - self._first

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> "Spans": ...
    def __getitem__(self, index: int | slice) -> "Span | Spans":
        if isinstance(index, slice):
            first, last, step = index.indices(len(self))
            if step != 1:
                raise ValueError("spans are sliced in steps of 1")
            return Spans(self._starts, self._ends, self._first + first, self._first + max(first, last))
        place = range(self._first, self._last)[index]
        return self._starts[place], self._ends[place]

    def __iter__(self) -> Iterator[Span]:
        return ((self._starts[place], self._ends[place]) for place in range(self._first, self._last))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Spans, tuple, list)):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        shown = ", ".join(map(str, self[:10]))
        return f"Spans({shown}{', …' if len(self) > 10 else ''})"

    def index_from(self, offset: int) -> int:
        """The place of the first span that starts at the source offset or after it; the length if there is none."""
        return bisect_left(self._starts, offset, self._first, self._last) - self._first


NO_SPANS = Spans(array("I"), array("I"))
"""Nowhere."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A section whose own span satisfies the query.

    Attributes:
        section: The section.
        count: How often the positive terms occur in its own span, summed; 0 if the query has none.
        spans: Where, ascending; `count` of them. Those of one term do not overlap, those of two terms may.
    """

    section: Section
    count: int
    spans: Spans


@dataclass(frozen=True)
class Result:
    """What a query found in a report.

    Attributes:
        query: What was asked.
        total: The sum of the hits' counts, which is the number of `spans`.
        hits: In reading order.
        spans: Those of all hits, in reading order, for highlighting and for walking from one to the next.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    spans: Spans

    @cached_property
    def by_kind(self) -> Mapping[Kind | None, int]:
        """The number of occurrences in the hits of each kind that has any hit."""
        counts: Counter[Kind | None] = Counter()
        for hit in self.hits:
            counts[hit.section.kind] += hit.count
        return counts
