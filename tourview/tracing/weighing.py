"""How much the phrases that two passages share say, and how strongly the passages are linked by them.

A phrase that only two passages have weighs its length; one that more have weighs less (inverse document frequency).
What a heading has, or a passage comes back to, weighs more; the common coin of official prose, and names, hardly
anything. In a library a phrase weighs the less, the more of its reports have it (see `spread`). A pair's weight is the
sum of its phrases', each less than the one before, by how long the passages are: long ones share a word by chance.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

from tourview.report import Kind, Progress, Report
from tourview.tracing.link_words import link_words
from tourview.tracing.passages import LINKED, Words, compared, place_names
from tourview.tracing.phrases import PARTING, Phrase, is_han, needle, shared_phrases
from tourview.tracing.spread import ALONE, Spread

_MOST_SHARING = 30  # passages that have a phrase in common; one of more says nothing and takes long
_LONGEST = 6  # beyond that a phrase weighs no more
_IN_HEADING = 1.0  # how much more a phrase weighs for each of the two headings that has it
_REPEATED = 0.3  # and for each time that a passage has it again
_TIMES = 4  # as often as that is counted
_WEAK = 0.2  # what is left of the weight of a phrase made of common words
_FADING = 0.7  # what a pair's next phrase weighs beside the one before
_SHORT = 60  # characters of a passage below which it counts as no shorter
_USUAL = 100  # characters of a passage whose weights are left as they are
_BY_LENGTH = 0.15  # the power of the lengths that a weight is divided by
_COMMON_LENGTHS = (2, 3, 4)  # of the common words beside which another may begin or end
_TELLING = 0.4  # what a phrase weighs that is evidence
_ASKED = 400  # phrases that a library is asked for
_LEAST = 1.5  # what the phrases of a pair weigh at least: one word of two characters is not enough


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sections that share phrases.

    Attributes:
        source: The ref of the lesson or gap.
        target: The ref of the gap or commitment.
        weight: How strongly they are linked; comparable within a report.
        evidence: The phrases they share, folded, the weightiest first.
    """

    source: str
    target: str
    weight: float
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Sharing:
    """What the lessons, gaps and commitments of a report share, as it weighs by the report alone.

    Attributes:
        refs: The sections.
        sizes: How long each is; 1 for a usual one.
        found: By two places in `refs`, the one of the earlier kind first, what the two share: weight and phrase.
    """

    refs: Sequence[str]
    sizes: Sequence[float]
    found: Mapping[tuple[int, int], Sequence[tuple[float, str]]]

    def phrases(self, most: int = _ASKED) -> tuple[str, ...]:
        """So many of the phrases that are shared, folded, the weightiest first."""
        weights: dict[str, float] = {}
        for phrases in self.found.values():
            for weight, text in phrases:
                weights[text] = max(weight, weights.get(text, 0.0))
        return tuple(sorted(weights, key=lambda text: (-weights[text], text))[:most])

    def pairs(self, spread: Spread = ALONE) -> list[Pair]:
        """The pairs whose phrases weigh enough, in reading order.

        Args:
            spread: How common the phrases are in the library that the report is one of.
        """
        found = []
        for (source, target), phrases in self.found.items():
            weighed = [(weight * spread.rarity(text), text) for weight, text in phrases]
            weighed.sort(key=lambda phrase: -phrase[0])
            total = sum(weight * _FADING**place for place, (weight, _text) in enumerate(weighed))
            if total >= _LEAST:
                weight = total / (self.sizes[source] * self.sizes[target]) ** _BY_LENGTH
                found.append(Pair(self.refs[source], self.refs[target], weight, _evidence(weighed)))
        return found


def weighed_pairs(report: Report, progress: Progress | None = None) -> list[Pair]:
    """Every lesson, gap and commitment that is linked with one of another kind by what they share, in reading order.

    Args:
        report: The report with its figures; its links are not looked at.
        progress: Told the share done; may raise to cancel.
    """
    return sharing_of(report, progress).pairs()


def sharing_of(report: Report, progress: Progress | None = None) -> Sharing:
    """What the lessons, gaps and commitments of a report share; arguments as in `weighed_pairs`."""
    words = compared(report)
    weighing = _Weighing(words, place_names(report, words))
    for phrase in shared_phrases([section.runs for section in words], _MOST_SHARING, progress):
        weighing.add(phrase)
    return weighing.sharing()


