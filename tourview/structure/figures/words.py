"""The words that tell key figures from other numbers, read from `figures.toml` beside this module."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tourview.report import fold
from tourview.report.measures import measures

_FILE = Path(__file__).with_name("figures.toml")
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
PLACES = ("部门", "省", "市", "县", "区", "乡", "镇", "街道", "村", "国", "校")
"""Nouns that a number in Arabic digits may count without a measure word: 覆盖16县."""

_PLAIN = (
    *("%", "个百分点", "倍", "元", "美元", "亩", "公顷", "公里", "平方米", "平方公里", "立方米", "吨", "千瓦"),
    *("人", "名", "户", "家", "所", "座", "台", "辆"),
)
"""The commonest measure words, none of which structure talk, an ordinal or a date has; longer words begin with some."""
_AFTER_DIGITS = frozenset((*PLACES, "角", "方", "字", "度", "里", "分", "门", "面", "回", "口", "克", "升", "下"))
"""What is a word of its own behind a Chinese numeral: 三角, 四方, 三门."""


@dataclass(frozen=True, slots=True)
class OneStarts:
    """What one looks at first where 一 stands, since it hardly ever counts.

    Attributes:
        after: The characters of which one stands before it where it counts because of what stands before it.
        followed: What may follow it, as a pattern, where it counts because of that or begins a turn of speech.
    """

    after: str
    followed: str


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of `figures.toml`, to be held against folded text.

    Attributes:
        first: The first characters of measure words and units.
        plain: The commonest measure words and units, which alone tell a count, as a pattern.
        after_digits: The measure words and units that Arabic digits go with, those in Latin letters included.
        after_numerals: Those that Chinese numerals go with.
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
        one_starts: Where 一 may begin a count at all.
    """

    first: str
    plain: str
    after_digits: re.Pattern[str]
    after_numerals: re.Pattern[str]
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
    one_starts: OneStarts


@cache
def figure_words() -> FigureWords:
    """The words, read once."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    groups = {name: words for name, words in measures().items() if name not in ("calendar", "english")}
    latin = {fold(word): word for words in groups.values() for word in words if word[0].isascii() and word != "%"}
    every = {fold(word) for words in groups.values() for word in words}
    not_before = table["not_before"]
    talk, window = table["talk"], table["window"]
    return FigureWords(
        first="".join(sorted({word[0] for word in (*every, *PLACES, "大")})),
        plain=_measuring({word for word in every if word.startswith(_PLAIN)}, not_before),
        after_digits=re.compile(_measuring(every | {*PLACES}, not_before)),
        after_numerals=re.compile(_measuring((every | {"大"}) - latin.keys() - _AFTER_DIGITS, not_before)),
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
        one_starts=_one_starts(table),
    )


def _one_starts(table: Mapping[str, Any]) -> OneStarts:
    """Where 一 may begin a count, looked for in one go: all that `counting.counts_one` may take, and more."""
    one = table["one"]
    before = {word[-1] for word in (*one["before"], *one["times_before"], "了", "到", "得", "有")}
    idioms = [word[1:] for word in table["idioms"]["words"] if word.startswith("一")]
    timed = f"{_HAN}{{1,3}}?(?:半|多|的?时间|以上|以内|之内|左右|内)"
    return OneStarts("".join(sorted(before)), f"{_any_of((*one['units'], *idioms))}|{timed}")


def _measuring(words: Iterable[str], not_before: Mapping[str, str]) -> str:
    """A pattern for the longest of the words, by their first character to be quick, none where it begins another."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        after = "[a-z0-9]" if word.isascii() and word != "%" else f"[{re.escape(not_before.get(word, ''))}]"
        rest = re.escape(word[1:]) + (f"(?!{after})" if after != "[]" else "")
        found.setdefault(word[0], []).append(rest)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in found.items())


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
