"""The program on the screen."""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import work
from textual.screen import Screen

from tourview.i18n import _, reason
from tourview.open import Opening, prepare
from tourview.reader_table import ENDINGS as READABLE
from tourview.report import Progress, Report, ReportError
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.clipboard import copy
from tourview.tui.dressed_app import DressedApp
from tourview.tui.exporting import free_name, not_exported
from tourview.tui.files import export_to, suggest_reports, typed_path
from tourview.tui.ledger_choice import USUAL, LedgerChoice
from tourview.tui.memory import Memory, keep, recall
from tourview.tui.screens.on_demand import loading_screen, prompt_screen
from tourview.tui.screens.reading import ReadingScreen
from tourview.tui.screens.searching import Arrival
from tourview.typeset import visible
from tourview.writers import ENDINGS as WRITABLE

_WATCH = 2.0
"""Seconds between two looks at whether the file has changed."""


Coming = Arrival | Callable[[Report], Arrival | None] | None
"""The search one comes into a report with, or what tells it once the report is read."""


class TourviewApp(DressedApp):
    """One report on one screen.

    The report is read before the app starts, or behind a screen that shows progress; see `Opening`.
    """

    TITLE = "tourview"
    # The reading screen's style is read with the app's: a style sheet that comes later has all of them parsed again.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/reading.tcss"]

    def __init__(self, opening: Opening | None, memory: Memory, ledger: LedgerChoice = USUAL) -> None:
        """Prepare the program.

        Args:
            opening: The report to read; None where one is yet to be chosen.
            memory: What is remembered from earlier; kept up to date.
            ledger: Which ledger is used.
        """
        super().__init__(memory.theme)
        self.ledger = ledger
        self._opening = opening
        self.memory = memory
        self._stamp: tuple[int, int] | None = None
        self._chosen: Opening | None = None
        self.failure: ReportError | None = None

    @property
    def room(self) -> ReadingScreen | None:
        """The reading room, once a report is open."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, ReadingScreen)), None)

    def get_default_screen(self) -> Screen[object]:
        """The reading room, if its report is read already: the first screen that is drawn is the one to stay."""
        if self._opening is None or self._opening.report is None:
            return super().get_default_screen()
        return self.room_for(self._opening, self._opening.report)

    def on_mount(self) -> None:
        """Read the report, if it is still to be read, and watch its file."""
        if self._opening is not None and self._opening.report is None:
            self.open(self._opening)
        self.set_interval(_WATCH, self._watch_file)
        self.call_after_refresh(_collect_garbage)

    # Opening

    def open(self, opening: Opening, arrival: Coming = None) -> None:
        """Enter a report that is read, or read it behind a screen that shows progress.

        Args:
            opening: The report.
            arrival: The search to come with, or what tells it of the report; None to begin where the person stopped.
        """
        if opening.report is not None:
            self._enter(opening, opening.report, arrival)
        else:
            self.push_screen(loading_screen(opening), partial(self._arrived, opening, arrival))

    def _arrived(self, opening: Opening, arrival: Coming, result: Report | ReportError | None) -> None:
        if isinstance(result, Report):
            self._enter(opening, result, arrival)
        elif self.room is None and not self.shelved:
            self.failure = result
            self.exit()
        elif result is not None:
            self.tell_failure(result)

    @property
    def shelved(self) -> bool:
        """Whether there is a library to go back to."""
        return False

    def _enter(self, opening: Opening, report: Report, arrival: Coming) -> None:
        self.remember_place()
        room = self.room_for(opening, report, arrival(report) if callable(arrival) else arrival)
        # Textual cannot take the screen it began with off its stack: that one is covered, the others make way.
        if self.room is None or self.room is self.screen_stack[0]:
            self.push_screen(room)
        else:
            self.switch_screen(room)

    def room_for(self, opening: Opening, report: Report, arrival: Arrival | None = None) -> ReadingScreen:
        """A reading room for a report, at a hit, or at the place where the person stopped."""
        self._opening = opening
        self._stamp = self._file_stamp()
        fresh, self.memory.fresh = self.memory.fresh, False
        return ReadingScreen(
            report,
            self.look,
            start=self.memory.places.get(self._key, 0),
            greeting=fresh,
            history=self.memory.history,
            arrival=arrival,
            shelved=self.shelved,
        )

    def close_room(self) -> None:
        """Leave the reading room for what lies behind it, remembering where one stopped."""
        self.remember_place()
        self._opening = None
        self.pop_screen()

    def action_open_another(self) -> None:
        """Ask for a file and open it."""
        suggest = partial(suggest_reports, self.folder, [Path(place) for place in reversed(self.memory.places)])
        prompt = prompt_screen(_("Open"), _("a report's path"), suggest=suggest, check=self._not_opened, known=READABLE)
        self.push_screen(prompt, self._open_chosen)

    @property
    def folder(self) -> Path:
        """Where other reports are looked for first."""
        return self._opening.path.parent if self._opening is not None and self._opening.path else Path.cwd()

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
            self.open(chosen)

    def tell_failure(self, error: ReportError) -> None:
        """Show what is wrong with a report."""
        self.tell(str(error), wrong=True)

    @property
    def spreading(self) -> Callable[[Sequence[str], Report, Progress], Any] | None:
        """Tells how common phrases are in the library, as a `tracing.Spread`; None where there is no library."""
        # Not typed more narrowly, for that would load the tracing of links before the first screen is drawn.
        return None

    # Remembering

    @property
    def _key(self) -> str:
        """What the report's place is remembered by."""
        return str(self._opening.path.resolve()) if self._opening is not None and self._opening.path else ""

    def remember_place(self) -> None:
        """Note where the person stopped, and the theme."""
        self.memory.theme = self.theme
        if self.room is not None and self._key:
            self.memory.remember(self._key, self.room.reader.top)

    async def action_quit(self) -> None:
        """Leave, remembering where one stopped."""
        self.remember_place()
        self.exit()

    def action_lead(self, page: str) -> None:
        """To another page of the report: its figures, its trace; from one of them straight to the other."""
        if self.room is not None:
            if self.screen is not self.room:
                self.pop_screen()
            pages = import_module("tourview.tui.report_pages")
            path = self._opening.path if self._opening is not None else None
            lead = getattr(pages, page)
            screen: Screen[object] = lead(self.room, self.look, self.ledger, str(path or ""), self.spreading)
            self.push_screen(screen, partial(self.room.read_from, page))

    @work(thread=True, exclusive=True, group="links")
    def action_look_up_links(self) -> None:
        """Look up, in the background, what persons have decided about the links of the report that is open."""
        room = self.room
        if room is not None and room.as_read.links:
            book = import_module("tourview.tui.trace_book").TraceBook(self.ledger, room.as_read, "", self.spreading)
            # The report is read all the same if its ledger cannot be used; the trace tells what is wrong with it.
            with suppress(ReportError, CancelledError):
                self.call_from_thread(room.take_links, book.links(until_cancelled()))

    def action_ledger(self) -> None:
        """What became of the report's commitments."""
        if self.room is not None:
            path = self._opening.path if self._opening is not None else None
            ways = import_module("tourview.tui.ledger_ways")
            screen: Screen[object] = ways.report_ledger(self.ledger, self.room, self.look, str(path or ""))
            self.push_screen(screen)

    # The file on disk

    def _file_stamp(self) -> tuple[int, int] | None:
        """What tells that the file has changed: its time of change and its size; None if it cannot be seen."""
        if self._opening is None or self._opening.path is None:
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
        if opening is None:
            return
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
        if self._opening is None:
            return
        hint, name = (
            _("a file: .json, .yaml, .txt, .md, .html or .csv"),
            f"{visible(Path(self._opening.name).stem)}.md",
        )
        prompt = prompt_screen(_("Export to"), hint, value=free_name(name), check=not_exported, known=tuple(WRITABLE))
        self.push_screen(prompt, self._export)

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


def _collect_garbage() -> None:
    """Collect garbage from now on; what the start has made stays, and need not be looked at again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(opening: Opening, ledger: LedgerChoice = USUAL) -> int:
    """Show a report until the person leaves, with the ledger that was chosen.

    Returns:
        The exit status: 0 unless the app says otherwise.

    Raises:
        ReportError: If the report could not be read after all; the screen is gone by then.
    """
    memory = recall()
    return run_app(TourviewApp(opening, memory, ledger), memory)


def run_app(app: TourviewApp, memory: Memory) -> int:
    """Run the program, and keep what is to be remembered; see `run`."""
    app.run()
    keep(memory)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
