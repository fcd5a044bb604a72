"""Rows find their text in a report again: by the section's id, and where that is lost, by similarity."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tourview.ledger.row import Row
from tourview.report import Kind, Report, Section, in_reading_order, leaves, squeezed

SIMILAR = 0.6
"""The share of letter pairs in common from which two texts are taken for one that was edited. Neighbouring commitments
of one report share up to a third; a commitment with a sentence struck or added shares four fifths."""
_LONGEST = 20_000
"""Code points of a section that are kept and compared."""


@dataclass(frozen=True, slots=True)
class Following:
    """Where the rows of a report stand in an edition of it.

    Attributes:
        sections: By the id of each row that was found, the section.
        unknown: The commitments that no row is for, in reading order.
        lost: The ids of the rows whose text is not there.
    """

    sections: Mapping[str, Section]
    unknown: tuple[Section, ...]
    lost: tuple[str, ...]


def follow(rows: Sequence[Row], report: Report) -> Following:
    """Find the rows of a report in it; a row that was split off stands where its origin does."""
    own = [row for row in rows if row.split_of is None]
    by_id = {section.id: section for section in report.reading_order}
    found = {row.id: by_id[row.section] for row in own if row.section in by_id}
    taken = {section.id for section in found.values()}
    unknown = [section for section in leaves(report, Kind.COMMITMENT) if section.id not in taken]
    again = _similar([row for row in own if row.id not in found], unknown)
    found |= again
    again_taken = {section.id for section in again.values()}
    for row in rows:
        if row.split_of is not None and (origin := row.split_of.partition(".")[0]) in found:
            found[row.id] = found[origin]
    return Following(
        found,
        tuple(section for section in unknown if section.id not in again_taken),
        tuple(row.id for row in rows if row.id not in found),
    )


def _similar(rows: Sequence[Row], sections: Sequence[Section]) -> dict[str, Section]:
    """The most similar pairs first, each row and section once, as far as they are similar enough."""
    if not rows or not sections:
        return {}
    row_pairs = [pairs_of(row.passage) for row in rows]
    section_pairs = [pairs_of(passage_of(section)) for section in sections]
    graded = [
        (similarity(one, other), -number, -place)
        for number, one in enumerate(row_pairs)
        for place, other in enumerate(section_pairs)
    ]
    found: dict[str, Section] = {}
    taken: set[int] = set()
    for grade, number, place in sorted(graded, reverse=True):
        if grade < SIMILAR:
            break
        row = rows[-number]
        if row.id not in found and place not in taken:
            found[row.id] = sections[-place]
            taken.add(place)
    return found


def pairs_of(text: str) -> Counter[str]:
    """How often each two neighbouring letters stand in a text, folded and without blanks."""
    plain = squeezed(text)
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1))


def similarity(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two multisets, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def heading_of(section: Section) -> str:
    """What a row is called: the section's heading, else the beginning of its text."""
    return section.title or passage_of(section).split("\n")[0][:60]


def passage_of(section: Section) -> str:
    """The words of a section and those inside it, a line each for headings and paragraphs, up to 20,000 code points."""
    kept: list[str] = []
    length = 0
    for words in _words(section):
        kept.append(words[: _LONGEST - length])
        length += len(kept[-1]) + 1
        if length >= _LONGEST:
            break
    return "\n".join(kept)


def _words(section: Section) -> Iterable[str]:
    for part in in_reading_order((section,)):
        if part.title:
            yield part.title if part is section else part.label + part.title
        yield from (paragraph.text for paragraph in part.paragraphs)
