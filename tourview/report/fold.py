"""The 1:1 mapping under which text is compared: length never changes, so an offset in one is an offset in the other."""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("fold.txt")
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_TO_HALF = 0xFF01 - 0x21
_CHUNK = 1 << 16
"""Code points folded in one call: about 3 ms, so that another thread is not kept waiting."""

_MARKS = {
    **dict.fromkeys(map(ord, "“”„‟〝〞「」"), ord('"')),
    **dict.fromkeys(map(ord, "‘’‚‛『』"), ord("'")),
    **dict.fromkeys(map(ord, "\u3000\u00a0"), ord(" ")),
    **str.maketrans("￠￡￢￤￥￦", "¢£¬¦¥₩"),
}
"""Quotation marks of every style to the ASCII ones, wide and no-break spaces to a space, full-width signs to half."""


class _Folding(dict[int, int]):
    """What each code point folds to; fills itself as code points are met.

    `str.translate` is twice as fast with a code point that is in the table, changed or not, than with a missing one.
    """

    def __missing__(self, code: int) -> int:
        narrow = chr(code - _FULL_TO_HALF if code in _FULL_WIDTH else code)
        lower = narrow.lower()
        self[code] = folded = ord(lower if len(lower) == 1 else narrow)
        return folded


def fold(text: str) -> str:
    """The text as it is compared, code point for code point, so that `len(fold(text)) == len(text)`.

    Traditional characters become simplified, each by itself (OpenCC's t2s); full-width ASCII (U+FF01 to U+FF5E, `，`
    among it), the wide space and the full-width currency signs become half-width; quotation marks of any style become
    `"` and `'`; letters become lower case where that is one code point. `。` and `、` have no ASCII form and stay.
    Folding what is folded changes nothing.
    """
    if len(text) <= _CHUNK:
        return _fold_chunk(text)
    return "".join(_fold_chunk(text[begin : begin + _CHUNK]) for begin in range(0, len(text), _CHUNK))


def squeezed(text: str) -> str:
    """The text folded and without its blanks: what two printings of the same words share."""
    return "".join(fold(text).split())


def _fold_chunk(chunk: str) -> str:
    return chunk.lower() if chunk.isascii() else chunk.translate(_folding())


@cache
def _folding() -> _Folding:
    lines = _TABLE.read_text("utf-8").splitlines()
    traditional, simplified = (line for line in lines if not line.startswith("#"))
    return _Folding(str.maketrans(traditional, simplified) | _MARKS)
