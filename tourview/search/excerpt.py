"""The passage around a hit, on one line."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tourview.report import Report, Span
from tourview.search.hidden import hidden_spans, shown_anyway
from tourview.search.result import Hit, Spans

_CLOSING = frozenset("。，、；：？！）》〉」』】〕〗”’…—·％%.,;:?!)]}｝］＞>～")
"""Marks that belong to what stands before them."""
_NOT_FIRST = _CLOSING | {" "}
_ELLIPSIS = "…"
_REACH = 4
"""How many widths of source to look at on either side: blanks and markup among it do not show."""


class Excerpt(NamedTuple):
    """A line of a report.

    Attributes:
        text: On one line, with single blanks, and … where the section goes on.
        marks: The spans in `text` that are to be highlighted, ascending and apart.
    """

    text: str
    marks: tuple[Span, ...]


def excerpt(report: Report, span: Span, width: int = 60, others: Sequence[Span] = ()) -> Excerpt:
    """The passage around a source span, from the own span of the section that holds its start.

    Args:
        report: The report.
        span: What to show. What is longer than `width` is cut; an empty span is shown from its start, unmarked.
        width: The most code points to show, without the ellipses; at least 1.
        others: More source spans, ascending, to be marked where they show.

    Raises:
        LookupError: If the report has no section.
    """
    section = report.section_at(span[0])
    hidden = hidden_spans(report, section, span[0] - width * _REACH)
    return excerpt_of(report.text, section.own_span, hidden, span, width=width, others=others)


def excerpt_of(
    text: str, own_span: Span, hidden: Iterable[Span], span: Span, *, width: int, others: Sequence[Span] = ()
) -> Excerpt:
    """The passage around a span of a text; see `excerpt`.

    Args:
        text: The source, or a part of it that all offsets count in.
        own_span: Where the section has its own words.
        hidden: What of them does not show, ascending; see `search.hidden`. As much is taken as is needed.
        span: What to show.
        width: The most code points to show.
        others: More spans to be marked.
    """
    own_start, own_end = own_span
    reach = width * _REACH
    low, high = max(own_start, span[0] - reach), min(own_end, span[0] + reach)
    spans = list(_apart([span, *others]))
    remaining = shown_anyway(text, hidden, [each for each in spans if each[0] < each[1]])
    shown, last_hidden = _one_line(text, low, high, remaining)
    offsets = [offset for _char, offset in shown]
    chars = "".join(char for char, _offset in shown)
    first, last = (bisect_left(offsets, offset) for offset in span)
    begin, end = _window(chars, first, last, width)
    before = _ELLIPSIS if begin > 0 or low > own_start else ""
    after = _ELLIPSIS if end < len(chars) or _more(text, high, own_end, chain([last_hidden], remaining)) else ""
    shift = len(before) - begin
    marks = []
    for start, stop in spans:
        left, right = max(bisect_left(offsets, start), begin), min(bisect_left(offsets, stop), end)
        if left < right:
            marks.append((left + shift, right + shift))
    return Excerpt(before + chars[begin:end] + after, tuple(marks))


def hit_excerpt(report: Report, hit: Hit, width: int = 60) -> Excerpt:
    """The passage around a hit's first occurrence, all of them marked; the section's beginning where there is none."""
    span, others = spans_around(hit.spans, hit.section.span[0], width)
    return excerpt(report, span, width, others)


def spans_around(spans: Spans, start: int, width: int) -> tuple[Span, Sequence[Span]]:
    """What the excerpt of a hit shows: its first span, and those near enough to be seen with it.

    Args:
        spans: Where the hit is.
        start: What is shown of one that is nowhere.
        width: The most code points to show.
    """
    if not spans:
        return (start, start), ()
    return spans[0], spans[: spans.index_from(spans[0][0] + width * _REACH)]


def _one_line(text: str, low: int, high: int, hidden: Iterator[Span]) -> tuple[list[tuple[str, int]], Span]:
    """The code points of the stretch and their offsets, blanks made one space, none at the ends; and the last part.

    That is the first hidden part that ends behind the stretch, which is taken from `hidden`, or an empty one.
    """
    shown: list[tuple[str, int]] = []
    blank = True
    position = low
    last = (high, high)
    for part in chain(hidden, [last]):
        start, end = part
        for offset in range(position, min(start, high)):
            char = text[offset]
            if not char.isspace():
                shown.append((char, offset))
            elif not blank:
                shown.append((" ", offset))
            blank = char.isspace()
        position = max(position, end)
        if position >= high:
            last = part
            break
    if shown and blank:
        shown.pop()
    return shown, last


def _more(text: str, start: int, end: int, hidden: Iterable[Span]) -> bool:
    """Whether anything shows from `start` to before `end`."""
    for first, last in hidden:
        if text[start:first].strip():
            return True
        start = max(start, last)
    return bool(text[start:end].strip())


def _window(chars: str, first: int, last: int, width: int) -> Span:
    """What to show of `chars` so that [first, last) is seen, a third of the rest before it, with decent ends."""
    spare = max(0, width - (last - first))
    right = min(len(chars) - last, spare - min(first, spare // 3))
    begin = first - min(first, spare - right)
    end = min(last + right, begin + width)
    while begin < first and (chars[begin] in _NOT_FIRST or _inside_word(chars, begin)):
        begin += 1
    while begin > 0 and chars[begin : begin + 1] in _NOT_FIRST:
        begin -= 1
    while end > last and (chars[end - 1].isspace() or _inside_word(chars, end)):
        end -= 1
    return begin, end


def _inside_word(chars: str, at: int) -> bool:
    return 0 < at < len(chars) and all(char.isascii() and char.isalnum() for char in chars[at - 1 : at + 1])


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap or touch made one."""
    spans.sort()
    start, end = spans[0]
    for begin, stop in spans[1:]:
        if begin > end:
            yield start, end
            start, end = begin, stop
        end = max(end, stop)
    yield start, end
