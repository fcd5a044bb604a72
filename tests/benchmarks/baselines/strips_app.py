"""The least that can scroll: a scroll view whose lines are strips made before it starts.

`python -m tests.benchmarks.baselines.strips_app FILE` shows the lines of FILE as they are, in an area as large as that
of the reader in a terminal of 120×40, under the reader's keys.
"""

import sys
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

WIDTH, HEIGHT = 81, 35
"""The reader's area in a terminal of 120×40."""


class Strips(ScrollView, can_focus=True):
    """Draws nothing: every line is there already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "by(1)"),
        Binding("k", "by(-1)"),
        Binding("pagedown", f"by({HEIGHT - 2})"),
        Binding("pageup", f"by({2 - HEIGHT})"),
    ]

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        style = Style(color="#dcd6c8", bgcolor="#16181c")
        self._strips = [Strip([Segment(line, style)]).adjust_cell_length(WIDTH, style) for line in lines]
        self.virtual_size = Size(WIDTH, len(lines))

    def render_line(self, y: int) -> Strip:
        """The strip at row `y` of the view."""
        at = self.scroll_offset.y + y
        return self._strips[at] if at < len(self._strips) else Strip.blank(WIDTH)

    def action_by(self, rows: int) -> None:
        """Scroll by some rows at once."""
        self.scroll_relative(y=rows, animate=False)


class Scrolling(App[None]):
    """One scroll view, as large as the reader."""

    CSS = f"Strips {{ width: {WIDTH}; height: {HEIGHT}; scrollbar-size: 0 1; }}"

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The view."""
        yield Strips(self._lines)


if __name__ == "__main__":
    Scrolling(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()).run()
