"""Outlines as text: what the builder makes of a text or of blocks with hints, a line a section, without kinds."""

from collections.abc import Sequence

from tourview.readers.document import Block, Document
from tourview.readers.text.reading import read_text
from tourview.report import Passage, Source
from tourview.structure.outline.nesting import Node
from tourview.structure.outline.recovery import outline_of

ASKED = "座谈会上大家问得最多的，是土地从哪里来、资金怎么筹、人才如何留得住，一问一答，谁也没有打瞌睡。"
MOVED = "当地把审批窗口搬到工地旁边，企业办一件事平均只要三天，比过去少跑五趟，办完了还有人打电话回访。"
GUIDE = "The guide called it a park of parks, with forty companies, one counter and no queue at any hour of the day."


def outlined(source: str | Document) -> list[str]:
    """The sections in reading order: a blank for each level below the first, the label, a bar, the heading."""
    document = read_text(source.encode(), "any.txt") if isinstance(source, str) else source
    return list(_lines(outline_of(document).chapters, ""))


def stated(tree: str) -> list[str]:
    """The lines of a tree as a test writes it down, between line breaks."""
    return tree.strip("\n").split("\n")


def hinted(rows: Sequence[tuple[str, int | None, bool]]) -> Document:
    """A document of blocks with what their format says of them: words, depth, prominence."""
    text = "".join(f"{words}\n" for words, _depth, _prominent in rows)
    blocks: list[Block] = []
    at = 0
    for words, depth, prominent in rows:
        blocks.append(Block(Passage(words, ((0, at),)), depth, prominent))
        at += len(words) + 1
    return Document(text, tuple(blocks), Source("any.docx", "0" * 64))


def _lines(nodes: Sequence[Node], indent: str) -> list[str]:
    found = []
    for node in nodes:
        found.append(f"{indent}{node.opening.label if node.opening else ''}|{node.heading}")
        found.extend(_lines(node.children, indent + " "))
    return found
