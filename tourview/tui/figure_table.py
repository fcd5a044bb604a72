"""The figures of a report as a table shows them: put in an order, picked by what is typed, compared two by two."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tourview.figures import Account, accounts_of, number_written
from tourview.i18n import _
from tourview.report import Figure, Progress, Report, fold
from tourview.report.measures import measures
from tourview.tui.labels import kind_name, section_name
from tourview.tui.shelving import has_all, spelling, words_of
from tourview.typeset import cell_width

_LEAST_SHARE = 0.095
"""The share from which a per cent without decimals tells enough."""
_TINY_SHARE = 0.001
"""The share below which a per cent tells nothing."""
_TICK = 256
"""Rows between two looks at whether to go on."""


class FigureOrder(StrEnum):
    """What figures are put in order by; by value they are grouped by unit, for only those of one unit compare."""

    VALUE = "value"
    MEASURES = "measures"
    WHOSE = "whose"
    SECTION = "section"


class FigureSorting(NamedTuple):
    """An order, and whether it is turned round: the least value first, the end of the alphabet or report first."""

    order: FigureOrder = FigureOrder.VALUE
    turned: bool = False

    def then(self, order: FigureOrder) -> "FigureSorting":
        """The order that was asked for: turned round if it is in force already."""
        return self._replace(turned=not self.turned) if order is self.order else FigureSorting(order)


BY_VALUE = FigureSorting()
"""The order one begins with."""


@dataclass(frozen=True)
class FigureRow:
    """A figure as the table shows it.

    Attributes:
        place: Which of the report's figures it is, in reading order, from 0.
        account: What it tells.
    """

    place: int
    account: Account

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.account.figure

    @cached_property
    def words(self) -> str:
        """All that a filter looks for, folded."""
        figure, section = self.figure, self.account.section
        kind = kind_name(section.kind) if section.kind else ""
        told = (
            figure.text,
            figure.unit,
            self.account.measures,
            self.account.whose,
            section.ref,
            section_name(section),
            kind,
        )
        return fold("\n".join((*told, f"{figure.value:.15g}")))


class Widths(NamedTuple):
    """The cells of the widest value, figure as written, and so on."""

    value: int = 0
    text: int = 0
    measures: int = 0
    whose: int = 0


NO_WIDTHS = Widths()
"""Those of no rows."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The figures of one unit that are shown.

    Attributes:
        name: The unit; empty for bare numbers.
        count: How many there are.
        largest: The greatest amount, regardless of its sign.
    """

    name: str
    count: int
    largest: float


@dataclass(frozen=True)
class FigureTable:
    """The rows that are shown, in their order.

    Attributes:
        rows: The rows.
        sorting: Their order.
        units: The units they have.
        widths: The room they take.
    """

    rows: Sequence[FigureRow] = ()
    sorting: FigureSorting = BY_VALUE
    units: Mapping[str, Unit] = field(default_factory=dict)
    widths: Widths = NO_WIDTHS

    @property
    def grouped(self) -> bool:
        """Whether figures of one unit stand together."""
        return self.sorting.order is FigureOrder.VALUE

    def share(self, row: FigureRow) -> float:
        """A row's amount by the largest one of its unit; 0 where there is none to compare it with."""
        unit = self.units[row.figure.unit]
        return abs(row.figure.value) / unit.largest if unit.count > 1 and unit.largest else 0.0


def arranged(rows: Sequence[FigureRow], sorting: FigureSorting, typed: str, progress: Progress) -> FigureTable:
    """The rows that have every word typed, as it is or by its sound, in an order.

    Args:
        rows: The rows, in reading order.
        sorting: The order.
        typed: What they are picked by; blank for all.
        progress: May raise to cancel.
    """
    words = words_of(typed)
    picked = [row for row in _told(rows, progress) if has_all(row.words, words)] if words else list(rows)
    units = _units(picked)
    picked.sort(key=_key(sorting, units))
    if sorting.turned and sorting.order is not FigureOrder.VALUE:
        picked.reverse()
    if sorting.order in _WORDS:
        told = _WORDS[sorting.order]
        picked.sort(key=lambda row: not told(row))
    return FigureTable(picked, sorting, units, _widths(picked, progress))


