"""Where sections open: the blocks that are headings or begin with one, before they are nested into a tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from tourview.readers.document import Block
from tourview.readers.widths import columns
from tourview.report import Passage, Progress
from tourview.structure.headings import split_heading
from tourview.structure.markers import Marker, Style
from tourview.structure.sequences import numbered_blocks

_LONGEST_RUN_IN = 24  # columns of a section's heading that runs into its text
_LONGEST_NEXT_LINE = 60  # columns of a heading on the line after its label


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a section.

    Attributes:
        block: The block that it opens with.
        last: The block that its heading stands in: the next one where the label stands alone.
        label: The marker as written, or "".
        heading: The heading's words.
        body: What follows the heading in its block, or None.
        start: The source offset that the section starts at.
        style: The way of numbering; None where there is no marker.
        number: Its number; 0 without a marker.
        depth: The heading level the format states, or None.
    """

    block: int
    last: int
    label: str
    heading: Passage
    body: Passage | None
    start: int
    style: Style | None = None
    number: int = 0
    depth: int | None = None

    @property
    def is_section(self) -> bool:
        """Whether it opens a section of the report, not the item of a list or a lead sentence run into its text."""
        numbered = self.style is None or self.style.is_heading
        return numbered and (self.body is None or columns(self.heading.text) <= _LONGEST_RUN_IN)


def openings_of(blocks: Sequence[Block], progress: Progress | None = None) -> list[Opening]:
    """The openings that a format's headings and the markers show, in reading order.

    Args:
        blocks: The document's blocks.
        progress: Told the share done; may raise to cancel.
    """
    numbered = {entry.block: entry.marker for entry in numbered_blocks(blocks, progress)}
    places = sorted(numbered.keys() | {number for number, block in enumerate(blocks) if block.depth is not None})
    found: list[Opening] = []
    for place in places:
        if found and place <= found[-1].last:
            continue
        opening = _opening(blocks, place, numbered)
        if opening:
            found.append(opening)
    return found


def _opening(blocks: Sequence[Block], place: int, numbered: dict[int, Marker]) -> Opening | None:
    block = blocks[place]
    passage, depth = block.passage, block.depth
    marker = numbered.get(place)
    if marker is None:
        return plain_opening(place, passage, depth)
    style, number = marker.style, marker.number
    split = split_heading(passage.text, marker.after)
    if split is None:
        return _opening_below(blocks, place, marker, numbered)
    heading = passage.slice(split.start, split.end)
    body = None
    if split.body is not None:
        if depth is not None:  # a heading that the format marks is a heading to its end
            heading = passage.slice(split.start, len(passage.text))
        else:
            body = passage.slice(split.body, len(passage.text))
    return Opening(place, place, marker.label, heading, body, passage.start, style, number, depth)


def plain_opening(place: int, passage: Passage, depth: int | None = None) -> Opening:
    """The opening of a section without a label, whose heading is the whole block."""
    return Opening(place, place, "", passage, None, passage.start, depth=depth)


def _opening_below(blocks: Sequence[Block], place: int, marker: Marker, numbered: dict[int, Marker]) -> Opening | None:
    """The opening of a label that stands alone on its line, with the short line below it as its heading."""
    passage = blocks[place].passage
    below = place + 1
    if below < len(blocks) and below not in numbered and blocks[below].depth is None:
        text = blocks[below].passage.text
        if len(text) <= _LONGEST_NEXT_LINE and columns(text) <= _LONGEST_NEXT_LINE and text[-1] not in "。；;！？!?，,":
            heading = blocks[below].passage
            return Opening(place, below, marker.label, heading, None, passage.start, marker.style, marker.number)
    if marker.style in (Style.PART, Style.CHAPTER, Style.ARTICLE):
        return Opening(place, place, "", passage, None, passage.start, marker.style, marker.number)
    return None
