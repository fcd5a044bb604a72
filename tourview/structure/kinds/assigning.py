"""What each section is for: told by headings, by what introduces a list, by the words of the text, and by its place.

A word that a heading ends with settles most sections (学习考察的启示). One of two kinds (问题及打算) leaves it to its
parts. Everything else is weighed together, the words of the sections and the order in which reports run; see `evidence`
and `settling`. What a report states itself stays; an annex is of no kind, nor is anything in it.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain

from tourview.report import Kind, Passage, Progress, fold
from tourview.structure.kinds.evidence import CHOICES, Words
from tourview.structure.kinds.heading_words import ends_with_kind, heading_kind, heading_kinds, is_appendix
from tourview.structure.kinds.lexicon import lexicon
from tourview.structure.kinds.settling import Candidate, settled
from tourview.structure.outline.nesting import Node, ends_of

_SAMPLE = 3000
"""Code points of a section's text that are looked at."""
_MOST = 300
"""Sections that are weighed: in longer reports, the outer ones; what lies inside them is as they are."""
HOWEVER_DEEP = sys.maxsize
"""A depth that no tree has."""
_TOLD_BY_END = 14.0  # how loudly the word speaks that a heading ends with
_TOLD_INSIDE = 2.0  # one that stands elsewhere in it, and each of two
_INTRODUCED = 3.0  # the sentence before a list
_ANNOUNCED = 2.0  # the sentence before the chapters
_ENTITLED = 0.5  # and the title
_LONGEST_LEAD = 80
"""Code points of the sentence that introduces the parts of a section."""
_SENTENCE_END = re.compile("[。!?;]")
_INTRODUCES = re.compile("[一二三四五六七八九十几]+(?:件|点|条|项|个|方面)|如下|以下")
_KEEPS_ACTION = frozenset((Kind.COMMITMENT, Kind.LESSON))
Said = dict[Kind | None, float]


def assign_kinds(
    chapters: Sequence[Node],
    text: str,
    announced: Said | None = None,
    *,
    latin: bool = False,
    progress: Progress | None = None,
) -> None:
    """Give every section its kind; one that has a kind already keeps it.

    Args:
        chapters: The chapters, without the lead-in.
        text: The source.
        announced: What the title and the lead-in say of the chapters.
        latin: Whether the report is in a language that parts words by blanks.
        progress: Told the share done; may raise to cancel.
    """
    depth = _depth_to_weigh(chapters)
    if depth:
        candidates = candidates_of(chapters, text, announced or {}, depth, latin=latin, progress=progress)
        for node, kind in zip(to_depth(chapters, depth), settled(candidates), strict=True):
            node.kind = kind
    else:
        for chapter in chapters:
            chapter.kind = chapter.kind or _told_by_heading(chapter)
    for node in _at_depth(chapters, max(1, depth)):
        _hand_down(node)


def candidates_of(
    chapters: Sequence[Node],
    text: str,
    announced: Said,
    depth: int = HOWEVER_DEEP,
    *,
    latin: bool,
    progress: Progress | None = None,
) -> list[Candidate]:
    """The candidates for the sections of a report, as deep as that; other arguments as for `assign_kinds`."""
    weighing = _Weighing(text, len(chapters), depth, latin, progress)
    ends = ends_of(chapters, len(text))
    return [
        weighing.candidate(node, end, (number, 1), _said_of_chapter(node, announced), apart=False)
        for number, (node, end) in enumerate(zip(chapters, ends, strict=True))
    ]


def announced_kinds(title: str, lead: Sequence[Passage]) -> Said:
    """What a report says of all of its chapters: 有以下几点启示 before them, or 几点启示 in its title; and how loudly.

    Args:
        title: The title.
        lead: The paragraphs of the lead-in.
    """
    said: Said = {}
    for kind, loudness in (
        (ends_with_kind(title), _ENTITLED),
        (_kind_announced_in(lead[-1].text) if lead else None, _ANNOUNCED),
    ):
        if kind is not None:
            said[kind] = said.get(kind, 0.0) + loudness
    return said


