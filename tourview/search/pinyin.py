"""Pinyin, as it is typed on a keyboard without Chinese input: which characters `zhaoshang` or `zsyz` stands for.

A word of Latin letters becomes a pattern over folded text: a class of characters for each syllable, every way of
cutting the letters into syllables tried. So every offset stays an offset of the text, a character with two readings
(行: xing, hang) is found by either, and pinyin may be mixed with characters. Tones are not typed; ü is v, too; xi'an
may part its syllables. The table comes from pypinyin; see `tests.tables`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, product
from pathlib import Path

_TABLE = Path(__file__).with_name("pinyin.txt")
_LONGEST = 48  # letters: beyond it nobody means pinyin
_MOST_WAYS = 64  # ways of cutting the letters that are tried
_LONGEST_SYLLABLE = 6
_RUNS = r"[a-zü]+(?:'[a-zü]+)*|[\u3400-\u9fff]+"
_ALIASES = (("ü", "v"), ("lue", "lve"), ("nue", "nve"))
_FEWEST_INITIALS = 2


@lru_cache(maxsize=256)
def spoken(word: str) -> re.Pattern[str] | None:
    """The pattern of what a word stands for when it is read as pinyin, to be matched against folded text.

    Args:
        word: Folded. Letters, which may be mixed with Chinese characters (`zhaoshang引资`); where they cannot be cut
            into whole syllables, the last may be begun only (`zhaosh`).

    Returns:
        The pattern; None where the word is no pinyin.
    """
    parts: list[str] = []
    for ways in _cut(word) or ():
        choices = ["".join(f"[{characters_of(unit)}]" for unit in way) for way in ways]
        parts.append(choices[0] if len(choices) == 1 else "(?:" + "|".join(choices) + ")")
    return re.compile("".join(parts)) if parts else None


@lru_cache(maxsize=256)
def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """Every way to read what `spoken` takes for pinyin: a row of syllables, as letters, and of single characters.

    Args:
        word: Folded.

    Returns:
        The ways, 64 at the most, each as long as the words it stands for; `characters_of` tells what may stand at each
        place. Nothing where the word is no pinyin.
    """
    parts = _cut(word)
    if not parts:
        return ()
    return tuple(tuple(chain.from_iterable(ways)) for ways in islice(product(*parts), _MOST_WAYS))


def characters_of(unit: str) -> str:
    """The characters that a unit of a reading stands for: those of a syllable, whole or begun, or the character."""
    return unit if unit >= "\u3400" else _table().get(unit) or _beginning(unit)


@cache
def syllables() -> tuple[str, ...]:
    """Every syllable, in alphabetical order."""
    return tuple(sorted(_table()))


@cache
def sounds() -> Mapping[str, tuple[int, ...]]:
    """How each character may be read: places in `syllables`."""
    found: dict[str, list[int]] = {}
    for number, syllable in enumerate(syllables()):
        for character in _table()[syllable]:
            found.setdefault(character, []).append(number)
    return {character: tuple(numbers) for character, numbers in found.items()}


@lru_cache(maxsize=256)
def initials(word: str) -> re.Pattern[str] | None:
    """The pattern of the words whose syllables begin with the letters, one a letter: `zsyz` for 招商引资.

    Args:
        word: Folded.

    Returns:
        The pattern, to be matched against folded text; None where the word is not two letters or more, or one of them
        begins no syllable.
    """
    if not (_FEWEST_INITIALS <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return None
    classes = [_beginning(letter) for letter in word]
    return re.compile("".join(f"[{characters}]" for characters in classes)) if all(classes) else None


def _runs(word: str) -> Sequence[str] | None:
    """The word cut where letters meet characters; None if it has anything else, or no letters."""
    runs = re.findall(_RUNS, word)
    plain = sum(map(len, runs)) == len(word) <= _LONGEST and any(map(_is_latin, runs))
    return runs if plain else None


def _is_latin(run: str) -> bool:
    return run[0] < "\u3400"


def _cut(word: str) -> list[list[tuple[str, ...]]] | None:
    """For each run of the word the ways to read it; None if the word is no pinyin."""
    runs = _runs(word)
    if runs is None:
        return None
    last = len(runs) - 1
    parts = [
        _ways(run, unfinished=number == last) if _is_latin(run) else [tuple(run)] for number, run in enumerate(runs)
    ]
    return parts if all(parts) else None


def _ways(letters: str, *, unfinished: bool) -> list[tuple[str, ...]]:
    """Every way to cut the letters into syllables, those of more syllables first."""
    for spelling, plain in _ALIASES:
        letters = letters.replace(spelling, plain)
    whole = list(islice(_cuts(letters, False), _MOST_WAYS))
    cuts = whole or (list(islice(_cuts(letters, True), _MOST_WAYS)) if unfinished else [])
    cuts.sort(key=len, reverse=True)
    return cuts


def _cuts(letters: str, unfinished: bool) -> Iterator[tuple[str, ...]]:
    """Every way to cut the letters into syllables, of which the last may be begun only."""
    ends = _ends(letters, unfinished)

    def cuts_from(start: int) -> Iterator[tuple[str, ...]]:
        if start == len(letters):
            yield ()
        for end in ends[start] if start < len(letters) else ():
            for rest in cuts_from(end):
                yield (letters[start:end].strip("'"), *rest)

    return cuts_from(0)


def _ends(letters: str, unfinished: bool) -> list[list[int]]:
    """For each place, where a syllable that begins there may end, if from there the rest can be cut, too."""
    length = len(letters)
    ends: list[list[int]] = [[] for _letter in letters]
    for start in range(length - 1, -1, -1):
        for end in range(start + 1, min(start + _LONGEST_SYLLABLE + 1, length) + 1):
            syllable = letters[start:end].removeprefix("'")
            whole = syllable in _table() or (unfinished and end == length and bool(_beginning(syllable)))
            if whole and (end == length or ends[end]):
                ends[start].append(end)
    return ends


@cache
def _table() -> Mapping[str, str]:
    """The characters that are read as each syllable."""
    lines = (line for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return dict(line.split(" ", 1) for line in lines)


@cache
def _beginning(letters: str) -> str:
    """The characters whose syllable begins with the letters, each once."""
    if not letters:
        return ""
    found = (characters for syllable, characters in _table().items() if syllable.startswith(letters))
    return "".join(dict.fromkeys("".join(found)))
