"""The words that tell little of what a passage is about, read from `link_words.toml` beside this module."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("link_words.toml")


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The words of `link_words.toml`, to be held against folded text.

    Attributes:
        edges: The characters that no phrase begins or ends with.
        parting: These, and those beside which a phrase may begin or end.
        counted: A numeral with the word it counts by.
        common: Words that official prose has everywhere.
        covering: The same as a pattern, longer ones first.
        english: The same in English, without the ending of a plural.
    """

    edges: frozenset[str]
    parting: frozenset[str]
    counted: re.Pattern[str]
    common: frozenset[str]
    covering: re.Pattern[str]
    english: frozenset[str]


@cache
def link_words() -> LinkWords:
    """The words, read once."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    edges = table["edges"]
    common = frozenset(table["common"]["words"])
    longest_first = sorted(common, key=lambda word: (-len(word), word))
    return LinkWords(
        edges=frozenset(edges["never"]),
        parting=frozenset(edges["never"] + edges["beside"]),
        counted=re.compile(f"[一二两三四五六七八九十几数每各这那][{edges['counters']}]"),
        common=common,
        covering=re.compile("|".join(map(re.escape, longest_first))),
        english=frozenset(table["english"]["words"]),
    )
