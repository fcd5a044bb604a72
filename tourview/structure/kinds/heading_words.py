"""The kind that a heading tells by its words."""

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from tourview.report import Kind, fold
from tourview.structure.kinds.lexicon import lexicon

_APPENDIX = re.compile(
    r"(?:附件|附录|附表)\s?[\d一二三四五六七八九十]{0,3}(?:$|[:\s])|(?:名词解释|注释|参考文献|结束语|结语|尾声|前言|引言|序言|后记)$"
    r"|(?:appendix|annex)(?:\s[a-z\d]{1,3})?(?:$|[:.])|(?:references|acknowledg(?:e)?ments|conclusions?|glossary)$"
)
_REMEMBERED = 1024
"""Headings: each is asked for several times while a report is built, and long reports repeat them."""


def is_appendix(heading: str) -> bool:
    """Whether a heading is that of matter around the report: an appendix, a glossary, a foreword, a conclusion."""
    return _APPENDIX.match(fold(heading)) is not None


def heading_kind(heading: str) -> Kind | None:
    """The kind a heading tells by the word that stands last in it; the longest word where several end together."""
    told = heading_kinds(heading)
    return told[-1] if told else None


def heading_kinds(heading: str) -> tuple[Kind, ...]:
    """The kind a heading tells; or the two, in its order, that words joined by 及, 与 and the like name."""
    words = fold(heading)
    if not _may_tell(words):
        return ()
    last = _last_of(words, anywhere=True)
    if last is None:
        return ()
    before = _kind_joined_before(words, last)
    return (before, last.kind) if before and before is not last.kind else (last.kind,)


def ends_with_kind(heading: str) -> Kind | None:
    """The kind of the word that a heading ends with, or None."""
    words = fold(heading)
    found = _last_of(words, anywhere=False) if _may_tell(words) else None
    return found.kind if found else None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the lexicon in a folded heading, [start, end), and the kind it tells."""

    kind: Kind
    start: int
    end: int


def _may_tell(words: str) -> bool:
    return not lexicon().beginnings.isdisjoint(map(add, words, words[1:]))


@lru_cache(maxsize=_REMEMBERED)
def _last_of(words: str, *, anywhere: bool) -> _Word | None:
    """The word that stands last in a folded heading: anywhere, or only at its very end."""
    table = lexicon()
    found: list[_Word] = []
    for kind in Kind:
        found.extend(_Word(kind, match.start(), len(words)) for match in table.endings[kind].finditer(words))
        if anywhere:
            found.extend(_Word(kind, match.start(), match.end()) for match in table.words[kind].finditer(words))
    if not found:
        return None
    last = max(found, key=lambda word: (word.end, -word.start))
    remedied = last.kind is Kind.GAP and table.remedied.search(words) is not None
    return _Word(Kind.COMMITMENT, last.start, last.end) if remedied else last


def _kind_joined_before(words: str, last: _Word) -> Kind | None:
    """The kind of a word that stands before the last one and is joined to what follows it."""
    table = lexicon()
    found = [
        _Word(kind, match.start(), match.end())
        for kind in Kind
        for match in table.words[kind].finditer(words, 0, last.start)
        if table.joint.match(words, match.end())
    ]
    return max(found, key=lambda word: (word.end, -word.start)).kind if found else None
