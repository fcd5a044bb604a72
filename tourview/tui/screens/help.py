"""The keys for where one is."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen

from tourview.i18n import N_, _
from tourview.tui.commands import Command, Group
from tourview.tui.widgets.help_list import Entry, HelpList

_GROUPS = {
    Group.MOVE: N_("Moving"),
    Group.SHELF: N_("Reports"),
    Group.SEARCH: N_("Searching"),
    Group.VIEW: N_("Views"),
    Group.FIGURES: N_("Figures"),
    Group.TRACE: N_("Trace"),
    Group.LEDGER: N_("Ledger"),
    Group.REPORT: N_("Report"),
    Group.PROGRAM: N_("Program"),
}
QUERIES = (
    (N_("park trade"), N_("both words, in any order")),
    (N_('"open trade"'), N_("the words as they stand")),
    (N_("-trade"), N_("sections without the word")),
    (N_("@lesson"), N_("only lessons; or @gap, @commitment")),
)
"""Queries, as they are typed, and what they find."""

_TWO_COLUMNS = 90
"""Columns from which the lists stand side by side."""


class HelpScreen(ModalScreen[None]):
    """Every command with its keys, by group; any of the keys that opened it closes it."""

    CSS_PATH = "../styles/help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,fullwidth_question_mark,f1,enter", "dismiss", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,ctrl+f,space", "page(1)", show=False),
        Binding("pageup,ctrl+b", "page(-1)", show=False),
        Binding("home,g", "end(-1)", show=False),
        Binding("end,G", "end(1)", show=False),
    ]

    def __init__(self, commands: Sequence[type[Command]]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """The lists, side by side where there is room, and how a query is written."""
        with VerticalScroll(id="help", can_focus=False):
            with Horizontal(id="help-columns"):
                yield HelpList(self._list(Group.MOVE, Group.SEARCH), classes="help-column")
                others = (Group.SHELF, Group.FIGURES, Group.TRACE, Group.LEDGER)
                rest = (Group.VIEW, Group.REPORT, Group.PROGRAM)
                yield HelpList(self._list(*others, *rest), classes="help-column")
            if any(command.group is Group.SEARCH for command in self._commands):
                yield HelpList(self._query_help(), id="help-query")

    def on_resize(self, event: events.Resize) -> None:
        """One column where two do not fit."""
        self.set_class(event.size.width < _TWO_COLUMNS, "narrow")

    @property
    def _lists(self) -> VerticalScroll:
        return self.query_one("#help", VerticalScroll)

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        self._lists.scroll_relative(y=rows, animate=False)

    def action_page(self, direction: int) -> None:
        """Scroll by a screenful."""
        self.action_scroll(direction * self._lists.scrollable_content_region.height)

    def action_end(self, direction: int) -> None:
        """Scroll to the beginning or the end."""
        self._lists.scroll_to(y=0 if direction < 0 else self._lists.max_scroll_y, animate=False)

    def _list(self, *groups: Group) -> list[Entry]:
        entries: list[Entry] = []
        for group in groups:
            listed = [command for command in self._commands if command.group is group and command.in_help]
            if listed:
                entries.append((_(_GROUPS[group]), None))
                entries += [(command.shown, _(command.title)) for command in listed]
        return entries

    def _query_help(self) -> list[Entry]:
        return [(_("How to search"), None), *((_(query), _(meaning)) for query, meaning in QUERIES)]
