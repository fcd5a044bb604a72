"""The ways from the report to its other pages, and back."""

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group


class Figures(Command):
    """The figures in a table."""

    action = "app.lead('figures')"
    keys = ("6",)
    shown = "6"
    group = Group.VIEW
    title = N_("Figures")
    hint = N_("figures")


class Trace(Command):
    """From lesson to gap to commitment."""

    action = "app.lead('trace')"
    keys = ("7",)
    shown = "7"
    group = Group.VIEW
    title = N_("Trace from lesson to commitment")
    hint = N_("trace")


class LeavePage(Command):
    """Clear the filter; without one, go back to where one came from."""

    action = "back"
    keys = ("escape", "backspace")
    shown = "Esc"
    group = Group.MOVE
    in_palette = False
    title = N_("Clear the filter, or go back")
    hint = N_("back")


class ToFigures(Command):
    """Back to the row of the table one came from."""

    action = "come_back"
    keys = ()
    shown = "Esc"
    group = Group.PROGRAM
    title = N_("Back to the figures")
    hint = N_("figures")


class ToTrace(ToFigures):
    """Back to the cell or row of the trace one came from."""

    title = N_("Back to the trace")
    hint = N_("trace")


BACK_TO: dict[str, type[Command]] = {"figures": ToFigures, "trace": ToTrace}
"""What leads back to each page, by its name."""
