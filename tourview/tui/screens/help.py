"""The keys for where one is."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tourview.i18n import N_, _
from tourview.tui.commands import Command, Group

_GROUPS = {
    Group.MOVE: N_("Moving"),
    Group.SEARCH: N_("Searching"),
    Group.VIEW: N_("Views"),
    Group.REPORT: N_("Report"),
    Group.PROGRAM: N_("Program"),
}
_KEYS_WIDTH = 12


class HelpScreen(ModalScreen[None]):
    """Every command with its keys, by group; any of the keys that opened it closes it."""

    CSS_PATH = "../styles/help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, commands: Sequence[type[Command]]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """The list."""
        with VerticalScroll(id="help"):
            yield Static(self._list(), id="help-keys")

    def action_scroll(self, rows: int) -> None:
        """Scroll the list."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=rows, animate=False)

    def _list(self) -> Content:
        lines: list[Content] = []
        for group in Group:
            lines += (
                [Content(""), Content.styled(_(_GROUPS[group]), "$accent bold")]
                if lines
                else [Content.styled(_(_GROUPS[group]), "$accent bold")]
            )
            for command in self._commands:
                if command.group is group and command.keys:
                    shown = command.shown + " " * max(2, _KEYS_WIDTH - len(command.shown))
                    tooltip = f"  {_(command.tooltip)}" if command.tooltip else ""
                    lines.append(Content.assemble((shown, "bold"), _(command.title), (tooltip, "$dim")))
        return Content("\n").join(lines)
