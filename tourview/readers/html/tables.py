"""Tables of a web page: rows of data become a paragraph each; a table that lays out the page is as if not there."""

import re
from dataclasses import replace

from tourview.readers.html.page import Paragraph
from tourview.readers.items import ITEM

_BAR = " | "
_MOST_PARAGRAPHS = 8  # in a cell of data
_MOST_LETTERS = 1500  # code points of a cell of data
_ITEM = re.compile(ITEM)
_ARTICLE = 400  # code points in several paragraphs that make a cell rather a page's column


class Tables:
    """Passes paragraphs on, those in a table once it is known what the table is.

    Only the innermost table is kept back, and only while every cell of it could be data: one that holds another table,
    a heading, numbered sections or an article lays out the page.
    """

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._open: list[_Table] = []

    def add(self, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        table = self._open[-1] if self._open else None
        if table is None or table.is_layout:
            self.paragraphs.append(paragraph)
            return
        table.add(paragraph)
        if table.is_layout:
            self.paragraphs.extend(table.taken())

    def begin_table(self) -> None:
        """A table begins; the one around it lays out the page."""
        if self._open and not self._open[-1].is_layout:
            self._open[-1].is_layout = True
            self.paragraphs.extend(self._open[-1].taken())
        self._open.append(_Table())

    def begin_row(self) -> None:
        """A row begins."""
        if self._open:
            self._open[-1].rows.append([])

    def begin_cell(self) -> None:
        """A cell begins."""
        if self._open:
            self._open[-1].begin_cell()

    def end_table(self) -> None:
        """The innermost table ends."""
        if self._open:
            self.paragraphs.extend(self._open.pop().as_rows())


class _Table:
    """A table that may be one of data."""

    def __init__(self) -> None:
        self.is_layout = False
        self.rows: list[list[list[Paragraph]]] = [[]]
        self._letters = 0

    def begin_cell(self) -> None:
        if not self.is_layout:
            self.rows[-1].append([])
            self._letters = 0

    def add(self, paragraph: Paragraph) -> None:
        if not self.rows[-1]:
            self.begin_cell()
        cell = self.rows[-1][-1]
        cell.append(paragraph)
        self._letters += len(paragraph.text)
        self.is_layout = (
            paragraph.depth is not None
            or len(cell) > _MOST_PARAGRAPHS
            or self._letters > (_ARTICLE if len(cell) > 1 else _MOST_LETTERS)
            or (len(cell) > 1 and _ITEM.match(paragraph.text) is not None)
        )

    def taken(self) -> list[Paragraph]:
        """Its paragraphs, which it then has no more."""
        paragraphs = [paragraph for row in self.rows for cell in row for paragraph in cell]
        self.rows = [[]]
        return paragraphs

    def as_rows(self) -> list[Paragraph]:
        """A paragraph a row; the very paragraphs where no row has two cells with words."""
        if all(sum(map(bool, row)) < 2 for row in self.rows):
            return self.taken()
        return [_joined(row) for row in self.rows if any(row)]


def _joined(row: list[list[Paragraph]]) -> Paragraph:
    """The cells of a row in one paragraph, bars between them, none at either end."""
    words = [" ".join(paragraph.text for paragraph in cell) for cell in row]
    places = [place for place, cell in enumerate(words) if cell]
    parts = [paragraph for cell in row for paragraph in cell]
    text = _BAR.join(words[places[0] : places[-1] + 1]).replace("|  |", "| |")
    return replace(
        parts[0],
        text=text,
        bold=False,
        centred=False,
        size=min(part.size for part in parts),
        linked=sum(part.linked for part in parts),
        links=sum(part.links for part in parts),
    )
