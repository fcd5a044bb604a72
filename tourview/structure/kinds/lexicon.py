"""The words that tell a section's kind, read from `kinds.toml` beside this module."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tourview.report import Kind

_FILE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `kinds.toml`; the patterns are to be matched against folded text.

    Attributes:
        words: Each kind's words, anywhere in a heading.
        endings: Each kind's words at the end of a heading, those of `words` included.
        beginnings: The first two characters of every word: most headings have none of them.
        remedied: A gap word that a verb of remedy governs.
        action: A verb of action that opens the heading.
        introducing: Words of an undertaking in a sentence that introduces a list.
        joint: What joins two words of a heading into one that tells two kinds, right after the first of them.
    """

    words: Mapping[Kind, re.Pattern[str]]
    endings: Mapping[Kind, re.Pattern[str]]
    beginnings: frozenset[str]
    remedied: re.Pattern[str]
    action: re.Pattern[str]
    introducing: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    tails = f"(?:{_any_of(table['tail']['words'])})*"
    words = {kind: re.compile(_any_of(table[kind]["words"])) for kind in Kind}
    endings = {
        kind: re.compile(f"(?:{_any_of([*table[kind]['words'], *table[kind]['ending']])}){tails}[)）]?$")
        for kind in Kind
    }
    gap_words = _any_of([*table[Kind.GAP]["words"], *table[Kind.GAP]["ending"]])
    every_word = [word for kind in Kind for word in (*table[kind]["words"], *table[kind]["ending"])]
    joints = "|".join(re.escape(word) for word in table["joint"]["words"])
    return Lexicon(
        words,
        endings,
        frozenset(word[:2] for word in every_word),
        re.compile(f"(?:{_any_of(table['remedy']['verbs'])})(?:[^、，,]{{0,12}}?)(?:{gap_words})"),
        re.compile(f"(?:{_any_of(table['action']['verbs'])})"),
        re.compile(_any_of(table["introducing"]["commitment"])),
        re.compile(rf"{tails}\s?(?:{joints})"),
    )


def _any_of(words: list[str]) -> str:
    """A pattern for any of the words, longer ones first; Latin words only whole."""
    return "|".join(_pattern(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _pattern(word: str) -> str:
    escaped = re.escape(word)
    return rf"\b{escaped}\b" if word.isascii() and word == word.strip() else escaped
