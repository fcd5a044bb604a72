"""The tree as it was built becomes the report's sections: refs, ids and spans are settled."""

from collections import Counter
from collections.abc import Sequence

from tourview.report import Passage, Progress, Section, section_id
from tourview.structure.outline.nesting import Node, ends_of


def frozen(
    lead: Sequence[Passage], chapters: Sequence[Node], length: int, progress: Progress | None = None
) -> tuple[Section, ...]:
    """The sections of a report: the lead-in, where anything stands before the first chapter, and the chapters.

    Args:
        lead: The paragraphs before the first chapter.
        chapters: The tree.
        length: Of the source.
        progress: Told the share done; may raise to cancel.
    """
    freezing = _Freezing(length, progress)
    first = chapters[0].start if chapters else length
    introduction = [freezing.section(Node(None, 0, list(lead)), "0", 1, first)] if first or not chapters else []
    numbered = enumerate(zip(chapters, ends_of(chapters, length), strict=True), start=1)
    return (*introduction, *(freezing.section(node, str(number), 1, end) for number, (node, end) in numbered))


class _Freezing:
    """Sections are made in reading order, so that equal ones get their ordinals in that order."""

    def __init__(self, length: int, progress: Progress | None) -> None:
        self._seen: Counter[str] = Counter()
        self._length = length
        self._progress = progress

    def section(self, node: Node, ref: str, level: int, end: int) -> Section:
        """The section a node stands for, with what lies inside it; `end` is where it ends in the source."""
        share = node.start / max(1, self._length)
        self._tell(share)
        opening = node.opening
        words = (paragraph.text for paragraph in node.paragraphs)
        identity = section_id(node.heading, words, self._seen, lambda: self._tell(share))
        children = tuple(
            self.section(child, f"{ref}.{number}", level + 1, child_end)
            for number, (child, child_end) in enumerate(
                zip(node.children, ends_of(node.children, end), strict=True), start=1
            )
        )
        return Section(
            ref=ref,
            id=identity,
            label=opening.label if opening else "",
            heading=opening.heading if opening else None,
            level=level,
            kind=node.kind,
            paragraphs=tuple(node.paragraphs),
            span=(node.start, end),
            own_end=children[0].span[0] if children else end,
            children=children,
        )

    def _tell(self, share: float) -> None:
        if self._progress:
            self._progress(share)
