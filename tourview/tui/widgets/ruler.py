"""The ruler beside the reader: which part of the report is in view, and where along it the hits fall."""

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tourview.tui.look import Look
from tourview.tui.widgets.reader import Reader


class Ruler(Widget):
    """One column, the report from top to bottom; a click or a drag goes there.

    It stands for Textual's scroll bar, which is drawn anew at every key, and takes as long as the page.
    """

    ALLOW_SELECT = False

    class Pointed(Message):
        """The person points at a place along the report.

        Attributes:
            share: How far along, from 0 to 1.
        """

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, reader: Reader, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reader = reader
        self._look = look
        self._cells: dict[tuple[bool, bool], Strip] = {}

    def on_mount(self) -> None:
        """Follow the reader."""
        self.watch(self._reader, "scroll_y", self._follow, init=False)
        self.watch(self._reader, "virtual_size", self._follow, init=False)
        self.watch(self._reader, "highlights", self._follow, init=False)

    def _follow(self) -> None:
        self.refresh()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self._cells.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old style."""
        super().notify_style_update()
        self._cells = {}

    def render_line(self, y: int) -> Strip:
        """One of four cells: in view or not, with a hit or not."""
        height = max(1, self.size.height)
        total = max(1, self._reader.virtual_size.height)
        top = self._reader.scroll_offset.y
        first, last = y * total // height, (y + 1) * total // height
        seen = total > height and first < top + self._reader.size.height and top < max(last, first + 1)
        hit = self._reader.has_hit(first, max(last, first + 1))
        strip = self._cells.get((seen, hit))
        if strip is None:
            strip = self._cells[seen, hit] = Strip.blank(1, self.rich_style + self._look.ruler[seen, hit])
        return strip

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the person points."""
        self.capture_mouse()
        self._point(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go on while the button is held."""
        if self.app.mouse_captured is self:
            self._point(event)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go."""
        self.release_mouse()

    def _point(self, event: events.MouseEvent) -> None:
        self.post_message(self.Pointed(min(1.0, max(0.0, event.y / max(1, self.size.height - 1)))))
