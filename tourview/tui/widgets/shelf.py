"""The shelf: the reports of a library, a row each, in columns."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.style import Style as ContentStyle
from textual.widget import Widget

from tourview.i18n import N_, _
from tourview.report import Kind, fold
from tourview.search.index import Entry
from tourview.tui.labels import kind_name, seal
from tourview.tui.look import Look
from tourview.tui.shelving import Order, Sorting
from tourview.tui.widgets.rows import LEFT, RIGHT, RowList, fitted
from tourview.typeset import cell_width, shortened, visible

KINDS: Mapping[Order, Kind] = {
    Order.LESSONS: Kind.LESSON,
    Order.GAPS: Kind.GAP,
    Order.COMMITMENTS: Kind.COMMITMENT,
}
"""The kinds that are counted, by the column that counts them."""
_HEADS = {Order.TITLE: N_("Title"), Order.ORGANIZATION: N_("Organisation"), Order.DATE: N_("Date")}
_GAP = 3
_TIGHT_GAP = 1
"""Cells between two columns, and where there is little room."""
_BROAD = 100
"""Cells from which there is a column of organisations, and a date has its day."""
_NARROW = 72
"""Cells below which a date is a year, and numbers go without their seals."""
_YEAR = 6
_MARK = 2
"""Cells of the mark that tells which way the order runs, and the gap before it."""
_MOST_ORGANIZATION = 24
_LEAST_NAME = 8
"""Cells a file's name must have beside the title to be told."""


class Columns(NamedTuple):
    """The cells of each column; 0 for one there is no room for."""

    title: int
    organization: int
    date: int
    number: int

    def width(self, order: Order) -> int:
        """The cells of the column that an order goes by."""
        named = {Order.TITLE: self.title, Order.ORGANIZATION: self.organization, Order.DATE: self.date}
        return named.get(order, self.number)


def columns_for(width: int, entries: Sequence[Entry]) -> Columns:
    """Share out the cells of a row: the title has what the others leave."""
    if width < _NARROW:
        others, organization, date, number = 2 * _TIGHT_GAP, 0, _YEAR, 4
    elif width < _BROAD:
        others, organization, date, number = 2 * _GAP, 0, 7, 6
    else:
        longest = max(
            (cell_width(visible(name)) for name in {entry.organization or "" for entry in entries}), default=0
        )
        organization = (
            min(max(longest, cell_width(_head(Order.ORGANIZATION)) + 2), _MOST_ORGANIZATION) if longest else 0
        )
        others, date, number = (3 if organization else 2) * _GAP, 10, 7
    others += organization + date + len(KINDS) * number
    return Columns(max(0, width - LEFT - RIGHT - others), organization, date, number)


def _head(order: Order) -> str:
    return _(_HEADS[order]) if order in _HEADS else kind_name(KINDS[order])


