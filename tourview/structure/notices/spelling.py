"""One name written in two ways: 富士康 and 富土康, 曹县 and 漕县, Northport and Nortport.

Two words that differ in one character are mostly two words. They count as one name only where the characters are taken
for one another, by shape or sound (`lookalikes.txt`), and what stands around them is the same; the rarer of the two is
flagged, the later where both are as rare. A reader is to be told of few, and rightly.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, islice, takewhile
from pathlib import Path

from tourview.readers.portions import between, matches
from tourview.report import Progress, Span

_FILE = Path(__file__).with_name("lookalikes.txt")
_LOOKED_THROUGH = 1 << 21
"""Code points of the text in which variants are looked for: what a context is held in takes memory."""
_MOST = 99  # variants in one text; more are no slips
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_FUNCTION = "的了和与及在是有为以对把被将从到等其这那各每个也都就还又不要中上下一二三四五六七八九十两年月日"
_WORD = re.compile(f"(?:(?![{_FUNCTION}])[\u3400-\u4dbf\u4e00-\u9fff]){{1,8}}")
_KIND_OF_NAME = re.compile(
    "(?=[公集有股合街景厂场镇村乡县市区州旗港])(?:公司|集团|有限|股份|合作社|街道|景区|[厂场镇村乡县市区州旗港])"
)
_NAME_LATIN = re.compile(r"(?=[A-Z])(?<![\w'’-])[A-Z][a-z]{4,20}(?![\w])")
_SHORTEST_NAME, _LONGEST_NAME = 3, 5
_PLACE = frozenset("县市区州旗镇村乡港")
_BEFORE_NAME = frozenset("赴到往去访在自由从对与和及向学看")
_RARE = 2  # times that a slip may be repeated
_NAMES = 20_000  # Latin names that are looked at
_OFTEN_LOOKED_AT = 500
_OFTEN = 3  # times that the right form of a Latin name stands, for one unlike it to be a slip


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
    around, names = _around(looked, progress), _names(looked)
    slips = islice(chain(_slips(looked, around, 1), _slips(looked, names, 0), _latin_slips(looked)), _MOST)
    found = sorted({span for word in slips for span in _places(looked, word, holds)})
    behind = 0
    for start, end in found[:_MOST]:
        if start >= behind:
            yield start, end
            behind = end


def _around(text: str, progress: Progress | None) -> Counter[str]:
    """How often each word of three or four characters stands whose second one may be taken for another."""
    groups = _groups()
    found: Counter[str] = Counter()
    for part, length, share in (("names", 3, 0.0), ("prose", 4, 0.5)):
        pattern = re.compile(f"[{''.join(groups[part])}]")
        places = matches(pattern, text, between(progress, share, share + 0.4))
        found.update(text[max(0, place.start() - 1) : place.start() - 1 + length] for place in places)
    return Counter({word: count for word, count in found.items() if len(word) > 2 and _WORD.fullmatch(word)})


def _names(text: str) -> Counter[str]:
    """How often each word stands that opens with such a character and is the name of a company or a place."""
    groups = _groups()
    found: Counter[str] = Counter()
    for kind in matches(_KIND_OF_NAME, text):
        end = kind.start()
        for length in range(_SHORTEST_NAME, _LONGEST_NAME + 1):
            word = text[max(0, end - length) : end]
            if word[:1] in groups["sounds"] and _WORD.fullmatch(word):
                found[word] += 1
        for length in (1, 2):
            word = text[max(0, end - length) : end]
            if word[:1] in groups["names"] and kind[0] in _PLACE and _opens_name(text, end - length):
                found[word + kind[0]] += 1
    return found


def _opens_name(text: str, at: int) -> bool:
    """Whether a name may begin here: after a mark, or a verb of going and a word that joins."""
    before = text[at - 1 : at] if at > 0 else ""
    return before in _BEFORE_NAME or not _HAN.match(before)


def _slips(text: str, words: Counter[str], place: int) -> Iterator[str]:
    """The rarer of two words that differ in the character at a place only, the later where both are as rare."""
    groups = tuple(_groups().values())
    for word, count in words.items():
        if count > _RARE:
            continue
        others = {other for group in groups for other in group.get(word[place], "")} - {word[place]}
        for way in (word[:place] + other + word[place + 1 :] for other in others):
            usual = words.get(way, 0)
            if usual > count or (usual == count and text.find(way) < text.find(word)):
                yield word
                break


def _latin_slips(text: str) -> Iterator[str]:
    words = Counter(found[0] for found in matches(_NAME_LATIN, text))
    by_initial: dict[str, list[str]] = {}
    for word, count in words.most_common(_OFTEN_LOOKED_AT):
        if count >= _OFTEN:
            by_initial.setdefault(word[0], []).append(word)
    once = (word for word, count in words.items() if count == 1)
    for word in islice(once, _NAMES):
        if any(_is_slip(word, right) for right in by_initial.get(word[0], ())):
            yield word


def _places(text: str, word: str, holds: Callable[[int], int | None]) -> Iterator[Span]:
    """Where a word of the report stands, the first few times."""
    at = text.find(word)
    for _time in range(_RARE):
        if at < 0:
            return
        if holds(at) is not None:
            yield at, at + len(word)
        at = text.find(word, at + 1)


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
    looked = text[:_LOOKED_THROUGH]
    groups = _groups().values()
    chars = [(place, other) for place, char in enumerate(word) for group in groups for other in group.get(char, "")]
    ways = (word[:place] + other + word[place + 1 :] for place, other in chars)
    return tuple(dict.fromkeys(way for way in ways if way != word and way in looked))
