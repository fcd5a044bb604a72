"""Fields of a Word file: their results are text, their instructions are not (ECMA-376 part 1, 17.16)."""

import re
from dataclasses import dataclass

_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_DEEPEST = 32


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False


class Fields:
    """The fields that are open at a place of a text, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def shows(self) -> bool:
        """Whether words here are shown: not inside a field's instruction."""
        return all(found.shows for found in self._open)

    @property
    def lists_contents(self) -> bool:
        """Whether the place is inside the result of a table of contents."""
        return any(found.shows and _CONTENTS.match(found.instruction) for found in self._open)

    def instruct(self, words: str) -> None:
        """Take words of an instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction += words[:200]

    def mark(self, kind: str) -> None:
        """Take a mark: `begin`, `separate` or `end`."""
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows = True
        elif kind == "end" and self._open:
            self._open.pop()

    def end_paragraph(self) -> None:
        """Let go of fields that are still in their instruction: a damaged one must not swallow what follows."""
        self._open = [found for found in self._open if found.shows]
