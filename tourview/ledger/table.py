"""Rows as the lines of a table in the usual columns of a 台账, and back: what a line of such a table says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tourview.i18n import _, language
from tourview.ledger.dates import day_of
from tourview.ledger.errors import LedgerError
from tourview.ledger.fields import FIELDS, column_names, field_named, headings, text_of, value_of
from tourview.ledger.lights import light
from tourview.ledger.row import KnownReport, Row
from tourview.ledger.rules import status_word
from tourview.ledger.words import end_words

Cell = str | float | date
"""What a cell of an exported table holds: text, a number or a day."""

HEADER_LINES = 20
"""How many lines of a file are looked at for the headings."""
_DATES = ("assigned", "due", "extended_to", "closed")
_NUMBERS = ("baseline", "target", "current")
_ENTRY = re.compile(r"(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s*[:：]?\s+?(.+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table.

    Attributes:
        number: Its number in the file, from 1, as a spreadsheet counts.
        cells: By the name of the column, what is written, without blanks around it.
    """

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table that say something.

    Attributes:
        columns: The columns that were understood.
        unknown: The headings that were not.
        lines: The lines below the headings.
    """

    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    lines: tuple[Line, ...]


def table_headings() -> list[str]:
    """The headings of an exported table, in the interface language."""
    place = 0 if language() == "zh" else 1
    return [headings(name)[place] for name in column_names()]


def table_cells(row: Row, reports: Mapping[str, KnownReport], today: date) -> list[Cell]:
    """The cells of a row, in the order of the headings; empty text for no value."""
    special: Mapping[str, str] = {
        "id": row.id,
        "report_title": reports[row.report].title,
        "ref": row.ref,
        "text": row.text,
        "gaps": "\n".join(map(end_words, row.gaps)),
        "lessons": "\n".join(map(end_words, row.lessons)),
        "status": status_word(row.status),
        "light": light(row, today).chinese if language() == "zh" else light(row, today).value,
        "progress": "\n".join(f"{entry.day} {entry.text}" for entry in row.progress),
        "split_of": row.split_of or "",
    }
    return [special[name] if name in special else _cell(row, name) for name in column_names()]


def _cell(row: Row, name: str) -> Cell:
    value = value_of(row, name)
    if value is not None and name in (*_DATES, *_NUMBERS):
        stated: Cell = value
        return stated
    return text_of(row, name)


def table_of(rows: Sequence[Sequence[str]], name: str) -> Table:
    """The table in the rows of a file.

    The headings may stand in any order, in Chinese or English, below a title; lines without a word are left out.

    Raises:
        LedgerError: If no line of the first twenty has headings of a ledger.
    """
    for number, row in enumerate(rows[:HEADER_LINES]):
        known = [field_named(heading) if heading.strip() else None for heading in row]
        if len(set(filter(None, known))) >= 2 and ("id" in known or "text" in known):
            return _below(rows, number, known)
    example = " ".join(headings(column)[0 if language() == "zh" else 1] for column in ("id", "text", "status", "due"))
    message = _("it has no line of headings that a ledger has, such as {headings}").format(headings=example)
    raise LedgerError(name, message)


def _below(rows: Sequence[Sequence[str]], header: int, known: Sequence[str | None]) -> Table:
    firsts = {name: place for place, name in reversed(list(enumerate(known))) if name}
    lines = []
    for number, row in enumerate(rows[header + 1 :], header + 2):
        cells = {name: row[place].strip() if place < len(row) else "" for name, place in firsts.items()}
        if any(cells.values()):
            lines.append(Line(number, cells))
    unknown = tuple(
        heading.strip()
        for place, heading in enumerate(rows[header])
        if heading.strip() and place not in firsts.values()
    )
    return Table(tuple(sorted(firsts, key=firsts.__getitem__)), unknown, tuple(lines))


def stated_values(line: Line) -> dict[str, str]:
    """The fields that a line states, in their canonical text.

    Raises:
        ValueError: If a cell makes no sense; the text of the error names the column.
    """
    found = {}
    for name, text in line.cells.items():
        if name not in FIELDS or (name == "status" and not text):
            continue
        try:
            stated = day_of(text, serials=True).isoformat() if name in _DATES and text else text
            FIELDS[name].read(stated)
        except ValueError as error:
            raise ValueError(f"{headings(name)[0 if language() == 'zh' else 1]}: {error}") from None
        found[name] = stated
    return found


def stated_entries(line: Line, today: date) -> list[tuple[date, str]]:
    """The entries of the progress log that a line states, one a line of its cell; without a date of their own, today's.

    Raises:
        ValueError: If an entry begins with a day that the calendar does not have.
    """
    found = []
    for part in line.cells.get("progress", "").splitlines():
        match = _ENTRY.fullmatch(part.strip())
        if match:
            found.append((day_of(match[1]), " ".join(match[2].split())))
        elif part.strip():
            found.append((today, " ".join(part.split())))
    return found
