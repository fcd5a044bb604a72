"""The trace of a report: what became of each lesson and gap, and what persons decide about it."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tourview.i18n import _, ngettext
from tourview.ledger import LedgerError
from tourview.report import Link, Section
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.commands import Command, bindings
from tourview.tui.commands.trace import TRACE, trace_hints
from tourview.tui.look import Look
from tourview.tui.meant import Meant
from tourview.tui.screens.on_demand import help_screen
from tourview.tui.screens.page import PageScreen
from tourview.tui.trace_book import (
    CONFIRMED,
    OPEN,
    QUESTIONS,
    REJECTED,
    Pair,
    TraceBook,
    TracePlace,
    TraceState,
    first_tied,
    next_suggested,
    sheet_names,
    sides,
    standing,
)
from tourview.tui.widgets.bars import KeyHints
from tourview.tui.widgets.library_bars import LibraryBar
from tourview.tui.widgets.rows import RowList
from tourview.tui.widgets.trace_matrix import TraceMatrix
from tourview.tui.widgets.trace_pair import TracePair
from tourview.tui.widgets.trace_questions import TraceQuestions
from tourview.tui.widgets.trace_sheets import TraceSheets
from tourview.typeset import visible

_LOW = 30
"""Rows below which blank ones are saved."""
_SHARE = 0.55
"""The share of the height that a matrix may have."""


class TraceScreen(PageScreen):
    """Matrices and lists; gives what the person wants to read (`Meant`), or None."""

    CSS_PATH = "../styles/trace.tcss"
    AUTO_FOCUS = "#trace-matrix"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(TRACE))

    def __init__(
        self, book: TraceBook, look: Look, place: TracePlace, changed: Callable[[tuple[Link, ...]], None]
    ) -> None:
        """Prepare the parts.

        Args:
            book: The report and the ledger of decisions.
            look: The colours.
            place: Where one was; kept up to date.
            changed: Told the report's links after each look into the ledger.
        """
        super().__init__()
        self.book = book
        self.place = place
        self.state: TraceState | None = None
        self.bar = LibraryBar(_("Trace") + f"  {book.report.title}", id="title")
        self.sheets = TraceSheets(id="trace-sheets")
        self.matrix = TraceMatrix(look, id="trace-matrix")
        self.pair = TracePair(look, id="trace-pair")
        self.questions = TraceQuestions(look, id="trace-questions")
        self.hints = KeyHints(trace_hints(matrix=True), id="hints")
        self._changed = changed
        self._waiting: deque[tuple[Link, str]] = deque()
        self._pending: dict[Pair, str] = {}
        self._deciding = False

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here."""
        return TRACE

    def compose(self) -> ComposeResult:
        """The parts: of the matrix with its passages, and the questions, one is seen at a time."""
        yield self.bar
        yield self.sheets
        yield self.matrix
        yield self.pair
        yield self.questions
        yield self.hints

    def on_mount(self) -> None:
        """Trace the links, in the background."""
        self.hints.styles.dock = "bottom"
        self.questions.display = False
        self.matrix.tell_nothing(_("Tracing the links"))
        self._look_up()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.matrix.restyle(look)
        self.pair.restyle(look)
        self.questions.restyle(look)

    def on_resize(self, event: events.Resize) -> None:
        """Save blank rows in a low terminal, and leave the passages their share."""
        self.set_class(event.size.height < _LOW, "low")
        self._share_out()

    def _share_out(self) -> None:
        most = max(5, int((self.app.size.height - 4) * _SHARE))
        self.matrix.styles.height = min(self.matrix.lines + 1, most) if self.matrix.cell else "1fr"
        self.pair.display = self.place.sheet != QUESTIONS and self.matrix.cell is not None

    # Looking and deciding

    @work(thread=True, exclusive=True, group="trace")
    def _look_up(self) -> None:
        try:
            state = self.book.read(until_cancelled())
        except CancelledError:
            return
        except LedgerError as error:
            self.app.call_from_thread(self._fail, error)
        else:
            self.app.call_from_thread(self._take, state)

    def _decide(self, link: Link, status: str) -> None:
        """Have a decision kept; one after the other, in the order in which they were made."""
        self._pending[frozenset((link.source, link.target))] = status
        self._waiting.append((link, status))
        if not self._deciding:
            self._deciding = True
            self._keep_decisions()

    @work(thread=True, group="trace-decision")
    def _keep_decisions(self) -> None:
        state: TraceState | None = None
        while self._waiting:
            try:
                state = self.book.decide(*self._waiting.popleft())
            except LedgerError as error:
                self.app.call_from_thread(self._fail, error)
        self.app.call_from_thread(self._decided, state)

    def _decided(self, state: TraceState | None) -> None:
        """Show what was decided, unless more has been meanwhile."""
        self._deciding = bool(self._waiting)
        if self._deciding:
            self._keep_decisions()
            return
        self._pending.clear()
        if state is not None:
            self._take(state)

    def _fail(self, error: LedgerError) -> None:
        self._tell(str(error), wrong=True)
        if self.state is None:
            self.matrix.tell_nothing(visible(str(error)))

    def _take(self, state: TraceState) -> None:
        """Show the trace as it is now."""
        self._changed(state.links)
        if self.is_attached:
            self.state = state
            self._show()

    def _tell(self, message: str, *, wrong: bool = False) -> None:
        self.app.clear_notifications()
        self.app.notify(visible(message), severity="error" if wrong else "information", markup=False)

    def _show(self) -> None:
        """Show the sheet one is on."""
        state, sheet = self.state, self.place.sheet
        if state is None:
            return
        trace = state.trace
        asking = sheet == QUESTIONS
        self.questions.display = asking
        self.matrix.display = not asking
        count = self.questions.show(trace, self.place.question)
        if not asking:
            down, across = sides(trace, sheet)
            self.matrix.tell_nothing(_("No lessons, gaps or commitments here to hold against each other"))
            here = self.place.cells.get(sheet) or first_tied(trace, down, across)
            self.matrix.show(down, across, state, here)
            self._show_pair()
        self._share_out()
        self.sheets.show(sheet_names(trace, count), sheet)
        confirmed = sum(tie.confirmed for tie in trace.ties)
        told = ngettext("{count} link, {confirmed} confirmed", "{count} links, {confirmed} confirmed", len(trace.ties))
        self.bar.tell(told.format(count=len(trace.ties), confirmed=confirmed))
        self.hints.show(trace_hints(matrix=not asking))
        self.set_focus(self.questions if asking else self.matrix)

    def _show_pair(self) -> None:
        """Show both passages of the cell, and how it stands with their link."""
        cell, state = self.matrix.cell, self.state
        if cell is None or state is None:
            self.pair.show(None, "", ())
            return
        one, other = cell
        self.place.cells[self.place.sheet] = one.ref, other.ref
        tie = state.trace.tie(one.ref, other.ref)
        self.pair.show(cell, standing(tie, self._status(one, other)), tie.link.evidence if tie else ())

    def _status(self, one: Section, other: Section) -> str:
        """What a person decided about the link of two sections."""
        pair = frozenset((one.ref, other.ref))
        known = self.state.decided.get(pair, OPEN) if self.state else OPEN
        return self._pending.get(pair, known)

    # Moving

    def action_move(self, rows: int) -> None:
        """Up or down."""
        if self.place.sheet == QUESTIONS:
            self.questions.move(rows)
        else:
            self.matrix.move(rows)

    def action_across(self, columns: int) -> None:
        """To the left or right."""
        if self.place.sheet != QUESTIONS:
            self.matrix.move(0, columns)

    def action_page(self, direction: int) -> None:
        """Scroll the passages, or the questions, by a screenful."""
        if self.place.sheet == QUESTIONS:
            self.questions.page(direction)
        else:
            self.pair.page(direction)

    def action_end(self, direction: int) -> None:
        """To the first or the last row."""
        if self.place.sheet == QUESTIONS:
            self.questions.end(direction)
        else:
            self.matrix.end(direction)

    def action_sheet(self, step: int) -> None:
        """To the next or previous sheet."""
        self.action_show_sheet((self.place.sheet + step) % (QUESTIONS + 1))

    def action_show_sheet(self, number: int) -> None:
        """To a sheet."""
        self.place.sheet = number
        self._show()

    def action_suggested(self, direction: int) -> None:
        """To the next or previous link of the sheet that is suggested, row by row, round the end."""
        cell = self.matrix.cell
        if self.state is None or cell is None or self.place.sheet == QUESTIONS:
            return
        found = next_suggested(self.state.trace, sides(self.state.trace, self.place.sheet), cell, direction)
        if found is None:
            self._tell(_("No link is left that only words suggest"))
        else:
            self.matrix.go_to(*found)

    def on_trace_matrix_moved(self) -> None:
        """Show the passages of the cell."""
        self._show_pair()

    def on_trace_matrix_chosen(self) -> None:
        """The cell was clicked again."""
        self.action_enter()

    def on_row_list_moved(self, _event: RowList.Moved) -> None:
        """Know where to come back to."""
        self.place.question = self.questions.cursor

    def on_row_list_chosen(self) -> None:
        """A row of the questions was clicked that had the cursor."""
        self.action_enter()

    # Deciding

    def action_enter(self) -> None:
        """Confirm the link of the cell, or leave it open again; among the questions, read the passage."""
        if self.place.sheet == QUESTIONS:
            self.dismiss(self.questions.meant)
        elif self.matrix.cell is not None and self.state is not None:
            one, other = self.matrix.cell
            tie = self.state.trace.tie(one.ref, other.ref)
            status = self._status(one, other)
            if tie is not None and tie.confirmed and status != CONFIRMED:
                self._tell(_("The report itself states this link; x rejects it"))
            else:
                self._put(one, other, OPEN if status == CONFIRMED else CONFIRMED)

    def action_reject(self) -> None:
        """Reject the link of the cell, or leave it open again."""
        if self.place.sheet == QUESTIONS or self.matrix.cell is None or self.state is None:
            return
        one, other = self.matrix.cell
        status = self._status(one, other)
        if status == REJECTED:
            self._put(one, other, OPEN)
        elif self.state.trace.tie(one.ref, other.ref) is None:
            self._tell(_("There is no link here to reject"))
        else:
            self._put(one, other, REJECTED)

    def action_undo(self) -> None:
        """Take the last decision back."""
        if not self.place.decisions:
            self._tell(_("There is nothing to undo"))
            return
        link, status = self.place.decisions.pop()
        self.matrix.go_to(link.source, link.target)
        self._decide(link, status)

    def _put(self, one: Section, other: Section, status: str) -> None:
        """Decide about a link."""
        link = self.book.link_between(one.ref, other.ref)
        self.place.decisions.append((link, self._status(one, other)))
        self._decide(link, status)

    # Reading

    def action_open(self, which: int) -> None:
        """Read one of the two passages in the report."""
        if self.place.sheet == QUESTIONS:
            self.dismiss(self.questions.meant)
        elif self.matrix.cell is not None:
            self.dismiss(Meant(self.matrix.cell[which]))

    def on_trace_pair_wanted(self, event: TracePair.Wanted) -> None:
        """A passage was clicked."""
        self.action_open(event.which)

    def action_back(self) -> None:
        """Back to the report."""
        self.dismiss(None)

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_screen(TRACE))
