"""From blocks to the tree of sections: each step of the outline in its order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tourview.readers.document import Document
from tourview.readers.portions import between
from tourview.report import Passage, Progress
from tourview.structure.outline.apparatus import outside_outline
from tourview.structure.outline.names import names_of
from tourview.structure.outline.nesting import Node, nested
from tourview.structure.outline.numbering import openings_of
from tourview.structure.outline.openings import Opening
from tourview.structure.outline.shortcomings import with_shortcomings
from tourview.structure.outline.splitting import pieces_of
from tourview.structure.outline.titles import Title, title_headings, title_of
from tourview.structure.outline.unnumbered import with_unnumbered


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's outline.

    Attributes:
        document: The document with its blocks divided where sections open inside them.
        title: Its title.
        chapters: The tree.
        first: The block at which the first chapter opens; their number where there is none.
        lead: The paragraphs before it, without title lines.
    """

    document: Document
    title: Title
    chapters: list[Node]
    first: int
    lead: list[Passage]


def outline_of(document: Document, progress: Progress | None = None) -> Outline:
    """The outline of a document.

    Args:
        document: What a reader made of the file.
        progress: Told the share done; may raise to cancel.
    """
    pieces = pieces_of(document.blocks, between(progress, 0, 0.5))
    blocks = pieces.blocks
    document = replace(document, blocks=blocks)
    barred = outside_outline(blocks)
    openings = openings_of(pieces, barred, between(progress, 0.5, 1))
    title = title_of(document, openings)
    openings = openings[title_headings(blocks, openings) :]
    openings = with_unnumbered(blocks, openings, (*title.blocks, *title.repeats), barred)
    openings = with_shortcomings(blocks, openings, title.text)
    openings = sorted([*openings, *names_of(blocks, openings)], key=lambda opening: opening.block)
    first = openings[0].block if openings else len(blocks)
    left_out = {*title.blocks, *title.repeats}
    lead = [block.passage for place, block in enumerate(blocks[:first]) if place not in left_out]
    return Outline(document, title, nested(openings, _paragraphs_between(document, openings)), first, lead)


def _paragraphs_between(document: Document, openings: Sequence[Opening]) -> list[list[Passage]]:
    """For each opening the passages of the blocks between its heading and the next opening."""
    following = (*(opening.block for opening in openings[1:]), len(document.blocks))
    return [
        [block.passage for block in document.blocks[opening.last + 1 : end]]
        for opening, end in zip(openings, following, strict=False)
    ]
