"""The line above the shelf: which library it is, how many reports it has, and what is being done with them."""

from textual.content import Content
from textual.widget import Widget

from tourview.typeset import shortened, visible

_PROGRAM = "tourview  "
_GAP = 3
"""Cells between what is told."""


class LibraryBar(Widget):
    """The folder, the number of reports, and at the right how far indexing is."""

    ALLOW_SELECT = False

    def __init__(self, name: str, *, id: str | None = None) -> None:
        """Prepare the line.

        Args:
            name: What the library is called.
            id: The widget's name in the style sheet.
        """
        super().__init__(id=id)
        self._library = name
        self._told = ""
        self._doing = ""

    @property
    def doing(self) -> str:
        """What is being done with the reports; empty if nothing is."""
        return self._doing

    def tell(self, told: str) -> None:
        """Show how many reports there are."""
        self._told = told
        self.refresh()

    def tell_doing(self, doing: str) -> None:
        """Show what is being done with them; nothing for an empty text."""
        if doing != self._doing:
            self._doing = doing
            self.refresh()

    def render(self) -> Content:
        """The line: where there is no room for all, the name is cut."""
        told, doing = Content.styled(self._told, "$dim"), Content.styled(self._doing, "$dim")
        room = self.size.width - len(_PROGRAM) - told.cell_length - doing.cell_length - 2 * _GAP
        line = Content.assemble(
            (_PROGRAM, "$accent bold"), shortened(visible(self._library), max(0, room)), " " * _GAP, told
        )
        return Content.assemble(line, " " * max(1, self.size.width - line.cell_length - doing.cell_length), doing)
