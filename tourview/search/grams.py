"""What an index knows a text by: its characters and its pairs of neighbouring characters.

Every word of a text can be told by them without knowing where words begin: a text that holds a word holds all its
pairs. (The reverse does not hold, so that whatever an index offers is looked at once more.) Pairs do not reach over
blanks, since a word has none.

A gram is spelled so that SQLite's `ascii` tokenizer, which parts words at ASCII signs and blanks and lets everything
else be, takes it for one word: ASCII signs move to the private use area.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from operator import add

from tourview.search.folded import CHUNK
from tourview.search.pinyin import sounds, syllables

HEADED = "\ue000"
"""Before a gram that stands in a heading."""
BEGINNING = "\ue001"
"""Before a pair of letters that the syllables of two neighbouring characters of a heading begin with."""
_SIGNS = 0xE100
_RESERVED = range(0xE000, 0xE200)
_SURROGATES = range(0xD800, 0xE000)
_UNKNOWN = 0xFFFD
_MOST = 16
"""Grams of a word that are asked for: more do not tell it better."""


class _Spelling(dict[int, int]):
    """How each code point is spelled; fills itself as code points are met."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        if code in _RESERVED or code in _SURROGATES:
            spelled = _UNKNOWN
        elif code < 0x80 and not char.isalnum() and not char.isspace():
            spelled = _SIGNS + code
        else:
            spelled = code
        self[code] = spelled
        return spelled


_SPELLING = _Spelling()


def grams(text: str) -> set[str]:
    """The characters of folded text and its pairs of neighbouring characters, spelled; without blanks."""
    found: set[str] = set()
    for begin in range(0, len(text), CHUNK):
        for run in text[begin : begin + CHUNK + 1].translate(_SPELLING).split():
            found.update(run)
            found.update(map(add, run, run[1:]))
    return found


def word_grams(word: str) -> tuple[str, ...]:
    """The grams that tell a folded word without blanks: itself if it is one character, else its pairs."""
    spelled = word.translate(_SPELLING)
    if len(spelled) == 1:
        return (spelled,)
    return tuple(dict.fromkeys(map(add, spelled[:_MOST], spelled[1 : _MOST + 1])))


def beginnings(text: str) -> set[str]:
    """For each two neighbouring Chinese characters of folded text, the letters that their syllables may begin with."""
    letters = _letters()
    rows = [letters.get(character, "") for character in text]
    return {first + second for left, right in pairwise(rows) for first in left for second in right}


def passage_grams(own: str, broken: Iterable[str], heading: str) -> set[str]:
    """The grams of a section.

    Args:
        own: The text of its own span, folded.
        broken: Its passages whose words the source breaks, as they read, folded.
        heading: Its heading's words, folded.
    """
    found = grams(own)
    for passage in broken:
        found |= grams(passage)
    found.update(HEADED + gram for gram in grams(heading))
    found.update(BEGINNING + pair for pair in beginnings(heading))
    return found


@cache
def _letters() -> dict[str, str]:
    """The letters that the syllables of each character begin with."""
    names = syllables()
    return {
        character: "".join(dict.fromkeys(names[number][0] for number in numbers))
        for character, numbers in sounds().items()
    }
