"""Reports put into the tables of an index, and taken out again."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tourview.report import Kind, Report, Section, fold, leaves
from tourview.search.folded import BETWEEN
from tourview.search.grams import passage_grams
from tourview.search.index_found import Stamp
from tourview.search.index_pairs import count_pairs, pairs
from tourview.search.index_reading import heading_of, own_text, ranges_of
from tourview.search.index_rows import FLAGS, Row, broken_passages, joined_of, portions, row_of, slices_of, stored
from tourview.search.index_schema import ASIDE
from tourview.search.ranking import WANTED

_ADD_GRAMS = "INSERT INTO grams (rowid, words) VALUES (?, ?)"
_REMOVE_GRAMS = "INSERT INTO grams (grams, rowid, words) VALUES ('delete', ?, ?)"
_ADD_PASSAGE = f"INSERT INTO passages VALUES ({', '.join('?' * len(Row._fields))})"
_MOST_KEPT_BACK = 5000
"""Passages whose grams are kept back."""
_REPORT_COLUMNS = (
    "path, size, mtime_ns, sha256, error, title, organization, date, language, characters, sections, lessons, gaps,"
    " commitments, figures, wanted, wanted_count, aside, aside_count"
)
_ADD_REPORT = f"INSERT INTO reports ({_REPORT_COLUMNS}) VALUES ({', '.join('?' * 19)})"


@dataclass(frozen=True, slots=True)
class Draft:
    """A report about to be put into an index.

    Attributes:
        path: The file.
        stamp: Its stamp, taken before it was read.
        sha256: The hash of its bytes, in hex.
        report: The report; None if it could not be read.
        error: Why it could not be read.
    """

    path: Path
    stamp: Stamp
    sha256: str
    report: Report | None
    error: str = ""


class Writer:
    """Writes within one transaction; `finish` is to be called at its end.

    What FTS5 is to know and to forget is kept back until then: it writes down all it has, little as that may be,
    whenever a number is not above the one before, and what is written in many small parts has to be merged.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pairs: Counter[str] = Counter()
        self._known: dict[int, str] = {}
        self._forgotten: dict[int, str] = {}

    def put(self, draft: Draft) -> bool:
        """Put in a report, in the place of what is known of its file; False if it is known as it is already."""
        known = self._connection.execute(
            "SELECT id, size, mtime_ns, sha256 FROM reports WHERE path = ?", (os.fsencode(draft.path),)
        ).fetchone()
        if known is not None:
            if known[1:] == (*draft.stamp, draft.sha256):
                return False
            self._remove(known[0])
        wanted = self._next(0, ASIDE)
        aside = self._next(ASIDE, 1 << 62)
        report = draft.report
        rows = [section for section in report.reading_order if section.kind in WANTED] if report else []
        rest = [section for section in report.reading_order if section.kind not in WANTED] if report else []
        self._connection.execute(
            _ADD_REPORT,
            (os.fsencode(draft.path), *draft.stamp, draft.sha256, *_facts(draft), wanted, len(rows), aside, len(rest)),
        )
        if report is not None:
            (number,) = self._connection.execute("SELECT last_insert_rowid()").fetchone()
            flags = _flags(report)
            self._add(report, number, flags, enumerate(rows, wanted))
            self._add(report, number, flags, enumerate(rest, aside))
        return True

    def remove(self, path: Path) -> bool:
        """Forget a report; False if it is not known."""
        known = self._connection.execute("SELECT id FROM reports WHERE path = ?", (os.fsencode(path),)).fetchone()
        if known is not None:
            self._remove(known[0])
        return known is not None

    def finish(self) -> None:
        """Write what was kept back so far."""
        self._connection.executemany(_REMOVE_GRAMS, sorted(self._forgotten.items()))
        self._connection.executemany(_ADD_GRAMS, sorted(self._known.items()))
        self._forgotten.clear()
        self._known.clear()
        count_pairs(self._connection, self._pairs)
        self._pairs.clear()

    def _next(self, low: int, high: int) -> int:
        (last,) = self._connection.execute(
            "SELECT max(id) FROM passages WHERE id > ? AND id < ?", (low, high)
        ).fetchone()
        return int(last or low) + 1

    def _add(self, report: Report, number: int, flags: dict[str, int], sections: Iterable[tuple[int, Section]]) -> None:
        passages: list[Row] = []
        for place, section in sections:
            first, *others = portions(report, section)
            own = "".join((first[0], *(folded for folded, _marks in others)))
            passages.append(row_of(report, section, (place, number), flags.get(section.ref, 0), first))
            broken = [fold(passage.text) for passage in broken_passages(section)]
            self._known[place] = " ".join(passage_grams(own, broken, fold(section.title)))
            self._pairs.update(pairs(own))
            self._connection.executemany(
                "INSERT INTO portions VALUES (?, ?, ?, ?)",
                [(place, at, stored(folded), stored(marks)) for at, (folded, marks) in enumerate(others, 1)],
            )
        self._connection.executemany(_ADD_PASSAGE, passages)
        if len(self._known) > _MOST_KEPT_BACK:
            self.finish()

    def _remove(self, number: int) -> None:
        """Forget a report by its number. FTS5 wants to be told what it knew of a passage that it is to forget."""
        for low, high in ranges_of(self._connection, number):
            rows = map(
                Row._make, self._connection.execute("SELECT * FROM passages WHERE id BETWEEN ? AND ?", (low, high))
            )
            for row in rows:
                own = own_text(self._connection, row)
                self._pairs.subtract(pairs(own))
                if self._known.pop(row.id, None) is None:
                    broken = joined_of(own, slices_of(row.broken)).text.split(BETWEEN) if row.broken else ()
                    self._forgotten[row.id] = " ".join(passage_grams(own, broken, heading_of(row, own)))
            self._connection.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", (low, high))
            self._connection.execute("DELETE FROM portions WHERE passage BETWEEN ? AND ?", (low, high))
        self._connection.execute("DELETE FROM reports WHERE id = ?", (number,))


def _facts(draft: Draft) -> tuple[object, ...]:
    """The columns of a report from `error` to `figures`."""
    report = draft.report
    if report is None:
        return (stored(draft.error), stored(draft.path.name), None, None, "", 0, 0, 0, 0, 0, 0)
    return (
        None,
        stored(report.title),
        None if report.organization is None else stored(report.organization),
        None if report.date is None else stored(report.date),
        report.language,
        len(report.text),
        len(report.reading_order),
        *(len(leaves(report, kind)) for kind in (Kind.LESSON, Kind.GAP, Kind.COMMITMENT)),
        len(report.figures),
    )


def _flags(report: Report) -> dict[str, int]:
    """What each section has, as bits, by ref."""
    having = {
        "figure": {figure.ref for figure in report.figures},
        "link": {ref for link in report.links for ref in (link.source, link.target)},
        "notice": {notice.ref for notice in report.notices},
        "site": {site.ref for site in report.facts.sites},
    }
    found: dict[str, int] = {}
    for feature, refs in having.items():
        for ref in refs:
            found[ref] = found.get(ref, 0) | FLAGS[feature]
    return found
