"""The command palette: every command by its name, and the themes, in the interface language."""

from collections.abc import AsyncIterator

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits
from textual.system_commands import SystemCommandsProvider
from textual.theme import ThemeProvider

from tourview.i18n import _


class Palette(CommandPalette):
    """Textual's command palette in our look, whose style is read when it is first opened."""

    CSS_PATH = "styles/palette.tcss"


class Commands(SystemCommandsProvider):
    """The commands, in the order of the help while nothing is typed."""

    async def discover(self) -> Hits:
        """Every command."""
        for name, tooltip, run, _discover in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(name, run, help=tooltip)

    async def search(self, query: str) -> Hits:
        """The commands whose name has the letters typed, in their order."""
        async for hit in _or_nothing(super().search(query)):
            yield hit


class Themes(ThemeProvider):
    """The themes by name."""

    async def search(self, query: str) -> Hits:
        """The themes whose name has the letters typed, in their order."""
        async for hit in _or_nothing(super().search(query)):
            yield hit


async def _or_nothing(hits: Hits) -> AsyncIterator[DiscoveryHit | Hit]:
    """The hits; where there is none, a line that says so in place of Textual's, which is English."""
    found = False
    async for hit in hits:
        found = True
        yield hit
    if not found:
        yield Hit(1.0, _("nothing found"), _stay)


def _stay() -> None:
    """Nothing was found, nothing is done."""


def commands_palette() -> Palette:
    """The palette of commands."""
    return Palette([Commands], placeholder=_("Search for commands"), id="--command-palette")


def themes_palette() -> Palette:
    """The palette of themes."""
    return Palette([Themes], placeholder=_("Search for themes"), id="--command-palette")
