"""A page of what a ledger holds: it notices by itself what others write into it, as long as it is shown."""

from collections.abc import Callable

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from tourview.ledger.errors import LedgerError
from tourview.tui.screens.page import PageScreen

_WATCH = 1.0
"""Seconds between two looks at whether others have written to the ledger."""


class WatchingScreen(PageScreen):
    """Looks into the ledger now and then, in the background; not while another screen lies above."""

    def __init__(self) -> None:
        """Prepare the watch."""
        super().__init__()
        self._timer: Timer | None = None
        self._looking = False

    def on_mount(self) -> None:
        """Begin to watch."""
        self._timer = self.set_interval(_WATCH, self.look_for_changes)

    def on_screen_suspend(self) -> None:
        """Rest while nobody looks."""
        if self._timer is not None:
            self._timer.pause()

    def on_screen_resume(self) -> None:
        """See at once what has been written meanwhile."""
        if self._timer is not None:
            self._timer.resume()
            self.look_for_changes()

    def look_for_changes(self) -> None:
        """See whether others have written to the ledger, and show it."""
        if not self._looking:
            self._looking = True
            self._look_for_changes()

    @work(thread=True, group="watch")
    def _look_for_changes(self) -> None:
        worker = get_current_worker()
        try:
            show = self.news()
        except LedgerError:
            # Whoever does something here is told; the next look may go better.
            return
        finally:
            self._looking = False
        if show is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_news, show)

    def _show_news(self, show: Callable[[], None]) -> None:
        if self.is_attached:
            show()

    def news(self) -> Callable[[], None] | None:
        """Look whether others have written to the ledger, in a thread: what shows it; None for nothing new.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        raise NotImplementedError
