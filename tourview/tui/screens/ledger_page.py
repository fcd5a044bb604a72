"""The page of the ledger: its parts, and which rows are shown in which order."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from tourview.i18n import _
from tourview.ledger.row import Row
from tourview.ledger.selecting import select
from tourview.tui.arrangement import LOW
from tourview.tui.commands.ledger import DETAIL_HINTS, HINTS
from tourview.tui.ledger_book import LedgerBook, State
from tourview.tui.ledger_forms import filter_form, wanted_of
from tourview.tui.ledger_order import Order, Ordering, ordered
from tourview.tui.ledger_words import summary_line, wanted_words
from tourview.tui.look import Look
from tourview.tui.screens.ledger_form import LedgerForm
from tourview.tui.screens.watching import WatchingScreen
from tourview.tui.widgets.bars import KeyHints
from tourview.tui.widgets.ledger_bars import LedgerSummary
from tourview.tui.widgets.ledger_details import LedgerDetails
from tourview.tui.widgets.ledger_rows import LedgerRows
from tourview.tui.widgets.library_bars import LibraryBar
from tourview.typeset import visible

_WIDE = 110
"""Columns from which the details stand beside the rows."""
_HIGH = 24
"""Rows from which they stand below them, where they cannot stand beside."""


class LedgerPage(WatchingScreen):
    """The rows, and the details of one; what is done to them is told by `LedgerScreen`."""

    CSS_PATH = "../styles/ledger.tcss"
    AUTO_FOCUS = "#ledger-rows"

    def __init__(self, book: LedgerBook, look: Look, name: str) -> None:
        """Prepare the parts.

        Args:
            book: The ledger.
            look: The colours.
            name: Whose ledger it is: a report's title, a library's name.
        """
        super().__init__()
        self.book = book
        self.state: State | None = None
        self.bar = LibraryBar(_("Ledger") + f"  {name}", id="title")
        self.summary = LedgerSummary(id="ledger-summary")
        self.rows = LedgerRows(look, id="ledger-rows")
        self.details = LedgerDetails(look, id="ledger-details")
        self.nothing = Static("", id="ledger-nothing", markup=False)
        self.hints = KeyHints(HINTS, id="hints")
        self._asked: Mapping[str, str] = {}
        self._ordering = Ordering()
        self._shown: Sequence[Row] = ()

    def compose(self) -> ComposeResult:
        """The parts; in place of rows, where there are none, why."""
        yield self.bar
        yield self.summary
        yield self.rows
        yield self.nothing
        yield self.details
        yield self.hints

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.rows.restyle(look)
        self.details.restyle(look)

    # Sharing out the room

    def on_resize(self, event: events.Resize) -> None:
        """The details beside the rows, below them, or in their place."""
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        wide = size.width >= _WIDE
        below = not wide and size.height >= _HIGH
        self.set_class(wide, "wide")
        self.set_class(below, "below")
        self.set_class(size.height < LOW, "low")
        # A grid fills its cells in order: beside the rows the details begin at the top, else they come after them.
        self.move_child(self.details, after=self.summary if wide else self.nothing)
        if wide:
            self.styles.grid_size_columns = 2
            self.styles.grid_columns = f"1fr {max(46, size.width * 2 // 5)}"
        else:
            self.styles.grid_size_columns = 1
            self.styles.grid_columns = "1fr"
        head = 2 if size.height < LOW else 3
        turned = self.has_class("details-turn")
        self.styles.grid_rows = f"{head} {self._rows_share(size)} 1fr" if below and not turned else f"{head} 1fr"

    def _rows_share(self, size: Size) -> str:
        """The lines that the rows have above the details: what they need, and no more than half of the screen."""
        needed = 2 * len(self._shown) + 1
        return str(max(3, min(needed, size.height // 2)))

    # Showing

    def show_state(self, state: State, here: str = "") -> None:
        """Show the rows as they are now.

        Args:
            state: The rows.
            here: The id of the row to have under the cursor; empty to stay.
        """
        self.state = state
        self.bar.tell(state.today.isoformat())
        wanted = wanted_of(self._asked)
        chosen = select(state.rows, wanted, state.today)
        if here and all(row.id != here for row in chosen):
            # What was just changed stays in view, whether or not the filter would have it.
            chosen = tuple(row for row in state.rows if row in chosen or row.id == here)
        self._shown = ordered(chosen, self._ordering, state.today)
        titled = self._ordering.order is Order.PLACE and len({row.report for row in state.rows}) > 1
        self.rows.show(self._shown, state.reports, state.today, here=here, titles=titled)
        asked = wanted_words(wanted)
        told = f"{asked}  {len(self._shown)}/{len(state.rows)}" if asked else ""
        order = "" if self._ordering == Ordering() else self._ordering.name
        self.summary.show(summary_line(state.rows, state.today), told, order)
        self._show_details()
        if not state.rows:
            self.tell_nothing(_("This report makes no commitments."))
        elif not self._shown:
            self.tell_nothing(_("No row is like that; Esc shows all."))
        else:
            self.tell_nothing("")
        self._arrange(self.size)

    def tell_nothing(self, why: str, cure: str = "") -> None:
        """Say in place of the rows why there are none, and what can be done; an empty text shows the rows."""
        self.set_class(bool(why), "empty")
        self.nothing.update(Content("\n\n".join(filter(None, (visible(why), cure)))))

    def _show_details(self) -> None:
        if self.state is not None:
            self.details.show(self.rows.row, self.state)

    def on_row_list_moved(self) -> None:
        """Show the details of the row one has come to."""
        self._show_details()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys that matter where one is."""
        self.hints.show(DETAIL_HINTS if self.in_details else HINTS)

    # Moving

    @property
    def in_details(self) -> bool:
        """Whether the keys move in the details."""
        return self.details.has_focus

    def action_move(self, rows: int) -> None:
        """Up or down by a row, or by a line of the details."""
        (self.details if self.in_details else self.rows).move(rows)

    def action_page(self, direction: int) -> None:
        """Up or down by a screenful."""
        (self.details if self.in_details else self.rows).page(direction)

    def action_end(self, direction: int) -> None:
        """To the beginning or the end."""
        (self.details if self.in_details else self.rows).end(direction)

    def action_link(self, direction: int) -> None:
        """In the details, to the next or previous lesson or gap."""
        if self.in_details:
            self.details.step_link(direction)

    def action_details(self) -> None:
        """From the rows to the details, and back."""
        if self.in_details:
            self.leave_details()
        elif self.rows.row is not None:
            self.add_class("details-turn")
            self._arrange(self.size)
            self.set_focus(self.details)

    def leave_details(self) -> None:
        """Back to the rows."""
        self.remove_class("details-turn")
        self._arrange(self.size)
        self.set_focus(self.rows)

    # Which rows, and in which order

    @property
    def filtering(self) -> bool:
        """Whether only some of the rows are shown."""
        return bool(self._asked)

    def action_filter(self) -> None:
        """Ask which rows to show."""
        if self.state is not None:
            self.app.push_screen(LedgerForm(filter_form(self._asked, self.state)), self._take_filter)

    def _take_filter(self, answers: Mapping[str, str] | None) -> None:
        if answers is not None:
            self.ask({**self._asked, **answers})

    def ask(self, asked: Mapping[str, str]) -> None:
        """Show the rows that are like this; all for nothing asked."""
        self._asked = {name: text for name, text in asked.items() if text}
        if self.state is not None:
            self.show_state(self.state)

    def action_sort(self, order: str) -> None:
        """Put the rows in an order; the order in force is turned round."""
        wanted = Order(order)
        turned = wanted is self._ordering.order and not self._ordering.turned
        self._ordering = Ordering(wanted, turned)
        if self.state is not None:
            self.show_state(self.state)

    def action_sort_next(self) -> None:
        """Put the rows in the next order."""
        orders = list(Order)
        self.action_sort(orders[(orders.index(self._ordering.order) + 1) % len(orders)])

    def action_sort_turn(self) -> None:
        """Turn the order round."""
        self.action_sort(self._ordering.order)
