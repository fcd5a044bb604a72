"""What a terminal would show: which cells have been painted, and with which words."""

import re
from codecs import getincrementaldecoder
from unicodedata import category, east_asian_width

_PIECE = re.compile(
    r"\x1b\[(?P<place>\d*(?:;\d*)?)H"
    r"|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[^\[\]]"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
)
"""Cursor position, any other control sequence, an operating system command, a two-byte escape; text; a control."""


class Screen:
    """Follows a program's output so far as whole frames need it: places, text, line ends."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns = columns
        self._rows = rows
        self._cells = [[""] * columns for _row in range(rows)]
        self._row = self._column = 0
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    @property
    def complete(self) -> bool:
        """Whether every cell has been painted at least once."""
        return all(all(row) for row in self._cells)

    @property
    def text(self) -> str:
        """What stands there, row by row."""
        return "\n".join("".join(cell for cell in row if cell != _COVERED) for row in self._cells)

    def feed(self, output: bytes) -> None:
        """Take some more output, which may end anywhere."""
        text = self._rest + self._decoder.decode(output)
        at = 0
        while at < len(text):
            piece = _PIECE.match(text, at)
            if piece is None:
                break
            at = piece.end()
            if piece["text"]:
                self._write(piece["text"])
            elif piece["place"] is not None:
                row, _semicolon, column = piece["place"].partition(";")
                self._row, self._column = int(row or 1) - 1, int(column or 1) - 1
            elif piece["control"] == "\r":
                self._column = 0
            elif piece["control"] == "\n":
                self._row = min(self._row + 1, self._rows - 1)
        self._rest = text[at:]

    def _write(self, text: str) -> None:
        for character in text:
            width = _width(character)
            if 0 <= self._row < self._rows and self._column + width <= self._columns:
                cells = self._cells[self._row]
                if width:
                    cells[self._column : self._column + width] = [character, _COVERED][:width]
            self._column += width


_COVERED = "\0"
"""The right half of a wide character."""


def _width(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
