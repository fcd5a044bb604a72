"""What is asked of the database for a query: which passages may satisfy it, the likely best first.

Whatever may satisfy a query is among what is asked for; what does not is sorted out on its text.
"""

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

from tourview.report import Kind
from tourview.search.grams import BEGINNING, HEADED, word_grams
from tourview.search.index_pairs import known_pairs
from tourview.search.index_reading import ranges_of
from tourview.search.index_rows import FLAGS, KINDS, Row, read
from tourview.search.pinyin import characters_of, readings
from tourview.search.quantity_forms import forms_of
from tourview.search.query import Query, Term
from tourview.search.sounding import initials_of, sound_of

_FEW = 32
"""Reports up to which each is asked for by itself."""
_MATCH = "SELECT p.* FROM grams CROSS JOIN passages p ON p.id = grams.rowid WHERE grams MATCH ?"
_ALL = "SELECT p.* FROM passages p WHERE 1"


@dataclass(frozen=True, slots=True)
class Plan:
    """How the passages for a query are found.

    Attributes:
        matches: What to match, one after the other: the likely best alone first, all that may satisfy the query last.
            None matches every passage; nothing at all is matched where the query cannot be satisfied.
        scope: SQL that keeps to the passages in scope, beginning with AND; empty for all.
        values: Its parameters.
        ranges: The numbers of the passages to keep to; None for all.
    """

    matches: tuple[str | None, ...]
    scope: str = ""
    values: tuple[object, ...] = ()
    ranges: tuple[tuple[int, int], ...] | None = None

    def rows(self, connection: sqlite3.Connection, match: str | None) -> Iterator[Row]:
        """The passages for one of the `matches`, in the order of their numbers."""
        asked = (_ALL if match is None else _MATCH) + self.scope
        values = (*(() if match is None else (match,)), *self.values)
        number = "p.id" if match is None else "grams.rowid"
        if self.ranges is None:
            return map(Row._make, connection.execute(f"{asked} ORDER BY {number}", values))
        within = f"{asked} AND {number} BETWEEN ? AND ? ORDER BY {number}"
        return (Row._make(row) for span in self.ranges for row in connection.execute(within, (*values, *span)))


def plan_of(connection: sqlite3.Connection, query: Query, kinds: Collection[Kind] | None, *, best_first: bool) -> Plan:
    """How to find what satisfies a query.

    Args:
        connection: The index.
        query: The query; not an empty one.
        kinds: The kinds to keep to, besides those the query names; None or nothing for any.
        best_first: Whether to match the likely best alone first.
    """
    scope, values = _scope(query, kinds)
    ranges: tuple[tuple[int, int], ...] | None = None
    if query.reports:
        admitted = _reports(connection, query)
        if len(admitted) <= _FEW:
            ranges = tuple(sorted(span for number in admitted for span in ranges_of(connection, number)))
        else:
            scope += " AND p.report IN (SELECT value FROM json_each(?))"
            values = (*values, json.dumps(admitted))
    return Plan(_matches(connection, query, best_first), scope, values, ranges)


def literal(words: Iterable[str], mark: str = "") -> str:
    """The expression for passages that have all grams of the words."""
    return _all(_token(mark + gram) for word in words for gram in word_grams(word))


def sounding_so(connection: sqlite3.Connection, word: str, mark: str = "") -> str:
    """The expression for passages that have what a word of pinyin may stand for; empty if the index has no such."""
    return _any(_way(connection, way, mark) for way in readings(word))


def _way(connection: sqlite3.Connection, way: tuple[str, ...], mark: str) -> str:
    if len(way) == 1:
        return _any(_token(mark + character) for character in characters_of(way[0]))
    steps = []
    for left, right in pairwise(way):
        step = _any(_token(mark + pair) for pair in _pairs(connection, characters_of(left), characters_of(right)))
        if not step:
            return ""
        steps.append(step)
    return _all(steps)


def _pairs(connection: sqlite3.Connection, left: str, right: str) -> Iterable[str]:
    """The pairs of one of the characters `left` and one of `right` that may be in the index."""
    if len(left) == 1 or len(right) == 1:  # one of them may be a character whose sound is not known
        return map("".join, product(left, right))
    return known_pairs(connection, left, right)


def _matches(connection: sqlite3.Connection, query: Query, best_first: bool) -> tuple[str | None, ...]:
    if not query.groups:
        return (None,)
    anywhere = {term: _expression(connection, term) for term in query.terms}
    groups = [_any(anywhere[term] for term in group) for group in query.groups]
    if not all(groups):
        return ()
    everything = _all(groups)
    if not best_first:
        return (everything,)
    headed = _any(_expression(connection, term, HEADED) for term in query.terms)
    spelled = [" ".join(term.parts) for term in query.terms]
    letters = [literal([word]) for word in spelled if word.isascii() and word.isalpha()]
    steps = [_all((everything, headed))] if headed else []
    if letters:
        as_typed = _all((everything, _any(letters)))
        steps = [*(_all((as_typed, step)) for step in steps), as_typed, *steps]
    return tuple(dict.fromkeys((*steps, everything)))


def _expression(connection: sqlite3.Connection, term: Term, mark: str = "") -> str:
    """The expression for passages that may hold a term, in the heading if that is the mark."""
    ways = [literal(term.parts, mark), *(literal(form.words, mark) for form in forms_of(term))]
    if sound_of(term) is not None:
        ways.append(sounding_so(connection, term.parts[0], mark))
    elif initials_of(term) is not None:
        letters = term.parts[0]
        ways.append(_all(_token(BEGINNING + one + other) for one, other in pairwise(letters)))
    return _any(ways)


def _scope(query: Query, kinds: Collection[Kind] | None) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = []
    values: list[object] = []
    if query.kinds or kinds:
        wanted = query.kinds & set(kinds) if query.kinds and kinds else query.kinds or set(kinds or ())
        places = [str(KINDS.index(kind)) for kind in wanted]
        parts.append(f" AND p.kind IN ({', '.join(places)})")
    if query.within:
        parts.append(" AND (" + " OR ".join(["p.ref = ? OR p.ref GLOB ?"] * len(query.within)) + ")")
        values.extend(value for ref in query.within for value in (ref, f"{ref}.*"))
    parts.extend(f" AND p.flags & {FLAGS[feature]}" for feature in sorted(query.features))
    return "".join(parts), tuple(values)


def _reports(connection: sqlite3.Connection, query: Query) -> list[int]:
    """The numbers of the reports that the query looks into."""
    rows = connection.execute("SELECT id, title, path FROM reports WHERE error IS NULL")
    return [number for number, title, path in rows if query.admits_report(read(title), name_of(path))]


def name_of(path: bytes) -> str:
    """The name of a file without its folders."""
    return Path(os.fsdecode(path)).name


def _token(gram: str) -> str:
    return f'"{gram}"'


def _all(expressions: Iterable[str]) -> str:
    return _joined(" AND ", expressions)


def _any(expressions: Iterable[str]) -> str:
    return _joined(" OR ", filter(None, expressions))


def _joined(word: str, expressions: Iterable[str]) -> str:
    parts = list(dict.fromkeys(expressions))
    return parts[0] if len(parts) == 1 else f"({word.join(parts)})" if parts else ""
