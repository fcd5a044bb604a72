"""A list of keys, or of queries, and what each does."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tourview.typeset import cell_width, wrap

Entry = tuple[str, str | None]
"""What is typed, and what that does; a heading and None."""

_TYPED = 14
"""Cells for what is typed, the gap included."""
_GAP = 2
_NARROWEST = 12
"""Cells that what it does has at least."""


class HelpList(Widget):
    """Entries one below the other; what an entry does keeps to its own column where it needs more lines than one."""

    def __init__(self, entries: Sequence[Entry], *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._entries = entries

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the entries take."""
        return sum(1 for _line in self._lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        for place, (typed, does) in enumerate(self._entries):
            if does is None:
                if place:
                    yield Content("")
                yield Content.styled(typed, "$accent bold")
                continue
            margin = max(_TYPED, cell_width(typed) + _GAP)
            for number, (start, end) in enumerate(wrap(does, max(_NARROWEST, width - margin))):
                before = Content(" " * margin)
                if not number:
                    before = Content.assemble((typed, "bold"), " " * (margin - cell_width(typed)))
                yield Content.assemble(before, does[start:end])
