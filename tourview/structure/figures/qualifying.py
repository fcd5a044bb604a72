"""The words around a number that qualify it: 近70亿元, 不足3年, 80%以上."""

import re

_BEFORE = re.compile(
    "(?:不少于|不低于|不超过|不高于|不多于|不小于|不大于|至少|最多|最少|超过|突破|不足|不到|将近|接近|大约|近乎"
    "|(?<![最附邻靠贴晚])近|(?<![节合签条预制集履契相公特简])约|(?<![赶反])超|逾)$"
)
_LAST = frozenset("于过少多足到近约乎超逾破")
_BEFORE_SCALE = re.compile("(?<![以晚早网线路迈登跨])上$|(?<!突)破$")
_BEHIND = re.compile("(?:以上|以下|以内|之内|左右|上下|不等|有余)")
_MORE = re.compile("[多余](?!少|元|次|年|个|项|家|名|人|种)")


def before(text: str, number: int) -> str:
    """The qualifier right before a number; empty where there is none."""
    if text[max(0, number - 1) : number] not in _LAST or not number:
        return ""
    found = _BEFORE.search(text[max(0, number - 4) : number])
    return found[0] if found else ""


def before_scale(text: str, number: int) -> str:
    """The qualifier before a number that is a scale alone: 上千, 过百亿, 突破万亿."""
    found = _BEFORE_SCALE.search(text[max(0, number - 2) : number])
    return found[0] if found else before(text, number)


def behind(text: str, end: int, loose: bool) -> str:
    """What qualifies a number from behind its measure word.

    Args:
        text: The folded text.
        end: Behind the measure word.
        loose: Whether 多 and 余 may stand there: 4年多.
    """
    found = _BEHIND.match(text, end) or (_MORE.match(text, end) if loose else None)
    return found[0] if found else ""
