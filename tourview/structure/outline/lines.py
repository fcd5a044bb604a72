"""Which lines can be headings without a number, by what they say alone: short, unclosed, and nothing else known."""

import re

from tourview.readers.widths import columns
from tourview.report import fold
from tourview.structure.outline.markers import marker_of

_LONGEST = 60  # columns
_MOST_WORDS = 11  # of a Latin line
_LOOKED_AT = 80  # code points of a line's beginning
_NEVER_FIRST = frozenset("，。；：！？、）》”’,;")
_QUOTE = re.compile("[“”《》]")
_MARKS = re.compile(
    r"[。；;！!|\t>＞…]|[:：]$|[，,、:：—]$|\.$|^[-•●·*#>■□◆▲★※(（【\[<\"'＂]|^[“‘][^”’]*$|—|\.{2}|https?:|www\.|@"
)
_COLON = re.compile("[:：]")
_DATE = re.compile(
    r"[\d零〇○一二三四五六七八九十xX×]{2,4}\s?年|^\W*[\d\s年月日时分:./\-]+\W*$|^\d{1,2}\s?月\s?\d{1,2}\s?[日号]"
    r"|^\d{1,2} [A-Z][a-z]+ \d{4}$"
)
_REVIEWED = re.compile(r"回顾|情况|工作|总结|成效|计划|安排|目标|任务|重点|发展|规划|部署|打算")
_KNOWN = re.compile(
    r"(?:图|表|圖|附图|附表|照片)\s?[\d一二三四五六七八九十]|(?:figure|fig|table|chart|photo|box)\s?\d"
    r"|(?:来源|时间|日期|作者|编辑|责任编辑|记者|通讯员|摄影|文|图|校对|审核|签发|主送|抄送|抄报|报送|联系人|单位|姓名|职务|字号|阅读|浏览)\s?[/:]"
    r"|各位|同志们|尊敬的|(?:dear|to|from|date|copies|cc|by|prepared by|yours|sincerely|regards|submitted by)\b"
    r"|此致|敬礼|谢谢|特此|以上|以下|现将|妥否|当否|请审|请予|目录|contents$|完$|关键词|摘要"
)
_SIGNED = re.compile(r"(?:摄|文|供稿|供图|整理|执笔|报道|提供)$")
_OFFICE = re.compile(
    r"(?:委员会|办公室|政府|人大|政协|党委|党组|局|委|办|厅|处|科|中心|公司|集团|协会|学会|联合会|学校|大学|学院|党校|医院|总队|支队|大队|分队|小组|专班|工作队|代表团|研究室|党支部|工会|妇联|商会|[织传战务商]部|调研组|考察组|考察团|站|所|组)$"
    r"|\b(?:department|office|unit|team|council|ministry|commission|committee|agency|bureau|officer|service|directorate|section)\b"
)
_PERSON = re.compile(r"^(?:[一-龥]{2,12}(?:长|任|书记|主席|理|员))?[\s　]{1,3}[一-龥][一-龥\s　]{1,5}$")
_ATTACHED = re.compile(r"附[件录表錄]\s?[:：]\s*")
_LATIN_SMALL = re.compile(
    r"(?:an?|and|as|at|but|by|for|from|in|into|is|its?|of|off|on|or|our|over|per|the|their|to|up|via|vs|with|we|what|why"
    r"|how|when|where|who|i|you|they|are|can|us|not|does|did|was|were|be|do)$",
    re.IGNORECASE,
)


def may_be_heading(text: str) -> bool:
    """Whether a line can be a heading, as far as its own words tell."""
    if not 1 < len(text) <= _LONGEST or columns(text) > _LONGEST:
        return False
    if _MARKS.search(text) or _COLON.search(text[1:]):
        return False
    words = fold(text)
    if _KNOWN.match(words) or _SIGNED.search(words) or _PERSON.match(text):
        return False
    if _DATE.search(text) and not _REVIEWED.search(words):
        return False
    if not any(char.isalpha() for char in text):
        return False
    return not text.isascii() or _is_latin_heading(text)


def unclosed(text: str) -> str:
    """A line without the colon that closes it."""
    return text[:-1].rstrip() if text.endswith(("：", ":")) else text


def goes_on(text: str) -> bool:
    """Whether a line goes on in the sentence of the line before: with a mark, or the end of a quotation begun there."""
    head = text[:_LOOKED_AT]
    found = _QUOTE.search(head)
    return head[0] in _NEVER_FIRST or (found is not None and found[0] in _NEVER_FIRST)


def names_annex(text: str, below: str) -> bool:
    """Whether 附件：… names an annex whose text follows, not one of a list of names.

    Args:
        text: The line.
        below: The line after it.
    """
    name = _ATTACHED.sub("", text)
    marker = marker_of(below)
    follows = columns(below) > _LONGEST or below.endswith("。") or (marker is not None and marker.number == 1)
    return bool(name) and marker_of(name) is None and follows


def names_office(text: str) -> bool:
    """Whether a line is the name of an office, as it stands above or below a report."""
    return _OFFICE.search(fold(text)) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date."""
    return len(text) <= _LONGEST and _DATE.match(text.strip("（）() ")) is not None and not _REVIEWED.search(text)


def _is_latin_heading(text: str) -> bool:
    """Whether a Latin line is written as headings are: in capitals, in Title Case, or a few words from a capital."""
    words = text.split()
    if not text[0].isupper() or len(words) > _MOST_WORDS or "," in text:
        return False
    return (
        text.isupper()
        or len(words) <= _MOST_WORDS // 2 + 2
        or all(word[0].isupper() or _LATIN_SMALL.match(word) or not word[0].isalpha() for word in words)
    )
