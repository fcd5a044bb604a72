"""The library's shelf: its reports in an order, some of them or all, kept up with the files."""

from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from textual import work

from tourview.i18n import _, ngettext
from tourview.library import Library, Summary, report_files
from tourview.report import ReportError
from tourview.search.index import Entry
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.commands.hints import shelf_hints
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.screens.page import PageScreen
from tourview.tui.shelving import Order, Sorting, arranged, picked
from tourview.tui.widgets.bars import KeyHints
from tourview.tui.widgets.library_bars import LibraryBar
from tourview.tui.widgets.searchbar import SearchBar
from tourview.tui.widgets.shelf import Shelf, ShelfHead

_WATCH = 3.0
"""Seconds between two looks at whether files have come, gone or changed."""
_PATIENCE = 0.25
"""Seconds between two tellings of how far indexing is."""
_SHARE = 10
"""How many times longer than a telling takes one waits for the next."""


class ShelfScreen(PageScreen):
    """The reports of a library; what is sought in them is told by `LibraryScreen`."""

    AUTO_FOCUS = "#shelf"

    def __init__(self, library: Library, look: Look, history: History) -> None:
        """Prepare the parts.

        Args:
            library: The reports.
            look: The colours.
            history: What was sought before.
        """
        super().__init__()
        self.library = library
        self.history = history
        self.bar = LibraryBar(_name_of(library.paths), id="title")
        self.head = ShelfHead(id="shelf-head")
        self.shelf = Shelf(look, self.head, library.paths, id="shelf")
        self.filter_bar = SearchBar(History(), sign=_("Filter"), offering=False, id="filter")
        self.hints = KeyHints(shelf_hints(typing=False, searching=False, filtering=False), id="hints")
        self._entries: Sequence[Entry] = ()
        self._sorting = Sorting()
        self._known = False

    def on_mount(self) -> None:
        """Show what is known already, and bring it up to date."""
        self.filter_bar.display = False
        self.keep_up(anew=True)
        self.set_interval(_WATCH, self._watch)

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.shelf.restyle(look)

    # Keeping up with the files

    def _watch(self) -> None:
        if self._known:
            self.keep_up()

    def action_refresh_library(self) -> None:
        """Look for changes now."""
        self.keep_up(anew=True)

    @work(thread=True, group="library")
    def keep_up(self, anew: bool = False) -> None:
        """Bring the index up to date, in the background.

        Args:
            anew: Whether to look into it even if no file has changed.
        """
        app = self.app
        try:
            telling = _Telling(self)
            if anew:
                app.call_from_thread(self._take, self.library.index.entries(), _("Looking for reports"))
            elif not self.library.changed():
                return
            telling.total = sum(1 for _file in report_files(self.library.paths))
            summary = self.library.refresh(until_cancelled(telling.tell))
            app.call_from_thread(self._brought_up, self.library.index.entries(), summary)
        except CancelledError:
            return
        except ReportError as error:
            app.call_from_thread(self.notify, str(error), severity="error", markup=False)

    def tell_progress(self, entries: Sequence[Entry], total: int) -> None:
        """Show the reports that are indexed by now, of so many."""
        self._take(entries, _("Indexing {done}/{total}").format(done=min(len(entries), total), total=total))

    def _take(self, entries: Sequence[Entry], doing: str) -> None:
        self.bar.tell_doing(doing)
        if entries != self._entries:
            self._entries = entries
            self.show_shelf()
        self._tell_nothing()

    def _brought_up(self, entries: Sequence[Entry], summary: Summary) -> None:
        self._known = True
        self._take(entries, "")
        if summary.word:
            self.notify(summary.word, markup=False)
        if summary.added or summary.changed or summary.removed:
            self.library_changed()

    def library_changed(self) -> None:
        """Something else may be found now."""

    @property
    def up_to_date(self) -> bool:
        """Whether every report has been looked at since the start."""
        return self._known

    # Order and choice

    @property
    def filtering(self) -> bool:
        """Whether only some of the reports are shown."""
        return bool(self.filter_bar.text.strip())

    def show_shelf(self, *, stay: bool = True) -> None:
        """Show the reports that are asked for, in the order that is."""
        chosen = picked(self._entries, self.filter_bar.text)
        self.shelf.show(arranged(chosen, self._sorting), self._sorting, stay=stay)
        count = len(self._entries)
        told = ngettext("{count} report", "{count} reports", count).format(count=count)
        failed = sum(entry.error is not None for entry in self._entries)
        if failed:
            told += _(", {count} unreadable").format(count=failed)
        self.bar.tell(told)
        if self.filtering:
            shown = len(chosen)
            told = ngettext("{shown} of {count} report", "{shown} of {count} reports", count)
            self.filter_bar.tell(told.format(shown=shown, count=count) if shown else _("nothing found"))
        else:
            self.filter_bar.tell("")
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Say why the shelf is empty, where it is."""
        if self._entries:
            told = _("nothing found")
        elif self._known:
            told = _("No reports here yet. Put reports into the folder: they appear by themselves.")
        else:
            told = _("Looking for reports")
        self.shelf.tell_nothing(told)

    def action_sort(self, order: str) -> None:
        """Put the reports in an order; the order in force is turned round."""
        self._sorting = self._sorting.then(Order(order))
        self.show_shelf()

    def action_sort_next(self) -> None:
        """Put the reports in the order of the next column."""
        orders = [order for order in Order if self.shelf.has_column(order)]
        here = orders.index(self._sorting.order) if self._sorting.order in orders else -1
        self.action_sort(orders[(here + 1) % len(orders)])

    def action_sort_turn(self) -> None:
        """Turn the order round."""
        self.action_sort(self._sorting.order)

    def action_filter(self) -> None:
        """Take the keys for a filter."""
        self.filter_bar.open()


class _Telling:
    """Tells a shelf from another thread how far indexing is, now and then."""

    def __init__(self, shelf: ShelfScreen) -> None:
        self.total = 0
        self._shelf = shelf
        self._next = monotonic() + _PATIENCE

    def tell(self, _share: float) -> None:
        """Tell, if the last time is long enough ago: the longer it takes, the more rarely."""
        began = monotonic()
        if began >= self._next:
            entries = self._shelf.library.index.entries()
            self._shelf.app.call_from_thread(self._shelf.tell_progress, entries, self.total)
            self._next = monotonic() + max(_PATIENCE, _SHARE * (monotonic() - began))


def _name_of(paths: Sequence[Path]) -> str:
    """What a library is called: its folders, from home on where they lie there."""
    return "  ".join(_from_home(path) for path in paths)


def _from_home(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path != home and path.is_relative_to(home) else str(path)
