"""The program's dress: its themes, its palettes, its notes; and what is typed ahead."""

from collections.abc import Iterable
from functools import partial

from textual import events
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import Theme

from tourview.i18n import _
from tourview.tui.contrast import mended_variables
from tourview.tui.look import Look, look_of
from tourview.tui.palette import commands_palette, themes_palette
from tourview.tui.screens.page import PageScreen
from tourview.tui.themes import INK, PAPER, own_variables
from tourview.tui.widgets.searchbar import Field
from tourview.typeset import visible


class DressedApp(App[object]):
    """What the program is whatever it shows."""

    def __init__(self, theme: str) -> None:
        """Dress the program.

        Args:
            theme: The name of a theme; ink in the place of one that is not there.
        """
        super().__init__()
        self.register_theme(INK)
        self.register_theme(PAPER)
        self._begin_in(theme if theme in self.available_themes else INK.name)

    def on_mount(self) -> None:
        """Take on the colours of a theme whenever there is another."""
        self.theme_changed_signal.subscribe(self, self._restyle)

    def _begin_in(self, theme: str) -> None:
        """Take a theme before anything is drawn: a change of it later has all styles parsed and drawn anew."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables; of a theme that is not ours, with the colours of text mended where they are faint."""
        variables = super().get_css_variables()
        if self.current_theme not in (INK, PAPER) and not self.current_theme.ansi:
            variables = self.theme_variables = mended_variables(variables)
        return variables

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for Textual's themes."""
        return own_variables(self.current_theme.dark)

    @property
    def look(self) -> Look:
        """The colours of the theme in force."""
        return look_of(self.theme_variables)

    def action_toggle_theme(self) -> None:
        """From the dark page to the light one and back."""
        self.theme = PAPER.name if self.current_theme.dark else INK.name

    def _restyle(self, _theme: Theme) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, PageScreen):
                screen.restyle(self.look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's entries: the choice of a theme, which has no key, and every command; with its keys."""
        yield SystemCommand(_("Theme"), "", self.action_change_theme)
        for command in screen.commands if isinstance(screen, PageScreen) else ():
            if command.in_palette:
                run_it = partial(screen.call_next, screen.run_action, command.action)
                yield SystemCommand(_(command.title), command.shown, run_it)

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not CommandPalette.is_open(self):
            self.push_screen(commands_palette())

    def search_themes(self) -> None:
        """Open the palette of themes."""
        self.push_screen(themes_palette())

    async def on_key(self, event: events.Key) -> None:
        """Give a field what was typed before it had the keys: `/园区` may arrive all at once."""
        field = self.focused
        if not isinstance(field, Field):
            return
        if event.is_printable and event.character:
            field.insert_text_at_cursor(event.character)
        elif event.key == "enter":
            await field.action_submit()
        else:
            return
        event.stop()
        event.prevent_default()

    def tell(self, message: str, *, wrong: bool = False) -> None:
        """Show a note; the one before it goes, for notes cover what one reads. From the app's own thread only."""
        self.clear_notifications()
        self.notify(visible(message), severity="error" if wrong else "information", markup=False)
