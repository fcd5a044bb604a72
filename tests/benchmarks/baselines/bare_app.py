"""Textual's own tree, scroll view and input on one screen, with next to nothing in them."""

from textual.app import App, ComposeResult
from textual.scroll_view import ScrollView
from textual.widgets import Input, Tree


class Bare(App[None]):
    """The widgets a reading room could be made of."""

    CSS = "Tree { dock: left; width: 36; } Input { dock: bottom; }"

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield Tree("report")
        yield ScrollView()
        yield Input()


if __name__ == "__main__":
    Bare().run()
