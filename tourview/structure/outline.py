"""Openings become a tree: which section lies inside which.

No order of styles is fixed. By default they nest as `Style` lists them; where a document first shows another order
(一、 inside 1., say, because 2. goes on after it), that order is learned and holds from there on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tourview.report import Kind, Passage
from tourview.structure.markers import Style
from tourview.structure.openings import Opening


@dataclass(slots=True)
class Node:
    """A section while the tree is being built; `opening` is None for the lead-in."""

    opening: Opening | None
    start: int
    paragraphs: list[Passage] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    kind: Kind | None = None

    @property
    def heading(self) -> str:
        """The heading's words; empty for the lead-in."""
        return self.opening.heading.text if self.opening else ""


def ends_of(siblings: Sequence[Node], end: int) -> list[int]:
    """Where each of the siblings ends: at the next one's start, the last at `end`."""
    return [*(sibling.start for sibling in siblings[1:]), end] if siblings else []


class _Nesting:
    """The sections that are open, the outermost first, and the order of styles as learned so far."""

    def __init__(self, openings: Sequence[Opening]) -> None:
        self._open: list[tuple[int, Node]] = []
        self._order: list[Style] = []
        self._openings = openings
        self._next = _next_of_same_style(openings)

    def enter(self, place: int, node: Node, roots: list[Node]) -> None:
        """Put the section of the opening at `place` where it belongs, and leave it open."""
        opening = self._openings[place]
        if opening.depth is not None:
            self._leave_for_depth(opening.depth)
        elif opening.style is None:
            self._leave_all_markers()
        else:
            self._leave_for_style(opening, opening.style)
        (self._open[-1][1].children if self._open else roots).append(node)
        self._open.append((place, node))

    def _leave_for_depth(self, depth: int) -> None:
        while self._open:
            above = self._openings[self._open[-1][0]].depth
            if above is not None and above < depth:
                return
            self._open.pop()

    def _leave_all_markers(self) -> None:
        while self._open and self._openings[self._open[-1][0]].depth is None:
            self._open.pop()

    def _leave_for_style(self, opening: Opening, style: Style) -> None:
        """Close what the marker cannot lie in."""
        own = [depth for depth, (place, _node) in enumerate(self._open) if self._style_at(place) is style]
        if own:
            del self._open[own[-1] :]
            return
        while self._open:
            top = self._openings[self._open[-1][0]]
            if top.depth is not None or not self._closes(opening, style, top):
                break
            self._open.pop()
        if style not in self._order:
            self._learn(style)

    def _closes(self, opening: Opening, style: Style, top: Opening) -> bool:
        """Whether the marker ends the section on top, because its style is further out."""
        if top.style is None:
            return style <= Style.LISTED
        if style in self._order and top.style in self._order:
            further_out = self._order.index(style) < self._order.index(top.style)
        else:
            further_out = style < top.style
        return further_out and not (opening.number <= 1 and self._goes_on(top, opening))

    def _goes_on(self, top: Opening, opening: Opening) -> bool:
        """Whether the sequence that `top` is a member of continues after `opening`, which then lies inside it."""
        following = self._next[self._open[-1][0]]
        if following is None:
            return False
        later = self._openings[following]
        return later.number == top.number + 1 and later.start > opening.start

    def _learn(self, style: Style) -> None:
        """Remember that the style nests directly in the one that is open now."""
        parents = [known for place, _node in self._open if (known := self._style_at(place)) is not None]
        at = self._order.index(parents[-1]) + 1 if parents else 0
        while at < len(self._order) and self._order[at] < style:
            at += 1
        self._order.insert(at, style)

    def _style_at(self, place: int) -> Style | None:
        opening = self._openings[place]
        return opening.style if opening.depth is None else None


def _next_of_same_style(openings: Sequence[Opening]) -> list[int | None]:
    """For each opening, the place of the next one numbered in the same way."""
    following: dict[Style, int] = {}
    found: list[int | None] = [None] * len(openings)
    for place in range(len(openings) - 1, -1, -1):
        style = openings[place].style
        if style is not None:
            found[place] = following.get(style)
            following[style] = place
    return found


def nested(openings: Sequence[Opening], paragraphs: Sequence[Sequence[Passage]]) -> list[Node]:
    """The chapters, each with what lies inside it.

    Args:
        openings: In reading order.
        paragraphs: For each opening the blocks between it and the next one.
    """
    roots: list[Node] = []
    nesting = _Nesting(openings)
    for place, opening in enumerate(openings):
        body = [opening.body] if opening.body else []
        nesting.enter(place, Node(opening, opening.start, [*body, *paragraphs[place]]), roots)
    return roots
