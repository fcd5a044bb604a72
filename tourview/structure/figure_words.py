"""The words that tell key figures from other numbers, read from `figures.toml` beside this module."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tourview.report import fold
from tourview.report.measures import measures

_FILE = Path(__file__).with_name("figures.toml")
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
PLACES = ("部门", "省", "市", "县", "区", "乡", "镇", "街道", "村", "国", "校")
"""Nouns that a number in Arabic digits may count without a measure word: 覆盖16县."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of `figures.toml`, to be held against folded text.

    Attributes:
        measures: The measure words and units by their first character, the longer ones first.
        not_before: The characters before which a measure word is none, by measure word.
        durations: The units of time.
        counting: The measure words of things and people.
        latin: The units in Latin letters as they are written, by their folded form.
        talk_units: The measure words after which `talk` decides.
        talk: What makes a small number structure talk, from behind its measure word.
        window: What makes a stretch of time a time, before and behind it.
        idioms: Turns of speech, each with where its number may begin in it.
        one_units: The measure words that 一 counts.
        one_before: What makes 一 a count, right before it.
        timed_before: What makes 一 and a unit of time a length of time.
    """

    measures: Mapping[str, tuple[str, ...]]
    not_before: Mapping[str, str]
    durations: frozenset[str]
    counting: frozenset[str]
    latin: Mapping[str, str]
    talk_units: frozenset[str]
    talk: re.Pattern[str]
    window_before: re.Pattern[str]
    window_after: re.Pattern[str]
    idioms: re.Pattern[str]
    one_units: frozenset[str]
    one_before: re.Pattern[str]
    timed_before: re.Pattern[str]


@cache
def figure_words() -> FigureWords:
    """The words, read once."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    groups = {name: words for name, words in measures().items() if name not in ("calendar", "english")}
    latin = {fold(word): word for words in groups.values() for word in words if word[0].isascii() and word != "%"}
    every = [fold(word) for words in groups.values() for word in words]
    talk, window = table["talk"], table["window"]
    return FigureWords(
        measures=_by_first([*every, *PLACES, "大"]),
        not_before=table["not_before"],
        durations=frozenset(groups["time"]) - {"岁", "周岁"},
        counting=frozenset((*groups["thing"], *groups["people"])),
        latin=latin,
        talk_units=frozenset(talk["units"]),
        talk=re.compile(
            f"(?:{_any_of(talk['openings'])})|(?:(?!的){_HAN}){{0,6}}?(?:{_any_of(talk['endings'])})(?!{_HAN})"
        ),
        window_before=re.compile(f"(?:{_any_of(window['before'])})$"),
        window_after=re.compile(f"的?(?:{_any_of(window['after'])})"),
        idioms=re.compile(_any_of(table["idioms"]["words"])),
        one_units=frozenset(table["one"]["units"]),
        one_before=re.compile(f"(?:{_any_of(table['one']['before'])})了?$"),
        timed_before=re.compile(f"(?:{_any_of(table['one']['times_before'])})$"),
    )


def _by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(word)
    return {first: tuple(sorted(group, key=lambda word: (-len(word), word))) for first, group in found.items()}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
