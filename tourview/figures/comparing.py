"""How figures compare: in order, in groups of one unit, as shares of the greatest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tourview.figures.account import Account

ORDERS = ("value", "unit", "ref")
"""What figures can be sorted by: the greatest first, by unit and in it the greatest first, as the report has them."""


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one unit.

    Attributes:
        unit: The unit; empty for bare numbers.
        accounts: The figures, the greatest first.
    """

    unit: str
    accounts: tuple[Account, ...]


def ordered(accounts: Iterable[Account], order: str) -> tuple[Account, ...]:
    """Figures in an order of `ORDERS`; those that tie stay as the report has them."""
    if order == "ref":
        return tuple(accounts)
    if order == "value":
        return tuple(sorted(accounts, key=lambda account: -account.figure.value))
    return tuple(account for group in grouped(accounts) for account in group.accounts)


def grouped(accounts: Iterable[Account]) -> tuple[Group, ...]:
    """Figures by unit: the units with most figures first, in each the greatest figure first."""
    by_unit: dict[str, list[Account]] = {}
    for account in accounts:
        by_unit.setdefault(account.figure.unit, []).append(account)
    rows = sorted(by_unit.items(), key=lambda row: -len(row[1]))
    return tuple(Group(unit, ordered(found, "value")) for unit, found in rows)


def shares_of_greatest(accounts: Sequence[Account]) -> tuple[float, ...]:
    """The value of each figure as a share of the greatest of its unit, from 0 to 1; 0 for one below zero."""
    greatest: dict[str, float] = {}
    for account in accounts:
        unit = account.figure.unit
        greatest[unit] = max(greatest.get(unit, 0.0), account.figure.value)
    tops = (greatest[account.figure.unit] for account in accounts)
    return tuple(max(0.0, one.figure.value / top) if top else 0.0 for one, top in zip(accounts, tops, strict=True))


def number_written(value: float) -> str:
    """A value in base units with a comma before every third digit, no digit lost: `5,480,000`, `0.5`."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
