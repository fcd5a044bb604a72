"""Horizontal bars of block characters, or of plain ones where the terminal has no others."""

import sys

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_PLAIN = "#"


def bar(share: float, width: int) -> str:
    """A bar for a share of a whole, as the output can show it; anything above zero is seen.

    Args:
        share: From 0 to 1.
        width: The cells of a whole one.
    """
    share = min(1.0, share)
    if not uses_blocks():
        return _PLAIN * max(1 if share > 0 else 0, round(share * width))
    eighths = max(1 if share > 0 else 0, round(share * width * 8))
    return _EIGHTHS[8] * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def uses_blocks() -> bool:
    """Whether the output's encoding has block characters, to the eighth of a cell."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith(("utf", "gb18030"))
