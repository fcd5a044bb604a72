"""PDF files for the tests: a small typesetter on reportlab, the same bytes at every run.

The face is one of the fonts that every PDF viewer has for Chinese, so that no font file is needed; bold is drawn with
an outline, as office programs draw a face without a bold cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
FACE = "STSong-Light"
_NEVER_FIRST = "，。、；：！？）》」』”’…%"

pdfmetrics.registerFont(UnicodeCIDFont(FACE))


@dataclass(frozen=True)
class Part:
    """A paragraph or a heading.

    Attributes:
        text: Its words.
        size: The type size, in points.
        bold: Whether all of it is bold.
        align: `left`, `center` or `right`.
        indent: The first line's indent, in type sizes.
        before: What is left free above, in points.
        bookmark: The level, from 0, of the outline's entry for it; None for none.
        rows: The rows of a table with rules, in its stead.
    """

    text: str = ""
    size: float = 16
    bold: bool = False
    align: str = "left"
    indent: float = 2
    before: float = 0
    bookmark: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """How pages are set: their margins in points, columns, the distance of lines, head and foot.

    `head` and `foot` hold `{page}` where the page's number goes; `pages`, too, may stand there.
    """

    left: float = 79
    right: float = 74
    top: float = 105
    bottom: float = 99
    columns: int = 1
    gutter: float = 24
    pitch: float = 28
    head: str = ""
    foot: str = ""
    title: str = ""
    watermark: str = ""
    face: str = FACE
    size: tuple[float, float] = A4


def pdf_of(parts: Iterable[Part], sheet: Sheet | None = None) -> bytes:
    """A PDF with these parts."""
    setter = _Setter(sheet or Sheet())
    for part in parts:
        setter.add(part)
    return setter.finished()


def wrapped(text: str, width: float, size: float, indent: float = 0, face: str = FACE) -> list[str]:
    """The lines of a paragraph, none of which begins with a closing mark; Latin words and numbers are not broken."""
    lines, line, room = [], "", width - indent * size
    for unit in _units(text):
        if line and pdfmetrics.stringWidth(line + unit.rstrip(), face, size) > room + 0.01:
            lines.append(line.rstrip())
            line, room = unit.lstrip(), width
        else:
            line += unit
    return [*lines, line.rstrip()] if line.strip() else lines


def _units(text: str) -> list[str]:
    units: list[str] = []
    for char in text:
        joins = units and units[-1][-1].isascii() and not units[-1][-1].isspace() and char.isascii()
        if units and (joins or char in _NEVER_FIRST):
            units[-1] += char
        else:
            units.append(char)
    return units


class _Setter:
    """Sets parts on pages and columns."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._buffer = BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=sheet.size, invariant=1)
        if sheet.title:
            self._canvas.setTitle(sheet.title)
        self._page = 0
        self._column = 0
        self._marks = 0
        self._y = 0.0
        self._floor = sheet.bottom
        self._begin()

    @property
    def _width(self) -> float:
        sheet = self._sheet
        return (sheet.size[0] - sheet.left - sheet.right - sheet.gutter * (sheet.columns - 1)) / sheet.columns

    @property
    def _left(self) -> float:
        return self._sheet.left + self._column * (self._width + self._sheet.gutter)

    def add(self, part: Part) -> None:
        if part.rows:
            self._table(part)
            return
        across = self._sheet.columns > 1 and part.align == "center"
        width = self._sheet.size[0] - self._sheet.left - self._sheet.right if across else self._width
        indent = part.indent if part.align == "left" else 0
        self._y -= part.before
        for number, line in enumerate(wrapped(part.text, width, part.size, indent, self._sheet.face)):
            self._next_line()
            if number == 0 and part.bookmark is not None:
                self._bookmark(part.text, part.bookmark)
            room = width - pdfmetrics.stringWidth(line, self._sheet.face, part.size)
            shift = {"left": indent * part.size if number == 0 else 0, "center": room / 2, "right": room}[part.align]
            self._draw(self._left + shift, line, part.size, bold=part.bold)
        if across:
            self._floor, self._top = self._sheet.bottom, self._y - self._sheet.pitch / 2

    def finished(self) -> bytes:
        self._end()
        self._canvas.save()
        return self._buffer.getvalue()

    def _table(self, part: Part) -> None:
        widths = self._width / len(part.rows[0])
        height = part.size * 1.6
        for row in part.rows:
            self._next_line()
            bottom = self._y - 0.4 * part.size
            for place, cell in enumerate(row):
                self._canvas.rect(self._left + place * widths, bottom, widths, height)
                self._draw(self._left + place * widths + 5, cell, part.size, bold=False)
            self._y = bottom - height + 0.4 * part.size + self._sheet.pitch
        self._y -= 8

    def _draw(self, x: float, line: str, size: float, *, bold: bool) -> None:
        self._canvas.saveState()
        text = self._canvas.beginText(x, self._y)
        text.setFont(self._sheet.face, size)
        text.setTextRenderMode(2 if bold else 0)
        text.textOut(line)
        self._canvas.drawText(text)
        self._canvas.restoreState()

    def _bookmark(self, text: str, level: int) -> None:
        self._marks += 1
        self._canvas.bookmarkPage(f"m{self._marks}")
        self._canvas.addOutlineEntry(text, f"m{self._marks}", level)

    def _next_line(self) -> None:
        self._y -= self._sheet.pitch
        if self._y >= self._floor:
            return
        if self._column + 1 < self._sheet.columns:
            self._column += 1
            self._y = self._top - self._sheet.pitch
        else:
            self._end()
            self._begin()
            self._y -= self._sheet.pitch

    def _begin(self) -> None:
        self._page += 1
        self._column = 0
        self._top = self._y = self._sheet.size[1] - self._sheet.top + self._sheet.pitch

    def _end(self) -> None:
        sheet, middle = self._sheet, self._sheet.size[0] / 2
        self._canvas.setFont(sheet.face, 10.5)
        for words, y in ((sheet.head, sheet.size[1] - 50), (sheet.foot, 50)):
            if words:
                self._canvas.drawCentredString(middle, y, words.format(page=self._page))
        if sheet.watermark:
            self._canvas.saveState()
            self._canvas.translate(middle, sheet.size[1] / 2)
            self._canvas.rotate(45)
            self._canvas.setFillGray(0.85)
            self._canvas.setFont(sheet.face, 60)
            self._canvas.drawCentredString(0, 0, sheet.watermark)
            self._canvas.restoreState()
        self._canvas.showPage()


def paragraphs(texts: Sequence[str]) -> list[Part]:
    """Ordinary paragraphs, each with its first line set in."""
    return [Part(text) for text in texts]
