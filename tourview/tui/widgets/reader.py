"""The reader: the whole report as one page, scrolled to where one reads."""

from collections.abc import Callable, Iterator
from time import monotonic

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tourview.report import Report, Section, Span
from tourview.search import NO_SPANS, Spans
from tourview.tui.look import Look, finished
from tourview.tui.notes import Notes
from tourview.tui.painting import Mark, Painter
from tourview.typeset import Measure, Page, measure_for

_MEASURES = {"zh": 80, "en": 72}
"""The longest line by the report's language, in cells: forty Han characters, or what suits Latin text."""

_SEAL_ROOM = 3
"""Cells before a heading for its kind's seal, on a page of at least `_ROOMY` cells."""
_ROOMY = 30

_SLICE = 0.012
"""Seconds spent at a time on laying out a page that is not ready yet, so that keys are never kept waiting."""


class Reader(ScrollView, inherit_bindings=False, can_focus=True):
    """A Line API widget over the whole report.

    The page is laid out once for a width, in slices; lines become strips when they are first shown and are cached;
    highlights and the selection are laid over them. What stays put when the width changes is the source offset at
    the top, not the line.
    """

    highlights: var[int] = var(0)
    """Counts the changes of what is lit up, for those who watch."""

    class Followed(Message):
        """A link to another section was clicked."""

        def __init__(self, section: Section) -> None:
            super().__init__()
            self.section = section

    def __init__(
        self,
        report: Report,
        look: Look,
        moved: Callable[[Section], None],
        *,
        id: str | None = None,
    ) -> None:
        """Prepare the reader.

        Args:
            report: What is read.
            look: The colours.
            moved: Told when another section has come to the top; a call, not a message, so that what follows the
                reader is drawn together with it.
            id: The widget's name in the style sheet.
        """
        super().__init__(id=id)
        self.auto_links = False
        self._report = report
        self._look = look
        self._moved = moved
        self._page = Page(report, measure_for(report, self.longest_line))
        self._painter = Painter(self._page, Notes(report, self._page.measure.width), look)
        self._composing: Iterator[None] | None = None
        self._composer: Timer | None = None
        self._wanted: int | None = None
        self._spans = NO_SPANS
        self._current: Span | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(2048)
        self._section = 0
        self._anchor = 0
        self._height = 0
        self._base: Style | None = None
        self._selection: Selection | None = None

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
        self._painter = self._painter._replace(look=look)
        self._strips.clear()
        self.refresh()

    def show(self, report: Report) -> None:
        """Show another report, from its beginning."""
        self._report = report
        self._section = 0
        self._anchor = 0
        self.highlight(NO_SPANS)
        self._wanted = 0
        self._lay_out()
        self._fit()
        self.refresh()

    def highlight(self, spans: Spans, current: Span | None = None) -> None:
        """Light up source spans; `current` is the one the person stands at. Only lines that change are drawn again."""
        before = self._marks_in_view()
        self._spans = spans
        self._current = current
        self.highlights += 1
        for y, marks in self._marks_in_view().items():
            if marks != before[y]:
                self.refresh_line(y)

    def _marks_in_view(self) -> dict[int, list[Mark]]:
        """The hits in each line of the view."""
        top = self.scroll_offset.y
        lines = range(top, min(top + self.size.height, len(self._page)))
        return {y: list(self._painter.hit_marks(self._page.line(y), self._spans, self._current)) for y in lines}

    def go_to(self, offset: int) -> None:
        """Bring the line that holds a source offset to the top."""
        if not self._can_show(offset):
            self._wanted = offset
            return
        self._wanted = None
        # A title that is not in the text stands at 0 as well, above what does.
        line = self._page.line_at(offset) if offset > 0 else 0
        self.scroll_to(y=line, animate=False, force=True)

    def go_to_section(self, section: Section) -> None:
        """Bring a section's heading to the top."""
        place = self._report.positions[section.ref]
        first = self._page.first_line(place)
        if first is None or not self._can_show(section.span[0]):
            self._wanted = section.span[0]
            return
        self._wanted = None
        self.scroll_to(y=first, animate=False, force=True)

    def reveal(self, span: Span) -> None:
        """Scroll only as far as needed to have a span in view, with a few lines around it."""
        if not self._can_show(span[0]):
            self._wanted = span[0]
            return
        line = self._page.line_at(span[0])
        height = self.scrollable_content_region.height
        margin = min(3, height // 4)
        if not self.scroll_offset.y + margin <= line < self.scroll_offset.y + height - margin:
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)

    def go_to_share(self, share: float) -> None:
        """Bring what stands so far along the report, from 0 to 1, to the top."""
        self.scroll_to(y=round(share * self.max_scroll_y), animate=False, force=True)

    def has_hit(self, first: int, last: int) -> bool:
        """Whether any hit begins in the lines from `first` to before `last`."""
        if not self._spans or first >= len(self._page):
            return False
        start = self._page.source(first)
        end = self._page.source(last) if last < len(self._page) else len(self._report.text)
        return self._spans.index_from(start) < self._spans.index_from(end)

    def _can_show(self, offset: int) -> bool:
        """Whether a place is laid out, and what follows on its screen; else it is gone to as soon as that is so."""
        page, height = self._page, self.size.height
        below = page.reaches(offset) and page.line_at(offset) + height <= len(page)
        return bool(height) and (page.complete or below)

    def shows(self, span: Span) -> bool:
        """Whether the beginning of a span is in view."""
        line = self._page.line_at(span[0])
        return self.scroll_offset.y <= line < self.scroll_offset.y + self.scrollable_content_region.height

    # Moving

    def move(self, rows: int) -> None:
        """Scroll by some lines."""
        self.scroll_relative(y=rows, animate=False, force=True)

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
        """Lay the page out anew when its width has changed; not while the reader is hidden."""
        if not self.size:
            self._wanted = self.top
            return
        self._strips.clear()
        # Not where it is scrolled to by now, for that Textual has kept within the page's end as it was before.
        anchor = self._anchor if self._wanted is None else self._wanted
        if self._measure() != self._page.measure or not len(self._page):
            self._wanted = anchor
            self._lay_out()
            self.refresh()
        elif self.top != anchor:
            self._wanted = anchor
        self._fit()

    @property
    def longest_line(self) -> int:
        """The cells of the longest line a page of this report may have."""
        return _MEASURES.get(self._report.language, _MEASURES["en"])

    def _measure(self) -> Measure:
        width = min(self.longest_line, self.scrollable_content_region.width)
        return measure_for(self._report, width, seal=_SEAL_ROOM if width >= _ROOMY else 0)

    def _lay_out(self) -> None:
        measure = self._measure()
        notes = Notes(self._report, measure.width)
        self._page = Page(self._report, measure, lambda section: len(notes.rows(section)))
        self._painter = Painter(self._page, notes, self._look)
        self._strips.clear()
        self._composing = self._page.compose()
        self._lay_out_for(_SLICE, lines=2 * self.size.height)
        if self._composer is not None:
            self._composer.stop()
        self._composer = self.set_interval(2 * _SLICE, self._lay_out_on) if self._composing else None

    def _lay_out_for(self, seconds: float, lines: int = 0) -> None:
        """Lay out for a moment, and until some lines are there."""
        until = monotonic() + seconds
        for _pause in self._composing or ():
            if len(self._page) >= lines and (lines or monotonic() > until):
                return
        self._composing = None

    def _lay_out_on(self) -> None:
        """Lay out for another moment; the timer that calls this stops when all is done."""
        filled = len(self._page) >= self.scroll_offset.y + self.size.height
        self._lay_out_for(_SLICE)
        if self._composing is None and self._composer is not None:
            self._composer.stop()
            self._composer = None
        self._fit()
        if not filled:
            # Lines that were blank because the page ended above them are not any more.
            self._strips.clear()
            self.refresh()

    def _fit(self) -> None:
        """Tell the scroll bar how long the page is; the last section, too, can be brought to the top."""
        height = self.scrollable_content_region.height
        room = 0
        if self._page.complete:
            last = self._page.first_line(len(self._report.reading_order) - 1) or 0
            room = max(0, height - (len(self._page) - last))
        self.virtual_size = Size(self._page.measure.width, len(self._page) + room)
        if self._wanted is not None and self._can_show(self._wanted):
            section = self._report.section_at(self._wanted)
            if section.span[0] == self._wanted:
                self.go_to_section(section)
            else:
                self.go_to(self._wanted)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell which section has come to the top."""
        super().watch_scroll_y(old_value, new_value)
        grown = self.size.height > self._height
        self._height = self.size.height
        if len(self._page):
            if not (grown and self.max_scroll_y <= new_value < old_value):
                self._anchor = self.top
            place = self._page.section_at(round(new_value))
            if place != self._section:
                self._section = place
                self._moved(self.section)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the view; the first to be drawn has the page laid out, so that none is drawn twice."""
        if not len(self._page) and not self._wanted:
            self._lay_out()
        at = self.scroll_offset.y + y
        marks = self._marks(at) if (self._spans or self._selection) and at < len(self._page) else []
        strip = None if marks else self._strips.get(at)
        if strip is None:
            strip = self._draw(at, marks)
            if not marks:
                self._strips[at] = strip
        return strip

    def _marks(self, at: int) -> list[Mark]:
        """What lies over a line: hits and the selection."""
        line = self._page.line(at)
        marks = list(self._painter.hit_marks(line, self._spans, self._current))
        selected = self._selection.get_span(at) if self._selection is not None else None
        if selected is not None:
            marks.append(self._painter.selection_mark(line, selected))
        return marks

    def _draw(self, at: int, marks: list[Mark]) -> Strip:
        base = self._base = self._base or self.rich_style
        if at >= len(self._page):
            return Strip.blank(self.size.width, base)
        return finished(self._painter.segments(at, self._page.line(at), marks), self.size.width, base)

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old style."""
        super().notify_style_update()
        self._base = None
        self._strips.clear()

    def action_follow(self, ref: str) -> None:
        """Tell that a link was clicked."""
        section = self._report.section(ref)
        if section is not None:
            self.post_message(self.Followed(section))

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the source has it, not as it is wrapped."""
        if not len(self._page):
            return None
        start = selection.start or Offset(0, 0)
        end = selection.end or Offset(1 << 30, len(self._page) - 1)
        return "\n".join(self._painter.selected(start, end)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show the new selection."""
        self._selection = selection
        self.refresh()
