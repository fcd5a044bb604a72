"""The command palette: every command by its name, and the themes, in the interface language."""

from collections.abc import AsyncIterator, Callable

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import ThemeProvider

from tourview.i18n import _
from tourview.tui.themes import INK, PAPER

_NAME_WIDTH = 36
"""Cells before the column of the keys."""


class Palette(CommandPalette):
    """Textual's command palette in our look, whose style is read when it is first opened."""

    CSS_PATH = "styles/palette.tcss"


class Commands(Provider):
    """The commands with their keys; in the order of the help while nothing is typed."""

    async def discover(self) -> Hits:
        """Every command."""
        for name, keys, run, _discover in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(_with_keys(Content(name), keys), run, text=name)

    async def search(self, query: str) -> Hits:
        """The commands whose name has the letters typed, in their order."""
        async for hit in _or_nothing(self._matching(query)):
            yield hit

    async def _matching(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, keys, run, _discover in self.app.get_system_commands(self.screen):
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, _with_keys(matcher.highlight(name), keys), run, text=name)


def _with_keys(name: Content, keys: str) -> Content:
    """A row: the command's name, and its keys in a column of their own."""
    return Content.assemble(name, " " * max(2, _NAME_WIDTH - name.cell_length), (keys, "$dim"))


class Themes(ThemeProvider):
    """The themes by name, our own first."""

    @property
    def commands(self) -> list[tuple[str, Callable[[], None]]]:
        """Each theme's name, and what takes it on."""
        own = (INK.name, PAPER.name)
        return sorted(super().commands, key=lambda command: own.index(command[0]) if command[0] in own else len(own))

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
