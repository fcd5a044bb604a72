"""What stands on the pages of a PDF and is no part of the report: running heads and feet, page numbers, watermarks.

They are told by their place at a page's edge and by coming again on other pages, or by counting the pages; what merely
stands first or last on a page is text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tourview.readers.pdf.page import Line

_ROWS = 3  # at each edge that may be running heads
_SAME_LEVEL = 4.0  # points a running head may shift from page to page
_FEW_PAGES = 4
_LONGEST_HEAD = 80  # characters of one that is known by its place alone
_LONGEST_NUMBER, _LONGEST_LEADER = 40, 200  # characters
_LONE_GAP = 1.6  # of the type size: between a page number on the only page and the text
_LARGE = 1.8  # of the body's size: what stands aside so large is a watermark even on one page
_ROMAN = r"[ivxl]{1,7}"
_MARKS = r"[-—–―－~～·•.\[\]()（）|＊*<>《》【】]"
_NUMBER = re.compile(
    rf"^(?P<open>(?:{_MARKS}|\s)*(?:第|page|p\.)?)\s*(?P<number>\d{{1,5}}|{_ROMAN})\s*"
    rf"(?P<close>页?(?:\s*[,，/／|]?\s*(?:共|of|/)?\s*\d{{0,5}}\s*页?)(?:{_MARKS}|\s)*)$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|·{4,}|(?:[.·…]\s){4,}|_{6,})\s*[-—(（]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*[-—)）]?$")
_CONTENTS = re.compile(r"^\W*(?:目\s*[录錄次]|contents|table of contents)\W*$", re.IGNORECASE)
_FEWEST_LEADERS = 3


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge of its page: its side (0 upper, 1 lower) and its rank from the edge, from 0."""

    line: Line
    side: int
    rank: int


def chrome_of(pages: Sequence[Sequence[Line]], size: float) -> set[int]:
    """The `id` of every line that is no part of the report.

    Args:
        pages: The lines of each page.
        size: The type size of the body.
    """
    edges = [edge for lines in pages for edge in _edges(lines)]
    likely = {id(edge.line) for edge in (*_repeated(edges, len(pages)), *_counting(edges, pages))}
    likely |= {id(edge.line) for edge in _in_place(edges, likely, pages)}
    found = {id(line) for lines in pages for line in _from_the_edges(lines, likely)}
    found.update(id(line) for line in _watermarks(pages, size))
    found.update(id(line) for line in _contents(pages))
    return found


def _edges(lines: Sequence[Line]) -> Iterator[_Edge]:
    rows = _levels(lines)
    for rank, row in enumerate(rows[:_ROWS]):
        yield from (_Edge(line, 0, rank) for line in row)
    for rank, row in enumerate(reversed(rows[-_ROWS:])):
        yield from (_Edge(line, 1, rank) for line in row)


