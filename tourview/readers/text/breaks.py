"""Lines that go on with the one before though nothing was wrapped: over a page's end, around a link, after a mark."""

import re

from tourview.readers.items import ITEM
from tourview.readers.slices import is_wide
from tourview.readers.text.rows import Rows
from tourview.readers.text.wrapping import Wrapping
from tourview.readers.widths import columns

_ITEM = re.compile(ITEM + r"|[-*•·—]\s*|\d{1,3}(?:\.\d{1,2})*[.．、)）\s]|[①-⑳]")
_CLOSING = frozenset("，。、；：？！）》”」』】〉…%％")
"""What never opens a line: the line goes on with the one before."""
_OPENING = frozenset("（《“「『【〈")
"""What never ends one."""
_ENDS = ("。", "！", "？", "；", "：", "…", "!", "?", ";", ":", ".", "。”", "！”", "？”", "。）", "。」", "……")
_GOES_ON = ("，", "、", ",", "（", "(", "—")
_INDENTED = 2  # columns further in than the paragraph before, from which a line opens a new one
_FULL = 25  # code points of a line that is prose, not a heading, though it holds no mark
_LINKED = 12  # code points of words that were set apart because they are a link
_PROSE = 20  # code points of the line before such words, at least
_REACH = 24  # code points around such words in which quotation marks must open and close
_MARK = re.compile("[，。、；：？！,;:?!“”（）()]")


def carried_on(rows: Rows, furniture: frozenset[int]) -> frozenset[int]:
    """The lines that go on with the line before by their marks alone.

    They open with a mark that opens no line, follow one that ends none, or stand around words that a page had set apart
    as a link: short words in the midst of a sentence or between quotation marks.
    """
    text = rows.text
    found: set[int] = set()
    for place in range(1, len(rows)):
        start, end = rows.span(place)
        before_start, before = rows.span(place - 1)
        if place in furniture or place - 1 in furniture:
            continue
        if text[start] in _CLOSING:
            found.add(place)
            if (
                place > 1
                and _is_apart(text, before_start, before)
                and (place - 2 in found or _breaks_off(rows, place - 2))
            ):
                found.add(place - 1)
        elif text[before - 1] in _OPENING and before - before_start < _REACH * 40:
            found.add(place)
        elif (
            end - start <= _LINKED
            and before - before_start >= _PROSE
            and place + 1 < len(rows)
            and _is_apart(text, start, end)
            and _is_quoted(rows, place)
        ):
            found.update((place, place + 1))
    return frozenset(found - furniture)


def _is_apart(text: str, start: int, end: int) -> bool:
    return end - start <= _LINKED and not _MARK.search(text, start, end) and not _ITEM.match(text, start)


def _breaks_off(rows: Rows, place: int) -> bool:
    """Whether a line is prose that ends in the midst of a sentence."""
    start, end = rows.span(place)
    return end - start >= _PROSE and is_wide(rows.text[end - 1]) and not rows.text.endswith(_ENDS, start, end)


def _is_quoted(rows: Rows, place: int) -> bool:
    """Whether quotation marks open near the end of the line before and close near the beginning of the line after."""
    (low, high), (start, end) = rows.span(place - 1), rows.span(place + 1)
    opened = rows.text.rfind("“", max(low, high - _REACH), high)
    closed = rows.text.find("”", start, min(end, start + _REACH))
    if opened < 0 or closed < 0:
        return False
    return rows.text.find("”", opened, high) < 0 and rows.text.find("“", start, closed) < 0


def goes_on_overleaf(rows: Rows, before: int, place: int, wrapping: Wrapping | None) -> bool:
    """Whether a line goes on with the paragraph that a page's end interrupted.

    Args:
        rows: The lines.
        before: The last line above the page number or running head.
        place: The first line below it.
        wrapping: How the text was wrapped, if it was.
    """
    text = rows.text
    (low, high), (start, _end) = rows.span(before), rows.span(place)
    if text[start] in _CLOSING:
        return True
    if text.endswith(_ENDS, low, high) or _ITEM.match(text, start) or _is_indented(rows, before, place):
        return False
    if text.endswith(_GOES_ON, low, high):
        return True
    if not is_wide(text[high - 1]) or not is_wide(text[start]):
        return text[start].islower() or high - low >= _FULL
    if wrapping and not _ITEM.match(text, low):
        return columns(text[low:high]) >= wrapping.full
    return high - low >= _FULL or _is_prose(text, low, high)


def _is_indented(rows: Rows, before: int, place: int) -> bool:
    """Whether a line is indented as one that opens a paragraph is, and as the line before was not more."""
    indented, above = (columns(rows.text[rows.begin(line) : rows.span(line)[0]]) for line in (place, before))
    return indented >= _INDENTED and indented >= above


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether the words of a line are those of running text and not of a heading, by the marks in them."""
    clauses = end - start >= _LINKED and not _ITEM.match(text, start)
    return any(text.find(mark, start, end) >= 0 for mark in ("。；：，、" if clauses else "。；："))
