"""Where the lines of a Markdown file lie, in portions that can be parsed one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourview.report import Span

_SIZE = 1 << 16  # code points after which the next block at the margin starts a new portion
_LARGEST = 1 << 19  # code points after which any line does
_OVERLONG = 1 << 16  # code points of a line that is taken as it is, without looking for markup
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Portion:
    """Some lines of the source.

    Attributes:
        text: The lines, joined by LF.
        starts: The source offset of each.
        end: The source offset after the last.
    """

    text: str
    starts: Sequence[int]
    end: int
    _lines: Sequence[str]

    @property
    def is_overlong(self) -> bool:
        """Whether it is a single line too long to look for markup in."""
        return len(self._lines) == 1 and len(self.text) > _OVERLONG

    def line(self, number: int, marks: str = "") -> Span:
        """A line's words in the source, without the blanks and the given marks around them; empty for a blank line."""
        line = self._lines[number]
        around = " \t\u3000\n" + marks
        left = len(line) - len(line.lstrip(around))
        return self.starts[number] + left, self.starts[number] + max(left, len(line.rstrip(around)))

    def place(self, content: str, lines: range) -> tuple[list[Span], bool]:
        """Where the lines of a block's content lie in the source, each without surrounding blanks.

        Args:
            content: What the block rules made of the lines: their prefixes taken off, joined by LF.
            lines: The lines that the block stands in; it may have more of them than the content.

        Returns:
            The spans, and whether each holds just the words of its line, or some the whole line with its prefix.
        """
        spans: list[Span] = []
        exact = True
        rows = [words for row in content.split("\n") if (words := row.strip())]
        written = [number for number in lines if self._lines[number].strip()]
        for number, words in zip(written, rows, strict=False):
            line = self._lines[number]
            at = len(line.rstrip()) - len(words)
            if not line.startswith(words, max(at, 0)):
                at = line.find(words)
            exact = exact and at >= 0
            start = self.starts[number] + at
            spans.append((start, start + len(words)) if at >= 0 else self.line(number))
        return spans, exact and len(spans) == len(rows)

    def spans(self, content: str, places: Sequence[Span], parts: Sequence[Span]) -> list[Span]:
        """The source spans of parts of a block's content.

        Args:
            content: The content.
            places: Where its lines lie, as `place` tells.
            parts: The parts, [start, end) in code points of the content, in order.
        """
        found: list[Span] = []
        rows = list(_rows(content, places))
        first = 0
        for start, end in parts:
            while first < len(rows) and rows[first][1] <= start:
                first += 1
            row = first
            while row < len(rows) and rows[row][0] < end:
                begin, stop, source = rows[row]
                low, high = max(begin, start), min(stop, end)
                if low < high:
                    found.append((source + low - begin, source + high - begin))
                row += 1
        return found


def _rows(content: str, places: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """Each line of the content that is not blank as [start, end) in it, and its source offset."""
    at = 0
    waiting = iter(places)
    for row in content.split("\n"):
        words = row.strip()
        if words:
            begin = at + row.index(words)
            start, _end = next(waiting)
            yield begin, begin + len(words), start
        at += len(row) + 1


def portions(text: str, start: int) -> Iterator[Portion]:
    """The source from `start` on, cut where a block begins at the margin outside code, and around overlong lines.

    A paragraph that goes on for very long is cut at the end of a line.
    """
    rows: list[str] = []
    starts: list[int] = []
    size, fence, at = 0, "", start
    while at < len(text):
        newline = text.find("\n", at)
        after = len(text) if newline < 0 else newline
        row = text[at:after]
        overlong = len(row) > _OVERLONG
        at_margin = size > _SIZE and not rows[-1].strip() and row[:1].strip()
        if rows and (overlong or (not fence and (at_margin or size > _LARGEST))):
            yield Portion("\n".join(rows), starts, at, rows)
            rows, starts, size = [], [], 0
        if overlong:
            yield Portion(row, [at], after, [row])
        else:
            fence = _fence_after(row, fence)
            rows.append(row)
            starts.append(at)
            size += len(row) + 1
        at = after + 1
    if rows:
        yield Portion("\n".join(rows), starts, len(text), rows)


def _fence_after(row: str, fence: str) -> str:
    """The code fence that is open after a line, or ""."""
    found = _FENCE.match(row)
    if found is None:
        return fence
    if not fence:
        return found[1]
    closes = found[1][0] == fence[0] and len(found[1]) >= len(fence) and not row[found.end() :].strip()
    return "" if closes else fence