class ShelfHead(Widget):
    """The names of the columns; a click puts the reports in their order."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sorting = Sorting()
        self._columns = Columns(0, 0, 0, 0)
        self.auto_links = False

    def show(self, sorting: Sorting, columns: Columns) -> None:
        """Show the order in force, and the columns as they are shared out."""
        self._sorting, self._columns = sorting, columns
        self.refresh()

    def render(self) -> Content:
        """The line: the column the reports are in order of is marked by which way it runs."""
        gap = " " * _gap(self.size.width)
        parts = [Content(" " * LEFT)]
        for order in Order:
            width = self._columns.width(order)
            if width:
                parts += [self._part(order, width), Content("" if order in KINDS else gap)]
        return Content("").join(parts)

    def _part(self, order: Order, width: int) -> Content:
        chosen = order is self._sorting.order
        mark = ("▾" if self._sorting.high_first else "▴") if chosen else ""
        whole = all(cell_width(_head(kind)) + _MARK <= self._columns.number for kind in KINDS)
        name = _head(order) if order not in KINDS or whole else seal(KINDS[order])
        spaced = f"{name} {mark}" if mark else name
        words = fitted(spaced if cell_width(spaced) <= width else f"{name}{mark}", width, right=order in KINDS)
        link = ContentStyle.from_meta({"@click": f"screen.sort('{order}')"})
        colour = f"$kind-{KINDS[order]}" if order in KINDS else "$foreground" if chosen else "$dim"
        return Content.styled(words, f"bold {colour}" if chosen else colour).stylize(link)


def _gap(width: int) -> int:
    return _GAP if width >= _NARROW else _TIGHT_GAP


class Shelf(RowList):
    """The reports, a line each."""

    def __init__(self, look: Look, head: ShelfHead, roots: Sequence[Path], *, id: str | None = None) -> None:
        """Prepare the shelf.

        Args:
            look: The colours.
            head: Where the columns are named.
            roots: The folders of the library: a file is called by its path from there.
            id: The widget's name in the style sheet.
        """
        super().__init__(look, id=id)
        self._head = head
        self._roots = roots
        self._entries: Sequence[Entry] = ()
        self._columns = Columns(0, 0, 0, 0)
        self._sorting = Sorting()
        self._touched = False

    @property
    def entries(self) -> Sequence[Entry]:
        """The reports shown, from the first to the last."""
        return self._entries

    @property
    def entry(self) -> Entry | None:
        """The report under the cursor; None when no row is left."""
        return self._entries[self.cursor] if self._entries else None

    def has_column(self, order: Order) -> bool:
        """Whether there is room for what an order goes by."""
        return self._columns.width(order) > 0

    def show(self, entries: Sequence[Entry], sorting: Sorting, *, stay: bool = True) -> None:
        """Show reports, which are in an order already; the cursor stays on its report, unless it is to go first.

        As long as the person has not put it on any, it is at the top, whatever order the reports are read in.
        """
        stay = stay and self._touched
        here = self.entry.path if self.entry and stay else None
        self._entries, self._sorting = entries, sorting
        place = next((at for at, entry in enumerate(entries) if entry.path == here), self.cursor if stay else 0)
        rows = range(len(entries))
        self._share_out()
        self.lay(rows, rows, place)

    def on_row_list_moved(self) -> None:
        """The person put the cursor on a report."""
        self._touched = True

    def on_row_list_chosen(self) -> None:
        """The person opened the report under the cursor."""
        self._touched = True

    def on_resize(self, _event: events.Resize) -> None:
        """Share the columns out anew."""
        self._share_out()

    def _share_out(self) -> None:
        self._columns = columns_for(self.size.width, self._entries)
        self._head.show(self._sorting, self._columns)
        self.refresh()

    def draw(self, line: int, width: int, cursor: Style) -> Iterator[Segment]:
        """Title and file, organisation, date, and how many lessons, gaps and commitments."""
        entry, columns, look = self._entries[line], self._columns, self.look
        gap = Segment(" " * _gap(width + 1), cursor)
        yield Segment(" " * LEFT, cursor)
        if entry.error is not None:
            yield Segment(fitted(self._why(entry), width - LEFT), look.dim + cursor)
            return
        yield from self._named(entry, columns.title, cursor)
        yield gap
        if columns.organization:
            yield Segment(fitted(entry.organization or "", columns.organization), look.dim + cursor)
            yield gap
        date = (entry.date or "").replace("-", ".")
        yield Segment(
            fitted(date[: columns.date] if columns.date > _YEAR else date[:4], columns.date), look.dim + cursor
        )
        yield gap
        for order, number in zip(KINDS, (entry.lessons, entry.gaps, entry.commitments), strict=True):
            kind = KINDS[order]
            words = f"{seal(kind)} {number:>2}" if columns.date > _YEAR else str(number)
            yield Segment(fitted(words if number else "", columns.number, right=True), look.seal[kind] + cursor)
        yield Segment(" " * (RIGHT - 1), cursor)

    def _named(self, entry: Entry, width: int, cursor: Style) -> Iterator[Segment]:
        """The title, and the file's name where it tells something else and there is room."""
        title = shortened(visible(entry.title), width)
        name = self._file(entry)
        room = width - cell_width(title) - 2
        if _plain(entry.path.stem) == _plain(entry.title) or room < min(_LEAST_NAME, cell_width(name)):
            yield Segment(fitted(title, width), self.look.text + cursor)
        else:
            yield Segment(title + "  ", self.look.text + cursor)
            yield Segment(fitted(name, room), self.look.dim + cursor)

    def _file(self, entry: Entry) -> str:
        """What a file is called here: its path from the folder of the library it lies in."""
        for root in self._roots:
            if entry.path != root and entry.path.is_relative_to(root):
                return visible(str(entry.path.relative_to(root)))
        return visible(entry.path.name)

    def _why(self, entry: Entry) -> str:
        """An unreadable file and why it is: the message names the file already, by its name without folders."""
        told = (entry.error or "").removeprefix(entry.path.name).removeprefix(":").strip()
        return f"{self._file(entry)}: {told}"


def _plain(text: str) -> str:
    """A title or a name, to be compared."""
    return "".join(char for char in fold(text) if char.isalnum())
