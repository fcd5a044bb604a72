"""Where a heading ends and its paragraph begins, in a block that may hold both.

The heading is the lead sentence, or what stands before the first colon; where one long sentence is all there is, its
lead clause. The mark that closes it belongs to neither heading nor paragraph. Quotations and brackets are stepped over.
Only the first few hundred characters are looked at, so that the work does not depend on the length of the paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tourview.readers.widths import columns

_WINDOW = 360  # code points looked at
_LONGEST = 100  # columns a heading may take
_LONGEST_ALONE = 132  # columns where it stands alone on its line
_LONGEST_BEFORE_COLON = 60
_SHORTEST_CLAUSE = 4
_TOKEN = re.compile(r"[“‘《（(〈【「『\[”’》）)〉】」』\]。！？!?；;：:，,\n]|\.(?=\s|$)")
_OPENERS = frozenset("“‘《（(〈【「『[")
_CLOSERS = frozenset("”’》）)〉】」』]")
_STOPS = frozenset("。！？!?；;.")
_SENTENCE_ENDS = frozenset("。！？!?.")
_KEPT = frozenset("！？!?")  # closing marks that say something: they stay in the heading
_TRAILING = "。．.：:；;，,、 \t\u3000\n"
_BLANK = " \t\u3000\u00a0\n"
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Za-z]|vs|etc|No|Dr|Mr|Ms|Mrs|St|Inc|Ltd|Co|approx|Fig|e\.g|i\.e)|^\d+)$")


@dataclass(frozen=True, slots=True)
class Split:
    """A heading [start, end) and its paragraph from `body` on, in code points of the block; no paragraph: None."""

    start: int
    end: int
    body: int | None


def split_heading(text: str, after: int) -> Split | None:
    """Divide a block into heading and paragraph.

    Args:
        text: The block.
        after: Where the words after the label begin.

    Returns:
        The two parts, or None where no words follow the label.
    """
    start = _skip(text, after)
    if start >= len(text):
        return None
    window = text[start : start + _WINDOW]
    complete = start + len(window) == len(text)
    stop, clause = _marks(window)
    if stop is None and complete and columns(window.rstrip(_TRAILING)) <= _LONGEST_ALONE:
        return _whole(text, start)
    alone = stop is not None and complete and not window[stop:].strip(_TRAILING)
    if stop is not None and columns(window[:stop]) <= (_LONGEST_ALONE if alone else _LONGEST):
        return _divided(text, start, start + stop)
    if clause is not None:
        return _divided(text, start, start + clause)
    return _divided(text, start, start + stop) if stop is not None else _cut(text, start, len(window), complete)


def split_clause(text: str, after: int) -> Split | None:
    """Divide an item at the end of its lead clause: the first comma, semicolon, colon or full stop.

    Args:
        text: The block.
        after: Where the words after the label begin.

    Returns:
        The two parts, or None where no words follow the label.
    """
    start = _skip(text, after)
    stop, clause = _marks(text[start : start + _WINDOW])
    if clause is not None and (stop is None or clause < stop):
        return _divided(text, start, start + clause)
    return split_heading(text, after)


def split_at(text: str, after: int, end: int) -> Split:
    """Divide a block where the heading is known to end, whether or not a mark or blank stands there.

    Args:
        text: The block.
        after: Where the words after the label begin.
        end: Where the words of the heading end.
    """
    start = _skip(text, after)
    body = _skip(text, end)
    while body < len(text) and text[body] in _TRAILING:
        body += 1
    return Split(start, start + closed_length(text[start:end]), body if body < len(text) else None)


def is_one_sentence(text: str, after: int) -> bool:
    """Whether no sentence follows the first one within the part looked at; a semicolon ends none."""
    start = _skip(text, after)
    window = text[start : start + _WINDOW]
    for mark, at in _outside_pairs(window):
        if mark in _SENTENCE_ENDS:
            return not window[at:].strip(_TRAILING + "！？!?")
    return start + len(window) == len(text)


def has_words(text: str, after: int) -> bool:
    """Whether any words follow the label."""
    return _skip(text, after) < len(text)


def closed_length(text: str) -> int:
    """How many code points of a heading are left without the marks that close it."""
    return len(text.rstrip(_TRAILING)) or len(text)


def _outside_pairs(window: str) -> Iterator[tuple[str, int]]:
    """The marks outside quotations and brackets, and where they stand; none at the very beginning."""
    depth = 0
    for found in _TOKEN.finditer(window):
        mark, at = found[0], found.start()
        if mark in _OPENERS:
            depth += 1
        elif mark in _CLOSERS:
            depth = max(0, depth - 1)
        elif depth == 0 and at and not (mark == "." and _ABBREVIATION.search(window[max(0, at - 8) : at])):
            yield mark, at


def _marks(window: str) -> tuple[int | None, int | None]:
    """Where the lead sentence ends, and the first clause fit for a heading, outside quotations and brackets."""
    clause: int | None = None
    for mark, at in _outside_pairs(window):
        if mark in _STOPS or (mark in "：:" and _is_colon(window, at)):
            return at, clause
        if mark in "，," and clause is None and columns(window[:at]) >= _SHORTEST_CLAUSE and _is_comma(window, at):
            clause = at
    return None, clause


def _is_colon(window: str, at: int) -> bool:
    """Whether a colon closes a heading: not in 9:30 or http://, and not too far along."""
    digits = window[at - 1].isdecimal() and window[at + 1 : at + 2].isdecimal()
    address = window.startswith("//", at + 1)
    return not digits and not address and columns(window[:at]) <= _LONGEST_BEFORE_COLON


def _is_comma(window: str, at: int) -> bool:
    """Whether a comma parts clauses, not thousands."""
    return not (window[at - 1].isdecimal() and window[at + 1 : at + 2].isdecimal())


def _whole(text: str, start: int) -> Split:
    return Split(start, start + closed_length(text[start:]), None)


def _cut(text: str, start: int, length: int, complete: bool) -> Split:
    """The heading of a block without any mark: all of it, or what fits where it goes on beyond the window."""
    if complete:
        return _whole(text, start)
    end, width = start, 0
    while end < start + length and width < _LONGEST:
        width += columns(text[end])
        end += 1
    words = text[start:end].rstrip()
    space = words.rfind(" ")
    end = start + (space if space > 0 else len(words))
    return Split(start, end, _skip(text, end))


def _divided(text: str, start: int, mark: int) -> Split:
    """The heading up to the mark, which stays in it where it asks or exclaims, and the paragraph after the mark."""
    end = after = mark
    while after < len(text) and text[after] in _KEPT:
        after += 1
        end = after
    body = _skip(text, max(after, mark + 1))
    return Split(start, start + closed_length(text[start:end]), body if body < len(text) else None)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at
