"""Quotation marks and brackets without their pair within a block, and a stray straight quote in Chinese text."""

import re
from collections.abc import Callable, Iterator

from tourview.report import Progress, Span
from tourview.structure.portions import matches

_MARK = re.compile("[“”‘’《》（）()【】「」『』〈〉〔〕\\]\"']|(?<!\x1b)\\[")
_CLOSED_BY = dict(zip("“‘《（(【「『〈〔[", "”’》))】」』〉〕]", strict=True))
_WIDTHLESS = {"）": ")"}
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]")
_ENUMERATED = re.compile(r"[\dA-Za-z一二三四五六七八九十]\Z")
_DEEPEST = 64  # marks open at once; beyond that the outermost are let go
_LOOK_BACK = 8  # marks that a closing one may be out of step by


def unpaired(text: str, holds: Callable[[int], int | None], progress: Progress | None = None) -> Iterator[Span]:
    """The marks that lack their pair, each as the span of one code point.

    Args:
        text: The source.
        holds: The number of the block that an offset is a word of, or None for markup.
        progress: Told the share done; may raise to cancel.
    """
    block: int | None = None
    waiting = _Open()
    for found in matches(_MARK, text, progress):
        here = holds(found.start())
        if here is None:
            continue
        if here != block:
            yield from _spans(waiting.left())
            block, waiting = here, _Open()
        yield from _spans(waiting.meet(text, found.start()))
    yield from _spans(waiting.left())


def _spans(offsets: list[int]) -> Iterator[Span]:
    return ((offset, offset + 1) for offset in sorted(offsets))


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
