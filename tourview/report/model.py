"""A report as plain frozen data: its facts and its tree of sections.

Offsets count code points of `Report.text`, from 0; a span is [start, end). Nothing here knows of files or screens.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from tourview.report.kinds import Kind

Span = tuple[int, int]
Runs = tuple[tuple[int, int], ...]
"""Where a passage's text lies in the source: (offset in the passage, offset in the source), ascending in both."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source kept verbatim, with what does not belong to it (a soft line break, markup) left out.

    Attributes:
        text: The words; a concatenation of slices of the source.
        runs: Where each slice begins; one entry where the passage is a single slice.
    """

    text: str
    runs: Runs

    @property
    def start(self) -> int:
        """The source offset of the first code point."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """The source offset after the last code point."""
        at, source = self.runs[-1]
        return source + len(self.text) - at

    def to_source(self, at: int) -> int:
        """The source offset of the passage's code point `at`; for its length, the end of the passage."""
        if at >= len(self.text):
            return self.end
        begin, source = self.runs[bisect_right(self.runs, (at, 1 << 62)) - 1]
        return source + at - begin

    def from_source(self, offset: int) -> int:
        """The passage offset of source offset `offset`, moved to the nearest code point that is in the passage."""
        place = bisect_right(self.runs, offset, key=lambda run: run[1]) - 1
        if place < 0:
            return 0
        begin, source = self.runs[place]
        following = self.runs[place + 1][0] if place + 1 < len(self.runs) else len(self.text)
        return min(begin + offset - source, following)

    def slice(self, begin: int, end: int) -> "Passage":
        """The part [begin, end) of the passage, as a passage of its own.

        Raises:
            ValueError: If the part is empty.
        """
        if not 0 <= begin < end <= len(self.text):
            raise ValueError(f"empty or outside the passage: {begin}, {end}")
        first, last = bisect_right(self.runs, (begin, 1 << 62)), bisect_left(self.runs, (end, -1))
        later = tuple((at - begin, source) for at, source in self.runs[first:last])
        return Passage(self.text[begin:end], ((0, self.to_source(begin)), *later))

    def source_spans(self) -> Iterator[Span]:
        """The slices of the source the text is made of."""
        for number, (at, source) in enumerate(self.runs):
            following = self.runs[number + 1][0] if number + 1 < len(self.runs) else len(self.text)
            yield source, source + following - at


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the tree at any level: a chapter, a section, an item.

    Attributes:
        ref: Its position, `1.3.2`; the lead-in before the first chapter is `0`.
        id: What it is known by for good; see `report.identity`.
        label: The marker as written, `二是`; empty where there is none. It stands at `span[0]`.
        heading: The heading without its label and closing mark; None only for the lead-in.
        level: Depth in the tree, from 1.
        kind: What it is for; None where nothing tells.
        paragraphs: The section's own text, without its children's.
        span: From the label to the start of the next section that is not inside this one.
        own_end: Where the first child starts, or `span[1]`.
        children: The sections inside it, in reading order.
    """

    ref: str
    id: str
    label: str
    heading: Passage | None
    level: int
    kind: Kind | None
    paragraphs: tuple[Passage, ...]
    span: Span
    own_end: int
    children: tuple["Section", ...] = ()

    @property
    def title(self) -> str:
        """The heading's words; empty for the lead-in."""
        return self.heading.text if self.heading else ""

    @property
    def own_span(self) -> Span:
        """The part of the source before the first child: own spans tile the source."""
        return self.span[0], self.own_end


def in_reading_order(sections: Sequence[Section]) -> Iterator[Section]:
    """Every section of a tree, each before its children: the order of the text."""
    waiting = list(reversed(sections))
    while waiting:
        section = waiting.pop()
        yield section
        waiting.extend(reversed(section.children))


