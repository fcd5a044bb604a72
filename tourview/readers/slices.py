"""Passages built from slices of the source."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from tourview.report import Passage, Span

_WIDE_BY_CONTEXT = "“”‘’…—·"  # of ambiguous width in Unicode, full width in Chinese text


def single(text: str, start: int, end: int) -> Passage:
    """The passage text[start:end)."""
    return Passage(text[start:end], ((0, start),))


def joined(text: str, slices: Iterable[Span]) -> Passage:
    """The passage made of non-empty slices of the text, in order; slices that touch become one run."""
    merged: list[Span] = []
    for start, end in slices:
        if merged and merged[-1][1] == start:
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    runs: list[tuple[int, int]] = []
    length = 0
    for start, end in merged:
        runs.append((length, start))
        length += end - start
    return Passage("".join(text[start:end] for start, end in merged), tuple(runs))


def unwrapped(text: str, spans: Iterable[Span]) -> list[Span]:
    """The slices that make one paragraph of the spans, with what must stand between two lines.

    Between two wide characters the line break and the indentation go; elsewhere the LF itself stays, as the blank
    between two words, so that the paragraph remains a concatenation of source slices.

    Args:
        text: The source.
        spans: Lines without surrounding blanks, or parts of lines; none of them empty.
    """
    slices: list[Span] = []
    for start, end in spans:
        newline = text.find("\n", slices[-1][1], start) if slices else -1
        if newline >= 0 and not (is_wide(text[slices[-1][1] - 1]) and is_wide(text[start])):
            slices.append((newline, newline + 1))
        slices.append((start, end))
    return slices


def is_wide(char: str) -> bool:
    """Whether the character takes two columns in Chinese text."""
    return char in _WIDE_BY_CONTEXT or east_asian_width(char) in "WF"
