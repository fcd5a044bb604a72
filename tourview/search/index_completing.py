"""Words of a library that what is being typed may become."""

import sqlite3
from itertools import islice

from tourview.search.completing import Completion, completions
from tourview.search.index_plan import plan_of
from tourview.search.index_searching import verified
from tourview.search.query import parse

_SAMPLE = 400


def complete(connection: sqlite3.Connection, typed: str, limit: int) -> list[Completion]:
    """See `Index.completions`."""
    query = parse(typed)
    if query.empty:
        return []
    plan = plan_of(connection, query, None, best_first=False)
    texts = [one.own for one in islice(verified(connection, query, plan), _SAMPLE)]
    return completions("\n".join(texts), typed, limit)
