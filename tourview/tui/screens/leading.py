"""The reading room as one comes into it from another page of the report, and goes back there."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events

from tourview.report import Report
from tourview.tui.commands import Command
from tourview.tui.commands.leading import BACK_TO
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.meant import Meant
from tourview.tui.screens.searching import SearchingScreen


class _WayBack(NamedTuple):
    """The page one came from, and how many places one had left by then: back beyond them lies the page."""

    page: str
    depth: int


class LeadingScreen(SearchingScreen):
    """What the room knows of the other pages.

    Attributes:
        places: Where one was on each page, by its name.
    """

    def __init__(self, report: Report, look: Look, *, greeting: bool, history: History) -> None:
        super().__init__(report, look, greeting=greeting, history=history)
        self.places: dict[str, object] = {}
        self._way_back: _WayBack | None = None
        self._pointing = False

    def read_from(self, page: str, meant: object) -> None:
        """Show what a person wants to read who is on a page; nothing if that is no `Meant`."""
        if not isinstance(meant, Meant):
            return
        section = self.report.section(meant.section.ref)
        if section is None:
            return
        self.trail.leave(self.reader.top)
        self._way_back = _WayBack(page, self.trail.depth)
        self.desk.leave()
        if meant.span is None:
            self.reader.go_to_section(section)
        else:
            self._pointing = True
            self.reader.point_at(meant.span)
        self.reader.focus()
        self.follow(section)
        self.show_hints()

    @property
    def way_back(self) -> Sequence[type[Command]]:
        """The command that leads back to the page one came from, unless one has gone elsewhere since."""
        way = self._way_back
        return (BACK_TO[way.page],) if way is not None and self.trail.depth <= way.depth else ()

    async def action_come_back(self) -> None:
        """Back to the page one came from."""
        way, self._way_back = self._way_back, None
        if way is not None:
            self.show_hints()
            await self.run_action(f"app.lead('{way.page}')")

    async def on_key(self, _event: events.Key) -> None:
        """The next key puts out the light on what was pointed at."""
        if self._pointing:
            self._pointing = False
            self.reader.leave_notice()
        if self._way_back is not None:
            self.call_after_refresh(self._keep_hints_true)

    def _keep_hints_true(self) -> None:
        """The way back is hinted at as long as it is the next thing behind one."""
        if not self.hints.telling:
            self.show_hints()
