"""Telling a number and its unit, typed with a blank between them, from two words."""

import re
from functools import cache
from itertools import pairwise

from tourview.report import fold
from tourview.report.measures import measures

_NUMBER = r"[¥$]?\d[\d,.]*[多余几来]?"
_SCALE = r"[多余几来]?(?P<scale>[十百千万亿]+|hundred|thousand|million|billion|trillion)?"


@cache
def units() -> frozenset[str]:
    """Measure words and units that official reports count in, folded."""
    return frozenset(fold(word) for words in measures().values() for word in words)


def loose_gaps(words: tuple[str, ...]) -> tuple[bool, ...]:
    """For each two neighbouring words, whether they are one quantity, so that the blank between them means nothing.

    They are if the first is a number and the second a scale (万, 亿, million), a unit, or a scale with a unit
    (万平方米); and if the first is the scale of such a quantity and the second its unit (`20 million yuan`).

    Args:
        words: Folded words without blanks.

    Returns:
        One value fewer than there are words; nothing for no word.
    """
    gaps: list[bool] = []
    for left, right in pairwise(words):
        if gaps and gaps[-1] and _is_scale(left):
            gaps.append(right in units())
        else:
            gaps.append(re.fullmatch(_NUMBER, left) is not None and _measures(right))
    return tuple(gaps)


def _is_scale(word: str) -> bool:
    match = re.fullmatch(_SCALE, word)
    return match is not None and match["scale"] is not None


def _measures(word: str) -> bool:
    """Whether the word can follow a number: a scale, a unit, or both and then a noun (亿元投资, but not 万州)."""
    match = re.match(_SCALE, word)
    rest = word[match.end() :] if match else word
    if word in units() or rest in units() or _is_scale(word):
        return True
    scaled = match is not None and match["scale"] is not None
    return scaled and any(rest[:length] in units() for length in range(1, len(rest)))
