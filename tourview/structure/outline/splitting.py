"""Blocks become pieces: a block is divided where a section opens inside it, and a label torn by a line break is mended.

Pieces are blocks again, over the same source: no character is lost or moved.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tourview.readers.document import Block
from tourview.report import Passage, Progress
from tourview.structure.outline.inline import markers_inside
from tourview.structure.outline.shortcomings import is_work_report, places_inside

_TORN = re.compile(r"[（(〔【]$|[（(〔【]?[一二三四五六七八九十]{1,3}$|第[一二三四五六七八九十]{0,3}$")
_MENDED = re.compile(
    r"[（(〔【][一二三四五六七八九十]{1,3}[）)〕】]|[一二三四五六七八九十]{1,3}(?:、|是\S)|第[一二三四五六七八九十]{1,3}[章节節篇]"
)
_LONGEST_TORN = 5  # code points of a line that is the beginning of a label
_TITLE = re.compile(
    r"\s*(?P<title>[^\n。！？；!?;：:]{6,60}?(?:报告|汇报|總結|总结|报導|報告|匯報|纪要|体会|感悟|建议|方案))"
    r"(?:[\s\u3000]+(?=\S)|(?=(?:为|為|根据|按照|近年|近期|今年|去年|日前|最近|本次|此次|我[们市县區区局委镇]|各位"
    r"|\d{1,4}年|\d{1,2}月)))"
)
_TOP = 3  # blocks from the top that may hold the title
_FLATTENED = 4  # sections that open inside a block that was run into one line
_LONG = 400  # code points of such a block
_LONGEST_LINE = 120  # code points of a first line that is not a paragraph


@dataclass(frozen=True, slots=True)
class Pieces:
    """The blocks of a document as the outline sees them.

    Attributes:
        blocks: In reading order.
        inside: Which of them begin inside a block of the document.
        cut: Which of them another piece of the same block follows.
    """

    blocks: tuple[Block, ...]
    inside: frozenset[int]
    cut: frozenset[int]


def pieces_of(blocks: Sequence[Block], progress: Progress | None = None) -> Pieces:
    """The pieces that a document's blocks are made of.

    Args:
        blocks: The document's blocks.
        progress: Told the share done; may raise to cancel.
    """
    mended = _mended(blocks)
    places = markers_inside(mended, progress)
    _add_shortcomings(mended, places)
    title = _title_length(mended, places)
    if title:
        places.setdefault(0, []).insert(0, title)
    if not places:
        return Pieces(tuple(mended), frozenset(), frozenset())
    pieces: list[Block] = []
    inside: list[int] = []
    cut: list[int] = []
    for number, block in enumerate(mended):
        starts = places.get(number)
        if not starts:
            pieces.append(block)
            continue
        parts = _parts(block.passage, starts)
        first = len(pieces)
        pieces.extend(Block(part, block.depth, block.prominent) for part in parts)
        inside.extend(range(first + 1, len(pieces)))
        cut.extend(range(first, len(pieces) - 1))
    return Pieces(tuple(pieces), frozenset(inside), frozenset(cut))


def _parts(passage: Passage, starts: Sequence[int]) -> list[Passage]:
    """The passage divided before each of the places, without the blanks between the parts."""
    text = passage.text
    parts = []
    for begin, end in zip([0, *starts], [*starts, len(text)], strict=True):
        words = text[begin:end]
        first = begin + len(words) - len(words.lstrip())
        last = begin + len(words.rstrip())
        if first < last:
            parts.append(passage.slice(first, last))
    return parts


def _add_shortcomings(blocks: Sequence[Block], places: dict[int, list[int]]) -> None:
    """Divide what a work report owns up to from the text before it, where whole chapters stand in one block."""
    if not blocks or not is_work_report("".join(block.passage.text[:_LONGEST_LINE] for block in blocks[:_TOP])):
        return
    for number, starts in places.items():
        text = blocks[number].passage.text
        if len(starts) >= _FLATTENED and len(text) >= _LONG:
            inside = [at for at in places_inside(text) if at > starts[0]]
            places[number] = sorted({*starts, *inside})


def _title_length(blocks: Sequence[Block], places: dict[int, list[int]]) -> int:
    """How much of a first block that runs on into the report is the report's title; 0 where it is not told."""
    if not blocks or blocks[0].depth is not None:
        return 0
    text = blocks[0].passage.text
    found = _TITLE.match(text[: _LONGEST_LINE + 1]) if len(text) > _LONGEST_LINE else None
    starts = places.get(0)
    return found.end() if found and (not starts or found.end() <= starts[0]) else 0


def _mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a label that a line break tore apart put together again with what follows it."""
    mended: list[Block] = []
    for block in blocks:
        before = mended[-1].passage if mended else None
        if before is not None and len(before.text) <= _LONGEST_TORN and _TORN.match(before.text):
            words = block.passage.text
            if block.depth is None and _MENDED.match(before.text + words[:_LONGEST_TORN]) and not _stands(before.text):
                mended[-1] = Block(_joined(before, block.passage), mended[-1].depth, block.prominent)
                continue
        mended.append(block)
    return mended


def _stands(words: str) -> bool:
    """Whether the words are a label by themselves, so that nothing was torn."""
    return _MENDED.fullmatch(words) is not None


def _joined(first: Passage, second: Passage) -> Passage:
    shift = len(first.text)
    return Passage(first.text + second.text, (*first.runs, *((at + shift, source) for at, source in second.runs)))
