"""The library: its reports, and what is sought in all of them."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from tourview.i18n import _
from tourview.library import Library
from tourview.report import Kind
from tourview.search.completing import Completion, last_word
from tourview.search.index import Entry, LibraryHit
from tourview.search.query import parse
from tourview.tui.arrangement import LOW
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.commands import Command, bindings
from tourview.tui.commands.hints import shelf_hints
from tourview.tui.commands.library import LIBRARY
from tourview.tui.completing import OFFERED, is_worth_completing, useful
from tourview.tui.finding import not_understood
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.lookup import Lookup, asked, first_look, full_look
from tourview.tui.screens.library_shelf import ShelfScreen
from tourview.tui.screens.on_demand import help_screen
from tourview.tui.screens.searching import Arrival
from tourview.tui.widgets.finds import Finds
from tourview.tui.widgets.rows import RowList
from tourview.tui.widgets.searchbar import SearchBar

_PAUSE = 0.12
"""Seconds without a key after which all of a search is counted: between two keys only the best of it is looked for."""


class LibraryScreen(ShelfScreen):
    """The shelf, and in its place the hits while something is sought."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(LIBRARY))

    class Opened(Message):
        """The person wants to read a report.

        Attributes:
            entry: The report.
            arrival: The search to come with; None where one is to begin where one stopped.
        """

        def __init__(self, entry: Entry, arrival: Arrival | None) -> None:
            super().__init__()
            self.entry = entry
            self.arrival = arrival

    def __init__(self, library: Library, look: Look, history: History) -> None:
        super().__init__(library, look, history)
        self.finds = Finds(look, id="finds")
        self.search_bar = SearchBar(history, id="search")
        self._kind: Kind | None = None
        self._lookup: Lookup | None = None
        self._wanted = False
        self._pause: Timer | None = None

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here."""
        return LIBRARY

    def compose(self) -> ComposeResult:
        """The parts: of the shelf and the hits one is seen at a time."""
        yield self.bar
        yield self.head
        yield self.shelf
        yield self.finds
        with Vertical(id="foot"):
            yield self.filter_bar
            yield self.search_bar
            yield self.hints

    def on_mount(self) -> None:
        """Nothing is sought yet."""
        self.search_bar.display = False

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        super().restyle(look)
        self.finds.restyle(look)

    def on_resize(self, event: events.Resize) -> None:
        """Save blank rows in a low terminal."""
        self.set_class(event.size.height < LOW, "low")

    # Where one is

    @property
    def searching(self) -> bool:
        """Whether hits are shown, or the sections of a view."""
        return self._lookup is not None

    @property
    def at_rest(self) -> bool:
        """Whether all that is sought has been looked for, as far as this is done by itself."""
        return self._pause is None

    @property
    def typing(self) -> bool:
        """Whether the keys go into a field."""
        return self.search_bar.typing or self.filter_bar.typing

    @property
    def rows(self) -> RowList:
        """The list one is in."""
        return self.finds if self.searching else self.shelf

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys that matter here."""
        self.show_hints()

    def show_hints(self) -> None:
        """Show the keys that matter where one is."""
        searching = self.searching or self.search_bar.typing
        self.hints.show(shelf_hints(typing=self.typing, searching=searching, filtering=self.filtering))

    # Moving

    def action_move(self, rows: int) -> None:
        """Up or down; from an empty field through earlier queries."""
        if self.search_bar.typing and self.search_bar.recall(rows):
            return
        self.rows.move(rows)

    def action_page(self, direction: int) -> None:
        """Up or down by a screenful."""
        self.rows.page(direction)

    def action_end(self, direction: int) -> None:
        """To the first or the last row."""
        self.rows.end(direction)

    def action_hit(self, direction: int) -> None:
        """To the next or previous hit."""
        if self.searching:
            self.finds.move(direction)
        else:
            self.tell(_("Nothing is sought yet; / searches"))

    def action_neighbour(self, direction: int) -> None:
        """To the hits of the next or previous report."""
        if self.searching:
            self.finds.step_report(direction)
        else:
            self.shelf.move(direction)

    # Opening

    def action_enter(self) -> None:
        """Open the report under the cursor, or go to the hit."""
        if self.searching:
            self._enter_hit(self.finds.hit)
        elif self.shelf.entry is not None:
            self._enter_report(self.shelf.entry)

    def on_row_list_chosen(self) -> None:
        """A row was clicked that had the cursor."""
        self.action_enter()

    def _enter_report(self, entry: Entry) -> None:
        self.set_focus(self.shelf)
        if entry.error is not None:
            self.tell(entry.error)
        else:
            self.post_message(self.Opened(entry, None))

    def _enter_hit(self, hit: LibraryHit | None) -> None:
        if hit is not None and self._lookup is not None:
            self.search_bar.note()
            self.set_focus(self.finds)
            offset = hit.spans[0][0] if hit.spans else hit.start
            self.post_message(self.Opened(hit.entry, Arrival(self._lookup.text, self._kind, offset)))

    # Fields

    def action_search(self) -> None:
        """Open the search field."""
        self.search_bar.open()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search or filter as one types: the letter is drawn first."""
        if event.bar is self.filter_bar:
            self.call_after_refresh(self.show_shelf, stay=False)
        else:
            self._wanted = False
            self.call_after_refresh(self._seek, event.text)

    def on_search_bar_kept(self, event: SearchBar.Kept) -> None:
        """Enter in a field opens what the cursor is on; a hit as soon as it is found."""
        if event.bar is self.filter_bar or (self._lookup is not None and self._lookup.text == self.search_bar.text):
            self.action_enter()
        elif self.search_bar.text.strip():
            self._wanted = True
        else:
            self.action_clear()

    def action_complete(self) -> None:
        """Take a word that is offered; where none is, go from the field to the list."""
        if self.typing and not (self.search_bar.typing and self.search_bar.complete()):
            self.set_focus(self.rows)

    def action_clear(self) -> None:
        """Clear the search, then the view, then the filter."""
        if self.filter_bar.typing or not (self.search_bar.display or self._kind):
            self.filter_bar.clear()
            self.show_shelf()
        else:
            self.search_bar.clear()
            self._kind = None
            self._wanted = False
            self._show(None)
        self.set_focus(self.rows)
        self.show_hints()

    def action_view(self, kind: str) -> None:
        """Keep to the hits of a kind; without a search, show all sections of the kind."""
        self._kind = Kind(kind) if kind else None
        self._seek(self.search_bar.text)

    def on_key(self, event: events.Key) -> None:
        """Chinese characters, which are no commands, begin a filter."""
        character = event.character
        if character and not self.typing and not self.searching and "\u3400" <= character <= "\u9fff":
            event.stop()
            self.filter_bar.open()
            self.filter_bar.field.insert_text_at_cursor(character)

    # Searching

    def library_changed(self) -> None:
        """Seek again what is sought: something else may be found now."""
        if self._lookup is not None:
            self._stop_waiting()
            text = self.search_bar.text
            self._look(text, self._kind, stay=text == self._lookup.text)

    def _seek(self, text: str) -> None:
        """Search for what is typed, in the background, unless more has been typed meanwhile."""
        if text != self.search_bar.text:
            return
        # What is waiting to be counted would otherwise put an end to this search.
        self._stop_waiting()
        if asked(text, self._kind) is None:
            self.search_bar.offer(text, ())
            self._show(None)
        else:
            self._look(text, self._kind, stay=False)

    @work(thread=True, exclusive=True, group="search")
    def _look(self, text: str, kind: Kind | None, stay: bool) -> None:
        """Find the best hits."""
        try:
            lookup = first_look(self.library.index, text, kind, until_cancelled())
        except CancelledError:
            return
        self.app.call_from_thread(self._take_lookup, text, kind, lookup, stay)

    def _take_lookup(self, text: str, kind: Kind | None, lookup: Lookup | None, stay: bool) -> None:
        """Show what was found, unless something else is sought by now; find the rest when the person pauses."""
        if (text, kind) != (self.search_bar.text, self._kind):
            return
        if not (stay and lookup is not None and not lookup.complete):
            self._show(lookup, stay=stay)
        if self._wanted:
            self._wanted = False
            self.action_enter()
        elif lookup is not None:
            self._pause = self.set_timer(_PAUSE, partial(self._go_on, lookup))

    def _stop_waiting(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None

    def _go_on(self, lookup: Lookup) -> None:
        self._pause = None
        self._look_on(lookup)

    @work(thread=True, exclusive=True, group="search")
    def _look_on(self, lookup: Lookup) -> None:
        """Find what may be offered, and the rest of the hits."""
        index, app = self.library.index, self.app
        try:
            progress = until_cancelled()
            words: Sequence[Completion] = ()
            if is_worth_completing(lookup.text):
                words = useful(index.completions(last_word(lookup.text), OFFERED))
            progress(0.5)
            app.call_from_thread(self.search_bar.offer, lookup.text, words)
            if not lookup.complete:
                app.call_from_thread(self._take_rest, full_look(index, lookup, progress))
        except CancelledError:
            return

    def _take_rest(self, lookup: Lookup) -> None:
        if (lookup.text, lookup.kind) == (self.search_bar.text, self._kind):
            self._show(lookup, stay=True)

    def _show(self, lookup: Lookup | None, *, stay: bool = False) -> None:
        """Show hits, or the shelf."""
        self._lookup = lookup
        self.set_class(lookup is not None, "searching")
        if lookup is None:
            self.search_bar.show(None, {}, not_understood(parse(self.search_bar.text)))
        else:
            self.search_bar.display = True
            self.search_bar.show(self._kind, lookup.by_kind(), lookup.status())
            self.finds.show(lookup, stay=stay)
        if not self.typing:
            self.set_focus(self.rows)
        self.show_hints()

    # Asking

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_screen(LIBRARY))
