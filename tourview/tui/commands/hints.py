"""Which commands are worth a hint at the foot of the screen."""

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group
from tourview.tui.commands.handling import Cite, Help, Quit
from tourview.tui.commands.moving import Move, SwitchPane
from tourview.tui.commands.searching import Clear, NextHit, PreviousHit, Search
from tourview.tui.commands.viewing import Views, Zoom


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


class AskHelp(Help):
    """Help, by its shortest key."""

    shown = "?"


class AskHelpTyping(Help):
    """Help, by the key that types nothing."""

    shown = "F1"


class Leave(Quit):
    """Leave, by the shortest key."""

    shown = "q"


def hints_for(*, typing: bool, searching: bool, narrow: bool = False) -> tuple[type[Command], ...]:
    """The commands to hint at, the most useful first: those at the end go where there is no room.

    Help and quit stand before what a screen of 60 columns has no room for.

    Args:
        typing: Whether the keys go into the search field.
        searching: Whether a search is kept.
        narrow: Whether outline and reader take turns, so that the reader is as wide as it gets.
    """
    if typing:
        return (WalkHits, KeepSearch, Clear, AskHelpTyping)
    if searching:
        return (Next, Previous, Clear, AskHelp, Leave, Search, Views, Cite)
    reading = (Move, SwitchPane, Search, AskHelp, Leave, Views, Cite)
    return reading if narrow else (*reading, Zoom)
