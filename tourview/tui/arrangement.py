"""How the room is shared out between outline and reader."""

from typing import NamedTuple

NARROW = 72
"""Columns below which outline and reader take turns."""

LOW = 30
"""Rows below which blank ones are saved."""

_ROOMY = 100
"""Columns from which the text has a wider margin."""

_LEAST, _USUAL = 31, 35
"""Columns of the outline: at the least, and where there is room."""

_RIGHT = 2
"""Columns right of the text: a gap and the ruler."""


class Arrangement(NamedTuple):
    """Who gets how much.

    Attributes:
        narrow: Whether outline and reader take turns.
        outline: Columns of the outline; 0 where it has none beside the reader.
        left: Columns left free before the text; in the last two of them the reader marks its lines.
    """

    narrow: bool
    outline: int
    left: int


USUAL = Arrangement(narrow=False, outline=_USUAL, left=3)
"""What the style sheet begins with: a terminal of 120 columns and a Chinese report."""


def arrange(columns: int, measure: int, longest: int, *, zoomed: bool) -> Arrangement:
    """Share out the columns: the text has its measure first, the outline what is left, as far as it has use for it.

    Args:
        columns: The terminal's.
        measure: The longest line of the text, in cells.
        longest: The outline's longest row, in cells.
        zoomed: Whether the reader is alone; its text is centred then.
    """
    if columns < NARROW:
        return Arrangement(narrow=True, outline=0, left=2)
    left = 3 if columns >= _ROOMY else 2
    if zoomed:
        return Arrangement(narrow=False, outline=0, left=max(left, (columns - measure - _RIGHT) // 2))
    spare = columns - measure - left - _RIGHT
    return Arrangement(narrow=False, outline=max(_LEAST, min(spare, max(_USUAL, longest))), left=left)
