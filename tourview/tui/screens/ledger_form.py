"""A form of the ledger: its questions one below the other, each answer judged as it is typed."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tourview.tui.arrangement import LOW
from tourview.tui.commands import bindings
from tourview.tui.commands.ledger import FORM, FORM_HINTS
from tourview.tui.ledger_question import Form
from tourview.tui.widgets.bars import KeyHints
from tourview.tui.widgets.ledger_field import Answer, AnswerField, AnswerOffers
from tourview.typeset import cell_width, visible

_BELOW, _AROUND = 6, 14
"""Rows for title, problem, offers and keys: in a low terminal, and with blank ones around them."""


class LedgerForm(ModalScreen[Mapping[str, str] | None]):
    """Asks some questions; gives the answers that were changed, by name, or None when the person thinks better of it.

    Nothing that the rules refuse is given: what is wrong stands below its field, or below all of them.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(FORM))

    def __init__(self, form: Form, *, typed: Mapping[str, str] | None = None, wrong: str = "") -> None:
        """Prepare the form.

        Args:
            form: What is asked.
            typed: Answers that were given before, by name, in their canonical text.
            wrong: What was wrong with them.
        """
        super().__init__()
        self._form = form
        self._wrong = wrong
        width = max(cell_width(question.label) for question in form.questions) + 2
        stated = typed or {}
        self._answers = [
            Answer(question, question.show(stated.get(question.name, question.value)), width)
            for question in form.questions
        ]
        self._begun = self._typed
        self._offers = AnswerOffers(id="form-offers")
        self._problem = Static("", id="form-wrong", markup=False)

    def compose(self) -> ComposeResult:
        """Title, questions, what is wrong, what is offered, keys."""
        with Vertical(id="form"):
            yield Static(visible(self._form.title), id="form-title", markup=False)
            with VerticalScroll(id="form-answers", can_focus=False):
                yield from self._answers
            yield self._problem
            yield self._offers
            yield KeyHints(FORM_HINTS, id="form-hints")

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for what stands below the questions."""
        low = event.size.height < LOW
        self.set_class(low, "low")
        self.query_one("#form-answers").styles.max_height = max(3, event.size.height - (_BELOW if low else _AROUND))

    def on_mount(self) -> None:
        """Begin with the first question."""
        self.set_focus(self._answers[0].field)
        self._tell(self._wrong)

    @property
    def _here(self) -> Answer | None:
        return next((answer for answer in self._answers if answer.field.has_focus), None)

    @property
    def _typed(self) -> tuple[str, ...]:
        return tuple(answer.field.value for answer in self._answers)

    def _changed(self) -> Mapping[str, str]:
        """The answers that are not what they were; those with something wrong in them are left out."""
        return dict(self._changes())

    def _changes(self) -> Iterator[tuple[str, str]]:
        for answer in self._answers:
            if not answer.wrong and answer.canonical != answer.question.value:
                yield answer.question.name, answer.canonical

    def _tell(self, problem: str) -> None:
        self._problem.update(visible(problem))
        self._problem.display = bool(problem)

    def _judge(self) -> str:
        """What is wrong with the answers together; nothing where one of them is wrong by itself, which says so."""
        if any(answer.wrong for answer in self._answers):
            return ""
        return self._form.check(self._changed()) or ""

    def _offer(self) -> None:
        here = self._here
        self._offers.show(here.question.matching(here.field.value) if here else ())

    # What the fields tell

    def on_input_changed(self) -> None:
        """Judge what is typed, once something is."""
        for answer in self._answers:
            answer.judge()
        self._offer()
        if self._typed != self._begun:
            self._begun = ()
            self._tell(self._judge())

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Offer what suits the field."""
        self._offer()

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def on_answer_field_taken(self, _event: AnswerField.Taken) -> None:
        """Take what is offered first."""
        if self._here is not None and self._offers.offers:
            self._here.put(self._offers.offers[0])

    def on_answer_offers_picked(self, event: AnswerOffers.Picked) -> None:
        """Take what was clicked."""
        if self._here is not None:
            self._here.put(event.offer)

    # What the keys do

    def action_step(self, step: int) -> None:
        """To the next or previous field."""
        here = self._here
        place = self._answers.index(here) if here else 0
        self.set_focus(self._answers[(place + step) % len(self._answers)].field)

    def action_save(self) -> None:
        """Give the answers, or say what is wrong with them and go on asking."""
        wrong = next((answer for answer in self._answers if answer.wrong), None)
        if wrong is not None:
            self.set_focus(wrong.field)
            return
        problem = self._judge()
        self._tell(problem)
        if not problem:
            self.dismiss(self._changed())

    def action_give_up(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
