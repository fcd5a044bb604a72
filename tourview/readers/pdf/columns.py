"""The order in which the text of a page is read: columns side by side, and what stands across them."""

from collections.abc import Iterator, Sequence
from statistics import median

from tourview.readers.pdf.lines import rows_of
from tourview.readers.pdf.page import Run

Part = tuple[int, int, list[list[Run]]]
"""A column's number (-1: across all), how many columns there are, and its rows."""

_FEWEST_ROWS = 5  # of each column
_NARROWEST = 0.7  # of the type size: the gutter
_COLUMN = 9  # of the type size: the narrowest column
_FULL = 0.72  # of its column's width, which half of the rows fill at least
_CROSSING = 0.2  # of the rows, at most, stand across the gutter
_STEPS = 64
_LEVELS = 4  # how many counts of crossing runs are tried, from the least
_DEEPEST = 2


def parts_of(runs: Sequence[Run], expected: float | None = None) -> tuple[list[Part], float | None]:
    """The rows of a page in reading order: down one column, then down the next, parted by what stands across them.

    Args:
        runs: What stands on the page.
        expected: Where the page before has its gutter; a page too short to tell has it there, too.

    Returns:
        The parts, and where the page has its gutter: the x between its first columns, or None.
    """
    rows = rows_of(runs)
    gutter = _gutter(runs, rows)
    if gutter is None and expected is not None and _is_clear(rows, expected):
        gutter = expected
    if gutter is None:
        return ([(0, 1, rows)] if rows else []), None
    return list(_parted(runs, gutter, _DEEPEST)), gutter


def _is_clear(rows: Sequence[Sequence[Run]], gutter: float) -> bool:
    """Whether hardly a row but the first and the last, running head and foot, stands across the gutter."""
    inner = rows[1:-1]
    return sum(any(run.left < gutter < run.right for run in row) for row in inner) <= _CROSSING * len(inner)


def _parted(runs: Sequence[Run], gutter: float, depth: int) -> Iterator[Part]:
    across = rows_of(run for run in runs if run.left < gutter < run.right)
    levels = [max(run.baseline for run in row) for row in across]
    beside = [run for run in runs if not run.left < gutter < run.right]
    for place in range(len(across) + 1):
        upper = levels[place - 1] if place else float("-inf")
        lower = levels[place] if place < len(across) else float("inf")
        band = [run for run in beside if upper < run.baseline <= lower]
        sides = [run for run in band if run.right <= gutter], [run for run in band if run.left >= gutter]
        for side, within in enumerate(sides):
            inner = _gutter(within, rows_of(within)) if depth > 1 else None
            if inner is None:
                rows = rows_of(within)
                if rows:
                    yield side, 2, rows
            else:
                yield from ((side + column, 3, rows) for column, _count, rows in _parted(within, inner, depth - 1))
        if place < len(across):
            yield -1, 2, [across[place]]


def _gutter(runs: Sequence[Run], rows: Sequence[Sequence[Run]]) -> float | None:
    """The middle of the gap that parts the runs into columns of running text; None if there is none.

    Columns of a table are gaps, too, but their cells leave most of the width empty.
    """
    if len(rows) < 2 * _FEWEST_ROWS and len(runs) < 2 * _FEWEST_ROWS:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    size = median(run.size for run in runs)
    at = [left + (right - left) * (0.25 + 0.5 * step / _STEPS) for step in range(_STEPS + 1)]
    crossed = [sum(run.left < x < run.right for run in runs) for x in at]
    for most in sorted({count for count in crossed if count <= _CROSSING * len(rows)})[:_LEVELS]:
        stretches = _stretches([count <= most for count in crossed])
        for start, end in sorted(stretches, key=lambda stretch: stretch[0] - stretch[1]):
            middle = (at[start] + at[end]) / 2
            if _is_gutter(runs, middle, size):
                return middle
    return None


def _stretches(free: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, is_free in enumerate(free):
        if is_free and found and found[-1][1] == place - 1:
            found[-1] = found[-1][0], place
        elif is_free:
            found.append((place, place))
    return found


def _is_gutter(runs: Sequence[Run], middle: float, size: float) -> bool:
    sides = [run for run in runs if run.right <= middle], [run for run in runs if run.left >= middle]
    if not all(sides):
        return False
    columns = [rows_of(side) for side in sides]
    if min(map(len, columns)) < _FEWEST_ROWS:
        return False
    edges = [(min(run.left for run in side), _common_right(rows)) for side, rows in zip(sides, columns, strict=True)]
    if edges[1][0] - edges[0][1] < _NARROWEST * size:
        return False
    for (left, right), rows in zip(edges, columns, strict=True):
        widths = [row[-1].right - row[0].left for row in rows]
        if median(widths) < _FULL * (right - left) or right - left < _COLUMN * size:
            return False
    crossing = sum(run.left < middle < run.right for run in runs)
    return crossing <= _CROSSING * sum(map(len, columns))


def _common_right(rows: Sequence[Sequence[Run]]) -> float:
    """Where the rows of a column end, but for a few that overrun it."""
    rights = sorted(row[-1].right for row in rows)
    return rights[int(0.9 * (len(rights) - 1))]
