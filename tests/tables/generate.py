"""Writes the package's tables from their sources: `python -m tests.tables.generate`."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import opencc
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

_PACKAGE = Path(__file__).parents[2] / "tourview"
FOLD_TABLE = _PACKAGE / "report" / "fold.txt"
PINYIN_TABLE = _PACKAGE / "search" / "pinyin.txt"

_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32400))
"""Extension A, the unified ideographs, the compatibility ideographs, and the supplementary and tertiary planes."""

_HEAD = """\
# Traditional characters, and under each the simplified one it is compared as.
# Made by `python -m tests.tables.generate` from OpenCC's t2s, one character at a time. OpenCC: Apache License 2.0.
"""


def simplified_characters() -> dict[str, str]:
    """Each ideograph that OpenCC turns into one other character when it stands alone, and that character.

    Where OpenCC would turn the other character into a third, the third is taken: folding twice must change nothing.
    """
    convert = opencc.OpenCC("t2s").convert
    single = {}
    for code in (code for block in _IDEOGRAPHS for code in block):
        character = chr(code)
        other = convert(character)
        if other != character and len(other) == 1:
            single[character] = other
    for character, other in single.items():
        final = other
        while final in single:
            final = single[final]
        single[character] = final
    return single


def fold_table() -> str:
    """The contents of `fold.txt`."""
    pairs = simplified_characters()
    return f"{_HEAD}{''.join(pairs)}\n{''.join(pairs.values())}\n"


_PINYIN_HEAD = """\
# Syllables of pinyin without tones (v for ü), and the characters that are read so, simplified ones only.
# Made by `python -m tests.tables.generate` from pypinyin's dictionaries. pypinyin: MIT License.
"""
_GB2312 = range(0xB0, 0xF8)  # the first bytes of its ideographs, the 6,763 characters that plain text is made of
_VOWELS = frozenset("aeiouv")  # the grunts without one, 嗯 as n, are nothing that anybody looks for
_FEWEST, _SHARE = 3, 0.03
"""How many words, and which share of its words, a character must be read so in, for a reading to count."""


def pinyin_table() -> str:
    """The contents of `pinyin.txt`."""
    spoken = _readings_in_words()
    characters: dict[str, list[str]] = defaultdict(list)
    for character in sorted({*_plain_characters(), *spoken}):
        for syllable in _readings(character, spoken.get(character, Counter())):
            characters[syllable].append(character)
    lines = (f"{syllable} {''.join(characters[syllable])}\n" for syllable in sorted(characters))
    return _PINYIN_HEAD + "".join(lines)


def _plain_characters() -> Iterator[str]:
    for first in _GB2312:
        for second in range(0xA1, 0xFF):
            yield from bytes((first, second)).decode("gb2312", "ignore")


def _readings_in_words() -> Mapping[str, Counter[str]]:
    """How often each simplified character is read in each way, over all words of the dictionary."""
    traditional = simplified_characters()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for word, readings in PHRASES_DICT.items():
        if len(word) == len(readings):
            for character, (reading, *_others) in zip(word, readings, strict=True):
                if ord(character) in PINYIN_DICT and character not in traditional:
                    found[character][_without_tone(reading)] += 1
    return found


def _readings(character: str, spoken: Counter[str]) -> list[str]:
    """The first reading that the dictionary of characters gives, and those that words often have."""
    known = [_without_tone(reading) for reading in PINYIN_DICT.get(ord(character), "").split(",") if reading]
    total = spoken.total()
    often = [syllable for syllable, count in spoken.items() if count >= _FEWEST and count >= _SHARE * total]
    found = {*known[:1], *often}
    return sorted(syllable for syllable in found if syllable.isascii() and _VOWELS.intersection(syllable))


def _without_tone(reading: str) -> str:
    decomposed = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


if __name__ == "__main__":
    for table, contents in ((FOLD_TABLE, fold_table()), (PINYIN_TABLE, pinyin_table())):
        table.write_text(contents, "utf-8")
        print(f"{table.name}: {table.stat().st_size} bytes")
