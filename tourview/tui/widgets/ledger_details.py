"""All there is of one row of the ledger, to be scrolled through."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tourview.i18n import _
from tourview.ledger.event import Event
from tourview.ledger.fields import FIELDS, text_of
from tourview.ledger.lights import Light, light
from tourview.ledger.row import LinkEnd, Row
from tourview.ledger.rules import status_word
from tourview.ledger.words import deed, end_words, label, late_words, moment
from tourview.report import Kind
from tourview.tui.labels import seal
from tourview.tui.ledger_book import State
from tourview.tui.ledger_words import light_letter, time_left
from tourview.tui.look import Look, finished, in_view
from tourview.tui.widgets.ledger_rows import light_tone, status_tone
from tourview.typeset import cell_width, visible, wrap

_LEFT = 2
_RIGHT = 2
_LONGEST = 80
"""Cells of the longest line: forty Han characters."""
_DAY, _MOMENT = 12, 18
"""Cells of a day or a moment with the blanks behind it, below which the words of an entry hang."""
_LEAST = 8
"""Cells of a line where there is hardly any room."""
_SHOWN_EMPTY = ("lead_unit", "responsible_units", "owner", "due", "evidence")
"""Fields that are shown though nothing is in them: they are what is asked for first."""


class _Line:
    """A line: its pieces, and which link it is part of, if it is."""

    __slots__ = ("link", "pieces")

    def __init__(self, *pieces: tuple[str, Style], link: int | None = None) -> None:
        self.pieces = pieces
        self.link = link


class LedgerDetails(ScrollView, inherit_bindings=False, can_focus=True):
    """The row's fields, links, progress, words and history."""

    ALLOW_SELECT = False

    class Followed(Message):
        """The person wants to read a lesson or a gap."""

        def __init__(self, end: LinkEnd) -> None:
            super().__init__()
            self.end = end

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._row: Row | None = None
        self._state: State | None = None
        self._lines: list[_Line] = []
        self._links: list[LinkEnd] = []
        self._at: int | None = None

    @property
    def link(self) -> LinkEnd | None:
        """The lesson or gap one stands at."""
        return self._links[self._at] if self._at is not None else None

    def show(self, row: Row | None, state: State) -> None:
        """Show a row; another one from its beginning."""
        if self._row is None or row is None or row.id != self._row.id:
            self._at = None
            self.scroll_to(y=0, animate=False, force=True)
        self._row, self._state = row, state
        self._set()

    def restyle(self, look: Look) -> None:
        """Take on the colours of another theme."""
        self._look = look
        self._set()

    # Moving

    def move(self, rows: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=rows, animate=False)

    def page(self, direction: int) -> None:
        """Scroll by a screenful."""
        self.move(direction * max(1, self.size.height - 2))

    def end(self, direction: int) -> None:
        """Scroll to the beginning or the end."""
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False)

    def step_link(self, direction: int) -> None:
        """Stand at the next or previous lesson or gap."""
        if not self._links:
            return
        first = 0 if direction > 0 else len(self._links) - 1
        self._at = first if self._at is None else (self._at + direction) % len(self._links)
        line = next(number for number, line in enumerate(self._lines) if line.link == self._at)
        if not self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height:
            self.scroll_to(y=max(0, line - 1), animate=False)
        self.refresh()

    # Composing

    def _set(self) -> None:
        self._links = []
        self._lines = []
        if self._row is not None and self._state is not None and self.size.width:
            width = min(_LONGEST, self.size.width - _LEFT - _RIGHT)
            self._lines = list(self._laid(self._row, self._state, max(_LEAST, width)))
        if self._at is not None and self._at >= len(self._links):
            self._at = None
        self.virtual_size = Size(1, len(self._lines))
        self.refresh()

    def _laid(self, row: Row, state: State, width: int) -> Iterator[_Line]:
        look = self._look
        for start, end in wrap(shown := visible(row.text), width):
            yield _Line((shown[start:end], look.bold))
        report = state.reports[row.report]
        yield from self._wrapped(f"{row.id}  {report.title}  {row.ref}", width, look.dim)
        if row.split_of:
            yield from self._wrapped(_("split off from {id}").format(id=row.split_of), width, look.dim)
        if row.lost:
            lost = _("The report, when it was last read, no longer had this text.")
            yield from self._wrapped(lost, width, look.accent)
        yield _Line()
        yield from self._fields(row, state, width)
        yield from self._ends(row, width)
        entries = [f"{each.day}  {each.text}  ({each.actor})" for each in row.progress]
        yield from self._part(label("progress"), entries, width, hang=_DAY)
        words = row.passage.removeprefix(row.text).strip() if row.split_of is None else row.passage
        yield from self._part(label("text"), words.split("\n") if words else (), width)
        history = [_event_line(event) for event in reversed(state.histories.get(row.id, ()))]
        yield from self._part(_("History"), history, width, hang=_MOMENT)

    def _fields(self, row: Row, state: State, width: int) -> Iterator[_Line]:
        names = [name for name in FIELDS if name == "status" or text_of(row, name) or name in _SHOWN_EMPTY]
        room = max(cell_width(label(name)) for name in names) + 2
        for name in names:
            head = label(name) + " " * (room - cell_width(label(name)))
            if name == "status":
                yield self._status(row, state, head)
                continue
            text = visible(text_of(row, name)) or "-"
            for line in text.split("\n"):
                for start, end in wrap(line, max(_LEAST, width - room)):
                    yield _Line((head, self._look.dim), (line[start:end], self._look.text))
                    head = " " * room

    def _status(self, row: Row, state: State, head: str) -> _Line:
        shown = light(row, state.today)
        told = time_left(row, state.today) or late_words(row)
        return _Line(
            (head, self._look.dim),
            (status_word(row.status), status_tone(row.status, self._look)),
            ("  ", Style()),
            (light_letter(shown) if shown is not Light.NONE else "", light_tone(shown, self._look)),
            (f"  {told}" if told else "", self._look.dim),
        )

    def _ends(self, row: Row, width: int) -> Iterator[_Line]:
        """The gaps it answers and the lessons behind it, each to be opened."""
        ends = (*row.gaps, *row.lessons)
        if not ends:
            return
        yield _Line()
        yield _Line((_("Answers"), self._look.accent))
        for end in ends:
            kind = end.kind or Kind.GAP
            head = f"{seal(kind)} "
            words = visible(end_words(end))
            for start, stop in wrap(words, width - cell_width(head)):
                yield _Line((head, self._look.seal[kind]), (words[start:stop], self._look.text), link=len(self._links))
                head = " " * cell_width(head)
            self._links.append(end)

    def _part(self, heading: str, paragraphs: Sequence[str], width: int, hang: int = 0) -> Iterator[_Line]:
        """A heading and some paragraphs, their later lines hanging so far in; nothing where there are none."""
        if not paragraphs:
            return
        yield _Line()
        yield _Line((heading, self._look.accent))
        for paragraph in paragraphs:
            yield from self._wrapped(paragraph, width, self._look.text, hang)

    def _wrapped(self, text: str, width: int, style: Style, hang: int = 0) -> Iterator[_Line]:
        words = visible(text)
        indent = ""
        for start, end in wrap(words, width, rest=hang):
            yield _Line((indent + words[start:end], style))
            indent = " " * hang

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the view, and at its end whether its part of the whole is in view."""
        base, width = self.rich_style, self.size.width
        number = self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else _Line()
        over = self._look.cursor if line.link is not None and line.link == self._at else Style()
        drawn = [Segment(" " * _LEFT), *(Segment(text, style + over) for text, style in line.pieces)]
        used = sum(segment.cell_length for segment in drawn)
        shown = in_view(y, self.size.height, len(self._lines), self.scroll_offset.y)
        mark = Segment(" ", self._look.ruler[True, False] if shown else Style())
        return finished([*drawn, Segment(" " * max(0, width - 1 - used)), mark], width, base)

    # Events

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew."""
        self._set()

    def on_click(self, event: events.Click) -> None:
        """Open the lesson or gap that was clicked."""
        at = event.get_content_offset(self)
        number = self.scroll_offset.y + at.y if at is not None else len(self._lines)
        if number < len(self._lines):
            link = self._lines[number].link
            if link is not None:
                self.post_message(self.Followed(self._links[link]))


def _event_line(event: Event) -> str:
    note = f" ({event.note})" if event.note and event.kind == "set" else ""
    return f"{moment(event)}  {event.actor}  {deed(event)}{note}"
