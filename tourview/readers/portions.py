"""Looking through a long text portion by portion, so that no single call keeps other threads waiting."""

import re
from collections.abc import Iterator

from tourview.report import Progress

PORTION = 1 << 18
"""Code points looked at in one call."""
_OVERLAP = 160  # the longest match that may begin in one portion and end in the next


def between(progress: Progress | None, start: float, end: float) -> Progress | None:
    """The progress of a part of the work, told as shares from `start` to `end` of the whole."""
    return None if progress is None else lambda share: progress(start + (end - start) * share)


def matches(pattern: re.Pattern[str], text: str, progress: Progress | None = None) -> Iterator[re.Match[str]]:
    """Every match of a pattern whose matches are at most 160 code points long, in reading order."""
    if progress is None and len(text) <= PORTION:
        return pattern.finditer(text)  # most texts are paragraphs, and there are many
    return _in_portions(pattern, text, progress)


def _in_portions(pattern: re.Pattern[str], text: str, progress: Progress | None) -> Iterator[re.Match[str]]:
    behind = 0
    for start in range(0, len(text), PORTION):
        end = min(start + PORTION, len(text))
        for found in pattern.finditer(text, max(start, behind), min(end + _OVERLAP, len(text))):
            if found.start() >= end:
                break
            behind = found.end()
            yield found
        if progress:
            progress(end / len(text))
