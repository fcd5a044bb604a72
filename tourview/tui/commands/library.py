"""What can be done in a library: choosing, sorting and filtering its reports, and searching all of them."""

from tourview.i18n import N_
from tourview.tui.commands import handling, moving, searching, viewing
from tourview.tui.commands.base import Command, Group


class ChooseReport(Command):
    """Stands for up and down at the foot of the screen."""

    action = "move(1)"
    keys = ()
    shown = "↑↓"
    group = Group.MOVE
    in_palette = False
    in_help = False
    title = N_("Up and down")
    hint = N_("move")


class OpenReport(Command):
    """Open the report, or go to the hit."""

    action = "enter"
    keys = ("enter",)
    shown = "Enter"
    group = Group.MOVE
    title = N_("Open the report, at the hit")
    hint = N_("open")


class First(moving.Beginning):
    """To the first row."""

    title = N_("Go to the first")


class Last(moving.End):
    """To the last row."""

    title = N_("Go to the last")


class PreviousReport(moving.PreviousOfKind):
    """Among the hits, to the report before."""

    title = N_("Hits of the previous report")


class NextReport(moving.NextOfKind):
    """Among the hits, to the report after."""

    title = N_("Hits of the next report")
    hint = N_("next report")


class Filter(Command):
    """Keep to the reports of a name."""

    action = "filter"
    keys = ("f",)
    shown = "f"
    group = Group.SHELF
    title = N_("Filter the reports")
    hint = N_("filter")


class SortBy(Command):
    """Put the reports in the order of the next column."""

    action = "sort_next"
    keys = ("s",)
    shown = "s"
    group = Group.SHELF
    title = N_("Sort by the next column")
    hint = N_("sort")


class TurnRound(Command):
    """Turn the order round."""

    action = "sort_turn"
    keys = ("S",)
    shown = "S"
    group = Group.SHELF
    title = N_("Turn the order round")


class SortByTitle(Command):
    """By title."""

    action = "sort('title')"
    keys = ()
    shown = ""
    group = Group.SHELF
    in_help = False
    title = N_("Sort by title")


class SortByOrganization(SortByTitle):
    """By organisation."""

    action = "sort('organization')"
    title = N_("Sort by organisation")


class SortByDate(SortByTitle):
    """By date."""

    action = "sort('date')"
    title = N_("Sort by date")


class SortByLessons(SortByTitle):
    """By the number of lessons."""

    action = "sort('lessons')"
    title = N_("Sort by lessons")


class SortByGaps(SortByTitle):
    """By the number of gaps."""

    action = "sort('gaps')"
    title = N_("Sort by gaps")


class SortByCommitments(SortByTitle):
    """By the number of commitments."""

    action = "sort('commitments')"
    title = N_("Sort by commitments")


class Refresh(Command):
    """Look for changed files now."""

    action = "refresh_library"
    keys = ("r",)
    shown = "r"
    group = Group.SHELF
    title = N_("Look for changed reports")


class OpenOther(handling.OpenAnother):
    """Open a report that is not in the library."""

    group = Group.SHELF


class SearchAll(searching.Search):
    """Search all reports."""

    title = N_("Search all reports")


class Drop(searching.Clear):
    """Clear the search, the view or the filter."""

    title = N_("Clear search, view or filter")


class CompleteWord(searching.Complete):
    """Take a word that is offered; where none is, go to the list."""

    keys = ("tab",)


class AllReports(viewing.WholeReport):
    """The reports, or the hits of any kind."""

    title = N_("All reports")


LIBRARY: tuple[type[Command], ...] = (
    moving.MoveUp,
    moving.MoveDown,
    moving.PageUp,
    moving.PageDown,
    First,
    Last,
    OpenReport,
    PreviousReport,
    NextReport,
    SearchAll,
    searching.NextHit,
    searching.PreviousHit,
    Drop,
    CompleteWord,
    searching.Recall,
    Filter,
    SortBy,
    TurnRound,
    SortByTitle,
    SortByOrganization,
    SortByDate,
    SortByLessons,
    SortByGaps,
    SortByCommitments,
    Refresh,
    OpenOther,
    viewing.Views,
    AllReports,
    *viewing.KINDS,
    viewing.OpenLedger,
    viewing.NextTheme,
    handling.Help,
    handling.Palette,
    handling.Quit,
)
"""Every command of the library screen, in the order of the help."""
