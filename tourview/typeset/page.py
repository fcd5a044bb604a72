"""A whole report laid out in lines for one width: what the reader scrolls through and `tourview show` prints.

The lines are kept in flat arrays, 40 bytes each, so that a report of a million lines stays small, and are made by a
generator, so that a screen can show the first of them while the rest are still being laid out.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tourview.report import Passage, Report, Section
from tourview.typeset.cells import cell_width
from tourview.typeset.wrapping import wrap_iter

BLANK = -1
HEADING = -2
TITLE = -3
NOTE = -4
"""Parts of a section that a line can belong to, beside its paragraphs, which count from 0."""


_STRIDE = 64
"""Lines laid out between two pauses."""


class Line(NamedTuple):
    """One line of a page.

    Attributes:
        section: The section's place in `Report.reading_order`.
        part: The paragraph's number, or BLANK, HEADING, TITLE or NOTE.
        start: Where the line begins in its passage, in code points; for NOTE, the row among the section's notes.
        end: Where it ends.
        indent: Cells left free before it.
    """

    section: int
    part: int
    start: int
    end: int
    indent: int


class Measure(NamedTuple):
    """How wide a page is and how it is set, in cells.

    Attributes:
        width: The longest line.
        seal: Room before a heading, where the screen draws the kind's seal.
        indent: The first line's indent in a paragraph: two Han characters in Chinese, none in English.
    """

    width: int
    seal: int = 0
    indent: int = 0


def measure_for(report: Report, width: int, *, seal: int = 0) -> Measure:
    """The measure that suits the report's language at a width."""
    return Measure(max(width, 2), seal, 4 if report.language == "zh" and width >= 20 else 0)


def label_gap(label: str) -> int:
    """The cells set between a label and its heading: none after a full-width mark, which brings its own room."""
    if not label or label[-1] in "、）．，。：":
        return 0
    return 2 if label[-1] in "是要" else 1


def _title_passage(report: Report) -> Passage:
    """The title where it stands in the source, so that hits in it can be lit; at 0 if it stands nowhere verbatim."""
    end = report.sections[0].own_end if report.sections else 0
    return Passage(report.title, ((0, max(0, report.text.find(report.title, 0, end))),))


