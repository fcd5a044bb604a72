"""What can be done in the ledger: moving, following commitments up, choosing which rows are shown and how."""

from tourview.i18n import N_
from tourview.tui.commands import handling, moving, viewing
from tourview.tui.commands.base import Command, Group
from tourview.tui.commands.handling import AskHelp, Leave
from tourview.tui.commands.leading import LeavePage


class ChooseRow(moving.Move):
    """Stands for up and down at the foot of the screen."""


class OpenCommitment(Command):
    """Read the commitment in its report."""

    action = "enter"
    keys = ("enter",)
    shown = "Enter"
    group = Group.MOVE
    title = N_("Read the commitment in its report")
    hint = N_("read")


class Details(Command):
    """From the rows to the details of one, and back."""

    action = "details"
    keys = ("i", "tab", "shift+tab")
    shown = "i Tab"
    group = Group.MOVE
    title = N_("Details, and back to the rows")
    hint = N_("details")


class ShowDetails(Details):
    """The details, by their shortest key."""

    shown = "i"


class NextLink(Command):
    """In the details, to the next lesson or gap."""

    action = "link(1)"
    keys = ("right",)
    shown = "→"
    group = Group.MOVE
    in_palette = False
    title = N_("In the details, next lesson or gap; Enter opens it")
    hint = N_("next link")


class PreviousLink(Command):
    """In the details, to the previous lesson or gap."""

    action = "link(-1)"
    keys = ("left",)
    shown = "←"
    group = Group.MOVE
    in_palette = False
    title = N_("In the details, previous lesson or gap")


class Edit(Command):
    """Say who answers for it, until when, and how far it is."""

    action = "edit"
    keys = ("e",)
    shown = "e"
    group = Group.LEDGER
    title = N_("Edit owner, due date, measure, status")
    hint = N_("edit")


class Log(Command):
    """Add to its progress."""

    action = "log"
    keys = ("l",)
    shown = "l"
    group = Group.LEDGER
    title = N_("Log progress")
    hint = N_("log")


class Close(Command):
    """Close what is done, as its reviewer."""

    action = "close_row"
    keys = ("c",)
    shown = "c"
    group = Group.LEDGER
    title = N_("Close it, as its reviewer")
    hint = N_("close")


class ChangeStatus(Command):
    """Extend it, suspend it, put another in its place."""

    action = "status"
    keys = ("x",)
    shown = "x"
    group = Group.LEDGER
    title = N_("Extend, suspend, drop, supersede, open again")
    hint = N_("status")


class Split(Command):
    """Give an undertaking a row of its own."""

    action = "split"
    keys = ("s",)
    shown = "s"
    group = Group.LEDGER
    title = N_("Split an undertaking off")


class Undo(Command):
    """Take the last change of the row back."""

    action = "undo"
    keys = ("u",)
    shown = "u"
    group = Group.LEDGER
    title = N_("Undo the last change of the row")


class FilterRows(Command):
    """Show some of the rows."""

    action = "filter"
    keys = ("f",)
    shown = "f"
    group = Group.LEDGER
    title = N_("Filter by unit, light, status, month, gap")
    hint = N_("filter")


class SortRows(Command):
    """Put the rows in the next order."""

    action = "sort_next"
    keys = ("o",)
    shown = "o"
    group = Group.LEDGER
    title = N_("Sort in the next order")
    hint = N_("sort")


class TurnRows(Command):
    """Turn the order round."""

    action = "sort_turn"
    keys = ("O",)
    shown = "O"
    group = Group.LEDGER
    title = N_("Turn the order round")


class SortByPlace(Command):
    """By place in the report."""

    action = "sort('place')"
    keys = ()
    shown = ""
    group = Group.LEDGER
    in_help = False
    title = N_("Sort by place in the report")


class SortByDue(SortByPlace):
    """By due date."""

    action = "sort('due')"
    title = N_("Sort by due date")


class SortByLight(SortByPlace):
    """By light."""

    action = "sort('light')"
    title = N_("Sort by light")


class SortByStatus(SortByPlace):
    """By status."""

    action = "sort('status')"
    title = N_("Sort by status")


class SortByUnit(SortByPlace):
    """By lead unit."""

    action = "sort('unit')"
    title = N_("Sort by lead unit")


class CiteRow(Command):
    """Copy the commitment, with its report and its state."""

    action = "cite"
    keys = ("y",)
    shown = "y"
    group = Group.LEDGER
    title = N_("Copy as a citation, with its state")
    hint = N_("cite")


class LookAgain(Command):
    """See what others have changed."""

    action = "look_again"
    keys = ("r",)
    shown = "r"
    group = Group.LEDGER
    title = N_("Read the ledger again")


class Save(Command):
    """Save what the form holds."""

    action = "save"
    keys = ()
    shown = "Enter"
    group = Group.LEDGER
    title = N_("Save")
    hint = N_("OK")


class NextField(Command):
    """To the next field of the form."""

    action = "step(1)"
    keys = ("down", "tab")
    shown = "↓"
    group = Group.LEDGER
    title = N_("Next field")
    hint = N_("next field")


class PreviousField(Command):
    """To the field before."""

    action = "step(-1)"
    keys = ("up", "shift+tab")
    shown = "↑"
    group = Group.LEDGER
    title = N_("Previous field")


class GiveUp(Command):
    """Leave the form; nothing is saved."""

    action = "give_up"
    keys = ("escape",)
    shown = "Esc"
    group = Group.LEDGER
    title = N_("Leave without saving")
    hint = N_("cancel")


FORM: tuple[type[Command], ...] = (Save, NextField, PreviousField, GiveUp)
"""What can be done in a form."""
FORM_HINTS: tuple[type[Command], ...] = (Save, NextField, GiveUp)
HINTS: tuple[type[Command], ...] = (
    *(ChooseRow, ShowDetails, Edit, LeavePage, AskHelp, Log, Close, ChangeStatus, FilterRows, SortRows),
    *(OpenCommitment, CiteRow, Leave),
)
"""The commands to hint at among the rows, the most useful first."""
DETAIL_HINTS: tuple[type[Command], ...] = (
    ChooseRow,
    NextLink,
    OpenCommitment,
    LeavePage,
    AskHelp,
    Edit,
    Log,
    Close,
    CiteRow,
)
"""The commands to hint at in the details."""
LEDGER: tuple[type[Command], ...] = (
    *(moving.MoveUp, moving.MoveDown, moving.PageUp, moving.PageDown, moving.FirstRow, moving.LastRow),
    *(OpenCommitment, Details, NextLink, PreviousLink, LeavePage),
    *(Edit, Log, Close, ChangeStatus, Split, Undo, CiteRow, FilterRows, SortRows, TurnRows),
    *(SortByPlace, SortByDue, SortByLight, SortByStatus, SortByUnit, LookAgain),
    *(viewing.NextTheme, handling.Help, handling.Palette, handling.Quit),
)
"""Every command of the ledger, in the order of the help."""