class _Weighing:
    """Makes candidates of the sections of a tree, as deep as they are weighed."""

    def __init__(self, text: str, chapters: int, depth: int, latin: bool, progress: Progress | None) -> None:
        self._text = text
        self._chapters = chapters
        self._depth = depth
        self._latin = latin
        self._progress = progress

    def candidate(self, node: Node, end: int, place: tuple[int, int], said: Said, *, apart: bool) -> Candidate:
        """The candidate for a section.

        Args:
            node: The section.
            end: Where it ends in the source.
            place: The number of its chapter, and its depth.
            said: What speaks for its kinds beside its words.
            apart: Whether it stands in an annex.
        """
        if self._progress:
            self._progress(node.start / len(self._text))
        chapter, depth = place
        apart = apart or is_appendix(node.heading)
        introduced = _introduced_kind(node)
        parts = zip(node.children, ends_of(node.children, end), strict=True) if depth < self._depth else ()
        stated: Sequence[Kind | None] = CHOICES if node.kind is None else (node.kind,)
        return Candidate(
            Words(
                node.heading,
                self._text[node.start : min(end, node.start + _SAMPLE)],
                chapter,
                self._chapters,
                depth,
                self._latin,
            ),
            [
                self.candidate(part, part_end, (chapter, depth + 1), _said_of_part(part, introduced), apart=apart)
                for part, part_end in parts
            ],
            said,
            (None,) if apart and node.kind is None else stated,
            is_item=not _is_section(node),
        )


def _said_of_chapter(chapter: Node, announced: Said) -> Said:
    """What a chapter's heading tells, and what is told before all chapters where it tells nothing."""
    kinds = heading_kinds(chapter.heading)
    if len(kinds) > 1:
        return dict.fromkeys(kinds, _TOLD_INSIDE)
    if kinds:
        return {kinds[0]: _TOLD_INSIDE if ends_with_kind(chapter.heading) is None else _TOLD_BY_END}
    return announced


def _said_of_part(part: Node, introduced: Kind | None) -> Said:
    """What the heading of a section below a chapter tells, and the sentence before its list.

    A heading that opens with a verb of action says what to do or what others did, whatever it ends with.
    """
    said: Said = {} if introduced is None else {introduced: _INTRODUCED}
    kind = ends_with_kind(part.heading) if _is_section(part) else None
    if kind is not None and not lexicon().action.match(fold(part.heading)):
        said[kind] = said.get(kind, 0.0) + _TOLD_BY_END
    return said


def _hand_down(section: Node) -> None:
    """Give what lies inside a section its kind, unless its own heading tells another."""
    apart = section.kind is None and is_appendix(section.heading)
    inherited = _introduced_kind(section) or section.kind
    for part in section.children:
        part.kind = part.kind or (None if apart else _own_kind(part, section.kind) or inherited)
        _hand_down(part)


def _own_kind(section: Node, inherited: Kind | None) -> Kind | None:
    """The kind that a section's own heading sets for it, or None."""
    if not _is_section(section):
        return None
    acts = lexicon().action.match(fold(section.heading)) is not None
    return None if acts and inherited in _KEEPS_ACTION else ends_with_kind(section.heading)


def _told_by_heading(chapter: Node) -> Kind | None:
    return None if is_appendix(chapter.heading) else heading_kind(chapter.heading)


def _depth_to_weigh(chapters: Sequence[Node]) -> int:
    """How deep the tree can be gone down before there are too many sections to weigh."""
    depth = count = 0
    level: Sequence[Node] = chapters
    while level and count + len(level) <= _MOST:
        depth += 1
        count += len(level)
        level = [part for node in level for part in node.children]
    return depth


def to_depth(sections: Sequence[Node], depth: int) -> Iterator[Node]:
    """The sections as deep as that, in reading order."""
    for section in sections:
        yield section
        if depth > 1:
            yield from to_depth(section.children, depth - 1)


def _at_depth(sections: Sequence[Node], depth: int) -> Iterator[Node]:
    """The sections that are just as deep."""
    if depth == 1:
        return iter(sections)
    return chain.from_iterable(_at_depth(section.children, depth - 1) for section in sections)


def _is_section(node: Node) -> bool:
    return node.opening is not None and node.opening.is_section


def _introduced_kind(section: Node) -> Kind | None:
    """The kind that the sentence before a section's parts says they are of: 下一步，我们打算做好三件事."""
    if not section.children or not section.paragraphs:
        return None
    said = _kind_announced_in(section.paragraphs[-1].text)
    return said if said is Kind.COMMITMENT or section.kind is None else None


def _kind_announced_in(paragraph: str) -> Kind | None:
    """The kind of what the last sentence of a paragraph announces: 有以下几点启示, 打算做好三件事."""
    sentence = _SENTENCE_END.split(fold(paragraph[-_LONGEST_LEAD:]).rstrip("。:"))[-1]
    if not _INTRODUCES.search(sentence):
        return None
    return Kind.COMMITMENT if lexicon().introducing.search(sentence) else heading_kind(sentence)
