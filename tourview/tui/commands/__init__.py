"""The commands of the reading screen, a module a group."""

from tourview.tui.commands import handling, moving, searching, viewing
from tourview.tui.commands.base import Command, Group, bindings

READING: tuple[type[Command], ...] = (
    *moving.COMMANDS,
    *searching.COMMANDS,
    *viewing.COMMANDS,
    *handling.COMMANDS,
)
"""Every command of the reading screen, in the order of the help."""

__all__ = ["READING", "Command", "Group", "bindings"]
