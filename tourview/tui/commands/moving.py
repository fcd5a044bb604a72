"""Moving about in the report."""

from typing import ClassVar

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group


class MoveUp(Command):
    """Up by a line, a row or a hit."""

    action = "move(-1)"
    keys = ("up", "k")
    shown = "↑ k"
    group = Group.MOVE
    in_palette = False
    title = N_("Up")


class MoveDown(Command):
    """Down by a line, a row or a hit."""

    action = "move(1)"
    keys = ("down", "j")
    shown = "↓ j"
    group = Group.MOVE
    in_palette = False
    title = N_("Down")


class Move(Command):
    """Stands for up and down at the foot of the screen."""

    action = "move(1)"
    keys = ()
    shown = "↑↓"
    group = Group.MOVE
    in_palette = False
    in_help = False
    title = N_("Up and down")
    hint = N_("move")


class PageUp(Command):
    """Up by a screenful."""

    action = "page(-1)"
    keys = ("pageup", "ctrl+b")
    shown = "PgUp"
    group = Group.MOVE
    in_palette = False
    title = N_("Page up")


class PageDown(Command):
    """Down by a screenful."""

    action = "page(1)"
    keys: ClassVar[tuple[str, ...]] = ("pagedown", "ctrl+f", "space")
    shown = "PgDn Space"
    group = Group.MOVE
    in_palette = False
    title = N_("Page down")


class Beginning(Command):
    """To the first line."""

    action = "end(-1)"
    keys = ("g", "home")
    shown = "gg Home"
    group = Group.MOVE
    title = N_("Go to the beginning")


class End(Command):
    """To the last section."""

    action = "end(1)"
    keys = ("G", "end")
    shown = "G End"
    group = Group.MOVE
    title = N_("Go to the end")


class FirstRow(Beginning):
    """To the first row of a table."""

    title = N_("Go to the first row")


class LastRow(End):
    """To the last row of a table."""

    title = N_("Go to the last row")


class Fold(Command):
    """Fold the section, or go to its parent."""

    action = "fold"
    keys = ("left", "h")
    shown = "← h"
    group = Group.MOVE
    in_palette = False
    title = N_("Fold, or go to the parent")


class Unfold(Command):
    """Unfold the section, or go to its first child."""

    action = "unfold"
    keys = ("right", "l")
    shown = "→ l"
    group = Group.MOVE
    in_palette = False
    title = N_("Unfold, or go to the child")


class Enter(Command):
    """Show the section and go to the reader."""

    action = "enter"
    keys = ("enter",)
    shown = "Enter"
    group = Group.MOVE
    in_palette = False
    title = N_("Read this section")


class SwitchPane(Command):
    """Go from the outline to the reader and back."""

    action = "switch_pane"
    keys = ("tab", "shift+tab")
    shown = "Tab"
    group = Group.MOVE
    in_palette = False
    title = N_("From outline to reader and back")
    hint = N_("pane")


class PreviousOfKind(Command):
    """To the previous section of the same kind."""

    action = "neighbour(-1)"
    keys = ("[", "【", "「")
    shown = "["
    group = Group.MOVE
    title = N_("Previous of the same kind")


class NextOfKind(Command):
    """To the next section of the same kind."""

    action = "neighbour(1)"
    keys = ("]", "】", "」")
    shown = "]"
    group = Group.MOVE
    title = N_("Next of the same kind")


class Parent(Command):
    """To the section that holds this one."""

    action = "parent"
    keys = ("p",)
    shown = "p"
    group = Group.MOVE
    title = N_("Parent section")


class JumpToRef(Command):
    """To a section by its ref."""

    action = "jump"
    keys = (":", "：")
    shown = ":"
    group = Group.MOVE
    title = N_("Jump to a ref")


class Back(Command):
    """Back to where one was."""

    action = "back"
    keys = ("backspace",)
    shown = "Backspace"
    group = Group.MOVE
    title = N_("Back to where you were")


COMMANDS: tuple[type[Command], ...] = (
    Move,
    MoveUp,
    MoveDown,
    PageUp,
    PageDown,
    Beginning,
    End,
    Fold,
    Unfold,
    Enter,
    SwitchPane,
    PreviousOfKind,
    NextOfKind,
    Parent,
    JumpToRef,
    Back,
)
