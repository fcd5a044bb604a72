"""Markers: what a numbered line of an official report opens with, `一、` or `(二)` or `三是`.

A marker is a style, a number and the label as written. Whether a marker in fact opens a section is for `sequences` to
say: a text is full of lines that merely look like it.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from tourview.structure.numerals import any_numeral, chinese


class Style(IntEnum):
    """The ways of numbering, in the order in which they usually nest: the outermost first."""

    PART = 1  # 第一部分, 第一编; Part 1
    CHAPTER = 2  # 第一章; Chapter 1
    ARTICLE = 3  # 第一节; Section 1
    LISTED = 4  # 一、
    BRACKETED = 5  # (一) （一）
    ROMAN = 6  # I.
    POINT = 7  # 1.
    COMMA = 8  # 1、
    DECIMAL = 9  # 1.1
    DECIMAL_3 = 10  # 1.1.1
    DECIMAL_4 = 11  # 1.1.1.1
    IN_BRACKETS = 12  # (1)
    HALF_BRACKET = 13  # 1)
    CIRCLED = 14  # ①
    LETTER = 15  # (a)
    NAME = 16  # a short name and a colon
    ORDINAL = 17  # 第一，
    FIRSTLY = 18  # 一是
    AMONG = 19  # 其一，

    @property
    def is_heading(self) -> bool:
        """Whether the style numbers sections of a report rather than items of a list."""
        return self <= Style.DECIMAL_4


DECIMALS = (Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4)
RELIABLE = frozenset(
    (Style.PART, Style.CHAPTER, Style.ARTICLE, Style.LISTED, Style.BRACKETED, Style.ORDINAL, Style.FIRSTLY, Style.AMONG)
)
"""Styles that nothing else looks like: they open a section even out of sequence."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What a block opens with.

    Attributes:
        style: The way of numbering.
        number: Its number; of `1.2.3` the last part.
        label: As written, without blanks around it: `(一)`.
        above: The parts of a decimal number before the last: (1, 2) of `1.2.3`.
        after: Where the words after the label begin, in code points of the block.
    """

    style: Style
    number: int
    label: str
    above: tuple[int, ...]
    after: int


_ZH = "[一二三四五六七八九十百]"
_MEASURES = "万亿千百个名家倍元米吨平公亩户人次岁年月日天时分秒度台套件条座项批%％‰℃"
_PATTERNS: tuple[tuple[Style, str], ...] = (
    (Style.PART, rf"第(?P<PART>{_ZH}{{1,3}}|\d{{1,2}})(?:部分|[编編篇])(?=[\s、:：]|$|[^的之])"),
    (Style.CHAPTER, rf"第(?P<CHAPTER>{_ZH}{{1,4}}|\d{{1,3}})章(?=[\s、:：]|$|[^的之])"),
    (Style.ARTICLE, rf"第(?P<ARTICLE>{_ZH}{{1,4}}|\d{{1,3}})[节節](?=[\s、:：]|$|[^的之课課])"),
    (Style.ORDINAL, rf"第(?P<ORDINAL>{_ZH}{{1,3}})[，,、：:](?!第)"),
    (Style.LISTED, rf"(?P<LISTED>{_ZH}{{1,4}})\s?[、.．]"),
    (Style.BRACKETED, rf"[（(〔]\s?(?P<BRACKETED>{_ZH}{{1,4}})\s?[）)〕][、.．：:]?"),
    (Style.FIRSTLY, rf"(?P<FIRSTLY>{_ZH}{{1,3}})是[，,：:]?"),
    (Style.AMONG, rf"其(?P<AMONG>{_ZH}{{1,2}})[，,、：:]"),
    (Style.DECIMAL_4, r"(?P<DECIMAL_4>\d{1,2}(?:[.．]\d{1,2}){3})(?=[\s、.．]|[^\d.．%％])[、.．]?"),
    (Style.DECIMAL_3, r"(?P<DECIMAL_3>\d{1,2}(?:[.．]\d{1,2}){2})(?=[\s、.．]|[^\d.．%％])[、.．]?"),
    (Style.DECIMAL, rf"(?P<DECIMAL>\d{{1,2}}[.．]\d{{1,2}})(?=\s|、|[.．]?[^\d.．{_MEASURES}A-Za-z])[、.．]?"),
    (Style.POINT, r"(?P<POINT>\d{1,3})[.．](?!\d)"),
    (Style.COMMA, r"(?P<COMMA>\d{1,3})、"),
    (Style.IN_BRACKETS, r"[（(]\s?(?P<IN_BRACKETS>\d{1,3})\s?[）)]"),
    (Style.HALF_BRACKET, r"(?P<HALF_BRACKET>\d{1,3})[）)]"),
    (Style.CIRCLED, r"(?P<CIRCLED>[①-⑳])"),
    (Style.LETTER, r"[（(](?P<LETTER>[a-z])[）)]"),
    (Style.ROMAN, r"(?P<ROMAN>[IVXL]{1,7})\.(?=\s)"),
)
_ENGLISH = re.compile(
    r"(?P<word>Part|Chapter|Section)\s+(?P<number>\d{1,3}|[IVXL]{1,7})(?:[.:：]|(?=\s|$))", re.IGNORECASE
)
_ENGLISH_STYLES = {"part": Style.PART, "chapter": Style.CHAPTER, "section": Style.ARTICLE}
_ANY = re.compile("|".join(pattern for _style, pattern in _PATTERNS))
_OPENING = frozenset("第一二三四五六七八九十百其（(〔①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789０１２３４５６７８９IVXLPCSpcs")
_ENUMERATION = re.compile(rf"\s*({_ZH})(?=[、，,和及至到]|[产產][业業]|季度|[线線]|[级級]|[类類]|次|批|期)")
_POINTS = re.compile("[.．]")


def marker_of(text: str) -> Marker | None:
    """The marker that the text opens with, or None. Takes the same short time for any length of text."""
    if text[0] not in _OPENING:
        return None
    found = _ANY.match(text)
    if found is None:
        return _english_marker(text)
    name = found.lastgroup or ""
    style, numeral = Style[name], found[name]
    if style is Style.LISTED and _is_enumeration(text, found.end(), numeral):
        return None
    parts = [any_numeral(part) for part in _POINTS.split(numeral)]
    return Marker(style, parts[-1], found[0].rstrip(), tuple(parts[:-1]), found.end())


def _english_marker(text: str) -> Marker | None:
    found = _ENGLISH.match(text)
    if found is None:
        return None
    style = _ENGLISH_STYLES[found["word"].lower()]
    return Marker(style, any_numeral(found["number"].upper()), found[0].rstrip(), (), found.end())


def _is_enumeration(text: str, after: int, numeral: str) -> bool:
    """Whether 一、 only begins 一、二、三产业 or 一、二季度: a higher numeral with a mark or measure follows."""
    following = _ENUMERATION.match(text, after)
    return following is not None and chinese(following[1]) > chinese(numeral)
