"""The reader: the whole report as one page, with what lies over it."""

from collections.abc import Callable, Mapping, Sequence

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tourview.report import Notice, Report, Section, Span
from tourview.search import NO_SPANS, Spans
from tourview.tui.look import Look, finished
from tourview.tui.painting import Mark, Painter
from tourview.tui.widgets.page_view import PageView

_TWICE = 2
"""Clicks that follow upon each other at one place, from which they select."""


class Reader(PageView, inherit_bindings=False, can_focus=True):
    """A Line API widget over the whole report.

    Lines become strips when they are first shown and are cached; hits, the notice one stands at and the selection are
    laid over them.
    """

    highlights: var[int] = var(0)
    """Counts the changes of what is lit up, for those who watch."""

    class Followed(Message):
        """A link to another section was clicked."""

        def __init__(self, section: Section) -> None:
            super().__init__()
            self.section = section

    class Flagged(Message):
        """A notice was clicked.

        Attributes:
            place: Its place in `annotations.notices`.
        """

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

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
        super().__init__(report, moved, id=id)
        self.auto_links = False
        self._look = look
        self._spans = NO_SPANS
        self._current: Span | None = None
        self._at: int | None = None
        self._lit: Span | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(2048)
        self._base: Style | None = None
        self._selection: Selection | None = None

    @property
    def _painter(self) -> Painter:
        return Painter(self._page, self._notes, self._look)

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self.redraw()

    def redraw(self) -> None:
        """Draw anew: the page was laid out anew, or has grown into view."""
        self._strips.clear()
        self.refresh()

    def show(self, report: Report) -> None:
        """Show another report, from its beginning."""
        self.highlight(NO_SPANS)
        self._at = self._lit = None
        super().show(report)

    def highlight(self, spans: Spans, current: Span | None = None) -> None:
        """Light up source spans; `current` is the one the person stands at. Only lines that change are drawn again."""
        before = self._marks_in_view()
        self._spans = spans
        self._current = current
        self.highlights += 1
        self._refresh_changed(before)

    def _refresh_changed(self, before: Mapping[int, Sequence[Mark]]) -> None:
        """Draw the lines of the view anew whose marks are not as before."""
        for y, marks in self._marks_in_view().items():
            if marks != before.get(y):
                self.refresh_line(y)

    def _marks_in_view(self) -> dict[int, list[Mark]]:
        """What lies over each line of the view."""
        top = self.scroll_offset.y
        lines = range(top, min(top + self.size.height, len(self._page)))
        return {y: self._marks(y) for y in lines}

    def has_hit(self, first: int, last: int) -> bool:
        """Whether any hit begins in the lines from `first` to before `last`."""
        if not self._spans or first >= len(self._page):
            return False
        start = self._page.source(first)
        end = self._page.source(last) if last < len(self._page) else len(self._report.text)
        return self._spans.index_from(start) < self._spans.index_from(end)

    # Notices

    def next_notice(self, direction: int) -> int | None:
        """The place of the next (1) or previous (-1) notice from where one is, round the end; None if there is none."""
        at = self._at
        if at is not None and not self.shows(self.annotations.notices[at].span):
            at = None
        return self.annotations.step(direction, self.top, at)

    def stand_at(self, place: int) -> Notice:
        """Bring a notice into view and light its words up; returns it.

        Args:
            place: Its place in `annotations.notices`.
        """
        notice = self.annotations.notices[place]
        self._at = place
        self._light(notice.span)
        self.reveal(notice.span)
        return notice

    def leave_notice(self) -> None:
        """Light up no notice any more; one still goes on from there while it is in view."""
        self._light(None)

    def point_at(self, span: Span) -> None:
        """Bring words of the source into view and light them up, until `leave_notice`."""
        self._light(span)
        self.reveal(span)

    def _light(self, span: Span | None) -> None:
        before = self._marks_in_view()
        self._lit = span
        self._refresh_changed(before)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the view; the first to be drawn has the page laid out, so that none is drawn twice."""
        if not len(self._page) and not self._wanted:
            self._lay_out()
        at = self.scroll_offset.y + y
        marks = self._marks(at) if (self._spans or self._lit or self._selection) and at < len(self._page) else []
        strip = None if marks else self._strips.get(at)
        if strip is None:
            strip = self._draw(at, marks)
            if not marks:
                self._strips[at] = strip
        return strip

    def _marks(self, at: int) -> list[Mark]:
        """What lies over a line: hits, the notice one stands at and the selection."""
        line, painter = self._page.line(at), self._painter
        marks = list(painter.notice_mark(line, self._lit)) if self._lit is not None else []
        marks += painter.hit_marks(line, self._spans, self._current)
        selected = self._selection.get_span(at) if self._selection is not None else None
        if selected is not None:
            marks.append(painter.selection_mark(line, selected))
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

    def action_stand_at(self, place: int) -> None:
        """Tell that a notice was clicked."""
        if place < len(self.annotations.notices):
            self.post_message(self.Flagged(place))

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the source has it, not as it is wrapped."""
        if not len(self._page):
            return None
        start = selection.start or Offset(0, 0)
        end = selection.end or Offset(1 << 30, len(self._page) - 1)
        return "\n".join(self._painter.selected(start, end)), "\n"

    def on_click(self, event: events.Click) -> None:
        """Select the paragraph or heading that is clicked twice; Textual would select all of the report."""
        at = event.get_content_offset(self)
        if event.chain < _TWICE or at is None:
            return
        event.prevent_default()
        line = self.scroll_offset.y + at.y
        if line < len(self._page) and self._page.passage(self._page.line(line)) is not None:
            first, last = self._lines_of(line)
            self.screen.selections = {self: Selection(Offset(0, first), Offset(self._page.measure.width, last))}

    def _lines_of(self, line: int) -> tuple[int, int]:
        """The first and last line of the paragraph or heading that a line belongs to."""

        def same(other: int) -> bool:
            mine, theirs = self._page.line(line), self._page.line(other)
            return (mine.section, mine.part) == (theirs.section, theirs.part)

        first = last = line
        while first > 0 and same(first - 1):
            first -= 1
        while last + 1 < len(self._page) and same(last + 1):
            last += 1
        return first, last

    def selection_updated(self, selection: Selection | None) -> None:
        """Show the new selection."""
        self._selection = selection
        self.refresh()
