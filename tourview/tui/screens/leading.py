"""The reading room as one comes into it from another page of the report, and goes back there."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events

from tourview.report import Link, Report, Section, counterpart
from tourview.tui.commands import Command
from tourview.tui.commands.leading import BACK_TO
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.meant import Meant
from tourview.tui.screens.searching import SearchingScreen
from tourview.tui.widgets.bars import TitleBar


class _WayBack(NamedTuple):
    """The page one came from, and how many places one had left by then: back beyond them lies the page."""

    page: str
    depth: int


class LeadingScreen(SearchingScreen):
    """What the room knows of the other pages.

    Attributes:
        places: Where one was on each page, by its name.
        as_read: The report with the links it has of itself, before any decision about them.
    """

    def __init__(self, report: Report, look: Look, *, greeting: bool, history: History) -> None:
        super().__init__(report, look, greeting=greeting, history=history)
        self.places: dict[str, object] = {}
        self._way_back: _WayBack | None = None
        self._pointing = False
        self.as_read = report
        self._links: tuple[Link, ...] | None = None

    async def on_mount(self) -> None:
        """Look up what was decided about links, once the page is drawn."""
        self.call_after_refresh(self.run_action, "app.look_up_links")

    def on_screen_resume(self) -> None:
        """Show links as they are by now."""
        self._show_links()

    def take_links(self, links: tuple[Link, ...]) -> None:
        """Show other links of the report, at once or, where another page lies above, when one comes back."""
        self._links = links
        if self.is_current:
            self._show_links()

    def _show_links(self) -> None:
        links, self._links = self._links, None
        if links is not None and links != self.report.links:
            self.report = self.report.with_links(links)
            self.reader.show_links(self.report)

    def show_report(self, report: Report) -> None:
        """Show the report as it was read again, at the same section as before."""
        section, top = self.section, self.reader.top
        same = counterpart(report, section)
        offset = top - section.span[0] + same.span[0] if same is not None else 0
        self.report = report
        self._forget(report)
        self.query_one(TitleBar).show(report)
        self.outline.show(report)
        self.reader.show(report)
        text = self.desk.change_report(report)
        self.reader.go_to(offset)
        self.follow(report.section_at(offset))
        self._seek_typed(text, stay=True)

    def _forget(self, report: Report) -> None:
        """Forget what was known of the text as it was."""
        self.as_read = report
        self.trail.clear()
        self.places.clear()
        self._way_back = self._links = None
        self.call_after_refresh(self.run_action, "app.look_up_links")

    @property
    def section(self) -> Section:
        """The section one is at."""
        raise NotImplementedError

    def read_from(self, page: str, meant: object) -> None:
        """Show what a person wants to read who is on a page; nothing if that is no `Meant`."""
        if not isinstance(meant, Meant):
            return
        self._show_links()
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

    def follow(self, section: Section) -> None:
        """Show which section one is at; the way back is hinted at as long as it is the next thing behind one."""
        super().follow(section)
        if self._way_back is not None and not self.hints.telling:
            self.show_hints()
