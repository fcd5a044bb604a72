"""Where a line may break: UAX #14 as ICU applies it to Chinese, stricter about numbers, dashes and interpuncts.

A text is a row of *pieces*: runs of plain Han, which may break after every character, and *units*, which a line never
parts (a word, a number with its measure word, a character with the marks around it), each with the blanks that follow.
"""

import re
from collections.abc import Iterator
from functools import cache

from tourview.typeset.alphabet import Reduced, reduced
from tourview.typeset.classes import (
    ATTACHED,
    BLANK,
    BREAK_AFTER,
    BREAK_BEFORE,
    CLOSE,
    CLOSE_NARROW,
    COMBINING,
    CURRENCY,
    DASH,
    EXCLAIM,
    GLUE,
    HYPHEN,
    INFIX,
    JOINER,
    LEADER,
    LETTER,
    NARROW,
    NONSTARTER,
    NOT_WORD,
    OBJECT,
    OPEN,
    OPEN_NARROW,
    POSTFIX,
    PREFIX,
    QUOTE,
    QUOTE_FINAL,
    QUOTE_INITIAL,
    QUOTE_NEUTRAL,
    REGIONAL,
    SLASH,
    ZERO_WIDTH_JOINER,
)
from tourview.typeset.numbers import HAN_NUMERAL, NUMERAL, ORDINAL, TAIL, WIDE_DIGIT

#: The longest run of plain Han taken as one piece, so that no single match is long.
_RUN = 4096


def _plain_han() -> str:
    """The Han characters that nothing holds to the next one: all but the numerals."""
    holes = sorted(map(ord, HAN_NUMERAL.replace("〇", "") + ORDINAL))
    starts, ends = [0x4E00, *(hole + 1 for hole in holes)], [*(hole - 1 for hole in holes), 0x9FFF]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True) if a <= b)


def _numbers() -> str:
    """What a number goes on with: LB25, and our rules for its unit, ordinals, Chinese and full-width numbers."""
    wide = f"{HAN_NUMERAL}{WIDE_DIGIT}"
    rules = (
        f"(?<=[0-9])[{INFIX}{SLASH}]*+(?:[{CLOSE}{CLOSE_NARROW}]?[{PREFIX}{POSTFIX}]|[0-9])",
        f"(?<=[{NUMERAL}])(?<!零)(?<![统唯]一){TAIL}",
        f"(?<=[{wide}])[{wide}]++",
        f"(?<=[{WIDE_DIGIT}][．，])[{WIDE_DIGIT}]",
        f"(?<={ORDINAL})[{BLANK}]?[{NUMERAL}]",
    )
    return "|".join(rules)


def _sure(plain: str) -> str:
    """Where a unit surely ends, unless it is a number: the common cases, which need not be tried against every rule."""
    holding = f"{OPEN}{PREFIX}{GLUE}{JOINER}{BREAK_BEFORE}{QUOTE}{ZERO_WIDTH_JOINER}"
    return (
        f"(?<![{holding}])[{plain}]|(?<=[{CLOSE}{EXCLAIM}])[{OPEN}{HAN_NUMERAL}{ORDINAL}]|(?<=[A-Za-z,.;:)]) [A-Za-z]"
    )


