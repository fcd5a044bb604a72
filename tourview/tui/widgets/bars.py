"""The one-line widgets above and below the page: title, breadcrumb and key hints."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tourview.i18n import _
from tourview.report import Report, Section, breadcrumb, leaves
from tourview.tui.commands import Command
from tourview.tui.labels import facts_beside, kind_name, outline_label, section_name
from tourview.typeset import cell_width, label_gap, shortened, visible

_PROGRAM = "tourview  "
_GAP = 3
"""Cells between the title and its facts."""


class TitleBar(Widget):
    """The report's title and the facts beside it."""

    ALLOW_SELECT = False

    def __init__(self, report: Report, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._report = report

    def show(self, report: Report) -> None:
        """Show another report's title."""
        self._report = report
        self.refresh()

    def render(self) -> Content:
        """The line: where it has no room for all, the facts go before the title is cut."""
        room = max(0, self.size.width - len(_PROGRAM))
        title = shortened(visible(self._report.title), room)
        facts = facts_beside(self._report, room - cell_width(title) - _GAP)
        return Content.assemble((_PROGRAM, "$accent bold"), title, " " * _GAP * bool(facts), (facts, "$dim"))


class Breadcrumb(Widget):
    """Where the section stands in the report, and which of its kind it is."""

    ALLOW_SELECT = False

    class Picked(Message):
        """A step of the way was clicked."""

        def __init__(self, section: Section) -> None:
            super().__init__()
            self.section = section

    def __init__(self, report: Report, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._report = report
        self._section: Section | None = None
        self.auto_links = False

    def show(self, report: Report, section: Section) -> None:
        """Show the way to a section."""
        if report is not self._report or section is not self._section:
            self._report = report
            self._section = section
            self.refresh()

    def action_go(self, ref: str) -> None:
        """Tell that a step was clicked."""
        section = self._report.section(ref)
        if section is not None:
            self.post_message(self.Picked(section))

    def render(self) -> Content:
        """The line: the sections above, and `Lessons 2/5` at the right."""
        section = self._section
        if section is None:
            return Content("")
        place = Content.styled(self._place(section), f"$kind-{section.kind}" if section.kind else "$dim")
        steps = list(breadcrumb(self._report, section))
        steps = steps[:-1] or steps
        room = self.size.width - place.cell_length - 2
        way = self._way(steps)
        while len(steps) > 1 and way.cell_length > room:
            del steps[0]
            way = self._way(steps)
        way = way.truncate(max(0, room), ellipsis=True)
        return Content.assemble(way, " " * max(2, self.size.width - way.cell_length - place.cell_length), place)

    def _way(self, steps: Sequence[Section]) -> Content:
        parts: list[Content] = []
        for step in steps:
            label = outline_label(step)
            words = visible(label + " " * label_gap(label) + section_name(step))
            link = Style.from_meta({"@click": f"go('{step.ref}')"})
            parts.append(Content(words).stylize(link))
        return Content("  ›  ").join(parts).stylize("$dim")

    def _place(self, section: Section) -> str:
        if section.kind is None:
            return ""
        total = len(leaves(self._report, section.kind))
        number = self._report.leaf_numbers.get(section.ref)
        return f"{kind_name(section.kind)} {total if number is None else f'{number}/{total}'}"


class KeyHints(Widget):
    """The keys that matter where one is; a click does what the key would. In their place, what is told of a notice."""

    ALLOW_SELECT = False

    def __init__(self, commands: Sequence[type[Command]], *, after: Sequence[str] = (), id: str | None = None) -> None:
        """Prepare the line.

        Args:
            commands: The commands whose keys are shown, as many as there is room for.
            after: Words that stand behind them, likewise.
            id: The widget's name.
        """
        super().__init__(id=id)
        self._commands = commands
        self._after = after
        self._told: tuple[str, str] | None = None
        self.auto_links = False

    @property
    def telling(self) -> bool:
        """Whether something is told in the place of the hints."""
        return self._told is not None

    def show(self, commands: Sequence[type[Command]]) -> None:
        """Show the hints of these commands, as far as there is room."""
        if commands != self._commands or self._told:
            self._commands = commands
            self._told = None
            self.refresh()

    def tell(self, number: str, words: str) -> None:
        """Tell something until hints are shown again: which it is of how many, and one line of words."""
        self._told = number, words
        self.refresh()

    def render(self) -> Content:
        """The line: key and word, key and word."""
        if self._told is not None:
            number, words = self._told
            told = shortened(visible(words), max(0, self.size.width - len(number) - 2))
            return Content.assemble((number, "$accent bold"), "  ", told)
        line = Content("")
        for command in self._commands:
            words = _(command.hint)
            link = Style.from_meta(
                {"@click": f"screen.{command.action}" if "." not in command.action else command.action}
            )
            hint = Content.assemble((command.shown, "$accent bold"), " ", (words, "$dim")).stylize(link)
            longer = Content.assemble(line, "   " if line else "", hint)
            if longer.cell_length > self.size.width:
                return line
            line = longer
        for place, word in enumerate(self._after):
            longer = Content.assemble(line, " " if place else "   ", (word, "$dim"))
            if longer.cell_length > self.size.width:
                return line
            line = longer
        return line


__all__ = ["Breadcrumb", "KeyHints", "TitleBar"]
