"""The page of the trace: its parts, which sheet is shown, and moving in it."""

from textual import events
from textual.app import ComposeResult

from tourview.i18n import _, ngettext
from tourview.report import Section
from tourview.tracing import evidence_notes
from tourview.tui.arrangement import LOW
from tourview.tui.commands.trace import trace_hints
from tourview.tui.look import Look
from tourview.tui.screens.watching import WatchingScreen
from tourview.tui.trace_book import (
    OPEN,
    QUESTIONS,
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

_SHARE = 0.55
"""The share of the height that a matrix may have."""


class TracePage(WatchingScreen):
    """Matrices and lists, and moving in them; what is decided is told by `TraceScreen`."""

    CSS_PATH = "../styles/trace.tcss"
    AUTO_FOCUS = "#trace-matrix"

    def __init__(self, book: TraceBook, look: Look, place: TracePlace) -> None:
        """Prepare the parts.

        Args:
            book: The report and the ledger of decisions.
            look: The colours.
            place: Where one was; kept up to date.
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

    def compose(self) -> ComposeResult:
        """The parts: of the matrix with its passages, and the questions, one is seen at a time."""
        yield self.bar
        yield self.sheets
        yield self.matrix
        yield self.pair
        yield self.questions
        yield self.hints

    def on_mount(self) -> None:
        """Begin with the matrix."""
        self.hints.styles.dock = "bottom"
        self.questions.display = False

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.matrix.restyle(look)
        self.pair.restyle(look)
        self.questions.restyle(look)

    def on_resize(self, event: events.Resize) -> None:
        """Save blank rows in a low terminal, and leave the passages their share."""
        self.set_class(event.size.height < LOW, "low")
        self._share_out()

    def _share_out(self) -> None:
        most = max(5, int((self.app.size.height - 4) * _SHARE))
        self.matrix.styles.height = min(self.matrix.lines + 1, most) if self.matrix.cell else "1fr"
        self.pair.display = self.place.sheet != QUESTIONS and self.matrix.cell is not None

    # Showing

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
        self.place.question = self.questions.cursor
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
            self.pair.show(None, "")
            return
        one, other = cell
        self.place.cells[self.place.sheet] = one.ref, other.ref
        tie = state.trace.tie(one.ref, other.ref)
        evidence = tie.link.evidence if tie else ()
        told = standing(tie, self._status(one, other))
        self.pair.show(cell, told, evidence, evidence_notes(state.spread, evidence))

    def _status(self, one: Section, other: Section) -> str:
        """What a person decided about the link of two sections."""
        return self.state.status(one, other) if self.state else OPEN

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
            self.tell(_("No link is left that only words suggest"))
        else:
            self.matrix.go_to(*found)

    def on_trace_matrix_moved(self) -> None:
        """Show the passages of the cell."""
        self._show_pair()

    def on_row_list_moved(self, _event: RowList.Moved) -> None:
        """Know where to come back to."""
        self.place.question = self.questions.cursor
