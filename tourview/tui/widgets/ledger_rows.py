"""The rows of the ledger, two lines each: what was promised and how far it is; who answers for it, and until when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events

from tourview.ledger.lights import Light, light, overdue
from tourview.ledger.row import KnownReport, Row
from tourview.ledger.rules import status_word
from tourview.ledger.status import Status
from tourview.report import Kind
from tourview.tui.ledger_words import answerable, light_letter, progress_count, time_left
from tourview.tui.look import Look
from tourview.tui.widgets.rows import LEFT, RIGHT, RowList, fitted
from tourview.typeset import cell_width, visible

_LINES = 2
_GAP = 2
_SEAL = 5
"""Cells of the light with the blanks around it, up to the words."""
_DATE = 10
_TONES: Mapping[Status, Kind] = {
    Status.IN_PROGRESS: Kind.LESSON,
    Status.DONE: Kind.COMMITMENT,
    Status.CLOSED: Kind.COMMITMENT,
    Status.EXTENDED: Kind.GAP,
}
"""The kind in whose colour a status is written; the others are dim."""


def status_tone(status: Status, look: Look) -> Style:
    """The colour of a status."""
    return look.seal[_TONES[status]] if status in _TONES else look.dim


def light_tone(shown: Light, look: Look) -> Style:
    """The colour of a light, reversed; the letter in it tells it without colour."""
    tones = {
        Light.RED: look.current_hit,
        Light.YELLOW: look.seal_reversed[Kind.GAP],
        Light.GREEN: look.seal_reversed[Kind.COMMITMENT],
        Light.NONE: look.dim,
    }
    return tones[shown]


class _Columns(NamedTuple):
    """The cells of the columns of the second line."""

    id: int
    left: int
    entries: int


class LedgerRows(RowList):
    """The rows, below the titles of their reports where there are several."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(look, id=id)
        self._rows: Sequence[Row] = ()
        self._titles: Mapping[str, str] = {}
        self._today = date.min
        self._columns = _Columns(0, 0, 0)
        self._lines: list[tuple[int, int]] = []

    @property
    def shown(self) -> Sequence[Row]:
        """The rows, from the first to the last."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None where there is none."""
        return self._rows[self.cursor] if self._rows else None

    def show(
        self, rows: Sequence[Row], reports: Mapping[str, KnownReport], today: date, *, here: str = "", titles: bool
    ) -> None:
        """Show rows, which are in an order already.

        Args:
            rows: The rows.
            reports: Their reports.
            today: The day by which time left and lights go.
            here: The id of the row to have under the cursor; that of the row that has it now if empty.
            titles: Whether the titles of the reports stand above their rows.
        """
        wanted = here or (self.row.id if self.row else "")
        place = next((at for at, row in enumerate(rows) if row.id == wanted), min(self.cursor, max(0, len(rows) - 1)))
        self._rows, self._today = rows, today
        self._titles = {key: report.title for key, report in reports.items()} if titles else {}
        self._columns = _Columns(
            max((cell_width(row.id) for row in rows), default=0),
            max((cell_width(time_left(row, today)) for row in rows), default=0),
            max((cell_width(progress_count(row)) for row in rows), default=0),
        )
        self._lay(place)

    def _lay(self, cursor: int) -> None:
        """Share out the lines; where all rows have room enough, a blank one lies between two."""
        airy = len(self._rows) * (_LINES + 1) <= self.size.height
        lines: list[tuple[int, int]] = []
        starts: list[int] = []
        before = ""
        for number, row in enumerate(self._rows):
            if self._titles and row.report != before:
                lines += [(-1, 0)] * bool(lines) + [(-1, number + 1)]
                before = row.report
            elif airy and lines:
                lines.append((-1, 0))
            starts.append(len(lines))
            lines += [(number, part) for part in range(_LINES)]
        self._lines = lines
        self.lay([number for number, _part in lines], starts, cursor)

    def on_resize(self, _event: events.Resize) -> None:
        """Share the lines out anew."""
        self._lay(self.cursor)

    def draw(self, line: int, width: int, cursor: Style) -> Iterator[Segment]:
        """A line of a row, the title of a report, or nothing."""
        number, part = self._lines[line]
        room = width - RIGHT + 1
        if number < 0:
            if part:
                title = self._titles[self._rows[part - 1].report]
                yield Segment(" " * LEFT + fitted(title, room - LEFT), self.look.dim)
        elif part:
            yield from self._second(self._rows[number], room - LEFT - _SEAL, cursor)
        else:
            yield from self._first(self._rows[number], room - LEFT - _SEAL, cursor)

    def _first(self, row: Row, room: int, cursor: Style) -> Iterator[Segment]:
        """Light, heading, status."""
        shown = light(row, self._today)
        letter = light_letter(shown)
        yield Segment(" " * LEFT, cursor)
        if shown is Light.NONE:
            yield Segment(fitted(letter, _SEAL), self.look.dim + cursor)
        else:
            yield Segment(letter, cursor + light_tone(shown, self.look))
            yield Segment(" " * (_SEAL - cell_width(letter)), cursor)
        status = status_word(row.status)
        yield Segment(fitted(row.text, room - cell_width(status) - _GAP), self.look.text + cursor)
        yield Segment(" " * _GAP, cursor)
        yield Segment(status, status_tone(row.status, self.look) + cursor)

    def _second(self, row: Row, room: int, cursor: Style) -> Iterator[Segment]:
        """Id, who answers for it, due date, days left, entries of the log."""
        dim = self.look.dim + cursor
        columns = self._columns
        gap = Segment(" " * _GAP, cursor)
        others = [width for width in (columns.left, columns.entries) if width]
        names = room - columns.id - _DATE - sum(others) - _GAP * (2 + len(others))
        yield Segment(" " * (LEFT + _SEAL), cursor)
        yield Segment(fitted(row.id, columns.id), dim)
        yield gap
        yield Segment(fitted(visible(answerable(row)), names), dim)
        yield gap
        yield Segment(fitted(str(row.deadline or ""), _DATE), dim)
        if columns.left:
            yield gap
            late = self.look.accent if overdue(row, self._today) else self.look.dim
            yield Segment(fitted(time_left(row, self._today), columns.left), late + cursor)
        if columns.entries:
            yield gap
            yield Segment(fitted(progress_count(row), columns.entries, right=True), dim)
