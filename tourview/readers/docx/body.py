"""The paragraphs of a Word file in reading order, tables and text boxes among them, each with what marks it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from tourview.readers.docx.numbering import Numbering
from tourview.readers.docx.styles import Look, Manner, Style, Styles, is_heading_level, manner_of
from tourview.readers.docx.text import Gatherer, Notes, Words, children, hides_mark, is_deleted
from tourview.readers.docx.xml import VAL, W, value
from tourview.readers.items import ITEM
from tourview.readers.slices import is_wide

_BETWEEN_CELLS = " | "
_LONG_CELL = 200  # characters of a cell that is laid out as paragraphs rather than one entry of a table
_MANY_PARAGRAPHS = 4
_NUMBERED = re.compile(rf"{ITEM}|[(（]?\d{{1,3}}[、.．)）]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as Word shows it.

    Attributes:
        text: Its words, its label before them, without surrounding blanks; LF where a line is broken.
        depth: The heading level its style or outline level states, from 1.
        looks: How many characters have each look.
        centred: Whether its lines are centred.
        title: Whether it has the style of a report's title.
        chrome: Whether it is no part of the report: a line of a table of contents that Word made.
        row: Whether it is a row of a table.
    """

    text: str
    depth: int | None = None
    looks: tuple[tuple[Look, int], ...] = ()
    centred: bool = False
    title: bool = False
    chrome: bool = False
    row: bool = False


class Story:
    """A text that is counted through from its beginning: the body, a header, a note.

    Args:
        styles: The styles of the file.
        numbering: Its lists; they count on from story to story.
        notes: Takes the notes that are referred to.
    """

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._gatherer = Gatherer(styles, notes)
        self._carried: Words | None = None

    def paragraphs(self, container: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs in a container: a header, a note, a cell, a text box."""
        for child in children(container):
            yield from self.of(child)
        yield from self.finish()

    def of(self, element: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs that a paragraph, a table or a row of one makes; none where it holds no words."""
        if element.tag == f"{W}p":
            yield from self._of_paragraph(element)
        elif element.tag == f"{W}tr":
            yield from self.finish()
            yield from self._of_row(element)
        elif element.tag == f"{W}tbl":
            for child in children(element):
                yield from self.of(child)

    def finish(self) -> Iterator[Paragraph]:
        """The paragraph that waits for one to go on in, where none comes."""
        words, self._carried = self._carried, None
        if words is not None:
            yield from self._shown(words, None)

    def _of_paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        if not len(element) and self._carried is None:
            return  # an empty paragraph of no list
        properties = element.find(f"{W}pPr")
        words = self._gatherer.words_of(element)
        if self._carried is not None:
            words = _joined(self._carried, words)
            self._carried = None
        if is_deleted(properties):
            self._carried = words
        else:
            yield from self._shown(words, properties)

    def _shown(self, words: Words, properties: etree._Element | None) -> Iterator[Paragraph]:
        style_name = value(properties, "pStyle")
        style = self._styles.paragraph(style_name)
        manner = manner_of(properties).over(style.manner)
        text = words.text.strip()
        if text or not (hides_mark(properties) or words.boxes):
            text = self._labelled(text, manner, style_name)
        if text:
            yield _paragraph(text, words, style, manner)
        for box in words.boxes:
            yield from Story(self._styles, self._numbering, self._notes).paragraphs(box)

    def _labelled(self, text: str, manner: Manner, style: str | None) -> str:
        """The words after their label, which is counted."""
        if manner.list_id is None:
            return text
        place = self._numbering.level_of(manner.list_id, manner.list_level, style, manner.list_style)
        label = self._numbering.label(manner.list_id, place)
        if label is None or (label.bullet and (not text or is_heading_level(manner.outline))):
            return text
        written = label.text.strip()
        if not text:
            return written
        touches = label.joined or (not written[-1].isalnum() and (is_wide(written[-1]) or is_wide(text[0])))
        return written + ("" if touches and not label.bullet else " ") + text

    def _of_row(self, element: etree._Element) -> Iterator[Paragraph]:
        properties = element.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            return
        cells = [
            [] if _goes_on(cell) else list(self.paragraphs(cell)) for cell in children(element) if cell.tag == f"{W}tc"
        ]
        if _columns(element) == 1 or any(_is_laid_out(cell) for cell in cells):
            for cell in cells:
                yield from cell
        elif any(cells):
            yield Paragraph(_row_text(cells), row=True)


def _joined(first: Words, second: Words) -> Words:
    return Words(
        [*first.parts, *second.parts],
        [*first.boxes, *second.boxes],
        first.looks + second.looks,
        first.contents or second.contents,
    )


def _paragraph(text: str, words: Words, style: Style, manner: Manner) -> Paragraph:
    looks: Counter[Look] = Counter()
    for look, count in words.looks.items():
        looks[look.over(manner.look)] += count
    return Paragraph(
        text=text,
        depth=(manner.outline or 0) + 1 if is_heading_level(manner.outline) else None,
        looks=tuple(looks.items()),
        centred=bool(manner.centred),
        title=style.is_title,
        chrome=style.is_contents or (words.contents and _ends_in_page_number(words.text)),
    )


def _ends_in_page_number(text: str) -> bool:
    before, _tab, after = text.rpartition("\t")
    return bool(before.strip()) and len(after) <= 6 and (after.strip(" -—ivxlcIVXLC").isdecimal() or not after.strip())


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell only continues a merged one: its words stand in the first."""
    properties = cell.find(f"{W}tcPr")
    for name in ("vMerge", "hMerge"):
        merge = None if properties is None else properties.find(W + name)
        if merge is not None and merge.get(VAL, "continue") == "continue":
            return True
    return False


def _columns(row: etree._Element) -> int:
    """How many columns the table of a row has; at least the row's own cells."""
    table = next(row.iterancestors(f"{W}tbl"), None)
    grid = None if table is None else table.find(f"{W}tblGrid")
    cells = sum(1 for cell in children(row) if cell.tag == f"{W}tc")
    return max(cells, 0 if grid is None else len(grid.findall(f"{W}gridCol")))


def _is_laid_out(cell: Sequence[Paragraph]) -> bool:
    return len(cell) >= _MANY_PARAGRAPHS and sum(len(paragraph.text) for paragraph in cell) > _LONG_CELL


def _row_text(cells: Sequence[Sequence[Paragraph]]) -> str:
    """The cells with bars between them; before them, too, where the row would be taken for a numbered heading."""
    texts = [" ".join(" ".join(paragraph.text.split("\n")) for paragraph in cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    while texts and not texts[0]:
        texts.pop(0)
    text = _BETWEEN_CELLS.join(texts).replace("|  |", "| |")
    return f"| {text} |" if _NUMBERED.match(text) else text
