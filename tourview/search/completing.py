"""What a person may be about to type: words of the text that go on from the letters, or that the letters stand for."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tourview.report import fold
from tourview.search.pinyin import initials, spoken

_LONGEST = 8
"""Characters of the longest word that is offered."""
_MOST_PLACES = 20_000
"""Places of the text that are looked at: the commonest words are among any twenty thousand."""
_HAN = re.compile("[\u3400-\u9fff]+")
_LETTERS = re.compile(r"[a-z][a-z'-]*")
_LAST_WORD = r"[^\s\"“”「」|:：@-]+\Z"
_NO_END = frozenset("的地得了着和与及或在是为于以从对把被将要这那其之而")
"""Characters that words rarely end in."""
_FEWEST = 2
"""Times that letters go on in the same way, for that way to be a word."""


class Completion(NamedTuple):
    """A word and how many times the text has it."""

    word: str
    times: int


def last_word(typed: str) -> str:
    """The word that is being typed: what stands after the last blank or sign of the query."""
    found = re.search(_LAST_WORD, typed)
    return found[0] if found else ""


def completions(text: str, word: str, limit: int = 8) -> list[Completion]:
    """What a word that is being typed may become, the most frequent first, and in the order of the text among equals.

    Letters that are pinyin (`zhaosh`) or a row of initials (`zsyz`) become the characters they stand for. Characters go
    on to the words that begin with them; Latin letters to whole words.

    Args:
        text: Folded.
        word: The word, as typed.
        limit: The most that are told.
    """
    begun = fold(word)
    if not begun:
        return []
    found = Counter(_counted(text, begun))
    found.pop(begun, None)
    return [Completion(*pair) for pair in found.most_common(limit)]


def _counted(text: str, begun: str) -> Iterator[str]:
    """Every occurrence of what the letters stand for or go on to."""
    pattern = spoken(begun) or initials(begun)
    if pattern is not None:
        for _number, found in zip(range(_MOST_PLACES), _overlapping(pattern, text), strict=False):
            yield found
    if begun.isascii():
        for _number, match in zip(range(_MOST_PLACES), _words(text, begun), strict=False):
            yield match
    elif _HAN.fullmatch(begun):
        yield from _goings_on(text, begun)


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    at = 0
    while (found := pattern.search(text, at)) is not None:
        yield found[0]
        at = found.start() + 1


def _words(text: str, begun: str) -> Iterator[str]:
    """The Latin words that begin so."""
    at = text.find(begun)
    while at >= 0:
        word = _LETTERS.match(text, at)
        if word and (at == 0 or not text[at - 1].isalnum()):
            yield word[0]
        at = text.find(begun, at + 1)


def _goings_on(text: str, begun: str) -> Iterator[str]:
    """Each occurrence of the words that go on from the characters: the longest that are as frequent as any part."""
    counts: Counter[str] = Counter()
    for following in _following(text, begun):
        counts.update(following[:length] for length in range(1, len(following) + 1))
    longer: dict[str, int] = {}
    for ending, count in counts.items():
        longer[ending[:-1]] = max(count, longer.get(ending[:-1], 0))
    for ending, count in counts.items():
        if count >= _FEWEST and longer.get(ending, 0) < count and ending[-1] not in _NO_END:
            yield from [begun + ending] * count


def _following(text: str, begun: str) -> Iterator[str]:
    """What follows the characters wherever they stand, as far as a word may go."""
    at = text.find(begun)
    for _number in range(_MOST_PLACES):
        if at < 0:
            return
        end = at + len(begun)
        run = _HAN.match(text, end, end + max(1, _LONGEST - len(begun)))
        if run:
            yield run[0]
        at = text.find(begun, at + 1)
