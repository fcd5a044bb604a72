"""Lines from the runs of a page: runs that stand beside one another, from left to right."""

from collections.abc import Iterable, Sequence

from tourview.readers.pdf.page import Run

_ABOVE, _BELOW = 0.8, 0.2  # of the type size: how far type rises above its baseline and falls below
_SHARED = 0.5  # of the lower run's height, which runs of one line have in common
_SAME_PLACE = 0.25  # of the type size: runs that say the same so close to one another are one, printed twice


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by line, from the top down, each line from left to right.

    Small shifts of the baseline (a superscript, a mixed face) do not part a line.
    """
    rows: list[list[Run]] = []
    top = bottom = 0.0
    for run in sorted(runs, key=lambda run: (run.baseline, run.left)):
        upper, lower = extent(run)
        shared = min(bottom, lower) - max(top, upper)
        if rows and shared >= _SHARED * min(bottom - top, lower - upper):
            rows[-1].append(run)
            if lower - upper > bottom - top:
                top, bottom = upper, lower
        else:
            rows.append([run])
            top, bottom = upper, lower
    return [_once(sorted(row, key=lambda run: run.left)) for row in rows]


def extent(run: Run) -> tuple[float, float]:
    """How far up and down a run reaches, about."""
    return run.baseline - _ABOVE * run.size, run.baseline + _BELOW * run.size


def _once(row: Sequence[Run]) -> list[Run]:
    """A line without what is printed twice in one place, as some programs make type bold."""
    kept: list[Run] = []
    for run in row:
        if not any(_is_same(run, other) for other in kept[-2:]):
            kept.append(run)
    return kept


def _is_same(one: Run, other: Run) -> bool:
    return one.text == other.text and abs(one.left - other.left) + abs(one.right - other.right) < _SAME_PLACE * one.size
