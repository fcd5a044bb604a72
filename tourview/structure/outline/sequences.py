"""Which markers are real: a number counts where its sequence shows that somebody was numbering.

一、 (一) 第一章 一是 are taken at their word. `1.` and its like are not: a year, a decimal or a sum may stand at the
head of a line, so these must start at one and go on, or stand before a short heading.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tourview.readers.document import Block
from tourview.readers.widths import columns
from tourview.report import Progress
from tourview.structure.outline.headings import has_words, split_heading
from tourview.structure.outline.markers import DECIMALS, RELIABLE, Marker, Style, marker_of

_SHORT = 60  # columns of a heading that may stand numbered all alone
_STOPS = ("。", "：", ".", ":")
_SENTENCE_ENDS = ("。", "；", ";", "！", "？", "!", "?", "，", ",")
_BLOCKS = 4096  # between two words of progress
_MOST_SKIPPED = 2  # a sequence that jumps further is another one
_NEEDS_COMPANY = frozenset((Style.BARE, Style.CAPITAL, Style.LETTER, Style.ROMAN))
"""Styles that a word or an initial looks like: never believed of one line alone."""
_Key = tuple[Style, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block and the marker it opens with."""

    block: int
    marker: Marker


def numbered_blocks(
    blocks: Sequence[Block],
    progress: Progress | None = None,
    sure: Collection[int] = (),
    barred: Collection[int] = (),
) -> list[Numbered]:
    """The blocks that open with a marker to be believed, in reading order.

    Args:
        blocks: The document's blocks.
        progress: Told the share done; may raise to cancel.
        sure: The blocks whose markers have been found to be real already.
        barred: The blocks that are no part of the outline: a contents page, a list of attachments.
    """
    candidates = [candidate for candidate in _candidates(blocks, progress) if candidate.block not in barred]
    refused: set[int] = set()
    open_runs: dict[_Key, list[Numbered]] = {}
    for candidate in candidates:
        marker = candidate.marker
        key = _key(marker)
        run = open_runs.get(key, [])
        believed = (marker.style in RELIABLE and marker.firm) or candidate.block in sure
        if marker.number == 1 and (believed or _may_start(marker, open_runs)):
            refused.update(_lone([run], blocks))
            open_runs[key] = [candidate]
        elif run and 0 <= marker.number - run[-1].marker.number <= _MOST_SKIPPED:
            run.append(candidate)
        elif believed:
            refused.update(_lone([run], blocks))
            open_runs[key] = [candidate]
        else:
            refused.add(candidate.block)
    refused.update(_lone(open_runs.values(), blocks))
    refused.difference_update(sure, list(_starts_of_known_lists(candidates, refused, blocks)))
    return [candidate for candidate in candidates if candidate.block not in refused]


def _starts_of_known_lists(
    candidates: Sequence[Numbered], refused: Collection[int], blocks: Sequence[Block]
) -> Iterator[int]:
    """The refused blocks that open with 1. and a short sentence, where the document has such lists of more than one."""
    known = {item.marker.style for item in candidates if item.marker.number > 1 and item.block not in refused}
    for item in candidates:
        marker = item.marker
        if item.block in refused and marker.number == 1 and marker.style in known - _NEEDS_COMPANY:
            text = blocks[item.block].passage.text
            split = split_heading(text, marker.after)
            closed = split is not None and split.body is not None and text[split.end : split.end + 1] in _STOPS
            if split and closed and columns(text[split.start : split.end]) <= _SHORT:
                yield item.block


def _key(marker: Marker) -> _Key:
    return marker.style, marker.above, marker.word if marker.style is Style.TERM else ""


def _candidates(blocks: Sequence[Block], progress: Progress | None) -> list[Numbered]:
    found: list[Numbered] = []
    for number, block in enumerate(blocks):
        if progress and number % _BLOCKS == 0:
            progress(number / len(blocks))
        marker = marker_of(block.passage.text)
        if marker and (has_words(block.passage.text, marker.after) or _stands_alone(marker)) and _is_fit(marker, block):
            found.append(Numbered(number, marker))
    return found


def _is_fit(marker: Marker, block: Block) -> bool:
    """Whether the line is such as its style asks for: one numbered by a bare number is a short heading."""
    return marker.style is not Style.BARE or _is_short(block.passage.text)


def _stands_alone(marker: Marker) -> bool:
    """Whether a label without words after it may still be one: its heading is the next line."""
    return (marker.style in RELIABLE or marker.style is Style.TERM) and marker.style.is_heading


def _may_start(marker: Marker, open_runs: dict[_Key, list[Numbered]]) -> bool:
    """Whether a sequence may start here: 3.1 only where the last whole number was 3, if there was any."""
    if marker.style not in DECIMALS:
        return True
    if marker.style is not Style.DECIMAL:
        outer: tuple[Style, ...] = (Style(marker.style - 1),)
    else:
        outer = (Style.POINT, Style.BARE, Style.COMMA)
    runs = [run for style in outer if (run := open_runs.get((style, marker.above[:-1], "")))]
    return not runs or any(run[-1].marker.number == marker.above[-1] for run in runs)


def _lone(runs: Iterable[list[Numbered]], blocks: Sequence[Block]) -> list[int]:
    """The blocks of sequences that have one member only, unless it is a short heading or its style is plain enough."""
    return [
        run[0].block
        for run in runs
        if len(run) == 1
        and not (run[0].marker.style in RELIABLE and run[0].marker.firm)
        and (_needs_company(run[0].marker) or not _is_short(blocks[run[0].block].passage.text))
    ]


def _needs_company(marker: Marker) -> bool:
    return marker.style in _NEEDS_COMPANY or (marker.style in RELIABLE and not marker.firm)


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT and columns(text) <= _SHORT and not text.endswith(_SENTENCE_ENDS)