def _told(rows: Sequence[FigureRow], progress: Progress) -> Iterator[FigureRow]:
    for number, row in enumerate(rows):
        if number % _TICK == 0:
            progress(number / len(rows))
        yield row


def _widths(rows: Sequence[FigureRow], progress: Progress) -> Widths:
    widths = Widths()
    for row in _told(rows, progress):
        figure = row.figure
        words = value_words(figure), figure.text, row.account.measures, row.account.whose
        widths = Widths(*(max(width, cell_width(word)) for width, word in zip(widths, words, strict=True)))
    return widths


def _units(rows: Iterable[FigureRow]) -> Mapping[str, Unit]:
    """The units of the rows: those with most figures first; lengths of time, and bare numbers, last."""
    counts: Counter[str] = Counter()
    largest: dict[str, float] = {}
    for row in rows:
        unit = row.figure.unit
        counts[unit] += 1
        largest[unit] = max(largest.get(unit, 0.0), abs(row.figure.value))
    times = {"", *measures()["time"], *measures()["calendar"], "year", "years", "month", "months", "day", "days"}
    order = sorted(counts, key=lambda unit: (unit in times, unit == "", -counts[unit]))
    return {unit: Unit(unit, counts[unit], largest[unit]) for unit in order}


_WORDS: Mapping[FigureOrder, Callable[[FigureRow], str]] = {
    FigureOrder.MEASURES: lambda row: row.account.measures,
    FigureOrder.WHOSE: lambda row: row.account.whose,
}


def _key(sorting: FigureSorting, units: Mapping[str, Unit]) -> Callable[[FigureRow], tuple[object, ...]]:
    """What rows are put in order by; among equals the order of the report is kept."""
    told = _WORDS.get(sorting.order)
    if told is not None:
        return lambda row: (spelling(told(row)), row.place)
    if sorting.order is FigureOrder.SECTION:
        return lambda row: (row.place,)
    ranks = {unit: rank for rank, unit in enumerate(units)}
    sign = 1 if sorting.turned else -1
    return lambda row: (ranks[row.figure.unit], sign * row.figure.value, row.place)


def value_words(figure: Figure) -> str:
    """The value in base units; both of them where a change is stated."""
    value = number_written(figure.value)
    if figure.to is None:
        return value
    return _("{value} to {to}").format(value=value, to=number_written(figure.to))


def ratio_words(one: FigureRow, other: FigureRow) -> str:
    """How two figures compare, the smaller with the larger; why they do not, where they are of different units."""
    less, more = sorted((one.figure, other.figure), key=lambda figure: abs(figure.value))
    if less.unit != more.unit:
        return _("{one} and {other} are of different units").format(one=one.figure.text, other=other.figure.text)
    if not less.value:
        return _("Nothing compares with 0")
    told = _("{less} is about {share} of {more}, which is {times} times as much")
    share, times = _share_words(less.value / more.value)
    return told.format(less=less.text, more=more.text, share=share, times=times)


def _share_words(share: float) -> tuple[str, str]:
    """A share, and how many times it the whole is, with as many digits as tell something."""
    if abs(share) >= _LEAST_SHARE:
        return f"{share:.0%}", f"{1 / share:.2g}"
    return f"{share:.1%}" if abs(share) >= _TINY_SHARE else f"{share:.2g}", f"{1 / share:,.0f}"


def figure_rows(report: Report, progress: Progress) -> list[FigureRow]:
    """The figures of a report, in reading order.

    Args:
        report: The report.
        progress: May raise to cancel.
    """
    accounts = accounts_of(report)
    progress(0.5)
    return [FigureRow(place, account) for place, account in enumerate(accounts)]
