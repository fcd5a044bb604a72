"""Whether a plain text was wrapped at a width, and which of its lines continue the one before.

Joining lines that belong apart does more harm than leaving a wrapped text as it is, so a text counts as wrapped only
where nearly all of its lines that have a next one in their paragraph come close to one width.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from tourview.readers.items import ITEM
from tourview.readers.widths import columns
from tourview.report import Span

_SAMPLE = 1 << 17  # characters that the decision looks at
_FEWEST = 6  # lines with a next one, below which nothing can be told
_NARROWEST, _WIDEST = 24, 132  # columns a text may have been wrapped at
_NEAR = 0.78  # of that width, which a full line reaches
_MOST_FULL = 0.85  # of the lines with a next one
_MOST_CLOSED = 0.4  # of them may end a sentence: chance alone makes some
_SENTENCE_END = tuple("。！？!?；;：:.”")
_ITEM = re.compile(rf"[-*•·—]\s*|{ITEM}|\d{{1,3}}(?:\.\d{{1,2}})*[.．、)）\s]|[①-⑳]|#{{1,6}}\s")
_WORD = re.compile(r"\S.*")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped: the columns that full lines come close to."""

    width: int

    @property
    def full(self) -> float:
        """The columns from which a line is full."""
        return self.width * _NEAR

    def continues(self, text: str, before: int, last: Span, at: int, line: Span) -> bool:
        """Whether a line goes on with the paragraph of the line before it.

        Args:
            text: The source.
            before: Where the line before begins, indentation included.
            last: Its words.
            at: Where the line begins.
            line: Its words.
        """
        blank_between = text.count("\n", last[1], at) > 1
        indented = columns(text[at : line[0]]) > columns(text[before : last[0]])
        hanging = indented and _ITEM.match(text, last[0])  # the second line of a list's item
        if blank_between or (indented and not hanging) or _ITEM.match(text, line[0]):
            return False
        return columns(text[before : last[1]]) >= self.full


def wrapping_of(text: str) -> Wrapping | None:
    """How the text was wrapped, by its first pages; None where it does not clearly look wrapped."""
    sample = text[:_SAMPLE]
    rows = sample.split("\n")
    if len(text) > _SAMPLE:
        rows.pop()
    pairs = [
        (row, following)
        for row, following in pairwise(rows)
        if row.strip() and following.strip() and not _opens_paragraph(row, following)
    ]
    inner = [row for row, _following in pairs]
    # The last line of a paragraph is no wider than the others: headings above prose are no lines of a wrapped text.
    longest = max((len(line) for pair in pairs for line in pair), default=0)
    if len(inner) < _FEWEST or longest > _WIDEST * 2:
        return None
    widths = sorted(columns(row.rstrip()) for row in inner)
    width = widths[len(widths) * 9 // 10]
    full = sum(reached >= width * _NEAR for reached in widths)
    closed = sum(row.rstrip().endswith(_SENTENCE_END) for row in inner)
    wrapped = full >= _MOST_FULL * len(inner) and closed <= _MOST_CLOSED * len(inner)
    widest = max(columns(line.rstrip()) for pair in pairs for line in pair)
    return Wrapping(width) if wrapped and _NARROWEST <= width <= _WIDEST and widest <= width * 1.3 else None


def _opens_paragraph(row: str, following: str) -> bool:
    """Whether the following row plainly opens a paragraph of its own: further indented, or an item of a list."""
    words = _WORD.search(following)
    indentation, before = words.start() if words else 0, len(row) - len(row.lstrip())
    hanging = _ITEM.match(row, before)
    return (indentation > before and not hanging) or bool(_ITEM.match(following, indentation))
