"""What every page of the program is: a screen with commands of its own, drawn in the colours of the theme."""

from collections.abc import Sequence

from textual.screen import Screen

from tourview.tui.commands import Command
from tourview.tui.look import Look


class PageScreen(Screen[object]):
    """A screen one stays on, as opposed to one that asks or tells something."""

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here, in the order of the help."""
        raise NotImplementedError

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        raise NotImplementedError
