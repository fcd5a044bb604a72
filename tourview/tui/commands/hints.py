"""Which commands are worth a hint at the foot of the screen."""

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group
from tourview.tui.commands.handling import AskHelp, AskHelpTyping, Cite, Leave
from tourview.tui.commands.library import ChooseReport, Filter, NextReport, OpenReport, SortBy
from tourview.tui.commands.moving import Move, SwitchPane
from tourview.tui.commands.searching import Clear, NextHit, PreviousHit, Search, ToLibrary
from tourview.tui.commands.viewing import Views, WholeReport, Zoom


class WalkHits(Command):
    """Up and down among the hits, from the search field."""

    action = "move(1)"
    keys = ()
    shown = "↑↓"
    group = Group.SEARCH
    in_palette = False
    title = N_("Walk through the hits")
    hint = N_("hits")


class KeepSearch(Command):
    """Leave the field and keep what was found."""

    action = "keep_search"
    keys = ()
    shown = "Enter"
    group = Group.SEARCH
    in_palette = False
    title = N_("Keep the search and read on")
    hint = N_("read on")


class Next(NextHit):
    """The next hit, by its shortest key."""

    shown = "n"


class Previous(PreviousHit):
    """The previous hit, by its shortest key."""

    shown = "N"


class ShowAll(WholeReport):
    """Out of a view that shows only some of the sections."""

    in_palette = False
    hint = N_("all")


def hints_for(
    *, typing: bool, searching: bool, narrow: bool = False, leads_back: bool = False, viewing: bool = False
) -> tuple[type[Command], ...]:
    """The commands to hint at, the most useful first: those at the end go where there is no room.

    Help and quit stand before what a screen of 60 columns has no room for.

    Args:
        typing: Whether the keys go into the search field.
        searching: Whether a search is kept.
        narrow: Whether outline and reader take turns, so that the reader is as wide as it gets.
        leads_back: Whether Esc goes back to the library.
        viewing: Whether the outline shows only sections of one kind.
    """
    if typing:
        return (WalkHits, KeepSearch, Clear, AskHelpTyping)
    if searching:
        return (Next, Previous, ToLibrary if leads_back else Clear, AskHelp, Leave, Search, Views, Cite)
    ways = (*((ShowAll,) if viewing else ()), *((ToLibrary,) if leads_back else ()))
    reading = (Move, SwitchPane, Search, *ways, AskHelp, Leave, Views, Cite)
    return reading if narrow else (*reading, Zoom)


def shelf_hints(*, typing: bool, searching: bool, filtering: bool) -> tuple[type[Command], ...]:
    """The commands of the library to hint at, the most useful first.

    Args:
        typing: Whether the keys go into a field.
        searching: Whether hits are listed, not reports.
        filtering: Whether only some of the reports are listed.
    """
    if typing:
        return (WalkHits if searching else ChooseReport, OpenReport, Clear, AskHelpTyping)
    if searching:
        return (WalkHits, OpenReport, Clear, AskHelp, Leave, Search, NextReport, Views)
    clear = (Clear,) if filtering else ()
    return (ChooseReport, OpenReport, Search, *clear, Filter, AskHelp, Leave, SortBy, Views)
