"""What each section is for: told by headings, handed down, overridden by a nearer heading, or told by the text.

A chapter takes the kind of the word that stands last in its heading. One that names two (存在问题及下一步打算) is
settled by its parts. Where the heading tells nothing the parts' headings do, or else the text, beside those of other
chapters; see `cues`. Below that, only the heading of a section proper changes the kind it inherits, and only where the
word stands at its very end (学习考察的启示): the items of a list keep the kind of the list, whatever words they happen
to use (四是重大项目引领 is a lesson among lessons).
"""

import re
from collections.abc import Sequence

from tourview.report import Kind, Passage, Progress, fold
from tourview.structure.kinds.cues import SAMPLE, Candidate, kinds_by_contrast, speaks_of
from tourview.structure.kinds.heading_words import ends_with_kind, heading_kind, heading_kinds, is_appendix
from tourview.structure.kinds.lexicon import lexicon
from tourview.structure.outline.markers import Style
from tourview.structure.outline.nesting import Node, ends_of
from tourview.structure.sites import names_place

_OURSELVES = frozenset((Kind.GAP, Kind.COMMITMENT))
"""What a report says of those who write it."""
_LONGEST_LEAD = 80
"""Code points of the sentence that introduces the parts of a section."""
_SENTENCE_END = re.compile("[。!?;]")
_INTRODUCES = re.compile("[一二三四五六七八九十几]+(?:件|点|条|项|个|方面)|如下|以下")
_KEEPS_ACTION = frozenset((Kind.COMMITMENT, Kind.LESSON))
_SEEN = 0.4  # how much more of visits than of the background a part speaks that is one of a list of places seen
_PLAINLY_SEEN = 1.0  # or one that is such a place though the parts beside it are none


def assign_kinds(
    chapters: Sequence[Node], text: str, announced: Kind | None = None, progress: Progress | None = None
) -> None:
    """Give every section its kind; one that has a kind already keeps it.

    Args:
        chapters: The chapters, without the lead-in.
        text: The source.
        announced: What the title or the lead-in says the chapters are; it counts where none of their headings tells.
        progress: Told the share done; may raise to cancel.
    """
    if announced and not any(section.kind or _told_kind(section) for section in chapters):
        for section in chapters:
            section.kind = None if is_appendix(section.heading) else announced
    _Assigning(text, progress).siblings(chapters, len(text))


def announced_kind(title: str, lead: Sequence[Passage]) -> Kind | None:
    """The kind that a report announces for all of its chapters: 有以下几点启示 before them, or 几点启示 in its title.

    Args:
        title: The title.
        lead: The paragraphs of the lead-in.
    """
    said = _kind_announced_in(lead[-1].text) if lead else None
    return said or ends_with_kind(title)


