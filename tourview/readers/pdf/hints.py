"""What a PDF states about its structure: the headings in its outline, the title among its properties."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tourview.readers.pdf.paragraphs import Paragraph
from tourview.report import fold

Bookmark = tuple[int, str, int]
"""The level, from 1, the title and the page, from 0 (-1: none), of an entry of the outline."""

_LONGEST = 200
_NOISE = re.compile(r"[\W_]+")
_LABEL = re.compile(r"[（(]?第?[\d.一二三四五六七八九十]{1,8}[章节条、.．)）\s]\s*")
_FIRST_PARAGRAPHS = 12  # among which a title stands
_NEAR = 1  # pages that a bookmark may be off


def depths_of(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """The heading level of each paragraph that an entry of the outline names, by its place.

    Entries name paragraphs in reading order; one that names none is passed over.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.chrome and len(paragraph.text) <= _LONGEST:
            places[_squeezed(paragraph.text)].append(place)
            label = _LABEL.match(paragraph.text)
            if label:
                places[_squeezed(paragraph.text[label.end() :])].append(place)
    depths: dict[int, int] = {}
    behind = 0
    for level, title, page in bookmarks:
        same = places.get(_squeezed(title), [])
        ahead = same[bisect_left(same, behind) :] if _squeezed(title) else []
        found = [place for place in ahead if page < 0 or abs(paragraphs[place].page - page) <= _NEAR]
        if found:
            depths[found[0]] = level
            behind = found[0] + 1
    return depths


def title_of(title: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """The title among a PDF's properties where the text opens with it; programs put file names and worse there."""
    wanted = _squeezed(title)
    opening = [_squeezed(paragraph.text) for paragraph in paragraphs[:_FIRST_PARAGRAPHS] if not paragraph.chrome]
    joined = [*opening, *(before + after for before, after in pairwise(opening))]
    return " ".join(title.split()) if wanted and wanted in joined else None


def _squeezed(text: str) -> str:
    return _NOISE.sub("", fold(text))
