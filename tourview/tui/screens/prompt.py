"""One question answered in one line at the foot of the screen: a ref, a file to open, a file to write."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tourview.tui.commands import bindings
from tourview.tui.commands.prompting import HINTS, PROMPT, SUGGESTING_HINTS
from tourview.tui.widgets.bars import KeyHints
from tourview.tui.widgets.searchbar import Field
from tourview.typeset import visible


class PromptScreen(ModalScreen[str | None]):
    """Asks for one line of text, with suggestions; gives None when the person thinks better of it."""

    CSS_PATH = "../styles/prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(PROMPT))

    def __init__(
        self,
        sign: str,
        hint: str,
        *,
        value: str = "",
        suggest: Callable[[str], Sequence[tuple[str, str]]] | None = None,
        check: Callable[[str], str | None] | None = None,
        known: Sequence[str] = (),
    ) -> None:
        """Prepare the question.

        Args:
            sign: What stands before the field: `:`, or a word.
            hint: What is asked for, shown in the empty field.
            value: What stands in the field at first.
            suggest: Answers that suit what is typed, as (answer, how it is shown).
            check: What is wrong with an answer, or None if it will do.
            known: What an answer may end in, shown beside the keys as far as there is room.
        """
        super().__init__()
        self._sign = sign
        self._hint = hint
        self._value = value
        self._suggest = suggest
        self._check = check
        self._hints = KeyHints(HINTS, after=known, id="prompt-hints")
        self._answers: list[str] = []

    def compose(self) -> ComposeResult:
        """The suggestions above, the field below them, the keys at the foot."""
        with Vertical(id="prompt"):
            yield OptionList(id="prompt-list", compact=True)
            yield Static("", id="prompt-wrong", markup=False)
            with Horizontal(id="prompt-row"):
                yield Static(self._sign, id="prompt-sign", markup=False)
                yield Field(self._value, placeholder=self._hint, id="prompt-field", compact=True)
            yield self._hints

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(OptionList).can_focus = False
        self.set_focus(self.query_one(Field))
        self._offer(self._value)

    def _offer(self, text: str) -> None:
        suggestions = list(self._suggest(text)) if self._suggest else []
        self._answers = [answer for answer, _shown in suggestions]
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options([Option(Content(visible(shown))) for _answer, shown in suggestions])
        choices.display = bool(suggestions)
        self._hints.show(SUGGESTING_HINTS if suggestions else HINTS)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Suggest anew."""
        self.query_one("#prompt-wrong", Static).update("")
        self._offer(event.value)

    def on_input_submitted(self) -> None:
        """Enter answers."""
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with the chosen suggestion, or with what was typed."""
        chosen = self.query_one(OptionList).highlighted
        self._answer(self.query_one(Field).value if chosen is None else self._answers[chosen])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the suggestion that was clicked."""
        self._answer(self._answers[event.option_index])

    def _answer(self, answer: str) -> None:
        """Give an answer, or say what is wrong with it and go on asking; a blank one is none."""
        wrong = self._check(answer) if self._check and answer.strip() else None
        if wrong:
            self.query_one("#prompt-wrong", Static).update(visible(wrong))
        else:
            self.dismiss(answer if answer.strip() else None)

    def action_suggestion(self, step: int) -> None:
        """Move among the suggestions."""
        choices = self.query_one(OptionList)
        if step > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()

    def action_take(self) -> None:
        """Put the chosen suggestion, or the first, into the field to go on typing."""
        if self._answers:
            field = self.query_one(Field)
            field.value = self._answers[self.query_one(OptionList).highlighted or 0]
            field.cursor_position = len(field.value)

    def action_cancel(self) -> None:
        """Give no answer."""
        self.dismiss(None)
