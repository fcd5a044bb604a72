"""What can be done in the table of figures: choosing, comparing, sorting and filtering them."""

from tourview.i18n import N_
from tourview.tui.commands import handling, moving, viewing
from tourview.tui.commands.base import Command, Group
from tourview.tui.commands.handling import AskHelp, AskHelpTyping, Leave
from tourview.tui.commands.leading import LeavePage, Trace


class ChooseFigure(moving.Move):
    """Stands for up and down at the foot of the screen."""


class FigurePageDown(moving.PageDown):
    """Down by a screenful; the space bar marks."""

    keys = ("pagedown", "ctrl+f")
    shown = "PgDn"


class OpenFigure(Command):
    """Read the passage the figure stands in."""

    action = "enter"
    keys = ("enter",)
    shown = "Enter"
    group = Group.MOVE
    title = N_("Read the figure in its passage")
    hint = N_("read")


class NextUnit(moving.NextOfKind):
    """To the figures of the next unit."""

    title = N_("Figures of the next unit")


class PreviousUnit(moving.PreviousOfKind):
    """To the figures of the unit before."""

    title = N_("Figures of the previous unit")


class Mark(Command):
    """Mark a figure; two that are marked are compared."""

    action = "mark"
    keys = ("space",)
    shown = "Space"
    group = Group.FIGURES
    title = N_("Mark it; two are compared")
    hint = N_("compare")


class FilterFigures(Command):
    """Keep to the figures that have some words."""

    action = "filter"
    keys = ("f", "/", "、")
    shown = "f /"
    group = Group.FIGURES
    title = N_("Filter the figures")
    hint = N_("filter")


class AskFilter(FilterFigures):
    """The filter, by its shortest key."""

    shown = "f"


class SortFigures(Command):
    """Put the figures in the order of the next column."""

    action = "sort_next"
    keys = ("s",)
    shown = "s"
    group = Group.FIGURES
    title = N_("Sort by the next column")
    hint = N_("sort")


class TurnFigures(Command):
    """Turn the order round."""

    action = "sort_turn"
    keys = ("S",)
    shown = "S"
    group = Group.FIGURES
    title = N_("Turn the order round")


class SortByValue(Command):
    """By unit and value."""

    action = "sort('value')"
    keys = ()
    shown = ""
    group = Group.FIGURES
    in_help = False
    title = N_("Sort by unit and value")


class SortByMeasures(SortByValue):
    """By what is measured."""

    action = "sort('measures')"
    title = N_("Sort by what is measured")


class SortByWhose(SortByValue):
    """By whose it is."""

    action = "sort('whose')"
    title = N_("Sort by whose it is")


class SortBySection(SortByValue):
    """By place in the report."""

    action = "sort('section')"
    title = N_("Sort by place in the report")


class ExportFigures(Command):
    """Write the figures that are shown as a table."""

    action = "export"
    keys = ("e",)
    shown = "e"
    group = Group.FIGURES
    title = N_("Export as CSV or JSON")
    hint = N_("export")


class CiteFigure(Command):
    """Copy the figure, with where it stands."""

    action = "cite"
    keys = ("y",)
    shown = "y"
    group = Group.FIGURES
    title = N_("Copy the figure as a citation")


class KeepFilter(Command):
    """Leave the field and keep the filter."""

    action = "enter"
    keys = ()
    shown = "Enter"
    group = Group.FIGURES
    title = N_("Keep the filter")
    hint = N_("read")


class ClearFilter(LeavePage):
    """Clear the filter, from its field."""

    hint = N_("clear")


def figure_hints(*, typing: bool) -> tuple[type[Command], ...]:
    """The commands to hint at, the most useful first.

    Args:
        typing: Whether the keys go into the field of the filter.
    """
    if typing:
        return (ChooseFigure, KeepFilter, ClearFilter, AskHelpTyping)
    return (ChooseFigure, OpenFigure, Mark, LeavePage, AskHelp, AskFilter, SortFigures, ExportFigures, Leave)


FIGURES: tuple[type[Command], ...] = (
    *(moving.MoveUp, moving.MoveDown, moving.PageUp, FigurePageDown, moving.FirstRow, moving.LastRow),
    *(OpenFigure, PreviousUnit, NextUnit, LeavePage),
    *(Mark, FilterFigures, SortFigures, TurnFigures, SortByValue, SortByMeasures, SortByWhose, SortBySection),
    *(
        ExportFigures,
        CiteFigure,
        Trace,
        viewing.OpenLedger,
        viewing.NextTheme,
        handling.Help,
        handling.Palette,
        handling.Quit,
    ),
)
"""Every command of the table of figures, in the order of the help."""
