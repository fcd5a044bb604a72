"""The search bar: the field, the kinds with their hits, and where one stands."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from tourview.i18n import _
from tourview.report import Kind
from tourview.search.completing import Completion
from tourview.tui.history import History, Walk
from tourview.tui.labels import seal
from tourview.tui.widgets.offers import Offers

SCOPES = (Kind.VISIT, Kind.LESSON, Kind.GAP, Kind.COMMITMENT)
"""The kinds that have a view of their own."""


class Field(Input):
    """A one-line field without a frame."""

    def on_focus(self, _event: events.Focus) -> None:
        """Put the terminal's cursor into the field at once, where an input method opens its window."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        self.app.cursor_position = self.cursor_screen_offset

    def on_key(self, event: events.Key) -> None:
        """Take the wide space of a Chinese input method for a space: Textual does not count it among what types."""
        if event.character == "\u3000":
            event.stop()
            event.prevent_default()
            self.replace(" ", *self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Take of what is pasted only what could be typed: an escape sequence would reach the terminal."""
        first = event.text.partition("\n")[0]
        event.text = "".join(" " if char.isspace() else char for char in first if char.isspace() or char.isprintable())


class Found(Widget):
    """What was found: hits by kind, and at the right which of them one stands at. A click on a kind is its view.

    It is as wide as the bar leaves it: what changes at every key must not have the screen laid out anew.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Kind | None, int] = {}
        self._kind: Kind | None = None
        self._status = ""
        self._with_kinds = True
        self.auto_links = False

    @property
    def status(self) -> str:
        """The words at the right."""
        return self._status

    def show(self, kind: Kind | None, counts: Mapping[Kind | None, int], status: str, *, kinds: bool = True) -> None:
        """Show the view one is in, the counts by kind, if kinds are told, and where one stands."""
        if (kind, counts, status, kinds) != (self._kind, self._counts, self._status, self._with_kinds):
            self._kind, self._counts, self._status, self._with_kinds = kind, counts, status, kinds
            self.refresh()

    def render(self) -> Content:
        """`All  L 2  G 8  C 5     3rd of 18 hits`, fewer kinds where there is less room."""
        status = Content.styled(self._status, "$dim")
        room = max(0, self.size.width - status.cell_length - 1)
        kinds = self._kinds(room) if self._with_kinds else Content("")
        return Content.assemble(kinds, " " * max(0, room + 1 - kinds.cell_length), status)

    def _kinds(self, room: int) -> Content:
        """The kinds that fit: the view one is in always, of the others as many as there is room for."""
        shown = [kind for kind in (None, *SCOPES) if kind in (None, self._kind) or self._counts.get(kind)]
        while True:
            line = Content(" ").join([self._part(kind) for kind in shown])
            others = [kind for kind in shown if kind is not self._kind]
            if line.cell_length <= room:
                return line
            if not others:
                return self._part(self._kind, brief=True)
            shown.remove(others[-1])

    def _part(self, kind: Kind | None, *, brief: bool = False) -> Content:
        """` L 2 `, reversed for the view one is in; to be brief, the seal alone, and nothing for all kinds."""
        if kind is None:
            all_kinds = _("All")
            words = "" if brief else f" {all_kinds} "
        else:
            words = f" {seal(kind)} " if brief else f" {seal(kind)} {self._counts.get(kind, 0)} "
        colour = "$foreground" if kind is None else f"$kind-{kind}"
        style = f"bold $background on {colour}" if kind is self._kind else colour
        return Content.styled(words, style).stylize(_view_link(kind or ""))


def _view_link(kind: str) -> Style:
    return Style.from_meta({"@click": f"screen.view('{kind}')"})


