"""The numbers that a browser shows before the items of an ordered list, and the text of the page does not hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tourview.readers.html.style import Declared
from tourview.readers.items import ITEM

_LABELLED = re.compile(rf"\s*(?:{ITEM}|[(（]?\d{{1,3}}\s?[.．、)）]|[①-⑳]|[IVXivx]{{1,6}}[.．、]|[A-Za-z][.．、)）])")
_DIGITS = "零一二三四五六七八九"
_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
_ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_CHINESE = ("chinese", "cjk-ideographic", "cjk-decimal", "japanese-informal", "korean-hanja-informal")
_MOST = 9999  # an item's number beyond which it is written in digits


@dataclass(slots=True)
class Numbering:
    """An ordered list while it is read.

    Attributes:
        type: As CSS names it, `decimal`.
        following: The number of its next item.
        step: What one item's number and the next differ by.
    """

    type: str
    following: int = 1
    step: int = 1

    def next_label(self, item: Mapping[str, str], style: Declared) -> str:
        """The label of the next item, `1. ` or `一、`, ready to stand before its words; empty where it has none."""
        number = _whole(item.get("value"), self.following)
        self.following = number + self.step
        return _label(style.lists or _TYPES.get(item.get("type", ""), self.type), number)


def numbering_of(attributes: Mapping[str, str], style: Declared) -> Numbering:
    """The numbering of an `ol` by its `type`, `start` and `reversed` and its style.

    A reversed list without a start counts down to 1 in a browser, which knows how long it is; here it has no labels.
    """
    kind = style.lists or _TYPES.get(attributes.get("type", "").strip(), "decimal")
    backwards = "reversed" in attributes
    if backwards and "start" not in attributes:
        kind = "none"
    return Numbering(kind, _whole(attributes.get("start"), 1), -1 if backwards else 1)


def is_labelled(words: str) -> bool:
    """Whether the words of an item open with a number already, so that the list can hardly show another."""
    return _LABELLED.match(words) is not None


def _whole(text: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(found[1]) if found else otherwise


def _label(kind: str, number: int) -> str:
    if "none" in kind.split() or any(mark in kind for mark in ("disc", "circle", "square")):
        return ""
    if any(name in kind for name in _CHINESE) and 0 < number < 100:
        return f"{_chinese(number)}、"
    if number > 0 and ("alpha" in kind or "latin" in kind) and number <= 26:
        return f"{chr((64 if 'upper' in kind else 96) + number)}. "
    if "roman" in kind and 0 < number <= _MOST // 3:
        return f"{_roman(number).upper() if 'upper' in kind else _roman(number)}. "
    return f"{number}. "


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN.items():
        letters += letter * (number // value)
        number %= value
    return letters
