"""The empty Textual app."""

from textual.app import App


class Empty(App[None]):
    """Nothing but a screen."""


if __name__ == "__main__":
    Empty().run()
