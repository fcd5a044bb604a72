"""A list drawn line by line: ten thousand rows cost no more than those in view."""

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tourview.tui.look import Look, finished, in_view
from tourview.typeset import cell_width, shortened, visible, wrap

LEFT = 2
"""Cells left free before a row."""
RIGHT = 2
"""Cells left free after it; the last has the mark of what is in view."""


class RowList(ScrollView, inherit_bindings=False, can_focus=True):
    """Rows with a cursor on one of them. A row may take several lines, and lines may stand between rows.

    Those who inherit say what each line shows; see `draw`.
    """

    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor came to another row by the person's doing."""

    class Chosen(Message):
        """The person wants what the row under the cursor stands for."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self._starts: Sequence[int] = ()
        self._row_of: Sequence[int] = ()
        self._cursor = 0
        self._base: Style | None = None
        self._nothing = ""

    def tell_nothing(self, told: str) -> None:
        """Say why there are no rows, where there are none."""
        if told != self._nothing:
            self._nothing = told
            self.refresh()

    def draw(self, line: int, width: int, cursor: Style) -> Iterable[Segment]:
        """What a line shows; to be told by those who inherit.

        Args:
            line: Its number.
            width: The cells it has.
            cursor: What lies over all of it: the cursor, or nothing.
        """
        raise NotImplementedError

    @property
    def cursor(self) -> int:
        """The row under the cursor, by its number; 0 where there is none."""
        return self._cursor

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._starts)

    def lay(self, row_of: Sequence[int], starts: Sequence[int], cursor: int) -> None:
        """Show other rows.

        Args:
            row_of: For each line the row it belongs to; -1 for one between rows.
            starts: The first line of each row.
            cursor: The row to have under the cursor.
        """
        self._row_of, self._starts = row_of, starts
        self._cursor = max(0, min(cursor, len(starts) - 1))
        self.virtual_size = Size(1, len(row_of))
        self._keep_in_view()
        self.refresh()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self.look = look
        self._base = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the old ground."""
        super().notify_style_update()
        self._base = None

    # Moving

    def move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self._choose(self._cursor + rows)

    def page(self, direction: int) -> None:
        """Move the cursor by a view's height."""
        if not self._starts:
            return
        line = self._starts[self._cursor] + direction * max(1, self.size.height - 2)
        row = self._row_at(line, direction)
        self._choose(row if row != self._cursor else row + direction)

    def end(self, direction: int) -> None:
        """Move the cursor to the first (-1) or last (1) row."""
        self._choose(0 if direction < 0 else self.rows - 1)

    def choose(self) -> None:
        """Tell that the person wants the row under the cursor."""
        if self._starts:
            self.post_message(self.Chosen())

    def _row_at(self, line: int, direction: int) -> int:
        """The row at a line, or the nearest one before it in the direction one comes from."""
        line = max(0, min(line, len(self._row_of) - 1))
        while 0 <= line < len(self._row_of) and self._row_of[line] < 0:
            line += direction
        return self._row_of[line] if 0 <= line < len(self._row_of) else self._cursor

    def _choose(self, row: int) -> None:
        row = max(0, min(row, self.rows - 1))
        if self._starts and row != self._cursor:
            self._refresh_row(self._cursor)
            self._cursor = row
            self._refresh_row(row)
            self._keep_in_view()
            self.post_message(self.Moved())

    def _refresh_row(self, row: int) -> None:
        for line in range(self._starts[row], self._end_of(row)):
            self.refresh_line(line)

    def _end_of(self, row: int) -> int:
        """The line after the last one of a row."""
        end = self._starts[row] + 1
        while end < len(self._row_of) and self._row_of[end] == row:
            end += 1
        return end

    def _keep_in_view(self) -> None:
        """Scroll no farther than needed to have the cursor in view, with a row or two around it."""
        if not self.size or not self._starts:
            return
        first, last = self._starts[self._cursor], self._end_of(self._cursor) - 1
        top, height = self.scroll_offset.y, self.size.height
        margin = min(2, max(0, height // 4))
        if first < top + margin:
            self.scroll_to(y=max(0, first - margin), animate=False, force=True)
        elif last >= top + height - margin:
            self.scroll_to(y=last - height + 1 + margin, animate=False, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the view, and at its end whether its part of the list is in view."""
        base = self._base = self._base or self.rich_style
        width = self.size.width
        line = self.scroll_offset.y + y
        if line >= len(self._row_of):
            return finished(() if self._row_of else self._why_nothing(line), width, base)
        row = self._row_of[line]
        over = self.look.cursor if row == self._cursor and row >= 0 else Style()
        drawn = list(self.draw(line, width - 1, over))
        used = sum(segment.cell_length for segment in drawn)
        shown = in_view(y, self.size.height, len(self._row_of), self.scroll_offset.y)
        mark = Segment(" ", self.look.ruler[True, False] if shown else over)
        return finished([*drawn, Segment(" " * max(0, width - 1 - used), over), mark], width, base)

    def _why_nothing(self, line: int) -> Iterator[Segment]:
        """A line of what is told in the place of rows."""
        spans = wrap(self._nothing, max(1, self.size.width - LEFT - RIGHT))
        if line < len(spans):
            start, end = spans[line]
            yield Segment(" " * LEFT + self._nothing[start:end], self.look.dim)

    # Events

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; choose the one that has it already."""
        at = event.get_content_offset(self)
        line = self.scroll_offset.y + at.y if at is not None else len(self._row_of)
        if line >= len(self._row_of) or self._row_of[line] < 0:
            return
        if self._row_of[line] == self._cursor:
            self.choose()
        else:
            self._choose(self._row_of[line])

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the cursor in view."""
        self._keep_in_view()


def fitted(words: str, width: int, *, right: bool = False) -> str:
    """The words in exactly `width` cells, at the left or at the right of them."""
    words = shortened(visible(words), max(0, width))
    blank = " " * max(0, width - cell_width(words))
    return blank + words if right else words + blank