@dataclass
class Page:
    """The lines of a report at one measure; grows while `compose` runs.

    Attributes:
        report: The report.
        measure: How wide the page is and how it is set.
        note_rows: How many rows of notes to leave room for below a section; what stands in them is the caller's.
        complete: Whether all of it is laid out.
    """

    report: Report
    measure: Measure
    note_rows: Callable[[Section], int] | None = None
    title: Passage = field(init=False)
    complete: bool = field(default=False, init=False)
    _section: "array[int]" = field(default_factory=lambda: array("l"), init=False)
    _part: "array[int]" = field(default_factory=lambda: array("l"), init=False)
    _start: "array[int]" = field(default_factory=lambda: array("l"), init=False)
    _end: "array[int]" = field(default_factory=lambda: array("l"), init=False)
    _indent: "array[int]" = field(default_factory=lambda: array("h"), init=False)
    _source: "array[int]" = field(default_factory=lambda: array("l"), init=False)
    _first: "array[int]" = field(default_factory=lambda: array("l"), init=False)

    def __post_init__(self) -> None:
        self.title = _title_passage(self.report)

    def __len__(self) -> int:
        """How many lines there are so far."""
        return len(self._indent)

    def line(self, y: int) -> Line:
        """The line `y`, from 0."""
        return Line(self._section[y], self._part[y], self._start[y], self._end[y], self._indent[y])

    def passage(self, line: Line) -> Passage | None:
        """What the line is a part of; None for a blank or a note."""
        if line.part >= 0:
            return self.report.reading_order[line.section].paragraphs[line.part]
        if line.part == HEADING:
            return self.report.reading_order[line.section].heading
        return self.title if line.part == TITLE else None

    def label(self, line: Line) -> str:
        """The label that stands before this line: on the first line of a heading, where there is room for it."""
        if line.part != HEADING or line.start or line.indent <= self.measure.seal:
            return ""
        return self.report.reading_order[line.section].label

    def source(self, y: int) -> int:
        """The source offset at which line `y` begins; of a blank, that of the line after it."""
        return self._source[y]

    def first_line(self, section: int) -> int | None:
        """The line where a section begins, by its place in reading order; None if it is not laid out yet."""
        return self._first[section] if section < len(self._first) else None

    def section_at(self, y: int) -> int:
        """The place in reading order of the section that line `y` belongs to."""
        return self._section[min(y, len(self) - 1)] if len(self) else 0

    def line_at(self, offset: int) -> int:
        """The line that shows a source offset, among those laid out so far; 0 on an empty page."""
        return max(0, bisect_right(self._source, offset) - 1)

    def reaches(self, offset: int) -> bool:
        """Whether the page is laid out beyond a source offset."""
        return self.complete or (len(self._source) > 0 and self._source[-1] > offset)

    def compose(self) -> Iterator[None]:
        """Lay the report out, yielding every few dozen lines so that the caller may pause or stop."""
        pause = _STRIDE
        for place, section in enumerate(self.report.reading_order):
            for _line in self._compose_section(place, section):
                if len(self) >= pause:
                    pause = len(self) + _STRIDE
                    yield
        self.complete = True

    def _add(self, section: int, part: int, *, start: int, end: int, indent: int, source: int) -> None:
        self._section.append(section)
        self._part.append(part)
        self._start.append(start)
        self._end.append(end)
        self._source.append(source)
        self._indent.append(indent)

    def _blank(self, place: int, source: int, count: int = 1) -> None:
        for _ in range(count):
            self._add(place, BLANK, start=0, end=0, indent=0, source=source)

    def _set(self, place: int, part: int, passage: Passage, first: int, rest: int) -> Iterator[None]:
        indent = first
        for start, end in wrap_iter(passage.text, self.measure.width, first=first, rest=rest):
            self._add(place, part, start=start, end=end, indent=indent, source=passage.to_source(start))
            indent = rest
            yield

    def _compose_section(self, place: int, section: Section) -> Iterator[None]:
        start = section.span[0]
        if place == 0:
            self._first.append(0)
            yield from self._set(place, TITLE, self.title, 0, 0)
        if section.heading is not None:
            self._blank(place, start, 2 if section.level == 1 else 1)
            if place:
                self._first.append(len(self))
            hang = self.measure.seal
            label = cell_width(section.label) + label_gap(section.label)
            label = label if hang + label + 2 <= self.measure.width else 0
            lines = self._set(place, HEADING, section.heading, hang + label, hang + label)
            first = len(self)
            for _line in lines:
                if len(self) == first + 1:
                    self._source[first] = start
                yield
        elif place:
            self._first.append(len(self))
        for number, passage in enumerate(section.paragraphs):
            self._blank(place, passage.start)
            yield from self._set(place, number, passage, self.measure.indent, 0)
        self._leave_room(place, self.note_rows(section) if self.note_rows else 0)

    def _leave_room(self, place: int, rows: int) -> None:
        """Leave the rows for a section's notes free."""
        if rows:
            source = self._source[-1]
            self._blank(place, source)
            for row in range(rows):
                self._add(place, NOTE, start=row, end=row, indent=0, source=source)

    # Other notes

    def change_rows(self, rows: Mapping[int, int], note_rows: Callable[[Section], int]) -> None:
        """Leave room for other notes below some sections; the lines after them move, and keep what they show.

        Args:
            rows: How many rows they have, by the section's place; of those that are not laid out yet none is needed.
            note_rows: What tells it of those from now on.
        """
        self.note_rows = note_rows
        # Whatever is being laid out is paused within a section, before its notes.
        done = len(self._first) - (not self.complete)
        before = self._columns
        self._section, self._part, self._start, self._end, self._indent, self._source = (
            array(column.typecode) for column in before
        )
        first = array(self._first.typecode)
        copied = at = 0
        for place in sorted(place for place in rows if place < done):
            moved = len(self) - copied
            first.extend(line + moved for line in self._first[at : place + 1])
            at = place + 1
            text, notes = self._ends(before, place)
            self._copy(before, copied, text)
            self._leave_room(place, rows[place])
            copied = notes
        moved = len(self) - copied
        first.extend(line + moved for line in self._first[at:])
        self._copy(before, copied, len(before[0]))
        self._first = first

    @property
    def _columns(self) -> "tuple[array[int], ...]":
        return self._section, self._part, self._start, self._end, self._indent, self._source

    def _copy(self, columns: "tuple[array[int], ...]", low: int, high: int) -> None:
        for mine, theirs in zip(self._columns, columns, strict=True):
            mine.extend(theirs[low:high])

    def _ends(self, columns: "tuple[array[int], ...]", place: int) -> tuple[int, int]:
        """The line after a section's own text, and the line after its notes, which is the same where it has none."""
        sections, parts = columns[:2]
        # The blanks above the next heading are the next section's, though that begins below them.
        end = self._first[place + 1] if place + 1 < len(self._first) else len(sections)
        while end > self._first[place] and sections[end - 1] != place:
            end -= 1
        text = end
        while text > self._first[place] and parts[text - 1] == NOTE:
            text -= 1
        return (text - 1 if text < end else end), end


def lay_out(report: Report, measure: Measure) -> Page:
    """The whole page at once."""
    page = Page(report, measure)
    for _pause in page.compose():
        pass
    return page
