"""What a text shows character by character: marks that stand for words left out, and characters that are no text's."""

import re
from collections.abc import Callable, Iterator

from tourview.readers.portions import matches
from tourview.report import Progress, Span

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_ZERO = "零一二三四五六七八九十〇○"  # what a circle stands among where it is a digit: 二〇〇八年
_OFFICE = (
    "[省市县區区州盟旗镇鎮乡鄉村厅廳局委院校司处處科组組月日年]"  # what a single mark before stands for the name of
)
_REDACTED = (
    "[省市县縣区區州盟旗镇鎮乡鄉村厅廳局委院校司处處科组組部站所园園厂廠街路社港湾岛年月日时時人个個名家户戶次件项項"
    "条條店元万萬亿億吨噸米亩畝岁歲化]|地[区區]|公司|集[团團]"
)
"""What may stand behind the marks as a part of what was struck out: 主任XXX带队 is XXX, XX县 is XX县."""
_REDACTION = (
    rf"(?:(?<![A-Za-z0-9XＸ×✕])[XＸ×✕]{{2,40}}+(?![A-Za-z0-9XＸ×✕])|(?<=[0-9])[XＸ×✕]{{2,40}}+(?={_HAN})"
    rf"|(?<![A-Za-z0-9xｘ])[xｘ]{{2,40}}+(?={_HAN})|(?<![*＊])(?:\*{{2,40}}+(?={_HAN})|＊{{2,40}}+)"
    rf"|(?<![{_ZERO}])[○〇]{{2,40}}+(?![{_ZERO}])|[□■]{{2,40}}+(?={_HAN})|(?<={_HAN})[□■]{{2,40}}+"
    rf"|(?<![A-Za-z0-9_])_{{3,40}}+(?={_HAN})|(?<={_HAN})_{{3,40}}+"
    rf"|(?<![A-Za-z0-9XＸ×✕])[XＸ×](?={_OFFICE})|(?<=20[0-9])[XＸ×](?=年)"
    r"|(?<![赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹潘葛范彭马方任袁柳史唐薛贺倪汤罗郝傅齐康伍余孟黄萧尹"
    r"姚邵汪毛戴宋熊纪舒项祝董梁杜阮蓝季贾路江童郭林钟徐邱骆高夏蔡田胡凌霍万卢莫房丁邓洪左石崔龚程邢裴陆荣翁段雷侯宁刘龙叶黎温庄晏柴阎慕连习艾向易廖文曾])某某"
    rf"|某某(?=[省市县区州旗镇乡村局厅委公单]))(?:{_REDACTED})?"
)
"""A run of marks that stands for words, with the character after it: XX市, 20XX年, ___ to be filled in, X县.

Marks inside a Latin word or a code are none (MAXX, XXL, 5XX-1), and a run that often is something else, emphasis or a
row of boxes, is one only before a Han character. 张某某 is how a person is named who is not to be known, no gap in the
text. 适XX市化 is one: where a name was struck out blindly, a word was hit that merely looked like it.
"""
_INVISIBLE = (
    "\ufffd\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ue000-\uf8ff\ufff9-\ufffb"
)
_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_WRONG = (
    r"(?<![\u0400-\u04ff])[\u0400-\u04ff]{1,2}(?![\u0400-\u04ff])"  # a Cyrillic letter or two are Latin look-alikes
    rf"|(?<=[A-Za-z])[{_LIKE_LATIN}]|[{_LIKE_LATIN}](?=[A-Za-z])"
    rf"|[\uff61-\uff9f]{{1,40}}|(?<=[0-9{_HAN[1:-1]}])[ー㇐](?=[0-9{_HAN[1:-1]}])"
)
_FLAGGED = re.compile(f"(?P<redaction>{_REDACTION})|(?P<invisible>[{_INVISIBLE}]{{1,80}})|(?P<wrong>{_WRONG})")
_CANDIDATE = re.compile(rf"[XＸ×✕xｘ*＊○〇□■_某ー㇐{_LIKE_LATIN}\u0400-\u04ff\uff61-\uff9f{_INVISIBLE}]")
"""What everything flagged begins with: looking for one of many characters is many times faster than for one of many
patterns."""
_IN_NUMBER = (
    re.compile("[OoОοΟlI](?=[0-9])(?<=[0-9].)"),
    re.compile("[0０OＯ](?=[一二三四五六七八九年])(?<=[一二三四五六七八九].)"),
    re.compile("[０-９]{1,12}+[0-9](?<![0-9].)"),
    re.compile("[０-９](?<=[0-9].)"),
)
"""Letters for digits; 二0一四; and one number in two widths, found where the width changes."""
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_LONGEST_NUMBER = 12  # digits to either side
_NAMED = 4  # characters of a run that are named by their numbers


def flagged(
    text: str, holds: Callable[[int], int | None], progress: Progress | None = None
) -> Iterator[tuple[Span, str, str]]:
    """The redactions and odd characters of a text: where, the notice's kind, and its words; not in order.

    A character that cannot be seen is named by its number, U+FFFD; what can be seen is shown as it is.

    Args:
        text: The source.
        holds: The number of the block that an offset is a word of, or None for what is no word of the report.
        progress: Told the share done; may raise to cancel.
    """
    behind = 0
    for candidate in matches(_CANDIDATE, text, progress):
        at = candidate.start()
        found = _FLAGGED.match(text, at) if at >= behind else None
        if found is None:
            continue
        behind = found.end()
        if holds(at) is None:
            continue
        if found.lastgroup == "invisible":
            yield found.span(), "character", " ".join(f"U+{ord(char):04X}" for char in found[0][:_NAMED])
        else:
            yield found.span(), "redaction" if found.lastgroup == "redaction" else "character", found[0]
    for start, end in _in_numbers(text):
        if holds(start) is not None:
            yield (start, end), "character", text[start:end]


def _in_numbers(text: str) -> Iterator[Span]:
    """Where a number holds a letter, or digits of two widths; the latter are shown as a whole."""
    behind = 0
    for pattern in _IN_NUMBER[:2]:
        yield from (found.span() for found in matches(pattern, text))
    for found in sorted(found.span() for pattern in _IN_NUMBER[2:] for found in matches(pattern, text)):
        if found[0] < behind:
            continue
        start = found[0]
        while start > max(behind, found[0] - _LONGEST_NUMBER) and text[start - 1] in _DIGITS:
            start -= 1
        behind = found[1]
        while behind < min(len(text), found[1] + _LONGEST_NUMBER) and text[behind] in _DIGITS:
            behind += 1
        yield start, behind
