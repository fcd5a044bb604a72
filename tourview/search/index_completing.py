"""Words of a library that what is being typed may become, and how often it has them."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from operator import itemgetter

from tourview.report import fold
from tourview.search.completing import Completion, completions
from tourview.search.index_pairs import following, known_pairs
from tourview.search.index_plan import literal, plan_of
from tourview.search.index_reading import own_text
from tourview.search.index_rows import Row
from tourview.search.index_searching import verified
from tourview.search.pinyin import characters_of, initials, readings
from tourview.search.query import Query, Term

_SAMPLE = 300
"""Passages with the word that its goings-on are learned from."""
_BEAM = 300
"""Beginnings of words that are followed up."""
_TRIED = 24
"""Words that are counted: rarer ones cannot be among the most frequent."""
_COUNTED = 3000
"""Passages in which a word is counted at most; one in more of them is told with the times of its rarest pair."""
_TEXTS = "SELECT p.* FROM grams CROSS JOIN passages p ON p.id = grams.rowid WHERE grams MATCH ? ORDER BY grams.rowid"
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
    found = dict(_goings_on(connection, begun, limit))
    bounds = _spelled(connection, begun)
    for word, bound in sorted(bounds.items(), key=itemgetter(1), reverse=True)[:_TRIED]:
        if sum(times >= bound for times in found.values()) >= limit:
            break
        times = _times(connection, word, bound)
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
            steps = [pair for character in characters_of(way[0]) for pair in following(connection, character).items()]
            found.update(steps)
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


def _goings_on(connection: sqlite3.Connection, begun: str, limit: int) -> list[Completion]:
    """How the characters or letters go on where they stand as they are."""
    query = Query(begun, ((Term(begun, (begun,), (), quoted=True),),))
    plan = plan_of(connection, query, None, best_first=False)
    texts = [one.own for one in islice(verified(connection, query, plan), _SAMPLE)]
    offered = completions("\n".join(texts), begun, limit)
    words = [one for one in offered if one.word.startswith(begun)]
    if len(texts) < _SAMPLE:
        return words
    return [Completion(word, max(times, _times(connection, word, times))) for word, times in words]


def _times(connection: sqlite3.Connection, word: str, bound: int) -> int:
    """How often the library has a word; `bound` where that takes too long to count."""
    if len(word) == _PAIR and word[0] != word[1]:
        return sum(known_pairs(connection, word[0], word[1]).values()) or bound
    rows = list(map(Row._make, islice(connection.execute(_TEXTS, (literal([word]),)), _COUNTED)))
    return bound if len(rows) == _COUNTED else sum(own_text(connection, row).count(word) for row in rows)
