"""A section as a row of the index, and back: its text folded, for searching, and what folding changed, for reading.

Offsets in a row count from the start of the section's own span. Text is kept as bytes, in UTF-16, in which Chinese
takes two thirds of what it takes in UTF-8; as SQLite's own text, which is UTF-8, where that is shorter.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import ne
from typing import NamedTuple

from tourview.report import Kind, Passage, Report, Section, Span
from tourview.search.folded import BETWEEN, CHUNK, Joined, fold_part
from tourview.search.hidden import hidden_spans

KINDS = (None, *Kind)
"""Kinds are kept as places in here."""
FIGURE, LINK, NOTICE, SITE = 1, 2, 4, 8
"""What a section has, as bits."""
FLAGS = {"figure": FIGURE, "link": LINK, "notice": NOTICE, "site": SITE}
_FARTHEST = 0xD000
"""The most that one gap between two changes may be: a code point below the surrogates."""


class Row(NamedTuple):
    """A row of the table of passages, in the order of its columns.

    Attributes:
        id: Its number; see `index_schema`.
        report: The number of its report.
        ref: The section's ref.
        kind: Its place in `KINDS`.
        flags: What it has, as bits.
        label: How many code points its label has, if its text begins with it; else the label.
        heading: None if its words stand at `headed` to `head_end` as they are; else they.
        headed: Where the heading begins; None if there is none.
        head_end: Where the heading ends.
        start: Where the own span begins in the report's text.
        text: The own span, folded; of a longer one the first `CHUNK` code points.
        marks: What folding changed in it; see `differences`.
        broken: The slices of each passage whose words the source breaks; see `_pack_broken`.
        hidden: Where begins and ends what does not show; see `search.hidden`. None if all of it does.
        length: The code points of the own span.
    """

    id: int
    report: int
    ref: str
    kind: int
    flags: int
    label: int | str | bytes
    heading: str | bytes | None
    headed: int | None
    head_end: int | None
    start: int
    text: str | bytes
    marks: str | bytes
    broken: bytes | None
    hidden: bytes | None
    length: int


def stored(text: str) -> str | bytes:
    """The text as it is kept: lone surrogates, which reports may hold, and all."""
    wide = text.encode("utf-16-le", "surrogatepass")
    try:
        return text if len(text.encode("utf-8")) < len(wide) else wide
    except UnicodeEncodeError:
        return wide


def read(kept: str | bytes) -> str:
    """The text that is kept so."""
    return kept if isinstance(kept, str) else kept.decode("utf-16-le", "surrogatepass")


def differences(source: str, folded: str) -> str:
    """Where the source is not as folded, and what it has there: code points by twos, a distance and a character.

    The distance is from the change before, or from the place before the text.
    """
    found: list[str] = []
    last = -1
    if source == folded:
        return ""
    for at in compress(range(len(source)), map(ne, source, folded)):
        while at - last > _FARTHEST:
            last += _FARTHEST
            found += chr(_FARTHEST), source[last]
        found += chr(at - last), source[at]
        last = at
    return "".join(found)


def restored(folded: str, changes: str) -> str:
    """The source of folded text, by what `differences` told of the two."""
    if not changes:
        return folded
    characters = list(folded)
    at = -1
    for distance, character in zip(changes[::2], changes[1::2], strict=True):
        at += ord(distance)
        characters[at] = character
    return "".join(characters)


def portions(report: Report, section: Section) -> Iterator[tuple[str, str]]:
    """The section's own span, folded, and what folding changed, in portions of `CHUNK` code points; at least one."""
    start, end = section.own_span
    for begin in range(start, max(end, start + 1), CHUNK):
        source = report.text[begin : min(begin + CHUNK, end)]
        folded = fold_part(report, begin, begin + len(source))
        yield folded, differences(source, folded)


def row_of(report: Report, section: Section, number: tuple[int, int], flags: int, first: tuple[str, str]) -> Row:
    """The row of a section.

    Args:
        report: The report.
        section: The section.
        number: The row's number, and the report's.
        flags: What the section has.
        first: The first of its `portions`.
    """
    start, end = section.own_span
    heading = section.heading
    as_it_is = heading is not None and heading.text == report.text[heading.start : heading.end]
    labelled = report.text.startswith(section.label, start)
    folded, changes = first
    return Row(
        id=number[0],
        report=number[1],
        ref=section.ref,
        kind=KINDS.index(section.kind),
        flags=flags,
        label=len(section.label) if labelled else stored(section.label),
        heading=None if heading is None or as_it_is else stored(heading.text),
        headed=heading.start - start if heading else None,
        head_end=heading.end - start if heading else None,
        start=start,
        text=stored(folded),
        marks=stored(changes),
        broken=_pack_broken(section, start),
        hidden=_pack_spans(hidden_spans(report, section), start),
        length=end - start,
    )


def broken_passages(section: Section) -> list[Passage]:
    """The heading and paragraphs of a section whose words the source breaks."""
    passages = (section.heading, *section.paragraphs)
    return [passage for passage in passages if passage is not None and len(passage.runs) > 1]


def _pack_broken(section: Section, start: int) -> bytes | None:
    """For each broken passage the number of its slices, and where each begins and ends; None if there is none."""
    numbers = array("i")
    for passage in broken_passages(section):
        numbers.append(len(passage.runs))
        for begin, end in passage.source_spans():
            numbers.extend((begin - start, end - start))
    return numbers.tobytes() if numbers else None


def _pack_spans(spans: Iterable[Span], start: int) -> bytes | None:
    numbers = array("i", [offset - start for span in spans for offset in span])
    return numbers.tobytes() if numbers else None


def spans_in(packed: bytes | None) -> Iterator[Span]:
    """The spans that are kept so."""
    numbers = array("i", packed or b"")
    return zip(numbers[::2], numbers[1::2], strict=True)


def slices_of(packed: bytes | None) -> list[list[Span]]:
    """The slices of each broken passage."""
    numbers = array("i", packed or b"")
    found: list[list[Span]] = []
    at = 0
    while at < len(numbers):
        end = at + 1 + 2 * numbers[at]
        found.append(list(zip(numbers[at + 1 : end : 2], numbers[at + 2 : end : 2], strict=True)))
        at = end
    return found


def joined_of(own: str, slices: Sequence[Sequence[Span]]) -> Joined:
    """The broken passages of a row as they read; `own` is the row's folded text."""
    pieces: list[str] = []
    begins: list[int] = []
    sources: list[int] = []
    length = 0
    for passage in slices:
        for begin, end in passage:
            begins.append(length)
            sources.append(begin)
            pieces.append(own[begin:end])
            length += end - begin
        pieces.append(BETWEEN)
        length += len(BETWEEN)
    return Joined("".join(pieces[:-1]), begins, sources)
