"""The words of `chrome.toml`, and whether a line by its words is furniture of a web page."""

import re
import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from tourview.report import fold

_FILE = Path(__file__).with_name("chrome.toml")
LONGEST = 120
"""Code points beyond which no line is furniture."""
_VALUE = 60  # code points after a byline's colon, at most
_SENTENCE = re.compile("[。！？!?]")
_DECORATION = " \t\xa0\u3000【】[]()（）<>《》〈〉«»‹›|/\\·•*×✕✖-—–_=+~…,，、。:：;；»→←↑↓▲▼◆◇■□●○★☆\"'“”‘’!^."
_BLANK = re.compile(r"\s+")
_PARTING = re.compile(r"[\s|/\[\]()·•<>【】«»:*-]+")
_STAMP = re.compile(
    r"(?:发表于|发布于|更新于|发布|更新|时间|日期|发布时间|发布日期)?:?"
    r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\d{1,2}[:时]\d{1,2}(?:[:分]\d{0,2}秒?)?"
)
_MOMENT = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?\s?\d{1,2}:\d{2}(?::\d{2})?")
_DATE_FIRST = re.compile(r"^\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?[|,]?")
_CRUMB = re.compile(r"[>›»]\s*(?=\S)")
_ENTRY = 12  # code points of a menu's entry
_ISO_DATE = re.compile(r"\d{4}[./-]\d{1,2}[./-]\d{1,2}")
_RANGE = re.compile("[—–~至到-]")
"""What follows the first day of a visit: that is of the report, not of the page."""
_WHOLE_DATE = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?")
_COUNT = re.compile(
    r"(?:阅读|浏览|点击|点赞|评论|转发|收藏|在看|访问|回复|查看|热度|赞|喜欢)(?:量|数|次数|人数)?:?\(?\d[\d.,万w+]*\)?次?人?"
    r"|\(?\d[\d.,万w+]*\)?(?:人|次|条|个|篇)?(?:阅读|浏览|点击|点赞|评论|转发|收藏|在看|回复|赞|喜欢)(?:过)?"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{16,64}:?|[\w.+-]+@[\w-]+\.[\w.]+"
)
_CAPTION = re.compile(
    r"(?:记者|通讯员|摄影|图为|资料图).{0,40}[摄攝](?:影)?[)）]?$|^[(（](?:记者|通讯员)[^，。()（）]{2,16}[)）]$"
)
_PAGER = re.compile(r"(?:上一页|下一页|上页|下页|首页|末页|尾页)")
_POST = re.compile(r"本帖最后由\s?\S{1,30}\s?于.{8,24}编辑$|(?:楼主[:：]|\S{1,20}\s?发表于).{4,60}只看该作者")
_PAGER_REST = re.compile(r"(?:上一页|下一页|上页|下页|首页|末页|尾页|全文|\d+|[\[\]()<>|«».…第页共]|\s)+")


class Likeness(IntEnum):
    """How much a line looks like furniture by its words alone."""

    NONE = 0
    BESIDE = 1  # a mark or a single character: only where furniture stands beside it
    AUTHOR = 2  # who wrote it, which a report says, too: only where there is other furniture
    PLAIN = 3
    LABEL = 4  # a byline's label without its words, which the next line then is
    CRUMB = 5  # where one is on the site: what follows > is part of it


@dataclass(frozen=True, slots=True)
class _Words:
    buttons: frozenset[str]
    beside: frozenset[str]
    byline: re.Pattern[str]
    author: re.Pattern[str]
    dated: re.Pattern[str]
    opening: re.Pattern[str]
    crumb: re.Pattern[str]
    holding: re.Pattern[str]


@cache
def _words() -> _Words:
    table = tomllib.loads(_FILE.read_text("utf-8"))
    return _Words(
        frozenset(_BLANK.sub("", word) for word in table["buttons"]),
        frozenset(table["beside"]),
        re.compile(f"(?:{_any_of(table['bylines'])}):(?P<value>.*)"),
        re.compile(f"(?:{_any_of(table['authors'])}):(?P<value>.*)"),
        re.compile(f"(?:{_any_of(table['dated'])}):(?P<value>.*)"),
        re.compile(_any_of(table["openings"])),
        re.compile(r"(?:您|你|当前|现在|所在).{0,6}位置"),
        re.compile(_any_of(table["holding"])),
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def likeness(line: str) -> Likeness:
    """How much a line looks like furniture by its words.

    Args:
        line: Without surrounding blanks, not empty.
    """
    if len(line) > LONGEST:
        return Likeness.NONE
    folded = fold(line)
    squeezed = _BLANK.sub("", folded)
    core = squeezed.strip(_DECORATION)
    words = _words()
    if not core or core in words.beside:
        return Likeness.BESIDE
    if core in words.buttons or _is_plain(words, squeezed, core, line):
        return Likeness.PLAIN
    if _is_row(words, folded) or _is_menu(words, folded):
        return Likeness.PLAIN
    if len(_CRUMB.findall(folded)) > 1 and not _SENTENCE.search(folded) and len(folded) <= _VALUE:
        return Likeness.CRUMB
    return _by_opening(words, squeezed.lstrip("【[(（<《·•*-—| "), core)


def _is_row(words: _Words, folded: str) -> bool:
    """Whether every word of a line is a button's, but for the time."""
    parts = [part for part in _PARTING.split(_MOMENT.sub(" ", folded)) if part]
    return bool(words.buttons & set(parts)) and all(part in words.buttons or part in words.beside for part in parts)


def _is_menu(words: _Words, folded: str) -> bool:
    """Whether a line is a row of entries between bars, at least half of them known, or a row of counts."""
    parts = [_BLANK.sub("", part).strip(_DECORATION) for part in folded.split("|")]
    if len(parts) < 2 or max(map(len, parts)) > _ENTRY:
        return False
    known = sum(part in words.buttons or part in words.beside or _COUNT.fullmatch(part) is not None for part in parts)
    return known * 2 >= len(parts)


def _is_plain(words: _Words, squeezed: str, core: str, line: str) -> bool:
    return bool(
        _STAMP.fullmatch(core)
        or _ISO_DATE.fullmatch(core)
        or _COUNT.fullmatch(core)
        or _ADDRESS.fullmatch(core)
        or words.holding.search(squeezed)
        or is_caption(line)
    )


def _by_opening(words: _Words, squeezed: str, core: str) -> Likeness:
    if words.crumb.match(core):
        return Likeness.CRUMB
    if words.opening.match(core):
        return Likeness.PLAIN
    squeezed = _DATE_FIRST.sub("", squeezed)
    found = words.byline.match(squeezed) or words.author.match(squeezed)
    if found and len(found["value"]) <= _VALUE and not _SENTENCE.search(found["value"]):
        if not found["value"].strip(_DECORATION):
            return Likeness.LABEL
        return Likeness.PLAIN if words.byline.search(squeezed) else Likeness.AUTHOR
    found = words.dated.match(squeezed)
    date = _WHOLE_DATE.match(found["value"]) if found else None
    ranges = date is not None and found is not None and _RANGE.match(found["value"], date.end())
    return Likeness.PLAIN if date and not ranges else Likeness.NONE


def is_caption(line: str) -> bool:
    """Whether a line says who took the picture above it."""
    return line[-1] in "摄攝影)）" and len(line) <= LONGEST and _CAPTION.search(line) is not None


def is_pager(line: str) -> bool:
    """Whether a line leads from page to page of a web page, 上一页 1 2 3 下一页, or tells of a forum's post."""
    if _POST.match(line):
        return True
    return _PAGER.search(line) is not None and _PAGER_REST.fullmatch(line) is not None
