"""The passage around a hit, on one line."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tourview.report import Report, Section, Span
from tourview.search.result import Hit

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
    own_start, own_end = section.own_span
    reach = width * _REACH
    low, high = max(own_start, span[0] - reach), min(own_end, span[0] + reach)
    shown = _one_line(report.text, low, high, _gaps(section, low, high))
    offsets = [offset for _char, offset in shown]
    chars = "".join(char for char, _offset in shown)
    first, last = (bisect_left(offsets, offset) for offset in span)
    begin, end = _window(chars, first, last, width)
    before = _ELLIPSIS if begin > 0 or low > own_start else ""
    after = _ELLIPSIS if end < len(chars) or report.text[high:own_end].strip() else ""
    shift = len(before) - begin
    marks = []
    for start, stop in _apart([span, *others]):
        left, right = max(bisect_left(offsets, start), begin), min(bisect_left(offsets, stop), end)
        if left < right:
            marks.append((left + shift, right + shift))
    return Excerpt(before + chars[begin:end] + after, tuple(marks))


def hit_excerpt(report: Report, hit: Hit, width: int = 60) -> Excerpt:
    """The passage around a hit's first occurrence, all of them marked; the section's beginning where there is none."""
    if not hit.spans:
        start = hit.section.span[0]
        return excerpt(report, (start, start), width)
    near = hit.spans[: hit.spans.index_from(hit.spans[0][0] + width * _REACH)]
    return excerpt(report, hit.spans[0], width, near)


def _gaps(section: Section, low: int, high: int) -> list[Span]:
    """The parts of the source between `low` and `high` that break the section's passages: soft line breaks, markup."""
    found: list[Span] = []
    for passage in (section.heading, *section.paragraphs):
        if passage is not None and passage.start < high and passage.end > low:
            slices = list(passage.source_spans()) if len(passage.runs) > 1 else []
            found.extend(
                (end, start) for (_start, end), (start, _end) in pairwise(slices) if start > low and end < high
            )
    return found


def _one_line(text: str, low: int, high: int, gaps: list[Span]) -> list[tuple[str, int]]:
    """The code points of the stretch and their offsets: the gaps left out, blanks made one space, none at the ends."""
    shown: list[tuple[str, int]] = []
    blank = True
    position = low
    for start, end in [*gaps, (high, high)]:
        for offset in range(position, start):
            char = text[offset]
            if not char.isspace():
                shown.append((char, offset))
            elif not blank:
                shown.append((" ", offset))
            blank = char.isspace()
        position = max(position, end)
    if shown and blank:
        shown.pop()
    return shown


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
