"""The paragraphs around what was found."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tourview.report import Passage, Report, Section, Span
from tourview.search import excerpt


class Line(NamedTuple):
    """A paragraph or a heading as it is shown.

    Attributes:
        ref: The ref of its section.
        text: Its words; those of a heading with the label before them.
        marks: The spans in `text` that are to be highlighted, ascending.
        holds: Whether it holds any of what was found, and does not only stand beside.
    """

    ref: str
    text: str
    marks: tuple[Span, ...]
    holds: bool


class Surroundings:
    """A report's headings and paragraphs in reading order, to be shown as what stands around a hit.

    Args:
        report: The report.
        reach: How many of them are shown before and after those that hold what was found.
    """

    def __init__(self, report: Report, reach: int) -> None:
        self._report = report
        self._reach = reach
        self._passages = [place for section in report.reading_order for place in _passages(section)]
        self._starts = [place.start for place in self._passages]

    def around(self, ref: str, spans: Sequence[Span]) -> tuple[Line | None, ...]:
        """The lines for a hit.

        Args:
            ref: The ref of the section that has it.
            spans: Where, in the source, ascending. The beginning of a heading where a query has no words to find.

        Returns:
            The lines in order, None where some are left out between two. What stands in no paragraph, as a title does,
            comes first, as an excerpt.
        """
        marks: dict[int, list[Span]] = {}
        outside: list[Span] = []
        for span in spans:
            number = bisect_right(self._starts, span[0]) - 1
            if number >= 0 and span[0] < self._passages[number].end:
                marks.setdefault(number, []).append(span)
            else:
                outside.append(span)
        first = [self._outside(ref, outside[0])] if outside else []
        return (*first, *self._lines(marks))

    def _outside(self, ref: str, span: Span) -> Line:
        shown = excerpt(self._report, span)
        return Line(ref, shown.text, shown.marks, holds=True)

    def _lines(self, marks: dict[int, list[Span]]) -> Iterator[Line | None]:
        shown = sorted(_reached(marks, self._reach, len(self._passages)))
        for before, number in pairwise((None, *shown)):
            if number is not None:
                if before is not None and number > before + 1:
                    yield None
                yield self._passages[number].line(marks.get(number, ()))


class _Place(NamedTuple):
    """A heading or paragraph of a section."""

    section: Section
    passage: Passage
    label: str

    @property
    def start(self) -> int:
        return self.section.span[0] if self.label else self.passage.start

    @property
    def end(self) -> int:
        return self.passage.end

    def line(self, spans: Iterable[Span]) -> Line:
        marks = tuple((self._place(start), self._place(end)) for start, end in spans)
        return Line(self.section.ref, self.label + self.passage.text, marks, holds=bool(marks))

    def _place(self, offset: int) -> int:
        """The place in the line of a source offset."""
        size = len(self.label)
        if offset < self.start + size:
            return offset - self.start
        return size + self.passage.from_source(offset)


def _passages(section: Section) -> Iterator[_Place]:
    if section.heading is not None and section.heading.text:
        yield _Place(section, section.heading, section.label)
    yield from (_Place(section, paragraph, "") for paragraph in section.paragraphs)


def _reached(numbers: Iterable[int], reach: int, count: int) -> set[int]:
    """The numbers, and those that are no farther from one than `reach`, below `count`."""
    found: set[int] = set()
    behind = 0
    for number in sorted(numbers):
        found.update(range(max(behind, number - reach), min(count, number + reach + 1)))
        behind = number
    return found
