"""What every page of the program is: a screen with commands of its own, drawn in the colours of the theme."""

from collections.abc import Sequence

from textual.screen import Screen

from tourview.tui.commands import Command
from tourview.tui.look import Look
from tourview.typeset import visible


class PageScreen(Screen[object]):
    """A screen one stays on, as opposed to one that asks or tells something."""

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here, in the order of the help."""
        raise NotImplementedError

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        raise NotImplementedError

    def tell(self, message: str, *, wrong: bool = False) -> None:
        """Show a note; the one before it goes, for notes cover what one reads."""
        self.app.clear_notifications()
        self.notify(visible(message), severity="error" if wrong else "information", markup=False)
