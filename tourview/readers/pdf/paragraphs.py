"""Paragraphs from the lines of all pages: which line goes on the one before, over the end of a page, too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tourview.readers.items import ITEM
from tourview.readers.pdf.measure import Measure
from tourview.readers.pdf.page import Line, continued, is_wide

_INDENT = 1.2  # of the type size: from where on a line is set in
_SAME_INDENT = 0.4  # of the type size
_SET_RIGHT = 0.5  # of the column's width: what begins further in is set to the right, as who signed and when
_OUTDENT = 0.7  # of the type size: from where on it is set out
_SLACK = 0.9  # of the type size: what may stay free at the end of a full line
_OVERHANG = 2  # of the type size: how much further a list's lines may begin than its mark
_GAP = 1.3  # of the usual distance of lines: from where on it parts paragraphs
_RESIZED, _SLIGHTLY_RESIZED = 1.25, 1.08
_NOTE = 0.9  # of the body's size, at most: the type of notes at the foot of a page
_LONGEST_HEADING, _LONGEST_WORD = 60, 60  # characters
_CENTRED, _MARGIN = 1.0, 2.0  # of the type size: how even, and how wide, the margins of a centred line are
_LATIN_WIDTH = 0.55
_CLOSED = tuple("。！？!?；;：:.”」』…）)")
_MARK = re.compile(rf"[-*•·●■◆▪➢✓○]\s?|——|{ITEM}|\d{{1,3}}(?:\.\d{{1,2}})*(?:[.．、)）]|\s)\s*\D|[①-⑳]|附件|附录")
_BULLET = re.compile(r"[•●■◆▪➢✓○]")
_UNIT = re.compile(r"(?:[!-~]+|.)[，。、；：！？）》」』”’,.;:!?)]{0,2}")
_HYPHENATED = re.compile(r"\w[-/]$")
_BROKEN_WORD = re.compile(r"([A-Za-z]{2,})-$")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a piece of chrome, in reading order.

    Attributes:
        text: On one line.
        page: The number of the page it begins on, from 0.
        chrome: Whether it is no part of the report.
        prominent: Whether it is set apart as headings are.
    """

    text: str
    page: int
    chrome: bool = False
    prominent: bool = False


def paragraphs_of(pages: Sequence[Sequence[Line]], chrome: set[int], usual: Measure) -> Iterator[Paragraph]:
    """The paragraphs of a document, each piece of chrome and each note after the one it stands in.

    Args:
        pages: The lines of each page in reading order.
        chrome: The `id` of the lines that are no part of the report.
        usual: What is usual in the document.
    """
    words = _broken_words(pages)
    main: list[Line] = []
    note: list[Line] = []
    waiting: list[Paragraph] = []
    for line, is_note in _flow(pages, chrome, usual):
        if id(line) in chrome:
            waiting.append(Paragraph(line.text, line.page, chrome=True))
            if not main and not note:
                yield waiting.pop()
        elif is_note:
            if note and not continues(note, line, usual):
                waiting.append(_paragraph(note, usual, words))
                note = []
            note.append(line)
        else:
            if main and not continues(main, line, usual):
                yield _paragraph(main, usual, words)
                yield from _set_down(waiting, note, usual, words)
                main, note, waiting = [], [], []
            main.append(line)
    if main:
        yield _paragraph(main, usual, words)
    yield from _set_down(waiting, note, usual, words)


def _set_down(waiting: list[Paragraph], note: list[Line], usual: Measure, words: set[str]) -> Iterator[Paragraph]:
    yield from waiting
    if note:
        yield _paragraph(note, usual, words)


def _flow(pages: Sequence[Sequence[Line]], chrome: set[int], usual: Measure) -> Iterator[tuple[Line, bool]]:
    """Every line, and whether it is of a note: small type at the end of a column that holds larger type."""
    for lines in pages:
        for _column, group in groupby(lines, key=lambda line: line.column):
            column = list(group)
            text = [line for line in column if id(line) not in chrome]
            notes: set[int] = set()
            for line in reversed(text):
                if line.row or line.aside or line.size > _NOTE * usual.size:
                    break
                notes.add(id(line))
            if len(notes) == len(text):
                notes = set()
            yield from ((line, id(line) in notes) for line in column)


def continues(lines: Sequence[Line], line: Line, usual: Measure) -> bool:
    """Whether a line goes on the paragraph that the lines before it make."""
    before = lines[-1]
    if not _may_follow(before, line, usual):
        return False
    marked = _MARK.match(line.text) is not None
    if _is_centred(before, usual) and _is_centred(line, usual) and not _is_as_wide(before, line):
        return _is_title(before, line, usual) and not marked
    heading_ends = (before.weight > usual.weight) != (line.weight > usual.weight)
    if marked and before.text.endswith(_CLOSED) and (heading_ends or not usual.first_indent):
        return False
    return _is_placed_on(lines, line, usual) and _is_full(before, line, usual)


