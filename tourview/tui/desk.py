"""The search desk: keeps outline, reader and search bar in step with what is sought and in which view."""

from collections.abc import Callable

from tourview.report import Kind, Report, Section, Span
from tourview.search import Result
from tourview.tui.finding import Finding
from tourview.tui.trail import Trail
from tourview.tui.widgets.outline import Outline
from tourview.tui.widgets.reader import Reader
from tourview.tui.widgets.searchbar import SearchBar


class SearchDesk:
    """The search in one report, and the view it keeps to.

    Attributes:
        finding: What is sought and where one stands among the hits.
        bar: The search bar, once it has been asked for.
    """

    def __init__(
        self, report: Report, outline: Outline, reader: Reader, trail: Trail, follow: Callable[[Section], None]
    ) -> None:
        """Prepare the desk.

        Args:
            report: What is read.
            outline: The outline to thin.
            reader: The reader to light the hits up in.
            trail: Where to note the places one leaves.
            follow: Called with the section of the hit one stands at.
        """
        self.finding = Finding(report)
        self.bar: SearchBar | None = None
        self._report = report
        self._outline = outline
        self._reader = reader
        self._trail = trail
        self._follow = follow
        self._origin = 0
        self._kind: Kind | None = None

    @property
    def typing(self) -> bool:
        """Whether the keys go into the search field."""
        return self.bar is not None and self.bar.typing

    @property
    def active(self) -> bool:
        """Whether something is sought."""
        return self.finding.active

    @property
    def hit_in_view(self) -> Section | None:
        """The section of the hit one stands at, if that can be seen."""
        hit = self.finding.current
        return self._report.section_at(hit[0]) if hit and self._reader.shows(hit) else None

    def open(self) -> None:
        """Take the keys; what is typed is sought from here on."""
        if self.bar is None or self.typing:
            return
        self._origin = self._reader.top
        self.bar.open()
        self.show()

    def seek(self, text: str) -> None:
        """Search at once."""
        self.take(text, self.finding.look_for(text))

    def catch_up(self) -> None:
        """Search for what is typed now, if that is still to be done and can be done at once."""
        if self.bar is not None and self.bar.text != self.finding.text and self.finding.modest:
            self.seek(self.bar.text)

    def take(self, text: str, result: Result | None, *, stay: bool = False) -> None:
        """Show a result of `finding.look_for`, at the first hit from where the search began, or where one is."""
        self.finding.take(text, result)
        if stay:
            self.show()
            return
        hit = self.finding.stand_at(self._origin)
        self.show()
        if hit is not None:
            self._reader.reveal(hit)
        else:
            self._reader.go_to(self._origin)

    def leave(self) -> None:
        """Stand at no hit: one has jumped elsewhere in the report."""
        if self.finding.current is not None:
            self.finding.leave()
            self.show()

    def step(self, direction: int) -> None:
        """Go to the next or previous hit."""
        hit: Span | None = self.finding.step(direction, self._reader.top)
        if hit is not None:
            self._trail.leave(self._reader.top, drifting=True)
            self._reader.reveal(hit)
        self.show()

    def reveal(self) -> None:
        """Bring the hit one stands at into view."""
        if self.finding.current is not None:
            self._reader.reveal(self.finding.current)

    def bring(self, text: str, offset: int) -> None:
        """Have a query in the bar that is yet to be sought, from a source offset on; the keys stay where they are."""
        if self.bar is not None:
            self._origin = offset
            self.bar.fill(text)

    def scope(self, kind: Kind | None, *, stay: bool = False) -> None:
        """Keep outline and search to the sections of one kind, None for all; go to a hit, unless one is to stay."""
        self._kind = kind
        current = self.finding.current
        self.finding.scope(kind)
        if stay:
            self.show()
            return
        hit = self.finding.stand_at(current[0] if current else self._reader.top)
        self.show()
        if hit is not None:
            self._reader.reveal(hit)

    def clear(self) -> None:
        """Seek nothing any more; from the field, return to where the search began."""
        if self.bar is None or not self.bar.display:
            return
        typing = self.typing
        self.bar.clear()
        self.finding.clear()
        self.show()
        if typing:
            self._reader.go_to(self._origin)
            self._follow(self._report.section_at(self._origin))

    def change_report(self, report: Report) -> str:
        """Turn to the report as it is now; returns what was sought, to be sought again."""
        text = self.finding.text
        self._report = report
        self.finding = Finding(report)
        self.finding.scope(self._kind)
        self.show()
        return text

    def show(self) -> None:
        """Show outline, highlights and counts as search and view have them."""
        finding = self.finding
        self._outline.thin(self._kind, finding.counts())
        self._reader.highlight(finding.spans, finding.current)
        if finding.current is not None:
            self._follow(self._report.section_at(finding.current[0]))
        if self.bar is not None:
            self.bar.show(self._kind, finding.count_by_kind(), finding.status())
