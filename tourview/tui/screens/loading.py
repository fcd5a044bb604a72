"""What is shown while a big report is being read."""

from time import monotonic
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from tourview.i18n import _
from tourview.open import Opening
from tourview.report import Report, ReportError
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.typeset import visible

_BAR = 40
"""Cells of the progress bar."""

_PATIENCE = 0.05
"""Seconds between two tellings of the progress."""


class LoadingScreen(Screen[Report | ReportError | None]):
    """Reads a report in a thread and shows how far it is; gives the report, what is wrong with it, or None on Esc."""

    CSS_PATH = "../styles/loading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "cancel", show=False)]

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._worker: Worker[None] | None = None
        self._told = 0.0

    def compose(self) -> ComposeResult:
        """The file's name and a bar."""
        with Vertical(id="loading"):
            yield Static(_("Reading {name}").format(name=visible(self._opening.name)), id="loading-name", markup=False)
            yield Static(self._bar(0.0), id="loading-bar")
            yield Static(_("Esc cancels"), id="loading-hint", markup=False)

    def on_mount(self) -> None:
        """Begin to read."""
        self._worker = self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        result: Report | ReportError
        try:
            result = self._opening.load(until_cancelled(self._tell))
        except CancelledError:
            return
        except ReportError as error:
            result = error
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.dismiss, result)

    def _tell(self, share: float) -> None:
        """Show how far the thread is, now and then."""
        if monotonic() - self._told > _PATIENCE:
            self._told = monotonic()
            self.app.call_from_thread(self._show, share)

    def _show(self, share: float) -> None:
        # Nothing is there to show it on once the person has left.
        for bar in self.query("#loading-bar").results(Static):
            bar.update(self._bar(share))

    def _bar(self, share: float) -> Content:
        done = round(max(0.0, min(1.0, share)) * _BAR)
        return Content.assemble(
            (" " * done, "on $accent"), (" " * (_BAR - done), "on $panel"), (f"  {share:4.0%}", "$dim")
        )

    def action_cancel(self) -> None:
        """Stop reading."""
        if self._worker is not None:
            self._worker.cancel()
        self.dismiss(None)
