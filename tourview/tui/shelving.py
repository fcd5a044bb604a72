"""The reports of a library as a shelf shows them: put in an order, and picked by what a person types."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from tourview.report import fold
from tourview.search.index import Entry
from tourview.search.pinyin import initials, sounds, spoken


class Order(StrEnum):
    """What the reports are put in order by; the columns of the shelf, from left to right."""

    TITLE = "title"
    ORGANIZATION = "organization"
    DATE = "date"
    LESSONS = "lessons"
    GAPS = "gaps"
    COMMITMENTS = "commitments"

    @property
    def begins_high(self) -> bool:
        """Whether one wants to see the latest or the most first, rather than the beginning of the alphabet."""
        return self not in (Order.TITLE, Order.ORGANIZATION)


class Sorting(NamedTuple):
    """An order, and whether what is high in it comes first."""

    order: Order = Order.DATE
    high_first: bool = True

    def then(self, order: Order) -> "Sorting":
        """The order that was asked for: turned round if it is in force already."""
        if order is self.order:
            return self._replace(high_first=not self.high_first)
        return Sorting(order, order.begins_high)


_WORDS: Mapping[Order, Callable[[Entry], str]] = {
    Order.TITLE: lambda entry: entry.title,
    Order.ORGANIZATION: lambda entry: entry.organization or "",
    Order.DATE: lambda entry: entry.date or "",
}
_NUMBERS: Mapping[Order, Callable[[Entry], int]] = {
    Order.LESSONS: lambda entry: entry.lessons,
    Order.GAPS: lambda entry: entry.gaps,
    Order.COMMITMENTS: lambda entry: entry.commitments,
}
Word = tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]
"""A word typed into a filter, folded; what it stands for as pinyin, and as a row of initials."""
_REMEMBERED = 1 << 15
"""Titles whose spelling is remembered: the same ones are put in order again and again."""
_DIGITS = re.compile(r"\d{1,9}")


def arranged(entries: Sequence[Entry], sorting: Sorting) -> list[Entry]:
    """The entries in an order. Among equals by title and path; what has no such value, or could not be read, last."""
    by_title = sorted(entries, key=lambda entry: (spelling(entry.title), entry.path))
    readable = [entry for entry in by_title if entry.error is None]
    failed = [entry for entry in by_title if entry.error is not None]
    number, words = _NUMBERS.get(sorting.order), _WORDS.get(sorting.order)
    if number is not None:
        return [*sorted(readable, key=number, reverse=sorting.high_first), *failed]
    if words is None:
        return [*readable, *failed]
    known = [entry for entry in readable if words(entry)]
    known.sort(key=lambda entry: spelling(words(entry)), reverse=sorting.high_first)
    return [*known, *(entry for entry in readable if not words(entry)), *failed]


@lru_cache(maxsize=_REMEMBERED)
def spelling(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that has numbers in their order, then Latin words, then Chinese by its sound."""
    folded = fold(text)
    key: list[tuple[int, int, str]] = []
    at = 0
    while at < len(folded):
        number = _DIGITS.match(folded, at)
        if number:
            key.append((0, int(number[0]), ""))
            at = number.end()
            continue
        sound = sounds().get(folded[at])
        key.append((2, sound[0], folded[at]) if sound else (1, 0, folded[at]))
        at += 1
    return tuple(key)


def picked(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that have every word typed in title, file name, organisation or date, as it is or by its sound."""
    words = words_of(typed)
    return [entry for entry in entries if has_all(_told_of(entry), words)] if words else list(entries)


def _told_of(entry: Entry) -> str:
    return _folded("\n".join((entry.title, entry.path.name, entry.organization or "", entry.date or "")))


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str) -> str:
    return fold(text)


def words_of(typed: str) -> Sequence[Word]:
    """The words that were typed into a filter."""
    return [(word, spoken(word), initials(word)) for word in fold(typed).split()]


def has_all(text: str, words: Sequence[Word]) -> bool:
    """Whether a folded text has every word, as it is or by its sound."""
    return all(
        word in text or any(pattern is not None and pattern.search(text) for pattern in patterns)
        for word, *patterns in words
    )
