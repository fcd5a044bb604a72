"""Where sections open that a number or a format's heading announces, and where their headings end."""

import re
from collections.abc import Collection

from tourview.readers.widths import columns
from tourview.report import Progress
from tourview.structure.outline.colons import blocks_with_colon, with_colon
from tourview.structure.outline.flattened import heading_end
from tourview.structure.outline.headings import Split, has_words, is_one_sentence, split_at, split_clause, split_heading
from tourview.structure.outline.markers import ENUMERATIONS, Marker, Style
from tourview.structure.outline.openings import Opening, plain_opening
from tourview.structure.outline.sequences import numbered_blocks
from tourview.structure.outline.splitting import Pieces

_LONGEST_NEXT_LINE = 60  # columns of a heading on the line after its label
_LONGEST_SENTENCE = 44  # columns of an item's only sentence, beyond which its lead clause is its heading
_LONGEST_LINE = 64  # columns of a chapter's heading that a colon divides
_ENDS = re.compile("[。！？；!?;](?!$)|[。；;]$|[.](?=\\s)|[:：]\\W*$")
_EXPLAINED = re.compile("[:：]\\s*是?(?:指|即)")
_CLAUSE_END = ("；", ";", "，", ",")
_SENTENCE_END = ("。", "！", "？")
_CHAPTER_STYLES = frozenset((Style.PART, Style.CHAPTER, Style.ARTICLE, Style.LISTED))


def openings_of(pieces: Pieces, barred: Collection[int] = (), progress: Progress | None = None) -> list[Opening]:
    """The openings that a format's headings and the markers show, in reading order.

    Args:
        pieces: The document's blocks, divided where sections open inside them.
        barred: The blocks that are no part of the outline.
        progress: Told the share done; may raise to cancel.
    """
    blocks = pieces.blocks
    numbered = {
        entry.block: entry.marker for entry in numbered_blocks(blocks, progress, sure=pieces.inside, barred=barred)
    }
    headed = {number for number, block in enumerate(blocks) if block.depth is not None and number not in barred}
    reader = _Reader(pieces, numbered)
    found: list[Opening] = []
    for place in sorted(numbered.keys() | headed):
        if found and place <= found[-1].last:
            continue
        opening = reader.opening(place)
        if opening:
            found.append(opening)
    return found


class _Reader:
    """Reads one opening after the other; remembers how the last item of an enumeration was divided."""

    def __init__(self, pieces: Pieces, numbered: dict[int, Marker]) -> None:
        self._pieces = pieces
        self._blocks = pieces.blocks
        self._numbered = numbered
        self._with_colon = blocks_with_colon(self._blocks, numbered)
        self._clause = False
        self._has_lines = False

    def opening(self, place: int) -> Opening | None:
        """The opening of a block; None for a label whose words do not follow."""
        block = self._blocks[place]
        passage, depth = block.passage, block.depth
        marker = self._numbered.get(place)
        if marker is None:
            return plain_opening(place, passage, depth)
        split = self._split(place, marker)
        if split is None:
            return self._opening_below(place, marker)
        heading = passage.slice(split.start, split.end)
        body = None
        if split.body is not None:
            if depth is not None:  # a heading that the format marks is a heading to its end
                heading = passage.slice(split.start, len(passage.text))
            else:
                body = passage.slice(split.body, len(passage.text))
        return Opening(
            place, place, marker.label, heading, body, passage.start,
            marker.style, marker.number, depth, marker.word, place in self._pieces.inside,
        )  # fmt: skip

    def _split(self, place: int, marker: Marker) -> Split | None:
        """Heading and paragraph of a block, by what its label is and whether it was cut out of a longer one."""
        text = self._blocks[place].passage.text
        if marker.style in ENUMERATIONS:
            return self._split_item(place, text, marker)
        if has_words(text, marker.after) and self._is_line(text, marker):
            return split_at(text, marker.after, len(text))
        if place in self._with_colon:
            return with_colon(text, marker.after)
        flat = place in self._pieces.inside or place in self._pieces.cut
        long = columns(text[: 2 * _LONGEST_NEXT_LINE]) > _LONGEST_NEXT_LINE
        if flat or long or text.endswith(_SENTENCE_END):
            end = heading_end(text, marker.after, weak=not (flat and marker.style in _CHAPTER_STYLES))
            if end is not None:
                return split_at(text, marker.after, end)
        return split_heading(text, marker.after)

    def _is_line(self, text: str, marker: Marker) -> bool:
        """Whether a block is one short line without a sentence's end: then a colon in it ends no heading."""
        if len(text) > _LONGEST_LINE or columns(text) > _LONGEST_LINE or _ENDS.search(text):
            return False
        if text.count("“") > text.count("”"):  # torn by a line break
            return False
        return marker.style in _CHAPTER_STYLES or not (text.isascii() or _EXPLAINED.search(text))

    def _split_item(self, place: int, text: str, marker: Marker) -> Split | None:
        """An item ends its heading with its first sentence; where that is all there is, with its first clause.

        Where lines that belong to it follow, its only sentence is no paragraph but a heading.
        """
        after = marker.after
        inside, cut = place in self._pieces.inside, place in self._pieces.cut
        single = is_one_sentence(text, after)
        like_the_last = inside and self._clause and marker.number > 1
        if marker.number == 1:
            self._has_lines = self._is_followed(place)
        if inside or cut or text.endswith(_CLAUSE_END):
            self._clause = single or like_the_last
        else:
            long = columns(text[: 2 * _LONGEST_SENTENCE]) > _LONGEST_SENTENCE
            self._clause = single and long and not self._has_lines
        return split_clause(text, after) if self._clause else split_heading(text, after)

    def _is_followed(self, place: int) -> bool:
        """Whether the block below is a paragraph."""
        below = place + 1
        if below >= len(self._blocks) or below in self._numbered:
            return False
        block = self._blocks[below]
        return block.depth is None and block.passage.text.endswith(_SENTENCE_END)

    def _opening_below(self, place: int, marker: Marker) -> Opening | None:
        """The opening of a label that stands alone on its line, with the short line below it as its heading."""
        passage = self._blocks[place].passage
        below = place + 1
        if below < len(self._blocks) and below not in self._numbered and self._blocks[below].depth is None:
            heading = self._blocks[below].passage
            text = heading.text
            if (
                len(text) <= _LONGEST_NEXT_LINE
                and columns(text) <= _LONGEST_NEXT_LINE
                and text[-1] not in "。；;！？!?，,"
            ):
                return Opening(place, below, marker.label, heading, None, passage.start, marker.style, marker.number)
        if marker.style in (Style.PART, Style.CHAPTER, Style.ARTICLE):
            return Opening(place, place, "", passage, None, passage.start, marker.style, marker.number)
        return None
