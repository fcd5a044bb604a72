"""The kinds of all sections of a report, settled together.

What a section's words say is held against what the sections around it are: reports run in an order, from what was seen
to what will be done, and most of what lies inside a lesson is a lesson. The kinds that all of this speaks for most,
taken together, are found from the innermost sections outward, and then along the chapters as Viterbi's path.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from tourview.report import Kind
from tourview.structure.kinds.evidence import CHOICES, HUNDREDTH, Row, Weights, Words, name_of, shares, weights

_OF_WORDS = 0.6  # what the words of a section count for, for they are counted as if each spoke for itself
_OF_PARTS = 0.6 * HUNDREDTH  # what it counts for of which kind the section around is
_OF_ITEMS = 0.8 * HUNDREDTH  # the same for an item of a list
_OF_ORDER = 0.4 * HUNDREDTH  # and the chapter before
_NEVER = float("-inf")
Scores = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A section whose kind is asked for.

    Attributes:
        words: What it says.
        parts: The sections inside it.
        said: What else speaks for a choice, and how loudly, in natural logarithms of odds.
        among: What it can be.
        is_item: Whether it is an item of a list.
    """

    words: Words
    parts: Sequence["Candidate"] = ()
    said: Mapping[Kind | None, float] = field(default_factory=dict)
    among: Sequence[Kind | None] = CHOICES
    is_item: bool = False


def settled(chapters: Sequence[Candidate], known: Weights | None = None) -> list[Kind | None]:
    """The kinds of the chapters and of all that lies inside them, in reading order.

    Args:
        chapters: The chapters.
        known: What words say of kinds; None for the weights that the program comes with.
    """
    known = known or weights()
    inside = _Inside(known, _weighed(known.part, _OF_PARTS), _weighed(known.item, _OF_ITEMS))
    judged = [_judged(chapter, inside) for chapter in chapters]
    kinds: list[Kind | None] = []
    for chapter, choice in zip(judged, _best_path([chapter.scores for chapter in judged], known), strict=True):
        _tell(chapter, choice, kinds)
    return kinds


@dataclass(frozen=True, slots=True)
class _Inside:
    """What is known of words, and, by choice of a section, what speaks for each choice of a part or an item in it."""

    words: Weights
    part: Sequence[Scores]
    item: Sequence[Scores]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A section with what speaks for each choice, the best of its parts included.

    Attributes:
        scores: By choice.
        parts: The sections inside it, each with what the choice of this one says of each of its own.
    """

    scores: Scores
    parts: Sequence[tuple["_Judged", Sequence[Scores]]]


def _judged(candidate: Candidate, inside: _Inside) -> _Judged:
    parts = [(_judged(part, inside), inside.item if part.is_item else inside.part) for part in candidate.parts]
    scores = _own_scores(candidate, inside.words)
    for part, rows in parts:
        scores = tuple(map(add, scores, (max(map(add, row, part.scores)) for row in rows)))
    return _Judged(scores, parts)


def _own_scores(candidate: Candidate, known: Weights) -> Scores:
    """What speaks for each choice in the section itself."""
    among = candidate.among
    if len(among) == 1:
        return tuple(0.0 if choice in among else _NEVER for choice in CHOICES)
    told = shares(candidate.words, known)
    return tuple(
        _OF_WORDS * share + candidate.said.get(choice, 0.0) if choice in among else _NEVER
        for choice, share in zip(CHOICES, told, strict=True)
    )


def _weighed(table: Mapping[str, Row], weight: float) -> list[Scores]:
    """The rows of a table by choice, times a weight."""
    return [tuple(weight * share for share in table[name_of(choice)]) for choice in CHOICES]


def _tell(section: _Judged, choice: int, kinds: list[Kind | None]) -> None:
    """Add the kinds of a section, whose own is chosen, and of all that lies inside it."""
    kinds.append(CHOICES[choice])
    for part, rows in section.parts:
        _tell(part, _best(tuple(map(add, rows[choice], part.scores))), kinds)


def _best_path(chapters: Sequence[Scores], known: Weights) -> list[int]:
    """For each chapter the place of its choice among `CHOICES`."""
    if not chapters:
        return []
    steps = _weighed(known.after, _OF_ORDER)
    start = known.first["report"]
    reached: Scores = tuple(score + _OF_ORDER * share for score, share in zip(chapters[0], start, strict=True))
    came_from: list[list[int]] = []
    for scores in chapters[1:]:
        sources = [
            _best([way + step[choice] for way, step in zip(reached, steps, strict=True)])
            for choice in range(len(CHOICES))
        ]
        reached = tuple(
            reached[source] + steps[source][choice] + scores[choice] for choice, source in enumerate(sources)
        )
        came_from.append(sources)
    path = [_best(reached)]
    for sources in reversed(came_from):
        path.append(sources[path[-1]])
    return path[::-1]


def _best(scores: Sequence[float]) -> int:
    """The place of the highest score, the first among equals."""
    return max(range(len(scores)), key=scores.__getitem__)
