"""The program with a library behind its reports."""

import sqlite3
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from typing import ClassVar

from textual.screen import Screen

from tourview.library import Library
from tourview.open import prepare
from tourview.report import Progress, Report, ReportError, Section
from tourview.tracing import ALONE, Spread
from tourview.tui.app import TourviewApp, run_app
from tourview.tui.ledger_choice import USUAL, LedgerChoice
from tourview.tui.memory import Memory, recall
from tourview.tui.screens.library import LibraryScreen
from tourview.tui.screens.searching import Arrival


class LibraryApp(TourviewApp):
    """Begins at the shelf; from a report one comes back to it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*TourviewApp.CSS_PATH, "styles/library.tcss"]

    def __init__(self, library: Library, memory: Memory, ledger: LedgerChoice = USUAL) -> None:
        """Prepare the program.

        Args:
            library: The reports.
            memory: What is remembered from earlier; kept up to date.
            ledger: Which ledger is used.
        """
        super().__init__(None, memory, ledger)
        self._library = library

    @property
    def shelved(self) -> bool:
        """There is a library to go back to."""
        return True

    @property
    def folder(self) -> Path:
        """Where other reports are looked for first."""
        return super().folder if self.room is not None else self._library.paths[0]

    @property
    def spreading(self) -> Callable[[Sequence[str], Report, Progress], Spread]:
        """Tells how common phrases are in the library, as far as it is indexed."""
        return self._spread

    def _spread(self, phrases: Sequence[str], report: Report, progress: Progress) -> Spread:
        try:
            return self._library.spread(phrases, report, progress)
        except sqlite3.Error:
            # An index that cannot be asked just now is no reason not to trace the report by itself.
            return ALONE

    def get_default_screen(self) -> Screen[object]:
        """The shelf."""
        return LibraryScreen(self._library, self.look, self.memory.history)

    def on_library_screen_opened(self, event: LibraryScreen.Opened) -> None:
        """Open a report over the shelf."""
        try:
            opening = prepare(event.entry.path)
        except ReportError as error:
            self.tell_failure(error)
        else:
            self.open(opening, event.arrival)

    def action_ledger(self) -> None:
        """What became of the commitments of the report that is read; where none is, of all reports."""
        if self.room is not None:
            super().action_ledger()
            return
        ways = import_module("tourview.tui.ledger_ways")
        entries, name = self._library.index.entries, "  ".join(path.name for path in self._library.paths)
        screen: Screen[object] = ways.library_ledger(self.ledger, entries, self.look, name, self._read_at)
        self.push_screen(screen)

    def _read_at(self, path: str, place: Callable[[Report], Section | None]) -> None:
        """Open a report where something stands in it; where one stopped, if that is no longer there."""

        def arrival(report: Report) -> Arrival | None:
            section = place(report)
            return Arrival("", None, section.span[0]) if section is not None else None

        try:
            opening = prepare(Path(path))
        except ReportError as error:
            self.tell_failure(error)
        else:
            self.open(opening, arrival)

    def on_reading_screen_left(self) -> None:
        """Go back to the shelf."""
        self.close_room()


def run(library: Library, ledger: LedgerChoice = USUAL) -> int:
    """Show a library until the person leaves, with the ledger that was chosen.

    Returns:
        The exit status: 0 unless the app says otherwise.
    """
    memory = recall()
    try:
        return run_app(LibraryApp(library, memory, ledger), memory)
    finally:
        library.close()
