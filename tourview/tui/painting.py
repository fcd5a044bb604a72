"""Drawing a line of a page: its margin, its words, what lies over them, a heading's seal and label, a row of notes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset

from tourview.report import Passage, Span
from tourview.search import Spans
from tourview.tui.annotations import within
from tourview.tui.labels import seal
from tourview.tui.look import Look
from tourview.tui.notes import Notes, Tone
from tourview.typeset import BLANK, HEADING, NOTE, TITLE, Line, Page, cell_width, label_gap, visible

GUTTER = 2
"""Cells left of the text: one for the mark of a notice, and a blank."""
MARK = "*"
"""Stands beside a line that holds a notice: of one cell in every terminal, and known for what it means."""

_OVERLAPS = 4
"""Hits before a line that may reach into it: those of different words can overlap."""


class Mark(NamedTuple):
    """A style over [start, end) of a line's passage; in a heading's label, counted from minus its length."""

    start: int
    end: int
    style: Style


class Painter(NamedTuple):
    """Draws the lines of one page in one look."""

    page: Page
    notes: Notes
    look: Look

    def hit_marks(self, line: Line, spans: Spans, current: Span | None) -> Iterator[Mark]:
        """The hits in a line; `spans` are those of the whole report, `current` the one the person stands at."""
        passage = self.page.passage(line)
        if passage is None or not spans:
            return
        begin, high = self._extent(line, passage)
        first = max(0, spans.index_from(begin) - _OVERLAPS)
        for start, end in spans[first : spans.index_from(high)]:
            style = self.look.current_hit if (start, end) == current else self.look.hit
            yield from self._over(line, passage, (start, end), style)

    def notice_mark(self, line: Line, span: Span) -> Iterator[Mark]:
        """The words of the notice that the person stands at, in a line."""
        passage = self.page.passage(line)
        if passage is not None:
            yield from self._over(line, passage, span, self.look.current_notice)

    def _extent(self, line: Line, passage: Passage) -> Span:
        """The stretch of the source that a line shows, its label included where it has one."""
        low, high = passage.to_source(line.start), passage.to_source(line.end)
        return self.page.report.reading_order[line.section].span[0] if self.page.label(line) else low, high

    def _over(self, line: Line, passage: Passage, span: Span, style: Style) -> Iterator[Mark]:
        """A style over a span of the source, in a line and in its label, as far as it lies in them."""
        (start, end), (begin, high) = span, self._extent(line, passage)
        if end <= begin or start >= high:
            return
        low = passage.to_source(line.start)
        label = len(self.page.label(line))
        if label and start < begin + label:
            yield Mark(max(start, begin) - begin - label, min(0, end - begin - label), style)
        if end > low:
            yield Mark(passage.from_source(max(start, low)), passage.from_source(min(end, high)), style)

    def _own_marks(self, line: Line, passage: Passage, extent: Span) -> Iterator[Mark]:
        """What a line is drawn with at all times: its figures, in paragraphs, and the words that are flagged."""
        annotations = self.notes.annotations
        if line.part >= 0:
            for span in within(annotations.quantities, *extent):
                yield from self._over(line, passage, span, self.look.figure)
        for span in within(annotations.flagged, *extent):
            yield from self._over(line, passage, span, self.look.notice)

    def selection_mark(self, line: Line, span: tuple[int, int]) -> Mark:
        """The selection in a line: `span` counts columns of its text, the end -1 being the line's end."""
        start, end = span
        stop = line.end if end == -1 else min(line.end, line.start + max(0, end))
        return Mark(line.start + max(0, start), stop, self.look.selection)

    def segments(self, y: int, line: Line, marks: Sequence[Mark]) -> Iterator[Segment]:
        """The line `y` of the page with marks over it; each piece of text tells its place, for selecting."""
        if line.part == BLANK:
            return
        if line.part == NOTE:
            yield from self._note_row(line)
            return
        passage = self.page.passage(line)
        if passage is None:
            return
        begins = line.part == HEADING and not line.start
        blank = GUTTER if begins else GUTTER + line.indent
        extent = self._extent(line, passage)
        if self.notes.annotations.any_in(*extent):
            marks = [*self._own_marks(line, passage, extent), *marks]
            flagged = self.notes.annotations.notice_at(*extent)
            if flagged is not None:
                yield Segment(MARK, self.look.notice_mark + _place(-blank, y) + _click(f"stand_at({flagged})"))
                blank -= 1
        if begins:
            yield _margin(y, blank)
            yield from self._heading_start(y, line, [mark for mark in marks if mark.start < 0])
            blank = 0
        yield from self._words(y, line, passage, [mark for mark in marks if mark.end > line.start], blank)

    def _words(self, y: int, line: Line, passage: Passage, marks: Sequence[Mark], blank: int) -> Iterator[Segment]:
        """The words of a line after some blank cells, in one piece with them where it can be: most lines are one."""
        style = {HEADING: self.look.bold, TITLE: self.look.accent}.get(line.part, self.look.text)
        inner = {cut for mark in marks for cut in (mark.start, mark.end) if line.start < cut < line.end}
        shown = visible(passage.text[line.start : line.end])
        for start, end in pairwise(sorted({line.start, line.end, *inner})):
            over = [mark.style for mark in marks if mark.start <= start and end <= mark.end]
            if over and blank:
                yield _margin(y, blank)
                blank = 0
            words = " " * blank + shown[start - line.start : end - line.start]
            yield Segment(words, Style.combine([style, *over, _place(start - line.start - blank, y)]))
            blank = 0

    def _heading_start(self, y: int, line: Line, marks: Sequence[Mark]) -> Iterator[Segment]:
        room = self.page.measure.seal
        kind = self.page.report.reading_order[line.section].kind
        if room and kind is not None:
            yield Segment(seal(kind), self.look.seal_reversed[kind] + _place(-len(seal(kind)), y))
            room -= cell_width(seal(kind))
        yield _margin(y, room)
        label = self.page.label(line)
        first = -len(label)
        shown = visible(label)
        for start, end in pairwise(sorted({first, 0, *(cut for mark in marks for cut in (mark.start, mark.end))})):
            over = [mark.style for mark in marks if mark.start <= start and end <= mark.end]
            words = shown[start - first : end - first]
            yield Segment(words, Style.combine([self.look.bold, *over, _place(start, y)]))
        yield _margin(y, label_gap(label))

    def _note_row(self, line: Line) -> Iterator[Segment]:
        tones = {Tone.TEXT: self.look.text, Tone.DIM: self.look.dim}
        yield Segment(" " * GUTTER)
        for gap, entry in self.notes.rows(self.page.report.reading_order[line.section])[line.start]:
            yield Segment(" " * gap)
            for piece in entry.pieces:
                style = tones.get(piece.tone) or self.look.seal[piece.kind]
                yield Segment(piece.text, style + _click(entry.action) if entry.action else style)

    def selected(self, start: Offset, end: Offset) -> Iterator[str]:
        """The source's text between two places, each a column of a line's text and the line; one string a passage.

        A column before the text, in a margin or a label, is below 0 or 0; a heading begun there has its label.
        """
        whole: tuple[int, int] | None = None
        words, before = "", 0
        for y in range(start.y, min(end.y, len(self.page) - 1) + 1):
            line = self.page.line(y)
            passage = self.page.passage(line)
            if passage is None:
                continue
            low = line.start + max(0, start.x) if y == start.y else line.start
            high = min(line.end, line.start + max(0, end.x)) if y == end.y else line.end
            if whole == (line.section, line.part):
                # The blanks that hang at the end of a line are part of the text, too.
                words += passage.text[before:high]
            else:
                if whole is not None:
                    yield words
                words = (self.page.label(line) if low == line.start else "") + passage.text[low:high]
                whole = (line.section, line.part)
            before = high
        if whole is not None:
            yield words


def _click(action: str) -> Style:
    """What has a click do an action of the reader."""
    return Style.from_meta({"@click": action})


def _place(column: int, y: int) -> Style:
    """What tells Textual that a piece of text begins at a column of line `y`, for selecting."""
    return Style.from_meta({"offset": (column, y)})


def _margin(y: int, cells: int) -> Segment:
    """Blanks before a text; each leads to its beginning, so that a selection may be begun beside it."""
    return Segment(" " * cells, _place(-cells, y))
