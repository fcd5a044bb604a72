"""The words that tell a section's kind, read from `kinds.toml` beside this module."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tourview.report import Kind

_FILE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `kinds.toml` as compiled patterns, to be matched against folded text.

    Attributes:
        words: Each kind's words, anywhere in a heading.
        endings: Each kind's words at the end of a heading, those of `words` included.
        beginnings: The first two characters of every word: most headings have none of them.
        remedied: A gap word that a verb of remedy governs.
        action: A verb of action that opens the heading.
        commitment: Words of undertakings in running text.
        gap: Words of shortcomings in running text.
    """

    words: dict[Kind, re.Pattern[str]]
    endings: dict[Kind, re.Pattern[str]]
    beginnings: frozenset[str]
    remedied: re.Pattern[str]
    action: re.Pattern[str]
    commitment: re.Pattern[str]
    gap: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    tail = f"(?:{_any_of(table['tail']['words'])})*[)）]?$"
    words = {kind: re.compile(_any_of(table[kind]["words"])) for kind in Kind}
    endings = {
        kind: re.compile(f"(?:{_any_of([*table[kind]['words'], *table[kind]['ending']])}){tail}") for kind in Kind
    }
    gap_words = _any_of([*table[Kind.GAP]["words"], *table[Kind.GAP]["ending"]])
    every_word = [word for kind in Kind for word in (*table[kind]["words"], *table[kind]["ending"])]
    return Lexicon(
        words,
        endings,
        frozenset(word[:2] for word in every_word),
        re.compile(f"(?:{_any_of(table['remedy']['verbs'])})(?:[^、，,]{{0,12}}?)(?:{gap_words})"),
        re.compile(f"(?:{_any_of(table['action']['verbs'])})"),
        re.compile(_any_of(table["body"]["commitment"]["words"])),
        re.compile(_any_of(table["body"]["gap"]["words"])),
    )


def _any_of(words: list[str]) -> str:
    """A pattern for any of the words, longer ones first; Latin words only whole."""
    return "|".join(_pattern(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _pattern(word: str) -> str:
    escaped = re.escape(word)
    return rf"\b{escaped}\b" if word.isascii() and word == word.strip() else escaped
