"""The reading room: what can be done in it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tourview.i18n import _
from tourview.report import Kind, Report, Section, neighbour, parent
from tourview.tui.arrangement import NARROW
from tourview.tui.citation import citation
from tourview.tui.commands import READING, Command, bindings
from tourview.tui.commands.hints import hints_for
from tourview.tui.commands.searching import ToLibrary
from tourview.tui.history import History
from tourview.tui.look import Look
from tourview.tui.refs import no_such_ref, refs_like, section_meant
from tourview.tui.screens.leading import LeadingScreen
from tourview.tui.screens.on_demand import help_screen, prompt_screen, remark_on
from tourview.tui.screens.searching import Arrival
from tourview.tui.widgets.bars import Breadcrumb
from tourview.tui.widgets.outline import Outline
from tourview.tui.widgets.reader import Reader
from tourview.tui.widgets.ruler import Ruler


class ReadingScreen(LeadingScreen):
    """What the keys, and the widgets, do in the room."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(READING))

    class Copied(Message):
        """The person wants a text in the clipboard; `told` says so once it is there, with `{text}` and `{way}`."""

        def __init__(self, text: str, told: str) -> None:
            super().__init__()
            self.text = text
            self.told = told

    class Left(Message):
        """The person wants to go back to the library."""

    def __init__(
        self,
        report: Report,
        look: Look,
        *,
        start: int = 0,
        greeting: bool = False,
        history: History | None = None,
        arrival: Arrival | None = None,
        shelved: bool = False,
    ) -> None:
        """Prepare the room.

        Args:
            report: What is read.
            look: The colours.
            start: The source offset to begin at.
            greeting: Whether to say how to begin: the person has never been here.
            history: What was sought before.
            arrival: The search one comes with.
            shelved: Whether there is a library to go back to.
        """
        super().__init__(report, look, greeting=greeting, history=history or History())
        self._start = start
        self._arrival = arrival
        self._brought = arrival.text if arrival is not None else ""
        self._shelved = shelved

    async def on_mount(self) -> None:
        """Begin where the person stopped, or at the hit that was chosen in the library."""
        if self._arrival is not None:
            await self.arrive(self._arrival)
            return
        if self._start:
            self.reader.go_to(self._start)
            if self.app.size.width < NARROW:
                self.set_focus(self.reader)
        self.follow(self.report.section_at(self._start))

    @property
    def commands(self) -> Sequence[type[Command]]:
        """What can be done here."""
        return (*READING, *self.way_back, *((ToLibrary,) if self._shelved else ()))

    def on_resize(self, event: events.Resize) -> None:
        """Share the room out anew, and keep the hit one stands at in view."""
        hit = self.desk.hit_in_view
        self.arrange_parts(event.size)
        if hit is not None:
            self.call_after_refresh(self.desk.reveal)

    # What the widgets tell

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys that matter here; in a narrow terminal, the pane that has them."""
        if self.has_class("narrow"):
            self.set_class(self.outline.has_focus, "outline-turn")
        self.show_hints()

    def on_outline_chosen(self, event: Outline.Chosen) -> None:
        """Show the section that was chosen in the outline."""
        self.trail.leave(self.reader.top, drifting=not event.enter)
        self.desk.leave()
        self.reader.go_to_section(event.section)
        self.breadcrumb.show(self.report, event.section)
        if event.enter:
            self.reader.focus()

    def reader_moved(self, section: Section) -> None:
        """Let outline and breadcrumb follow as one scrolls; a hit one stands at comes before what is at the top."""
        self.follow(self.desk.hit_in_view or section)

    def on_breadcrumb_picked(self, event: Breadcrumb.Picked) -> None:
        """Go up the way."""
        self.visit(event.section)

    def on_ruler_pointed(self, event: Ruler.Pointed) -> None:
        """Go where the person points along the report."""
        self.trail.leave(self.reader.top, drifting=True)
        self.reader.go_to_share(event.share)

    def on_reader_followed(self, event: Reader.Followed) -> None:
        """Go where a link leads."""
        self.visit(event.section)

    def on_reader_flagged(self, event: Reader.Flagged) -> None:
        """Stand at a notice that was clicked."""
        self._stand_at(event.place)

    async def on_key(self, _event: events.Key) -> None:
        """The next key ends what is told of a notice."""
        if self.hints.telling:
            self.reader.leave_notice()
            self.show_hints()

    # Moving

    @property
    def section(self) -> Section:
        """The section one is at."""
        chosen = self.outline.section if self.outline.has_focus else self.desk.hit_in_view
        return chosen or self.reader.section

    def visit(self, section: Section) -> None:
        """Jump to a section, so that one can come back."""
        self.trail.leave(self.reader.top)
        self.desk.leave()
        self.reader.go_to_section(section)
        self.follow(section)

    def action_move(self, rows: int) -> None:
        """Up or down by lines or rows; while one types by hits, or from an empty field through earlier queries."""
        if self.desk.bar is not None and self.desk.typing:
            if self.desk.bar.recall(rows):
                return
            self.desk.catch_up()
            self.desk.step(rows)
        else:
            self.pane.move(rows)

    def action_page(self, direction: int) -> None:
        """Up or down by a screenful."""
        self.pane.page(direction)

    def action_end(self, direction: int) -> None:
        """To the beginning or the end."""
        self.trail.leave(self.reader.top)
        self.desk.leave()
        self.pane.end(direction)

    def action_fold(self) -> None:
        """Fold the section away; from the reader, go to the outline."""
        if self.outline.has_focus:
            self.outline.fold()
        else:
            self.focus_outline()

    def action_unfold(self) -> None:
        """Unfold the section."""
        if self.outline.has_focus:
            self.outline.unfold()

    def action_enter(self) -> None:
        """Read the section that is chosen in the outline."""
        if self.outline.has_focus:
            self.outline.enter()

    def action_switch_pane(self) -> None:
        """From outline to reader and back; while one types, take a word that is offered."""
        if self.desk.bar is not None and self.desk.typing and self.desk.bar.complete():
            return
        if self.outline.has_focus:
            self.reader.focus()
        else:
            self.focus_outline()

    def action_neighbour(self, step: int) -> None:
        """To the next or previous section of the same kind."""
        found = neighbour(self.report, self.section, step)
        if found is None:
            self.tell(_("No further section of this kind"))
        else:
            self.visit(found)

    def action_notice(self, direction: int) -> None:
        """To the next or previous notice."""
        place = self.reader.next_notice(direction)
        if place is None:
            self.tell(_("Nothing is flagged in this report"))
        else:
            self._stand_at(place)

    def _stand_at(self, place: int) -> None:
        """Go to a notice and tell, at the foot, what it is about."""
        self.trail.leave(self.reader.top, drifting=True)
        self.desk.leave()
        notice = self.reader.stand_at(place)
        self.follow(self.report.section_at(notice.span[0]))
        count = len(self.reader.annotations.notices)
        self.hints.tell(f"{place + 1}/{count}", remark_on(self.report, notice))

    def action_parent(self) -> None:
        """To the section that holds this one."""
        above = parent(self.report, self.section)
        if above is not None:
            self.visit(above)

    def action_back(self) -> None:
        """Back to where one was."""
        if self.way_back:
            self.call_next(self.action_come_back)
            return
        place = self.trail.back(self.reader.top)
        if place is not None:
            self.desk.leave()
            self.reader.go_to(place)
        else:
            self.action_library()

    def action_clear(self) -> None:
        """Clear the search; where there is none but the one brought from the library, go back there."""
        if self.way_back and not self.desk.typing and self.desk.finding.text in ("", self._brought):
            self.call_next(self.action_come_back)
        elif self._leads_back:
            self.action_library()
        else:
            super().action_clear()

    @property
    def _leads_back(self) -> bool:
        """Whether Esc goes back to the library: there is nothing to clear that was not brought from there."""
        return self._shelved and not self.desk.typing and self.desk.finding.text in ("", self._brought)

    def action_library(self) -> None:
        """Back to the library, if one came from there."""
        if self._shelved:
            self.post_message(self.Left())

    # Views

    def action_view(self, kind: str) -> None:
        """Show only the sections of a kind in the outline, and search only there; all for an empty name."""
        wanted = Kind(kind) if kind else None
        # Asked before the outline thins, which may leave its cursor on a section that the reader does not show.
        here = self.section
        self.desk.scope(wanted)
        if wanted is not None and not self.desk.active and here.kind is not wanted:
            first = next((section for section in self.outline.sections if section.kind is wanted), None)
            if first is not None:
                self.visit(first)
        self.show_hints()

    def action_zoom(self) -> None:
        """The reader alone, or both."""
        self.toggle_class("zoomed")
        self.arrange_parts(self.size)
        if self.has_class("zoomed"):
            self.reader.focus()

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

    # Asking

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_screen(self.commands))

    def show_hints(self) -> None:
        """Show the keys that matter where one is."""
        self.hints.show(self.commands_here())

    def commands_here(self) -> Sequence[type[Command]]:
        """The commands whose keys are worth a hint where one is."""
        narrow = self.has_class("narrow")
        way = () if self.desk.typing else self.way_back
        back = self._leads_back and not way
        hints = hints_for(
            typing=self.desk.typing,
            searching=self.desk.active,
            narrow=narrow,
            leads_back=back,
            viewing=self.desk.finding.kind is not None,
        )
        return (*hints[:2], *way, *hints[2:])
