"""The sample reports' scores as a table that a person reads, and what stands against the goals."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import mean

from tests.benchmarks.harness import Budget, MeasureError
from tests.benchmarks.scoring import UNREAD, Match, Score, score
from tests.structure.trees import SAMPLES, sample, sample_names, stated_tree
from tourview.report import Kind, ReportError

Column = Callable[[Score], float | None]

COLUMNS: Mapping[str, tuple[Column, Budget | None]] = {
    "headings F1": (lambda one: one.headings.f1, Budget(0.97, at_least=True)),
    "with levels": (lambda one: one.levels.f1, Budget(0.95, at_least=True)),
    "kinds": (lambda one: one.kind_accuracy, Budget(0.95, at_least=True)),
    "figures recall": (lambda one: _recall(one.figures), Budget(0.95, at_least=True)),
    "figures precision": (lambda one: _precision(one.figures), Budget(0.95, at_least=True)),
    "notices recall": (lambda one: _recall(one.notices), None),
    "notices precision": (lambda one: _precision(one.notices), None),
    "coverage": (lambda one: one.coverage, Budget(1, at_least=True)),
}
"""What is told of each sample, with the goal that the mean is held to."""

_KINDS = (*(kind.value for kind in Kind), "-")
_NAME, _CELL = 28, 11


def _recall(match: Match | None) -> float | None:
    return match.recall if match and (match.expected or not match.found) else None


def _precision(match: Match | None) -> float | None:
    """The precision; nothing is said of it where nothing was found of what there is."""
    return match.precision if match and (match.found or not match.expected) else None


def scores(folder: Path = SAMPLES, only: str | None = None) -> dict[str, Score]:
    """The score of each sample of a folder, by name; or of the one whose name is, or begins with, `only`.

    Raises:
        MeasureError: If there is none, or a tree cannot be read.
    """
    names = sample_names(folder)
    if only is not None:
        names = [name for name in names if name == only] or [name for name in names if name.startswith(only)]
    if not names:
        raise MeasureError(f"no sample with a tree in {folder}" + (f" is called {only}" if only else ""))
    return {name: _score(name, folder) for name in names}


def _score(name: str, folder: Path) -> Score:
    try:
        tree = stated_tree(name, folder)
        return score(sample(name, folder), tree)
    except ReportError:
        return UNREAD
    except (OSError, ValueError) as error:
        raise MeasureError(str(error)) from error


def means(scored: Mapping[str, Score]) -> dict[str, float]:
    """The mean of each column over the samples that it says something of; 1 where it does of none."""
    found = {}
    for column, (value, _goal) in COLUMNS.items():
        values = [number for one in scored.values() if (number := value(one)) is not None]
        found[column] = mean(values) if values else 1.0
    return found


def goals_kept(scored: Mapping[str, Score]) -> bool:
    """Whether the means hold every goal."""
    found = means(scored)
    return all(goal is None or goal.kept(found[column]) for column, (_value, goal) in COLUMNS.items())


def told(scored: Mapping[str, Score], *, verbose: bool = False) -> str:
    """The table: a line a sample, the means, the goals, and which kinds were taken for which.

    Args:
        scored: The scores by name.
        verbose: Whether what is not as stated is listed below each sample.
    """
    lines = _head()
    for name, one in scored.items():
        lines.append(_line(name, [value(one) for value, _goal in COLUMNS.values()], _remarks(one)))
        if verbose:
            lines.extend(f"      {difference}" for difference in one.differences)
    exact = sum(one.exact for one in scored.values())
    found = means(scored)
    verdict = "kept" if goals_kept(scored) else "MISSED"
    lines += [
        _line("mean", list(found.values()), f"{exact} of {len(scored)} exact"),
        _line("goal", [goal.limit if goal else None for _value, goal in COLUMNS.values()], verdict),
        "",
        *_confusion(scored.values()),
    ]
    return "\n".join(lines)


def _head() -> list[str]:
    titles = [column.partition(" ") for column in COLUMNS]
    upper = "".join(f"{first:>{_CELL}}" for first, _blank, _second in titles)
    lower = "".join(f"{second:>{_CELL}}" for _first, _blank, second in titles)
    return [f"{'sample':<{_NAME}}{upper}", f"{'':<{_NAME}}{lower}"]


def _line(name: str, values: Sequence[float | None], remark: str) -> str:
    return f"{name:<{_NAME}}{''.join(f'{_number(value):>{_CELL}}' for value in values)}   {remark}".rstrip()


def _number(value: float | None) -> str:
    """Three digits after the point, never rounded up to 1."""
    if value is None:
        return ""
    return "1" if value == 1 else f"{min(value, 0.999):.3f}"


def _remarks(one: Score) -> str:
    if one is UNREAD:
        return "could not be opened"
    remarks = [] if one.tiles else ["spans do not tile"]
    remarks += [] if one.title else ["another title"]
    return ", ".join(remarks) or ("exact" if one.exact else "")


def _confusion(scored: Iterable[Score]) -> list[str]:
    """Which kind was read as which, over all sections found; a line an expected kind."""
    counts = Counter(pair for one in scored for pair in one.kinds)
    lines = [f"{'kind, and what it was read as':<{_NAME}}{''.join(f'{kind:>{_CELL}}' for kind in _KINDS)}"]
    for expected in _KINDS:
        row = [counts[expected, found] for found in _KINDS]
        if any(row):
            lines.append(f"{expected:<{_NAME}}" + "".join(f"{count or '':>{_CELL}}" for count in row))
    return lines
