"""Which paragraphs of a Word file stand out, and which are its title."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tourview.readers.chrome.lines import chrome_lines
from tourview.readers.docx.body import Paragraph
from tourview.readers.docx.styles import Look
from tourview.readers.widths import columns

_LONGEST_HEADING = 120  # columns of a paragraph that may be a heading
_LONGEST_RUN_IN = 80  # columns of one that holds a sentence and goes on behind it
_SENTENCE = re.compile("[。！？；].*[^。！？；”’）)\\s]", re.DOTALL)
_TITLE_WITHIN = 30  # paragraphs from the top
_HEADING_FACES = re.compile("黑体|小标宋|大标宋|楷体|雅黑|simhei|kaiti|stkaiti|stxihei|华文中宋", re.IGNORECASE)
_CONTENTS_HEADING = re.compile(r"(?:目\s*[录錄次]|contents|table of contents)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """How running text looks: its size in half-points and typeface, and whether most of it is bold, or centred."""

    size: int
    face: str | None
    bold: bool
    centred: bool


def body_of(paragraphs: Sequence[Paragraph]) -> Body:
    """How running text looks in these paragraphs, by what most characters have."""
    sizes: Counter[int] = Counter()
    faces: Counter[str | None] = Counter()
    bold = centred = total = 0
    for paragraph in paragraphs:
        length = 0
        for look, count in paragraph.looks:
            sizes[look.size or 0] += count
            faces[look.face] += count
            bold += count if look.bold else 0
            length += count
        total += length
        centred += length if paragraph.centred else 0
    return Body(
        max(sizes, key=sizes.__getitem__, default=0),
        max(faces, key=faces.__getitem__, default=None),
        2 * bold > total,
        2 * centred > total,
    )


def is_prominent(paragraph: Paragraph, body: Body) -> bool:
    """Whether a paragraph short enough for a heading is set apart throughout: bold, centred, larger, in a heading face.

    A trait that most of the text has sets nothing apart. A heading face (黑体, 楷体, 小标宋) is what official reports
    mark headings by, in the size of the text.
    """
    if paragraph.row or not paragraph.looks or not is_heading_long(paragraph.text):
        return False
    if paragraph.centred and not body.centred:
        return True
    return (
        (not body.bold and _all(paragraph, lambda look: bool(look.bold)))
        or _all(paragraph, lambda look: (look.size or 0) > body.size)
        or _all(paragraph, lambda look: look.face not in (None, body.face) and _is_heading_face(look.face or ""))
    )


def is_heading_long(text: str) -> bool:
    """Whether a paragraph is short enough for a heading, and not a lead sentence with its text behind it."""
    width = columns(text[: _LONGEST_HEADING + 1])
    return width <= _LONGEST_HEADING and (width <= _LONGEST_RUN_IN or not _SENTENCE.search(text))


def with_title_levels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those in a title's style told apart as what they are.

    One title near the top (a paragraph, or several in a row) is the report's. Several apart are the titles of reports
    in one file, and become headings above all others. Elsewhere the style means nothing.
    """
    places = [place for place, paragraph in enumerate(paragraphs) if paragraph.title]
    groups = sum(1 for place in places if place - 1 not in places) if len(places) < _TITLE_WITHIN else 0
    if groups == 1 and places[0] < _TITLE_WITHIN:
        return list(paragraphs)
    if groups < 2:
        return [replace(paragraph, title=False) if paragraph.title else paragraph for paragraph in paragraphs]
    return [
        replace(paragraph, title=False, depth=1 if paragraph.title else paragraph.depth and paragraph.depth + 1)
        for paragraph in paragraphs
    ]


def with_chrome(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those told apart as chrome that are no part of the report though nothing marks them.

    They are the word 目录 above a table of contents, and what a page that was pasted, or its print, has left among the
    text: page numbers typed on lines of their own, buttons above the title and below the end. No heading is one.
    """
    lines = [paragraph.text.replace("\n", " ") for paragraph in paragraphs]
    furniture = chrome_lines(lines)
    found = []
    for place, paragraph in enumerate(paragraphs):
        heads = place + 1 < len(paragraphs) and paragraphs[place + 1].chrome and _CONTENTS_HEADING.match(lines[place])
        left_over = place in furniture and not (paragraph.depth or paragraph.title or paragraph.row)
        found.append(replace(paragraph, chrome=True) if heads or left_over else paragraph)
    return found


def _all(paragraph: Paragraph, holds: Callable[[Look], bool]) -> bool:
    return all(holds(look) for look, _count in paragraph.looks)


def _is_heading_face(face: str) -> bool:
    return bool(_HEADING_FACES.search(face))
