"""What each section is for: told by headings, handed down, overridden by a nearer heading.

A chapter takes the kind of the word that stands last in its heading. Below that, only the heading of a section proper
changes the kind it inherits, and only where the word stands at its very end (学习考察的启示): the items of a list keep
the kind of the list, whatever words they happen to use (四是重大项目引领 is a lesson among lessons).
"""

import re
from collections.abc import Sequence
from operator import add

from tourview.report import Kind, Progress, fold
from tourview.structure.lexicon import lexicon
from tourview.structure.outline import Node, ends_of
from tourview.structure.portions import PORTION

_FEWEST = 4  # words of undertaking or shortcoming, below which a chapter's text tells nothing
_DENSITY = 3.0  # of them in a thousand characters
_CONTRAST = 2.0  # times as many of the one as of the other
_APPENDIX = re.compile(
    r"(?:附件|附录|附表)\s?[\d一二三四五六七八九十]{0,3}$|(?:名词解释|注释|参考文献|结束语|结语|尾声|前言|引言|序言|后记)$"
    r"|(?:appendix|annex)(?:\s[a-z\d]{1,3})?$|(?:references|acknowledg(?:e)?ments|conclusions?|glossary)$"
)
_KEEPS_ACTION = frozenset((Kind.COMMITMENT, Kind.LESSON))


def is_appendix(heading: str) -> bool:
    """Whether a heading is that of matter around the report: an appendix, a glossary, a foreword, a conclusion."""
    return _APPENDIX.match(fold(heading)) is not None


def heading_kind(heading: str) -> Kind | None:
    """The kind a heading tells by the word that stands last in it; the longest word where several end together."""
    return _last_of(heading, anywhere=True)


def ends_with_kind(heading: str) -> Kind | None:
    """The kind of the word that a heading ends with, or None."""
    return _last_of(heading, anywhere=False)


def assign_kinds(chapters: Sequence[Node], text: str, progress: Progress | None = None) -> None:
    """Give every section its kind.

    Args:
        chapters: The chapters, without the lead-in.
        text: The source.
        progress: Told the share done; may raise to cancel.
    """
    for chapter, end in zip(chapters, ends_of(chapters, len(text)), strict=True):
        if progress:
            progress(chapter.start / len(text))
        chapter.kind = heading_kind(chapter.heading) or _common_kind(chapter)
        told = is_appendix(chapter.heading) or any(_says_its_kind(child) for child in chapter.children)
        if chapter.kind is None and not told:
            chapter.kind = _kind_of_text(text, chapter.start, end)
        _hand_down(chapter)


def _common_kind(chapter: Node) -> Kind | None:
    """The kind that the headings of all sections in a chapter agree on."""
    kinds = {ends_with_kind(child.heading) for child in chapter.children}
    return kinds.pop() if len(kinds) == 1 else None


def _says_its_kind(section: Node) -> bool:
    return section.opening is not None and section.opening.is_section and ends_with_kind(section.heading) is not None


def _hand_down(section: Node) -> None:
    for child in section.children:
        child.kind = _own_kind(child, section.kind) or section.kind
        _hand_down(child)


def _own_kind(section: Node, inherited: Kind | None) -> Kind | None:
    """The kind that a section below a chapter sets for itself, or None."""
    found = ends_with_kind(section.heading)
    if inherited is None or section.opening is None:
        return found
    acts = lexicon().action.match(fold(section.heading)) is not None
    return None if not section.opening.is_section or (acts and inherited in _KEEPS_ACTION) else found


def _last_of(heading: str, *, anywhere: bool) -> Kind | None:
    """The kind of the word that stands last: anywhere in the heading, or only at its very end."""
    words = fold(heading)
    table = lexicon()
    if table.beginnings.isdisjoint(map(add, words, words[1:])):
        return None
    best = (0, 0)
    kind: Kind | None = None
    for candidate in Kind:
        found = [(len(words), -match.start()) for match in table.endings[candidate].finditer(words)]
        if anywhere:
            found.extend((match.end(), -match.start()) for match in table.words[candidate].finditer(words))
        rank = max(found, default=best)
        if rank > best:
            best, kind = rank, candidate
    remedied = kind is Kind.GAP and table.remedied.search(words) is not None
    return Kind.COMMITMENT if remedied else kind


def _kind_of_text(text: str, start: int, end: int) -> Kind | None:
    """Commitment or gap, where the text speaks far more in the words of the one than of the other."""
    table = lexicon()
    undertakings = shortcomings = 0
    for at in range(start, end, PORTION):
        part = fold(text[at : min(end, at + PORTION)])
        undertakings += sum(1 for _found in table.commitment.finditer(part))
        shortcomings += sum(1 for _found in table.gap.finditer(part))
    more, less = max(undertakings, shortcomings), min(undertakings, shortcomings)
    if more < _FEWEST or more * 1000 < _DENSITY * (end - start) or more < _CONTRAST * less:
        return None
    return Kind.COMMITMENT if undertakings > shortcomings else Kind.GAP