def _holding() -> str:
    """What a unit goes on with: each alternative is a rule of UAX #14 that forbids a break, or one of ours."""
    any_, blanks, latin_wide = f"(?:[{REGIONAL}]{{2}}|[^{BLANK}])", f"[{BLANK}]", "Ａ-Ｚａ-ｚ"
    wordless = f"{POSTFIX}{INFIX}{CLOSE_NARROW}{HYPHEN}"
    rules = (
        # LB20a, LB23, LB24, LB25, LB28, LB29, LB30: within words and numbers; after % , . : ) and a hyphen that begins
        # a word; a bracket or sign after a word.
        f"(?<=[{LETTER}{wordless}])(?:(?:(?<![{HYPHEN}])|(?<![^{BLANK}{GLUE}{OBJECT}][{HYPHEN}])(?![0-9]))[{LETTER}]++"
        f"|(?<![{wordless}])[{PREFIX}{OPEN_NARROW}])",
        # LB13, LB15c, LB15d: never before a closing mark, even after blanks.
        f"{blanks}*+[{CLOSE}{CLOSE_NARROW}{EXCLAIM}{SLASH}]|{blanks}++[{INFIX}](?![0-9])",
        # LB9, LB11, LB12a, LB19, LB21, LB22: never before these where no blank stands between; ours: · and ～.
        f"[{INFIX}{NONSTARTER}{HYPHEN}{BREAK_AFTER}{LEADER}{ATTACHED}{COMBINING}{JOINER}{QUOTE_NEUTRAL}{QUOTE_FINAL}·～]",
        f"(?<![{HYPHEN}{BREAK_AFTER}])[{GLUE}]",
        # LB23a, LB24: a sign after a word or Chinese, that is, after none of these.
        f"(?<![{NOT_WORD}])[{POSTFIX}]",
        # Ours: a sum and its currency, a word of full-width letters.
        f"(?<=[{CURRENCY}]){blanks}[0-9]|(?<=RMB|CNY|USD|EUR){blanks}?[0-9]|(?<=[{latin_wide}])[{latin_wide}]++",
        # LB14: never after an opening mark, even over blanks.
        f"(?<=[{OPEN}]){blanks}*+{any_}",
        # LB8a, LB11, LB12, LB19, LB21: never after these.
        f"(?<=[{ZERO_WIDTH_JOINER}{GLUE}{JOINER}{BREAK_BEFORE}{QUOTE_NEUTRAL}{QUOTE_INITIAL}]){any_}",
        # LB19a: between East Asian characters ‘ opens and ’ closes.
        f"[{QUOTE_INITIAL}](?:(?![^{NARROW}])|(?<![^{NARROW}].))",
        f"(?<=[{QUOTE_FINAL}])(?:(?<![^{NARROW}].){any_}|(?!{blanks})[{NARROW}])",
        # LB15a, LB15b: the blanks inside « quotation marks ».
        f"(?<=[{QUOTE_INITIAL}])(?<![^{BLANK}{OPEN}{QUOTE}{GLUE}][{QUOTE_INITIAL}]){blanks}++{any_}",
        f"{blanks}++[{QUOTE_FINAL}](?=[{BLANK}{GLUE}{JOINER}{CLOSE}{CLOSE_NARROW}{QUOTE}{EXCLAIM}{INFIX}{SLASH}]|\\Z)",
        # LB16, LB17, and ours: a pair of dashes, or a connecting dash in Chinese, never starts a line.
        f"(?<=[{CLOSE}{CLOSE_NARROW}]){blanks}++[{NONSTARTER}]|(?<=[{DASH}]){blanks}*+[{DASH}]",
        f"—(?:(?=—)|(?<=[0-9].)|(?<=[^{NARROW}].))",
        # LB23a, LB24, LB25: after a sign before a number, anything but what opens a new piece; a minus sign.
        f"(?<=[{PREFIX}])[^{PREFIX}{POSTFIX}{OPEN}{DASH}{BREAK_BEFORE}{OBJECT}{REGIONAL}{BLANK}]|(?<=-)[0-9]",
        f"(?<=[{PREFIX}{POSTFIX}])[{OPEN}](?=[{INFIX}]?[0-9])",
    )
    return "|".join(rules)


@cache
def _piece() -> Reduced:
    """The one expression: a run of plain Han (group `loose`), else a unit with the blanks after it.

    Compiled when first used, as it takes some milliseconds.
    """
    plain = _plain_han()
    loose = f"[{plain}]{{1,{_RUN}}}(?=[{plain}{OPEN}{HAN_NUMERAL}{ORDINAL}0-9A-Za-z])"
    closing = f"[{CLOSE}{CLOSE_NARROW}{EXCLAIM}{SLASH}]|[{INFIX}](?![0-9])"
    first = f"(?:[{REGIONAL}]{{2}}|[^{BLANK}]|[{BLANK}]++(?={closing}))"
    unit = f"{first}(?:{_numbers()}|(?!{_sure(plain)})(?:{_holding()}))*+[{BLANK}]*+"
    return reduced(f"(?P<loose>{loose})|{unit}|[{BLANK}]++", re.DOTALL)


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """The pieces of a text, in order; a match tells the place, not the words."""
    piece = _piece()
    return piece.pattern.finditer(text.translate(piece.reduction))


def break_offsets(text: str) -> Iterator[int]:
    r"""Every offset where a line of `text` may break, in order, the end of a text that is not empty among them.

    Follows UAX #14 as ICU tailors it for Chinese (“ opens, ” closes), and is stricter in that a number is never parted
    from its unit, nor a pair of dashes from the character before it, and that · and ～ never start a line. "\n" and its
    like are blanks: soft breaks, which an opening or closing mark forbids as it does at a space.

    Args:
        text: A paragraph, of any length; offsets count its code points.

    Yields:
        Offsets from 1 to `len(text)`, ascending; a break comes after the blanks that it is at.
    """
    for piece in _pieces(text):
        if piece.lastgroup:
            yield from range(piece.start() + 1, piece.end() + 1)
        else:
            yield piece.end()


def units(text: str) -> tuple[list[int], list[int]]:
    """Where the units of `text` begin and end: a line may break anywhere but strictly inside one of them.

    Args:
        text: A paragraph, or a stretch of one that begins where a line may begin.

    Returns:
        The starts and the ends, in two lists of one length, ascending; plain Han between two units is in neither.
    """
    starts: list[int] = []
    ends: list[int] = []
    for piece in _pieces(text):
        if not piece.lastgroup:
            start, end = piece.span()
            starts.append(start)
            ends.append(end)
    return starts, ends
