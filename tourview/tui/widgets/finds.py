"""What a search in a library found: the hits, by report."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache

from tourview.i18n import _
from tourview.report import Span
from tourview.search.excerpt import Excerpt
from tourview.search.hidden import CLOSING
from tourview.search.index import LibraryHit
from tourview.search.index_found import spans_of
from tourview.tui.labels import seal
from tourview.tui.look import Look
from tourview.tui.lookup import Lookup
from tourview.tui.widgets.rows import LEFT, RIGHT, RowList, fitted
from tourview.typeset import cell_width, shortened, visible

_BROAD = 100
"""Cells from which heading and excerpt stand in one line."""
_SEAL = 3
_COUNT = 6
"""Cells of the column of numbers."""
_LONGEST_REF = 9
_HEADING_SHARE = 0.3


class Line(NamedTuple):
    """A line of the list: a hit's (`part` 0 its heading, 1 its excerpt), or a report's title above its hits.

    Attributes:
        group: The number of the report.
        hit: The number of the hit among those listed; -1 for the title, -2 for a blank line.
        part: Which line of the hit.
    """

    group: int
    hit: int
    part: int = 0


_TITLE, _BLANK = -1, -2


class Finds(RowList):
    """The hits; the cursor goes from hit to hit, past the titles of the reports."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(look, id=id)
        self._groups: tuple[tuple[LibraryHit, ...], ...] = ()
        self._titles: Counter[str] = Counter()
        self._hits: tuple[LibraryHit, ...] = ()
        self._counts: Mapping[Path, int] = {}
        self._lines: list[Line] = []
        self._ref_width = 0
        self._cells: LRUCache[tuple[int, int], Excerpt] = LRUCache(512)

    @property
    def hit(self) -> LibraryHit | None:
        """The hit under the cursor; None where there is none."""
        return self._hits[self.cursor] if self._hits else None

    @property
    def hits(self) -> tuple[LibraryHit, ...]:
        """The hits, as they are listed."""
        return self._hits

    def show(self, lookup: Lookup, *, stay: bool) -> None:
        """Show what was found, from the best hit on, or at the same one as before."""
        here = _place(self.hit) if stay and self.hit is not None else None
        self._groups = lookup.groups
        self._hits = tuple(hit for group in self._groups for hit in group)
        self._titles = Counter(group[0].entry.title for group in self._groups)
        self._counts = lookup.by_report()
        self._cells.clear()
        self._ref_width = min(_LONGEST_REF, max((len(hit.ref) for hit in self._hits), default=0))
        at = next((number for number, hit in enumerate(self._hits) if _place(hit) == here), self.cursor if stay else 0)
        self._lay_out(at)

    def step_report(self, direction: int) -> None:
        """To the first hit of the next or the previous report."""
        first = 0
        firsts = []
        for group in self._groups:
            firsts.append(first)
            first += len(group)
        after = [place for place in firsts if (place - self.cursor) * direction > 0]
        if after:
            self.move((after[0] if direction > 0 else after[-1]) - self.cursor)

    def _lay_out(self, cursor: int) -> None:
        parts = 1 if self.size.width >= _BROAD else 2
        lines: list[Line] = []
        starts: list[int] = []
        for number, group in enumerate(self._groups):
            if lines:
                lines.append(Line(number, _BLANK))
            lines.append(Line(number, _TITLE))
            for hit in group:
                starts.append(len(lines))
                shown = parts if _body_start(hit) < len(hit.text) else 1
                lines += [Line(number, len(starts) - 1, part) for part in range(shown)]
        self._lines = lines
        self.lay([max(-1, line.hit) for line in lines], starts, cursor)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the lines out anew."""
        self._lay_out(self.cursor)

    # Drawing

    def draw(self, line: int, width: int, cursor: Style) -> Iterator[Segment]:
        """A report's title; or of a hit its seal, ref, heading, excerpt and count."""
        row = self._lines[line]
        yield Segment(" " * LEFT, cursor)
        if row.hit == _TITLE:
            yield from self._title(row.group, width - LEFT)
        elif row.hit >= 0:
            hit = self._hits[row.hit]
            if self.size.width >= _BROAD:
                yield from self._whole(row.hit, hit, width - LEFT, cursor)
            elif row.part == 0:
                yield from self._headed(hit, width - LEFT - _COUNT, cursor)
                yield from self._count(hit, cursor)
            else:
                indent = _SEAL + self._ref_width + 2
                yield Segment(" " * indent, cursor)
                yield from self._excerpt(row.hit, hit, width - LEFT - indent - RIGHT, cursor)
                yield Segment(" " * RIGHT, cursor)

    def _title(self, group: int, width: int) -> Iterator[Segment]:
        entry = self._groups[group][0].entry
        room = width - _COUNT
        title = shortened(visible(entry.title), room)
        # Reports of one office often have one title: then the file's name tells them apart.
        name = visible(entry.path.name) if self._titles[entry.title] > 1 else ""
        beside = f"   {name}" if name else ""
        left = room - cell_width(title)
        for fact in ((entry.date or "").replace("-", "."), visible(entry.organization or "")):
            more = f"{beside}  {fact}" if beside else f"   {fact}"
            # Half a date tells nothing; half a file's name tells two reports apart, still.
            beside = more if fact and cell_width(more) <= left else beside
        beside = fitted(beside, left)
        yield Segment(title, self.look.bold)
        yield Segment(beside, self.look.dim)
        yield Segment(fitted(str(self._counts.get(entry.path, 0)), _COUNT - RIGHT + 1, right=True), self.look.accent)

    def _whole(self, number: int, hit: LibraryHit, width: int, cursor: Style) -> Iterator[Segment]:
        head = int(width * _HEADING_SHARE)
        yield from self._headed(hit, head, cursor)
        yield Segment("  ", cursor)
        yield from self._excerpt(number, hit, width - head - 2 - _COUNT, cursor)
        yield from self._count(hit, cursor)

    def _headed(self, hit: LibraryHit, width: int, cursor: Style) -> Iterator[Segment]:
        look = self.look
        kind = hit.kind
        yield Segment(fitted(seal(kind) if kind else "", _SEAL), (look.seal[kind] if kind else look.text) + cursor)
        yield Segment(fitted(hit.ref, self._ref_width + 2), look.dim + cursor)
        name, marks = _heading(hit)
        yield from _lit(name, marks, width - _SEAL - self._ref_width - 2, look.text + cursor, look.hit)

    def _excerpt(self, number: int, hit: LibraryHit, width: int, cursor: Style) -> Iterator[Segment]:
        excerpt = self._cells.get((number, width))
        if excerpt is None:
            excerpt = self._cells[number, width] = _excerpt_in(hit, width)
        yield from _lit(excerpt.text, excerpt.marks, width, self.look.dim + cursor, self.look.hit)

    def _count(self, hit: LibraryHit, cursor: Style) -> Iterator[Segment]:
        words = str(hit.count) if hit.count > 1 else ""
        yield Segment(fitted(words, _COUNT - RIGHT + 1, right=True), self.look.dim + cursor)
        yield Segment(" " * (RIGHT - 2), cursor)


