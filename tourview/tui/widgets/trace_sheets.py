"""The line that names the sheets of the trace, and tells which one is shown."""

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class TraceSheets(Widget):
    """The names, each with what it counts; a click shows the sheet."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names: Sequence[tuple[str, str]] = ()
        self._shown = 0
        self.auto_links = False

    def show(self, names: Sequence[tuple[str, str]], shown: int) -> None:
        """Show the names of the sheets, each with a count, and which of them one is on."""
        self._names, self._shown = names, shown
        self.refresh()

    def render(self) -> Content:
        """The line."""
        parts = []
        for number, (name, count) in enumerate(self._names):
            here = number == self._shown
            words = Content.assemble((name, "bold $accent" if here else "$dim"), " ", (count, "$dim"))
            parts.append(words.stylize(Style.from_meta({"@click": f"screen.show_sheet({number})"})))
        return Content("   ").join(parts).truncate(max(0, self.size.width), ellipsis=False)