class _Weighing:
    """Gathers the phrases of pairs, those longest first, so that the parts of a phrase are not counted once more."""

    def __init__(self, words: Sequence[Words], names: frozenset[str]) -> None:
        self._words = words
        self._names = names
        self._rank = [_rank(section.section.kind) for section in words]
        self._held: dict[tuple[int, int], str] = defaultdict(str)
        self._found: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)

    def add(self, phrase: Phrase) -> None:
        """Count a phrase for every two passages of different kinds that have it."""
        if is_han(phrase.text) and not self._is_whole(phrase):
            return
        weight = self._rarity(phrase) * min(phrase.length - 1, _LONGEST) * self._strength(phrase.text)
        wanted = needle(phrase.text)
        opening = wanted[: max(2, len(wanted) // 2)]
        for one, other in combinations(phrase.passages, 2):
            if self._rank[one] == self._rank[other]:
                continue
            pair = (one, other) if self._rank[one] < self._rank[other] else (other, one)
            # Of words alike beyond the longest phrase each next one holds most of the one before.
            held = self._held[pair]
            if wanted in held or (len(wanted) > 2 * _LONGEST and opening in held):
                continue
            self._held[pair] = f"{held}{PARTING}{wanted}"
            self._found[pair].append((weight * self._standing(wanted, *pair), phrase.text))

    def sharing(self) -> Sharing:
        """What was gathered."""
        refs = [section.section.ref for section in self._words]
        sizes = [max(_SHORT, len(section.text)) / _USUAL for section in self._words]
        return Sharing(refs, sizes, dict(sorted(self._found.items())))

    def _rarity(self, phrase: Phrase) -> float:
        """1 where just two passages have the phrase; the less, the more do."""
        passages = len(self._words) + 1
        return log(passages / len(phrase.passages)) / log(passages / 2)

    def _standing(self, wanted: str, *pair: int) -> float:
        """How much more a phrase weighs for where two passages have it."""
        factor = 1.0 + _IN_HEADING * sum(wanted in self._words[number].heading for number in pair)
        for number in pair:
            factor *= 1 + _REPEATED * (min(self._words[number].text.count(wanted), _TIMES) - 1)
        return factor

    def _strength(self, text: str) -> float:
        """How much of a phrase is neither common words nor names of places: 1 for all of it."""
        if not is_han(text):
            return 1.0
        if text in self._names:
            return _WEAK**2
        covered = sum(map(len, link_words().covering.findall(text)))
        covered += sum(len(name) for name in self._names if name in text)
        return (1 - (1 - _WEAK) * min(1, covered / len(text))) ** 2

    def _is_whole(self, phrase: Phrase) -> bool:
        """Whether a phrase is seen to begin and to end as words do: at a mark, or beside a common word.

        Han characters are written without blanks: 业转型 is what 产业转型 and 工业转型 have in common, and no word.
        """
        begins = ends = False
        size = len(phrase.text)
        for number in phrase.passages:
            text = self._words[number].text
            at = text.find(phrase.text)
            while at >= 0:
                begins = begins or _ends_word(text, at)
                ends = ends or _begins_word(text, at + size)
                if begins and ends:
                    return True
                at = text.find(phrase.text, at + 1)
        return False


def _evidence(phrases: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """The phrases that say something by themselves; the weightiest where none does."""
    return tuple(text for place, (weight, text) in enumerate(phrases) if weight >= _TELLING or place == 0)


def _ends_word(text: str, at: int) -> bool:
    """Whether what stands before an offset ends there: a mark, an edge, a common word."""
    words = link_words()
    if at == 0 or text[at - 1] == PARTING or text[at - 1] in words.parting:
        return True
    return any(text[max(0, at - length) : at] in words.common for length in _COMMON_LENGTHS)


def _begins_word(text: str, at: int) -> bool:
    """Whether what stands behind an offset begins there."""
    words = link_words()
    if at == len(text) or text[at] == PARTING or text[at] in words.parting:
        return True
    return any(text[at : at + length] in words.common for length in _COMMON_LENGTHS)


def _rank(kind: Kind | None) -> int:
    return LINKED.index(kind) if kind in LINKED else len(LINKED)
