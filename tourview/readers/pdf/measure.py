"""What is usual in a PDF: the body's type, the edges of its columns, the distance of its lines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tourview.readers.pdf.page import Line

_TOGETHER = 0.5  # of the body's size: edges that count as one
_COMMON_LEFT, _COMMON_RIGHT = 0.08, 0.04  # of the lines of a column
_FEWEST_LINES = 4
_COMMON_PITCH = 0.12  # of the lines that follow one another
_NARROWEST = 0.5  # of the page: a column of text that has the page to itself
_BODY = 0.15  # how much type of the body may differ in size
_INDENT = (1.2, 4.6)  # of the type size: the indent of a first line
_INDENTED, _FEWEST_INDENTED = 0.02, 3  # of the lines of a text whose paragraphs are indented


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the full lines of a column begin and end, in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document.

    Attributes:
        size: The type size of the body, in points.
        weight: Its weight.
        pitch: The distance of its lines, as a multiple of the type size.
        first_indent: The indent that its paragraphs begin with, in type sizes; 0 where they begin without.
        edges: The edges of each kind of column; see `column_of`.
    """

    size: float
    weight: int
    pitch: float
    first_indent: float
    edges: dict[tuple[int, int, int], Edges]

    def edges_of(self, line: Line) -> Edges:
        """The edges of the column a line stands in."""
        return self.edges[column_of(line)]

    def indent(self, line: Line) -> float:
        """How far a line begins from the left edge of its column, in type sizes."""
        return (line.left - self.edges_of(line).left) / line.size


def column_of(line: Line) -> tuple[int, int, int]:
    """Columns with the same edges: how many the page has, which it is, and whether the page's number is even."""
    return line.columns, line.column, line.page % 2


def body_size(lines: Iterable[Line]) -> float:
    """The size that most characters are set in, in points, to half a point."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def measure(lines: Sequence[Line], width: float) -> Measure:
    """What is usual in the lines of a document.

    Args:
        lines: Its lines of running text, in reading order.
        width: The width of its pages, in points.
    """
    size = body_size(lines)
    body = [line for line in lines if abs(line.size - size) <= _BODY * size and not line.row] or list(lines)
    weights: Counter[int] = Counter()
    for line in body:
        weights[line.weight] += len(line.text)
    edges = _edges(body, lines, size, width)
    weight = weights.most_common(1)[0][0] if weights else 0
    indents = [(line.left - edges[column_of(line)].left) / size for line in body]
    return Measure(size, weight, _pitch(body), _first_indent(indents), edges)


def _first_indent(indents: Sequence[float]) -> float:
    """The most common indent, where enough lines have one and enough have none."""
    likely = Counter(round(5 * indent) / 5 for indent in indents if _INDENT[0] <= indent <= _INDENT[1])
    flush = sum(abs(indent) < _INDENT[0] / 2 for indent in indents)
    fewest = max(_FEWEST_INDENTED, _INDENTED * len(indents))
    return likely.most_common(1)[0][0] if likely.total() >= fewest <= flush else 0.0


def _pitch(body: Sequence[Line]) -> float:
    """The least distance that enough lines have; where paragraphs are short, the gaps between them are as common."""
    steps: Counter[float] = Counter()
    for before, after in pairwise(body):
        if before.page == after.page and before.column == after.column and after.baseline > before.baseline:
            steps[round((after.baseline - before.baseline) / after.size, 1)] += 1
    fewest = _COMMON_PITCH * steps.total()
    return min((step for step, count in steps.items() if count >= fewest and step >= 1), default=1.5)


def _edges(body: Sequence[Line], lines: Sequence[Line], size: float, width: float) -> dict[tuple[int, int, int], Edges]:
    """The edges of every kind of column; one with few lines borrows those of its like."""
    groups: dict[tuple[int, int, int], list[Line]] = defaultdict(list)
    wider: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in body:
        groups[column_of(line)].append(line)
        wider[line.columns, line.column].append(line)
    edges: dict[tuple[int, int, int], Edges] = {}
    for key in {column_of(line) for line in lines}:
        own = groups.get(key, [])
        chosen = own if len(own) >= _FEWEST_LINES else wider.get(key[:2], [])
        edges[key] = _edges_of(chosen or [line for line in lines if column_of(line) == key], size, width)
    return {key: _across(key, edges, width) if key[1] < 0 else own for key, own in edges.items()}


def _across(key: tuple[int, int, int], edges: dict[tuple[int, int, int], Edges], width: float) -> Edges:
    """The edges of what stands across several columns: those of the columns together."""
    columns = [own for other, own in edges.items() if other[1] >= 0 and other[0] > 1 and other[2] == key[2]]
    if not columns:
        return Edges(0.1 * width, 0.9 * width)
    return Edges(min(own.left for own in columns), max(own.right for own in columns))


def _edges_of(lines: Sequence[Line], size: float, width: float) -> Edges:
    near = _TOGETHER * size
    left = _common([line.left for line in lines], near, _COMMON_LEFT)
    right = -_common([-line.right for line in lines], near, _COMMON_RIGHT)
    alone = lines[0].columns == 1
    if alone and right - left < _NARROWEST * width:
        right = max(right, width - left)
    return Edges(left, right)


def _common(values: Sequence[float], near: float, share: float) -> float:
    """The least value that a share of all are near to."""
    ordered = sorted(values)
    wanted = max(2, share * len(ordered))
    start = 0
    for place, value in enumerate(ordered):
        while value - ordered[start] > near:
            start += 1
        if place - start + 1 >= wanted:
            return ordered[(start + place) // 2]
    return ordered[0]
