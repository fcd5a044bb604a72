"""A PDF page as its process hands it over, and the lines that are made of it.

All lengths are in points (1/72 inch); x counts from the left edge of the page, y downward from its upper edge.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from unicodedata import east_asian_width, normalize

_NARROW_GAP, _MIXED_GAP, _WIDE_GAP = 0.15, 0.6, 1.0  # of the type size: from where on a gap is a blank
_NEAR = 12  # characters that tell whether a mark that both scripts have is Chinese
_EITHER = "“”‘’…—·"
_DROPPED = dict.fromkeys([*range(9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE])
_BLANKS = dict.fromkeys(range(9, 14), " ") | {0x2028: " ", 0x2029: " ", 0xA0: " "}
_BULLETS = {0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0A7: "▪", 0xF0B7: "•", 0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓"}
"""What the symbol faces of office programs draw where a file states only their private code."""
_RADICALS = dict(zip(
    "⺁⺃⺅⺟⺠⺢⺩⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "厂乚亻母民氵王月虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟", strict=True,
))  # fmt: skip
_COMPATIBLE = re.compile("[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]+")
_TABLE = _DROPPED | _BLANKS | _BULLETS | {ord(radical): word for radical, word in _RADICALS.items()}
_PLAIN = re.compile(r"[\x20-\x7e\u3000-\u303f\u3400-\u9fff\uff01-\uff5e“”‘’…—·]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style on one baseline.

    Attributes:
        size: The type size.
        weight: 0 for ordinary type, 1 for a face that Chinese headings are set in, 2 for bold.
        aslant: Whether it is turned against most of the page.
        pale: Whether it is set in light or transparent type.
        row: Whether it is a whole row of a table, its cells joined.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    weight: int
    aslant: bool = False
    pale: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line or narrow bar drawn on the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, in the order of its content."""

    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, or a row of a table.

    Attributes:
        text: Its words, without surrounding blanks; never empty.
        weight: The least weight of its runs.
        page: The number of its page, from 0.
        column: The number of its column on the page, from 0; -1 for a line across all of several columns.
        columns: How many columns the page has.
        row: Whether it is a row of a table.
        aside: Whether it is turned against most of the page, or large and pale, as watermarks are.
        pale: Whether all of it is pale.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    weight: int
    page: int
    column: int = 0
    columns: int = 1
    row: bool = False
    aside: bool = False
    pale: bool = False


def page_of(answer: dict[str, Any]) -> Page:
    """A page from a line of the protocol; see `pdf_process`."""
    runs = []
    for text, left, right, baseline, size, weight, aslant, pale in answer["runs"]:
        words = cleaned(text)
        if words:
            runs.append(Run(words, left, right, baseline, size, weight, bool(aslant), bool(pale)))
    width, height = answer["size"]
    return Page(width, height, tuple(runs), tuple(Rule(*rule) for rule in answer["rules"]))


def cleaned(text: str) -> str:
    """Text as it is meant: without control characters and soft hyphens, ligatures and radicals as what they stand for.

    Faces whose table of characters was made by machine give 一 as the Kangxi radical ⼀, or 立 as a compatibility
    ideograph: the reader sees no difference, a search would.
    """
    if not _PLAIN.fullmatch(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(_TABLE)
        text = _COMPATIBLE.sub(lambda found: normalize("NFKC", found.group()), text)
    return text.strip()


def words_of(runs: Sequence[Run]) -> str:
    """What runs say that stand on one line, given from left to right."""
    parts = [runs[0].text]
    right = runs[0].right
    for before, run in pairwise(runs):
        parts += _between(before, run, right), run.text
        right = max(right, run.right)
    return "".join(parts)


def _between(before: Run, run: Run, right: float) -> str:
    gap = (run.left - right) / max(run.size, before.size)
    wide = is_wide(before.text[-1]) + is_wide(run.text[0])
    return " " if gap > (_NARROW_GAP, _MIXED_GAP, _WIDE_GAP)[wide] else ""


def is_wide(char: str) -> bool:
    """Whether a character is as wide as it is high. Quotation marks and dashes are not: English has them, too."""
    return east_asian_width(char) in "WF"


def continued(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: nothing in Chinese, a blank between Latin words.

    A number that Chinese text breaks at the end of a line goes on without a blank.
    """
    last, first = before[-1], after[0]
    if is_wide(last) or is_wide(first):
        return ""
    chinese = any(map(is_wide, before[-_NEAR:])) or any(map(is_wide, after[:_NEAR]))
    if chinese and (last in _EITHER or first in _EITHER or (last.isdigit() and first.isdigit())):
        return ""
    return " "
