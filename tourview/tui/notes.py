"""The notes below a section in the reader: the lessons, gaps and commitments it is linked with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tourview.i18n import _
from tourview.report import Kind, Report, Section
from tourview.tui.labels import seal, section_name
from tourview.typeset import cell_width, shortened

_GAP = 3
"""Cells between two entries of a row."""


class Entry(NamedTuple):
    """A linked section as a row shows it: its seal, name and ref."""

    kind: Kind | None
    name: str
    ref: str

    @property
    def width(self) -> int:
        """The cells it takes."""
        return cell_width(f"{seal(self.kind) if self.kind else ''} {self.name} {self.ref}")


class Row(NamedTuple):
    """One line of notes: a heading, on the first row only, and what stands beside it."""

    heading: str
    indent: int
    entries: tuple[Entry, ...]


def linked_refs(report: Report) -> Mapping[str, Sequence[str]]:
    """The refs that each ref is linked with, in either direction, in reading order."""
    linked: dict[str, set[str]] = defaultdict(set)
    for link in report.links:
        linked[link.source].add(link.target)
        linked[link.target].add(link.source)
    positions = report.positions
    return {
        ref: sorted((other for other in others if other in positions), key=positions.__getitem__)
        for ref, others in linked.items()
    }


class Notes:
    """The notes of one report at one width."""

    def __init__(self, report: Report, width: int) -> None:
        """Prepare the notes.

        Args:
            report: The report.
            width: The cells of a row.
        """
        self._report = report
        self._width = width
        self._linked = linked_refs(report)

    def rows(self, section: Section) -> Sequence[Row]:
        """The rows below a section; none where it has no links."""
        sections = (self._report.section(ref) for ref in self._linked.get(section.ref, ()))
        heading = _("See also")
        indent = cell_width(heading) + 2
        room = self._width - indent
        entries = [_entry(other, room) for other in sections if other is not None]
        if not entries:
            return ()
        rows: list[list[Entry]] = [[]]
        used = indent
        for entry in entries:
            if rows[-1] and used + entry.width > self._width:
                rows.append([])
                used = indent
            rows[-1].append(entry)
            used += entry.width + _GAP
        return [Row("" if number else heading, indent, tuple(row)) for number, row in enumerate(rows)]


def _entry(section: Section, room: int) -> Entry:
    """A linked section in at most `room` cells: its name is cut where it is too long, its ref never."""
    entry = Entry(section.kind, section_name(section), section.ref)
    over = entry.width - room
    return entry if over <= 0 else entry._replace(name=shortened(entry.name, max(2, cell_width(entry.name) - over)))
