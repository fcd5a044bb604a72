"""The beginnings of sections, before they are nested into a tree."""

from dataclasses import dataclass

from tourview.readers.widths import columns
from tourview.report import Kind, Passage
from tourview.structure.outline.markers import Style

_LONGEST_RUN_IN = 24  # columns of a section's heading that runs into its text


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
        word: What is counted, where words tell lists of one style apart; see `Marker`.
        inside: Whether it opens in the middle of a block.
        kind: What the section is for, where its opening words settle it.
        outermost: Whether it stands beside the chapters whatever is open: an annex, a foreword.
        is_front: Whether it stands beside the chapters without holding any: a foreword, a conclusion.
        review: The block that the chapter opens with beside whose sections it stands, whatever they are: of what a
            review owns up to; else None.
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
    word: str = ""
    inside: bool = False
    kind: Kind | None = None
    outermost: bool = False
    is_front: bool = False
    review: int | None = None

    @property
    def is_section(self) -> bool:
        """Whether it opens a section of the report, not the item of a list or a lead sentence run into its text."""
        numbered = self.style is None or self.style.is_heading
        return numbered and (self.body is None or columns(self.heading.text) <= _LONGEST_RUN_IN)


def plain_opening(place: int, passage: Passage, depth: int | None = None) -> Opening:
    """The opening of a section without a label, whose heading is the whole block."""
    return Opening(place, place, "", passage, None, passage.start, depth=depth)
