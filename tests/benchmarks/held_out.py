"""How well kinds are told in reports that the weights were not learned from.

The weights that the program comes with are learned from all samples, so that how it reads those says little. Here they
are learned anew without an eighth of the samples, which are then read by them; and so on for each eighth. What is not
learned, the words of `kinds.toml` and how loudly each thing speaks, was chosen with all samples known.
"""

from collections.abc import Sequence
from statistics import mean

from tests.benchmarks.harness import Budget, Options, Outcome, spread
from tests.structure.trees import sample_names
from tests.tables.kind_weights import Lesson, kind_name, lessons_of, weight_table
from tourview.report import Kind
from tourview.structure.kinds.evidence import Weights, parse_weights
from tourview.structure.kinds.settling import settled

_PARTS = 8
_GOAL = Budget(0.95, at_least=True)


def kinds(_options: Options) -> Sequence[Outcome]:
    """The share of kinds told rightly in reports held out, each report counting the same."""
    reports = [lessons for name in sample_names() if (lessons := lessons_of(name))]
    right = [score for part in range(_PARTS) for score in _scores(reports, part)]
    detail = (
        f"{len(right)} reports, {sum(map(len, reports))} sections; {sum(score == 1 for score in right)} without a miss"
    )
    return [Outcome("kinds told rightly in reports not learned from", spread([mean(right)]), "", detail, _GOAL)]


def _scores(reports: Sequence[Sequence[Lesson]], part: int) -> list[float]:
    """The share that is right in each report of a part, told by what the others teach."""
    known = parse_weights(weight_table([lessons for place, lessons in enumerate(reports) if place % _PARTS != part]))
    return [
        mean(kind_name(kind) == lesson.known for lesson, kind in _told(lessons, known) if lesson.known)
        for lessons in reports[part::_PARTS]
        if any(lesson.known for lesson in lessons)
    ]


def _told(lessons: Sequence[Lesson], known: Weights) -> list[tuple[Lesson, Kind | None]]:
    found = settled([lesson.candidate for lesson in lessons if lesson.above is None], known)
    return list(zip(lessons, found, strict=True))
