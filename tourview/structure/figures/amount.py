"""A number with what belongs to it, before it is known whether it is a figure."""

from typing import NamedTuple

from tourview.structure.figures.quantities import Value


class Amount(NamedTuple):
    """A number with what belongs to it; offsets count in the text that was looked through.

    A tuple, since there may be very many and most are soon let go.

    Attributes:
        start: Where its qualifier begins, or its number.
        end: Behind its measure word and what qualifies it there.
        value: In base units.
        unit: The measure word; empty where there is none.
        qualifier: 多, 近, 余, 约 or the word as written.
        scale: What the written digits were multiplied with.
        to: The greater value where the words themselves give two: 三五个.
        bare: Whether it is a number alone, which counts only together with another amount (15、22个百分点).
    """

    start: int
    end: int
    value: Value
    unit: str
    qualifier: str | None = None
    scale: int = 1
    to: Value | None = None
    bare: bool = False