def _levels(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page from the top down, those on one level together."""
    rows: list[list[Line]] = []
    for line in sorted((line for line in lines if not line.aside), key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1][-1].baseline < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _repeated(edges: Iterable[_Edge], pages: int) -> Iterator[_Edge]:
    """What says the same at the same place of several pages; figures that count the pages apart."""
    said: dict[tuple[int, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if not edge.line.row:
            said[edge.side, "".join(edge.line.text.split())].append(edge)
            for shape in _shapes(edge.line):
                said[edge.side, shape].append(edge)
    for same in said.values():
        level = median(edge.line.baseline for edge in same)
        near = [edge for edge in same if abs(edge.line.baseline - level) <= _SAME_LEVEL]
        on = len({edge.line.page for edge in near})
        if on >= 3 or (on == 2 and pages <= _FEW_PAGES):
            yield from near


def _shapes(line: Line) -> Iterator[str]:
    """A line's text with each of its figures in turn left out, told by how far it is from the page's number."""
    if len(line.text) > _LONGEST_HEAD:
        return
    for found in _FIGURE.finditer(line.text):
        if len(found.group()) <= 5:
            ahead = int(found.group()) - line.page
            yield f"{line.text[: found.start()]}\0{ahead}\0{line.text[found.end() :]}"


def _counting(edges: Iterable[_Edge], pages: Sequence[Sequence[Line]]) -> Iterator[_Edge]:
    """Page numbers: alone on their line, and counting on from page to page, or marked as such."""
    rows: dict[tuple[bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        found = _number(edge.line)
        if not found:
            continue
        number = _value(found["number"])
        marked = found["open"].strip() or found["close"].strip()
        lone = len(pages) == 1 and (edge.side, edge.rank) == (1, 0) and _stands_apart(edge.line, pages[0])
        if marked or lone:
            yield edge
        rows[found["number"].isdigit(), number - edge.line.page].append(edge)
    for same in rows.values():
        if len({edge.line.page for edge in same}) >= 2:
            yield from same


def _number(line: Line) -> re.Match[str] | None:
    return _NUMBER.match(line.text) if len(line.text) <= _LONGEST_NUMBER else None


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[char] for char in number.lower()]
    following = (*values[1:], 0)
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _stands_apart(number: Line, lines: Sequence[Line]) -> bool:
    above = max((line.baseline for line in lines if line.baseline < number.baseline), default=0.0)
    return number.baseline - above > _LONE_GAP * number.size and len(lines) > 1


def _in_place(edges: Iterable[_Edge], likely: set[int], pages: Sequence[Sequence[Line]]) -> Iterator[_Edge]:
    """The outermost line of a page where other pages have their running head: a chapter's name, an even page's."""
    edges = list(edges)
    places: dict[int, list[Line]] = {0: [], 1: []}
    for edge in edges:
        if id(edge.line) in likely and not _number(edge.line):
            places[edge.side].append(edge.line)
    for edge in edges:
        line = edge.line
        if edge.rank or id(line) in likely or len(line.text) > _LONGEST_HEAD or line.row:
            continue
        there = [
            place
            for place in places[edge.side]
            if abs(place.baseline - line.baseline) <= _SAME_LEVEL / 2 and abs(place.size - line.size) < 0.3
        ]
        if len({place.page for place in there}) >= 2 and _is_parted(line, edge.side, pages[line.page]):
            yield edge


def _is_parted(line: Line, side: int, lines: Sequence[Line]) -> bool:
    """Whether a line stands further from its neighbour inward than the lines of text do from one another."""
    levels = [row[0].baseline for row in _levels(lines)]
    if len(levels) < 4:
        return False
    steps = [after - before for before, after in pairwise(levels)]
    return (steps[-1] if side else steps[0]) > 1.2 * median(steps[1:-1])


def _from_the_edges(lines: Sequence[Line], likely: set[int]) -> Iterator[Line]:
    """The likely lines that have nothing but likely lines between them and the edge of the page."""
    rows = _levels(lines)
    for order in (rows, rows[::-1]):
        for row in order:
            chosen = [line for line in row if id(line) in likely]
            yield from chosen
            if len(chosen) < len(row):
                break


def _watermarks(pages: Sequence[Sequence[Line]], size: float) -> Iterator[Line]:
    """What lies aslant or pale over the text, and does so on most pages or is very large."""
    said: dict[str, list[Line]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            if line.aside or line.pale:
                said[line.text].append(line)
    for same in said.values():
        on = len({line.page for line in same})
        if on >= 2 and 2 * on >= len(pages):
            yield from same
        else:
            yield from (line for line in same if line.aside and line.size > _LARGE * size)


def _contents(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """A table of contents: lines that lead with dots to a page number, and the word above them."""
    for lines in pages:
        led = [place for place, line in enumerate(lines) if _LEADERS.search(line.text[-_LONGEST_LEADER:])]
        if len(led) < _FEWEST_LEADERS:
            continue
        yield from (lines[place] for place in led)
        yield from (line for line in lines[: led[0]] if _CONTENTS.match(line.text))
