"""Which markers are real: a number counts where its sequence shows that somebody was numbering.

一、 (一) 第一章 一是 are taken at their word. `1.` and its like are not: a year, a decimal or a sum may stand at the
head of a line, so these must start at one and go on, or stand before a short heading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tourview.readers.document import Block
from tourview.readers.widths import columns
from tourview.report import Progress
from tourview.structure.headings import has_words
from tourview.structure.markers import DECIMALS, RELIABLE, Marker, Style, marker_of

_SHORT = 60  # columns of a heading that may stand numbered all alone
_SENTENCE_ENDS = ("。", "；", ";", "！", "？", "!", "?", "，", ",")
_BLOCKS = 4096  # between two words of progress
_MOST_SKIPPED = 2  # a sequence that jumps further is another one


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block and the marker it opens with."""

    block: int
    marker: Marker


def numbered_blocks(blocks: Sequence[Block], progress: Progress | None = None) -> list[Numbered]:
    """The blocks that open with a marker to be believed, in reading order.

    Args:
        blocks: The document's blocks.
        progress: Told the share done; may raise to cancel.
    """
    candidates = _candidates(blocks, progress)
    refused: set[int] = set()
    open_runs: dict[tuple[Style, tuple[int, ...]], list[Numbered]] = {}
    for candidate in candidates:
        marker = candidate.marker
        if marker.style in RELIABLE:
            continue
        key = (marker.style, marker.above)
        run = open_runs.get(key, [])
        if marker.number == 1 and _may_start(marker, open_runs):
            refused.update(_lone([run], blocks))
            open_runs[key] = [candidate]
        elif run and 0 <= marker.number - run[-1].marker.number <= _MOST_SKIPPED:
            run.append(candidate)
        else:
            refused.add(candidate.block)
    refused.update(_lone(open_runs.values(), blocks))
    return [candidate for candidate in candidates if candidate.block not in refused]


def _candidates(blocks: Sequence[Block], progress: Progress | None) -> list[Numbered]:
    found: list[Numbered] = []
    for number, block in enumerate(blocks):
        if progress and number % _BLOCKS == 0:
            progress(number / len(blocks))
        marker = marker_of(block.passage.text)
        if marker and (has_words(block.passage.text, marker.after) or _stands_alone(marker)):
            found.append(Numbered(number, marker))
    return found


def _stands_alone(marker: Marker) -> bool:
    """Whether a label without words after it may still be one: its heading is the next line."""
    return marker.style in RELIABLE and marker.style.is_heading


def _may_start(marker: Marker, open_runs: dict[tuple[Style, tuple[int, ...]], list[Numbered]]) -> bool:
    """Whether a sequence may start here: 3.1 only where the last whole number was 3, if there was any."""
    if marker.style not in DECIMALS:
        return True
    outer = Style.POINT if marker.style is Style.DECIMAL else Style(marker.style - 1)
    run = open_runs.get((outer, marker.above[:-1]))
    return run is None or run[-1].marker.number == marker.above[-1]


def _lone(runs: Iterable[list[Numbered]], blocks: Sequence[Block]) -> list[int]:
    """The blocks of sequences that have one member only, unless it is a short heading."""
    return [run[0].block for run in runs if len(run) == 1 and not _is_short(blocks[run[0].block].passage.text)]


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT and columns(text) <= _SHORT and not text.endswith(_SENTENCE_ENDS)
