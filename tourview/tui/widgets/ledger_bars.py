"""The line above the rows of the ledger: how far all of it is, and which rows are shown."""

from textual.content import Content
from textual.widget import Widget

from tourview.typeset import shortened, visible


class LedgerSummary(Widget):
    """The summary at the left, the filter and the order at the right."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._summary = ""
        self._filter = ""
        self._order = ""

    def show(self, summary: str, asked: str, order: str) -> None:
        """Show how far the work is, which rows are asked for, and in which order they stand."""
        self._summary, self._filter, self._order = summary, asked, order
        self.refresh()

    def render(self) -> Content:
        """The line: where there is no room for all, the order goes first, then the filter is cut."""
        width = self.size.width
        left = Content.styled(self._summary, "bold")
        asked = visible(self._filter)
        order = self._order
        if left.cell_length + len(asked) + len(order) > width - 6 or width < left.cell_length + 20:
            order = ""
        room = max(0, width - left.cell_length - 3)
        right = Content.assemble((shortened(asked, room), "$accent"), "  " if asked and order else "", (order, "$dim"))
        if right.cell_length > room:
            right = Content.styled(shortened(asked, room), "$accent")
        return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)
