"""The least that a search as one types has to draw: a field, and a screenful of lines made beforehand, at each key."""

from itertools import cycle, islice

from textual.app import App, ComposeResult
from textual.widgets import Input

from tests.benchmarks.baselines.strips_app import HEIGHT, WIDTH, Strips

_LETTERS = "一行人先到东边的园区在展厅里看了沙盘又沿着新修的道路走了一程"


class Page(App[None]):
    """A field above strips that are drawn anew whenever it changes."""

    CSS = f"Strips {{ width: {WIDTH}; height: {HEIGHT}; scrollbar-size: 0 1; }}"

    def compose(self) -> ComposeResult:
        """The two parts."""
        yield Input()
        yield Strips(["".join(islice(cycle(_LETTERS), row % 9, row % 9 + WIDTH // 2)) for row in range(2 * HEIGHT)])

    def on_input_changed(self) -> None:
        """Draw the lines again."""
        self.query_one(Strips).refresh()


if __name__ == "__main__":
    Page().run()
