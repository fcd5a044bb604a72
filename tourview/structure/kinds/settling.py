"""The kinds of all sections of a report, settled together.

What a section's words say is held against what the sections around it are: reports run in an order, from what was seen
to what will be done, and most of what lies inside a lesson is a lesson. The kinds that all of this speaks for most,
taken together, are found from the innermost sections outward, and then along the chapters as Viterbi's path.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from tourview.report import Kind
from tourview.structure.kinds.evidence import CHOICES, HUNDREDTH, Weights, Words, name_of, shares, weights

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
    judged = [_judged(chapter, known) for chapter in chapters]
    kinds: list[Kind | None] = []
    for chapter, choice in zip(judged, _best_path([chapter.scores for chapter in judged], known), strict=True):
        _tell(chapter, choice, kinds)
    return kinds


@dataclass(frozen=True, slots=True)
class _Judged:
    """A section with what speaks for each choice, the best of its parts included.

    Attributes:
        scores: By choice.
        parts: The sections inside it.
        likely: For each part, by choice of the section and of the part, what the first says of the second.
    """

    scores: Scores
    parts: Sequence["_Judged"]
    likely: Sequence[Sequence[Scores]]


def _judged(candidate: Candidate, known: Weights) -> _Judged:
    parts = [_judged(part, known) for part in candidate.parts]
    likely = [_likely(known, is_item=part.is_item) for part in candidate.parts]
    scores = _own_scores(candidate, known)
    for part, rows in zip(parts, likely, strict=True):
        scores = tuple(map(add, scores, (max(map(add, row, part.scores)) for row in rows)))
    return _Judged(scores, parts, likely)


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


def _likely(known: Weights, *, is_item: bool) -> list[Scores]:
    """By choice of a section, what speaks for each choice of one inside it."""
    table, weight = (known.item, _OF_ITEMS) if is_item else (known.part, _OF_PARTS)
    return [tuple(weight * share for share in table[name_of(choice)]) for choice in CHOICES]


def _tell(section: _Judged, choice: int, kinds: list[Kind | None]) -> None:
    """Add the kinds of a section, whose own is chosen, and of all that lies inside it."""
    kinds.append(CHOICES[choice])
    for part, rows in zip(section.parts, section.likely, strict=True):
        _tell(part, _best(tuple(map(add, rows[choice], part.scores))), kinds)


def _best_path(chapters: Sequence[Scores], known: Weights) -> list[int]:
    """For each chapter the place of its choice among `CHOICES`."""
    if not chapters:
        return []
    steps = [tuple(_OF_ORDER * share for share in known.after[name_of(choice)]) for choice in CHOICES]
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
