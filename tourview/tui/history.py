"""What was sought earlier, to be recalled in a search field."""

from dataclasses import dataclass

_MOST = 50


@dataclass
class History:
    """What was sought.

    Attributes:
        queries: The queries, latest last, each once.
    """

    queries: tuple[str, ...] = ()

    def note(self, query: str) -> None:
        """Keep a query, as the latest; the oldest beyond fifty goes. A blank one is none."""
        query = query.strip()
        if query and query.isprintable():
            others = [other for other in self.queries if other != query]
            self.queries = (*others[1 - _MOST :], query)


class Walk:
    """A walk back through the queries, from a field that was empty."""

    def __init__(self, history: History) -> None:
        self._queries = history.queries
        self._at = len(self._queries)

    def step(self, direction: int) -> str:
        """The query before (-1) or after (1) the one recalled last; the oldest at the one end, empty at the other."""
        self._at = max(0, min(self._at + direction, len(self._queries)))
        return self.here

    @property
    def here(self) -> str:
        """The query recalled last."""
        return self._queries[self._at] if self._at < len(self._queries) else ""
