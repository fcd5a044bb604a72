"""Headings with a colon in them: （一）长沙：把街巷当客厅来管。 names whom it tells of, and says what.

Where a colon mostly ends a heading, here the sentence ends soon after it, and a paragraph follows.
"""

import re
from collections.abc import Sequence

from tourview.readers.document import Block
from tourview.readers.widths import columns
from tourview.structure.outline.headings import Split, split_at, split_heading
from tourview.structure.outline.markers import Marker
from tourview.structure.outline.names import names_nothing

_COLONS = frozenset("：:")
_COLON = re.compile("[：:]")
_LONGEST_NAME = 28  # columns before the colon
_LONGEST_SAYING = 40  # columns between the colon and the end of the sentence
_SAYING = re.compile(r"(?P<saying>[^。！？!?；;：:\n]{2,40})[。！？]+(?=\s*\S)")
_TELLS = re.compile(
    r"指|是指|即|是|为|系|由|有的|位于|该|参观|考察|走访|察看|看了|调研|听取|实地|先后|主要|包括|分别|目前|现有|截至|一是|一要|第一|[一两三二四五]是"
)
"""What a name is explained with, or what was done there: a paragraph, no part of the heading."""
_MOST_CLAUSES = 2


def with_colon(text: str, after: int) -> Split | None:
    """The division of a numbered block whose lead sentence has a colon in it and is short; None for any other block.

    Args:
        text: The block.
        after: Where the words after the label begin.
    """
    split = _at_colon(text, after)
    if split is None or split.body is None:
        return None
    name = text[split.start : split.end]
    if name.isascii() or columns(name) > _LONGEST_NAME or names_nothing(name) or _TELLS.match(text, split.body):
        return None
    found = _SAYING.match(text, split.body)
    if found is None or columns(found["saying"]) > _LONGEST_SAYING:
        return None
    if len(re.split("[，,]", found["saying"])) > _MOST_CLAUSES:
        return None
    kept = text[found.end("saying")] in "！？"
    return split_at(text, after, found.end() if kept else found.end("saying"))


def blocks_with_colon(blocks: Sequence[Block], numbered: dict[int, Marker]) -> frozenset[int]:
    """The blocks that are divided behind the sentence with a colon in it.

    They are told by their siblings: where most of those with a colon have a short sentence behind it, it is a part of
    their headings.

    Args:
        blocks: The document's blocks.
        numbered: Those that open with a marker, in reading order, and the marker.
    """
    found: set[int] = set()
    for run in _runs(numbered):
        texts = {place: blocks[place].passage.text for place in run}
        colons = [place for place in run if _at_colon(texts[place], numbered[place].after) is not None]
        shaped = [place for place in colons if with_colon(texts[place], numbered[place].after)]
        if 3 * len(shaped) > 2 * len(colons):
            found.update(shaped)
    return frozenset(found)


def _at_colon(text: str, after: int) -> Split | None:
    """The division of a block at a colon; None where it is divided elsewhere."""
    if not _COLON.search(text, after, after + _LONGEST_NAME):
        return None
    split = split_heading(text, after)
    return split if split and split.body is not None and text[split.end : split.end + 1] in _COLONS else None


def _runs(numbered: dict[int, Marker]) -> list[list[int]]:
    """The blocks of each count: those of one style until it begins anew or one further out comes between."""
    runs: list[list[int]] = []
    open_runs: dict[tuple[int, str], list[int]] = {}
    for place, marker in numbered.items():
        if not marker.style.is_heading:
            continue
        key = (int(marker.style), marker.word)
        for other in [other for other in open_runs if other[0] > key[0]]:
            del open_runs[other]
        if marker.number == 1 or key not in open_runs:
            open_runs[key] = []
            runs.append(open_runs[key])
        open_runs[key].append(place)
    return runs
