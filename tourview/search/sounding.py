"""Where a report reads as a term sounds: the occurrences that only pinyin finds."""

import re
from collections.abc import Callable, Iterable, Iterator

from tourview.report import Span
from tourview.search.folded import CHUNK
from tourview.search.pinyin import initials, spoken
from tourview.search.query import Term

_LONGEST = 64
"""The most code points that a pattern of pinyin matches: it has no more syllables than letters."""


def sound_of(term: Term) -> re.Pattern[str] | None:
    """The pattern of what the term stands for as pinyin; None where it is none, or is in quotation marks."""
    return None if term.quoted or len(term.parts) > 1 else spoken(term.parts[0])


def initials_of(term: Term) -> re.Pattern[str] | None:
    """The pattern of what the term stands for as a row of initials; None where it is none, or is pinyin."""
    if term.quoted or len(term.parts) > 1 or spoken(term.parts[0]):
        return None
    return initials(term.parts[0])


def sounding(
    text: str, pattern: re.Pattern[str], stretches: Iterable[Span], tick: Callable[[int], None]
) -> Iterator[Span]:
    """The spans that the pattern matches in each stretch of folded text, none overlapping the one before.

    Args:
        text: The folded text.
        pattern: As `sound_of` or `initials_of` gives it.
        stretches: Where, from left to right; a match lies whole in one of them.
        tick: Told how many more code points were looked through; may raise to end the search.
    """
    for begin, end in stretches:
        behind = begin
        for start in range(begin, end, CHUNK):
            limit = min(start + CHUNK, end)
            for found in pattern.finditer(text, max(start, behind), min(limit + _LONGEST, end)):
                if found.start() >= limit:
                    break
                behind = found.end()
                yield found.span()
            tick(limit - start)


def in_stretches(text: str, pattern: re.Pattern[str], stretches: Iterable[Span]) -> Iterator[Span]:
    """The spans that the pattern matches in each of the stretches of folded text."""
    for start, end in stretches:
        for found in pattern.finditer(text, start, end):
            yield found.span()
