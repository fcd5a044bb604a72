"""A report's text as it is searched: folded, and once more where the source breaks words in two."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple

from tourview.report import Passage, Report, Span, fold

CHUNK = 1 << 18
"""Code points between two calls of a progress callback, and the most that one call of `str.find` looks through."""

BETWEEN = "\udfff"
"""Stands between joined passages: a code point that is in no text."""


class Joined(NamedTuple):
    """The passages that are more than one slice of the source, as they read, folded, one after the other.

    Attributes:
        text: The folded passages.
        begins: Where each slice begins in `text`, ascending.
        sources: Where each slice begins in the source.
    """

    text: str
    begins: list[int]
    sources: list[int]

    def slice_at(self, at: int) -> int:
        """The place in `begins` of the slice that holds the code point `at`."""
        return bisect_right(self.begins, at) - 1

    def to_source(self, begin: int, end: int) -> Span:
        """The source span from the code point `begin` to the one before `end`, gaps included."""
        first, last = self.slice_at(begin), self.slice_at(end - 1)
        return (
            self.sources[first] + begin - self.begins[first],
            self.sources[last] + end - self.begins[last],
        )


def fold_report(report: Report, tick: Callable[[int], None]) -> str:
    """The folded source; `tick` is told how many code points were done since it was told last. See `fold_part`."""
    pieces = []
    for begin in range(0, len(report.text), CHUNK):
        pieces.append(fold_part(report, begin, min(begin + CHUNK, len(report.text))))
        tick(len(pieces[-1]))
    return "".join(pieces)


def fold_part(report: Report, begin: int, end: int) -> str:
    """The source from `begin` to before `end`, folded; chrome, which is no part of the report, is line ends in it.

    Line ends, for no word is found in them, but the words of a phrase are found on both sides of a page number.
    """
    folded = fold(report.text[begin:end])
    chrome = report.chrome
    first = bisect_right(chrome, begin, key=itemgetter(1))
    last = bisect_left(chrome, end, lo=first, key=itemgetter(0))
    pieces: list[str] = []
    done = 0
    for start, stop in chrome[first:last]:
        low, high = max(start, begin) - begin, min(stop, end) - begin
        pieces += folded[done:low], "\n" * (high - low)
        done = high
    return "".join(pieces) + folded[done:] if pieces else folded


def join_passages(report: Report) -> Joined:
    """The passages of the report whose words the source breaks."""
    pieces: list[str] = []
    begins: list[int] = []
    sources: list[int] = []
    length = 0
    for passage in _broken(report):
        begins.extend(length + begin for begin, _source in passage.runs)
        sources.extend(source for _begin, source in passage.runs)
        pieces.append(passage.text)
        length += len(passage.text) + len(BETWEEN)
    return Joined(fold(BETWEEN.join(pieces)), begins, sources)


def _broken(report: Report) -> Iterator[Passage]:
    for section in report.reading_order:
        for passage in (section.heading, *section.paragraphs):
            if passage is not None and len(passage.runs) > 1:
                yield passage
