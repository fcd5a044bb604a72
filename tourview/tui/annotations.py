"""What is to be told beside a report's text, its notices and its figures, found by place."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate

from tourview.report import Figure, Notice, Report, Span
from tourview.search import Spans

_WORDS = 30
"""Code points up to which the words of a notice are underlined. What is longer, a paragraph printed twice, is marked in
the margin all along, for an underlined page is hard to read."""


def merged(spans: Iterable[Span]) -> Spans:
    """The spans, given in the order of their starts, as ones that do not overlap; empty ones are left out."""
    starts, ends = array("q"), array("q")
    for start, end in spans:
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        elif start < end:
            starts.append(start)
            ends.append(end)
    return Spans(starts, ends)


def within(spans: Spans, low: int, high: int) -> Spans:
    """Those of spans that do not overlap which reach into [low, high)."""
    first = spans.index_from(low)
    if first and spans[first - 1][1] > low:
        first -= 1
    return spans[first : spans.index_from(high)]


def reaching(spans: Spans, low: int, high: int) -> bool:
    """Whether any of spans that do not overlap reaches into [low, high)."""
    last = spans.index_from(high) - 1
    return last >= 0 and spans[last][1] > low


class Annotations:
    """The notices and figures of one report.

    What is no part of the report (chrome) stands in no line of it, and is only counted.

    Attributes:
        report: The report.
        notices: What a careful reader would flag, in the order of the text, without chrome.
        figures: The figures, in the order of the text.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.notices: Sequence[Notice] = sorted(
            (notice for notice in report.notices if notice.kind != "chrome"), key=lambda notice: notice.span
        )
        self.figures: Sequence[Figure] = sorted(report.figures, key=lambda figure: figure.span)
        self._notice_starts = array("q", (notice.span[0] for notice in self.notices))
        self._figure_starts = array("q", (figure.span[0] for figure in self.figures))

    def beside(self, report: Report) -> "Annotations":
        """The same notices and figures, of the report with other links."""
        other = copy(self)
        other.report = report
        return other

    @cached_property
    def flagged(self) -> Spans:
        """The words to underline."""
        return merged(notice.span for notice in self.notices if notice.span[1] - notice.span[0] <= _WORDS)

    @cached_property
    def long(self) -> Spans:
        """What stands twice and is too long to be underlined."""
        spans = (notice.span for notice in self.notices if notice.kind == "duplicate")
        return merged((start, end) for start, end in spans if end - start > _WORDS)

    @cached_property
    def quantities(self) -> Spans:
        """The words of the figures."""
        return merged(figure.span for figure in self.figures)

    def any_in(self, low: int, high: int) -> bool:
        """Whether a line of [low, high) has anything to be drawn, which most have not."""
        spans = (self.flagged, self.quantities, self.long)
        return bool(self.notices_in(low, high)) or any(reaching(some, low, high) for some in spans)

    def notices_in(self, low: int, high: int) -> range:
        """The places in `notices` of those that begin in [low, high)."""
        return range(bisect_left(self._notice_starts, low), bisect_left(self._notice_starts, high))

    def figures_in(self, low: int, high: int) -> range:
        """The places in `figures` of those that begin in [low, high)."""
        return range(bisect_left(self._figure_starts, low), bisect_left(self._figure_starts, high))

    def notice_at(self, low: int, high: int) -> int | None:
        """The place of the notice to mark a line of [low, high) for: the first to begin there, or a long one it is in.

        None where there is nothing to mark.
        """
        begun = self.notices_in(low, high)
        if begun:
            return begun[0]
        over = within(self.long, low, high)
        return bisect_left(self._notice_starts, over[0][0]) if over else None

    def step(self, direction: int, offset: int, at: int | None = None) -> int | None:
        """The place of the next (1) or previous (-1) notice, round the end; None where there is none.

        Args:
            direction: 1 or -1.
            offset: The source offset one is at.
            at: The place of the notice one stands at; it goes before the offset.
        """
        if not self.notices:
            return None
        if at is not None:
            return (at + direction) % len(self.notices)
        following = bisect_left(self._notice_starts, offset)
        return (following if direction > 0 else following - 1) % len(self.notices)

    def chrome_lines(self, low: int, high: int) -> int:
        """How many lines of chrome begin in [low, high) of the source."""
        starts, lines = self._chrome
        return lines[bisect_left(starts, high)] - lines[bisect_left(starts, low)]

    @cached_property
    def _chrome(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each span of chrome begins, and how many lines stand before it, and in all."""
        spans = self.report.chrome
        counts = (self.report.text.count("\n", *span) + 1 for span in spans)
        return [start for start, _end in spans], list(accumulate(counts, initial=0))
