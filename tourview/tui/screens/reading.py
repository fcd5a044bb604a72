"""The reading room: what can be done in it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.message import Message

from tourview.i18n import _
from tourview.report import Kind, Report, Section, counterpart, neighbour, parent
from tourview.search import Result
from tourview.tui.arrangement import NARROW
from tourview.tui.cancelling import CancelledError, until_cancelled
from tourview.tui.citation import citation
from tourview.tui.commands import READING, Command, bindings
from tourview.tui.commands.hints import hints_for
from tourview.tui.desk import SearchDesk
from tourview.tui.finding import Finding
from tourview.tui.look import Look
from tourview.tui.refs import no_such_ref, refs_like, section_meant
from tourview.tui.screens.on_demand import help_screen, prompt_screen
from tourview.tui.screens.room import RoomScreen
from tourview.tui.trail import Trail
from tourview.tui.widgets.bars import Breadcrumb, TitleBar
from tourview.tui.widgets.outline import Outline
from tourview.tui.widgets.reader import Reader
from tourview.tui.widgets.ruler import Ruler
from tourview.tui.widgets.searchbar import SearchBar


class ReadingScreen(RoomScreen):
    """What the keys, and the widgets, do in the room."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(READING))

    class Copied(Message):
        """The person wants a text in the clipboard; `told` says so once it is there, with `{text}` and `{way}`."""

        def __init__(self, text: str, told: str) -> None:
            super().__init__()
            self.text = text
            self.told = told

    def __init__(self, report: Report, look: Look, *, start: int = 0, greeting: bool = False) -> None:
        """Prepare the room.

        Args:
            report: What is read.
            look: The colours.
            start: The source offset to begin at.
            greeting: Whether to say how to begin: the person has never been here.
        """
        super().__init__(report, look, greeting=greeting)
        self._start = start
        self._trail = Trail()
        self._desk = SearchDesk(report, self.outline, self.reader, self._trail, self.follow)
        self._pane_before: Outline | Reader = self.outline

    def on_mount(self) -> None:
        """Begin where the person stopped."""
        if self._start:
            self.reader.go_to(self._start)
            if self.app.size.width < NARROW:
                self.set_focus(self.reader)
        self.follow(self.report.section_at(self._start))

    def on_resize(self, event: events.Resize) -> None:
        """Share the room out anew, and keep the hit one stands at in view."""
        hit = self._desk.hit_in_view
        self.arrange_parts(event.size)
        if hit is not None:
            self.call_after_refresh(self._desk.reveal)

    # What the widgets tell

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys that matter here; in a narrow terminal, the pane that has them."""
        if self.has_class("narrow"):
            self.set_class(self.outline.has_focus, "outline-turn")
        self._show_hints()

    def on_outline_chosen(self, event: Outline.Chosen) -> None:
        """Show the section that was chosen in the outline."""
        self._trail.leave(self.reader.top, drifting=not event.enter)
        self._desk.leave()
        self.reader.go_to_section(event.section)
        self.breadcrumb.show(self.report, event.section)
        if event.enter:
            self.reader.focus()

    def reader_moved(self, section: Section) -> None:
        """Let outline and breadcrumb follow as one scrolls; a hit one stands at comes before what is at the top."""
        self.follow(self._desk.hit_in_view or section)

    def on_breadcrumb_picked(self, event: Breadcrumb.Picked) -> None:
        """Go up the way."""
        self.visit(event.section)

    def on_ruler_pointed(self, event: Ruler.Pointed) -> None:
        """Go where the person points along the report."""
        self._trail.leave(self.reader.top, drifting=True)
        self.reader.go_to_share(event.share)

    def on_reader_followed(self, event: Reader.Followed) -> None:
        """Go where a link leads."""
        self.visit(event.section)

    # Moving

    @property
    def _pane(self) -> Outline | Reader:
        return self.outline if self.outline.has_focus else self.reader

    @property
    def section(self) -> Section:
        """The section one is at."""
        chosen = self.outline.section if self.outline.has_focus else self._desk.hit_in_view
        return chosen or self.reader.section

    def visit(self, section: Section) -> None:
        """Jump to a section, so that one can come back."""
        self._trail.leave(self.reader.top)
        self._desk.leave()
        self.reader.go_to_section(section)
        self.follow(section)

    def action_move(self, rows: int) -> None:
        """Up or down by lines, rows, or hits while one types."""
        if self._desk.typing:
            self._desk.catch_up()
            self._desk.step(rows)
        else:
            self._pane.move(rows)

    def action_page(self, direction: int) -> None:
        """Up or down by a screenful."""
        self._pane.page(direction)

    def action_end(self, direction: int) -> None:
        """To the beginning or the end."""
        self._trail.leave(self.reader.top)
        self._desk.leave()
        self._pane.end(direction)

    def action_fold(self) -> None:
        """Fold the section away; from the reader, go to the outline."""
        if self.outline.has_focus:
            self.outline.fold()
        else:
            self._focus_outline()

    def action_unfold(self) -> None:
        """Unfold the section."""
        if self.outline.has_focus:
            self.outline.unfold()

    def action_enter(self) -> None:
        """Read the section that is chosen in the outline."""
        if self.outline.has_focus:
            self.outline.enter()

    def action_switch_pane(self) -> None:
        """From outline to reader and back."""
        if self.outline.has_focus:
            self.reader.focus()
        else:
            self._focus_outline()

    def _focus_outline(self) -> None:
        if self.has_class("zoomed"):
            self.remove_class("zoomed")
            self.arrange_parts(self.size)
        if self.has_class("narrow"):
            self.add_class("outline-turn")
        self.outline.focus()

    def action_neighbour(self, step: int) -> None:
        """To the next or previous section of the same kind."""
        found = neighbour(self.report, self.section, step)
        if found is None:
            self.app.clear_notifications()
            self.notify(_("No further section of this kind"), markup=False)
        else:
            self.visit(found)

    def action_parent(self) -> None:
        """To the section that holds this one."""
        above = parent(self.report, self.section)
        if above is not None:
            self.visit(above)

    def action_back(self) -> None:
        """Back to where one was."""
        place = self._trail.back(self.reader.top)
        if place is not None:
            self._desk.leave()
            self.reader.go_to(place)

    # Views

    def action_view(self, kind: str) -> None:
        """Show only the sections of a kind in the outline, and search only there; all for an empty name."""
        wanted = Kind(kind) if kind else None
        # Asked before the outline thins, which may leave its cursor on a section that the reader does not show.
        here = self.section
        self._desk.scope(wanted)
        if wanted is not None and not self._desk.active and here.kind is not wanted:
            first = next((section for section in self.outline.sections if section.kind is wanted), None)
            if first is not None:
                self.visit(first)

    def action_zoom(self) -> None:
        """The reader alone, or both."""
        self.toggle_class("zoomed")
        self.arrange_parts(self.size)
        if self.has_class("zoomed"):
            self.reader.focus()

    # Searching

    async def action_search(self) -> None:
        """Open the search field."""
        if not self._desk.typing:
            self._pane_before = self._pane
        if self._desk.bar is None:
            self._desk.bar = SearchBar(id="search")
            await self.query_one("#foot").mount(self._desk.bar, before=self.hints)
        self._desk.open()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search as one types: the letter is drawn first, and what it finds after it."""
        self.call_after_refresh(self._seek_typed, event.text)

    def _seek_typed(self, text: str, *, stay: bool = False) -> None:
        """Search for what is typed, a long report in the background, unless more has been typed meanwhile.

        Args:
            text: The query.
            stay: Whether the reader stays where it is, rather than go to the first hit.
        """
        if self._desk.bar is None or self._desk.bar.field.value != text:
            return
        if self._desk.finding.modest:
            self._take(self._desk.finding, text, self._desk.finding.look_for(text), stay)
        else:
            self._seek(self._desk.finding, text, stay)

    @work(thread=True, exclusive=True, group="search")
    def _seek(self, finding: Finding, text: str, stay: bool) -> None:
        try:
            result = finding.look_for(text, until_cancelled())
        except CancelledError:
            return
        self.app.call_from_thread(self._take, finding, text, result, stay)

    def _take(self, finding: Finding, text: str, result: Result | None, stay: bool) -> None:
        """Show what was found, unless more has been typed meanwhile, or the report has been read again."""
        if finding is self._desk.finding and self._desk.bar is not None and self._desk.bar.field.value == text:
            self._desk.take(text, result, stay=stay)
            self._show_hints()

    def action_hit(self, direction: int) -> None:
        """To the next or previous hit."""
        if self._desk.active:
            self._desk.step(direction)

    def action_clear(self) -> None:
        """Clear the search; from its field, return to where it began."""
        typing = self._desk.typing
        self._desk.clear()
        if typing and self._pane_before is self.reader:
            self.reader.focus()
        elif typing:
            self._focus_outline()
        self._show_hints()

    def action_keep_search(self) -> None:
        """Keep the search and read on."""
        self._desk.catch_up()
        if self._desk.bar is None or not self._desk.bar.field.value.strip():
            self._desk.clear()
        self.reader.focus()

    def on_search_bar_kept(self) -> None:
        """Enter was pressed in the field."""
        self.action_keep_search()

    # Copying and jumping

    def action_cite(self) -> None:
        """Copy the selected words, or the section, as a citation."""
        words = self.get_selected_text() or ""
        cited = citation(self.report, self.section, words)
        self.post_message(self.Copied(cited, _("Citation copied to {way}")))

    def action_copy_ref(self) -> None:
        """Copy the ref of the section."""
        self.post_message(self.Copied(self.section.ref, _("Ref {text} copied to {way}")))

    def action_copy_text(self) -> None:
        """Copy the selected words."""
        words = self.get_selected_text()
        if words:
            self.post_message(self.Copied(words, _("Selection copied to {way}")))

    async def action_jump(self) -> None:
        """Ask for a ref and go there."""
        suggest, check = partial(refs_like, self.report), partial(no_such_ref, self.report)
        prompt = prompt_screen(":", _("a ref, such as 2.1.3"), suggest=suggest, check=check)
        # Until it has the keys: what is typed right after the colon is the ref.
        await self.app.push_screen(prompt, self._jump)

    def _jump(self, ref: str | None) -> None:
        section = section_meant(self.report, ref) if ref else None
        if section is not None:
            self.visit(section)
            if self.has_class("narrow"):
                self.reader.focus()

    def show_report(self, report: Report) -> None:
        """Show the report as it is now, at the same section as before."""
        section, top = self.section, self.reader.top
        same = counterpart(report, section)
        offset = top - section.span[0] + same.span[0] if same is not None else 0
        self.report = report
        self._trail.clear()
        self.query_one(TitleBar).show(report)
        self.outline.show(report)
        self.reader.show(report)
        text = self._desk.change_report(report)
        self.reader.go_to(offset)
        self.follow(report.section_at(offset))
        self._seek_typed(text, stay=True)

    # Asking

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_screen(READING))

    def _show_hints(self) -> None:
        self.hints.show(self.commands_here())

    def commands_here(self) -> Sequence[type[Command]]:
        """The commands whose keys are worth a hint where one is."""
        return hints_for(typing=self._desk.typing, searching=self._desk.active, narrow=self.has_class("narrow"))
