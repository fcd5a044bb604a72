"""Amounts in Chinese text: a number with its qualifier, scale and measure word, as far as it counts something."""

import re
from collections.abc import Iterator
from functools import cache

from tourview.readers.portions import PORTION
from tourview.report import Progress
from tourview.structure.figures.amount import Amount
from tourview.structure.figures.window import Window
from tourview.structure.figures.words import figure_words

_BEHIND = 40
"""Code points before a number that may tell what it is."""
_AHEAD = 120
"""Code points that a number with all that belongs to it may reach over the end of a portion."""
_DIGIT = "零〇一二两三四五六七八九"
_SCALE = "(?:[十万亿]|百(?!分)|千(?![瓦米克伏卡]))"
_HAN = f"(?:[{_DIGIT}数几]|{_SCALE})"
_RUN = rf"{_HAN}++(?:点[{_DIGIT}]{{1,6}}{_SCALE}*+|[多余来](?={_SCALE}){_SCALE}++)*+"
_ARABIC = r"\d++(?:,\d{3}(?!\d)){0,6}+(?:\.\d++)?"


@cache
def _numbers() -> re.Pattern[str]:
    """Numbers of every kind, to be looked for in folded text; the last group to match names the kind."""
    return re.compile(
        rf"(?P<idiom>{figure_words().idioms.pattern})"
        rf"|(?P<percent>百分之(?:(?P<hundredths>{_ARABIC})|(?P<parts>{_RUN})))"
        rf"|(?P<fraction>(?P<below>[{_DIGIT}十]{{1,3}}+)分之(?P<above>[{_DIGIT}十]{{1,3}}+))"
        r"|(?P<half>(?:一半|半数|过半)(?!天|年|个|径|小时|点|拉))"
        r"|(?P<first>首位(?!度|数))"
        r"|(?P<ratio>(?P<antecedent>\d{1,9}+(?:\.\d{1,9}+)?)[:∶]1(?![\d.:∶]))"
        r"|(?P<part>[1-9]\d?)/(?P<whole>[1-9]\d?)(?![\d/])"
        rf"|(?P<arabic>(?P<digits>{_ARABIC})(?:\x20?(?P<inner>[多余几来]?)(?P<scale>{_SCALE}{{1,3}}+)(?P<outer>[多余来]?)"
        r"|(?P<rest>[多余来]))?)"
        rf"|(?P<han>(?P<run>{_RUN}|半(?=年|个月|个?小时))(?P<more>[多余来]?))"
    )


@cache
def _starts() -> re.Pattern[str]:
    """Where a number may begin: before what may follow one; most numerals are parts of words, most digits of codes."""
    measures = re.escape(figure_words().first)
    joints = "、和及与至到—–―~\\-"
    digit = _DIGIT.replace("一", "")
    one = figure_words().one_starts
    return re.compile(
        # One look at the character before all the alternatives: four times as fast.
        rf"(?=[\d{_DIGIT}数几十百千万亿半过首])(?:"
        # The plain count, which needs no second look: nothing before it or behind it changes what it means.
        r"(?<![A-Za-z\d._+/×*·@#&=〔\[\\<>^:∶\-−第前图表初于过少多足到近约乎超逾破])(?<!\d,)"
        r"(?P<count>[1-9]\d{0,8}+(?:\.\d{1,4})?)(?P<times>[万亿]{0,2})"
        rf"(?P<unit>{figure_words().plain})(?![/每以之左上不有多余半级内·+×*@#&=\\^.:])"
        rf"|(?<=[第前由从])\d|(?<!\d){_ARABIC}(?=\x20?[{measures}十百千万亿多余几来{joints}:∶/级])"
        rf"|[{digit}数几十百千万亿](?=[{measures}{_DIGIT}数几十百千万亿点多余来分半天{joints}])"
        rf"|一(?=[{_DIGIT}数几十百千万亿点多余来分半天{joints}]|{one.followed})|(?<=[{one.after}])一(?=[{measures}])"
        rf"|(?<=[第前由从])[{_DIGIT}十]|半(?=[年个小数])|过半|首位)"
    )


def amounts(text: str, progress: Progress | None = None) -> Iterator[Amount]:
    """Every amount of a text in reading order; a text of any length is looked through in portions.

    Args:
        text: Chinese text, a passage as the report has it.
        progress: Told the share of the text done after each portion; may raise to cancel.
    """
    words, behind = figure_words(), 0
    starts, numbers = _starts(), _numbers()
    for begin in range(0, len(text), PORTION):
        first = max(0, begin - _BEHIND)
        last = min(begin + PORTION, len(text)) - first
        window = Window(text[first : begin + PORTION + _AHEAD], first, words)
        at = max(begin, behind) - first
        while (start := starts.search(window.text, at)) and start.start() < last:
            if start["count"]:
                at = start.end()
                plain = window.plain(start)
                if plain:
                    yield plain
                continue
            found = numbers.match(window.text, start.start())
            if found is None:
                at = start.start() + 1
                continue
            comma = window.listed(found)
            if comma:
                found = numbers.match(window.text, start.start(), comma) or found
            at = found.end()
            amount = window.amount(found)
            if amount:
                at = max(at, amount.end - first)
                yield amount
        behind = at + first
        if progress:
            progress((first + last) / len(text))
