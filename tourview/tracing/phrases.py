"""The phrases that several passages share: runs of Han characters, and of Latin words.

A phrase of n is shared only where both its parts of n - 1 are, so those of each length are looked for among the ones
before (the Apriori algorithm of Agrawal and Srikant): most places of a text drop out at once, and no passage is held
against another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tourview.report import Progress, fold
from tourview.tracing.link_words import link_words

Run = str | tuple[str, ...]
"""What stands between two marks: Han characters, or Latin words."""
_Starts = tuple[Run, Sequence[int]]
"""A run, and where in it the phrases of a length may begin."""

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[a-zà-ÿ]['a-zà-ÿ-]*(?: [a-zà-ÿ]['a-zà-ÿ-]*)*")
_FIRST_HAN = "\u3400"
_SHORTEST_HAN, _LONGEST = 2, 16
_TELLING_WORD = 3  # letters
PARTING = "|"
"""What stands between the runs of a text that is joined of them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that passages share.

    Attributes:
        text: The words, folded; Latin ones parted by a blank.
        length: How many Han characters; a Latin word says as much as two.
        passages: Which passages have it, ascending.
    """

    text: str
    length: int
    passages: tuple[int, ...]


def runs_of(text: str) -> Iterator[Run]:
    """The runs of a text, folded; Latin words without the ending of a plural, that one may be found in the other."""
    for found in _RUN.finditer(link_words().counted.sub(PARTING, fold(text))):
        run = found[0]
        yield run if is_han(run) else tuple(map(_singular, run.split(" ")))


def is_han(words: str) -> bool:
    """Whether a run or phrase is of Han characters; else it is of Latin words."""
    return words >= _FIRST_HAN


def joined(runs: Iterable[Run]) -> str:
    """Runs as one text, in which a `needle` can be looked for."""
    return PARTING.join(run if isinstance(run, str) else f" {' '.join(run)} " for run in runs)


def needle(phrase: str) -> str:
    """A phrase as it is looked for in `joined` text: Latin words whole."""
    return phrase if is_han(phrase) else f" {phrase} "


def shared_phrases(passages: Sequence[Sequence[Run]], most: int, progress: Progress | None = None) -> Iterator[Phrase]:
    """The phrases that at least two passages share, the longest first; those of one length in the order of the text.

    Args:
        passages: The runs of each passage.
        most: How many passages may share a phrase; one that more have in common links none of them.
        progress: Told the share done; may raise to cancel.
    """
    starts: list[list[_Starts]] = [[(run, range(len(run))) for run in runs] for runs in passages]
    known: frozenset[Run] = frozenset()
    by_length: list[list[Phrase]] = []
    for length in range(1, _LONGEST + 1):
        if progress:
            progress((length - 1) / _LONGEST)
        if length > 1:
            starts = [list(_going_on(passage, length, known)) for passage in starts]
        found = _phrases(starts, length)
        known = frozenset(gram for gram, where in found.items() if len(where) > 1)
        if not known and length >= _SHORTEST_HAN:
            break
        told = (gram for gram in found if gram in known and len(found[gram]) <= most and _may_stand_alone(gram))
        by_length.append([_phrase(gram, found[gram]) for gram in told])
    for phrases in reversed(by_length):
        yield from phrases


def _going_on(passage: Iterable[_Starts], length: int, known: frozenset[Run]) -> Iterator[_Starts]:
    """Where in its runs a phrase of a length may begin: where both its parts, one shorter, are known to be shared."""
    part = length - 1
    for run, starts in passage:
        going = [at for at in starts if at <= len(run) - length]
        if part >= _shortest(run):
            going = [at for at in going if run[at : at + part] in known and run[at + 1 : at + length] in known]
        if going:
            yield run, going


def _phrases(starts: Sequence[Sequence[_Starts]], length: int) -> dict[Run, list[int]]:
    """Which passages each phrase of a length stands in."""
    found: dict[Run, list[int]] = {}
    for number, passage in enumerate(starts):
        for run, places in passage:
            if length < _shortest(run):
                continue
            for at in places:
                where = found.setdefault(run[at : at + length], [])
                if not where or where[-1] != number:
                    where.append(number)
    return found


def _shortest(run: Run) -> int:
    """How long a phrase of a run is at least."""
    return _SHORTEST_HAN if isinstance(run, str) else 1


def _phrase(gram: Run, passages: Sequence[int]) -> Phrase:
    if isinstance(gram, str):
        return Phrase(gram, len(gram), tuple(passages))
    return Phrase(" ".join(gram), 2 * len(gram), tuple(passages))


def _may_stand_alone(gram: Run) -> bool:
    """Whether a phrase says something, and begins and ends as a phrase does."""
    if isinstance(gram, str):
        edges = link_words().edges
        return len(gram) >= _SHORTEST_HAN and gram[0] not in edges and gram[-1] not in edges
    return _tells(gram[0]) and _tells(gram[-1])


def _tells(word: str) -> bool:
    return len(word) >= _TELLING_WORD and word not in link_words().english


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _TELLING_WORD and word.endswith("s") and not word.endswith("ss") else word
