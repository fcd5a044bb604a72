"""The arithmetic of a measurement: runs of A and B side by side, medians, budgets, and the table they are told in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TypeVar

T = TypeVar("T")


class MeasureError(Exception):
    """Something could not be measured; the text says what stood in the way."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asked for.

    Attributes:
        runs: How many runs of each side; None for the row's own number.
        big: Whether the rows that take minutes are run, too.
        size: Passages of the library that is searched.
    """

    runs: int | None = None
    big: bool = False
    size: int = 10_000

    def or_runs(self, usual: int) -> int:
        """The number of runs of a row that usually has `usual`."""
        return self.runs or usual


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit that a value keeps: at most, or at least."""

    limit: float
    at_least: bool = False

    def kept(self, value: float) -> bool:
        """Whether the value is within the limit."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Spread:
    """Many runs in three numbers: the median and the quartiles around it."""

    middle: float
    low: float
    high: float
    runs: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the table.

    Attributes:
        what: What was measured.
        spread: The value that the budget is for.
        unit: Its unit: `×` for a ratio.
        detail: What the ratio is made of, with units.
        budget: The limit; None for a line that only informs.
    """

    what: str
    spread: Spread
    unit: str
    detail: str = ""
    budget: Budget | None = None

    @property
    def kept(self) -> bool:
        """Whether the budget is kept, if there is one."""
        return self.budget is None or self.budget.kept(self.spread.middle)


Row = Callable[[Options], Sequence[Outcome]]
"""Measures what one row of the table is about. Raises MeasureError."""


def interleave(sides: Sequence[Callable[[], T]], runs: int, warm: int = 1) -> list[list[T]]:
    """Run every side in turn, A B A B, so that whatever slows the machine down for a while slows all of them down.

    Args:
        sides: Each runs once and gives what it measured.
        runs: How many rounds count.
        warm: How many rounds before those do not.

    Returns:
        The values of each side, in the order of the rounds.
    """
    values: list[list[T]] = [[] for _side in sides]
    for turn in range(-warm, runs):
        for side, kept in zip(sides, values, strict=True):
            value = side()
            if turn >= 0:
                kept.append(value)
    return values


def spread(values: Sequence[float]) -> Spread:
    """The median and quartiles of some values; of a single one, the value itself."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0], 1)
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    return Spread(median(values), low, high, len(values))


def ratio(ours: Sequence[float], base: Sequence[float]) -> Spread:
    """The ratios of the runs that stood side by side."""
    return spread([one / other for one, other in zip(ours, base, strict=True)])


def compare(what: str, ours: Sequence[float], base: Sequence[float], name: str, limit: float | None = None) -> Outcome:
    """The outcome of two sides measured in milliseconds.

    Args:
        what: What was measured.
        ours: Our runs.
        base: The baseline's, run by run beside ours.
        name: What the baseline is.
        limit: The highest ratio that keeps the budget; None to inform only.
    """
    best = f"; best runs {min(ours):.3g} : {min(base):.3g}" if len(ours) > 1 else ""
    detail = f"{median(ours):.3g} ms : {median(base):.3g} ms {name}{best}"
    return Outcome(what, ratio(ours, base), "×", detail, None if limit is None else Budget(limit))


_HEAD = ("row", "measured", "value", "quartiles", "runs", "budget", "")
_FORM = "{:<12}{:<48}{:>12}  {:<15}{:>4}  {:<8}{:<7}{}"


def heading() -> str:
    """The table's first line."""
    return _FORM.format(*_HEAD, "made of").rstrip()


def line(row: str, outcome: Outcome) -> str:
    """An outcome as a line of the table."""
    value = f"{_number(outcome.spread.middle)} {outcome.unit}"
    quartiles = f"{_number(outcome.spread.low)}-{_number(outcome.spread.high)}"
    budget = str(outcome.budget) if outcome.budget else ""
    verdict = "" if outcome.budget is None else "kept" if outcome.kept else "MISSED"
    cells = (row, outcome.what, value, quartiles, outcome.spread.runs, budget, verdict, outcome.detail)
    return _FORM.format(*cells).rstrip()


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