def _place(hit: LibraryHit) -> tuple[Path, str]:
    return hit.entry.path, hit.ref


def _lit(text: str, marks: tuple[Span, ...], width: int, style: Style, lit: Style) -> Iterator[Segment]:
    """The text in exactly `width` cells, what is marked in it lit up."""
    shown = shortened(visible(text), max(0, width))
    end = len(shown)
    cuts = sorted({0, end, *(min(cut, end) for mark in marks for cut in mark)})
    for start, stop in pairwise(cuts):
        over = any(first <= start and stop <= last for first, last in marks)
        yield Segment(shown[start:stop], style + lit if over else style)
    yield Segment(" " * max(0, width - cell_width(shown)), style)


def _heading(hit: LibraryHit) -> tuple[str, tuple[Span, ...]]:
    """A hit's heading, and what is to be lit up in it."""
    at = hit.text.find(hit.heading) if hit.heading else -1
    if at < 0:
        return hit.heading or _("Preface"), ()
    begin = hit.start + at
    end = begin + len(hit.heading)
    marks = tuple((start - begin, stop - begin) for start, stop in hit.spans if begin <= start and stop <= end)
    return hit.heading, marks


def _body_start(hit: LibraryHit) -> int:
    """Where in a hit's text begins what stands below its heading."""
    begin = max(0, hit.text.find(hit.heading)) + len(hit.heading) if hit.heading else 0
    closing = CLOSING.match(hit.text, begin) if begin else None
    body = hit.text[closing.end() if closing else begin :]
    return len(hit.text) - len(body.lstrip())


def _excerpt_in(hit: LibraryHit, width: int) -> Excerpt:
    """What stands below a hit's heading, around its first occurrence there, as much as fits into `width` cells."""
    begin = _body_start(hit)
    if begin >= len(hit.text):
        return Excerpt("", ())
    start = hit.start + begin
    spans = spans_of([span for span in hit.spans if span[0] >= start])
    body = replace(hit, text=hit.text[begin:], start=start, spans=spans, count=len(spans))
    # A Han character takes two cells, a Latin one: what is too much is tried again with less.
    most = max(1, width)
    excerpt = body.excerpt(most)
    while cell_width(visible(excerpt.text)) > width and most > 1:
        most = max(1, min(most - 1, most * width // cell_width(visible(excerpt.text))))
        excerpt = body.excerpt(most)
    return excerpt
