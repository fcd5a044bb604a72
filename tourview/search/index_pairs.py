"""The pairs of neighbouring Chinese characters that an index has, and how often: what pinyin may stand for in it.

Characters are numbered by their sound, so that those of a syllable, whole or begun, are a few runs of numbers, and the
pairs that two syllables stand for are found without going through the others. A pair is its numbers side by side.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import add

from tourview.search.pinyin import sounds

_BASE = 1 << 13
"""More than there are characters with a sound."""
_COUNT = "INSERT INTO pairs VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET times = times + excluded.times"
_KNOWN = f"""
SELECT p.id, p.times FROM json_each(?) CROSS JOIN pairs p
ON p.id BETWEEN json_each.value * {_BASE} + ? AND json_each.value * {_BASE} + ? WHERE p.times > 0
"""


def pairs(text: str) -> Iterator[str]:
    """Every two neighbouring code points of a text, each time they occur."""
    return map(add, text, text[1:])


def count_pairs(connection: sqlite3.Connection, counted: Counter[str]) -> None:
    """Add to the times that pairs occur; negative ones are taken away. Those without a sound are passed over."""
    number = _numbers()
    changed = [
        (number[pair[0]] * _BASE + number[pair[1]], times)
        for pair, times in counted.items()
        if times and pair[0] in number and pair[1] in number
    ]
    changed.sort()
    connection.executemany(_COUNT, changed)


def known_pairs(connection: sqlite3.Connection, left: str, right: str) -> dict[str, int]:
    """The pairs of one of the characters `left` and one of `right` that the index has, and how often."""
    first = _listed(left)
    found: dict[str, int] = {}
    for low, high in _runs(right):
        found.update(_spelled(connection.execute(_KNOWN, (first, low, high))))
    return found


def following(connection: sqlite3.Connection, characters: str, limit: int) -> dict[str, int]:
    """The most frequent pairs that begin with one of the characters, and how often the index has them."""
    ordered = f"{_KNOWN} ORDER BY p.times DESC, p.id LIMIT ?"
    return dict(_spelled(connection.execute(ordered, (_listed(characters), 0, _BASE - 1, limit))))


def _listed(characters: str) -> str:
    """The numbers of the characters that have one, ascending, as `_KNOWN` takes them."""
    return json.dumps([number for low, high in _runs(characters) for number in range(low, high + 1)])


def _spelled(rows: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """The pairs of some numbers, each with its times."""
    known = _characters()
    return ((known[number // _BASE] + known[number % _BASE], times) for number, times in rows)


@cache
def _characters() -> tuple[str, ...]:
    return tuple(sorted(sounds(), key=lambda character: (sounds()[character], character)))


@cache
def _numbers() -> dict[str, int]:
    return {character: number for number, character in enumerate(_characters())}


@lru_cache(maxsize=256)
def _runs(characters: str) -> list[tuple[int, int]]:
    """The numbers of the characters that have one: from and to, ascending."""
    known = _numbers()
    runs: list[tuple[int, int]] = []
    for number in sorted({known[character] for character in characters if character in known}):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
