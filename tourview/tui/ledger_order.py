"""In which order rows of the ledger stand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from tourview.i18n import N_, _
from tourview.ledger.lights import Light, lag, light
from tourview.ledger.row import Row
from tourview.ledger.status import Status

_LIGHTS = tuple(Light)
_STATUSES = tuple(Status)


class Order(StrEnum):
    """What the order goes by."""

    PLACE = "place"
    DUE = "due"
    LIGHT = "light"
    STATUS = "status"
    UNIT = "unit"


_NAMES = {
    Order.PLACE: N_("by place in the report"),
    Order.DUE: N_("by due date"),
    Order.LIGHT: N_("by light"),
    Order.STATUS: N_("by status"),
    Order.UNIT: N_("by lead unit"),
}


class Ordering(NamedTuple):
    """An order, and whether it is turned round."""

    order: Order = Order.PLACE
    turned: bool = False

    @property
    def name(self) -> str:
        """The order in the interface language; its way if it is turned round."""
        name = _(_NAMES[self.order])
        return _("{order}, turned round").format(order=name) if self.turned else name


def ordered(rows: Sequence[Row], ordering: Ordering, today: date) -> list[Row]:
    """The rows in an order; those that are equal in it stay as they are, those without a value come last."""
    keys: Mapping[Order, Callable[[Row], Any]] = {
        Order.PLACE: lambda _row: 0,
        Order.DUE: lambda row: row.deadline,
        Order.LIGHT: lambda row: (_LIGHTS.index(light(row, today)), -lag(row, today)),
        Order.STATUS: lambda row: _STATUSES.index(row.status),
        Order.UNIT: lambda row: row.lead_unit or None,
    }
    key = keys[ordering.order]
    if ordering.order is Order.PLACE:
        return list(reversed(rows)) if ordering.turned else list(rows)
    valued = sorted((row for row in rows if key(row) is not None), key=key, reverse=ordering.turned)
    return valued + [row for row in rows if key(row) is None]
