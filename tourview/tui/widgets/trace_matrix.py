"""A matrix of links: sections down, sections across, and in each cell what is between the two."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tourview.report import Kind, Section
from tourview.tui.labels import seal, section_name
from tourview.tui.look import Look, finished
from tourview.tui.trace_book import REJECTED, TraceState
from tourview.tui.widgets.rows import LEFT, fitted
from tourview.typeset import cell_width

_LEAST_CELL = 5
_MOST_CELL = 20
_LEAST_NAME = 8
"""Cells of a column from which its name is told."""
_LEAST_NAMES = 14
"""Cells that the names of the rows may have in any case."""
_MEASURED = 200
"""Rows whose names are measured."""
_SEAL = 3
_GAP = 2
CONFIRMED_MARK, SUGGESTED_MARK, REJECTED_MARK, NO_MARK = "+", "o", "-", "."
"""What tells the cells apart without colour, each of one cell in every terminal."""


class TraceMatrix(ScrollView, inherit_bindings=False, can_focus=True):
    """Two rows of sections against each other, with a cursor on one cell."""

    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor came to another cell."""

    class Chosen(Message):
        """The cell under the cursor was clicked."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._down: Sequence[Section] = ()
        self._across: Sequence[Section] = ()
        self._state: TraceState | None = None
        self._row = self._column = 0
        self._first = 0
        self._names = self._cell = self._shown = self._heads = 1
        self._lines: list[int] = []
        self._nothing = ""

    @property
    def cell(self) -> tuple[Section, Section] | None:
        """The two sections of the cell under the cursor; None where there is no cell."""
        if self._down and self._across:
            return self._down[self._row], self._across[self._column]
        return None

    @property
    def lines(self) -> int:
        """The lines of all of it, the head included."""
        return self._heads + len(self._lines)

    def show(
        self, down: Sequence[Section], across: Sequence[Section], state: TraceState, refs: tuple[str, str] | None
    ) -> None:
        """Show other sections, or the same in another state.

        Args:
            down: The rows; a blank line parts those of different kinds.
            across: The columns.
            state: What is between them.
            refs: The cell to have the cursor on, by its sections; None to have it on the first one.
        """
        self._down, self._across, self._state = down, across, state
        places = [{section.ref: place for place, section in enumerate(some)} for some in (down, across)]
        self._row, self._column = (place.get(ref, 0) for place, ref in zip(places, refs or ("", ""), strict=True))
        self._lines = []
        for number, section in enumerate(down):
            if number and section.kind is not down[number - 1].kind:
                self._lines.append(-1)
            self._lines.append(number)
        self._share_out()
        self._keep_in_view()
        self.refresh()

    def tell_nothing(self, told: str) -> None:
        """Say why there are no cells, where there are none."""
        self._nothing = told
        self.refresh()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self.refresh()

    # Moving

    def move(self, rows: int, columns: int = 0) -> None:
        """Move the cursor."""
        self._put(self._row + rows, self._column + columns)

    def end(self, direction: int) -> None:
        """Move the cursor to the first (-1) or last (1) row."""
        self._put(0 if direction < 0 else len(self._down) - 1, self._column)

    def go_to(self, one: str, other: str) -> None:
        """Put the cursor on the cell of two refs."""
        rows = [section.ref for section in self._down]
        columns = [section.ref for section in self._across]
        if one in rows and other in columns:
            self._put(rows.index(one), columns.index(other))

    def _put(self, row: int, column: int) -> None:
        if self.cell is None:
            return
        row, column = max(0, min(row, len(self._down) - 1)), max(0, min(column, len(self._across) - 1))
        if (row, column) != (self._row, self._column):
            self._row, self._column = row, column
            self._keep_in_view()
            self.refresh()
            self.post_message(self.Moved())

    def _keep_in_view(self) -> None:
        """Scroll no farther than needed to have the cell in view."""
        if not self.size or self.cell is None:
            return
        line, top = self._lines.index(self._row), self.scroll_offset.y
        room = max(1, self.size.height - self._heads)
        if line < top:
            self.scroll_to(y=line, animate=False, force=True)
        elif line >= top + room:
            self.scroll_to(y=line - room + 1, animate=False, force=True)
        shown = self._shown
        self._first = max(0, min(self._first, self._column, len(self._across) - shown))
        if self._column >= self._first + shown:
            self._first = self._column - shown + 1

    # Sharing out the room

    def _share_out(self) -> None:
        """Share the cells of a line out between the names of the rows and the columns."""
        longest = max((cell_width(_name_of(section)) for section in self._down[:_MEASURED]), default=0) + _SEAL
        room = self.size.width - LEFT - _GAP
        columns = max(1, len(self._across))
        least = max(_LEAST_CELL, 1 + max((len(section.ref) for section in self._across), default=0))
        self._names = min(longest, max(_LEAST_NAMES, room // 3, room - columns * least))
        room -= self._names
        self._cell = max(least, min(_MOST_CELL, room // columns))
        self._shown = max(1, min(len(self._across), room // self._cell))
        self._heads = 2 if self._cell >= _LEAST_NAME else 1
        self.virtual_size = Size(1, self.lines)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """A line of the head, or the row at line `y` of the view."""
        base, width = self.rich_style, self.size.width
        if self.cell is None:
            told = [Segment(" " * LEFT), Segment(self._nothing, self._look.dim)] if y == self._heads else []
            return finished(told, width, base)
        if y < self._heads:
            return finished(self._head(y), width, base)
        at = self.scroll_offset.y + y - self._heads
        number = self._lines[at] if at < len(self._lines) else -1
        return finished(self._drawn(number) if number >= 0 else (), width, base)

    def _columns(self) -> range:
        return range(self._first, min(self._first + self._shown, len(self._across)))

    def _head(self, y: int) -> Iterator[Segment]:
        width = self._cell
        more = "<" if self._first else ""
        yield Segment(" " * (LEFT + self._names) + fitted(more if not y else "", _GAP), self._look.dim)
        for number in self._columns():
            section = self._across[number]
            here = number == self._column
            if y == 0:
                sign = seal(section.kind) if section.kind and width >= _LEAST_NAME else ""
                yield Segment(sign, self._look.seal[section.kind])
                words = f" {section.ref}" if sign else section.ref
                yield Segment(fitted(words, width - cell_width(sign)), self._look.accent if here else self._look.dim)
            else:
                name = section_name(section) if width >= _LEAST_NAME else ""
                yield Segment(fitted(name, width - 1) + " ", self._look.bold if here else self._look.dim)
        if not y and self._first + self._shown < len(self._across):
            yield Segment(">", self._look.dim)

    def _drawn(self, number: int) -> Iterator[Segment]:
        section = self._down[number]
        here = number == self._row
        over = self._look.cursor if here else Style()
        sign = seal(section.kind) if section.kind else ""
        room = self._names - cell_width(sign) - 1
        yield Segment(" " * LEFT, over)
        yield Segment(sign, self._look.seal[section.kind] + over)
        yield Segment(f" {fitted(_name_of(section), room)}" + " " * _GAP, self._look.text + over)
        for column in self._columns():
            yield from self._between(section, self._across[column], over, here=here and column == self._column)
        yield Segment(" " * self.size.width, over)

    def _between(self, one: Section, other: Section, over: Style, *, here: bool) -> Iterator[Segment]:
        """A cell: its mark at the left, with a blank at either side."""
        mark, style = self._mark(one, other)
        if here:
            style = self._look.current_hit
        yield Segment(f" {mark} ", style if here or mark == CONFIRMED_MARK else style + over)
        yield Segment(" " * (self._cell - 3), over)

    def _mark(self, one: Section, other: Section) -> tuple[str, Style]:
        state, look = self._state, self._look
        tie = state.trace.tie(one.ref, other.ref) if state is not None else None
        if tie is not None:
            if tie.confirmed:
                return CONFIRMED_MARK, look.seal_reversed[Kind.COMMITMENT]
            return SUGGESTED_MARK, look.seal[Kind.GAP]
        if state is not None and state.status(one, other) == REJECTED:
            return REJECTED_MARK, look.dim
        return NO_MARK, look.dim

    # Events

    def on_resize(self, _event: events.Resize) -> None:
        """Share the room out anew, and keep the cell in view."""
        self._share_out()
        self._keep_in_view()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell that was clicked, or into its row; choose the one that has it already."""
        at = event.get_content_offset(self)
        if at is None or self.cell is None or at.y < self._heads:
            return
        line = self.scroll_offset.y + at.y - self._heads
        number = self._lines[line] if line < len(self._lines) else -1
        if number < 0:
            return
        over = (at.x - LEFT - self._names - _GAP) // self._cell
        column = self._first + over if 0 <= over < self._shown else self._column
        if (number, column) == (self._row, self._column) and over >= 0:
            self.post_message(self.Chosen())
        else:
            self._put(number, column)


def _name_of(section: Section) -> str:
    return f"{section.ref} {section_name(section)}"
