"""What the word that is being typed may become, in a quiet line above the field."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tourview.search.completing import Completion, last_word
from tourview.typeset import visible


class Offers(Widget):
    """The line: `Tab 招商引资 6 · 招商 10`; the one taken last is set off."""

    DEFAULT_CSS = """
    Offers {
        height: 1;
        padding: 0 4;
        text-wrap: nowrap;
        display: none;
    }
    """
    ALLOW_SELECT = False

    class Picked(Message):
        """A word was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[Completion] = ()
        self._taken: int | None = None
        self._begun = ""
        self._result = ""
        self.auto_links = False

    @property
    def words(self) -> Sequence[Completion]:
        """What is offered, the best first."""
        return self._words

    def show(self, words: Sequence[Completion]) -> None:
        """Offer words; none hides the line's content, not the line."""
        if words != self._words or self._taken is not None:
            self._words = words
            self._taken = None
            self.refresh()

    def take(self, step: int, text: str) -> str | None:
        """The text with the next word offered in place of its last one; None if nothing is offered.

        Args:
            step: 1 for the next, -1 for the one before.
            text: What stands in the field.
        """
        if not self._words:
            return None
        first = 0 if step > 0 else -1
        return self.choose(first if self._taken is None else self._taken + step, text)

    def choose(self, number: int, text: str) -> str:
        """The text with a word offered, by its number, in place of its last one."""
        if self._taken is None:
            self._begun = text.removesuffix(last_word(text))
        self._taken = number % len(self._words)
        self._result = self._begun + self._words[self._taken].word
        self.refresh()
        return self._result

    def is_made_of(self, text: str) -> bool:
        """Whether a text is what taking a word has made, and nothing typed since: the offers stay then."""
        return self._taken is not None and text == self._result

    def action_pick(self, number: int) -> None:
        """Tell that a word was clicked."""
        self.post_message(self.Picked(number))

    def render(self) -> Content:
        """The line, as many words as there is room for."""
        line = Content("")
        for number, (word, times) in enumerate(self._words):
            style = "bold $foreground" if number == self._taken else "$foreground"
            part = Content.assemble((visible(word), style), (f" {times}", "$dim"))
            part = part.stylize(Style.from_meta({"@click": f"pick({number})"}))
            longer = Content.assemble(line, (" · ", "$dim") if line else ("Tab ", "bold $accent"), part)
            if longer.cell_length > self.size.width:
                break
            line = longer
        return line
