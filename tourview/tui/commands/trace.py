"""What can be done in the trace: moving in the matrix, deciding about links, reading the passages."""

from tourview.i18n import N_
from tourview.tui.commands import handling, moving, viewing
from tourview.tui.commands.base import Command, Group
from tourview.tui.commands.handling import AskHelp, Leave
from tourview.tui.commands.leading import Figures, LeavePage


class ChooseCell(moving.Move):
    """Stands for the arrows at the foot of the screen."""

    shown = "↑↓←→"


class Left(Command):
    """To the commitment at the left."""

    action = "across(-1)"
    keys = ("left", "h")
    shown = "← h"
    group = Group.MOVE
    in_palette = False
    title = N_("Left")


class Right(Command):
    """To the commitment at the right."""

    action = "across(1)"
    keys = ("right", "l")
    shown = "→ l"
    group = Group.MOVE
    in_palette = False
    title = N_("Right")


class ScrollUp(moving.PageUp):
    """Up in the passages."""

    title = N_("Passages up")


class ScrollDown(moving.PageDown):
    """Down in the passages."""

    keys = ("pagedown", "ctrl+f")
    shown = "PgDn"
    title = N_("Passages down")


class NextSheet(Command):
    """To the next of the three sheets."""

    action = "sheet(1)"
    keys = ("tab",)
    shown = "Tab"
    group = Group.MOVE
    title = N_("Next sheet")
    hint = N_("questions")


class PreviousSheet(Command):
    """To the sheet before."""

    action = "sheet(-1)"
    keys = ("shift+tab",)
    shown = "Shift+Tab"
    group = Group.MOVE
    in_palette = False
    title = N_("Previous sheet")


class NextSuggested(Command):
    """To the next link nobody has decided about."""

    action = "suggested(1)"
    keys = ("n", "]", "】", "」")
    shown = "n ]"
    group = Group.MOVE
    title = N_("Next suggested link")
    hint = N_("next")


class PreviousSuggested(Command):
    """To the suggested link before."""

    action = "suggested(-1)"
    keys = ("N", "[", "【", "「")
    shown = "N ["
    group = Group.MOVE
    title = N_("Previous suggested link")


class Confirm(Command):
    """Confirm the link; one that was confirmed by a person is left open again. In the questions, read the passage."""

    action = "enter"
    keys = ("enter", "space")
    shown = "Space Enter"
    group = Group.TRACE
    title = N_("Confirm, or leave open again")
    hint = N_("confirm")


class ConfirmLink(Confirm):
    """Confirming, by its shortest key."""

    shown = "Space"


class Read(Confirm):
    """Reading, where there is nothing to confirm."""

    shown = "Enter"
    hint = N_("read")


class Reject(Command):
    """Reject the link; one that was rejected is left open again."""

    action = "reject"
    keys = ("x", "delete")
    shown = "x Del"
    group = Group.TRACE
    title = N_("Reject, or leave open again")
    hint = N_("reject")


class RejectLink(Reject):
    """Rejecting, by its shortest key."""

    shown = "x"


class NextToDecide(NextSuggested):
    """The next suggested link, by its shortest key."""

    shown = "n"


class Undo(Command):
    """Take the last decision back."""

    action = "undo"
    keys = ("u", "ctrl+z")
    shown = "u"
    group = Group.TRACE
    title = N_("Undo the last decision")
    hint = N_("undo")


class OpenRow(Command):
    """Read the lesson or gap."""

    action = "open(0)"
    keys = ("o",)
    shown = "o"
    group = Group.TRACE
    title = N_("Read the lesson or gap")
    hint = N_("read")


class OpenColumn(Command):
    """Read what is across in the report."""

    action = "open(1)"
    keys = ("O",)
    shown = "O"
    group = Group.TRACE
    title = N_("Read what answers it")


class LeaveTrace(LeavePage):
    """Back to the report."""

    title = N_("Back to the report")


def trace_hints(*, matrix: bool) -> tuple[type[Command], ...]:
    """The commands to hint at, the most useful first.

    Args:
        matrix: Whether a matrix is shown; else it is the open questions.
    """
    if matrix:
        return (ChooseCell, ConfirmLink, RejectLink, LeaveTrace, AskHelp, NextToDecide, NextSheet, OpenRow, Undo, Leave)
    return (moving.Move, Read, LeaveTrace, AskHelp, NextSheet, Leave)


TRACE: tuple[type[Command], ...] = (
    *(moving.MoveUp, moving.MoveDown, Left, Right, ScrollUp, ScrollDown, moving.FirstRow, moving.LastRow),
    *(NextSuggested, PreviousSuggested, NextSheet, PreviousSheet, LeaveTrace),
    *(Confirm, Reject, Undo, OpenRow, OpenColumn),
    *(Figures, viewing.OpenLedger, viewing.NextTheme, handling.Help, handling.Palette, handling.Quit),
)
"""Every command of the trace, in the order of the help."""
