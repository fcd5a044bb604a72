"""One name written in two ways: 富士康 and 富土康, 曹县 and 漕县, Northport and Nortport.

Two words that differ in one character are mostly two words. They count as one name only where the characters are taken
for one another, by shape or sound (`lookalikes.txt`), and what stands around them is the same; the rarer of the two is
flagged, the later where both are as rare. A reader is to be told of few, and rightly.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, takewhile
from pathlib import Path

from tourview.report import Progress, Span
from tourview.structure.portions import matches

_FILE = Path(__file__).with_name("lookalikes.txt")
_LOOKED_THROUGH = 1 << 21
"""Code points of the text in which variants are looked for: what a context is held in takes memory."""
_MOST = 99  # variants in one text; more are no slips
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_REST_OF_NAME = re.compile(
    "(?:(?![的了和与及在是有为对把将从到等其这那各每个也都就还又不中上下两])[\u4e00-\u9fff]){2,4}?"
    "(?=公司|集团|有限|股份|合作社|厂|场|学校|医院|酒店|景区|街道|[村镇县市区乡])"
)
_PLACE = frozenset("省市县区州盟旗镇乡村港")
_FUNCTION = frozenset("的了和与及在是有为以对把将被从到等其这那各每个也都就还又不要中上下一二三四五六七八九十两年月日")
_NAME_LATIN = re.compile(r"(?<![\w'’-])[A-Z][a-z]{4,20}(?![\w])")
_BEFORE_NAME = frozenset("赴到往去访在自由从对与和及向学看")
_RARE = 2  # times that a slip may be repeated
_NAMES = 20_000  # Latin names that are looked at
_OFTEN_LOOKED_AT = 500
_OFTEN = 3  # times that the right form of a Latin name stands, for one unlike it to be a slip


@dataclass(slots=True)
class _Seen:
    """A way of writing: where it stands first, and how often."""

    first: Span
    count: int = 0


@cache
def _groups() -> dict[str, dict[str, str]]:
    """The group of each character: among those of names, of prose, and of the sounds that open names."""
    tables: dict[str, dict[str, str]] = {"names": {}, "prose": {}, "sounds": {}}
    table = tables["names"]
    for line in _FILE.read_text("utf-8").splitlines():
        if line in tables:
            table = tables[line]
        elif line and not line.startswith("#"):
            table.update(dict.fromkeys(line, table.get(line[0], line)))
    return tables


def variants(text: str, holds: Callable[[int], int | None], progress: Progress | None = None) -> Iterator[Span]:
    """The words that are likely another way of writing a name that the text has elsewhere.

    Args:
        text: The source; its first two million code points are looked through.
        holds: The number of the block that an offset is a word of, or None for what is no word of the report.
        progress: Told the share done; may raise to cancel.
    """
    looked = text if len(text) <= _LOOKED_THROUGH else text[:_LOOKED_THROUGH]
    found = sorted({*_chinese_variants(looked, holds, progress), *_latin_variants(looked, holds)})
    number = 0
    behind = 0
    for start, end in found:
        if start >= behind and number < _MOST:
            yield start, end
            behind, number = end, number + 1


def _chinese_variants(text: str, holds: Callable[[int], int | None], progress: Progress | None) -> Iterator[Span]:
    groups = _groups()
    contexts: dict[str, dict[str, _Seen]] = {}
    pattern = re.compile(f"[{''.join(sorted(set(chain(*groups.values()))))}]")
    for found in matches(pattern, text, progress):
        at = found.start()
        if holds(at) is None:
            continue
        for group, span in _words_around(text, at, groups):
            key = f"{text[span[0] : at]}{group}{text[at + 1 : span[1]]}"
            contexts.setdefault(key, {}).setdefault(found[0], _Seen(span)).count += 1
    return _rarer(contexts.values())


def _words_around(text: str, at: int, groups: dict[str, dict[str, str]]) -> Iterator[tuple[str, Span]]:
    """The words around a character that are held against one another, with its group."""
    char = text[at]
    before, after, further = _han(text, at - 1), _han(text, at + 1), _han(text, at + 2)
    if char in groups["names"]:
        if before and after and not {before, after} & _FUNCTION:
            yield groups["names"][char], (at - 1, at + 2)
        if before == "" or before in _BEFORE_NAME:
            if after in _PLACE:
                yield groups["names"][char], (at, at + 2)
            elif further in _PLACE and after not in _FUNCTION:
                yield groups["names"][char], (at, at + 3)
    elif char in groups["prose"] and before and after and further and not {before, after, further} & _FUNCTION:
        yield groups["prose"][char], (at - 1, at + 3)
    if char in groups["sounds"] and (rest := _REST_OF_NAME.match(text, at + 1)):
        yield groups["sounds"][char], (at, rest.end())


def _han(text: str, at: int) -> str:
    """The character there, if it is a Chinese one; else ""."""
    char = text[at : at + 1] if at >= 0 else ""
    return char if _HAN.match(char) else ""


def _rarer(contexts: Iterable[dict[str, _Seen]]) -> Iterator[Span]:
    """Where the rarer of two ways stands, and the later of two that are as rare."""
    for ways in contexts:
        if len(ways) < 2:
            continue
        usual = max(ways.values(), key=lambda seen: (seen.count, -seen.first[0]))
        for seen in ways.values():
            if seen is not usual and seen.count <= _RARE:
                yield seen.first


def _latin_variants(text: str, holds: Callable[[int], int | None]) -> Iterator[Span]:
    words: dict[str, _Seen] = {}
    for found in matches(_NAME_LATIN, text):
        if len(words) < _NAMES and holds(found.start()) is not None:
            words.setdefault(found[0], _Seen(found.span())).count += 1
    often = [word for word, seen in words.items() if seen.count >= _OFTEN][:_OFTEN_LOOKED_AT]
    by_initial: dict[str, list[str]] = {}
    for word in often:
        by_initial.setdefault(word[0], []).append(word)
    for word, seen in words.items():
        if seen.count == 1 and any(_is_slip(word, right) for right in by_initial.get(word[0], ())):
            yield seen.first


def _is_slip(word: str, right: str) -> bool:
    """Whether a word is the other with one letter changed, left out, doubled or moved before its last two."""
    if abs(len(word) - len(right)) > 1 or word[-2:] != right[-2:]:
        return False
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(word, right, strict=False)))
    rest, wanted = word[same:], right[same:]
    moved = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or moved


def other_ways(text: str, word: str) -> tuple[str, ...]:
    """How the text writes a word elsewhere, by the characters that are taken for one another.

    Args:
        text: The source.
        word: A word that `variants` found in it.
    """
    groups = _groups().values()
    chars = [(place, other) for place, char in enumerate(word) for group in groups for other in group.get(char, "")]
    ways = (word[:place] + other + word[place + 1 :] for place, other in chars)
    return tuple(dict.fromkeys(way for way in ways if way != word and way in text))
