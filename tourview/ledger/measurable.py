"""Whether a commitment can be measured: what a reviewer would ask of it.

A commitment that tells how much, by when and who can be followed up; most do not tell all three, and a ledger may.
A section whose undertakings stand in its paragraphs is judged as a whole.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from tourview.ledger.following import passage_of
from tourview.ledger.row import Row
from tourview.report import Kind, Report, Section, fold, leaves

_FILE = Path(__file__).with_name("measurable.txt")


class Question(StrEnum):
    """What a reviewer would ask: how much, by when, who."""

    NUMBER = "number"
    DATE = "date"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A commitment that leaves a reviewer asking.

    Attributes:
        section: The commitment.
        questions: What is neither in its words nor in the ledger.
    """

    section: Section
    questions: tuple[Question, ...]


def doubts(report: Report, rows: Mapping[str, Iterable[Row]] | None = None) -> tuple[Doubt, ...]:
    """The commitments of a report that lack a number, a date or an owner, in reading order.

    Args:
        report: The report.
        rows: By the id of the section, its rows in the ledger, which may tell what the words do not.
    """
    numbered = {figure.ref for figure in report.figures}
    known = rows or {}
    found = []
    for section in leaves(report, Kind.COMMITMENT):
        told = set(_told(section, numbered)) | {each for row in known.get(section.id, ()) for each in _stated(row)}
        missing = tuple(question for question in Question if question not in told)
        if missing:
            found.append(Doubt(section, missing))
    return tuple(found)


def _told(section: Section, numbered: Iterable[str]) -> Iterator[Question]:
    """What the words of a section tell."""
    if any(ref == section.ref or ref.startswith(f"{section.ref}.") for ref in numbered):
        yield Question.NUMBER
    words = fold(passage_of(section))
    for question, expression in _expressions().items():
        if expression.search(words):
            yield question


def _stated(row: Row) -> Iterator[Question]:
    """What a row of the ledger tells."""
    if row.measure.target is not None:
        yield Question.NUMBER
    if row.deadline is not None:
        yield Question.DATE
    if row.owner or row.lead_unit:
        yield Question.OWNER


@cache
def _expressions() -> Mapping[Question, re.Pattern[str]]:
    parts: dict[Question, list[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        name, colon, expression = line.partition(":")
        if colon and not line.startswith("#"):
            parts.setdefault(Question(name), []).append(fold(expression.strip()))
    return {name: re.compile("|".join(lines), re.IGNORECASE) for name, lines in parts.items()}
