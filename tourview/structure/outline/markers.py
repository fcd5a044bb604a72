"""Markers: what a numbered line of an official report opens with, `一、` or `(二)` or `三是`.

A marker is a style, a number and the label as written. Whether a marker in fact opens a section is for `sequences` to
say: a text is full of lines that merely look like it.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from tourview.structure.outline.numerals import any_numeral, chinese, letter


class Style(IntEnum):
    """The ways of numbering, in the order in which they usually nest: the outermost first."""

    PART = 1  # 第一部分, 第一编, 篇一; Part One
    CHAPTER = 2  # 第一章; Chapter 1
    ARTICLE = 3  # 第一节; Section 1
    CLAUSE = 4  # 第一条
    ROMAN = 5  # I. Ⅱ、
    LISTED = 6  # 一、
    CAPITAL = 7  # A.
    BRACKETED = 8  # (一) （一） ㈠
    BARE = 9  # 1 and a blank
    POINT = 10  # 1. ⒈
    COMMA = 11  # 1、
    DECIMAL = 12  # 1.1
    DECIMAL_3 = 13  # 1.1.1
    DECIMAL_4 = 14  # 1.1.1.1
    TERM = 15  # 启示一： Lesson 2.
    IN_BRACKETS = 16  # (1) ⑴
    HALF_BRACKET = 17  # 1)
    CIRCLED = 18  # ①
    LETTER = 19  # (a)
    NAME = 20  # a short name and a colon
    ORDINAL = 21  # 第一，
    FIRSTLY = 22  # 一是, 一要
    AMONG = 23  # 其一，

    @property
    def is_heading(self) -> bool:
        """Whether the style numbers sections of a report rather than items of a list."""
        return self <= Style.TERM


DECIMALS = (Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4)
ENUMERATIONS = frozenset((Style.ORDINAL, Style.FIRSTLY, Style.AMONG))
"""Items in running words, each a clause or a few sentences: 一是 第一， 其一，."""
RELIABLE = frozenset(
    (Style.PART, Style.CHAPTER, Style.ARTICLE, Style.CLAUSE, Style.LISTED, Style.BRACKETED, *ENUMERATIONS)
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
        word: What is counted, where words tell lists of one style apart: 要 of 一要, lesson of `Lesson 2.`; else "".
        firm: Whether it is written as the style is, not merely much like it (`一 概况`, `一,概况`).
    """

    style: Style
    number: int
    label: str
    above: tuple[int, ...]
    after: int
    word: str = ""
    firm: bool = True


