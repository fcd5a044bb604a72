"""Whether a passage of an index satisfies a query, and where: by the code that searches an opened report."""

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import chain

from tourview.report import Span
from tourview.search.folded import Joined
from tourview.search.index_rows import Row, joined_of, slices_of
from tourview.search.occurrences import across_breaks, occurrences
from tourview.search.query import Query, Term
from tourview.search.sounding import in_stretches, initials_of, sound_of, sounding

HasLetters = Callable[[int, Term], bool]
"""Whether a report, by its number, has a term as it is typed."""


class Verifier:
    """Looks for the terms of a query in passages.

    Args:
        query: The query.
        has_letters: Asked for terms that can only be initials: they are none in a report that has them as they are.
        tick: Told how many more code points were looked through; may raise to end the search.
    """

    def __init__(self, query: Query, has_letters: HasLetters, tick: Callable[[int], None]) -> None:
        self._query = query
        self._has_letters = has_letters
        self._tick = tick
        self._sounds = {term: sound_of(term) for term in (*query.terms, *query.excluded)}
        self._initials = {term: initials_of(term) for term in (*query.terms, *query.excluded)}

    def spans(self, row: Row, own: str) -> list[Span] | None:
        """Where the terms occur in a passage, ascending, if it satisfies the query; None if not.

        Args:
            row: The passage.
            own: Its text, folded; offsets count in it.
        """
        joined = joined_of(own, slices_of(row.broken)) if row.broken else None
        found: dict[Term, list[Span]] = {}
        for group in self._query.groups:
            any_of_it = False
            for term in group:
                if term not in found:
                    found[term] = list(self._within(row, own, joined, term))
                any_of_it = any_of_it or bool(found[term])
            if not any_of_it:
                return None
        for term in self._query.excluded:
            if next(self._within(row, own, joined, term), None) is not None:
                return None
        return next(iter(found.values())) if len(found) == 1 else sorted(chain.from_iterable(found.values()))

    def _within(self, row: Row, own: str, joined: Joined | None, term: Term) -> Iterator[Span]:
        more = across_breaks(joined, term, self._tick) if joined is not None else []
        whole = (0, len(own))
        sound = self._sounds[term]
        if sound is not None:
            more = list(merge(more, sounding(own, sound, (whole,), self._tick)))
        row_of_initials = self._initials[term]
        if row_of_initials is not None and row.headed is not None and not self._has_letters(row.report, term):
            more = list(in_stretches(own, row_of_initials, heading_slices(row)))
        return occurrences(own, term, whole, more, self._tick)


def heading_slices(row: Row) -> list[Span]:
    """The slices of the own span that the heading is made of."""
    if row.headed is None or row.head_end is None:
        return []
    for slices in slices_of(row.broken):
        if slices[0][0] == row.headed and slices[-1][1] == row.head_end:
            return slices
    return [(row.headed, row.head_end)]
