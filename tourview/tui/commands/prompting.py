"""What can be done at a question that is answered in one line."""

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group


class Accept(Command):
    """Give the answer; the field itself takes Enter."""

    action = "accept"
    keys = ()
    shown = "Enter"
    group = Group.REPORT
    title = N_("Give the answer")
    hint = N_("OK")


class Cancel(Command):
    """Give no answer."""

    action = "cancel"
    keys = ("escape",)
    shown = "Esc"
    group = Group.REPORT
    title = N_("Give no answer")
    hint = N_("cancel")


class Complete(Command):
    """Put a suggestion into the field, to go on typing."""

    action = "take"
    keys = ("tab",)
    shown = "Tab"
    group = Group.REPORT
    title = N_("Take the suggestion into the field")
    hint = N_("complete")


class NextSuggestion(Command):
    """Down among the suggestions."""

    action = "suggestion(1)"
    keys = ("down",)
    shown = "↑↓"
    group = Group.REPORT
    title = N_("Next suggestion")
    hint = N_("choose")


class PreviousSuggestion(Command):
    """Up among the suggestions."""

    action = "suggestion(-1)"
    keys = ("up",)
    shown = "↑"
    group = Group.REPORT
    title = N_("Previous suggestion")


PROMPT: tuple[type[Command], ...] = (Accept, Cancel, Complete, NextSuggestion, PreviousSuggestion)
"""What can be done at a question."""
HINTS: tuple[type[Command], ...] = (Accept, Cancel)
"""The commands to hint at where nothing is suggested."""
SUGGESTING_HINTS: tuple[type[Command], ...] = (Accept, Cancel, Complete, NextSuggestion)
"""The commands to hint at where answers are suggested."""
