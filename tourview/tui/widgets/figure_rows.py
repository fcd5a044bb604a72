"""The figures, a line each, in columns; those of one unit below its name, with bars that compare them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.style import Style as ContentStyle
from textual.widget import Widget

from tourview.i18n import N_, _
from tourview.tui.figure_table import FigureOrder, FigureRow, FigureTable, Widths, value_words
from tourview.tui.labels import seal, section_name
from tourview.tui.look import Look
from tourview.tui.widgets.rows import LEFT, RIGHT, RowList, fitted
from tourview.typeset import cell_width, visible

_GAP = 2
_MARK = 2
"""Cells of the number of a row that is marked, and the blank after it."""
_BROAD = 100
"""Cells from which what is measured and whose it is have columns of their own."""
_NARROW = 72
"""Cells below which the section is not told."""
_HEADS = {
    FigureOrder.MEASURES: N_("Measures"),
    FigureOrder.WHOSE: N_("Whose"),
    FigureOrder.SECTION: N_("Section"),
}
_MOST_VALUE = 24
_LEAST_TEXT = 12
_MOST_TEXT = 20
_MOST_MEASURES = 24
_BRIEF_SECTION = 8
"""Cells of a section's seal and ref; its name is told where there is more room."""


class Columns(NamedTuple):
    """The cells of each column; 0 for one there is no room for, or nothing in."""

    value: int = 0
    text: int = 0
    measures: int = 0
    whose: int = 0
    section: int = 0
    bar: int = 0

    def width(self, order: FigureOrder) -> int:
        """The cells of the column that an order goes by."""
        return int(getattr(self, order.value))


