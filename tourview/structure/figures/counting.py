"""Whether a number with its measure word counts something, or is a date, an ordinal, a slogan or a way of speaking."""

import re

from tourview.structure.figures.quantities import Value
from tourview.structure.figures.words import FigureWords

SMALL = 12
"""The greatest number that structure talk has: 十二个方面."""
_NUMBERED = frozenset("第初图表")
_NUMBERED_BY = frozenset(("星期", "礼拜", "编号", "代号"))
_NUMERAL = "[一二两三四五六七八九十]"
_YEAR_BEFORE = re.compile(f"{_NUMERAL}年[^,。;、:]{{1,8}}[、。,]$")
_YEAR_AFTER = re.compile(f"[^,。;、:]{{1,8}}[、。,]{_NUMERAL}年(?!时间|以上|以下|左右|多|半)")
_CALENDAR_YEAR = re.compile(r"(?:1[0-9]|20)\d\d|[5-9]\d")
_CLOCK = re.compile(r"(?:\d|[时点:])$")
_MEETING = re.compile("[^,。;]{0,3}(?:会议|全会|大会|党代会|人代会|中全会)")
_PHASE = re.compile("工程|项目|建设|规划|改造|[、,。]")
_SLOGAN = re.compile('"[^"]{1,4}"')
_ONE_MORE = re.compile("[一两]个|一家|一张|一条")
_END = re.compile(r"[^\w]|$|的$")
_TIMED = re.compile("半|多|的?时间|以上|以内|之内|左右|内")
_PLAIN_ONE = frozenset("张个家项座条台户名件所处人")


def is_counted_before(text: str, number: int) -> bool:
    """Whether what stands before a number leaves it a count: not 第, 图, 星期."""
    return text[number - 1 : number] not in _NUMBERED and text[max(0, number - 2) : number] not in _NUMBERED_BY


def counts_time(text: str, number: int, end: int, words: FigureWords, qualifier: str) -> bool:
    """Whether a stretch of time is a length, not a time (过去五年) or a slogan (一年有框架、两年有基础).

    Args:
        text: The folded text.
        number: Where the number begins, its qualifier left out.
        end: Behind the measure word.
        words: The words that tell.
        qualifier: The qualifier before the number, or empty; 近 alone makes a time of it.
    """
    if qualifier == "近" and not text.startswith(("时间", "的时间"), end):
        return False
    if (
        text.endswith(("年", "月"), number, end)
        and not qualifier
        and words.window_before.search(text[max(0, number - 5) : number])
    ):
        return False
    if words.window_after.match(text, end):
        return False
    if text[number : number + 1].isdecimal():
        return True
    return not (_YEAR_BEFORE.search(text[max(0, number - 12) : number]) or _YEAR_AFTER.match(text, end))


def is_plain_count(text: str, number: int, digits: str, unit: str, end: int) -> bool:
    """Whether plain Arabic digits with a measure word are no year, code, time of day or age limit (2014年, 3岁以下)."""
    if digits[0] == "0" or (unit == "年" and _CALENDAR_YEAR.fullmatch(digits)):
        return False
    if unit in ("分", "秒") and _CLOCK.search(text[max(0, number - 1) : number]):
        return False
    return unit not in ("岁", "周岁") or not text.startswith(("以上", "以下", "以内", "及以", "至", "的"), end)


def is_negative(text: str, number: int, unit: str) -> bool:
    """Whether the dash before a percentage is a minus sign: 同比-3.2%, not 1%-2%."""
    if unit not in ("%", "个百分点") or text[max(0, number - 1) : number] not in ("-", "−"):
        return False
    before = text[max(0, number - 2) : number - 1]
    return not before or not (before.isdigit() or before in "%-" or (before.isascii() and before.isalpha()))


def is_talk(text: str, end: int, value: Value, unit: str, words: FigureWords) -> bool:
    """Whether a small number counts the parts of a text or a policy: 五个坚持, 三大攻坚战, 四点启示."""
    return value <= SMALL and unit in words.talk_units and words.talk.match(text, end) is not None


def is_slogan(text: str, end: int, value: Value, unit: str) -> bool:
    """Whether a small Chinese numeral counts words in quotation marks: 三个“舍得”."""
    return value <= SMALL and unit == "个" and _SLOGAN.match(text, end) is not None


def is_ordinal_unit(text: str, end: int, unit: str, arabic: bool) -> bool:
    """Whether the measure word numbers rather than counts: 二次会议, 三期工程, 十八届三中全会."""
    if unit == "次":
        return _MEETING.match(text, end) is not None
    if unit == "届":
        return not arabic
    return unit == "期" and (not arabic or _PHASE.match(text, end) is not None)


def counts_one(text: str, number: int, end: int, unit: str, words: FigureWords) -> bool:
    """Whether 一 with this measure word is a count (一倍, 仅一家, 争取到一张, 一年半); mostly it means "a"."""
    if unit in words.one_units:
        return True
    before = text[max(0, number - 4) : number]
    if unit not in words.counting and unit not in words.durations:
        return False
    if unit in words.durations and (words.timed_before.search(before) or _TIMED.match(text, end)):
        return True
    if words.one_before.search(before):
        return True
    if unit not in _PLAIN_ONE or not before.endswith(("到", "得", "有")) or before.endswith(("不到", "没有")):
        return False
    return _END.match(text, end) is not None and not _ONE_MORE.search(text, end, end + 12)