class _Assigning:
    """Settles the kinds of a tree, from the chapters down."""

    def __init__(self, text: str, progress: Progress | None) -> None:
        self._text = text
        self._progress = progress

    def siblings(self, sections: Sequence[Node], end: int) -> None:
        """Settle sections side by side that inherit no kind, and all that lies inside them."""
        ends = ends_of(sections, end)
        told = [section.kind or _told_kind(section) for section in sections]
        by_text = [place for place, section in enumerate(sections) if told[place] or not _tells_otherwise(section)]
        candidates = [
            Candidate(
                self._own_words(sections[place], ends[place]),
                told[place],
                _leaning(sections[place]),
                _expected_at(place, told),
            )
            for place in by_text
        ]
        for place, kind in zip(by_text, kinds_by_contrast(candidates), strict=True):
            told[place] = kind
        for place in by_text:
            if told[place] is None and _expected_at(place, told) in (Kind.LESSON, Kind.GAP):
                told[place] = Kind.LESSON  # what nothing in the text owns up to is no gap
        for section, section_end, kind in zip(sections, ends, told, strict=True):
            if self._progress:
                self._progress(section.start / len(self._text))
            section.kind = kind
            pair = heading_kinds(section.heading)
            if len(pair) > 1:
                self._settle_pair(section, section_end, pair)
            elif kind is not None:
                self._hand_down(section, section_end)
            elif not is_appendix(section.heading):
                # What lies in an appendix is of no kind, whatever its headings say; items are of that of their list.
                parts = section.children
                if _introduced_kind(section) or not all(map(_is_section, parts)):
                    self._hand_down(section, section_end)
                else:
                    self.siblings(parts, section_end)

    def _settle_pair(self, section: Node, end: int, pair: Sequence[Kind]) -> None:
        """Give the parts of a section whose heading names two kinds one of them; it has theirs if they agree."""
        parts, ends = section.children, ends_of(section.children, end)
        candidates = [
            Candidate(self._sample(part.start, part_end), part.kind or heading_kind(part.heading))
            for part, part_end in zip(parts, ends, strict=True)
        ]
        for part, part_end, kind in zip(parts, ends, kinds_by_contrast(candidates, pair, all_told=True), strict=True):
            part.kind = kind
            self._hand_down(part, part_end)
        if parts:
            kinds = {part.kind for part in parts}
            section.kind = kinds.pop() if len(kinds) == 1 else None

    def _hand_down(self, section: Node, end: int) -> None:
        """Give what lies inside a section its kind, unless its own heading, or a visit's text, tells another."""
        parts, ends = section.children, ends_of(section.children, end)
        own = [part.kind or _own_kind(part, section.kind) for part in parts]
        if section.kind is Kind.BACKGROUND and len(parts) > 1:
            own = self._visits_among(parts, ends, own)
        inherited = _introduced_kind(section) or section.kind
        for part, part_end, kind in zip(parts, ends, own, strict=True):
            part.kind = kind or inherited
            self._hand_down(part, part_end)

    def _visits_among(
        self, parts: Sequence[Node], ends: Sequence[int], own: Sequence[Kind | None]
    ) -> list[Kind | None]:
        """The kinds of an account's parts: those that tell of places seen are visits, all of them where most are."""
        seen = [
            speaks_of(self._sample(part.start, end), Kind.VISIT, Kind.BACKGROUND)
            for part, end in zip(parts, ends, strict=True)
        ]
        called = [_is_called_a_visit(part.heading) for part in parts]
        most = 2 * sum(1 for share, visit in zip(seen, called, strict=True) if visit or share > _SEEN) > len(parts)
        return [
            kind or (Kind.VISIT if most or share > _PLAINLY_SEEN else None)
            for kind, share in zip(own, seen, strict=True)
        ]

    def _own_words(self, section: Node, end: int) -> str:
        """The beginning of a section's text, as far as it has no part whose kind is settled, and other than its own."""
        settled = (part.start for part in section.children if part.kind)
        return self._sample(section.start, min(settled, default=end))

    def _sample(self, start: int, end: int) -> str:
        return self._text[start : min(end, start + SAMPLE)]


def _told_kind(section: Node) -> Kind | None:
    """The kind that a chapter's heading tells, or those of all its sections agree on."""
    if is_appendix(section.heading):
        return None
    kinds = {ends_with_kind(part.heading) for part in section.children}
    return heading_kind(section.heading) or (kinds.pop() if len(kinds) == 1 else None)


def _expected_at(place: int, told: Sequence[Kind | None]) -> Kind | None:
    """What a chapter in this place is expected to be, among others whose kinds are told.

    The first one tells where it all began; what stands before the gaps and undertakings, what was learned; and the last
    one, what will be done.
    """
    before, after = set(told[:place]) - {None}, set(told[place + 1 :]) - {None}
    if place == 0:
        return Kind.BACKGROUND if after else None
    if Kind.LESSON in before and Kind.COMMITMENT in after and Kind.GAP not in before | after:
        return Kind.GAP
    if after & _OURSELVES and not before & _OURSELVES:
        return Kind.LESSON
    return Kind.COMMITMENT if place == len(told) - 1 and before & {Kind.LESSON, Kind.GAP} else None


def _leaning(section: Node) -> Kind | None:
    """What the form of a chapter speaks for: names of places are visits, a verb of action opens an undertaking."""
    names = sum(1 for part in section.children if part.opening and part.opening.style is Style.NAME)
    if names > 1 and names == len(section.children):
        return Kind.VISIT
    return Kind.COMMITMENT if lexicon().action.match(fold(section.heading)) else None


def _tells_otherwise(section: Node) -> bool:
    """Whether a section without a kind is of none or of several: an appendix, or one whose parts tell their own."""
    return is_appendix(section.heading) or any(_says_its_kind(part) for part in section.children)


def _says_its_kind(section: Node) -> bool:
    return section.opening is not None and section.opening.is_section and ends_with_kind(section.heading) is not None


def _is_section(node: Node) -> bool:
    return node.opening is not None and node.opening.is_section


def _own_kind(section: Node, inherited: Kind | None) -> Kind | None:
    """The kind that a section below a chapter sets for itself, or None."""
    found = ends_with_kind(section.heading)
    if inherited is None or section.opening is None:
        return found
    acts = lexicon().action.match(fold(section.heading)) is not None
    return None if not section.opening.is_section or (acts and inherited in _KEEPS_ACTION) else found


def _is_called_a_visit(heading: str) -> bool:
    """Whether the heading of a part of an account is the name of a place, or says that something was seen."""
    return names_place(heading) or lexicon().seeing.match(fold(heading)) is not None


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
