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


def hints_for(*, typing: bool, searching: bool) -> tuple[type[Command], ...]:
    """The commands to hint at, the most useful first.

    Args:
        typing: Whether the keys go into the search field.
        searching: Whether a search is kept.
    """
    if typing:
        return (WalkHits, KeepSearch, Clear)
    if searching:
        return (NextHit, PreviousHit, Clear, Search, Views, Cite, Help)
    return (Move, SwitchPane, Search, Views, Zoom, Cite, Help, Quit)
