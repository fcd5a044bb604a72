"""The report's title: which lines before the first chapter it stands in, and where it is repeated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePath

from tourview.readers.document import Block, Document
from tourview.readers.widths import columns
from tourview.report import fold, squeezed
from tourview.structure.outline.lines import names_office
from tourview.structure.outline.openings import Opening

_LONGEST = 110  # columns of a title line
_SHORTEST = 10  # columns, below which a line is taken for a button of the web page it came from
_LINES = 40  # lines from the top among which the title is looked for
_NOT_A_TITLE = re.compile(
    r"[。!;,:…]$|[>»]|文件$|发表于|\||^[【\[(—-]|^(?:来源|时间|日期|作者|发布|编辑|责任编辑|字号|字体|date|from|to|by|author|source)\s*:"
    r"|^\W*$|^[\d\s年月日时分:./-]+$"
)
_PROSE = re.compile(r"[。!?]|\.\s")
_OFFICE = re.compile(r"(?:委员会|办公室|政府|局|委|厅|院|党组|ministry|department|office|commission)$")
_REPORT_WORD = re.compile(
    r"(?:报告|汇报|总结|方案|意见|计划|纪要|讲话|材料|体会|心得|规划|要点|通知|建议|感悟|启示|见闻|白皮书)(?:\(.*\))?$"
    r"|\b(?:report|review|summary|notes|minutes|findings|memo)\b"
)
_SUBTITLE = re.compile(r"(?:—|--)\s*\S.*(?:发言|讲稿)(?:\(.*\))?$")
_HELD = re.compile(r"\d{1,2}\s?月\s?\d{1,2}\s?日")
_FIRST_LINE = re.compile(r"^(?:关于|赴)|^.{0,20}赴.{2,40}$|^.{0,12}关于.+$")


@dataclass(frozen=True, slots=True)
class Title:
    """The title's words, the blocks it stands in, and the blocks before the first chapter that repeat it."""

    text: str
    blocks: tuple[int, ...] = ()
    repeats: tuple[int, ...] = ()


def title_of(document: Document, openings: Sequence[Opening]) -> Title:
    """The title: what the document's first heading, its metadata or its first lines say; else the file's name.

    Args:
        document: The document.
        openings: Its openings; the first may be the title itself, see `title_headings`.
    """
    blocks = document.blocks
    own: tuple[int, ...]
    headings = title_headings(blocks, openings)
    if headings:
        first = openings[0]
        text, own = blocks[first.block].passage.text, (first.block,)
        end = openings[headings].block if len(openings) > headings else len(blocks)
    else:
        end = openings[0].block if openings else len(blocks)
        own = () if document.metadata.title else _title_lines(blocks, min(end, _LINES))
        text = (
            document.metadata.title
            or "".join(blocks[place].passage.text for place in own)
            or PurePath(document.source.name).stem
        )
    wanted = squeezed(text)
    same = tuple(
        place
        for place in range(end)
        if place not in own
        and len(blocks[place].passage.text) <= 2 * len(text) + 20
        and squeezed(blocks[place].passage.text) == wanted
    )
    if not own and same:
        own, same = same[:1], same[1:]
    below = [place + 1 for place in (*own[-1:], *same) if place + 1 < end]
    subtitle = next((place for place in below if _is_subtitle(blocks[place].passage.text)), None)
    if subtitle is not None:
        text, own = text + blocks[subtitle].passage.text, (*own, subtitle)
    return Title(text, own, same)


def _is_subtitle(text: str) -> bool:
    """Whether a line is the second half of a title: two dashes, and a word of reports at the end.

    One that says on which day a speech was held is none.
    """
    words = fold(text) if len(text) <= _LONGEST else ""
    if not words.startswith(("—", "--")) or _PROSE.search(words) or _HELD.search(words):
        return False
    return _REPORT_WORD.search(words) is not None or _SUBTITLE.match(words) is not None


def title_headings(blocks: Sequence[Block], openings: Sequence[Opening]) -> int:
    """How many of the first openings are the title and its repeats; 0 where it is no heading.

    They are where the document's first block is a heading of depth 1 and there is no other of that depth, but for such
    as say the same again before the first chapter.
    """
    if not openings or openings[0].block != 0:
        return 0
    wanted = squeezed(blocks[0].passage.text)
    first = takewhile(
        lambda opening: opening.depth == 1 and squeezed(blocks[opening.block].passage.text) == wanted, openings
    )
    count = sum(1 for _opening in first)
    others = [opening for opening in openings[count:] if opening.depth == 1]
    told = openings[0].style is None and (
        all(opening.style is not None for opening in others) or _REPORT_WORD.search(fold(blocks[0].passage.text))
    )
    return count if told or not others else 0


def _title_lines(blocks: Sequence[Block], end: int) -> tuple[int, ...]:
    """The block, or two blocks, among the first `end` that look like the title."""
    fallback: tuple[int, ...] = ()
    above = ""
    for place in range(end):
        words = _line(blocks[place])
        if not words or _PROSE.search(words):
            break
        before, above = above, words
        if _NOT_A_TITLE.search(words):
            continue
        below = _line(blocks[place + 1]) if place + 1 < end else ""
        if _is_subtitle(below):
            return (place,)
        if _REPORT_WORD.search(words):
            split = place > 0 and place - 1 in fallback and _FIRST_LINE.search(before)
            return (place - 1, place) if split else (place,)
        if _FIRST_LINE.search(words) and _ends_title(below):
            return (place, place + 1)
        above_title = (names_office(words) or below.startswith(("关于", "赴"))) and _ends_title(below)
        if columns(words) >= _SHORTEST and not above_title and not _OFFICE.search(words):
            return (place,)
        fallback = fallback or (place,)
    return fallback


def _line(block: Block) -> str:
    """A block's words, folded, where they are short enough for a title; else ""."""
    text = block.passage.text
    return fold(text) if len(text) <= _LONGEST and columns(text) <= _LONGEST else ""


def _ends_title(words: str) -> bool:
    return bool(_REPORT_WORD.search(words)) and not _NOT_A_TITLE.search(words)
