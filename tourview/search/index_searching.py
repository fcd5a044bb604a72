"""A query answered from the tables of an index: what may satisfy it is found, verified, and put in order."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from heapq import merge
from itertools import islice
from typing import NamedTuple

from tourview.report import Progress, Span
from tourview.search.index_plan import Plan, literal
from tourview.search.index_reading import heading_of, is_headed, own_text, ranges_of
from tourview.search.index_rows import KINDS, Row
from tourview.search.index_verifying import Verifier
from tourview.search.query import Query, Term
from tourview.search.ranking import LOOKED_AT, Rank, Ranking

_TOLD_EVERY = 256
"""Passages between two calls of a progress callback."""
_SORTED_AT_ONCE = 2000
"""Hits sorted in one go, so that no other thread waits long."""

_FEW = 500
"""Passages with letters as they are typed that are looked through at once."""
_Place = tuple[bool | float | int | str, ...]
"""The rank of a hit, with its report's path before the place in it."""


class Verified(NamedTuple):
    """A passage that satisfies the query, its text, folded, and where, counted from its start."""

    row: Row
    own: str
    spans: list[Span]


def verified(
    connection: sqlite3.Connection, query: Query, plan: Plan, progress: Progress | None = None
) -> Iterator[Verified]:
    """The passages that satisfy a query, each once, in the order in which the plan finds them.

    Args:
        connection: The index.
        query: The query.
        plan: How to find what may satisfy it.
        progress: Told the share that is done, as far as it can be told; may raise to end the search.
    """
    verifier = Verifier(query, _letters_known(connection), _ignore)
    tell = _teller(connection, plan, progress)
    seen: set[int] = set()
    for place, match in enumerate(plan.matches, 1):
        last = place == len(plan.matches)
        for row in plan.rows(connection, match):
            tell(row)
            if row.id in seen:
                continue
            if not last:
                seen.add(row.id)
            own = own_text(connection, row)
            spans = verifier.spans(row, own)
            if spans is not None:
                yield Verified(row, own, spans)


def ordered(query: Query, found: list[Verified], path_of: Callable[[int], str]) -> Iterator[Verified]:
    """What was found, in the order in which a person wants to see it; among equals by path, then as the text runs.

    Args:
        query: The query.
        found: What satisfies it.
        path_of: The path of a report, by its number.
    """
    ranking = Ranking(query)

    def place(one: Verified) -> _Place:
        rank = _rank(ranking, one)
        return (*rank[:-1], path_of(one.row.report), rank.place)

    parts = (found[at : at + _SORTED_AT_ONCE] for at in range(0, len(found), _SORTED_AT_ONCE))
    rows = [sorted(((place(one), one) for one in part), key=_first) for part in parts]
    return (one for _place_of_it, one in (rows[0] if len(rows) == 1 else merge(*rows, key=_first)))


def _first(pair: tuple[_Place, Verified]) -> _Place:
    return pair[0]


def _rank(ranking: Ranking, found: Verified) -> Rank:
    row, own, spans = found
    headed = is_headed(row, spans)
    return ranking.rank(
        own=own[:LOOKED_AT] if ranking.reads else "",
        heading=heading_of(row, own) if headed else "",
        headed=headed,
        kind=KINDS[row.kind],
        span=(row.start, row.start + row.length),
        count=len(spans),
    )


def _letters_known(connection: sqlite3.Connection) -> Callable[[int, Term], bool]:
    """Whether a report has a term as it is typed."""

    @cache
    def everywhere(term: Term) -> frozenset[int] | None:
        """The reports that have a term as it is typed; None where they are too many to look through."""
        found = list(islice(verified(connection, _typed(term), Plan((literal(term.parts),))), _FEW))
        return frozenset(one.row.report for one in found) if len(found) < _FEW else None

    @cache
    def has(report: int, term: Term) -> bool:
        plan = Plan((literal(term.parts),), ranges=tuple(ranges_of(connection, report)))
        return next(verified(connection, _typed(term), plan), None) is not None

    def known(report: int, term: Term) -> bool:
        reports = everywhere(term)
        return has(report, term) if reports is None else report in reports

    return known


def _typed(term: Term) -> Query:
    """The query for a term as it is typed."""
    return Query(term.text, ((Term(term.text, term.parts, term.loose, quoted=True),),))


def _teller(connection: sqlite3.Connection, plan: Plan, progress: Progress | None) -> Callable[[Row], None]:
    """Tells the share of passages that are behind one, going by their numbers; it never goes back."""
    if progress is None:
        return _ignore
    (total,) = connection.execute("SELECT coalesce(sum(wanted_count + aside_count), 0) FROM reports").fetchone()
    looked = 0

    def tell(_row: Row) -> None:
        nonlocal looked
        looked += 1
        if looked % _TOLD_EVERY == 0:
            progress(min(1.0, looked / max(1, total)))

    return tell


def _ignore(_what: object) -> None:
    """No one is told."""
