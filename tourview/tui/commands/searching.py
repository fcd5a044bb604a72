"""Searching the report."""

from typing import ClassVar

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group


class Search(Command):
    """Open the search field."""

    action = "search"
    keys = ("/", "、", "ctrl+s")
    shown = "/"
    group = Group.SEARCH
    title = N_("Search")
    hint = N_("search")


class NextHit(Command):
    """To the next hit."""

    action = "hit(1)"
    keys = ("n", "f3")
    shown = "n F3"
    group = Group.SEARCH
    title = N_("Next hit")
    hint = N_("next")


class PreviousHit(Command):
    """To the previous hit."""

    action = "hit(-1)"
    keys = ("N", "shift+f3")
    shown = "N Shift+F3"
    group = Group.SEARCH
    title = N_("Previous hit")
    hint = N_("previous")


class Clear(Command):
    """Clear the search; in its field, return to where it began."""

    action = "clear"
    keys = ("escape",)
    shown = "Esc"
    group = Group.SEARCH
    in_palette = False
    title = N_("Clear the search and return")
    hint = N_("clear")


class Complete(Command):
    """Take a word that is offered, in the search field."""

    action = "complete"
    keys: ClassVar[tuple[str, ...]] = ()
    shown = "Tab"
    group = Group.SEARCH
    in_palette = False
    title = N_("Take a word that is offered")


class Recall(Command):
    """Recall what was sought before, in the empty search field."""

    action = "recall"
    keys = ()
    shown = "↑"
    group = Group.SEARCH
    in_palette = False
    title = N_("Recall earlier searches")


class ToLibrary(Command):
    """Back to the library one came from."""

    action = "library"
    keys = ()
    shown = "Esc"
    group = Group.PROGRAM
    title = N_("Back to the library")
    hint = N_("library")


COMMANDS: tuple[type[Command], ...] = (Search, NextHit, PreviousHit, Clear, Complete, Recall)
