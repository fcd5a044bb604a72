"""The words around a figure that tell what it measures and whose it is, read from `words.toml` beside this module."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class AccountWords:
    """The words of `words.toml`, to be held against folded text.

    Attributes:
        opening: What opens a clause and is no part of what is measured.
        verbs: A verb that governs what is measured.
        closing: What stands between what is measured and the figure.
        noun: What is counted, behind a figure.
        place: What a name of a place ends in, not inside a longer word.
        generic: What ends so and names no place.
        ours: Whom a report means by itself.
        body: A name of an enterprise or an institution.
        not_names: Words of two characters that no name is.
        before: Characters that stand right before a name.
        words_before: Words of two characters that do.
    """

    opening: re.Pattern[str]
    verbs: re.Pattern[str]
    closing: re.Pattern[str]
    noun: re.Pattern[str]
    place: re.Pattern[str]
    generic: frozenset[str]
    ours: re.Pattern[str]
    body: re.Pattern[str]
    not_names: frozenset[str]
    before: frozenset[str]
    words_before: frozenset[str]


@cache
def account_words() -> AccountWords:
    """The words, read once."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    places = table["places"]
    return AccountWords(
        opening=re.compile(rf"(?:{_any_of(table['opening']['words'])}|\d{{4}}年(?:以来)?|\d{{1,2}}月(?:份|底)?)(?=..)"),
        verbs=re.compile(f"(?:{_any_of(table['opening']['verbs'])})了?(?=..)"),
        closing=re.compile(f"(?:{_any_of(table['closing']['words'])})$"),
        noun=re.compile(
            rf"(?:的|因此|就(?![业医学餐读诊])|即|便(?![民利道])){{0,2}}(?P<noun>(?:[\u4e00-\u9fff]|\"[^\"，。；]{{1,12}}\"){{1,10}}?)"
            rf"(?={_any_of(table['ending']['words'])}|[^\u4e00-\u9fff\"]|$)"
        ),
        place=re.compile(f"(?:{_any_of(places['suffixes'])})(?!{_any_of(places['inside'])})"),
        generic=frozenset(places["generic"]),
        ours=re.compile(f"(?:{_any_of(places['ours'])})(?!{_any_of(places['inside'])})"),
        body=re.compile(f"[\u4e00-\u9fff]{{2,8}}?(?:{_any_of(places['bodies'])})"),
        not_names=frozenset(places["not_names"]),
        before=frozenset(places["before"]),
        words_before=frozenset(places["words_before"]),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
