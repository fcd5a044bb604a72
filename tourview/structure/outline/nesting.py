"""Openings become a tree: which section lies inside which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tourview.report import Kind, Passage
from tourview.structure.outline.levels import ranks_of
from tourview.structure.outline.markers import Style
from tourview.structure.outline.openings import Opening


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


def nested(openings: Sequence[Opening], paragraphs: Sequence[Sequence[Passage]]) -> list[Node]:
    """The chapters, each with what lies inside it.

    Args:
        openings: In reading order.
        paragraphs: For each opening the blocks between it and the next one.
    """
    roots: list[Node] = []
    waiting: list[tuple[float, Node]] = []  # the sections that are open, the outermost first
    for opening, rank, words in zip(openings, ranks_of(openings), paragraphs, strict=True):
        body = [opening.body] if opening.body else []
        node = Node(opening, opening.start, [*body, *words], kind=opening.kind)
        own = rank if opening.review is None else _rank_beside(waiting, opening.review)
        while waiting and waiting[-1][0] >= own:
            waiting.pop()
        (waiting[-1][1].children if waiting else roots).append(node)
        waiting.append((own, node))
    return roots


def _rank_beside(waiting: Sequence[tuple[float, Node]], chapter: int) -> float:
    """The rank of a section that stands beside the sections of a chapter, whatever they are.

    Args:
        waiting: The sections that are open, the outermost first.
        chapter: The block that the chapter opens with.
    """
    inside = [
        place + 1 for place, (_rank, node) in enumerate(waiting) if node.opening and node.opening.block == chapter
    ]
    if not inside:
        return 0.0
    first = next(iter(waiting[inside[0] :]), None)
    if first and first[1].opening and first[1].opening.style not in _LISTS:
        return first[0]
    return waiting[inside[0] - 1][0] + _JUST_INSIDE


_LISTS = (Style.NAME, Style.ORDINAL, Style.FIRSTLY, Style.AMONG)
_JUST_INSIDE = 0.01  # further in than a chapter, and further out than all that may follow in it
