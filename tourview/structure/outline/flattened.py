"""Where a heading ends that runs into its paragraph without any mark, as web pages leave it.

一、基本情况为学习先进经验，… is a heading, 基本情况, and the beginning of a paragraph.
It ends at a blank, or after the word that says what the section is for, where the text goes on in the words that
paragraphs begin with.
"""

import re
from itertools import pairwise

from tourview.readers.widths import columns
from tourview.structure.kinds.heading_words import ends_with_kind

_WINDOW = 60  # code points looked at
_LONGEST_HEADING = 60  # columns
_LONGEST_KIND = 24  # code points within which the word of a chapter's kind should end
_NEAR, _NEAR_JOINED = 4, 9  # code points from the end of one such word to the end of the next
_BLANKS = re.compile(r"[ \u3000\u00a0\t]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff”》）)？！]")
_MARK = re.compile(r"[。！？；!?;：:，,]|$")
_CLOSING = frozenset("。！？!?：:")
_ANY = re.compile(r"[。！？；!?;：:，,\s]")
_TRAILING = "。．：:；;，,、 \t\u3000"
_ASKS = '？！?!”’"'
_CLAUSE = re.compile(r"[。！？；!?;：:，,]")
_STOP = re.compile(r"[。！？；!?;：:]")
_JOINED = re.compile("[和与與及、的之是等]|以及")
_BEGINS_PROSE = re.compile(
    r"为了?|為|根据|按照|本次|此次|这次|這次|我[们們市县縣区區局委镇鎮省院校国國公]|近[年期日几]|通过|通過|在|自|从|從|与|與|对照|對照|相比|"
    r"目前|当前|當前|截至|今年|去年|前[几些年]|\d{1,4}[年月日]|[一二三四五六七八九十两]{1,3}[天年月]|一是|首先|考察[组組团團]|"
    r"各[位地级]|他们|他們|两地|兩地|两市|两县|当地|當地|全[市县区省国镇]|该|該|由于|随着|隨著|作为|这|這|大家|先后|先後|调研组|学习期间|同志"
)


def heading_end(text: str, start: int, *, weak: bool) -> int | None:
    """Where the heading ends, in code points of the block, or None where its marks tell.

    Args:
        text: The block.
        start: Where the words after the label begin.
        weak: Whether only a word that paragraphs begin with may follow the heading's last word.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    window = text[start : start + _WINDOW]
    if start + len(window) == len(text) and not _ANY.search(window.rstrip(_TRAILING)):
        return None
    blank = _at_blank(window, text, start)
    end = blank if blank is not None else _after_kind(window, weak=weak)
    return None if end is None else start + end


def _at_blank(window: str, text: str, start: int) -> int | None:
    """The blank that ends a heading: after Chinese words, before Chinese prose, with no sentence ended before it."""
    for found in _BLANKS.finditer(window):
        head, after = window[: found.start()], window[found.end() : found.end() + 1]
        if _STOP.search(head.rstrip(_ASKS)) or columns(head) > _LONGEST_HEADING or not after:
            return None
        rest = text[start + found.end() : start + found.end() + 400]
        wide = len(head) > 1 and _HAN.match(head[-1]) and (after.isdecimal() or not after.isascii())
        if wide and _CLAUSE.search(rest) and columns(rest) > columns(head):
            return found.start()
    return None


def _after_kind(window: str, *, weak: bool) -> int | None:
    """The end of the first word, before any mark, that tells a kind and that prose follows; 做法与启示 is one word."""
    mark = _MARK.search(window)
    first = mark.start() if mark else len(window)
    if mark and mark[0] in _CLOSING:
        if first <= _LONGEST_KIND // 2:
            return None
        weak = weak or first <= _LONGEST_KIND
    limit = min(first, _LONGEST_KIND)
    if weak:
        places = [found.start() for found in _BEGINS_PROSE.finditer(window, 2) if found.start() <= limit]
        places = [*places, first] if first <= limit and places and places[-1] != first else places
    else:
        places = list(range(2, limit + 1))
    ends = [end for end in places if ends_with_kind(window[:end]) is not None]
    if not ends or ends[-1] in (first, len(window)):
        return None
    for end, later in pairwise([*ends, None]):
        if end is None or (later is not None and _goes_on(window[end:later])):
            continue
        if _BEGINS_PROSE.match(window, end) or not weak:
            return end
    return None


def _goes_on(between: str) -> bool:
    """Whether what stands between two such words makes them one: a 和 and a few characters, or hardly anything."""
    return len(between) <= _NEAR or (len(between) <= _NEAR_JOINED and _JOINED.match(between) is not None)
