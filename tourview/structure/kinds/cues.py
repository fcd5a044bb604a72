"""What sections side by side are for, where their headings do not tell: the words of their texts, by contrast.

No number of cue words makes a text a gap or a commitment: lessons are full of `要`, too. What counts is of which kind a
section speaks more than the sections beside it, and more than reports do on the whole; and that reports run in an
order, from what was seen to what will be done. The best sequence of kinds under both is found as Viterbi's path.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from tourview.report import Kind, fold
from tourview.structure.kinds.lexicon import lexicon

SAMPLE = 12_000
"""Code points of a section's text that are looked at."""
_TYPICAL: Mapping[Kind, float] = {
    Kind.BACKGROUND: 3,
    Kind.VISIT: 4,
    Kind.IMPRESSION: 1,
    Kind.LESSON: 5,
    Kind.GAP: 9,
    Kind.COMMITMENT: 10,
}
"""Cue words in 1,000 code points of a report on the whole."""
_WEIGHT = 120  # code points of typical text that are added to each text: a short one tells little
_UNTOLD = 0.45  # the evidence that a kind must be ahead of typical text by, lest the section stays without one
_BACKWARDS = 0.5  # what a step back in the order of kinds must be outweighed by
_LEANING = 0.9  # what the form of a section adds to the evidence for a kind
_EXPECTED = 0.4  # what its place among the others adds
_MISSING = 0.2  # what it adds that no other section is known to be of a kind that no report lacks
_HEART = frozenset((Kind.LESSON, Kind.GAP, Kind.COMMITMENT))
_MOST = 40  # sections that are compared with each other
_ORDER = {kind: place for place, kind in enumerate(Kind)}

Evidence = Mapping[Kind, float]
"""By kind, the logarithm of how many times more of its words a text has than the texts it is compared with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A section whose kind is asked for.

    Attributes:
        text: Its text, cut to `SAMPLE`.
        known: Its kind where that is settled.
        leaning: A kind that its form speaks for, though not loudly.
        expected: A kind that its place among the others speaks for, more quietly still.
    """

    text: str
    known: Kind | None = None
    leaning: Kind | None = None
    expected: Kind | None = None


def kinds_by_contrast(
    candidates: Sequence[Candidate], among: Sequence[Kind] = tuple(Kind), *, all_told: bool = False
) -> list[Kind | None]:
    """The kinds of sections that stand side by side.

    Args:
        candidates: The sections, in reading order.
        among: The kinds to choose from.
        all_told: Whether each must have one of them, however weak the evidence.

    Returns:
        A kind for each, the known ones as they were; None where the text tells nothing.
    """
    if len(candidates) > _MOST or all(candidate.known for candidate in candidates):
        return [candidate.known for candidate in candidates]
    found = _evidence(candidates)
    missing = _HEART.difference(candidate.known for candidate in candidates)
    states: list[dict[Kind | None, float]] = [
        {candidate.known: 0.0} if candidate.known else _choices(candidate, evidence, among, missing, all_told)
        for candidate, evidence in zip(candidates, found, strict=True)
    ]
    return _best_path(states)


def speaks_of(text: str, kind: Kind, other: Kind) -> float:
    """How much more of one kind's words a text has than is typical of a report, less so if it has more of another's."""
    own = _densities(fold(text))
    return log(own[kind] / _TYPICAL[kind]) - max(0.0, log(own[other] / _TYPICAL[other]))


def _evidence(candidates: Sequence[Candidate]) -> list[Evidence]:
    densities = [_densities(fold(candidate.text)) for candidate in candidates]
    found: list[Evidence] = []
    for number, own in enumerate(densities):
        # One known to be of the kind is no contrast to another that may be of it, too.
        others = {
            kind: [
                other[kind]
                for place, other in enumerate(densities)
                if place != number and candidates[place].known is not kind
            ]
            for kind in Kind
        }
        found.append({kind: log(own[kind] / _expected(kind, others[kind])) for kind in Kind})
    return found


def _densities(text: str) -> dict[Kind, float]:
    """Cue words in 1,000 code points, as if a little typical text stood before it."""
    found: dict[Kind, float] = {}
    for kind, cues in lexicon().cues.items():
        hits = sum(map(text.count, cues.words)) - sum(map(text.count, cues.exceptions))
        typical = _TYPICAL[kind] * _WEIGHT / 1000
        found[kind] = 1000 * (max(0, hits) + typical) / (len(text) + _WEIGHT)
    return found


def _expected(kind: Kind, others: Sequence[float]) -> float:
    """What is expected of a text: half of what is typical, half of what those beside it have."""
    return (_TYPICAL[kind] + sum(others) / len(others)) / 2 if others else _TYPICAL[kind]


def _choices(
    candidate: Candidate, evidence: Evidence, among: Sequence[Kind], missing: Collection[Kind], all_told: bool
) -> dict[Kind | None, float]:
    choices: dict[Kind | None, float] = {
        kind: evidence[kind]
        + _LEANING * (kind is candidate.leaning)
        + _EXPECTED * (kind is candidate.expected)
        + _MISSING * (kind in missing)
        for kind in among
    }
    if not all_told:
        choices[None] = _UNTOLD
    return choices


def _best_path(states: Sequence[Mapping[Kind | None, float]]) -> list[Kind | None]:
    """The sequence with the most evidence, less what steps back in the order of kinds cost."""
    paths: dict[Kind | None, tuple[float, list[Kind | None]]] = {None: (0.0, [])}
    for choices in states:
        longer: dict[Kind | None, tuple[float, list[Kind | None]]] = {}
        for kind, weight in choices.items():
            # The kind that was last told counts: a section without one does not hide it.
            for last, (total, path) in paths.items():
                score = total + weight - _step(last, kind)
                told = kind or last
                if told not in longer or score > longer[told][0]:
                    longer[told] = score, [*path, kind]
        paths = longer
    return max(paths.values(), key=lambda pair: pair[0])[1]


def _step(last: Kind | None, kind: Kind | None) -> float:
    return _BACKWARDS if last and kind and _ORDER[kind] < _ORDER[last] else 0.0
