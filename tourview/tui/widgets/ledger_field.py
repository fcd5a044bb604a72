"""A field of a form of the ledger, what is to be said of its text, and what may be put into it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from tourview.tui.ledger_question import Question
from tourview.tui.widgets.searchbar import Field
from tourview.typeset import shortened, visible

_LONGEST_OFFER = 30


class AnswerField(Field):
    """The field of a question; the right arrow at its end takes what is offered first."""

    class Taken(Message):
        """The person wants what is offered first."""

    def action_cursor_right(self, select: bool = False) -> None:
        """Move right; at the end, take what is offered."""
        if not select and self.cursor_position == len(self.value) and self.selection.is_empty:
            self.post_message(self.Taken())
        else:
            super().action_cursor_right(select)


class Answer(Vertical):
    """A question with its field, and below it what is wrong with its text, or how it is read."""

    def __init__(self, question: Question, typed: str, width: int) -> None:
        """Prepare the row.

        Args:
            question: What is asked.
            typed: What stands in the field at first.
            width: The cells of the labels.
        """
        super().__init__()
        self.question = question
        self.wrong = ""
        self.field = AnswerField(typed, placeholder=question.hint, compact=True, select_on_focus=False)
        self._width = width
        self._note = Static("", classes="answer-note", markup=False)

    def compose(self) -> ComposeResult:
        """Label and field side by side, the note below the field."""
        head = Static(self.question.label, classes="answer-label", markup=False)
        head.styles.width = self._width
        self._note.styles.margin = (0, 0, 0, self._width)
        with Horizontal(classes="answer-row"):
            yield head
            yield self.field
        yield self._note

    def on_mount(self) -> None:
        """There is nothing to say yet."""
        self.judge()

    def on_descendant_focus(self) -> None:
        """Show that this is the question one is at; a style of `:focus-within` would not reach the label."""
        self.add_class("here")

    def on_descendant_blur(self) -> None:
        """Another question is answered now."""
        self.remove_class("here")

    def judge(self) -> None:
        """Read what is typed, and say below it what is wrong, or how it is understood where that is another text."""
        typed = self.field.value
        try:
            read, self.wrong = self.question.read(typed), ""
        except ValueError as error:
            read, self.wrong = "", str(error)
        understood = self.question.show(read)
        note = self.wrong or (f"= {understood}" if typed.strip() and understood != typed.strip() else "")
        self._note.update(visible(note))
        self._note.display = bool(note)
        self._note.set_class(bool(self.wrong), "wrong")

    @property
    def canonical(self) -> str:
        """The answer in its canonical text; only where nothing is wrong."""
        return self.question.read(self.field.value)

    def put(self, offer: str) -> None:
        """Put an answer that is offered in place of what is being typed."""
        self.field.value = self.question.taking(self.field.value, offer)
        self.field.cursor_position = len(self.field.value)


class AnswerOffers(Widget):
    """What may be put into the field one is in: the right arrow takes the first, a click any."""

    ALLOW_SELECT = False

    class Picked(Message):
        """An offer was clicked."""

        def __init__(self, offer: str) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._offers: Sequence[str] = ()

    @property
    def offers(self) -> Sequence[str]:
        """What is offered, the likeliest first."""
        return self._offers

    def show(self, offers: Sequence[str]) -> None:
        """Offer other answers."""
        if offers != self._offers:
            self._offers = offers
            self.refresh()

    def action_pick(self, number: int) -> None:
        """Tell that an offer was clicked."""
        self.post_message(self.Picked(self._offers[number]))

    def render(self) -> Content:
        """The line: `→ one · two`, as many as there is room for."""
        line = Content("")
        for number, offer in enumerate(self._offers):
            part = Content(shortened(visible(offer), _LONGEST_OFFER))
            part = part.stylize(Style.from_meta({"@click": f"pick({number})"}))
            longer = Content.assemble(line, (" · ", "$dim") if line else ("→ ", "bold $accent"), part)
            if longer.cell_length > self.size.width:
                break
            line = longer
        return line
