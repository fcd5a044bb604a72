"""The reading room's search: the field, what it finds, what it offers."""

from typing import NamedTuple

from textual import work

from tourview.i18n import _
from tourview.report import Kind, Report
from tourview.search import Result
from tourview.search.completing import Completion
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.completing import offers_in
from tourview.tui.desk import SearchDesk
from tourview.tui.finding import Finding
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.screens.room import RoomScreen
from tourview.tui.trail import Trail
from tourview.tui.widgets.outline import Outline
from tourview.tui.widgets.reader import Reader
from tourview.tui.widgets.searchbar import SearchBar


class Arrival(NamedTuple):
    """A search one comes into a report with.

    Attributes:
        text: The query, as typed; blank for none.
        kind: The view one is in; None for the whole report.
        offset: The source offset of where one wants to be.
    """

    text: str
    kind: Kind | None
    offset: int


class SearchingScreen(RoomScreen):
    """What the keys of the search do in the room."""

    def __init__(self, report: Report, look: Look, *, greeting: bool, history: History) -> None:
        """Prepare the room.

        Args:
            report: What is read.
            look: The colours.
            greeting: Whether to say how to begin.
            history: What was sought before.
        """
        super().__init__(report, look, greeting=greeting)
        self.trail = Trail()
        self.desk = SearchDesk(report, self.outline, self.reader, self.trail, self.follow)
        self._history = history
        self._pane_before: Outline | Reader = self.outline

    @property
    def pane(self) -> Outline | Reader:
        """Where the keys go, if they do not go into the field."""
        return self.outline if self.outline.has_focus else self.reader

    async def action_search(self) -> None:
        """Open the search field."""
        if not self.desk.typing:
            self._pane_before = self.pane
        await self._have_bar()
        self.desk.open()

    async def _have_bar(self) -> None:
        if self.desk.bar is None:
            self.desk.bar = SearchBar(self._history, id="search")
            await self.query_one("#foot").mount(self.desk.bar, before=self.hints)

    async def arrive(self, arrival: Arrival) -> None:
        """Begin with a search that was made elsewhere, at one of its hits."""
        self.desk.scope(arrival.kind, stay=True)
        self.reader.go_to(arrival.offset)
        self.follow(self.report.section_at(arrival.offset))
        if arrival.text.strip():
            await self._have_bar()
            self.desk.bring(arrival.text, arrival.offset)
            self._seek_typed(arrival.text)
        self.reader.focus()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search as one types: the letter is drawn first, and what it finds after it."""
        self.call_after_refresh(self._seek_typed, event.text)
        self.call_after_refresh(self._offer_typed, event.text)

    def _is_typed(self, text: str) -> bool:
        return self.desk.bar is not None and self.desk.bar.text == text

    def _seek_typed(self, text: str, *, stay: bool = False) -> None:
        """Search for what is typed, a long report in the background, unless more has been typed meanwhile.

        Args:
            text: The query.
            stay: Whether the reader stays where it is, rather than go to the first hit.
        """
        if not self._is_typed(text):
            return
        if self.desk.finding.modest:
            self._take(self.desk.finding, text, self.desk.finding.look_for(text), stay)
        else:
            self._seek(self.desk.finding, text, stay)

    @work(thread=True, exclusive=True, group="search")
    def _seek(self, finding: Finding, text: str, stay: bool) -> None:
        try:
            result = finding.look_for(text, until_cancelled())
        except CancelledError:
            return
        self.app.call_from_thread(self._take, finding, text, result, stay)

    def _take(self, finding: Finding, text: str, result: Result | None, stay: bool) -> None:
        """Show what was found, unless more has been typed meanwhile, or the report has been read again."""
        if finding is self.desk.finding and self._is_typed(text):
            self.desk.take(text, result, stay=stay)
            self.show_hints()

    def _offer_typed(self, text: str) -> None:
        if self._is_typed(text) and self.desk.bar is not None and not self.desk.bar.offers.is_made_of(text):
            self._look_for_offers(self.report, text)

    @work(thread=True, exclusive=True, group="offers")
    def _look_for_offers(self, report: Report, text: str) -> None:
        try:
            words = offers_in(report.text, text, until_cancelled())
        except CancelledError:
            return
        self.app.call_from_thread(self._offer, text, words)

    def _offer(self, text: str, words: list[Completion]) -> None:
        if self.desk.bar is not None:
            self.desk.bar.offer(text, words)

    def action_hit(self, direction: int) -> None:
        """To the next or previous hit."""
        if self.desk.active:
            self.desk.step(direction)
        else:
            self.tell(_("Nothing is sought yet; / searches"))

    def action_clear(self) -> None:
        """Clear the search; from its field, return to where it began."""
        typing = self.desk.typing
        self.desk.clear()
        if typing and self._pane_before is self.reader:
            self.reader.focus()
        elif typing:
            self.focus_outline()
        self.show_hints()

    def action_keep_search(self) -> None:
        """Keep the search and read on."""
        self.desk.catch_up()
        if self.desk.bar is None or not self.desk.bar.text.strip():
            self.desk.clear()
        else:
            self.desk.bar.note()
        self.reader.focus()

    def on_search_bar_kept(self) -> None:
        """Enter was pressed in the field."""
        self.action_keep_search()

    def focus_outline(self) -> None:
        """Give the keys to the outline, and have it seen."""
        if self.has_class("zoomed"):
            self.remove_class("zoomed")
            self.arrange_parts(self.size)
        if self.has_class("narrow"):
            self.add_class("outline-turn")
        self.outline.focus()

    def show_hints(self) -> None:
        """Show the keys that matter where one is."""
        raise NotImplementedError
