"""Textual's own input, alone on the screen."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class Typing(App[None]):
    """One field."""

    def compose(self) -> ComposeResult:
        """The field."""
        yield Input()


if __name__ == "__main__":
    Typing().run()
