"""The paragraph in which a work report owns up to shortcomings: a section without a number, of kind gap.

`shortcomings.toml` beside this module holds the words it is known by.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from tourview.readers.document import Block
from tourview.readers.portions import PORTION
from tourview.readers.widths import columns
from tourview.report import Kind, Passage, fold
from tourview.structure.outline.headings import split_at
from tourview.structure.outline.levels import ranks_of
from tourview.structure.outline.markers import Style
from tourview.structure.outline.openings import Opening

_FILE = Path(__file__).with_name("shortcomings.toml")
_LOOKED_AT = 160  # code points of a paragraph's beginning
_CUE_WITHIN = 48  # code points within which the cue ends
_NEAR = 12  # code points after the cue within which a word refuses it
_SHORTEST = 12  # code points of a paragraph that may be it
_LONGEST_SENTENCE = 100  # columns that a sentence may take as a heading
_LOOKS_BACK = "回顾"
_STOP = re.compile("[。！？!?:：；;]|$")
_CLAUSE = re.compile("[，,。！？!?:：；;]|$")


@dataclass(frozen=True, slots=True)
class _Words:
    cues: re.Pattern[str]
    refused: re.Pattern[str]
    wrongs: re.Pattern[str]
    reviews: re.Pattern[str]
    titles: re.Pattern[str]


@cache
def _words() -> _Words:
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return _Words(*(re.compile("|".join(map(re.escape, table[name]))) for name in _Words.__slots__))


def with_shortcomings(blocks: Sequence[Block], openings: Sequence[Opening], title: str) -> list[Opening]:
    """The openings, and among them those of paragraphs that own up to shortcomings, one a chapter at most.

    Args:
        blocks: The document's blocks.
        openings: What numbers and headings show.
        title: The report's title.
    """
    found = list(openings)
    for chapter in _reviews(openings, title):
        for place in _paragraphs(blocks, chapter):
            opening = _opening_at(place, blocks[place].passage)
            if opening and chapter[0]:
                found.append(replace(opening, review=chapter[0].block))
                break
    found.sort(key=lambda opening: opening.start)
    return found


def places_inside(text: str) -> list[int]:
    """Where sentences begin in a text that may own up to shortcomings, for a page that was run into one line.

    Args:
        text: The words of a block.
    """
    words = _words()
    found = []
    for start in range(0, len(text), PORTION):
        part = fold(text[start : start + PORTION + _LOOKED_AT])
        for cue in words.cues.finditer(part, 0, min(len(part), PORTION)):
            begin = max(part.rfind(mark, max(0, cue.start() - _CUE_WITHIN), cue.start()) for mark in "。!?") + 1
            sentence = part[begin : begin + _LOOKED_AT]
            owned = words.wrongs.search(sentence) and not words.refused.search(part, begin, cue.end() + _NEAR)
            if begin and owned and cue.end() - begin <= _CUE_WITHIN:
                found.append(start + begin)
    return found


def is_work_report(title: str) -> bool:
    """Whether a title, or the words a report begins with, are those of a work report."""
    return _words().titles.search(fold(title)) is not None


def _reviews(openings: Sequence[Opening], title: str) -> Iterator[list[Opening | None]]:
    """The openings of each chapter that looks back, with the one after its last; None at the end of the report.

    A part that holds a chapter which looks back is none itself. Where no heading of a work report says that its chapter
    does, it is the first one.
    """
    work_report = is_work_report(title)
    chapters = _chapters(openings)
    found = [extent for extent in chapters if _looks_back(openings[extent[0]], work_report)]
    if work_report and not found:
        found = [extent for extent in chapters if not openings[extent[0]].outermost][:1]
    for (start, end), (following, _end) in pairwise([*found, (len(openings), 0)]):
        if end <= following:
            yield [*openings[start:end], openings[end] if end < len(openings) else None]


def _chapters(openings: Sequence[Opening]) -> list[tuple[int, int]]:
    """The parts and the chapters of a report: the place of the opening of each, and of the one that ends it."""
    ranks = ranks_of(openings)
    proper = [rank for rank, opening in zip(ranks, openings, strict=True) if not _is_around(opening)]
    outermost = min(proper, default=0.0)
    places = [place for place, rank in enumerate(ranks) if rank <= outermost or openings[place].style is Style.PART]
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for place in places:
        while waiting and ranks[waiting[-1]] >= ranks[place]:
            ends[waiting.pop()] = place
        waiting.append(place)
    return [(place, ends.get(place, len(openings))) for place in places]


def _is_around(opening: Opening) -> bool:
    return opening.outermost or opening.style is Style.PART


def _looks_back(opening: Opening, work_report: bool) -> bool:
    heading = fold(opening.heading.text)
    return _words().reviews.search(heading) is not None and (work_report or _LOOKS_BACK in heading)


def _paragraphs(blocks: Sequence[Block], chapter: Sequence[Opening | None]) -> Iterator[int]:
    """The blocks of a chapter that are paragraphs, not headings."""
    for opening, after in pairwise(chapter):
        if opening is not None:
            yield from range(opening.last + 1, after.block if after else len(blocks))


def _opening_at(place: int, passage: Passage) -> Opening | None:
    """The opening of a paragraph that owns up to shortcomings; None for any other."""
    text = passage.text
    beginning = fold(text[:_LOOKED_AT])
    words = _words()
    cue = words.cues.search(beginning, 0, _CUE_WITHIN)
    if len(text) < _SHORTEST or cue is None or words.refused.search(beginning) or not words.wrongs.search(beginning):
        return None
    stop = _STOP.search(text, cue.end())
    end = stop.start() if stop else len(text)
    if columns(text[:end]) > _LONGEST_SENTENCE:
        clause = _CLAUSE.search(text, cue.end() + 1)
        end = clause.start() if clause else end
    split = split_at(text, 0, end)
    body = None if split.body is None else passage.slice(split.body, len(text))
    heading = passage.slice(split.start, split.end)
    return Opening(place, place, "", heading, body, passage.start, kind=Kind.GAP)
