"""How far the work of a ledger has come, in numbers and lists: what a notice of the month tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tourview.ledger.lights import Light, light, overdue
from tourview.ledger.row import Row
from tourview.ledger.status import Status

_FINISHED = (Status.DONE, Status.CLOSED)
_UNDER_WAY = (Status.IN_PROGRESS, Status.EXTENDED)
_DROPPED = (Status.NOT_APPLICABLE, Status.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """The rows that a unit leads.

    Attributes:
        unit: Its name; empty for rows without a lead unit.
        total: How many count: all but those not applicable or superseded.
        finished: How many of them are done or closed.
        under_way: How many are in progress or extended.
        overdue: How many are overdue.
    """

    unit: str
    total: int
    finished: int
    under_way: int
    overdue: int

    @property
    def share(self) -> float:
        """The finished part, from 0 to 1."""
        return self.finished / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """The state of some rows on a day. A row that is overdue is in `under_way` or `waiting`, too.

    Attributes:
        today: The day.
        statuses: How many rows there are of each status.
        lights: How many there are of each light.
        whole: All rows that count, as if one unit led them.
        closed: The rows closed in the month of the day.
        done: Those done that wait for their reviewer.
        under_way: Those in progress or extended.
        waiting: Those unassigned, not started or suspended.
        overdue: Those overdue, the longest overdue first.
        units: The lead units, those with most rows first; rows without one last.
    """

    today: date
    statuses: Mapping[Status, int]
    lights: Mapping[Light, int]
    whole: UnitLine
    closed: tuple[Row, ...]
    done: tuple[Row, ...]
    under_way: tuple[Row, ...]
    waiting: tuple[Row, ...]
    overdue: tuple[Row, ...]
    units: tuple[UnitLine, ...]


def summary(rows: Sequence[Row], today: date) -> Summary:
    """Sum up rows as they are, and as the dates stand on a day."""

    def of(*statuses: Status) -> tuple[Row, ...]:
        return tuple(row for row in rows if row.status in statuses)

    by_unit: dict[str, list[Row]] = {}
    for row in rows:
        by_unit.setdefault(row.lead_unit, []).append(row)
    units = (_unit_line(unit, led, today) for unit, led in by_unit.items())
    late = [row for row in rows if overdue(row, today)]
    closed = [row for row in of(Status.CLOSED) if row.closed and row.closed <= today]
    return Summary(
        today,
        {status: len(of(status)) for status in Status},
        {each: sum(light(row, today) is each for row in rows) for each in Light},
        _unit_line("", rows, today),
        tuple(row for row in closed if row.closed and (row.closed.year, row.closed.month) == (today.year, today.month)),
        of(Status.DONE),
        of(*_UNDER_WAY),
        of(Status.UNASSIGNED, Status.NOT_STARTED, Status.SUSPENDED),
        tuple(sorted(late, key=lambda row: row.deadline or today)),
        tuple(sorted((line for line in units if line.total), key=lambda line: (not line.unit, -line.total, line.unit))),
    )


def _unit_line(unit: str, rows: Sequence[Row], today: date) -> UnitLine:
    return UnitLine(
        unit,
        sum(row.status not in _DROPPED for row in rows),
        sum(row.status in _FINISHED for row in rows),
        sum(row.status in _UNDER_WAY for row in rows),
        sum(overdue(row, today) for row in rows),
    )


def plain_summary(told: Summary) -> dict[str, Any]:
    """A summary as plain dicts and lists, rows by their ids, for JSON."""
    lists = ("closed", "done", "under_way", "waiting", "overdue")
    return {
        "today": told.today.isoformat(),
        "total": told.whole.total,
        "finished": told.whole.finished,
        "share": round(told.whole.share, 4),
        "statuses": {status.value: count for status, count in told.statuses.items()},
        "lights": {each.value: count for each, count in told.lights.items()},
        **{name: [row.id for row in getattr(told, name)] for name in lists},
        "units": [
            {
                "unit": line.unit,
                "total": line.total,
                "finished": line.finished,
                "under_way": line.under_way,
                "overdue": line.overdue,
                "share": round(line.share, 4),
            }
            for line in told.units
        ],
    }
