"""What of a section's source does not show where the section is read: markup, page numbers, title lines, soft breaks.

What shows is the label, the heading with the mark that closes it, and the paragraphs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from tourview.report import Passage, Report, Section, Span

CLOSING = re.compile(r"(?P<emphasis>[*_]{0,3})(?P<mark>[。．.，,：:；;！!？?、…—]{0,4}[”’」』）)》]{0,4})")
"""What may follow a heading: the end of Markdown's emphasis, and the mark that closes the heading."""
_MARKUP = "#*_`~|<>=-+ \t\u3000"
"""What may stand beside the words of a line that is markup, or a title."""


def hidden_spans(report: Report, section: Section, low: int = 0) -> Iterator[Span]:
    """The parts of the section's own span that do not show and end behind the source offset `low`, ascending and apart.

    Blanks between two passages are in none of them; what breaks a passage, a soft line break say, is. Of a section that
    is nothing but title lines all words show.
    """
    start, end = section.own_span
    if section.heading is None and not section.paragraphs:
        parts = _beside_words(report.text, (max(low, start), end), ())
    else:
        parts = _beside_passages(report.text, section, low)
    return (part for part in parts if part[1] > low)


def shown_anyway(text: str, hidden: Iterable[Span], spans: Sequence[Span]) -> Iterator[Span]:
    """Of hidden parts what remains hidden where some spans are to be seen: a line on which one begins or ends shows.

    Args:
        text: The source.
        hidden: The parts, ascending.
        spans: What is to be seen. One that only passes over a hidden part, as words do over a soft break, leaves it.
    """
    for part in hidden:
        if _touching(part, spans):
            yield from _beside_words(text, part, spans)
        else:
            yield part


def _beside_passages(text: str, section: Section, low: int) -> Iterator[Span]:
    """What is neither label nor passage."""
    at = _label_end(text, section)
    if section.heading is not None:
        yield from _trimmed(text, at, section.heading.start)
        yield from _inside(section.heading, low)
        at = section.heading.end
        if closing := CLOSING.match(text, at, section.own_end):
            yield from _trimmed(text, at, closing.end("emphasis"))
            at = closing.end()
    first = bisect_left(section.paragraphs, low, key=lambda passage: passage.end)
    if first:
        at = section.paragraphs[first - 1].end
    for passage in islice(section.paragraphs, first, None):
        yield from _trimmed(text, at, passage.start)
        yield from _inside(passage, low)
        at = passage.end
    yield from _trimmed(text, at, section.own_end)


def _label_end(text: str, section: Section) -> int:
    start = section.span[0]
    if text.startswith(section.label, start):
        return start + len(section.label)
    return section.heading.start if section.heading else start


def _inside(passage: Passage, low: int) -> Iterator[Span]:
    """What stands between the slices of a passage, from about `low` on."""
    if len(passage.runs) > 1:
        first = max(0, bisect_left(passage.runs, low, key=lambda run: run[1]) - 1)
        slices = islice(passage.source_spans(), first, None)
        yield from ((end, start) for (_start, end), (start, _end) in pairwise(slices) if start > end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the blanks around it; nothing if there is nothing else."""
    words = text[start:end]
    if words and not words.isspace():
        begin = start + len(words) - len(words.lstrip())
        yield begin, begin + len(words.strip())


def _beside_words(text: str, part: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Of the lines of a part, where spans are given, those without any; of the others the markup beside the words."""
    at, end = part
    while at < end:
        newline = text.find("\n", at, end)
        stop = end if newline < 0 else newline
        touching = _touching((at, stop), spans)
        if spans and not touching:
            yield from _trimmed(text, at, stop)
        else:
            line = text[at:stop]
            first = min([stop - len(line.lstrip(_MARKUP)), *(start for start, _end in touching)])
            last = max([at + len(line.rstrip(_MARKUP)), first, *(end for _start, end in touching)])
            yield from _trimmed(text, at, max(at, first))
            yield from _trimmed(text, min(stop, last), stop)
        at = stop + 1


def _touching(part: Span, spans: Sequence[Span]) -> list[Span]:
    """The spans that begin or end inside the part."""
    start, end = part
    return [span for span in spans if start <= span[0] < end or start < span[1] <= end]
