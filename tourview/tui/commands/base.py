"""What a command is: one class gives the key, the hint at the foot of the screen and the palette entry."""

from collections.abc import Iterable
from enum import Enum
from typing import ClassVar

from textual.binding import Binding


class Group(Enum):
    """The groups that the help lists commands in, in this order."""

    MOVE = "move"
    SHELF = "shelf"
    SEARCH = "search"
    VIEW = "view"
    FIGURES = "figures"
    TRACE = "trace"
    LEDGER = "ledger"
    REPORT = "report"
    PROGRAM = "program"


class Command:
    """A thing a person can do on a screen.

    Its texts are message ids, marked with `N_` and translated when they are shown, in the language then in force.

    Attributes:
        action: The screen's Textual action, `next_hit` for `action_next_hit`.
        keys: The keys bound to it, in Textual's names or as the character typed; none for what a field does by itself.
        shown: How the hint and the help write the keys.
        group: Where the help lists it.
        in_palette: Whether the command palette offers it; moving a line does not belong there.
        title: What it does, in a few words: the palette's entry and the help's line.
        hint: The word beside its key at the foot of the screen; empty if it is not shown there.
        in_help: Whether the help lists it; what only stands for others at the foot of the screen is not.
    """

    action: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]
    shown: ClassVar[str]
    group: ClassVar[Group]
    in_palette: ClassVar[bool] = True
    title: ClassVar[str]
    hint: ClassVar[str] = ""
    in_help: ClassVar[bool] = True


def bindings(commands: Iterable[type[Command]]) -> list[Binding]:
    """The Textual bindings of some commands. Their descriptions stay empty: hints and help ask the command itself."""
    return [Binding(key, command.action, show=False) for command in commands for key in command.keys]
