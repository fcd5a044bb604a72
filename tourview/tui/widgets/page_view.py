"""A report laid out as one page for the room there is, and the ways to its places."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from time import monotonic

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.timer import Timer

from tourview.report import Report, Section, Span
from tourview.tui.annotations import Annotations
from tourview.tui.notes import Notes
from tourview.tui.painting import GUTTER
from tourview.typeset import Measure, Page, measure_for

_MEASURES = {"zh": 80, "en": 72}
"""The longest line by the report's language, in cells: forty Han characters, or what suits Latin text."""

_SEAL_ROOM = 3
"""Cells before a heading for its kind's seal, on a page of at least `_ROOMY` cells."""
_ROOMY = 30

_SLICE = 0.012
"""Seconds spent at a time on laying out a page that is not ready yet, so that keys are never kept waiting."""


class PageView(ScrollView, inherit_bindings=False, can_focus=True):
    """The page of a report, its margin at the left, and where one is on it; what is drawn is the subclass's.

    The page is laid out once for a width, in slices. What stays put when the width changes is the source offset at the
    top, not the line.
    """

    def __init__(self, report: Report, moved: Callable[[Section], None], *, id: str | None = None) -> None:
        """Prepare the page.

        Args:
            report: What is read.
            moved: Told when another section has come to the top; a call, not a message, so that what follows the
                reader is drawn together with it.
            id: The widget's name in the style sheet.
        """
        super().__init__(id=id)
        self.annotations = Annotations(report)
        self._report = report
        self._moved = moved
        self._page = Page(report, measure_for(report, self.longest_line))
        self._notes = Notes(self.annotations, self._page.measure.width)
        self._composing: Iterator[None] | None = None
        self._unlaid: Iterator[None] = iter(())
        self._composer: Timer | None = None
        self._wanted: int | None = None
        self._sought: Span | None = None
        self._section = 0
        self._anchor = 0
        self._height = 0

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

    def show(self, report: Report) -> None:
        """Show another report, from its beginning."""
        self.annotations = Annotations(report)
        self._report = report
        self._section = 0
        self._anchor = 0
        self._wanted, self._sought = 0, None
        self._lay_out()
        self._fit()

    def show_links(self, report: Report) -> None:
        """Show the same report with other links: only notes change, and the line at the top of the view stays there."""
        self._report = report
        self.annotations = self.annotations.beside(report)
        notes = Notes(self.annotations, self._page.measure.width)
        changed = sorted(report.positions[ref] for ref in notes.changed_since(self._notes) if ref in report.positions)
        self._composing = chain(self._change_notes(notes, changed), self._unlaid)
        self._lay_out_for(_SLICE)
        self._go_on_later()
        self._fit()

    def _change_notes(self, notes: Notes, changed: Sequence[int]) -> Iterator[None]:
        """Put other notes below some sections, counted first so that they come all at once."""
        page, rows = self._page, {}
        for place in changed:
            rows[place] = len(notes.rows(self._report.reading_order[place]))
            yield
        at = page.section_at(self.scroll_offset.y)
        below = self.scroll_offset.y - (page.first_line(at) or 0)
        before = len(page)
        page.change_rows(rows, lambda section: len(notes.rows(section)))
        self._notes = notes
        self.redraw()
        self._fit()
        if len(page) != before:
            self.screen.clear_selection()
        if len(page) and self._wanted is None:
            last = (page.first_line(at + 1) or len(page)) - 1
            self.scroll_to(y=min((page.first_line(at) or 0) + below, last), animate=False, force=True)

    def redraw(self) -> None:
        """Draw anew: the page was laid out anew, or has grown into view."""
        self.refresh()

    def go_to(self, offset: int) -> None:
        """Bring the line that holds a source offset to the top."""
        self._sought = None
        if not self._can_show(offset):
            self._wanted = offset
            return
        self._wanted = None
        # A title that is not in the text stands at 0 as well, above what does.
        line = self._page.line_at(offset) if offset > 0 else 0
        self.scroll_to(y=line, animate=False, force=True)

    def go_to_section(self, section: Section) -> None:
        """Bring a section's heading to the top."""
        self._sought = None
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
            self._wanted, self._sought = span[0], span
            return
        line = self._page.line_at(span[0])
        height = self.scrollable_content_region.height
        margin = min(3, height // 4)
        if not self.scroll_offset.y + margin <= line < self.scroll_offset.y + height - margin:
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)

    def go_to_share(self, share: float) -> None:
        """Bring what stands so far along the report, from 0 to 1, to the top."""
        self.scroll_to(y=round(share * self.max_scroll_y), animate=False, force=True)

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
        self.redraw()
        # Not where it is scrolled to by now, for that Textual has kept within the page's end as it was before.
        anchor = self._anchor if self._wanted is None else self._wanted
        if self._measure() != self._page.measure or not len(self._page):
            self._wanted = anchor
            self._lay_out()
        elif self.top != anchor:
            self._wanted = anchor
        self._fit()

    @property
    def longest_line(self) -> int:
        """The cells of the longest line a page of this report may have."""
        return _MEASURES.get(self._report.language, _MEASURES["en"])

    def _measure(self) -> Measure:
        width = min(self.longest_line, self.scrollable_content_region.width - GUTTER)
        return measure_for(self._report, width, seal=_SEAL_ROOM if width >= _ROOMY else 0)

    def _lay_out(self) -> None:
        measure = self._measure()
        notes = self._notes = Notes(self.annotations, measure.width)
        self._page = Page(self._report, measure, lambda section: len(notes.rows(section)))
        self.redraw()
        self._composing = self._unlaid = self._page.compose()
        self._lay_out_for(_SLICE, lines=2 * self.size.height)
        self._go_on_later()

    def _go_on_later(self) -> None:
        """Have the rest laid out, if there is any, between keys."""
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
            self.redraw()

    def _fit(self) -> None:
        """Tell the scroll bar how long the page is; the last section, too, can be brought to the top."""
        height = self.scrollable_content_region.height
        room = 0
        if self._page.complete:
            last = self._page.first_line(len(self._report.reading_order) - 1) or 0
            room = max(0, height - (len(self._page) - last))
        self.virtual_size = Size(self._page.measure.width + GUTTER, len(self._page) + room)
        if self._wanted is not None and self._can_show(self._wanted):
            if self._sought is not None:
                span, self._wanted, self._sought = self._sought, None, None
                self.reveal(span)
                return
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
