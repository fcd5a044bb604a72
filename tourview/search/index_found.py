"""What an index tells of the reports it knows, and what a query found in them."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tourview.report import Kind, Span
from tourview.search.excerpt import Excerpt, excerpt_of, spans_around
from tourview.search.result import Spans


class Stamp(NamedTuple):
    """By what a change of a file is noticed without reading it: bytes, and nanoseconds of its last change."""

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A report of a library.

    Attributes:
        path: The file.
        title: Its title; the file's name for one that could not be read.
        organization: Who wrote it, if it says so.
        date: When, `2014-07`, if it says so.
        language: `zh` or `en`; empty for one that could not be read.
        characters: Code points of its text.
        sections: How many it has.
        lessons: How many single lessons: those that hold no smaller one. So are `gaps` and `commitments`.
        figures: How many it states.
        stamp: That of the file when it was read.
        sha256: The hash of the file's bytes, in hex.
        error: Why it could not be read; None if it was.
    """

    path: Path
    title: str
    organization: str | None
    date: str | None
    language: str
    characters: int
    sections: int
    lessons: int
    gaps: int
    commitments: int
    figures: int
    stamp: Stamp
    sha256: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class LibraryHit:
    """A section of a report of the library whose own span satisfies the query.

    Attributes:
        entry: The report.
        ref: The section's ref, label, heading and kind are as `Section` has them.
        count: How often the positive terms occur in its own span, summed; 0 if the query has none.
        spans: Where, in the report's text, ascending; `count` of them.
        text: The text of the section's own span, as the report has it.
        start: Where that begins in the report's text.
        headed: Whether the first occurrence stands in the heading.
        hidden: The parts of the report's text that do not show where the section is read; see `search.hidden`.
    """

    entry: Entry
    ref: str
    kind: Kind | None
    label: str
    heading: str
    count: int
    spans: Spans
    text: str
    start: int
    headed: bool
    hidden: tuple[Span, ...] = ()

    def excerpt(self, width: int = 60) -> Excerpt:
        """The passage around the first occurrence, as `search.hit_excerpt` gives it for the opened report."""
        around, others = spans_around(self.spans, self.start, width)
        shift = self.start
        hidden = ((start - shift, end - shift) for start, end in self.hidden)
        near = [(start - shift, end - shift) for start, end in others]
        span = (around[0] - shift, around[1] - shift)
        return excerpt_of(self.text, (0, len(self.text)), hidden, span, width=width, others=near)


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found in a library.

    Attributes:
        hits: The best first.
        total: The number of occurrences in all hits; where not `complete`, in those that were looked at.
        sections: The number of hits there are; where not `complete`, of those that were looked at.
        complete: Whether all of the library was looked at; with a limit, no more than it takes to tell the best.
    """

    hits: tuple[LibraryHit, ...]
    total: int
    sections: int
    complete: bool


class Tally(NamedTuple):
    """How often a query occurs, in how many sections."""

    total: int
    sections: int


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an index.

    Attributes:
        path: The file; None if the index is kept in memory.
        bytes: What it takes on the disk.
        reports: How many reports it knows, those that could not be read among them.
        passages: How many sections they have.
        roots: The folders and files the library is made of, where that is noted.
    """

    path: Path | None
    bytes: int
    reports: int
    passages: int
    roots: tuple[Path, ...] = ()


def spans_of(spans: Sequence[Span], shift: int = 0) -> Spans:
    """Spans as a search gives them, each moved by `shift`."""
    return Spans(
        array("I", [start + shift for start, _end in spans]), array("I", [end + shift for _start, end in spans])
    )
