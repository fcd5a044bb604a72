"""What reaches the terminal: text without a control character, in an encoding it has, coloured only where wanted."""

import io
import os
import sys
from contextlib import suppress
from shutil import get_terminal_size

from tourview.typeset import visible

_DEFAULT_WIDTH = 80
_ERROR_LENGTH = 400
"""Characters of an error that are shown: one line, whatever was quoted in it."""


def visible_lines(text: str) -> str:
    """The text with every control character but the line feed made a visible symbol, or a space for a tab."""
    return "\n".join(visible(line) for line in text.split("\n"))


def prepare_streams() -> None:
    """See that a character the terminal's encoding lacks is escaped, never an error, and that no stream is missing.

    One that was closed before the start (`>&-`) leads nowhere: else the next file opened would take its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def complain(message: str) -> None:
    """One line on standard error; nothing more can be done where that takes none."""
    shown = visible(message.replace("\n", " "))
    if len(shown) > _ERROR_LENGTH:
        shown = f"{shown[:_ERROR_LENGTH]}…"
    with suppress(OSError):
        print(shown, file=sys.stderr, flush=True)


def is_interactive() -> bool:
    """Whether a person sits at both ends, so that a screen can be drawn."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def columns() -> int:
    """The width to wrap to: COLUMNS, else the terminal's, else 80."""
    return max(1, get_terminal_size((_DEFAULT_WIDTH, 24)).columns)


def wants_colour() -> bool:
    """Whether output may be coloured: on a terminal that is not dumb, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Ink:
    """Colours a piece of output by SGR codes (ECMA-48), or leaves it as it is."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted

    def place(self, text: str) -> str:
        """A path and ref."""
        return self._paint(text, "36")

    def strong(self, text: str) -> str:
        """A heading."""
        return self._paint(text, "1")

    def hit(self, text: str) -> str:
        """What was searched for."""
        return self._paint(text, "1;31")

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._wanted and text else text
