"""How a row stands against its deadline: overdue, and a light that is green, yellow or red.

Neither is ever typed: both follow from the dates, the measure and today.
"""

from datetime import date
from enum import StrEnum

from tourview.ledger.row import Row
from tourview.ledger.status import Status

YELLOW_DAYS = 15
"""So many days before the deadline the light turns yellow: the usual notice that 督查 offices give."""
YELLOW_LAG, RED_LAG = 0.1, 0.3
"""How far progress may be behind plan, as a share of the whole way, before the light turns yellow, and red."""


class Light(StrEnum):
    """Green: done, or in time. Yellow: due soon, or somewhat behind plan. Red: overdue or far behind. None: undated."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    NONE = "none"

    @property
    def chinese(self) -> str:
        """红, 黄, 绿, 无."""
        return {"red": "红", "yellow": "黄", "green": "绿", "none": "无"}[self.value]


def light_named(name: str) -> Light | None:
    """The light meant by its English or Chinese name (红, 红灯); None if none is."""
    plain = name.strip().lower().removesuffix("灯")
    return next((light for light in Light if plain in (light.value, light.chinese)), None)


def days_left(row: Row, today: date) -> int | None:
    """Days from today to the deadline, negative once it has passed; None without one, or where no work is left."""
    return (row.deadline - today).days if row.deadline and row.status.open else None


def overdue(row: Row, today: date) -> bool:
    """Whether work is left though the deadline has passed."""
    left = days_left(row, today)
    return left is not None and left < 0


def days_late(row: Row) -> int:
    """How many days after its deadline the work was finished; 0 where it was in time, or is not finished."""
    return max(0, (row.done - row.deadline).days) if row.done and row.deadline else 0


def lag(row: Row, today: date) -> float:
    """How far progress is behind plan, from 0 to 1 and beyond; 0 where it is not, or cannot be told.

    The plan is a straight line from baseline to target between the day of assignment and the deadline.
    """
    share = row.measure.share
    if share is None or row.assigned is None or row.deadline is None or row.deadline <= row.assigned:
        return 0.0
    planned = (today - row.assigned).days / (row.deadline - row.assigned).days
    return max(0.0, min(1.0, planned) - share)


def light(row: Row, today: date) -> Light:
    """The light of a row."""
    if row.status in (Status.DONE, Status.CLOSED):
        return Light.GREEN
    left = days_left(row, today)
    if left is None:
        return Light.NONE
    behind = lag(row, today)
    if left < 0 or behind >= RED_LAG:
        return Light.RED
    return Light.YELLOW if left <= YELLOW_DAYS or behind >= YELLOW_LAG else Light.GREEN
