"""Quotation marks and brackets without their pair within a block, and a stray straight quote in Chinese text."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from tourview.readers.portions import matches
from tourview.report import Progress, Span

_MARK = re.compile("[“”‘’《》（）()【】「」『』〈〉〔〕\\]\"']|(?<!\x1b)\\[")
_CLOSED_BY = dict(zip("“‘《（(【「『〈〔[", "”’》))】」』〉〕]", strict=True))
_WIDTHLESS = {"）": ")"}
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]")
_ENUMERATED = re.compile(r"[\dA-Za-z一二三四五六七八九十]\Z")
_DEEPEST = 64  # marks open at once; beyond that the outermost are let go
_NEXT = 3  # blocks, within which a quotation of several paragraphs goes on
_LOOK_BACK = 8  # marks that a closing one may be out of step by


def unpaired(text: str, holds: Callable[[int], int | None], progress: Progress | None = None) -> Iterator[Span]:
    """The marks that lack their pair, each as the span of one code point.

    Args:
        text: The source.
        holds: The number of the block that an offset is a word of, or None for markup.
        progress: Told the share done; may raise to cancel.
    """
    speech = _Speech(text)
    for block, offsets in groupby(_marks(text, holds, progress), key=lambda mark: mark[0]):
        waiting = _Open()
        astray: list[int] = []
        places = [at for _block, at in offsets]
        for at in places:
            astray.extend(waiting.meet(text, at))
        astray.extend(waiting.left())
        if astray or not speech.ends(block, places[0], places[-1]):
            yield from _spans(speech.without(block, astray))
    yield from _spans(speech.left())


def _marks(text: str, holds: Callable[[int], int | None], progress: Progress | None) -> Iterator[tuple[int, int]]:
    """The marks that are words of the report: the number of their block, and where they stand."""
    for found in matches(_MARK, text, progress):
        block = holds(found.start())
        if block is not None:
            yield block, found.start()


def _spans(offsets: list[int]) -> Iterator[Span]:
    return ((offset, offset + 1) for offset in sorted(offsets))


class _Speech:
    """A quotation of several paragraphs: each may open with a mark, and the last one only closes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened: list[int] = []
        self._last = 0

    def without(self, block: int, astray: list[int]) -> list[int]:
        """The marks of a block that lack their pair, but for those of a quotation that goes on, or ends here."""
        left = self.left() if block - self._last > _NEXT else []
        opening = [at for at in astray if self._text[at] == "“"]
        closing = [at for at in astray if self._text[at] == "”"]
        others = [at for at in astray if self._text[at] not in "“”"]
        if self._opened and len(closing) == 1 and (not opening or opening[0] < closing[0]) and len(opening) <= 1:
            self._opened = []
            return left + others
        if len(opening) == 1 and not closing and self._goes_on(opening[0]):
            self._opened.append(opening[0])
            self._last = block
            return left + others
        return left + astray

    def ends(self, block: int, first: int, last: int) -> bool:
        """Whether a block, all of it between a pair of marks, is the last paragraph of the quotation."""
        if not self._opened or block - self._last > 1 or self._text[first] != "“" or self._text[last] != "”":
            return False
        if self._text[first - 1 : first].strip() or self._text[last + 1 : last + 2].strip():
            return False
        self._opened = []
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether a quotation that opens here is open at the paragraph's end, no other one after it."""
        end = self._text.find("\n", at)
        end = len(self._text) if end < 0 else end
        return self._text.find("“", at + 1, end) < 0 and self._text.find("”", at, end) < 0

    def left(self) -> list[int]:
        """The marks of a quotation that never closed."""
        left, self._opened = self._opened, []
        return left


class _Open:
    """The marks of one block that wait for their pair."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, int]] = []
        self._straight: dict[str, list[int]] = {'"': [], "'": []}

    def meet(self, text: str, at: int) -> list[int]:
        """Take in the mark at `at`; returns the offsets of marks that are now known to lack their pair."""
        mark = _WIDTHLESS.get(text[at], text[at])
        if mark in self._straight:
            if not _is_apostrophe_or_unit(text, at):
                places = self._straight[mark]
                self._straight[mark] = [] if places else [at]
            return []
        if mark in _CLOSED_BY:
            self._waiting.append((_CLOSED_BY[mark], at))
            if len(self._waiting) > _DEEPEST:
                del self._waiting[0]
            return []
        return self._close(text, at, mark)

    def _close(self, text: str, at: int, mark: str) -> list[int]:
        for back in range(1, min(len(self._waiting), _LOOK_BACK) + 1):
            if self._waiting[-back][0] == mark:
                astray = [offset for _mark, offset in self._waiting[len(self._waiting) - back + 1 :]]
                del self._waiting[-back:]
                return astray
        before = text[max(0, at - 1) : at]
        if mark == ")" and _ENUMERATED.search(before):
            return []
        if mark == "’" and before.isascii() and before.isalpha():
            return []
        return [at]

    def left(self) -> list[int]:
        """The offsets of marks that the end of the block leaves without their pair."""
        straight = [offset for places in self._straight.values() for offset in places]
        return [offset for _mark, offset in self._waiting] + straight


def _is_apostrophe_or_unit(text: str, at: int) -> bool:
    """Whether a straight quote is an apostrophe, a foot or an inch; in Chinese text it is a quotation mark."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] == '"':
        return before.isdecimal()
    return not (_CHINESE.match(before) or _CHINESE.match(after))
