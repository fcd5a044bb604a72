"""The outline: the report's sections as a tree, thinned by a view or a search."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tourview.i18n import _
from tourview.report import Kind, Report, Section
from tourview.tui.labels import kind_name, outline_label, seal, section_name
from tourview.tui.look import Look, finished
from tourview.typeset import cell_width, label_gap, shortened, visible

_STEP = 2
"""Cells a level is set in."""

_SEAL = 3
"""Cells of a seal and the gap after it."""

_LOOKED_AT = 500
"""Sections whose rows tell how wide the outline should be."""

_LEFT = 2
_RIGHT = 1
"""Cells left free on either side."""


class Row(NamedTuple):
    """A visible row.

    Attributes:
        place: The section's place in reading order.
        expandable: Whether it has rows below it that can be folded away.
    """

    place: int
    expandable: bool


class Outline(ScrollView, inherit_bindings=False, can_focus=True):
    """A tree drawn line by line: seal, label, heading, and one number at the right edge.

    Textual's Tree makes an object of each node and builds all of them anew to filter; here a row is a number in a list,
    so that the tree of a report of ten thousand sections can be thinned at each key of a search.
    """

    ALLOW_SELECT = False

    class Chosen(Message):
        """The cursor came to another section; `enter` if the person wants to go on reading there."""

        def __init__(self, section: Section, enter: bool) -> None:
            super().__init__()
            self.section = section
            self.enter = enter

    def __init__(self, report: Report, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._report = report
        self._look = look
        self._folded: set[str] = set()
        self._kind: Kind | None = None
        self._counts: Mapping[str, int] | None = None
        self._rows: list[Row] = []
        self._row_of: dict[int, int] = {}
        self._cursor = 0
        self._base: Style | None = None

    def notify_style_update(self) -> None:
        """Forget the old ground."""
        super().notify_style_update()
        self._base = None

    def on_mount(self) -> None:
        """Draw the rows for the first time."""
        self._thin()

    @property
    def section(self) -> Section | None:
        """The section under the cursor; None when no row is left."""
        return self._report.reading_order[self._rows[self._cursor].place] if self._rows else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections whose rows are visible, in reading order."""
        return tuple(self._report.reading_order[row.place] for row in self._rows)

    @property
    def longest_row(self) -> int:
        """The cells that the longest row would take, among the first of a long report."""
        sections = self._report.reading_order[:_LOOKED_AT]
        return max((self._row_width(section) for section in sections), default=0)

    def _row_width(self, section: Section) -> int:
        label = outline_label(section)
        words = cell_width(label) + label_gap(label) + cell_width(section_name(section))
        return _LEFT + _STEP * (section.level - 1) + 2 + _SEAL + words + 3 * _RIGHT + 1

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self.refresh()

    def show(self, report: Report) -> None:
        """Show another report; what was folded stays folded where the same section is still there."""
        self._report = report
        self._counts = None
        self._cursor = 0
        self._thin()

    def thin(self, kind: Kind | None, counts: Mapping[str, int] | None) -> None:
        """Show only sections of a kind, or only those with hits, and what leads to them.

        Args:
            kind: The kind of the current view; None for all.
            counts: Hits by ref during a search; None without one.
        """
        if (kind, counts) != (self._kind, self._counts):
            self._kind = kind
            self._counts = counts
            self._thin()

    def follow(self, section: Section) -> None:
        """Put the cursor on a section, or on the nearest one above it that is visible, without telling anyone."""
        place = self._report.positions.get(section.ref)
        if place is None or not self._rows:
            return
        ref = section.ref
        while place not in self._row_of and "." in ref:
            ref = ref.rpartition(".")[0]
            place = self._report.positions[ref]
        row = self._row_of.get(place)
        if row is None:
            row = max((at for at, entry in enumerate(self._rows) if entry.place <= place), default=0)
        self._move_to(row)

    # Moving

    def move(self, rows: int) -> None:
        """Move the cursor by some rows and show its section."""
        self._choose(self._cursor + rows)

    def page(self, direction: int) -> None:
        """Move the cursor by a view's height."""
        self.move(direction * max(1, self.size.height - 2))

    def end(self, direction: int) -> None:
        """Move the cursor to the first (-1) or last (1) row."""
        self._choose(0 if direction < 0 else len(self._rows) - 1)

    def enter(self) -> None:
        """Tell that the person wants to read the section under the cursor."""
        if self.section is not None:
            self.post_message(self.Chosen(self.section, enter=True))

    def fold(self) -> None:
        """Fold the section under the cursor away, or go to its parent if there is nothing to fold."""
        section = self.section
        if section is None:
            return
        if self._rows[self._cursor].expandable and section.ref not in self._folded and self._counts is None:
            self._toggle(self._cursor)
        elif "." in section.ref:
            self._choose(self._row_of[self._report.positions[section.ref.rpartition(".")[0]]])

    def unfold(self) -> None:
        """Unfold the section under the cursor, or go to its first child if it is unfolded."""
        section = self.section
        if section is None or not self._rows[self._cursor].expandable:
            return
        if section.ref in self._folded and self._counts is None:
            self._toggle(self._cursor)
        else:
            self._choose(self._cursor + 1)

    def _toggle(self, row: int) -> None:
        ref = self._report.reading_order[self._rows[row].place].ref
        self._folded ^= {ref}
        self._thin()

    def _choose(self, row: int) -> None:
        if self._rows:
            self._move_to(max(0, min(row, len(self._rows) - 1)))
            if self.section is not None:
                self.post_message(self.Chosen(self.section, enter=False))

    def _move_to(self, row: int) -> None:
        if row != self._cursor:
            self.refresh_line(self._cursor)
            self._cursor = row
            self.refresh_line(row)
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Scroll no farther than needed to have the cursor in view, with a row or two around it."""
        if not self.size:
            return
        row = self._cursor
        top, height = self.scroll_offset.y, self.size.height
        margin = min(2, max(0, height // 4))
        if row < top + margin:
            self.scroll_to(y=max(0, row - margin), animate=False, force=True)
        elif row >= top + height - margin:
            self.scroll_to(y=row - height + 1 + margin, animate=False, force=True)

    # Thinning

    def _thin(self) -> None:
        """Make the rows anew, keeping the cursor on its section."""
        here = self.section if self._cursor < len(self._rows) else None
        self._rows = list(self._visible())
        self._row_of = {row.place: at for at, row in enumerate(self._rows)}
        self._cursor = 0
        self.virtual_size = Size(1, len(self._rows))
        if here is not None:
            self.follow(here)
        self.refresh()

    def _visible(self) -> Iterator[Row]:
        order = self._report.reading_order
        keep = self._kept()
        deepest: int | None = None
        for place, section in enumerate(order):
            if deepest is not None and section.level > deepest:
                continue
            deepest = None
            if keep is not None and place not in keep:
                continue
            children = section.children
            if keep is not None:
                children = tuple(child for child in children if self._report.positions[child.ref] in keep)
            if section.heading is None and not section.paragraphs and not (self._counts or {}).get(section.ref):
                continue
            if children and section.ref in self._folded and self._counts is None:
                deepest = section.level
            yield Row(place, bool(children))

    def _kept(self) -> set[int] | None:
        """The places that a view or a search leaves, with all that lead to them; None if nothing is thinned."""
        if self._kind is None and self._counts is None:
            return None
        if self._counts is not None:
            refs = list(self._counts)
        else:
            refs = [section.ref for section in self._report.reading_order if section.kind is self._kind]
        kept: set[int] = set()
        for ref in refs:
            above = ref
            while above and self._report.positions[above] not in kept:
                kept.add(self._report.positions[above])
                above = above.rpartition(".")[0]
        return kept

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The row at line `y` of the view."""
        at = self.scroll_offset.y + y
        width = self.size.width
        base = self._base = self._base or self.rich_style
        if at >= len(self._rows):
            return finished(self._nothing(width) if not self._rows and y == 0 else (), width, base)
        row = self._rows[at]
        section = self._report.reading_order[row.place]
        left = list(self._lead(row, section))
        used = sum(segment.cell_length for segment in left)
        right = self._number(section)
        room = width - used - right.cell_length - 2 * _RIGHT
        cursor = Style()
        if at == self._cursor:
            cursor = self._look.cursor if self.has_focus else self._look.cursor_blurred
        label = outline_label(section)
        words = label + " " * label_gap(label) + section_name(section)
        name = Segment(_fitted(words, max(0, room)), self._name_style(section) + cursor)
        tail = [Segment(" " * _RIGHT, cursor), Segment(right.text, (right.style or Style()) + cursor)]
        return finished([*left, name, *tail], width, base)

    def _nothing(self, width: int) -> Iterator[Segment]:
        """What stands in the place of the rows where the report has nothing of the kind in view."""
        if self._kind is not None and self._counts is None:
            told = _("{kind}: none in this report").format(kind=kind_name(self._kind))
            yield Segment(_fitted(" " * _LEFT + told, width), self._look.dim)

    def _lead(self, row: Row, section: Section) -> Iterator[Segment]:
        """What stands before the name: indent, fold mark and seal."""
        yield Segment(" " * (_LEFT + _STEP * (section.level - 1)))
        folded = section.ref in self._folded and self._counts is None
        yield Segment(("▸ " if folded else "▾ ") if row.expandable else "  ", self._look.dim)
        kind = section.kind
        if kind is None:
            return
        above = self._report.section(section.ref.rpartition(".")[0])
        begins = above is None or above.kind is not kind
        yield Segment(seal(kind), (self._look.seal_reversed if begins else self._look.seal)[kind])
        yield Segment(" ")

    def _name_style(self, section: Section) -> Style:
        if self._counts is not None and section.ref not in self._counts:
            return self._look.dim
        return self._look.bold if section.level == 1 else self._look.text

    def _number(self, section: Section) -> Segment:
        """The number at the right: hits during a search, else how many sections a folded-up one holds."""
        if self._counts is not None:
            count = self._counts.get(section.ref, 0)
            return Segment(str(count) if count else "", self._look.accent)
        return Segment(str(len(section.children)) if section.children else "", self._look.dim)

    # Events

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked; fold or unfold it if its mark was."""
        at = event.get_content_offset(self)
        row = self.scroll_offset.y + at.y if at is not None else len(self._rows)
        if at is None or row >= len(self._rows):
            return
        mark = _LEFT + _STEP * (self._report.reading_order[self._rows[row].place].level - 1)
        if self._rows[row].expandable and mark <= at.x < mark + 2 and self._counts is None:
            self._toggle(row)
        else:
            self._choose(row)

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the cursor in view."""
        self._keep_in_view()


def _fitted(words: str, width: int) -> str:
    """The words in exactly `width` cells."""
    words = shortened(visible(words), width)
    return words + " " * (width - cell_width(words))
