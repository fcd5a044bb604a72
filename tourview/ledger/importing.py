"""What a table would change in a ledger: told first, done when it is wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tourview.i18n import _
from tourview.ledger import rules
from tourview.ledger.errors import LedgerError
from tourview.ledger.fields import FIELDS, text_of, written
from tourview.ledger.following import SIMILAR, pairs_of, similarity
from tourview.ledger.row import Row
from tourview.ledger.status import Status
from tourview.ledger.store import Ledger
from tourview.ledger.table import Line, Table, stated_entries, stated_values
from tourview.report import fold, squeezed

Difference = tuple[str, str, str]
"""A field, its value and its value afterwards, in canonical text."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a line would change.

    Attributes:
        line: The number of the line.
        row: The row as it is; for one that is to be split off, as it would begin.
        new: Whether it is to be split off first.
        differences: The fields that would change, in the order of `FIELDS`.
        steps: The values to set, one change after the other.
        entries: The entries to add to the progress log.
    """

    line: int
    row: Row
    new: bool
    differences: tuple[Difference, ...]
    steps: tuple[Mapping[str, str], ...]
    entries: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is left out, and why."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would change.

    Attributes:
        changes: What each line would.
        bad: The lines that are left out.
        same: How many lines say what the ledger says.
        unknown: The headings that were not understood.
    """

    changes: tuple[RowChange, ...]
    bad: tuple[BadLine, ...]
    same: int
    unknown: tuple[str, ...]


def plan(table: Table, rows: Sequence[Row], today: date) -> Plan:
    """Compare a table with the rows of a ledger.

    A line is about the row of its id; without one, about the row with the same text. An empty cell empties the field, a
    missing column leaves it. The progress log is only added to. Every change keeps to the rules of the ledger; a line
    that does not is left out and told.
    """
    changes: list[RowChange] = []
    bad: list[BadLine] = []
    same = 0
    seen: dict[str, int] = {}
    for line in table.lines:
        try:
            row, new = _row_of(line, rows)
            if not new and row.id in seen:
                raise ValueError(_("{id} stands on line {line} already").format(id=row.id, line=seen[row.id]))
            change = _change(line, row, new, today)
        except LedgerError as error:
            bad.append(BadLine(line.number, str(error)))
        except ValueError as error:
            bad.append(BadLine(line.number, str(error)))
        else:
            if not new:
                seen[row.id] = line.number
            if change.new or change.steps or change.entries:
                changes.append(change)
            else:
                same += 1
    return Plan(tuple(changes), tuple(bad), same, table.unknown)


def apply(ledger: Ledger, change: RowChange) -> Row:
    """Make the change of a line.

    Raises:
        Conflict: If the row was changed since the plan was made.
        LedgerError: If the rules do not allow it.
    """
    row = ledger.split(change.row.split_of or "", change.row.text) if change.new else change.row
    version = row.version
    for values in change.steps:
        row = ledger.set(row.id, values, version=version)
        version = row.version
    for day, text in change.entries:
        row = ledger.log(row.id, text, day=day, version=version)
        version = row.version
    return row


def _row_of(line: Line, rows: Sequence[Row]) -> tuple[Row, bool]:
    """The row that a line is about, and whether it is yet to be split off.

    Raises:
        ValueError: If it is about none.
    """
    wanted = fold(line.cells.get("id", "")).strip()
    text = line.cells.get("text", "")
    for row in rows:
        if wanted and row.id == wanted:
            if text and not _alike(text, row):
                raise ValueError(_("its text is not that of {id}; put each id beside its own text").format(id=row.id))
            return row, False
    same = [row for row in rows if text and squeezed(text) == squeezed(row.text)]
    origin = next((row for row in rows if row.id == fold(line.cells.get("split_of", "")).strip()), None)
    if origin is not None and text:
        split = next((row for row in same if row.split_of == origin.id), None)
        if split is not None:
            return split, False
        return Row(
            f"{origin.id}.+", origin.report, origin.section, origin.ref, " ".join(text.split()), "", origin.id
        ), True
    if len(same) == 1:
        return same[0], False
    if same:
        raise ValueError(_("more than one row has this text; put the id on the line"))
    problem = _("there is no row {id}, and none with its text; enter its report first: tourview ledger list PATH")
    raise ValueError(problem.format(id=wanted or "-"))


def _alike(text: str, row: Row) -> bool:
    plain, own = squeezed(text), squeezed(row.text)
    if plain == own or not own:
        return True
    return similarity(pairs_of(text), pairs_of(row.text)) >= SIMILAR or plain in squeezed(row.passage)


def _change(line: Line, row: Row, new: bool, today: date) -> RowChange:
    """What a line would change in a row.

    Raises:
        ValueError: If a cell makes no sense.
        LedgerError: If the rules do not allow the change.
    """
    values = stated_values(line)
    canonical = {name: written(FIELDS[name].read(text), FIELDS[name].joint) for name, text in values.items()}
    differing = {name: text for name, text in canonical.items() if text != text_of(row, name)}
    steps = _steps(row, differing, canonical)
    after = row
    for step in steps:
        after = rules.changed(after, step, today)
    known = {(entry.day, entry.text) for entry in row.progress} | {(today, entry.text) for entry in row.progress}
    entries = tuple(entry for entry in stated_entries(line, today) if entry not in known)
    late = next((day for day, _text in entries if day > today), None)
    if late is not None:
        raise ValueError(_("{day} is yet to come; log what was done until today").format(day=late))
    ordered = tuple((name, text_of(row, name), differing[name]) for name in FIELDS if name in differing)
    return RowChange(line.number, row, new, ordered, steps, entries)


def _steps(row: Row, differing: Mapping[str, str], stated: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """The changes that lead to what is stated: closing comes after finishing."""
    if not differing:
        return ()
    values = dict(differing)
    if values.keys() & {"status", "extended_to"} and "reason" in stated:
        values["reason"] = stated["reason"]
    closing = values.get("status") == Status.CLOSED
    if not closing or row.status is Status.DONE:
        return (values,)
    last: Mapping[str, str] = {name: values.pop(name) for name in ("status", "reviewer", "closed") if name in values}
    first: Mapping[str, str] = {**values, "status": Status.DONE.value}
    return first, last
