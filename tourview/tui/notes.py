"""The notes below a section in the reader: its figures, its links, and what a careful reader would flag in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import NamedTuple

from textual.cache import LRUCache

from tourview.i18n import _, ngettext
from tourview.report import LINK_STATUSES, Figure, Kind, Link, Report, Section
from tourview.report.notice_names import notice_name
from tourview.tui.annotations import Annotations
from tourview.tui.labels import seal, section_name
from tourview.typeset import cell_width, shortened, visible

_GAP = 3
"""Cells between two entries of a row."""
_APART = 5
"""Cells between two groups that share a row."""
_FIGURES = 6
"""Figures of a section that are shown; the rest are counted."""
_NOTICES = 4
"""Different notices of a section that are shown; the rest are counted."""
_LOOKED_AT = 200
"""Figures or notices of a section that are looked at; more are only counted."""
_CONFIRMED = LINK_STATUSES[-1]
_PHRASES = 2
"""Shared words of a suggested link that are told."""
_NAME = 24
"""Cells of a notice's words that are shown."""
_FURNITURE = 3
"""Lines of chrome in a section from which they are told; a page number here and there goes without saying."""


class Tone(Enum):
    """How a piece of a note is drawn."""

    TEXT = "text"
    DIM = "dim"
    SEAL = "seal"


class Piece(NamedTuple):
    """A few words in one tone; `kind` is whose seal it is, if it is one."""

    text: str
    tone: Tone
    kind: Kind | None = None


class Entry(NamedTuple):
    """One thing in a row: how it reads, the cells it takes, and the reader's action on a click, if there is one."""

    pieces: tuple[Piece, ...]
    width: int
    action: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


def entry_of(*pieces: Piece, action: str = "") -> Entry:
    """An entry of some pieces."""
    return Entry(pieces, sum(cell_width(piece.text) for piece in pieces), action)


class Placed(NamedTuple):
    """An entry in its row, after some blank cells."""

    gap: int
    entry: Entry


Row = Sequence[Placed]
"""One line of notes."""


class Group(NamedTuple):
    """Entries of one sort and what stands before them."""

    heading: str
    entries: Sequence[Entry]


def linked_refs(report: Report) -> Mapping[str, Mapping[str, Link]]:
    """The links of each ref, by the ref at the other end, in either direction, in reading order; confirmed ones win."""
    linked: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in sorted(report.links, key=lambda link: link.status == _CONFIRMED):
        linked[link.source][link.target] = link
        linked[link.target][link.source] = link
    positions = report.positions
    return {
        ref: {other: others[other] for other in sorted(others.keys() & positions.keys(), key=positions.__getitem__)}
        for ref, others in linked.items()
    }


class Notes:
    """The notes of one report at one width.

    Attributes:
        annotations: The notices and figures they are made of.
    """

    def __init__(self, annotations: Annotations, width: int) -> None:
        """Prepare the notes.

        Args:
            annotations: The report's notices and figures.
            width: The cells of a row.
        """
        self.annotations = annotations
        self._report = annotations.report
        self._width = width
        self._linked = linked_refs(annotations.report)
        self._rows: LRUCache[str, Sequence[Row]] = LRUCache(64)

    def rows(self, section: Section) -> Sequence[Row]:
        """The rows below a section; none where there is nothing to note."""
        rows = self._rows.get(section.ref)
        if rows is None:
            rows = self._rows[section.ref] = self._rows_of(section)
        return rows

    def changed_since(self, before: "Notes") -> set[str]:
        """The refs of the sections whose links are not as they were in earlier notes of the report."""
        mine, theirs = self._linked, before._linked
        return {ref for ref in mine.keys() | theirs.keys() if mine.get(ref) != theirs.get(ref)}

    def _rows_of(self, section: Section) -> Sequence[Row]:
        headings = _("Figures"), _("See also"), _("Notes")
        indent = max(map(cell_width, headings)) + 2
        room = max(2, self._width - indent)
        entries = self._figures(section, room), self._links(section, room), self._notices(section, room)
        if len(entries[0]) == 1 and not any(entries[1:]):
            # One figure stands out in its paragraph; it needs no row of its own.
            return ()
        groups = (Group(heading, some) for heading, some in zip(headings, entries, strict=True) if some)
        return laid(list(groups), indent, self._width)

    def _figures(self, section: Section, room: int) -> Sequence[Entry]:
        """The first few figures, as many as fit into one row, and how many more there are."""
        places = self.annotations.figures_in(*section.own_span)
        if not places:
            return ()
        looked = (self.annotations.figures[place] for place in places[:_LOOKED_AT])
        different = {figure.text: figure for figure in looked}
        entries = [figure_entry(figure, room) for figure in islice(different.values(), _FIGURES)]
        return fitting(entries, len(different) + len(places[_LOOKED_AT:]), room)

    def _links(self, section: Section, room: int) -> Sequence[Entry]:
        linked = ((self._report.section(ref), link) for ref, link in self._linked.get(section.ref, {}).items())
        return [link_entry(other, room, link) for other, link in linked if other is not None]

    def _notices(self, section: Section, room: int) -> Sequence[Entry]:
        """What is flagged, what is so for the same words in one entry; and lines that are no part of the report."""
        places = self.annotations.notices_in(*section.own_span)
        alike: dict[str, dict[str, list[int]]] = {}
        for place in places[:_LOOKED_AT]:
            notice = self.annotations.notices[place]
            alike.setdefault(notice.kind, {}).setdefault(notice.text, []).append(place)
        different = [(kind, text, same) for kind, words in alike.items() for text, same in words.items()]
        entries: list[Entry] = []
        last = ""
        for kind, text, same in different[:_NOTICES]:
            entries.append(notice_entry("" if kind == last else notice_name(kind), text, same, room))
            last = kind
        if entries:
            entries = fitting(entries, len(different) + len(places[_LOOKED_AT:]), room)
        lines = self.annotations.chrome_lines(*section.own_span)
        if lines >= _FURNITURE:
            told = ngettext("{count} line left over from the page", "{count} lines left over from the page", lines)
            entries.append(entry_of(Piece(told.format(count=lines), Tone.DIM)))
        return entries