def _may_follow(before: Line, line: Line, usual: Measure) -> bool:
    """Whether a line is of the same kind as the one before, and close enough below it or in another column."""
    if before.row or line.row or before.aside or line.aside or (before.column < 0) != (line.column < 0):
        return False
    ratio = max(before.size, line.size) / min(before.size, line.size)
    resized = ratio > (_SLIGHTLY_RESIZED if before.text.endswith(_CLOSED) else _RESIZED)
    below = (line.baseline - before.baseline) / line.size
    far = _is_same_column(before, line) and not 0 <= below <= _GAP * max(usual.pitch, 1.0)
    return not (resized or far or _BULLET.match(line.text))


def _is_same_column(before: Line, line: Line) -> bool:
    return before.page == line.page and before.column == line.column


def _is_placed_on(lines: Sequence[Line], line: Line, usual: Measure) -> bool:
    """Whether a line begins where the next line of the paragraph would."""
    step = usual.indent(line) - usual.indent(lines[-1])
    if abs(step) >= _SAME_INDENT and _is_set_right(lines[-1], usual):
        return False
    if step >= _INDENT:
        hangs = len(lines) == 1 and _MARK.match(lines[0].text) and usual.indent(line) > _INDENT / 2
        return bool(hangs) and step <= _INDENT + _OVERHANG
    if step <= -_OUTDENT:
        return len(lines) == 1
    # Below one another, and both set in: two first lines, or a passage with a margin of its own.
    if not usual.first_indent or usual.indent(line) < _INDENT:
        return True
    narrow = _is_as_wide(lines[-1], line) and usual.edges_of(line).right - line.right > _MARGIN * line.size
    first = abs(usual.indent(line) - usual.first_indent) < _SAME_INDENT and not narrow
    return not (first or lines[-1].text.endswith(_CLOSED) or _MARK.match(line.text))


def _is_set_right(line: Line, usual: Measure) -> bool:
    """Whether a line begins so far in that no first line does."""
    edges = usual.edges_of(line)
    return line.left - edges.left > _SET_RIGHT * (edges.right - edges.left)


def _is_full(before: Line, line: Line, usual: Measure) -> bool:
    """Whether a line leaves too little room at its end for what the next one begins with."""
    unit = _UNIT.match(line.text)
    needed = sum(1 if is_wide(char) else _LATIN_WIDTH for char in unit.group()) if unit else 1
    free = (usual.edges_of(before).right - before.right) / before.size
    if free < min(needed, 12) + _SLACK:
        return True
    # A passage with margins of its own: both lines are as wide as each other.
    edges = usual.edges_of(before)
    long = before.right - before.left > 0.6 * (edges.right - edges.left)
    return _is_same_column(before, line) and _is_as_wide(before, line) and long and not before.text.endswith(_CLOSED)


def _is_as_wide(before: Line, line: Line) -> bool:
    return abs(before.left - line.left) < before.size / 2 and abs(before.right - line.right) < before.size


def _is_centred(line: Line, usual: Measure) -> bool:
    edges = usual.edges_of(line)
    left, right = line.left - edges.left, edges.right - line.right
    return min(left, right) > _MARGIN * line.size and abs(left - right) <= 2 * _CENTRED * line.size


def _is_title(before: Line, line: Line, usual: Measure) -> bool:
    """Whether two centred lines are one heading that takes two lines."""
    larger = before.size > _SLIGHTLY_RESIZED * usual.size or before.weight > usual.weight
    same = abs(before.size - line.size) < 0.05 * line.size and before.weight == line.weight
    return (
        larger and same and before.page == line.page and not before.text.endswith(_CLOSED) and line.text[0] not in "(（"
    )


def _paragraph(lines: Sequence[Line], usual: Measure, words: set[str]) -> Paragraph:
    parts = [lines[0].text]
    for line in lines[1:]:
        if _is_divided(parts[-1], line.text, words):
            parts[-1] = parts[-1][:-1]
        elif not _HYPHENATED.search(parts[-1][-2:]):
            parts.append(continued(parts[-1], line.text))
        parts.append(line.text)
    text = "".join(parts)
    apart = all(
        line.weight > usual.weight or line.size > _SLIGHTLY_RESIZED * usual.size or _is_centred(line, usual)
        for line in lines
    )
    short = len(text) <= _LONGEST_HEADING and any(map(str.isalpha, text))
    row = lines[0].row or lines[0].aside
    return Paragraph(text, lines[0].page, prominent=apart and short and not row)


def _is_divided(before: str, after: str, words: set[str]) -> bool:
    """Whether the hyphen at the end of a line only divides a word: not one that is written with it elsewhere."""
    broken, rest = _BROKEN_WORD.search(before[-_LONGEST_WORD:]), _WORD.match(after[:_LONGEST_WORD])
    if not broken or not rest or not rest.group()[0].islower():
        return False
    return f"{broken[1]}-{rest.group()}".lower() not in words


def _broken_words(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The words with a hyphen that stand unbroken somewhere; looked for only where some line ends in a hyphen."""
    lines = [line.text for page in pages for line in page]
    if not any(text.endswith("-") for text in lines):
        return set()
    return {word.lower() for text in lines if "-" in text for word in _WORD.findall(text) if "-" in word}
