"""Where a term occurs: in a stretch of folded text, and across the breaks that a source puts into its words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from tourview.report import Span
from tourview.search.folded import BETWEEN, CHUNK, Joined
from tourview.search.query import Term

_BLANKS = re.compile(r"\s*")

Tick = Callable[[int], None]
"""Told how many more code points were looked through; may raise to end the search."""


def occurrences(text: str, term: Term, stretch: Span, across: list[Span], tick: Tick) -> Iterator[Span]:
    """The occurrences of the term that lie in the stretch, from left to right, none overlapping the one before.

    Args:
        text: The folded text.
        term: What to look for.
        stretch: Where; an occurrence lies in it whole.
        across: The occurrences that the text itself does not show, in order of their starts; see `across_breaks`.
        tick: The callback for progress.
    """
    position, end = stretch
    if not across and len(term.parts) == 1:
        yield from _words(text, term.parts[0], position, end, tick)
        return
    waiting = (across[place] for place in range(bisect_left(across, (position, position)), len(across)))
    broken = next(waiting, None)
    plain = _next(text, term, position, end, tick)
    while plain is not None or broken is not None:
        if broken is not None and broken[1] > end:
            broken = None
        elif broken is not None and broken[0] < position:
            broken = next(waiting, None)
        elif plain is not None and plain[0] < position:
            plain = _next(text, term, position, end, tick)
        elif plain is not None and (broken is None or plain <= broken):
            yield plain
            position = plain[1]
        elif broken is not None:
            yield broken
            position = broken[1]


def across_breaks(joined: Joined, term: Term, tick: Tick) -> list[Span]:
    """The source spans where the term occurs in a joined passage but not within one slice of it, in order.

    All of them, overlapping ones too: which of them count depends on what was found before them.
    """
    found: list[Span] = []
    text, begins = joined.text, joined.begins
    if any(BETWEEN in part for part in term.parts):
        return found
    shortest = sum(map(len, term.parts))
    position = 0
    while (span := _next(text, term, position, len(text), tick)) is not None:
        begin, end = span
        following = joined.slice_at(begin) + 1
        if following == len(begins):
            break
        if end > begins[following]:
            found.append(joined.to_source(begin, end))
        # A word may begin that far before the next break, and no earlier; the blanks in a phrase may be of any length.
        position = max(begin + 1, begins[following] - shortest + 1) if len(term.parts) == 1 else begin + 1
    return found


def _words(text: str, word: str, position: int, end: int, tick: Tick) -> Iterator[Span]:
    """The occurrences of one word where nothing breaks it: most of what is ever looked for."""
    size = len(word)
    while position < end:
        limit = min(position + CHUNK, end)
        reach = min(limit + size - 1, end)
        begin = text.find(word, position, reach)
        after = position
        while begin >= 0:
            after = begin + size
            yield begin, after
            begin = text.find(word, after, reach)
        limit = max(limit, after)
        tick(limit - position)
        position = limit


def _next(text: str, term: Term, position: int, end: int, tick: Tick) -> Span | None:
    """The first occurrence that begins at `position` or after it and ends by `end`."""
    head = term.parts[0]
    while position < end:
        limit = min(position + CHUNK, end)
        begin = text.find(head, position, min(limit + len(head) - 1, end))
        if begin < 0:
            tick(limit - position)
            position = limit
            continue
        tick(begin + 1 - position)
        after = begin + len(head) if len(term.parts) == 1 else _rest(text, term, begin + len(head), end)
        if after >= 0:
            return begin, after
        position = begin + 1
    return None


def _rest(text: str, term: Term, position: int, end: int) -> int:
    """Where the term's later parts end if they stand at `position`, one after the other; -1 if they do not."""
    for part, loose in zip(term.parts[1:], term.loose, strict=True):
        begin = position
        blanks = _BLANKS.match(text, position, end)
        position = blanks.end() if blanks else position
        if (position == begin and not loose) or not text.startswith(part, position, end):
            return -1
        position += len(part)
    return position
