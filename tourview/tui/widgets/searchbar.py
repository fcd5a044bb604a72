"""The search bar: the field, the kinds with their hits, and where one stands."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from tourview.i18n import _
from tourview.report import Kind
from tourview.tui.labels import seal

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
        self.auto_links = False

    @property
    def status(self) -> str:
        """The words at the right."""
        return self._status

    def show(self, kind: Kind | None, counts: Mapping[Kind | None, int], status: str) -> None:
        """Show the view one is in, the counts by kind, and where one stands."""
        if (kind, counts, status) != (self._kind, self._counts, self._status):
            self._kind, self._counts, self._status = kind, counts, status
            self.refresh()

    def render(self) -> Content:
        """`All  L 2  G 8  C 5     3rd of 18 hits`, fewer kinds where there is less room."""
        status = Content.styled(self._status, "$dim")
        room = max(0, self.size.width - status.cell_length - 1)
        kinds = self._kinds(room)
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


class SearchBar(Horizontal):
    """Where one types what to look for; stays while the search is kept."""

    # Here, not in a style sheet of its own: it is parsed when the bar is first asked for.
    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        background: $panel;
        padding: 0 2;
    }
    #search-sign {
        width: 2;
        color: $accent;
        text-style: bold;
    }
    #search-field {
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

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Message):
        """The person wants to keep the search and read on."""

    def compose(self) -> ComposeResult:
        """The parts, from left to right."""
        yield Static("/", id="search-sign", markup=False)
        yield Field(id="search-field", compact=True, select_on_focus=True)
        yield Found()

    @property
    def field(self) -> Field:
        """The field one types in."""
        return self.query_one(Field)

    @property
    def typing(self) -> bool:
        """Whether the keys go into the field."""
        return self.display and self.field.has_focus

    def open(self) -> None:
        """Show the bar and take the keys."""
        self.display = True
        # At once, not when the messages before it are done: what is typed right after `/` belongs into the field.
        self.screen.set_focus(self.field)

    def show(self, kind: Kind | None, counts: Mapping[Kind | None, int], status: str) -> None:
        """Show what was found."""
        self.query_one(Found).show(kind, counts, status)

    def clear(self) -> None:
        """Empty the field without telling, and hide the bar."""
        with self.field.prevent(Input.Changed):
            self.field.value = ""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is being typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that the search is to be kept."""
        event.stop()
        self.post_message(self.Kept())
