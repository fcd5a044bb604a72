"""In how many reports of an index words stand."""

import sqlite3
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from tourview.report import Progress
from tourview.search.index_plan import literal
from tourview.search.index_reading import own_text
from tourview.search.index_rows import Row
from tourview.search.index_schema import ASIDE
from tourview.search.index_verifying import Verifier
from tourview.search.query import Query, parse

_REPORTS = "SELECT count(*), coalesce(sum(sha256 = ?), 0) FROM reports WHERE error IS NULL"
_STRETCHES = (
    "SELECT wanted, wanted_count, id FROM reports WHERE wanted_count AND wanted >= :low AND wanted < :high"
    " UNION ALL SELECT aside, aside_count, id FROM reports WHERE aside_count AND aside >= :low AND aside < :high"
)
_OFFERED = "SELECT rowid - ? FROM grams WHERE grams MATCH ? AND rowid BETWEEN ? AND ?"
_PASSAGE = "SELECT * FROM passages WHERE id = ?"
_TOLD = 2  # characters of a word that its gram tells of; a longer one is looked for in the text


class Spreading(NamedTuple):
    """In how many reports words stand.

    Attributes:
        reports: How many reports there are that could be read.
        same: How many of them are of the file that was told of.
        counts: By word, in how many it stands.
    """

    reports: int
    same: int
    counts: dict[str, int]


def spreading(
    connection: sqlite3.Connection, words: Sequence[str], sha256: str, progress: Progress | None
) -> Spreading:
    """In how many reports each word or phrase stands as it is, as a search for it in quotation marks finds it.

    Args:
        connection: The index.
        words: What to look for, folded.
        sha256: The hash of a file's bytes, in hex, whose reports are told of apart.
        progress: Told the share that is done; may raise to end the counting.
    """
    sides = [_Side(connection, bounds) for bounds in ((0, ASIDE), (ASIDE, 1 << 62))]
    counts: dict[str, int] = {}
    for number, word in enumerate(words):
        if progress is not None:
            progress(number / len(words))
        query = parse(f'"{word}"')
        counts[word] = len(_having(connection, sides, query)) if query.terms else 0
    reports, same = connection.execute(_REPORTS, (sha256,)).fetchone()
    return Spreading(reports, same, counts)


class _Side:
    """The numbers of passages from `low` to before `high`, and the report of each."""

    def __init__(self, connection: sqlite3.Connection, bounds: tuple[int, int]) -> None:
        self.low, self.high = bounds
        self.reports = array("I")
        for first, count, report in sorted(connection.execute(_STRETCHES, {"low": self.low, "high": self.high})):
            self.reports.extend([0] * (first - self.low - len(self.reports)))
            self.reports.extend([report] * count)

    def offered(self, connection: sqlite3.Connection, match: str) -> sqlite3.Cursor:
        """The places in `reports` of the passages that match."""
        return connection.execute(_OFFERED, (self.low, match, self.low, self.high - 1))


def _having(connection: sqlite3.Connection, sides: Sequence[_Side], query: Query) -> set[int]:
    """The reports that have the one term of a query; no more passages are looked at than it takes to know."""
    (term,) = query.terms
    match = literal(term.parts)
    found: set[int] = set()
    if len(term.parts) == 1 and len(term.parts[0]) <= _TOLD:
        for side in sides:
            reports = side.reports
            found.update([reports[place] for (place,) in side.offered(connection, match)])
        return found
    verifier = Verifier(query, lambda _report, _term: False, lambda _looked: None)
    for side in sides:
        for (place,) in side.offered(connection, match):
            report = side.reports[place]
            if report not in found and _has(connection, side.low + place, verifier):
                found.add(report)
    return found


def _has(connection: sqlite3.Connection, number: int, verifier: Verifier) -> bool:
    row = Row._make(connection.execute(_PASSAGE, (number,)).fetchone())
    return verifier.spans(row, own_text(connection, row)) is not None