class SearchBar(Vertical):
    """Where one types what to look for; stays while the search is kept.

    Above the field stands what the word that is being typed may become, as long as one types.
    """

    # Here, not in a style sheet of its own: it is parsed when the bar is first asked for.
    DEFAULT_CSS = """
    SearchBar {
        height: auto;
    }
    SearchBar > Horizontal {
        height: 1;
        background: $panel;
        padding: 0 2;
    }
    SearchBar .sign {
        width: auto;
        padding-right: 1;
        color: $accent;
        text-style: bold;
    }
    SearchBar Field {
        width: 40%;
        background: $panel;
        background-tint: transparent;
    }
    Found {
        width: 1fr;
        height: 1;
        margin-left: 2;
        text-wrap: nowrap;
    }
    """

    class Typed(Message):
        """The query has changed."""

        def __init__(self, bar: "SearchBar", text: str) -> None:
            super().__init__()
            self.bar = bar
            self.text = text

    class Kept(Message):
        """The person wants to keep the search and go on."""

        def __init__(self, bar: "SearchBar") -> None:
            super().__init__()
            self.bar = bar

    def __init__(self, history: History, *, sign: str = "/", offering: bool = True, id: str | None = None) -> None:
        """Prepare the bar.

        Args:
            history: What was sought before, to be recalled.
            sign: What stands before the field.
            offering: Whether words are offered that the one being typed may become.
            id: The widget's name in the style sheet.
        """
        super().__init__(id=id)
        self._history = history
        self._sign = sign
        self._offering = offering
        self._walk: Walk | None = None
        self._field = Field(compact=True, select_on_focus=True)
        self._found = Found()
        self.offers = Offers()

    def compose(self) -> ComposeResult:
        """The parts, from left to right, and what is offered above them."""
        yield self.offers
        with Horizontal():
            yield Static(self._sign, classes="sign", markup=False)
            yield self._field
            yield self._found

    @property
    def field(self) -> Field:
        """The field one types in."""
        return self._field

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.value

    @property
    def typing(self) -> bool:
        """Whether the keys go into the field, from the moment it is given them: what is typed ahead is meant for it."""
        return self.display and self.is_attached and self.screen.focused is self._field

    def open(self) -> None:
        """Show the bar and take the keys."""
        self.display = True
        # At once, not when the messages before it are done: what is typed right after `/` belongs into the field.
        self.screen.set_focus(self._field)

    def show(self, kind: Kind | None, counts: Mapping[Kind | None, int], status: str) -> None:
        """Show what was found."""
        self._found.show(kind, counts, status)

    def tell(self, status: str) -> None:
        """Show what was found, where there are no kinds to tell apart."""
        self._found.show(None, {}, status, kinds=False)

    def fill(self, text: str) -> None:
        """Have a text in the field without telling, and show the bar."""
        with self._field.prevent(Input.Changed):
            self._field.value = text
        self._field.cursor_position = len(text)
        self._walk = None
        self.offers.show(())
        self.display = True

    def clear(self) -> None:
        """Empty the field without telling, and hide the bar."""
        self.fill("")
        self.display = False

    def recall(self, direction: int) -> bool:
        """Put an earlier (-1) or later (1) query into the field; False where that is not what the key is for.

        The walk begins with a step back from an empty field, and ends when something is typed.
        """
        if self._walk is None:
            if direction > 0 or self.text or not self._history.queries:
                return False
            self._walk = Walk(self._history)
        self._put(self._walk.step(direction))
        return True

    def note(self) -> None:
        """Keep the query among those that can be recalled."""
        self._walk = None
        self._history.note(self.text)

    def offer(self, text: str, words: Sequence[Completion]) -> None:
        """Offer what the last word of a text may become, if that is still what stands in the field."""
        if text == self.text and not self.offers.is_made_of(text):
            self.offers.show(words)

    def complete(self, step: int = 1) -> bool:
        """Put the first word that is offered in place of the one being typed, or the next; False if none is offered."""
        word = self.offers.take(step, self.text)
        if word is not None:
            self._put(word)
        return word is not None

    def on_offers_picked(self, event: Offers.Picked) -> None:
        """Take the word that was clicked."""
        event.stop()
        self._put(self.offers.choose(event.number, self.text))

    def _put(self, text: str) -> None:
        self._field.value = text
        self._field.cursor_position = len(text)

    def on_descendant_focus(self) -> None:
        """Make room for what may be offered."""
        self.offers.display = self._offering

    def on_descendant_blur(self) -> None:
        """Leave the room to others: nothing is being typed."""
        self.offers.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is being typed."""
        event.stop()
        if self._walk is not None and event.value != self._walk.here:
            self._walk = None
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that the search is to be kept."""
        event.stop()
        self.post_message(self.Kept(self))
