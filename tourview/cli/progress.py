"""How far work is, on one line of the terminal."""

import os
import sys
import time
from types import TracebackType

from tourview.cli.terminal import columns
from tourview.typeset import cell_width, visible

_PATIENCE = 0.3
"""Seconds that work may take before there is anything to see."""
_PAUSE = 0.1
"""Seconds between two states that are shown."""
_CELLS = 30
"""Cells that the bar takes, at the most."""
_CLEAR = "\r\x1b[K"
_DONE, _AHEAD, _PLAIN = "\x1b[46m", "\x1b[100m", "\x1b[0m"


class Bar:
    """A bar on standard error while work goes on, if that is a terminal; nothing is left of it afterwards.

    It is a `Progress`: call it with the share that is done. Entered and left as a context.

    Args:
        label: What is being worked on.
    """

    def __init__(self, label: str) -> None:
        self._label = visible(label)
        self._wanted = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE
        self._shown = False

    def __enter__(self) -> "Bar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            _write(_CLEAR)

    def __call__(self, share: float) -> None:
        """Show that this share is done, 0 to 1."""
        now = time.monotonic()
        if self._wanted and now >= self._next:
            self._next = now + _PAUSE
            self._shown = True
            _write(_CLEAR + _line(self._label, share, now - self._began))


def _line(label: str, share: float, seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    told = f" {share:4.0%} {minutes}:{rest:02}"
    room = columns() - 1 - cell_width(told)
    cells = max(0, min(_CELLS, room // 2))
    return f"{_cut(label, room - cells - 3)} {_bar(share, cells)}{told}"


def _bar(share: float, cells: int) -> str:
    """The bar: colours of the ground, for a terminal may take any sign of a bar for twice as wide as it is."""
    done = round(share * cells)
    if os.environ.get("NO_COLOR"):
        return f"[{'#' * done}{'.' * (cells - done)}]"
    return f" {_DONE}{' ' * done}{_AHEAD}{' ' * (cells - done)}{_PLAIN} "


def _cut(label: str, cells: int) -> str:
    """The end of the label, which tells more than its beginning, in so many cells."""
    while label and cell_width(label) > max(0, cells):
        label = label[1:]
    return label


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
