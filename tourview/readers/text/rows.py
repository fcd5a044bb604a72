"""The lines of a text, as places: a list of a million strings would take many times the memory of the text."""

from array import array
from collections.abc import Sequence
from typing import overload

from tourview.report import Progress, Span

_TOLD = 4096  # lines between two words of progress


class Rows(Sequence[str]):
    """Every line of a text that is not blank, as a string without surrounding blanks.

    Attributes:
        text: The text.
    """

    def __init__(self, text: str, progress: Progress | None = None) -> None:
        """Find the lines.

        Args:
            text: With LF for newlines.
            progress: Told the share done; may raise to cancel.
        """
        self.text = text
        self._starts, self._ends = array("q"), array("q")
        at, length = 0, len(text)
        while at < length:
            newline = text.find("\n", at)
            after = length if newline < 0 else newline
            line = text[at:after]
            words = line.strip()
            if words:
                start = at + line.find(words[:1])
                self._starts.append(start)
                self._ends.append(start + len(words))
            at = after + 1
            if progress and (len(self._starts) % _TOLD == 1 or at >= length):
                progress(min(at, length) / length)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        return self.text[self._starts[place] : self._ends[place]]

    def span(self, place: int) -> Span:
        """Where the words of a line lie, as [start, end)."""
        return self._starts[place], self._ends[place]

    def begin(self, place: int) -> int:
        """Where a line begins, its indentation included."""
        return self.text.rfind("\n", 0, self._starts[place]) + 1
