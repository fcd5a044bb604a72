"""Whether a passage of an index satisfies a query, and where: by the code that searches an opened report."""

from collections.abc import Callable
from heapq import merge
from itertools import chain

from tourview.report import Span
from tourview.search.folded import CHUNK, Joined
from tourview.search.index_rows import Row, joined_of, slices_of
from tourview.search.occurrences import across_breaks, occurrences
from tourview.search.quantity_forms import pattern_of, written
from tourview.search.query import Query, Term
from tourview.search.sounding import in_stretches, initials_of, sound_of, sounding

HasLetters = Callable[[int, Term], bool]
"""Whether a report, by its number, has a term as it is typed."""
Tick = Callable[[int], None]


class Verifier:
    """Looks for the terms of a query in passages.

    Args:
        query: The query.
        has_letters: Asked for terms that can only be initials: they are none in a report that has them as they are.
        tick: Told how many more code points were looked through; may raise to end the search.
    """

    def __init__(self, query: Query, has_letters: HasLetters, tick: Tick) -> None:
        places = {term: place for place, term in enumerate(query.terms)}
        self._sought = [_Sought(term, has_letters, tick) for term in query.terms]
        self._groups = [[places[term] for term in group] for group in query.groups]
        self._excluded = [_Sought(term, has_letters, tick) for term in query.excluded]

    def spans(self, row: Row, own: str) -> list[Span] | None:
        """Where the terms occur in a passage, ascending, if it satisfies the query; None if not.

        Args:
            row: The passage.
            own: Its text, folded; offsets count in it.
        """
        joined = joined_of(own, slices_of(row.broken)) if row.broken else None
        found: list[list[Span] | None] = [None] * len(self._sought)
        for group in self._groups:
            satisfied = False
            for place in group:
                spans = found[place]
                if spans is None:
                    spans = found[place] = self._sought[place].within(row, own, joined)
                satisfied = satisfied or bool(spans)
            if not satisfied:
                return None
        if any(sought.within(row, own, joined) for sought in self._excluded):
            return None
        every = [spans for spans in found if spans]
        return every[0] if len(every) == 1 else sorted(chain.from_iterable(every))


class _Sought:
    """A term that is looked for."""

    def __init__(self, term: Term, has_letters: HasLetters, tick: Tick) -> None:
        self._term = term
        self._word = term.parts[0] if len(term.parts) == 1 else ""
        self._sound = sound_of(term)
        self._quantity = pattern_of(term)
        self._initials = initials_of(term)
        self._has_letters = has_letters
        self._tick = tick

    def within(self, row: Row, own: str, joined: Joined | None) -> list[Span]:
        """Where the term occurs in a passage, ascending."""
        more = across_breaks(joined, self._term, self._tick) if joined is not None else []
        if self._sound is not None:
            more = list(merge(more, sounding(own, self._sound, ((0, len(own)),), self._tick)))
        elif self._quantity is not None:
            more = list(merge(more, written(own, self._quantity, ((0, len(own)),), self._tick)))
        elif self._initials is not None and not more and self._word not in own:
            more = list(in_stretches(own, self._initials, heading_slices(row)))
            if more and self._has_letters(row.report, self._term):
                return []
        if self._word and not more and len(own) <= CHUNK:
            return _plainly(own, self._word)
        return list(occurrences(own, self._term, (0, len(own)), more, self._tick))


def _plainly(text: str, word: str) -> list[Span]:
    """The occurrences of a word in a short text, none overlapping the one before: most of what is ever looked for."""
    found: list[Span] = []
    size = len(word)
    at = text.find(word)
    while at >= 0:
        found.append((at, at + size))
        at = text.find(word, at + size)
    return found


def heading_slices(row: Row) -> list[Span]:
    """The slices of the own span that the heading is made of."""
    if row.headed is None or row.head_end is None:
        return []
    for slices in slices_of(row.broken):
        if slices[0][0] == row.headed and slices[-1][1] == row.head_end:
            return slices
    return [(row.headed, row.head_end)]