_ZH = "[一二三四五六七八九十百]"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾貳參叄陸"
_ZH_LISTED = f"[一二三四五六七八九十百{_FORMAL}]"
_MEASURES = "万亿千百个名家倍元米吨平公亩户人次岁年月日天时分秒度台套件条座项批%％‰℃"
_COUNTED_ZH = "启示|启发|建议|经验|做法|措施|举措|体会|感受|收获|差距|问题|亮点|特点|啟示|建議|經驗|體會|問題"
_COUNTED = (
    f"{_COUNTED_ZH}|Lessons?|Recommendations?|"
    "Findings?|Themes?|Steps?|Actions?|Priority|Objectives?|Observations?|Issues?|Commitments?|Options?|Stops?|Days?|Topics?"
)
_PATTERNS: tuple[tuple[Style, str], ...] = (
    (Style.PART, rf"第\s?(?P<PART>{_ZH}{{1,3}}|\d{{1,2}})\s?(?:部分|[编編篇])(?:[:：]|(?=[\s、]|$|[^的之]))"),
    (Style.CHAPTER, rf"第\s?(?P<CHAPTER>{_ZH}{{1,4}}|\d{{1,3}})\s?章(?:[:：]|(?=[\s、]|$|[^的之]))"),
    (Style.ARTICLE, rf"第\s?(?P<ARTICLE>{_ZH}{{1,4}}|\d{{1,3}})\s?[节節](?:[:：]|(?=[\s、]|$|[^的之课課]))"),
    (Style.CLAUSE, rf"第\s?(?P<CLAUSE>{_ZH}{{1,4}}|\d{{1,3}})\s?[条條](?:[:：]|(?=[\s、]|$))"),
    (Style.ORDINAL, rf"第(?P<ORDINAL>{_ZH}{{1,3}})[，,、：:](?!第)"),
    (
        Style.LISTED,
        rf"(?P<LISTED>{_ZH_LISTED}{{1,4}})\s?(?:[、.．]|[，,](?=\s*\S{{2,30}}$)|[\s　]+(?=[^\s\d]\S{{1,30}}$))",
    ),
    (
        Style.BRACKETED,
        rf"(?:[（(〔【［\[]\s*)(?P<BRACKETED>{_ZH}{{1,4}})\s*[）)〕】］\]][、.．：:]?|(?P<BRACKETED_1>{_ZH}{{1,3}})[）)]"
        r"|(?P<BRACKETED_2>[㈠-㈩㊀-㊉])[、.．]?",
    ),
    (
        Style.FIRSTLY,
        r"(?P<FIRSTLY>[一二三四五六七八九十]{1,3})(?:是(?![一二三四五六七八九十][、，,。])|要(?![素点件害求略闻點]))[，,：:]?",
    ),
    (Style.AMONG, rf"其(?P<AMONG>{_ZH}{{1,2}})[，,、：:]"),
    (Style.DECIMAL_4, r"(?P<DECIMAL_4>\d{1,2}(?:[.．]\d{1,2}){3})(?=[\s、.．]|[^\d.．%％])[、.．]?"),
    (Style.DECIMAL_3, r"(?P<DECIMAL_3>\d{1,2}(?:[.．]\d{1,2}){2})(?=[\s、.．]|[^\d.．%％])[、.．]?"),
    (Style.DECIMAL, rf"(?P<DECIMAL>\d{{1,2}}[.．]\d{{1,2}})(?=\s|、|[.．]?[^\d.．{_MEASURES}A-Za-z])[、.．]?"),
    (Style.POINT, r"(?P<POINT>\d{1,3})\s?[.．](?!\d)|(?P<POINT_1>[⒈-⒛])"),
    (Style.COMMA, r"(?P<COMMA>\d{1,3})\s?、"),
    (Style.IN_BRACKETS, r"[（(]\s?(?P<IN_BRACKETS>\d{1,3})\s?[）)][、.．]?|(?P<IN_BRACKETS_1>[⑴-⒇])"),
    (Style.HALF_BRACKET, r"(?P<HALF_BRACKET>\d{1,3})[）)]"),
    (Style.CIRCLED, r"(?P<CIRCLED>[①-⑳❶-❿⓵-⓾])[、.．]?"),
    (Style.ROMAN, r"(?P<ROMAN>[IVXL]{1,7})(?:\.(?=\s)|、)|(?P<ROMAN_1>[Ⅰ-Ⅻ])(?:\s?[、.．]|\s+(?=\S))"),
    (Style.LETTER, r"[（(]?(?P<LETTER>[a-z])[）)](?=\s|[^\x00-\x7f])|(?P<LETTER_1>[a-z])\.(?=\s)"),
    (Style.CAPITAL, r"(?P<CAPITAL>[A-Z])(?:[.．](?=\s)|、)|[（(](?P<CAPITAL_1>[A-Z])[）)](?=\s|[^\x00-\x7f])"),
    (Style.BARE, rf"(?P<BARE>\d{{1,2}})[ \u3000]+(?=[^\W\d_])(?![{_MEASURES}])"),
)
_NUMBER_WORDS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve"
_ENGLISH = re.compile(
    rf"(?P<word>Part|Chapter|Section)\s+(?P<number>\d{{1,3}}|[IVXL]{{1,7}}|{_NUMBER_WORDS})(?:[.:：]|(?=\s|$))",
    re.IGNORECASE,
)
_ENGLISH_STYLES = {"part": Style.PART, "chapter": Style.CHAPTER, "section": Style.ARTICLE}
_TERM = re.compile(
    rf"(?P<word>{_COUNTED})(?:之?(?P<zh>{_ZH}{{1,2}})|\s?(?P<number>\d{{1,2}}))\s?(?:[:：、.．]|$|(?=\s))",
    re.IGNORECASE,
)
_NTH = re.compile(rf"第(?P<zh>{_ZH}{{1,2}})[个点條条大](?P<word>{_COUNTED_ZH})\s?[:：]")
_COLLECTED = re.compile(rf"[编編篇](?P<number>{_ZH}{{1,3}}|\d{{1,2}})(?:[:：]|(?=[、\s]|$))")
_ANY = re.compile("|".join(pattern for _style, pattern in _PATTERNS))
_STYLES = {name: Style[name if name in Style.__members__ else name[:-2]] for name in _ANY.groupindex}
_FIRST = re.compile(
    "[第一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾貳參叄陸其（(〔【［\\[①-⑳❶-❿⓵-⓾㈠-㈩㊀-㊉⑴-⒇⒈-⒛Ⅰ-Ⅻ0-9０-９A-Za-z编編篇启啟建经經做措举体體感收差问問亮特]"
)
_ENUMERATION = re.compile(rf"\s*({_ZH})(?=[、，,和及至到]|[产產][业業]|季度|[线線]|[级級]|[类類]|次|批|期)")
_POINTS = re.compile("[.．]")
_LOOKED_AT = 96  # code points: no marker, and no line that is only like one, is longer
_SOFT = frozenset((Style.BARE, Style.CAPITAL))


