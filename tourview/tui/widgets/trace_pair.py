"""Two passages that may answer each other, beside or below each other, with the words they share lit up."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, zip_longest

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tourview.report import Section, Span, fold
from tourview.tui.labels import seal, section_name
from tourview.tui.look import Look, finished, in_view
from tourview.typeset import cell_width, visible, wrap

_LEFT = 2
_GAP = 3
_LONGEST = 80
"""Cells of the longest line: forty Han characters."""
_BESIDE = 56
"""Cells from which the passages stand beside each other."""
_SHOWN = 4_000
"""Code points of a passage that are shown; the rest is read in the report."""

_Piece = tuple[str, Style]
_Line = Sequence[_Piece]


class TracePair(ScrollView, inherit_bindings=False, can_focus=False):
    """What is told of a cell of the matrix: the state of the link, its evidence, and both passages."""

    ALLOW_SELECT = False

    class Wanted(Message):
        """A passage was clicked: 0 for the first, 1 for the second."""

        def __init__(self, which: int) -> None:
            super().__init__()
            self.which = which

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._pair: tuple[Section, Section] | None = None
        self._told = ""
        self._evidence: Sequence[str] = ()
        self._notes: Sequence[str] = ()
        self._lines: list[_Line] = []
        self._second = 0

    def show(
        self,
        pair: tuple[Section, Section] | None,
        told: str,
        evidence: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> None:
        """Show two passages from their beginning.

        Args:
            pair: The sections; None for none.
            told: How it stands with the link.
            evidence: The phrases they share, folded.
            notes: What is told of each phrase; nothing for an empty text.
        """
        if pair != self._pair:
            self.scroll_to(y=0, animate=False, force=True)
        self._pair, self._told, self._evidence, self._notes = pair, told, evidence, notes
        self._fill()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self._fill()

    def page(self, direction: int) -> None:
        """Scroll by a screenful."""
        self.scroll_relative(y=direction * max(1, self.size.height - 2), animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew."""
        self._fill()

    # Composing

    def _fill(self) -> None:
        self._lines = []
        if self._pair is not None and self.size:
            width = self.size.width - 2 * _LEFT
            self._lines = [*self._head(width), ()]
            if self.size.width >= _BESIDE:
                half = min(_LONGEST, (width - _GAP) // 2)
                self._second = _LEFT + half + _GAP // 2
                sides = [list(self._passage(section, half)) for section in self._pair]
                self._lines += [_beside(one, other, half) for one, other in zip_longest(*sides, fillvalue=())]
            else:
                first, second = (list(self._passage(section, min(_LONGEST, width))) for section in self._pair)
                self._second = len(self._lines) + len(first) + 1
                self._lines += [*first, (), *second]
        self.virtual_size = Size(1, len(self._lines))
        self.refresh()

    def _head(self, width: int) -> Iterator[_Line]:
        """How it stands with the link, and the phrases that speak for it."""
        line: list[_Piece] = [(self._told, self._look.accent)]
        used = cell_width(self._told)
        for phrase, note in zip_longest(self._evidence, self._notes, fillvalue=""):
            shown, behind = visible(phrase), f" {note}" if note else ""
            cells = cell_width(shown + behind)
            if used + 2 + cells > width:
                yield line
                line, used = [], -2
            line += [("  " if used >= 0 else "", Style()), (shown, self._look.hit), (behind, self._look.dim)]
            used += 2 + cells
        yield line

    def _passage(self, section: Section, width: int) -> Iterator[_Line]:
        """A section's heading and paragraphs in lines of a width."""
        look = self._look
        sign = f"{seal(section.kind)} " if section.kind else ""
        title = f"{section.ref} {section.label}{section_name(section)}"
        for number, (start, end) in enumerate(wrap(title, max(2, width - cell_width(sign)))):
            lead = (sign, look.seal[section.kind]) if number == 0 else (" " * cell_width(sign), Style())
            yield (lead, *self._lit(title, start, end, look.bold))
        left = _SHOWN
        for passage in section.paragraphs:
            if left <= 0:
                yield (("..", look.dim),)
                return
            text = passage.text[:left]
            left -= len(text)
            for start, end in wrap(text, width):
                yield tuple(self._lit(text, start, end, look.text))

    def _lit(self, text: str, start: int, end: int, style: Style) -> Iterator[_Piece]:
        """A line of a text, the shared phrases in it lit up."""
        lit = [(max(low, start), min(high, end)) for low, high in _spans(text, self._evidence)]
        lit = [(low, high) for low, high in lit if low < high]
        cuts = sorted({start, end, *chain.from_iterable(lit)})
        shown = visible(text[start:end])
        for low, high in pairwise(cuts):
            over = any(begin <= low and high <= stop for begin, stop in lit)
            yield shown[low - start : high - start], style + self._look.hit if over else style

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the view."""
        number = self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else ()
        drawn = [Segment(" " * _LEFT), *(Segment(text, style) for text, style in line)]
        width = self.size.width
        used = sum(segment.cell_length for segment in drawn)
        shown = in_view(y, self.size.height, len(self._lines), self.scroll_offset.y)
        mark = Segment(" ", self._look.ruler[True, False] if shown else Style())
        return finished([*drawn, Segment(" " * max(0, width - 1 - used)), mark], width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Read the passage that was clicked."""
        at = event.get_content_offset(self)
        if at is not None and self._pair is not None:
            beside = self.size.width >= _BESIDE
            place = at.x if beside else self.scroll_offset.y + at.y
            self.post_message(self.Wanted(int(place >= self._second)))


def _spans(text: str, phrases: Iterable[str]) -> Iterator[Span]:
    """Where some folded phrases stand in a text."""
    folded = fold(text)
    for phrase in phrases:
        at = folded.find(phrase)
        while at >= 0:
            yield at, at + len(phrase)
            at = folded.find(phrase, at + len(phrase))


def _beside(one: _Line, other: _Line, width: int) -> _Line:
    used = sum(cell_width(text) for text, _style in one)
    return (*one, (" " * (width - used + _GAP), Style()), *other)
