"""The room: its parts, and how they share the screen."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Static

from tourview.i18n import _
from tourview.report import Report, Section
from tourview.tui.arrangement import LOW, USUAL, arrange
from tourview.tui.commands.hints import hints_for
from tourview.tui.look import Look
from tourview.tui.painting import GUTTER
from tourview.tui.screens.page import PageScreen
from tourview.tui.widgets.bars import Breadcrumb, KeyHints, TitleBar
from tourview.tui.widgets.outline import Outline
from tourview.tui.widgets.reader import Reader
from tourview.tui.widgets.ruler import Ruler


class RoomScreen(PageScreen):
    """One report: its tree at the left, its text at the right, the bars around them.

    The report stands in one place, here; the widgets show what they are told to. What the keys do is told by
    `ReadingScreen`.
    """

    AUTO_FOCUS = "#outline"

    def __init__(self, report: Report, look: Look, *, greeting: bool) -> None:
        """Prepare the parts.

        Args:
            report: What is read.
            look: The colours.
            greeting: Whether to say how to begin: the person has never been here.
        """
        super().__init__()
        self.report = report
        self.outline = Outline(report, look, id="outline")
        self.reader = Reader(report, look, self.reader_moved, id="reader")
        self.ruler = Ruler(self.reader, look, id="ruler")
        self.breadcrumb = Breadcrumb(report, id="breadcrumb")
        self.hints = KeyHints(hints_for(typing=False, searching=False), id="hints")
        self._greeting = greeting
        self._gap = False
        self._arranged = USUAL, False

    def compose(self) -> ComposeResult:
        """The parts; the search bar comes when it is first asked for."""
        yield TitleBar(self.report, id="title")
        yield self.outline
        yield self.breadcrumb
        yield self.reader
        yield self.ruler
        with Vertical(id="foot"):
            if self._greeting:
                yield Static(_("Up and down to move, / to search, ? for all keys"), id="greeting", markup=False)
            yield self.hints

    def arrange_parts(self, size: Size) -> None:
        """Share the room out between outline and reader; let them take turns where there is no room for both."""
        zoomed = self.has_class("zoomed")
        share = arrange(size.width, self.reader.longest_line, self.outline.longest_row, zoomed=zoomed)
        low = size.height < LOW
        self.set_class(share.narrow, "narrow")
        self.set_class(share.narrow and self.outline.has_focus, "outline-turn")
        self.set_class(low, "low")
        if (share, low) == self._arranged:
            return
        self._arranged = share, low
        self.styles.grid_columns = f"{share.outline} 1fr 1" if share.outline else "1fr 1"
        self.breadcrumb.styles.margin = (0 if low or share.narrow else 1, 2, 1, share.left)
        self.breadcrumb.styles.max_width = self.reader.longest_line
        self.reader.styles.margin = (0, 1, 0, share.left - GUTTER)

    def on_screen_resume(self) -> None:
        """Fill the gap that the greeting has left while another screen lay above."""
        if self._gap:
            self._gap = False
            self.refresh(layout=True)

    async def on_key(self, _event: events.Key) -> None:
        """The greeting goes with the first key."""
        if self._greeting:
            self._greeting = False
            self._gap = True
            await self.query("#greeting").remove()
            self.query_one("#foot").refresh(layout=True)

    def reader_moved(self, section: Section) -> None:
        """Let outline and breadcrumb follow as one scrolls."""
        self.follow(section)

    def follow(self, section: Section) -> None:
        """Show in outline and breadcrumb which section one is at."""
        self.outline.follow(section)
        self.breadcrumb.show(self.report, section)

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.outline.restyle(look)
        self.reader.restyle(look)
        self.ruler.restyle(look)
