"""The characters of a PDF page as runs: stretches of one style on one baseline, with their place on the page.

Only the process that holds the PDF library imports this module; see `pdf_process`. Coordinates are in points (1/72
inch), x along the lines of a run and y upward across them, whichever way it lies on the page.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tourview.readers.pdf.page import is_wide

_GAP, _OVERLAP = 0.4, 0.6  # of the type size: what may lie between two characters of a run
_WORD_GAP = 1.4  # of the type size: the widest blank within a run
_SPACING = 0.6  # of the type size: what a typesetter leaves between Chinese and Latin without a blank
_STEADY = 0.05  # of the type size: how far a baseline may shift within a run
_PALE = 176  # the luminance, of 255, from which type counts as pale
_FAINT = 140  # the alpha below which it does
_BOLD, _HEAVY_WEIGHT = 2, 600
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|粗", re.IGNORECASE)
_HEAVY_NAME = re.compile(r"hei(?!ti-light)|黑|xbs|biaosong|标宋|dbs|大标", re.IGNORECASE)
_LONGEST_NAME = 256
_FILL_AND_STROKE = 2
_HYPHEN = 2  # what pdfium makes of a hyphen that ends a line


class Style(NamedTuple):
    """How the characters of one text object are set.

    Attributes:
        size: The type size in points.
        weight: 0 for ordinary type, 1 for a face that Chinese headings are set in (黑体, 小标宋), 2 for bold.
        quarter: How many right angles its lines are turned, counter-clockwise.
        slanted: Whether they lie at some other angle.
        pale: Whether it is set in light grey, light colour or transparent.
        baseline: Where its baseline lies, in the coordinates of its own quarter.
    """

    size: float
    weight: int
    quarter: int
    slanted: bool
    pale: bool
    baseline: float


class Run(NamedTuple):
    """Characters of one style that follow one another on one baseline, in the coordinates of their own quarter."""

    text: str
    left: float
    right: float
    style: Style


def runs_of(textpage: object, count: int) -> list[Run]:
    """The runs of a page, in the order of its content.

    Args:
        textpage: The page's FPDF_TEXTPAGE.
        count: How many characters it has.
    """
    return list(_Runs(textpage).runs(count))


def main_quarter(runs: list[Run]) -> int:
    """The way most characters of a page are turned; see `Style.quarter`."""
    turned: Counter[int] = Counter()
    for run in runs:
        if not run.style.slanted:
            turned[run.style.quarter] += len(run.text)
    return turned.most_common(1)[0][0] if turned else 0


def turned(quarter: int, x: float, y: float) -> tuple[float, float]:
    """A point of the page, turned clockwise by so many right angles around its origin."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


class _Runs:
    """Gathers the runs of one page; it holds the style of each text object and the run that grows."""

    def __init__(self, textpage: object) -> None:
        self._textpage = textpage
        self._styles: dict[int, Style] = {}
        self._chars: list[str] = []
        self._blanks, self._typed = "", False
        self._left = self._right = 0.0
        self._style: Style | None = None

    def runs(self, count: int) -> Iterator[Run]:
        unicode_of, object_of, box_of = (
            pdfium.FPDFText_GetUnicode,
            pdfium.FPDFText_GetTextObject,
            pdfium.FPDFText_GetLooseCharBox,
        )
        page, box = self._textpage, pdfium.FS_RECTF()
        pointer = ctypes.byref(box)
        for index in range(count):
            code = unicode_of(page, index)
            owner = object_of(page, index)
            if not owner:
                self._blanks += " " if code == 32 and not self._blanks else ""
                continue
            char = "-" if code == _HYPHEN else chr(code) if code else "\ufffd"
            if char.isspace():
                self._blanks = self._blanks if char == " " and self._blanks == " " else self._blanks + char
                self._typed = True
                continue
            style = self._styles.get(address := ctypes.addressof(owner.contents))
            if style is None:
                style = self._styles[address] = _style(page, index, owner)
            box_of(page, index, pointer)
            left, right = _along(style.quarter, box)
            if not self._follows(style, left):
                yield from self._ended()
                self._style, self._left = style, left
            elif self._blanks and (self._typed or self._are_apart(left, char)):
                self._chars.append(self._blanks)
            self._chars.append(char)
            self._right = max(left, right)
            self._blanks, self._typed = "", False
        yield from self._ended()

    def _follows(self, style: Style, left: float) -> bool:
        before = self._style
        if before is None or not self._chars:
            return False
        if style is not before and not _alike(style, before):
            return False
        gap = (left - self._right) / style.size
        return style.slanted or -_OVERLAP < gap < (_WORD_GAP if self._blanks else _GAP)

    def _are_apart(self, left: float, char: str) -> bool:
        """Whether a blank that pdfium found in a gap is one to a reader, too."""
        if is_wide(char) or is_wide(self._chars[-1]):
            return left - self._right > _SPACING * (self._style.size if self._style else 1)
        return True

    def _ended(self) -> Iterator[Run]:
        if self._style is not None and self._chars:
            yield Run("".join(self._chars), self._left, self._right, self._style)
        self._chars = []


def _alike(one: Style, other: Style) -> bool:
    return (
        abs(one.baseline - other.baseline) < _STEADY * one.size
        and abs(one.size - other.size) < _STEADY * one.size
        and one[1:5] == other[1:5]
    )


def _along(quarter: int, box: "pdfium.FS_RECTF") -> tuple[float, float]:
    """Where a character begins and ends on its line."""
    if quarter == 0:
        return box.left, box.right
    if quarter == 1:
        return box.bottom, box.top
    return (-box.right, -box.left) if quarter == 2 else (-box.top, -box.bottom)


def _style(page: object, index: int, owner: object) -> Style:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(page, index, ctypes.byref(matrix)):
        matrix.a = matrix.d = 1.0
    degrees = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    quarter = round(degrees / 90) % 4
    size = pdfium.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
    if not 1 <= abs(size) <= 2000:
        size = _height(page, index)
    # The matrix knows where the text object begins; within one, the baseline does not move.
    _x, up = turned(quarter, matrix.e, matrix.f)
    slanted = abs(degrees - 90 * round(degrees / 90)) > 3
    return Style(abs(size), _weight(page, index, owner), quarter, slanted, _is_pale(page, index), -up)


def _height(page: object, index: int) -> float:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
    return max(abs(float(box.top) - float(box.bottom)), 1.0)


def _weight(page: object, index: int, owner: object) -> int:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(page, index, name, _LONGEST_NAME, ctypes.byref(flags))
    face = name.raw[: max(0, min(length, _LONGEST_NAME) - 1)]
    if pdfium.FPDFText_GetFontWeight(page, index) >= _HEAVY_WEIGHT:
        return _BOLD
    # Word draws the outline of a face that has no bold cut.
    if pdfium.FPDFTextObj_GetTextRenderMode(owner) == _FILL_AND_STROKE:
        return _BOLD
    names = [face.decode("utf-8", "replace"), face.decode("gb18030", "replace")]
    if any(_BOLD_NAME.search(name) for name in names):
        return _BOLD
    return int(any(_HEAVY_NAME.search(name) for name in names))


def _is_pale(page: object, index: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _channel in range(4))
    channels = (ctypes.byref(channel) for channel in (red, green, blue, alpha))
    if not pdfium.FPDFText_GetFillColor(page, index, *channels):
        return False
    luminance = 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value
    return bool(luminance >= _PALE or alpha.value < _FAINT)
