"""The search bar: the field, the kinds with their hits, and where one stands."""

from collections.abc import Iterator, Mapping

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
from tourview.tui.labels import kind_name, seal
from tourview.typeset import cell_width

SCOPES = (Kind.VISIT, Kind.LESSON, Kind.GAP, Kind.COMMITMENT)
"""The kinds that have a view of their own."""

_FIELD = 2 + 12 + 4
"""Cells that the sign, the field at its narrowest and the margins of the scopes take; see `reading.tcss`."""


class Field(Input):
    """A one-line field without a frame."""

    def on_focus(self, _event: events.Focus) -> None:
        """Put the terminal's cursor into the field at once, where an input method opens its window."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        self.app.cursor_position = self.cursor_screen_offset


class Scopes(Widget):
    """All hits, and the hits of each kind; a click changes the view."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Kind | None, int] = {}
        self._kind: Kind | None = None
        self._room = 0
        self.auto_links = False

    def show(self, kind: Kind | None, counts: Mapping[Kind | None, int], room: int) -> None:
        """Show the counts by kind, and which view one is in, in at most `room` cells."""
        self._kind = kind
        self._counts = counts
        self._room = room
        self.refresh(layout=True)

    def render(self) -> Content:
        """`All  L 2  G 8  C 5`, closer together or without the last kinds where there is no room for all."""
        line = Content("  ").join(self._parts(" "))
        parts = list(self._parts(""))
        while parts and line.cell_length > self._room:
            line = Content(" ").join(parts)
            parts.pop()
        return line if line.cell_length <= self._room else Content("")

    def _parts(self, gap: str) -> Iterator[Content]:
        all_kinds = _("All")
        whole = (f" {all_kinds} ", "$background on $foreground" if self._kind is None else "$dim")
        yield Content.assemble(whole).stylize(_view_link(""))
        for kind in SCOPES:
            count = self._counts.get(kind, 0)
            if not count and kind is not self._kind:
                continue
            name = kind_name(kind) if kind is self._kind else seal(kind)
            part = Content.assemble((f" {name} ", f"bold $background on $kind-{kind}"), f"{gap}{count}")
            yield part.stylize(_view_link(kind))


def _view_link(kind: str) -> Style:
    return Style.from_meta({"@click": f"screen.view('{kind}')"})


class SearchBar(Horizontal):
    """Where one types what to look for; stays while the search is kept."""

    class Typed(Message):
        """The query has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Message):
        """The person wants to keep the search and read on."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._found: tuple[Kind | None, Mapping[Kind | None, int], str] = None, {}, ""

    def compose(self) -> ComposeResult:
        """The parts, from left to right."""
        yield Static("/", id="search-sign", markup=False)
        yield Field(id="search-field", compact=True, select_on_focus=True)
        yield Scopes()
        yield Static("", id="search-status", markup=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the counts into the new width."""
        self._fit()

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
        self._found = kind, counts, status
        self.query_one("#search-status", Static).update(status)
        self._fit()

    def _fit(self) -> None:
        """Give the counts what room the field and the status leave."""
        kind, counts, status = self._found
        self.query_one(Scopes).show(kind, counts, self.content_size.width - _FIELD - cell_width(status))

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
