"""The ledger on the screen: what is done to its rows, each change in the background."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tourview.i18n import _, listed
from tourview.ledger.errors import Conflict, LedgerError
from tourview.ledger.row import LinkEnd, Row
from tourview.ledger.rules import status_word
from tourview.ledger.status import Status, status_named
from tourview.ledger.store import Ledger
from tourview.ledger.words import deed as told_deed
from tourview.report import fold
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.commands import Command, bindings
from tourview.tui.commands.ledger import LEDGER
from tourview.tui.ledger_book import Deed, LedgerBook, State
from tourview.tui.ledger_forms import close_form, edit_form, log_form, not_closable, reachable, status_form
from tourview.tui.ledger_question import Form
from tourview.tui.ledger_words import problem_words, row_citation
from tourview.tui.look import Look
from tourview.tui.screens.ledger_form import LedgerForm
from tourview.tui.screens.ledger_page import LedgerPage
from tourview.tui.screens.on_demand import help_screen, prompt_screen
from tourview.tui.screens.reading import ReadingScreen
from tourview.tui.undertakings import undertakings
from tourview.tui.widgets.ledger_details import LedgerDetails

Read = Callable[[Row, LinkEnd | None], None]
"""Called when the person wants to read a row's commitment, or a lesson or gap it answers, in the report."""
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Asking:
    """A form that is put before the person, and what its answers do to a row.

    Attributes:
        row: The row as the person saw it.
        form: The form for a row as it is.
        deed: From the row and the answers to the change.
    """

    row: Row
    form: Callable[[Row, State], Form]
    deed: Callable[[Row, Answers], Deed]