def laid(groups: Sequence[Group], indent: int, width: int) -> Sequence[Row]:
    """The groups in rows: one begins beside the one before it where both fit into a row, else on a row of its own.

    Args:
        groups: What is to be laid out.
        indent: The cells at which the entries of a row begin, after its heading.
        width: The cells of a row; an entry that is longer stands alone in one.
    """
    rows: list[list[Placed]] = []
    used = began = 0
    for group in groups:
        heading = entry_of(Piece(group.heading, Tone.DIM))
        whole = heading.width + 2 + sum(entry.width for entry in group.entries) + _GAP * (len(group.entries) - 1)
        # Beside the last row of several, a heading would stand in the middle of a list.
        if len(rows) - began == 1 and used + _APART + whole <= width:
            rows[-1].append(Placed(_APART, heading))
            used += _APART + heading.width
            gap = 2
        else:
            began = len(rows)
            rows.append([Placed(0, heading)])
            used, gap = heading.width, indent - heading.width
        for entry in group.entries:
            if used + gap + entry.width > width and used > indent:
                rows.append([])
                used, gap = 0, indent
            rows[-1].append(Placed(gap, entry))
            used, gap = used + gap + entry.width, _GAP
    return rows


def fitting(entries: Sequence[Entry], total: int, room: int) -> list[Entry]:
    """As many of the entries as fit into one row, at least one, and how many of `total` are left, if any."""
    shown: list[Entry] = []
    used = 0
    for entry in entries:
        left = total - len(shown) - 1
        more = _GAP + len(f"+{left}") if left else 0
        if shown and used + _GAP + entry.width + more > room:
            break
        used += _GAP * bool(shown) + entry.width
        shown.append(entry)
    if total > len(shown):
        shown.append(entry_of(Piece(f"+{total - len(shown)}", Tone.DIM)))
    return shown


def figure_entry(figure: Figure, room: int) -> Entry:
    """A figure in at most `room` cells: its number as it stands, its unit aside."""
    text = shortened(visible(" ".join(figure.text.split())), room)
    if figure.unit and text.endswith(figure.unit) and text != figure.unit:
        return entry_of(Piece(text.removesuffix(figure.unit), Tone.TEXT), Piece(figure.unit, Tone.DIM))
    return entry_of(Piece(text, Tone.TEXT))


def link_entry(section: Section, room: int, link: Link) -> Entry:
    """A linked section in at most `room` cells: its name is cut where it is too long, its ref never.

    One that only words suggest is dim, with as many of these words as there is room for.
    """
    sign = (Piece(seal(section.kind), Tone.SEAL, section.kind),) if section.kind else ()
    name = visible(section_name(section))
    around = sum(cell_width(piece.text) for piece in sign) + cell_width(section.ref) + 2
    if around + cell_width(name) > room:
        name = shortened(name, max(2, room - around))
    suggested = link.status != _CONFIRMED
    pieces = [*sign, Piece(f" {name} ", Tone.DIM if suggested else Tone.TEXT), Piece(section.ref, Tone.DIM)]
    for count in range(_PHRASES if suggested else 0, 0, -1):
        words = " ".join(visible(phrase) for phrase in link.evidence[:count])
        if words and around + cell_width(name) + cell_width(words) + 3 <= room:
            pieces.append(Piece(f" ({words})", Tone.DIM))
            break
    return entry_of(*pieces, action=f"follow('{section.ref}')")


def notice_entry(name: str, text: str, places: Sequence[int], room: int) -> Entry:
    """Notices of the same kind and words in at most `room` cells, their words being cut: a click leads to the first.

    Args:
        name: The kind's name; empty where the entry before is of the same kind.
        text: The words.
        places: Where they are among the report's notices.
        room: The cells there are.
    """
    several = ngettext("{count} time", "{count} times", len(places)).format(count=len(places)) if places[1:] else ""
    left = room - cell_width(name) - 1 - (cell_width(several) + 1 if several else 0)
    words = shortened(visible(" ".join(text[: 2 * _NAME].split())), max(2, min(_NAME, left)))
    pieces = [Piece(f"{name} ", Tone.DIM)] if name else []
    pieces.append(Piece(words, Tone.TEXT))
    if several:
        pieces.append(Piece(f" {several}", Tone.DIM))
    return entry_of(*pieces, action=f"stand_at({places[0]})")
