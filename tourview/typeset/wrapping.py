"""Lays a paragraph out in lines: filled from the left, ragged on the right, no hyphens.

Lines are as full as the permitted breaks allow (UAX #14 makes a space before Chinese no better a break than any other).
A paragraph is measured a window at a time, so that one of 50 MB gives its first line at once and never holds up a
thread that runs beside it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tourview.typeset.breaks import units
from tourview.typeset.cells import cell_columns, cell_width, visible
from tourview.typeset.classes import BLANK, CLOSE, CLOSE_NARROW, EXCLAIM, INFIX, LEADER, NONSTARTER, OPEN, REGIONAL

__all__ = ["cell_width", "wrap", "wrap_iter"]

#: Characters measured at a time.
_WINDOW = 16_384

#: What lies this near to the end of a window may be held to what lies beyond it: longer than any number's unit.
_MARGIN = 80

_BLANKS = re.compile(f"[{BLANK}]*+")
_BLANK = re.compile(f"[{BLANK}]")
_NOT_FIRST = re.compile(f"[{CLOSE}{CLOSE_NARROW}{EXCLAIM}{INFIX}{LEADER}{NONSTARTER}%’]")
_NOT_LAST = re.compile(f"[{OPEN}‘]")
_REGIONAL = re.compile(f"[{REGIONAL}]")


class _Window(NamedTuple):
    """A stretch of the paragraph, measured.

    Attributes:
        origin: The offset in the paragraph of its first character, where a line begins; offsets below count from there.
        text: What is drawn for the stretch, character for character.
        columns: The column where each character begins, and where the last ends.
        starts: Where the units begin.
        ends: Where they end.
        last: Whether the stretch reaches the paragraph's end.
    """

    origin: int
    text: str
    columns: list[int]
    starts: list[int]
    ends: list[int]
    last: bool


def _measure(text: str, origin: int, size: int) -> _Window:
    """The stretch of `size` characters of `text` that begins at `origin`."""
    stretch = visible(text[origin : origin + size])
    starts, ends = units(stretch)
    return _Window(origin, stretch, cell_columns(stretch), starts, ends, origin + size >= len(text))


def _emergency(window: _Window, start: int, stop: int) -> int:
    """Where to break a unit that is wider than the line.

    After its last blank, else as late as no closing mark comes first in the next line and no opening one last in this,
    else where the line is full; but after one grapheme at the least.
    """
    text, columns = window.text, window.columns
    if stop <= start:
        return bisect_right(columns, columns[start + 1], start + 1) - 1
    for at in range(stop, start, -1):
        if _BLANK.match(text, at - 1):
            return at
    for at in range(stop, start, -1):
        if columns[at] == columns[min(at + 1, len(text))] or _splits_flag(text, start, at):
            continue
        if not _NOT_FIRST.match(text, at) and not _NOT_LAST.match(text, at - 1):
            return at
    return stop


def _splits_flag(text: str, start: int, at: int) -> bool:
    """Whether offset `at` stands between the two letters of a flag, the line having begun at `start`."""
    letters = at
    while letters > start and _REGIONAL.match(text, letters - 1):
        letters -= 1
    return (at - letters) % 2 == 1 and _REGIONAL.match(text, at) is not None


def _break_line(window: _Window, start: int, room: int) -> int | None:
    """Where the line that begins at `start` breaks, if at most `room` cells wide without the blanks at its end.

    Returns:
        The offset in the window after those blanks, or None where that depends on what follows the window.
    """
    columns = window.columns
    stop = bisect_right(columns, columns[start] + room, start) - 1
    if not window.last and stop + _MARGIN >= len(window.text):
        return None
    blanks = _BLANKS.match(window.text, stop)
    at = blanks.end() if blanks else stop
    unit = bisect_left(window.starts, at) - 1
    if unit < 0 or window.ends[unit] <= at:
        return at if at > start else _emergency(window, start, stop)
    if window.starts[unit] > start:
        return window.starts[unit]
    return at if at > stop else _emergency(window, start, stop)


def wrap_iter(text: str, width: int, *, first: int = 0, rest: int = 0) -> Iterator[tuple[int, int]]:
    r"""Lays one paragraph out in lines, one at a time.

    Breaks come where `break_offsets` allows; a unit wider than a whole line is broken after a blank or, failing that,
    between graphemes. Blanks around a line lie outside it. A line is to be drawn as `visible(text[start:end])`, which
    is never wider than its room; only a line of a single grapheme may be, where there is no room for one.

    Args:
        text: The paragraph; "\n" in it is a soft break, never a forced one.
        width: The cells of a line, 1 or more.
        first: The cells by which the first line is indented; where they leave no room, one cell is left all the same.
        rest: The cells by which the other lines are indented.

    Yields:
        The [start, end) offsets of each line in code points of `text`. Together they hold every character that is not a
        blank, in order, once. A paragraph of blanks has one empty line.

    Raises:
        ValueError: `width` is less than 1.
    """
    if width < 1:
        raise ValueError(f"a line of {width} cells holds no text")
    start, size, room = _skip_blanks(text, 0), max(_WINDOW, 4 * width), max(1, width - first)
    if start == len(text):
        yield 0, 0
        return
    window = _measure(text, start, size)
    while start < len(text):
        stop = _break_line(window, start - window.origin, room)
        if stop is None:
            size = size * 2 if start == window.origin else size
            window = _measure(text, start, size)
            continue
        yield start, window.origin + _without_blanks(window.text, start - window.origin, stop)
        start, room = _skip_blanks(text, window.origin + stop), max(1, width - rest)
        if start >= window.origin + len(window.text):
            window = _measure(text, start, size)


def _skip_blanks(text: str, start: int) -> int:
    """The offset of the first character at or after `start` that is no blank, or the text's length."""
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start


def _without_blanks(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` without the blanks that hang there."""
    while end > start and _BLANK.match(text, end - 1):
        end -= 1
    return end


def wrap(text: str, width: int, *, first: int = 0, rest: int = 0) -> list[tuple[int, int]]:
    """Lays one paragraph out in lines: the list of what `wrap_iter` yields, with its arguments and errors."""
    return list(wrap_iter(text, width, first=first, rest=rest))
