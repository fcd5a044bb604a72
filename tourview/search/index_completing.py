"""Words of a library that what is being typed may become, and how often it has them."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from operator import itemgetter

from tourview.report import fold
from tourview.search.completing import Completion, completions
from tourview.search.index_pairs import following, known_pairs
from tourview.search.index_plan import literal, plan_of
from tourview.search.index_rows import read
from tourview.search.index_searching import verified
from tourview.search.pinyin import characters_of, initials, readings
from tourview.search.query import Query, Term

_SAMPLE = 200
"""Passages with the word that its goings-on are learned from."""
_BEAM = 150
"""Beginnings of words that are followed up."""
_TRIED = 16
"""Words that are counted: rarer ones cannot be among the most frequent."""
_COUNTED = 2500
"""Passages that are looked at in all for the sake of counting: some 6 ms. What is left then is estimated."""
_TEXTS = "SELECT p.text FROM grams CROSS JOIN passages p ON p.id = grams.rowid WHERE grams MATCH ?"
_SECTIONS = "SELECT count(*) FROM grams WHERE grams MATCH ?"
_FEWEST = 100
"""Passages that are looked at for every word."""
_PAIR = 2


def complete(connection: sqlite3.Connection, typed: str, limit: int) -> list[Completion]:
    """What a word that is being typed may become, the most frequent first.

    Letters become the words that they spell or are the initials of: rows of pairs that the index has, each word at
    most as frequent as its rarest pair, so that only the likeliest have to be counted. Characters and Latin letters go
    on as they do in the passages that have them.

    Args:
        connection: The index.
        typed: The word, as typed.
        limit: The most that are told.
    """
    begun = fold(typed)
    if not begun or begun.split() != [begun]:
        return []
    counting = _Counting(connection)
    found = dict(_goings_on(connection, counting, begun, limit))
    bounds = _spelled(connection, begun)
    for word, bound in sorted(bounds.items(), key=itemgetter(1), reverse=True)[:_TRIED]:
        if sum(times >= bound for times in found.values()) >= limit:
            break
        times = counting.times(word)
        if times and word != begun:
            found[word] = times
    ordered = sorted(found.items(), key=itemgetter(1), reverse=True)
    return [Completion(*pair) for pair in ordered[:limit]]


def _spelled(connection: sqlite3.Connection, begun: str) -> dict[str, int]:
    """The words that letters may spell or be the initials of, with what each is at most as frequent as."""
    ways: Iterable[tuple[str, ...]] = readings(begun) or ([tuple(begun)] if initials(begun) else [])
    found: dict[str, int] = {}
    for way in ways:
        if len(way) == 1:
            found.update(following(connection, characters_of(way[0]), _BEAM))
            continue
        found.update(_chains(connection, [characters_of(unit) for unit in way]))
    return found


def _chains(connection: sqlite3.Connection, classes: list[str]) -> dict[str, int]:
    """The words of one character of each class whose pairs the index has, with the times of the rarest pair."""
    words = _likeliest(known_pairs(connection, classes[0], classes[1]))
    for right in classes[2:]:
        last = "".join({word[-1] for word in words})
        by_first: dict[str, list[tuple[str, int]]] = {}
        for pair, times in known_pairs(connection, last, right).items() if last else ():
            by_first.setdefault(pair[0], []).append((pair[1], times))
        words = _likeliest(
            {
                word + character: min(bound, times)
                for word, bound in words.items()
                for character, times in by_first.get(word[-1], ())
            }
        )
    return words


def _likeliest(words: dict[str, int]) -> dict[str, int]:
    return dict(sorted(words.items(), key=itemgetter(1), reverse=True)[:_BEAM])


def _goings_on(connection: sqlite3.Connection, counting: "_Counting", begun: str, limit: int) -> list[Completion]:
    """How the characters or letters go on where they stand as they are."""
    query = Query(begun, ((Term(begun, (begun,), (), quoted=True),),))
    plan = plan_of(connection, query, None, best_first=False)
    texts = [one.own for one in islice(verified(connection, query, plan), _SAMPLE)]
    offered = completions("\n".join(texts), begun, limit)
    words = [one for one in offered if one.word.startswith(begun)]
    if len(texts) < _SAMPLE:
        return words
    return [Completion(word, max(times, counting.times(word))) for word, times in words]


class _Counting:
    """Counts words in the library, as long as that takes no time that a person feels."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._left = _COUNTED

    def times(self, word: str) -> int:
        """How often the library has a word; an estimate by its first passages where there are too many."""
        if len(word) == _PAIR and word[0] != word[1]:
            known = known_pairs(self._connection, word[0], word[1])
            if known:
                return sum(known.values())
        match = literal([word])
        (sections,) = self._connection.execute(_SECTIONS, (match,)).fetchone()
        rows = self._connection.execute(f"{_TEXTS} LIMIT ?", (match, max(self._left, _FEWEST)))
        looked_at = counted = 0
        for (text,) in rows:
            looked_at += 1
            counted += read(text).count(word)
        self._left -= looked_at
        return counted * sections // looked_at if looked_at else 0
