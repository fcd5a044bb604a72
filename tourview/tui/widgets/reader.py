"""The reader: the whole report as one page, scrolled to where one reads."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from time import monotonic

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tourview.report import Passage, Report, Section, Span
from tourview.search import Spans
from tourview.tui.labels import seal
from tourview.tui.look import Look
from tourview.typeset import BLANK, HEADING, NOTE, Line, Page, label_gap, measure_for, visible

MEASURE = 80
"""The longest line, in cells: forty Han characters."""

_OVERLAPS = 4
"""Hits before a line that may reach into it: those of different words can overlap."""

_SLICE = 0.012
"""Seconds spent at a time on laying out a page that is not ready yet, so that keys are never kept waiting."""


class Reader(ScrollView, inherit_bindings=False, can_focus=True):
    """A Line API widget over the whole report.

    The page is laid out once for a width, in slices; lines become strips when they are first shown and are cached;
    highlights and the selection are laid over them. What stays put when the width changes is the source offset at
    the top, not the line.
    """

    class Moved(Message):
        """Another section has come to the top of the page."""

        def __init__(self, section: Section) -> None:
            super().__init__()
            self.section = section

    def __init__(self, report: Report, look: Look, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._report = report
        self._look = look
        self._page = Page(report, measure_for(report, MEASURE))
        self._composing: Iterator[None] | None = None
        self._composer: Timer | None = None
        self._wanted: int | None = None
        self._spans: Spans | None = None
        self._current: Span | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(2048)
        self._section = 0

    @property
    def top(self) -> int:
        """The source offset of the first line in view."""
        if self._wanted is not None:
            return self._wanted
        return self._page.source(min(self.scroll_offset.y, len(self._page) - 1)) if len(self._page) else 0

    @property
    def section(self) -> Section:
        """The section one is reading: the one that stands at the top of the view."""
        return self._report.reading_order[self._section]

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self._strips.clear()
        self.refresh()

    def show(self, report: Report) -> None:
        """Show another report, from its beginning."""
        self._report = report
        self._section = 0
        self.highlight(None)
        self._wanted = 0
        self._lay_out()

    def highlight(self, spans: Spans | None, current: Span | None = None) -> None:
        """Light up source spans; `current` is the one the person stands at."""
        self._spans = spans
        self._current = current
        self.refresh()

    def go_to(self, offset: int, *, context: int = 0) -> None:
        """Bring the line that holds a source offset to the top, `context` lines below it."""
        if not self._page.reaches(offset):
            self._wanted = offset
            return
        self._wanted = None
        self.scroll_to(y=max(0, self._page.line_at(offset) - context), animate=False)

    def go_to_section(self, section: Section) -> None:
        """Bring a section's heading to the top."""
        place = self._report.positions[section.ref]
        first = self._page.first_line(place)
        if first is None or not self._page.reaches(section.span[0]):
            self._wanted = section.span[0]
            return
        self._wanted = None
        self.scroll_to(y=first, animate=False)

    def reveal(self, span: Span) -> None:
        """Scroll only as far as needed to have a span in view, with a few lines around it."""
        if not self._page.reaches(span[0]):
            self._wanted = span[0]
            return
        line = self._page.line_at(span[0])
        height = self.scrollable_content_region.height
        margin = min(3, height // 4)
        if not self.scroll_offset.y + margin <= line < self.scroll_offset.y + height - margin:
            self.scroll_to(y=max(0, line - height // 3), animate=False)

    def shows(self, span: Span) -> bool:
        """Whether the beginning of a span is in view."""
        line = self._page.line_at(span[0])
        return self.scroll_offset.y <= line < self.scroll_offset.y + self.scrollable_content_region.height

    # Moving

    def move(self, rows: int) -> None:
        """Scroll by some lines."""
        self.scroll_relative(y=rows, animate=False)

    def page(self, direction: int) -> None:
        """Scroll by a screenful, keeping two lines in view."""
        self.move(direction * max(1, self.scrollable_content_region.height - 2))

    def end(self, direction: int) -> None:
        """Scroll to the first (-1) line, or to the last section (1)."""
        if direction < 0:
            self.go_to(0)
        else:
            self.go_to_section(self._report.reading_order[-1])

    # Laying out

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the page out anew when its width has changed."""
        measure = measure_for(self._report, min(MEASURE, self.scrollable_content_region.width), seal=self._seal_room())
        if measure != self._page.measure or not len(self._page):
            self._wanted = self.top
            self._lay_out()
        else:
            self._fit()

    def _seal_room(self) -> int:
        return 3 if self.size.width >= 30 else 0

    def _lay_out(self) -> None:
        width = min(MEASURE, self.scrollable_content_region.width)
        self._page = Page(self._report, measure_for(self._report, width, seal=self._seal_room()))
        self._strips.clear()
        self._composing = self._page.compose()
        if self._composer is not None:
            self._composer.stop()
            self._composer = None
        self._compose_slice()

    def _compose_slice(self) -> None:
        """Lay out for a moment; go on at the next tick of a timer if that was not enough."""
        if self._composing is None:
            return
        until = monotonic() + (_SLICE if self._composer else 4 * _SLICE)
        for _pause in self._composing:
            if monotonic() > until:
                break
        else:
            self._composing = None
        self._fit()
        if self._composing is None and self._composer is not None:
            self._composer.stop()
            self._composer = None
        elif self._composing is not None and self._composer is None:
            self._composer = self.set_interval(2 * _SLICE, self._compose_slice)

    def _fit(self) -> None:
        """Tell the scroll bar how long the page is; the last section, too, can be brought to the top."""
        height = self.scrollable_content_region.height
        room = 0
        if self._page.complete:
            last = self._page.first_line(len(self._report.reading_order) - 1) or 0
            room = max(0, height - (len(self._page) - last))
        self.virtual_size = Size(self._page.measure.width, len(self._page) + room)
        if self._wanted is not None and self._page.reaches(self._wanted):
            section = self._report.section_at(self._wanted)
            if section.span[0] == self._wanted:
                self.go_to_section(section)
            else:
                self.go_to(self._wanted)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell which section has come to the top."""
        super().watch_scroll_y(old_value, new_value)
        if len(self._page):
            place = self._page.section_at(round(new_value))
            if place != self._section:
                self._section = place
                self.post_message(self.Moved(self.section))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the view."""
        at = self.scroll_offset.y + y
        width = self.size.width
        base = self.rich_style
        if at >= len(self._page):
            return Strip.blank(width, base)
        line = self._page.line(at)
        marks = self._marks(at, line)
        if marks:
            return Strip(self._segments(at, line, marks)).crop_extend(0, width, base).apply_style(base)
        strip = self._strips.get(at)
        if strip is None:
            strip = Strip(self._segments(at, line, ())).crop_extend(0, width, base).apply_style(base)
            self._strips[at] = strip
        return strip

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old style."""
        super().notify_style_update()
        self._strips.clear()

    def _marks(self, at: int, line: Line) -> list[tuple[int, int, Style]]:
        """What lies over a line: hits and the selection."""
        passage = self._page.passage(line)
        if passage is None:
            return []
        return [*self._hit_marks(line, passage), *self._selection_marks(at, line)]

    def _hit_marks(self, line: Line, passage: Passage) -> Iterator[tuple[int, int, Style]]:
        """The hits in a line, as [start, end) in the passage; a heading's label counts from minus its length."""
        if not self._spans:
            return
        label = self._label(line)
        low = passage.to_source(line.start)
        begin = self._report.reading_order[line.section].span[0] if label else low
        high = passage.to_source(line.end)
        first = max(0, self._spans.index_from(begin) - _OVERLAPS)
        for span in self._spans[first : self._spans.index_from(high)]:
            if span[1] <= begin or span[0] >= high:
                continue
            style = self._look.current_hit if span == self._current else self._look.hit
            if label and span[0] < begin + len(label):
                yield span[0] - begin - len(label), min(0, span[1] - begin - len(label)), style
            start, end = passage.from_source(max(span[0], low)), passage.from_source(min(span[1], high))
            if span[1] > low and start < end:
                yield start, end, style

    def _selection_marks(self, at: int, line: Line) -> Iterator[tuple[int, int, Style]]:
        selection = self.text_selection
        span = selection.get_span(at) if selection is not None else None
        if span is not None:
            start, end = span
            yield line.start + start, line.end if end == -1 else min(line.end, line.start + end), self._look.selection

    def _label(self, line: Line) -> str:
        """The label that stands before this line: on the first line of a heading."""
        if line.part != HEADING or line.start or not line.indent:
            return ""
        label = self._report.reading_order[line.section].label
        return label if line.indent > self._page.measure.seal else ""

    def _segments(self, at: int, line: Line, marks: Sequence[tuple[int, int, Style]]) -> Iterator[Segment]:
        if line.part in (BLANK, NOTE):
            return
        label = self._label(line)
        if line.part == HEADING:
            yield from self._heading_start(line, label, [mark for mark in marks if mark[0] < 0])
        elif line.indent:
            yield Segment(" " * line.indent)
        passage = self._page.passage(line)
        if passage is None:
            return
        style = self._look.text if line.part >= 0 else self._look.bold if line.part == HEADING else self._look.accent
        cuts = sorted(
            {line.start, line.end, *(cut for mark in marks for cut in mark[:2] if line.start < cut < line.end)}
        )
        shown = visible(passage.text[line.start : line.end])
        for start, end in pairwise(cuts):
            over = [mark_style for low, high, mark_style in marks if low <= start and end <= high]
            meta = Style.from_meta({"offset": (start - line.start, at)})
            yield Segment(shown[start - line.start : end - line.start], Style.combine([style, *over, meta]))

    def _heading_start(self, line: Line, label: str, marks: Sequence[tuple[int, int, Style]]) -> Iterator[Segment]:
        section = self._report.reading_order[line.section]
        room = self._page.measure.seal
        if line.start or not room:
            yield Segment(" " * (line.indent if line.start else 0))
        elif section.kind is None:
            yield Segment(" " * room)
        else:
            sign = seal(section.kind)
            yield Segment(sign, self._look.seal_reversed[section.kind])
            yield Segment(" " * (room - Segment(sign).cell_length))
        if label:
            at = -len(label)
            for low, high, style in marks:
                yield Segment(label[at + len(label) : low + len(label)], self._look.bold)
                yield Segment(label[low + len(label) : high + len(label)], self._look.bold + style)
                at = high
            yield Segment(label[at + len(label) :] + " " * label_gap(label), self._look.bold)

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the source has it, not as it is wrapped."""
        if not len(self._page):
            return None
        start = selection.start or Offset(0, 0)
        last = len(self._page) - 1
        end = selection.end or Offset(1 << 30, last)
        return "\n".join(self._selected(start, end)), "\n"

    def _selected(self, start: Offset, end: Offset) -> Iterator[str]:
        """The text of each passage between two places (column in the line's text, line)."""
        whole: tuple[int, int] | None = None
        words, before = "", 0
        for y in range(start.y, min(end.y, len(self._page) - 1) + 1):
            line = self._page.line(y)
            passage = self._page.passage(line)
            if passage is None:
                continue
            low = line.start + start.x if y == start.y else line.start
            high = min(line.end, line.start + end.x) if y == end.y else line.end
            if whole == (line.section, line.part):
                # The blanks that hang at the end of a line are part of the text, too.
                words = words + passage.text[before:high]
            else:
                if whole is not None:
                    yield words
                words = self._label(line) + passage.text[low:high]
                whole = (line.section, line.part)
            before = high
        if whole is not None:
            yield words

    def selection_updated(self, selection: Selection | None) -> None:
        """Show the new selection."""
        self.refresh()
