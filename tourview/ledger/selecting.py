"""Which rows are wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tourview.ledger.lights import Light, light, overdue
from tourview.ledger.row import Row
from tourview.ledger.status import Status
from tourview.report import squeezed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows must be like; all of it, where more is asked than one thing.

    Attributes:
        unit: A part of the name of the lead unit or a responsible one.
        owner: A part of the owner's name.
        lights: One of these lights.
        statuses: One of these statuses.
        due: The year and month of the deadline.
        gap: The ref of a gap that it answers, or of the section that gap is in; or words of the gap's heading.
        overdue: Whether only those are wanted that are overdue.
    """

    unit: str = ""
    owner: str = ""
    lights: frozenset[Light] = frozenset()
    statuses: frozenset[Status] = frozenset()
    due: tuple[int, int] | None = None
    gap: str = ""
    overdue: bool = False


def select(rows: Iterable[Row], wanted: Wanted, today: date) -> tuple[Row, ...]:
    """The rows that are as wanted, in their order. Names and words are compared folded."""
    return tuple(row for row in rows if _fits(row, wanted, today))


def _fits(row: Row, wanted: Wanted, today: date) -> bool:
    deadline = row.deadline
    return (
        _named(wanted.unit, (row.lead_unit, *row.responsible_units))
        and _named(wanted.owner, (row.owner,))
        and (not wanted.lights or light(row, today) in wanted.lights)
        and (not wanted.statuses or row.status in wanted.statuses)
        and (wanted.due is None or (deadline is not None and (deadline.year, deadline.month) == wanted.due))
        and (not wanted.overdue or overdue(row, today))
        and _answers(row, wanted.gap)
    )


def _named(part: str, names: Iterable[str]) -> bool:
    plain = squeezed(part)
    return not plain or any(plain in squeezed(name) for name in names)


def _answers(row: Row, gap: str) -> bool:
    plain = squeezed(gap)
    if not plain:
        return True
    refs = any(end.ref == plain or end.ref.startswith(f"{plain}.") for end in row.gaps)
    return refs or any(plain in squeezed(end.heading) for end in row.gaps)