def marker_of(text: str) -> Marker | None:
    """The marker that the text opens with, or None. Takes the same short time for any length of text."""
    if _FIRST.match(text) is None:
        return None
    head = text if len(text) <= _LOOKED_AT else text[:_LOOKED_AT]
    found = _ANY.match(head)
    if found is None:
        return _worded_marker(head)
    name = found.lastgroup or ""
    style, numeral = _STYLES[name], found[name]
    if style is Style.LISTED and _is_enumeration(text, found.end(), numeral):
        return None
    if style in (Style.LETTER, Style.CAPITAL):
        return Marker(style, letter(numeral), found[0].rstrip(), (), found.end(), firm=False)
    parts = [any_numeral(part) for part in _POINTS.split(numeral)]
    label = found[0].rstrip()
    firm = style not in _SOFT and not (style is Style.LISTED and label[-1] not in "、.．")
    word = _word(style, label)
    return Marker(style, parts[-1], label, tuple(parts[:-1]), found.end(), word, firm and name != "BRACKETED_1")


def _word(style: Style, label: str) -> str:
    """What tells lists of one style apart: 要 from 是, the formal numerals from the usual ones."""
    if style is Style.FIRSTLY:
        return "要" if "要" in label else ""
    return "壹" if style is Style.LISTED and label[0] in _FORMAL else ""


def _worded_marker(text: str) -> Marker | None:
    """The marker that counts in words: Part One, Lesson 2., 启示一：, 篇二."""
    found = _ENGLISH.match(text)
    if found:
        style = _ENGLISH_STYLES[found["word"].lower()]
        number = found["number"]
        return Marker(
            style,
            any_numeral(number if number.lower() != number else number.upper()),
            found[0].rstrip(),
            (),
            found.end(),
        )
    found = _COLLECTED.match(text)
    if found:
        return Marker(Style.PART, any_numeral(found["number"]), found[0].rstrip(), (), found.end())
    found = _NTH.match(text)
    if found:
        return Marker(
            Style.TERM, any_numeral(found["zh"]), found[0].rstrip(), (), found.end(), found["word"], firm=False
        )
    found = _TERM.match(text)
    if found:
        number = found["zh"] or found["number"]
        word = found["word"].lower().rstrip("s")
        return Marker(Style.TERM, any_numeral(number), found[0].rstrip(), (), found.end(), word, firm=False)
    return None


def _is_enumeration(text: str, after: int, numeral: str) -> bool:
    """Whether 一、 only begins 一、二、三产业 or 一、二季度: a higher numeral with a mark or measure follows."""
    following = _ENUMERATION.match(text, after)
    return following is not None and chinese(following[1]) > chinese(numeral)
