"""A process of its own that reads a PDF with pdfium: `python -m tourview.readers.pdf.process`.

pdfium is C++ and not safe for threads. Here a file that breaks it breaks nothing else, its memory is bounded, and a
reader that is cancelled ends by ending the process. The file comes on standard input; on standard output goes one line
of JSON for the document (its pages and bookmarks) and one for each page, or a last one that says what is wrong.
"""

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from contextlib import suppress
from time import process_time
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tourview.readers.pdf.characters import Run, main_quarter, runs_of, turned

if sys.platform != "win32":
    import resource

MOST_PAGES = 5_000
MOST_CHARACTERS_OF_A_PAGE = 200_000
_MOST_CHARACTERS, _CHARACTERS_A_BYTE = 200_000, 10
"""Pages of a file may share their text; a file that unfolds into far more characters than it has bytes is no report."""
_MOST_BOOKMARKS, _LONGEST_BOOKMARK, _DEEPEST_BOOKMARK = 5_000, 400, 9
_MOST_OBJECTS = 20_000  # of a page that are looked at for rules
_THIN, _SHORTEST_RULE = 3.0, 6.0  # points
_MEMORY, _MEMORY_A_BYTE = 280 << 20, 5
_SECONDS, _SECONDS_A_BYTE = 1.5, 30 / (1 << 20)
"""Of processor time: a hundred times what a page of text takes, that a small file with endless work may not go on."""
_PAGES_WITHOUT_TEXT = 500  # from the beginning, after which no text is looked for
_PATH = 2  # FPDF_PAGEOBJ_PATH


class _UnreadableError(Exception):
    """What is wrong with the file, in the words of the protocol, and the page or number it concerns."""

    def __init__(self, problem: str, number: int = 0) -> None:
        self.problem, self.number = problem, number


def main() -> None:
    """Read the PDF on standard input."""
    data = sys.stdin.buffer.read()
    _bound(len(data))
    try:
        for answer in _answers(data):
            _say(answer)
    except _UnreadableError as error:
        _say({"problem": error.problem, "number": error.number})
    except MemoryError:
        _say({"problem": "memory", "number": 0})


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer, separators=(",", ":")).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _bound(size: int) -> None:
    """Let the system end this process where a single call to pdfium takes memory or time without end."""
    if sys.platform != "win32":
        limits = (
            (resource.RLIMIT_AS, _MEMORY + _MEMORY_A_BYTE * size),
            (resource.RLIMIT_CPU, math.ceil(_seconds(size)) + 1),
            (resource.RLIMIT_CORE, 0),
        )
        for limit, most in limits:
            _soft, hard = resource.getrlimit(limit)
            # A system without such a limit reads on without it.
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (most if hard < 0 else min(most, hard), hard))


def _seconds(size: int) -> float:
    """The processor time that a file of so many bytes may take."""
    return _SECONDS + _SECONDS_A_BYTE * size


def _answers(data: bytes) -> Iterator[dict[str, Any]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise _UnreadableError("locked" if locked else "damaged") from None
    with document:
        count = len(document)
        if not count:
            raise _UnreadableError("damaged")
        if count > MOST_PAGES:
            raise _UnreadableError("pages", count)
        title = document.get_metadata_value("Title")[:_LONGEST_BOOKMARK]
        yield {"pages": count, "title": title, "bookmarks": list(_bookmarks(document))}
        allowed = _MOST_CHARACTERS + _CHARACTERS_A_BYTE * len(data)
        characters = 0
        for number in range(count):
            page, on_page = _page(document, number)
            characters += on_page
            if characters > allowed:
                raise _UnreadableError("characters", number + 1)
            if process_time() > _seconds(len(data)):
                raise _UnreadableError("time", number + 1)
            if number >= _PAGES_WITHOUT_TEXT and not characters:
                raise _UnreadableError("textless")
            yield page


def _bookmarks(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, str, int]]:
    """The level, from 1, the title and the page, from 0 (-1: none), of each entry of the outline."""
    for number, entry in enumerate(document.get_toc(max_depth=_DEEPEST_BOOKMARK)):
        if number >= _MOST_BOOKMARKS:
            return
        title = entry.get_title()
        if title and len(title) <= _LONGEST_BOOKMARK:
            target = entry.get_dest()
            page = target.get_index() if target else None
            yield entry.level + 1, title, -1 if page is None else page


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[dict[str, Any], int]:
    """A page as the protocol has it, and how many characters it has. It is closed before the next one is opened."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        raise _UnreadableError("page", number + 1) from None
    textpage = None
    try:
        textpage = page.get_textpage()
        count = max(0, pdfium.FPDFText_CountChars(textpage))
        if count > MOST_CHARACTERS_OF_A_PAGE:
            raise _UnreadableError("crowded", number + 1)
        return _placed(page, runs_of(textpage.raw, count)), count
    except pypdfium2.PdfiumError:
        raise _UnreadableError("page", number + 1) from None
    finally:
        if textpage is not None:
            textpage.close()
        page.close()


def _placed(page: pypdfium2.PdfPage, runs: list[Run]) -> dict[str, Any]:
    """The runs and rules of a page, from the upper left corner of the page as it is read."""
    quarter = main_quarter(runs)
    left, bottom, right, top = page.get_bbox()
    corners = turned(quarter, left, bottom), turned(quarter, right, top)
    x = min(corner[0] for corner in corners)
    y = max(corner[1] for corner in corners)
    size = abs(corners[0][0] - corners[1][0]), abs(corners[0][1] - corners[1][1])
    placed = []
    for text, start, end, style in runs:
        aslant = style.slanted or style.quarter != quarter
        flags = style.weight, int(aslant), int(style.pale)
        place = start - x, end - x, style.baseline + y, style.size
        placed.append((text, *(round(value, 2) for value in place), *flags))
    rules = []
    for rule in _rules(page):
        one, other = turned(quarter, rule[0], rule[1]), turned(quarter, rule[2], rule[3])
        xs, ys = sorted((one[0] - x, other[0] - x)), sorted((y - one[1], y - other[1]))
        rules.append([round(value, 2) for value in (xs[0], ys[0], xs[1], ys[1])])
    return {"size": size, "runs": placed, "rules": rules}


def _rules(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """The straight lines drawn on a page, and the four sides of its frames, as left, bottom, right, top."""
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for index in range(count):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != _PATH:
            continue
        yield from _sides(item)


def _sides(item: object) -> Iterator[tuple[float, float, float, float]]:
    edges = [ctypes.c_float() for _edge in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(edge) for edge in edges)):
        return
    left, bottom, right, top = (edge.value for edge in edges)
    width, height = right - left, top - bottom
    if max(width, height) < _SHORTEST_RULE:
        return
    if min(width, height) <= _THIN:
        yield left, bottom, right, top
    elif min(width, height) >= _SHORTEST_RULE:
        yield from ((left, bottom, right, bottom), (left, top, right, top))
        yield from ((left, bottom, left, top), (right, bottom, right, top))


if __name__ == "__main__":
    main()
