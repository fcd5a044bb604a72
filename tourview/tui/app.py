"""The program on the screen."""

import gc
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import Theme

from tourview.i18n import _, reason
from tourview.open import Opening, prepare
from tourview.report import Report, ReportError
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.clipboard import copy
from tourview.tui.commands import READING
from tourview.tui.contrast import mended_variables
from tourview.tui.exporting import free_name, not_exported
from tourview.tui.files import export_to, suggest_reports, typed_path
from tourview.tui.look import Look, look_of
from tourview.tui.memory import Memory, keep, recall
from tourview.tui.palette import commands_palette, themes_palette
from tourview.tui.screens.on_demand import loading_screen, prompt_screen
from tourview.tui.screens.reading import ReadingScreen
from tourview.tui.themes import INK, PAPER, own_variables
from tourview.tui.widgets.searchbar import Field
from tourview.typeset import visible

_WATCH = 2.0
"""Seconds between two looks at whether the file has changed."""


class TourviewApp(App[object]):
    """One report on one screen.

    The report is read before the app starts, or behind a screen that shows progress; see `Opening`.
    """

    TITLE = "tourview"
    # The reading screen's style is read with the app's: a style sheet that comes later has all of them parsed again.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/reading.tcss"]

    def __init__(self, opening: Opening, memory: Memory) -> None:
        """Prepare the program.

        Args:
            opening: The report to read.
            memory: What is remembered from earlier; kept up to date.
        """
        super().__init__()
        self._opening = opening
        self._memory = memory
        self._stamp: tuple[int, int] | None = None
        self._chosen: Opening | None = None
        self.failure: ReportError | None = None
        self.register_theme(INK)
        self.register_theme(PAPER)
        self._begin_in(memory.theme if memory.theme in self.available_themes else INK.name)

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

    @property
    def room(self) -> ReadingScreen | None:
        """The reading room, once a report is open."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, ReadingScreen)), None)

    def get_default_screen(self) -> Screen[object]:
        """The reading room, if its report is read already: the first screen that is drawn is the one to stay."""
        if self._opening.report is None:
            return super().get_default_screen()
        return self._room_for(self._opening, self._opening.report)

    def on_mount(self) -> None:
        """Read the report, if it is still to be read, and watch its file."""
        self.theme_changed_signal.subscribe(self, self._restyle)
        if self._opening.report is None:
            self._open(self._opening)
        self.set_interval(_WATCH, self._watch_file)
        self.call_after_refresh(_collect_garbage)

    # Opening

    def _open(self, opening: Opening) -> None:
        """Enter a report that is read, or read it behind a screen that shows progress."""
        if opening.report is not None:
            self._enter(opening, opening.report)
        else:
            self.push_screen(loading_screen(opening), partial(self._arrived, opening))

    def _arrived(self, opening: Opening, result: Report | ReportError | None) -> None:
        if isinstance(result, Report):
            self._enter(opening, result)
        elif self.room is None:
            self.failure = result
            self.exit()
        elif result is not None:
            self.tell_failure(result)

    def _enter(self, opening: Opening, report: Report) -> None:
        self.remember_place()
        room = self._room_for(opening, report)
        # Textual cannot take the screen it began with off its stack: that one is covered, the others make way.
        if self.room is None or self.room is self.screen_stack[0]:
            self.push_screen(room)
        else:
            self.switch_screen(room)

    def _room_for(self, opening: Opening, report: Report) -> ReadingScreen:
        """A reading room for a report, at the place where the person stopped."""
        self._opening = opening
        self._stamp = self._file_stamp()
        fresh, self._memory.fresh = self._memory.fresh, False
        return ReadingScreen(report, self.look, start=self._memory.places.get(self._key, 0), greeting=fresh)

    def action_open_another(self) -> None:
        """Ask for a file and open it."""
        folder = self._opening.path.parent if self._opening.path else Path.cwd()
        suggest = partial(suggest_reports, folder, [Path(place) for place in reversed(self._memory.places)])
        prompt = prompt_screen(_("Open"), _("a report's path"), suggest=suggest, check=self._not_opened)
        self.push_screen(prompt, self._open_chosen)

    def _not_opened(self, typed: str) -> str | None:
        """Why the file that was typed cannot be opened; None if it can, and then it is the one chosen."""
        try:
            self._chosen = prepare(typed_path(typed))
        except ReportError as error:
            return str(error)
        return None

    def _open_chosen(self, typed: str | None) -> None:
        chosen, self._chosen = self._chosen, None
        if typed is not None and chosen is not None:
            self._open(chosen)

    def tell_failure(self, error: ReportError) -> None:
        """Show what is wrong with a report."""
        self.tell(str(error), wrong=True)

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

    # Remembering

    @property
    def _key(self) -> str:
        """What the report's place is remembered by."""
        return str(self._opening.path.resolve()) if self._opening.path else ""

    def remember_place(self) -> None:
        """Note where the person stopped, and the theme."""
        self._memory.theme = self.theme
        if self.room is not None and self._opening.path is not None:
            self._memory.remember(self._key, self.room.reader.top)

    async def action_quit(self) -> None:
        """Leave, remembering where one stopped."""
        self.remember_place()
        self.exit()

    # The file on disk

    def _file_stamp(self) -> tuple[int, int] | None:
        """What tells that the file has changed: its time of change and its size; None if it cannot be seen."""
        if self._opening.path is None:
            return None
        with suppress(OSError):
            status = self._opening.path.stat()
            return status.st_mtime_ns, status.st_size
        return None

    def _watch_file(self) -> None:
        stamp = self._file_stamp()
        if self.room is not None and stamp is not None and stamp != self._stamp:
            self._stamp = stamp
            self.tell(_("The file has changed; r reads it again"))

    @work(thread=True, exclusive=True, group="reload")
    def action_reload(self) -> None:
        """Read the file again, in the background; the old text stays readable meanwhile."""
        opening = self._opening
        try:
            report = opening.load(until_cancelled())
        except CancelledError:
            return
        except ReportError as error:
            self.call_from_thread(self.tell_failure, error)
        else:
            self.call_from_thread(self._show_again, opening, report)

    def _show_again(self, opening: Opening, report: Report) -> None:
        """Show a report that was read again, unless another has been opened meanwhile."""
        if self.room is not None and opening is self._opening:
            self._stamp = self._file_stamp()
            self.room.show_report(report)
            self.tell(_("Read again"))

    def action_export(self) -> None:
        """Ask for a file name and write the report there; its ending tells the format."""
        hint, name = _("a file ending in .json, .yaml, .md or .txt"), f"{visible(Path(self._opening.name).stem)}.md"
        self.push_screen(prompt_screen(_("Export to"), hint, value=free_name(name), check=not_exported), self._export)

    def _export(self, path: str | None) -> None:
        if path is not None and self.room is not None:
            self._write(self.room.report, typed_path(path))

    @work(thread=True, group="export")
    def _write(self, report: Report, path: Path) -> None:
        try:
            written = export_to(report, path)
        except ReportError as error:
            self.call_from_thread(self.tell_failure, error)
        else:
            self.call_from_thread(self.tell, _("Written: {path}").format(path=written))

    # Copying

    @work(thread=True, exclusive=True, group="copy")
    def on_reading_screen_copied(self, event: ReadingScreen.Copied) -> None:
        """Copy a text, in the background, for a clipboard's program may keep one waiting, and say where it went."""
        try:
            way = copy(event.text, partial(self.call_from_thread, self.copy_to_clipboard))
        except OSError as error:
            told = _("Not copied: {reason}").format(reason=reason(error))
            self.call_from_thread(partial(self.tell, told, wrong=True))
        else:
            self.call_from_thread(self.tell, event.told.format(text=event.text, way=way))

    # Look

    def action_toggle_theme(self) -> None:
        """From the dark page to the light one and back."""
        self.theme = PAPER.name if self.current_theme.dark else INK.name

    def _restyle(self, _theme: Theme) -> None:
        if self.room is not None:
            self.room.restyle(self.look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's entries: the choice of a theme, which has no key, and every command; with its keys."""
        yield SystemCommand(_("Theme"), "", self.action_change_theme)
        for command in READING:
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


def _collect_garbage() -> None:
    """Collect garbage from now on; what the start has made stays, and need not be looked at again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(opening: Opening) -> int:
    """Show a report until the person leaves.

    Returns:
        The exit status: 0 unless the app says otherwise.

    Raises:
        ReportError: If the report could not be read after all; the screen is gone by then.
    """
    memory = recall()
    app = TourviewApp(opening, memory)
    app.run()
    keep(memory)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
