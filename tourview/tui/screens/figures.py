"""The figures of a report: a table to compare them in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tourview.i18n import _, ngettext
from tourview.report import Report, ReportError
from tourview.tui.arrangement import LOW
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.commands import Command, bindings
from tourview.tui.commands.figures import FIGURES, figure_hints
from tourview.tui.exporting import free_name
from tourview.tui.figure_export import ENDINGS, not_written, write_figures
from tourview.tui.figure_table import (
    BY_VALUE,
    FigureOrder,
    FigureRow,
    FigureSorting,
    FigureTable,
    arranged,
    figure_rows,
    ratio_words,
)
from tourview.tui.files import typed_path
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.meant import Meant
from tourview.tui.screens.on_demand import help_screen, prompt_screen
from tourview.tui.screens.page import PageScreen
from tourview.tui.widgets.bars import KeyHints
from tourview.tui.widgets.figure_rows import FigureHead, FigureRows
from tourview.tui.widgets.library_bars import LibraryBar
from tourview.tui.widgets.searchbar import SearchBar
from tourview.typeset import visible

_PAIR = 2
"""Figures that are compared at a time."""


@dataclass
class FiguresPlace:
    """Where one was in the table, to come back to.

    Attributes:
        sorting: The order.
        typed: The filter.
        place: The figure under the cursor; None for the first row.
        marked: The figures that are marked, in the order of marking.
    """

    sorting: FigureSorting = BY_VALUE
    typed: str = ""
    place: int | None = None
    marked: tuple[int, ...] = ()


class FiguresScreen(PageScreen):
    """The table; gives what the person wants to read (`Meant`), or None."""

    CSS_PATH = "../styles/figures.tcss"
    AUTO_FOCUS = "#figures"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(FIGURES))

    def __init__(self, report: Report, look: Look, place: FiguresPlace, cite: Callable[[FigureRow], None]) -> None:
        """Prepare the parts.

        Args:
            report: Whose figures they are.
            look: The colours.
            place: Where one was; kept up to date.
            cite: Copies a figure as a citation.
        """
        super().__init__()
        self.report = report
        self.place = place
        self.bar = LibraryBar(_("Figures") + f"  {report.title}", id="title")
        self.head = FigureHead(id="figures-head")
        self.figures = FigureRows(look, self.head, id="figures")
        self.ratio = Static("", id="figures-ratio", markup=False)
        self.filter_bar = SearchBar(History(), sign=_("Filter"), offering=False, id="filter")
        self.hints = KeyHints(figure_hints(typing=False), id="hints")
        self._cite = cite
        self._rows: Sequence[FigureRow] = ()

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here."""
        return FIGURES

    def compose(self) -> ComposeResult:
        """The parts."""
        yield self.bar
        yield self.head
        yield self.figures
        with Vertical(id="foot"):
            yield self.ratio
            yield self.filter_bar
            yield self.hints

    def on_mount(self) -> None:
        """Look the figures up, in the background."""
        self.ratio.display = False
        self.filter_bar.display = False
        if self.place.typed:
            self.filter_bar.fill(self.place.typed)
        self.figures.tell_nothing(_("Looking at the figures"))
        self._look_up()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.figures.restyle(look)

    def on_resize(self, event: events.Resize) -> None:
        """Save blank rows in a low terminal."""
        self.set_class(event.size.height < LOW, "low")

    # The rows

    @work(thread=True, exclusive=True, group="figures")
    def _look_up(self) -> None:
        """Find out what each figure measures, and whose it is."""
        try:
            progress = until_cancelled()
            rows = figure_rows(self.report, progress)
            table = arranged(rows, self.place.sorting, self.place.typed, progress)
        except CancelledError:
            return
        self.app.call_from_thread(self._take_rows, rows, table)

    def _take_rows(self, rows: Sequence[FigureRow], table: FigureTable) -> None:
        self._rows = rows
        self._take_table(table)
        self._show_ratio()

    def _arrange(self, *, stay: bool) -> None:
        """Show the rows that are asked for, in the order that is.

        Args:
            stay: Whether the cursor stays on its figure; else it goes to the first.
        """
        if not stay:
            self.place.place = None
        self._arrange_behind(self.place.sorting, self.place.typed)

    @work(thread=True, exclusive=True, group="figures")
    def _arrange_behind(self, sorting: FigureSorting, typed: str) -> None:
        try:
            table = arranged(self._rows, sorting, typed, until_cancelled())
        except CancelledError:
            return
        self.app.call_from_thread(self._take_table, table)

    def _take_table(self, table: FigureTable) -> None:
        if not self.is_attached:
            return
        self.figures.tell_nothing(_("nothing found") if self._rows else _("No figures in this report"))
        self.figures.show(table, self.place.place)
        self._keep_place()
        count, shown = len(self._rows), len(table.rows)
        self.bar.tell(ngettext("{count} figure", "{count} figures", count).format(count=count))
        if self.place.typed:
            told = ngettext("{shown} of {count} figure", "{shown} of {count} figures", count)
            self.filter_bar.tell(told.format(shown=shown, count=count) if shown else _("nothing found"))

    def on_row_list_moved(self) -> None:
        """Know where to come back to."""
        self._keep_place()

    def _keep_place(self) -> None:
        row = self.figures.row
        if row is not None:
            self.place.place = row.place

    # Moving

    @property
    def typing(self) -> bool:
        """Whether the keys go into the field of the filter."""
        return self.filter_bar.typing

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys that matter here."""
        self.hints.show(figure_hints(typing=self.typing))

    def action_move(self, rows: int) -> None:
        """Up or down."""
        self.figures.move(rows)

    def action_page(self, direction: int) -> None:
        """Up or down by a screenful."""
        self.figures.page(direction)

    def action_end(self, direction: int) -> None:
        """To the first or the last row."""
        self.figures.end(direction)

    def action_neighbour(self, direction: int) -> None:
        """To the first figure of the next or previous unit."""
        self.figures.step_unit(direction)

    def action_enter(self) -> None:
        """Read the figure under the cursor where it stands."""
        if self.figures.row is not None:
            self.dismiss(Meant(self.figures.row.account.section, self.figures.row.figure.span))

    def on_row_list_chosen(self) -> None:
        """A row was clicked that had the cursor."""
        self.action_enter()

    def action_back(self) -> None:
        """Clear the filter; where there is none, the marks; where there are none, go back to the report."""
        if self.typing or self.place.typed:
            self._clear_filter()
        elif self.place.marked:
            self._mark(())
        else:
            self.dismiss(None)

    # Comparing

    def action_mark(self) -> None:
        """Mark the figure under the cursor, or unmark it; a third takes the place of the first."""
        row = self.figures.row
        if row is None:
            return
        marked = tuple(place for place in self.place.marked if place != row.place)
        if len(marked) == len(self.place.marked):
            marked = (*marked, row.place)[-_PAIR:]
        self._mark(marked)

    def _mark(self, marked: tuple[int, ...]) -> None:
        self.place.marked = marked
        self._show_ratio()

    def _show_ratio(self) -> None:
        """Tell how the two that are marked compare."""
        marked = self.place.marked
        self.figures.mark(marked)
        self.ratio.display = bool(marked)
        if len(marked) == _PAIR:
            self.ratio.update(visible(ratio_words(*(self._rows[place] for place in marked))))
        elif marked:
            self.ratio.update(_("Space on another figure compares the two"))

    # Order and choice

    def action_sort(self, order: str) -> None:
        """Put the figures in an order; the order in force is turned round."""
        self.place.sorting = self.place.sorting.then(FigureOrder(order))
        self._arrange(stay=True)

    def action_sort_next(self) -> None:
        """Put the figures in the order of the next column."""
        orders = [order for order in FigureOrder if self.figures.can_sort(order)]
        here = orders.index(self.place.sorting.order) if self.place.sorting.order in orders else -1
        self.action_sort(orders[(here + 1) % len(orders)])

    def action_sort_turn(self) -> None:
        """Turn the order round."""
        self.action_sort(self.place.sorting.order)

    def action_filter(self) -> None:
        """Take the keys for a filter."""
        self.filter_bar.open()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Filter as one types: the letter is drawn first."""
        self.place.typed = event.text.strip()
        self.call_after_refresh(self._arrange, stay=False)

    def on_search_bar_kept(self) -> None:
        """Enter in the field goes to the figures that are left."""
        if self.place.typed:
            self.set_focus(self.figures)
        else:
            self._clear_filter()

    def _clear_filter(self) -> None:
        self.filter_bar.clear()
        self.set_focus(self.figures)
        if self.place.typed:
            self.place.typed = ""
            self._arrange(stay=True)

    def on_key(self, event: events.Key) -> None:
        """Chinese characters, which are no commands, begin a filter."""
        character = event.character
        if character and not self.typing and "\u3400" <= character <= "\u9fff":
            event.stop()
            self.filter_bar.open()
            self.filter_bar.field.insert_text_at_cursor(character)

    # Copying and writing

    def action_cite(self) -> None:
        """Copy the figure under the cursor as a citation."""
        if self.figures.row is not None:
            self._cite(self.figures.row)

    def action_export(self) -> None:
        """Ask for a file name and write the figures that are shown there; its ending tells the format."""
        if self.figures.table.rows:
            hint, name = _("a file ending in .csv or .json"), free_name(_("figures") + ".csv")
            prompt = prompt_screen(_("Export to"), hint, value=name, check=not_written, known=ENDINGS)
            self.app.push_screen(prompt, self._export)

    def _export(self, typed: str | None) -> None:
        if typed is not None:
            self._write(typed, self.figures.table.rows)

    @work(thread=True, group="export")
    def _write(self, typed: str, rows: Sequence[FigureRow]) -> None:
        try:
            written = write_figures(rows, self.report.source.name, typed_path(typed))
        except ReportError as error:
            told = partial(self.notify, visible(str(error)), severity="error", markup=False)
        else:
            told = partial(self.notify, visible(_("Written: {path}").format(path=written)), markup=False)
        self.app.call_from_thread(told)

    # Asking

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_screen(FIGURES))