class LedgerScreen(LedgerPage):
    """The ledger of a report, or of a library."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(LEDGER))

    def __init__(self, book: LedgerBook, look: Look, name: str, read: Read) -> None:
        """Prepare the screen.

        Args:
            book: The ledger.
            look: The colours.
            name: Whose ledger it is.
            read: Opens a commitment in its report.
        """
        super().__init__(book, look, name)
        self._read = read

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here."""
        return LEDGER

    def on_mount(self) -> None:
        """Read the ledger."""
        self.tell_nothing(_("Opening the ledger"))
        self.action_look_again()

    # Reading

    @work(thread=True, exclusive=True, group="ledger")
    def action_look_again(self) -> None:
        """Read the ledger, with what others have changed."""
        try:
            state = self.book.read(until_cancelled(self._tell_progress))
        except CancelledError:
            return
        except LedgerError as error:
            self.app.call_from_thread(self._cannot_read, error)
        else:
            self.app.call_from_thread(self._take_state, state)

    def news(self) -> Callable[[], None] | None:
        """What others have changed meanwhile."""
        shown = self.state
        state = self.book.news(shown) if shown is not None else None
        return partial(self._take_news, shown, state) if shown is not None and state is not None else None

    def _take_news(self, shown: State, state: State) -> None:
        """Show what others have changed; the row under the cursor stays there whatever has become of it."""
        if self.state is not shown:
            self.book.unread()
            return
        self._take_state(state, self.rows.row.id if self.rows.row else "")
        others = state.others_since(shown, self.book.actor)
        if others:
            self.tell(_("The ledger has changed: {who}").format(who=listed(others)))

    def on_unmount(self) -> None:
        """Let the ledger go."""
        self.book.close()

    def _tell_progress(self, share: float) -> None:
        self.app.call_from_thread(self.bar.tell_doing, f"{share:.0%}")

    def _take_state(self, state: State, here: str = "") -> None:
        if self.is_attached:
            self.bar.tell_doing("")
            self.book.unread()
            self.show_state(state, here)

    def _cannot_read(self, error: LedgerError) -> None:
        """Tell in one line why there is nothing to see; what is shown already stays."""
        told = str(error)
        if self.state is not None or not self.is_attached:
            self.tell(told, wrong=True)
        else:
            self.tell_nothing(told, _("r tries again"))

    # Changing

    @work(thread=True, group="ledger-change")
    def _change(self, row: Row, deed: Deed, again: Callable[[LedgerError, State | None], None]) -> None:
        """Make a change; `again` is told what is wrong with it, and the rows as they are then, if they can be read."""
        try:
            after, state = self.book.change(deed)
        except LedgerError as error:
            self.app.call_from_thread(again, error, self._state_after(error))
        else:
            self.app.call_from_thread(self._changed, row, after, state)

    def _state_after(self, error: LedgerError) -> State | None:
        """The rows as they are after a change was refused: somebody else's may be the reason."""
        try:
            return self.book.look() if isinstance(error, Conflict) else None
        except LedgerError:
            return None

    def _changed(self, before: Row, after: Row, state: State) -> None:
        """Show the rows, and tell what was done."""
        self._take_state(state, after.id)
        version = before.version if after.id == before.id else 0
        done = [event for event in state.histories[after.id] if event.version > version]
        told = listed(dict.fromkeys(told_deed(event) for event in done))
        self.tell(f"{after.id}  {told}" if done else _("{id}: nothing to change; it is so already").format(id=after.id))

    def _refused(self, error: LedgerError, state: State | None) -> None:
        """Tell what is wrong with a change."""
        if state is not None:
            self._take_state(state)
        self.tell(self._problem(error), wrong=True)

    def _problem(self, error: LedgerError) -> str:
        """What is wrong: with the whole ledger, which is named, or with a change of a row that one has before one."""
        return str(error) if error.name == str(self.book.path) else problem_words(error)

    def _ask(self, asking: Asking, typed: Answers | None = None, wrong: str = "") -> None:
        """Put a form before the person; make the change when it is filled in."""
        if self.state is not None:
            form = LedgerForm(asking.form(asking.row, self.state), typed=typed, wrong=wrong)
            self.app.push_screen(form, partial(self._answered, asking))

    def _answered(self, asking: Asking, answers: Answers | None) -> None:
        if answers is not None:
            deed = asking.deed(asking.row, answers)
            self._change(asking.row, deed, partial(self._asked_again, asking, answers))

    def _asked_again(self, asking: Asking, answers: Answers, error: LedgerError, state: State | None) -> None:
        """After a change was refused: show how things are now, and the form again with what was typed."""
        rows = state.rows if state is not None else ()
        now = next((row for row in rows if row.id == asking.row.id), asking.row)
        if not self.is_attached:
            self._refused(error, state)
            return
        if state is not None:
            self._take_state(state)
        self._ask(Asking(now, asking.form, asking.deed), answers, self._problem(error))

    @property
    def _row(self) -> Row | None:
        return self.rows.row if self.state is not None else None

    def action_edit(self) -> None:
        """Say who answers for it, until when, how it is measured, how far it is."""
        if self._row is not None:
            self._ask(Asking(self._row, edit_form, _setting))

    def action_log(self) -> None:
        """Log progress."""
        if self._row is not None:
            self._ask(Asking(self._row, log_form, _logging))

    def action_close_row(self) -> None:
        """Close what is done, as its reviewer."""
        row, state = self._row, self.state
        if row is None or state is None:
            return
        problem = not_closable(row, state)
        if problem:
            self.tell(problem, wrong=True)
        else:
            self._ask(Asking(row, close_form, _closing))

    def action_status(self) -> None:
        """Ask for the status it is to come to, then for what that needs."""
        row = self._row
        if row is None:
            return
        words = {status_word(status): status for status in reachable(row)}

        def suggest(typed: str) -> list[tuple[str, str]]:
            return [(word, word) for word in words if fold(typed).strip() in word]

        def check(typed: str) -> str | None:
            known = status_named(typed) in words.values()
            return None if known else _("it can become {allowed}").format(allowed=listed(words))

        prompt = prompt_screen(label_of_status(row), _("the new status"), suggest=suggest, check=check)
        self.app.push_screen(prompt, partial(self._come_to, row))

    def _come_to(self, row: Row, typed: str | None) -> None:
        status = status_named(typed) if typed else None
        if status is None or self.state is None:
            return
        if status_form(row, status, self.state).questions:
            form = partial(_status_form, status)
            self._ask(Asking(row, form, partial(_coming_to, status)))
        else:
            self._change(row, _coming_to(status, row, {}), self._refused)

    def action_split(self) -> None:
        """Ask for the undertaking to split off; its sentences are offered."""
        row = self._row
        if row is not None:
            suggest = partial(undertakings, row.passage)
            prompt = prompt_screen(_("Split off"), _("the words of the undertaking"), suggest=suggest)
            self.app.push_screen(prompt, partial(self._split, row))

    def _split(self, row: Row, words: str | None) -> None:
        if words:
            self._change(row, lambda ledger: ledger.split(row.id, words), self._refused)

    def action_undo(self) -> None:
        """Take the last change of the row back."""
        row = self._row
        if row is not None:
            self._change(row, lambda ledger: ledger.undo(row.id, version=row.version), self._refused)

    # Reading on, citing, leaving

    def action_enter(self) -> None:
        """Read the commitment, or the lesson or gap one stands at."""
        if self._row is not None:
            self._read(self._row, self.details.link if self.in_details else None)

    def on_row_list_chosen(self) -> None:
        """A row was clicked that had the cursor."""
        self.action_enter()

    def on_ledger_details_followed(self, event: LedgerDetails.Followed) -> None:
        """A lesson or gap was clicked."""
        if self._row is not None:
            self._read(self._row, event.end)

    def action_cite(self) -> None:
        """Copy the row as a citation, with its state."""
        if self._row is not None and self.state is not None:
            cited = row_citation(self._row, self.state.reports[self._row.report], self.state.today)
            self.post_message(ReadingScreen.Copied(cited, _("Citation copied to {way}")))

    def action_back(self) -> None:
        """From the details to the rows, from some rows to all, from all to where one came from."""
        if self.in_details:
            self.leave_details()
        elif self.filtering:
            self.ask({})
        else:
            self.dismiss()

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_screen(self.commands))


def label_of_status(row: Row) -> str:
    """What stands before the question for a new status: the one it has."""
    return f"{row.id}  {status_word(row.status)} →"


def _setting(row: Row, answers: Answers) -> Deed:
    return lambda ledger: ledger.set(row.id, answers, version=row.version)


def _logging(row: Row, answers: Answers) -> Deed:
    day = date.fromisoformat(answers["day"]) if "day" in answers else None
    # An entry is only added: nothing that others did meanwhile is in its way.
    return lambda ledger: ledger.log(row.id, answers["text"], day=day)


def _closing(row: Row, answers: Answers) -> Deed:
    day = date.fromisoformat(answers["day"]) if "day" in answers else None
    note = answers.get("note", "")

    def close(ledger: Ledger) -> Row:
        return ledger.close(row.id, answers["reviewer"], day=day, note=note, version=row.version)

    return close


def _status_form(status: Status, row: Row, state: State) -> Form:
    return status_form(row, status, state)


def _coming_to(status: Status, row: Row, answers: Answers) -> Deed:
    return lambda ledger: ledger.set(row.id, {"status": status.value, **answers}, version=row.version)
