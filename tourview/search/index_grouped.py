"""All that a query finds in an index, report by report, so that no more is in memory than one report's hits."""

import os
import sqlite3
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from tourview.report import Kind
from tourview.search.index_found import LibraryHit
from tourview.search.index_plan import Plan, plan_of
from tourview.search.index_reading import entry, hit, ranges_of
from tourview.search.index_searching import ordered, verified
from tourview.search.query import Query

_MATCH = "SELECT DISTINCT p.report FROM grams CROSS JOIN passages p ON p.id = grams.rowid WHERE grams MATCH ?"
_ALL = "SELECT DISTINCT p.report FROM passages p WHERE 1"


def offered(connection: sqlite3.Connection, query: Query, kinds: Collection[Kind] | None) -> list[Path]:
    """The paths of the reports that may have what a query asks for, in order.

    Args:
        connection: The index.
        query: The query; not an empty one.
        kinds: The kinds to keep to, besides those the query names; None or nothing for any.
    """
    plan = plan_of(connection, query, kinds, best_first=False)
    numbers = {number for match in plan.matches for number in _numbers(connection, plan, match)}
    paths = connection.execute("SELECT id, path FROM reports").fetchall()
    return sorted(Path(os.fsdecode(path)) for number, path in paths if number in numbers)


def hits_in(
    connection: sqlite3.Connection, query: Query, kinds: Collection[Kind] | None, path: Path
) -> tuple[LibraryHit, ...]:
    """What a query finds in one of the reports that it is `offered`, the best first; nothing in one that is gone."""
    known = connection.execute("SELECT id FROM reports WHERE path = ?", (os.fsencode(path),)).fetchone()
    if known is None:
        return ()
    alone = replace(query, reports=())  # the report is one of them
    if alone.empty:
        alone = query
    plan = replace(plan_of(connection, alone, kinds, best_first=False), ranges=tuple(ranges_of(connection, known[0])))
    found = list(verified(connection, query, plan))
    about = entry(connection, known[0])
    return tuple(hit(connection, about, one.row, one.spans) for one in ordered(query, found, lambda _number: ""))


def _numbers(connection: sqlite3.Connection, plan: Plan, match: str | None) -> set[int]:
    """The numbers of the reports that have passages for one of the plan's matches."""
    if plan.ranges is not None:
        return {row.report for row in plan.rows(connection, match)}
    asked = _ALL if match is None else _MATCH
    return {
        number
        for (number,) in connection.execute(asked + plan.scope, (*(() if match is None else (match,)), *plan.values))
    }
