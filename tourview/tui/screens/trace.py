"""The trace of a report: what became of each lesson and gap, and what persons decide about it."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tourview.i18n import _
from tourview.ledger.errors import LedgerError
from tourview.report import Link, Section
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.commands import Command, bindings
from tourview.tui.commands.trace import TRACE
from tourview.tui.look import Look
from tourview.tui.meant import Meant
from tourview.tui.screens.on_demand import help_screen
from tourview.tui.screens.trace_page import TracePage
from tourview.tui.trace_book import CONFIRMED, OPEN, QUESTIONS, REJECTED, TraceBook, TracePlace, TraceState
from tourview.tui.widgets.trace_pair import TracePair
from tourview.typeset import visible


class TraceScreen(TracePage):
    """Matrices and lists; gives what the person wants to read (`Meant`), or None."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(TRACE))

    def __init__(
        self, book: TraceBook, look: Look, place: TracePlace, changed: Callable[[tuple[Link, ...]], None]
    ) -> None:
        """Prepare the screen.

        Args:
            book: The report and the ledger of decisions.
            look: The colours.
            place: Where one was; kept up to date.
            changed: Told the report's links whenever they are others.
        """
        super().__init__(book, look, place)
        self._changed = changed
        self._kept: TraceState | None = None
        self._waiting: deque[tuple[Link, str]] = deque()
        self._deciding = False

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here."""
        return TRACE

    def on_mount(self) -> None:
        """Trace the links, in the background."""
        self.matrix.tell_nothing(_("Tracing the links"))
        self._look_up()

    def on_unmount(self) -> None:
        """Let the ledger go."""
        self.book.close()

    # Looking

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

    def news(self) -> Callable[[], None] | None:
        """What others have decided meanwhile."""
        shown = self.state
        state = self.book.news(shown) if shown is not None and not self._deciding else None
        return partial(self._take_news, shown, state) if shown is not None and state is not None else None

    def _take_news(self, shown: TraceState, state: TraceState) -> None:
        if self._deciding or self.state is not shown:
            self.book.unread()
            return
        self._take(state)
        if set(state.links) != set(shown.links):
            self.tell(_("The ledger has changed"))

    def _fail(self, error: LedgerError) -> None:
        self.tell(str(error), wrong=True)
        if self.state is None:
            self.matrix.tell_nothing(visible(str(error)))

    def _take(self, state: TraceState) -> None:
        """Show the trace as the ledger has it."""
        self._kept = state
        self._take_on(state)

    def _take_on(self, state: TraceState) -> None:
        """Show another state of the trace."""
        self._changed(state.links)
        if self.is_attached and (self.state is None or not self.state.holds(state.links, state.decided)):
            self.state = state
            self._show()

    # Keeping decisions

    def _decide(self, link: Link, status: str) -> None:
        """Show a decision at once, and have it kept; one after the other, in the order in which they were made."""
        if self.state is None:
            return
        self._take_on(self.book.foresee(self.state, link, status))
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
        """Show what is kept, unless more has been decided meanwhile; what could not be kept is no longer shown."""
        self._kept = state or self._kept
        self.book.unread()
        self._deciding = bool(self._waiting)
        if self._deciding:
            self._keep_decisions()
        elif self._kept is not None:
            self._take_on(self._kept)

    # Deciding

    def on_trace_matrix_chosen(self) -> None:
        """The cell was clicked again."""
        self.action_enter()

    def on_row_list_chosen(self) -> None:
        """A row of the questions was clicked that had the cursor."""
        self.action_enter()

    def action_enter(self) -> None:
        """Confirm the link of the cell, or leave it open again; among the questions, read the passage."""
        if self.place.sheet == QUESTIONS:
            self.dismiss(self.questions.meant)
        elif self.matrix.cell is not None and self.state is not None:
            one, other = self.matrix.cell
            tie = self.state.trace.tie(one.ref, other.ref)
            status = self._status(one, other)
            if tie is not None and tie.confirmed and status != CONFIRMED:
                self.tell(_("The report itself states this link; x rejects it"))
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
            self.tell(_("There is no link here to reject"))
        else:
            self._put(one, other, REJECTED)

    def action_undo(self) -> None:
        """Take the last decision back."""
        if not self.place.decisions:
            self.tell(_("There is nothing to undo"))
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
