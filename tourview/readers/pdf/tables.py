"""Tables on a page: their rows as runs of their own, the cells joined by " | "."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tourview.readers.pdf.lines import rows_of
from tourview.readers.pdf.page import Rule, Run, continued, words_of

_TOUCH = 3.0  # points between rules that belong together
_MOST_RULES = 400  # of a page, once those in line are joined; a drawing has more
_CELL_GAP = 1.4  # of the type size: what parts the cells of a row without rules
_ALIGNED = 0.7  # of the type size
_LOOSEST = 4.0  # of the type size: between two rows of a table
_FEWEST_CELLS = 6


@dataclass(frozen=True, slots=True)
class Grid:
    """The rules of one table: those that lie, those that stand, and what they enclose."""

    across: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    frame: Rule

    def holds(self, run: Run) -> bool:
        """Whether a run stands inside."""
        x, y = _middle(run)
        return self.frame.left <= x <= self.frame.right and self.frame.top <= y <= self.frame.bottom


def with_ruled_rows(runs: Sequence[Run], rules: Sequence[Rule]) -> list[Run]:
    """The runs of a page, those inside ruled tables replaced by one run for each row."""
    runs = list(runs)
    for grid in _grids(rules):
        inside = [run for run in runs if grid.holds(run)]
        if inside:
            runs = [run for run in runs if not grid.holds(run)]
            runs += _rows(grid, inside)
    return runs


def rows_without_rules(rows: Sequence[list[Run]]) -> list[list[Run]]:
    """Rows of text, those that make a table by their even gaps replaced by a single run each."""
    split = [_cells(row) for row in rows]
    found: list[list[Run]] = []
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and _are_aligned(split[end - 1], split[end]):
            end += 1
        cells = len(split[start])
        if end - start >= 2 and cells >= 2 and cells * (end - start) >= _FEWEST_CELLS:
            found += ([_row_run(cells)] for cells in split[start:end])
        else:
            found += rows[start:end]
        start = end
    return found


def _cells(row: Sequence[Run]) -> list[list[Run]]:
    cells = [[row[0]]]
    for before, run in pairwise(row):
        if run.left - before.right >= _CELL_GAP * max(run.size, before.size):
            cells.append([run])
        else:
            cells[-1].append(run)
    return cells


def _are_aligned(above: Sequence[Sequence[Run]], below: Sequence[Sequence[Run]]) -> bool:
    if len(above) != len(below) or len(above) < 2:
        return False
    size = max(above[0][0].size, below[0][0].size)
    if below[0][0].baseline - above[0][0].baseline > _LOOSEST * size:
        return False
    for one, other in zip(above, below, strict=True):
        left, right = one[0].left - other[0].left, one[-1].right - other[-1].right
        if min(abs(left), abs(right), abs(left + right) / 2) > _ALIGNED * size:
            return False
    return True


def _row_run(cells: Sequence[Sequence[Run]]) -> Run:
    text = " | ".join(words_of(cell) for cell in cells)
    first, last = cells[0][0], cells[-1][-1]
    weight = min(run.weight for cell in cells for run in cell)
    return Run(text, first.left, last.right, first.baseline, first.size, weight, row=True)


def _rows(grid: Grid, inside: Sequence[Run]) -> Iterator[Run]:
    """A run for each row of a ruled table that says anything."""
    levels = _distinct(rule.top for rule in grid.across)
    bands = zip((grid.frame.top, *levels), (*levels, grid.frame.bottom), strict=True)
    waiting = list(inside)
    for top, bottom in bands:
        row = [run for run in waiting if top <= _middle(run)[1] < bottom]
        if not row:
            continue
        waiting = [run for run in waiting if not top <= _middle(run)[1] < bottom]
        text = _row_text(grid, row, (top + bottom) / 2)
        size, weight = median(run.size for run in row), min(run.weight for run in row)
        baseline = max(run.baseline for run in row)
        yield Run(text, grid.frame.left, grid.frame.right, baseline, size, weight, row=True)
    yield from waiting


def _row_text(grid: Grid, row: Sequence[Run], middle: float) -> str:
    """The cells of a row between the upright rules that reach its middle; a cell may hold several lines."""
    edges = _distinct(rule.left for rule in grid.upright if rule.top - _TOUCH <= middle <= rule.bottom + _TOUCH)
    cells: list[list[Run]] = [[] for _edge in range(len(edges) + 1)]
    for run in row:
        cells[sum(edge <= _middle(run)[0] for edge in edges)].append(run)
    texts = [_cell_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    while texts and not texts[0]:
        texts.pop(0)
    return " | ".join(texts).replace(" |  | ", " | | ")


def _cell_text(cell: Sequence[Run]) -> str:
    text = ""
    for row in rows_of(cell):
        words = words_of(row)
        text += continued(text, words) + words if text else words
    return text


def _middle(run: Run) -> tuple[float, float]:
    return (run.left + run.right) / 2, run.baseline - 0.3 * run.size


def _distinct(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return found


def _grids(rules: Sequence[Rule]) -> Iterator[Grid]:
    """The tables that rules draw: at least two rows and two columns, all rules touching."""
    lying = [rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top]
    standing = [rule for rule in rules if rule.right - rule.left < rule.bottom - rule.top]
    across = [_turned(rule) for rule in _joined(_turned(rule) for rule in lying)]
    upright = _joined(standing)
    if len(across) + len(upright) > _MOST_RULES:
        return
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for rule, is_upright in [*((rule, False) for rule in across), *((rule, True) for rule in upright)]:
        touching = [group for group in groups if any(_touch(rule, other) for other in (*group[0], *group[1]))]
        merged = [one for group in touching for one in group[0]], [one for group in touching for one in group[1]]
        merged[is_upright].append(rule)
        groups = [group for group in groups if not any(group is other for other in touching)] + [merged]
    for level, tall in groups:
        if len(_distinct(rule.top for rule in level)) >= 3 and len(_distinct(rule.left for rule in tall)) >= 1:
            frame = _frame([*level, *tall])
            inner = [x for x in _distinct(rule.left for rule in tall) if frame.left + _TOUCH < x < frame.right - _TOUCH]
            if inner:
                yield Grid(tuple(level), tuple(tall), frame)


def _joined(upright: Iterable[Rule]) -> list[Rule]:
    """Upright rules, those that go on one another made one."""
    found: list[Rule] = []
    for rule in sorted(upright, key=lambda rule: (round(rule.left / 2), rule.top)):
        last = found[-1] if found else None
        if last and abs(last.left - rule.left) <= _TOUCH and rule.top <= last.bottom + _TOUCH:
            found[-1] = Rule(last.left, last.top, last.right, max(last.bottom, rule.bottom))
        else:
            found.append(rule)
    return found


def _turned(rule: Rule) -> Rule:
    return Rule(rule.top, rule.left, rule.bottom, rule.right)


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + _TOUCH
        and other.left <= one.right + _TOUCH
        and one.top <= other.bottom + _TOUCH
        and other.top <= one.bottom + _TOUCH
    )


def _frame(rules: Sequence[Rule]) -> Rule:
    return Rule(
        min(rule.left for rule in rules),
        min(rule.top for rule in rules),
        max(rule.right for rule in rules),
        max(rule.bottom for rule in rules),
    )