@dataclass(frozen=True, slots=True)
class Site:
    """A place that was visited: its name and region as written, and where the report names it."""

    name: str
    region: str
    ref: str
    span: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """Who went where and when, as the report states it."""

    party: str | None = None
    dates: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    sites: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity stated in the text.

    Attributes:
        text: As written, without the noun: `548多万平方米`.
        value: In base units: 5480000. A percentage is 91 with the unit `%`.
        qualifier: 多, 近, 余, 约 or None.
        to: The second value where the figure states a change (由二层升为五层: value 2, to 5).
    """

    ref: str
    text: str
    value: float
    unit: str
    qualifier: str | None
    span: Span
    to: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A lesson, gap or commitment that answers another: `source` and `target` are refs."""

    source: str
    target: str
    status: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a careful reader would flag. Kinds are those of `NOTICE_KINDS`."""

    ref: str
    kind: str
    text: str
    span: Span


SCHEMA_VERSION = 1
"""The version of the names and the order of the fields, which JSON and YAML share."""

NOTICE_KINDS = ("redaction", "duplicate", "numbering", "character", "spelling", "pairing", "chrome")
LINK_STATUSES = ("suggested", "confirmed")


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from: its name without folders and the SHA-256 of its bytes, in hex."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Report:
    """One document: its facts and a tree of sections over its text.

    Attributes:
        title: The title, without repeats; the file's name where the text has none.
        text: The decoded source, without BOM, newlines as LF. Every span counts in it.
        language: `zh` or `en`: the script most of the text is in.
        sections: The chapters, after the lead-in if there is one.
    """

    title: str
    text: str
    language: str
    source: Source
    sections: tuple[Section, ...]
    organization: str | None = None
    date: str | None = None
    facts: Facts = field(default_factory=Facts)
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    notices: tuple[Notice, ...] = ()

    @cached_property
    def reading_order(self) -> tuple[Section, ...]:
        """Every section, each before its children: the order of the text."""
        return tuple(in_reading_order(self.sections))

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each ref in `reading_order`."""
        return {section.ref: place for place, section in enumerate(self.reading_order)}

    @cached_property
    def leaves_by_kind(self) -> Mapping[Kind | None, tuple[Section, ...]]:
        """By kind, in reading order, the sections that hold no smaller section of the same kind."""
        found: dict[Kind | None, list[Section]] = {}
        for section in self.reading_order:
            if all(child.kind is not section.kind for child in section.children):
                found.setdefault(section.kind, []).append(section)
        return {kind: tuple(sections) for kind, sections in found.items()}

    @cached_property
    def leaf_numbers(self) -> Mapping[str, int]:
        """Which of its kind each such section is, from 1, by ref."""
        rows = self.leaves_by_kind.values()
        return {section.ref: number for row in rows for number, section in enumerate(row, 1)}

    @cached_property
    def chrome(self) -> tuple[Span, ...]:
        """The spans of the text that its notices tell to be no part of the report, ascending, none overlapping.

        A stated notice (YAML) may be of words that are not in the text; it has no span.
        """
        found: list[Span] = []
        for start, end in sorted(notice.span for notice in self.notices if self._is_chrome(notice)):
            begin = max(start, found[-1][1]) if found else start
            if begin < end:
                found.append((begin, end))
        return tuple(found)

    def _is_chrome(self, notice: Notice) -> bool:
        return notice.kind == "chrome" and self.text[slice(*notice.span)] == notice.text

    @cached_property
    def _starts(self) -> list[int]:
        return [section.span[0] for section in self.reading_order]

    def with_links(self, links: tuple[Link, ...]) -> "Report":
        """The same report with other links; what was worked out about its sections and notices stays known."""
        other = replace(self, links=links)
        stated = {each.name for each in fields(self)}
        vars(other).update((name, known) for name, known in vars(self).items() if name not in stated)
        return other

    def section(self, ref: str) -> Section | None:
        """The section with that ref, or None."""
        place = self.positions.get(ref)
        return None if place is None else self.reading_order[place]

    def section_at(self, offset: int) -> Section:
        """The section whose own span holds the source offset; the first or last one for an offset outside.

        Raises:
            LookupError: If the report has no section.
        """
        if not self.reading_order:
            raise LookupError("the report has no section")
        return self.reading_order[max(0, bisect_right(self._starts, offset) - 1)]
