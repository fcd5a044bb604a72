"""What reaches the terminal: text without a control character, in an encoding it has, coloured only where wanted."""

import io
import os
import sys
from shutil import get_terminal_size

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_VISIBLE = {
    **_PICTURES,
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}
"""Controls to their pictures (U+2400 on); C1 controls, bidirectional overrides and lone surrogates to U+FFFD."""

_DEFAULT_WIDTH = 80


def visible(text: str) -> str:
    """The text with every control character but tab and line feed made a visible symbol, one for one."""
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


def prepare_streams() -> None:
    """See that a character the terminal's encoding lacks is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def complain(message: str) -> None:
    """One line on standard error."""
    print(visible(message).replace("\n", " "), file=sys.stderr)


def is_interactive() -> bool:
    """Whether a person sits at both ends, so that a screen can be drawn."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def columns() -> int:
    """The width to wrap to: COLUMNS, else the terminal's, else 80."""
    return get_terminal_size((_DEFAULT_WIDTH, 24)).columns


def wants_colour() -> bool:
    """Whether output may be coloured: on a terminal that is not dumb, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Ink:
    """Colours a piece of output by SGR codes (ECMA-48), or leaves it as it is."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._wanted and text else text

    def place(self, text: str) -> str:
        """A path and ref."""
        return self._paint(text, "36")

    def dim(self, text: str) -> str:
        """What is beside the point."""
        return self._paint(text, "2")

    def strong(self, text: str) -> str:
        """A heading."""
        return self._paint(text, "1")

    def hit(self, text: str) -> str:
        """What was searched for."""
        return self._paint(text, "1;31")
