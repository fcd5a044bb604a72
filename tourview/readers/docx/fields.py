"""Fields of a Word file: their results are text, their instructions are not (ECMA-376 part 1, 17.16)."""

import re
from dataclasses import dataclass

_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_DEEPEST = 16
_LONGEST = 200  # characters of an instruction that tell what it is


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    lists_contents: bool = False


class Fields:
    """The fields that are open at a place of a text, the outermost first.

    Attributes:
        shows: Whether words here are shown: not inside a field's instruction.
        lists_contents: Whether the place is inside the result of a table of contents.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.shows = True
        self.lists_contents = False

    def instruct(self, words: str) -> None:
        """Take words of an instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction += words[: max(0, _LONGEST - len(self._open[-1].instruction))]

    def mark(self, kind: str) -> None:
        """Take a mark: `begin`, `separate` or `end`."""
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows = True
            self._open[-1].lists_contents = bool(_CONTENTS.match(self._open[-1].instruction))
        elif kind == "end" and self._open:
            self._open.pop()
        self._tell()

    def end_paragraph(self) -> None:
        """Let go of fields that are still in their instruction: a damaged one must not swallow what follows."""
        if not self.shows:
            self._open = [found for found in self._open if found.shows]
            self._tell()

    def _tell(self) -> None:
        self.shows = all(found.shows for found in self._open)
        self.lists_contents = any(found.lists_contents for found in self._open)
