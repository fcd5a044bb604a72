r"""Terminal cells: how wide a text is drawn, and what is drawn for it.

A paragraph is drawn one character for one, so that a column leads back to an offset of the source; `visible` is the one
place where a character is drawn as another: a soft line end, a control character, half a surrogate pair.
"""

import re
from functools import cache
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size, set_cell_size, split_graphemes

#: Characters of two cells each: kana, Han, full-width forms, CJK punctuation (not all there are, but the common ones).
_TWO_CELLS = re.compile("[\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*+")

#: A joiner and the emoji selector make a character's width depend on its neighbours.
_ZERO_WIDTH_JOINER = "\u200d"
_EMOJI_SELECTOR = "\ufe0f"

_WIDE = "\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003fffd"
_QUOTED = "“”‘’…—·"
_UNDRAWABLE = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Widths(dict[str, int]):
    """Rich's width of each character, looked up once."""

    def __missing__(self, character: str) -> int:
        width = self[character] = get_character_cell_size(character)
        return width


_widths = _Widths()


def cell_width(text: str) -> int:
    """The number of terminal cells that `text` takes, as Rich and Textual count them.

    Agrees with `rich.cells.cell_len` for every text; control characters count nothing there, nor here.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _TWO_CELLS.fullmatch(text):
        return 2 * len(text)
    if _ZERO_WIDTH_JOINER in text or _EMOJI_SELECTOR in text:
        return cell_len(text)
    return sum(map(_widths.__getitem__, text))


def shortened(text: str, width: int) -> str:
    """The text in at most `width` cells, its end cut off and two dots put for it where it is longer.

    Two dots, not an ellipsis: that one is two cells wide in some terminals, and would push away what follows.
    """
    if cell_width(text) <= width:
        return text
    return set_cell_size(set_cell_size(text, max(0, width - 2)).rstrip() + "..", width).rstrip()


def cell_columns(text: str) -> list[int]:
    """The column where each character of `text` begins, and last the column where the text ends.

    The characters of a joined sequence, after its first, begin where the sequence ends, as marks of no width do.
    """
    if _ZERO_WIDTH_JOINER not in text and _EMOJI_SELECTOR not in text:
        return list(accumulate(map(_widths.__getitem__, text), initial=0))
    widths = [0] * len(text)
    for start, _, width in split_graphemes(text)[0]:
        widths[start] = width
    return list(accumulate(widths, initial=0))


@cache
def _soft_break_in_chinese() -> re.Pattern[str]:
    """A line end that takes no room; compiled when there is one, for few texts have any."""
    return re.compile(
        f"(?<=[{_WIDE}])\n++(?=[{_WIDE}{_QUOTED}])|(?<=[{_QUOTED}])\n++(?=[{_WIDE}])"
        f"|(?<=[{_WIDE}][,.;:!?)])\n++(?=[{_WIDE}])"
    )


def _drawn(match: re.Match[str]) -> str:
    """The visible stand-in for a character that a terminal must not get."""
    code = ord(match[0])
    if code in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def visible(text: str) -> str:
    r"""What is drawn for `text`, of the same length: character i of the result stands for character i of the source.

    A line end ("\n") is a soft break: between Chinese characters it takes no room (U+200B), elsewhere it is a space, as
    are tabs and the other separators of lines. Control characters show as their pictures (U+2400 to U+2421); C1
    controls, the controls of text direction and lone surrogates as U+FFFD. So nothing in a file reaches the terminal
    as a command.

    Args:
        text: A paragraph, or a line of it as `wrap` cut it.

    Returns:
        A text of `len(text)` code points that is safe to print.
    """
    if not _UNDRAWABLE.search(text):
        return text
    if "\n" in text:
        text = _soft_break_in_chinese().sub(lambda ends: "\u200b" * len(ends[0]), text)
    return _UNDRAWABLE.sub(_drawn, text)