def columns_for(width: int, widths: Widths) -> Columns:
    """Share out the cells of a row.

    Args:
        width: Those of the list.
        widths: The room that the rows take.
    """
    # A number that is cut tells another: it has the room it needs, whatever becomes of the rest.
    value = min(widths.value, _MOST_VALUE)
    room = width - LEFT - _MARK - RIGHT - value - _GAP
    if width < _BROAD:
        text = min(max(widths.text, _LEAST_TEXT), room * 2 // 5)
        section = 0 if width < _NARROW else _BRIEF_SECTION
        bar = max(4, room // 5)
        room -= text + bar + 2 * _GAP + (section + _GAP if section else 0)
        return Columns(value, text, room, 0, section, bar)
    text = min(max(widths.text, _LEAST_TEXT), _MOST_TEXT)
    bar = room // 6
    whose = min(widths.whose, room // 6)
    measures = min(widths.measures, _MOST_MEASURES)
    room -= text + bar + 2 * _GAP + sum(cells + _GAP for cells in (whose, measures) if cells)
    return Columns(value, text, measures, whose, room, bar)


class FigureHead(Widget):
    """The names of the columns; a click puts the figures in their order."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._table = FigureTable()
        self._columns = Columns()
        self.auto_links = False

    def show(self, table: FigureTable, columns: Columns) -> None:
        """Show the order in force, and the columns as they are shared out."""
        self._table, self._columns = table, columns
        self.refresh()

    def render(self) -> Content:
        """The line: the column the figures are in order of is marked by which way it runs."""
        columns = self._columns
        parts = [Content(" " * (LEFT + _MARK))]
        parts.append(self._part(FigureOrder.VALUE, _("Value"), columns.value, right=True))
        parts.append(Content(" " * _GAP))
        parts.append(Content.styled(fitted(_("As written"), columns.text), "$dim"))
        for order, name in _HEADS.items():
            if columns.width(order):
                parts += [Content(" " * _GAP), self._part(order, _(name), columns.width(order))]
        return Content("").join(parts)

    def _part(self, order: FigureOrder, name: str, width: int, *, right: bool = False) -> Content:
        sorting = self._table.sorting
        chosen = order is sorting.order
        falling = sorting.turned is not (order is FigureOrder.VALUE)
        words = f"{name} {'▾' if falling else '▴'}" if chosen else name
        link = ContentStyle.from_meta({"@click": f"screen.sort('{order}')"})
        return Content.styled(fitted(words, width, right=right), "bold $foreground" if chosen else "$dim").stylize(link)


class FigureRows(RowList):
    """The figures of a table; of two that are marked, each shows which it is."""

    def __init__(self, look: Look, head: FigureHead, *, id: str | None = None) -> None:
        """Prepare the list.

        Args:
            look: The colours.
            head: Where the columns are named.
            id: The widget's name in the style sheet.
        """
        super().__init__(look, id=id)
        self._head = head
        self._table = FigureTable()
        self._columns = Columns()
        self._marked: Sequence[int] = ()
        self._lines: list[tuple[int, str]] = []

    @property
    def table(self) -> FigureTable:
        """What is shown."""
        return self._table

    @property
    def row(self) -> FigureRow | None:
        """The figure under the cursor; None when no row is left."""
        return self._table.rows[self.cursor] if self._table.rows else None

    def can_sort(self, order: FigureOrder) -> bool:
        """Whether an order tells anything: whether any figure has what it goes by."""
        widths = self._table.widths
        return bool({FigureOrder.MEASURES: widths.measures, FigureOrder.WHOSE: widths.whose}.get(order, 1))

    def step_unit(self, direction: int) -> None:
        """Put the cursor on the first figure of the next (1) or previous (-1) unit, where they are grouped."""
        rows, at = self._table.rows, self.cursor
        if not self._table.grouped or not rows:
            self.move(direction)
            return
        firsts = [
            number for number, row in enumerate(rows) if number == 0 or row.figure.unit != rows[number - 1].figure.unit
        ]
        beyond = [first for first in firsts if (first - at) * direction > 0]
        if beyond:
            self.move((beyond[0] if direction > 0 else beyond[-1]) - at)

    def mark(self, places: Sequence[int]) -> None:
        """Mark the figures at some places in the report, in this order."""
        self._marked = places
        self.refresh()

    def show(self, table: FigureTable, place: int | None) -> None:
        """Show a table.

        Args:
            table: The rows, in their order.
            place: Of which figure of the report the cursor is to be on; None for the first.
        """
        self._table = table
        at = next((at for at, row in enumerate(table.rows) if row.place == place), 0)
        lines: list[tuple[int, str]] = []
        starts: list[int] = []
        before: str | None = None
        for number, row in enumerate(table.rows):
            if table.grouped and row.figure.unit != before:
                before = row.figure.unit
                lines += [(-1, "")] * bool(lines) + [(-1, before or " ")]
            starts.append(len(lines))
            lines.append((number, ""))
        self._lines = lines
        self._share_out()
        self.lay([number for number, _unit in lines], starts, at)

    def _share_out(self) -> None:
        self._columns = columns_for(self.size.width, self._table.widths)
        self._head.show(self._table, self._columns)
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Share the columns out anew."""
        self._share_out()

    def draw(self, line: int, width: int, cursor: Style) -> Iterator[Segment]:
        """A figure, the name of a unit, or nothing."""
        number, unit = self._lines[line]
        if number >= 0:
            yield from self._figure(self._table.rows[number], cursor)
        elif unit:
            shown = self._table.units[unit.strip()]
            yield Segment(" " * LEFT, cursor)
            yield Segment(visible(shown.name) or _("no unit"), self.look.bold)
            yield Segment(f"  {shown.count}", self.look.dim)

    def _figure(self, row: FigureRow, cursor: Style) -> Iterator[Segment]:
        columns, look = self._columns, self.look
        marked = row.place in self._marked
        gap = Segment(" " * _GAP, cursor)
        yield Segment(" " * LEFT, cursor)
        mark = str(self._marked.index(row.place) + 1) if marked else ""
        yield Segment(fitted(mark, _MARK), look.accent + cursor)
        yield Segment(fitted(value_words(row.figure), columns.value, right=True), look.text + cursor)
        yield gap
        yield Segment(fitted(row.figure.text, columns.text), look.bold + cursor)
        yield gap
        if columns.whose and columns.measures:
            yield Segment(fitted(row.account.measures, columns.measures), look.text + cursor)
            yield gap
            yield Segment(fitted(row.account.whose, columns.whose), look.dim + cursor)
            yield gap
        elif columns.measures:
            yield Segment(
                fitted(f"{row.account.whose} {row.account.measures}".strip(), columns.measures), look.text + cursor
            )
            yield gap
        if columns.section:
            yield from self._section(row, columns.section, cursor)
            yield gap
        yield from self._bar(self._table.share(row), columns.bar, marked, cursor)

    def _section(self, row: FigureRow, width: int, cursor: Style) -> Iterator[Segment]:
        section = row.account.section
        sign = f"{seal(section.kind)} " if section.kind else ""
        name = section.ref if width <= _BRIEF_SECTION else f"{section.ref} {section_name(section)}"
        yield Segment(sign, self.look.seal[section.kind] + cursor)
        yield Segment(fitted(name, width - cell_width(sign)), self.look.dim + cursor)

    def _bar(self, share: float, width: int, marked: bool, cursor: Style) -> Iterator[Segment]:
        """A bar by a share of the longest, of one cell at the least; none for 0."""
        cells = max(1, round(share * width)) if share else 0
        yield Segment(" " * cells, self.look.ruler[True, True] if marked else self.look.ruler[False, True])
        yield Segment(" " * (width - cells), cursor)
