"""Paragraphs of a web page whose lines were broken at a width, by `<br>` or in a `pre`, become whole again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from tourview.readers.html.page import Paragraph
from tourview.readers.slices import is_wide
from tourview.readers.text.wrapping import Wrapping, wrapping_of

_FEWEST = 6  # lines after a break, below which nothing can be told
_SAMPLE = 4096  # paragraphs by which to tell


def unwrapped(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that are lines of one put together where the page clearly was wrapped."""
    sample = paragraphs[:_SAMPLE]
    wrapping = wrapping_of("".join(map(_row, sample))) if sum(each.broken for each in sample) >= _FEWEST else None
    if wrapping is None:
        return list(paragraphs)
    return [_whole(lines) for lines in _lines(paragraphs, wrapping)]


def _row(paragraph: Paragraph) -> str:
    """The paragraph as a line of plain text; a blank line before it where an element begins or ends."""
    return f"{'' if paragraph.broken else chr(10)}{' ' * paragraph.indent}{paragraph.text}\n"


def _lines(paragraphs: Sequence[Paragraph], wrapping: Wrapping) -> Iterator[list[Paragraph]]:
    """The lines of each paragraph."""
    begins = [True, *(not _goes_on(before, each, wrapping) for before, each in pairwise(paragraphs))]
    number = 0

    def numbered(place: int) -> int:
        nonlocal number
        number += begins[place]
        return number

    for _number, places in groupby(range(len(paragraphs)), numbered):
        yield [paragraphs[place] for place in places]


def _goes_on(before: Paragraph, paragraph: Paragraph, wrapping: Wrapping) -> bool:
    if not paragraph.broken or paragraph.depth is not None or paragraph.holder != before.holder:
        return False
    above, line = _row(before), _row(paragraph)
    start = len(above) - len(before.text) - 1
    indent = len(line) - len(paragraph.text) - 1
    return wrapping.continues(
        above + line,
        start - before.indent,
        (start, len(above) - 1),
        len(above),
        (len(above) + indent, len(above) + len(line) - 1),
    )


def _whole(lines: Sequence[Paragraph]) -> Paragraph:
    """The paragraph of some lines, a blank between two only where words need it."""
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        parts.append("" if is_wide(before.text[-1]) and is_wide(line.text[0]) else " ")
        parts.append(line.text)
    return replace(
        lines[0],
        text="".join(parts),
        bold=all(line.bold for line in lines),
        centred=all(line.centred for line in lines),
        size=min(line.size for line in lines),
        linked=sum(line.linked for line in lines),
        links=sum(line.links for line in lines),
    )
