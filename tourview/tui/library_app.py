"""The program with a library behind its reports."""

from pathlib import Path, PurePath
from typing import ClassVar

from textual.screen import Screen

from tourview.library import Library
from tourview.open import prepare
from tourview.report import ReportError
from tourview.tui.app import TourviewApp, run_app
from tourview.tui.memory import Memory, recall
from tourview.tui.screens.library import LibraryScreen


class LibraryApp(TourviewApp):
    """Begins at the shelf; from a report one comes back to it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*TourviewApp.CSS_PATH, "styles/library.tcss"]

    def __init__(self, library: Library, memory: Memory) -> None:
        """Prepare the program.

        Args:
            library: The reports.
            memory: What is remembered from earlier; kept up to date.
        """
        super().__init__(None, memory)
        self._library = library

    @property
    def shelved(self) -> bool:
        """There is a library to go back to."""
        return True

    @property
    def folder(self) -> Path:
        """Where other reports are looked for first."""
        return super().folder if self.room is not None else self._library.paths[0]

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

    def on_reading_screen_left(self) -> None:
        """Go back to the shelf."""
        self.close_room()


def run(library: Library) -> int:
    """Show a library until the person leaves.

    Returns:
        The exit status: 0 unless the app says otherwise.
    """
    memory = recall()
    try:
        return run_app(LibraryApp(library, memory), memory)
    finally:
        library.close()
