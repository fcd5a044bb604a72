"""The numbers of Word's automatic numbering, as Word writes them (ECMA-376 part 1, 17.18.59, ST_NumberFormat).

A number beyond a format's signs is written in decimal, as the standard says; so is one in a format of a script that
Chinese reports do not use.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

_LARGEST = 32767  # the largest number Word counts to
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "〇一二三四五六七八九"
_ROUND_DIGITS = "○一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Counting:
    """A way of counting in words: digits from zero, then ten, a hundred, a thousand and ten thousand.

    `one` tells whether 100 is 一百 or 百, `zero` whether 101 is 一百零一 or 一百一, `one_ten` whether 10 is 一十.
    """

    digits: str
    units: str
    one: bool = True
    zero: bool = True
    one_ten: bool = False

    def write(self, number: int) -> str:
        """The number, from 1 to 99,999, in words."""
        words, gap = "", False
        for digit, unit in zip(map(int, f"{number:05}"), (*reversed(self.units), ""), strict=True):
            if not digit:
                gap = bool(words)
                continue
            words += self.digits[0] if gap and self.zero else ""
            words += "" if self._is_silent(digit, unit, first=not words) else self.digits[digit]
            words += unit
            gap = False
        return words

    def _is_silent(self, digit: int, unit: str, *, first: bool) -> bool:
        """Whether a one is not said: that of 十一, or that of any unit but the highest where `one` is False."""
        if digit != 1 or not unit:
            return False
        return (not self.one and unit != self.units[-1]) or (first and unit == self.units[0] and not self.one_ten)


_CHINESE = _Counting("零一二三四五六七八九", "十百千万")
_JAPANESE = _Counting("〇一二三四五六七八九", "十百千万", one=False, zero=False)
_LEGAL_SIMPLIFIED = _Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟萬", one_ten=True)
_LEGAL_TRADITIONAL = _Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", one_ten=True)


def written(number: int, number_format: str) -> str:
    """A number in one of Word's formats.

    Args:
        number: As counted.
        number_format: The name of the format, `chineseCounting` and the like; one not known is taken for decimal.
    """
    if number_format in ("none", "bullet"):
        return ""
    write = _FORMATS.get(number_format)
    return write(number) if write and 1 <= number <= _LARGEST else str(number)


def zero_padded(number: int, pattern: str) -> str:
    """A number in a custom format such as `001, 002, 003, ...`: decimal, as wide as its first item."""
    return str(number).zfill(min(len(pattern.partition(",")[0].strip()), 8))


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        words += sign * count
    return words


def _letter(number: int) -> str:
    """A to Z, then AA, BB, and so on."""
    repeats, place = divmod(number - 1, len(_LATIN))
    return _LATIN[place] * (repeats + 1)


def _lower(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: write(number).lower()


def _placed(digits: str, number: int) -> str:
    """The number digit by digit."""
    return "".join(digits[int(digit)] for digit in str(number))


def _counted(digits: str, number: int) -> str:
    """十, 十一 and 二十 below a hundred; from there on digit by digit."""
    return _CHINESE.write(number) if number < 100 else _placed(digits, number)


def _among(signs: str, number: int) -> str:
    """The sign in that place; decimal beyond the last."""
    return signs[number - 1] if number <= len(signs) else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    """The signs of a stretch of Unicode."""
    return partial(_among, "".join(chr(ord(first) + place) for place in range(count)))


def _sexagenary(number: int) -> str:
    """甲子, 乙丑 … 癸亥; decimal beyond sixty."""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": _lower(_roman),
    "upperLetter": _letter,
    "lowerLetter": _lower(_letter),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": partial(_placed, "０１２３４５６７８９"),
    "decimalFullWidth2": partial(_placed, "０１２３４５６７８９"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographDigital": partial(_placed, _DIGITS),
    "japaneseDigitalTenThousand": partial(_placed, _DIGITS),
    "taiwaneseDigital": partial(_placed, _ROUND_DIGITS),
    "chineseCounting": partial(_counted, _ROUND_DIGITS),
    "taiwaneseCounting": partial(_counted, _ROUND_DIGITS),
    "chineseCountingThousand": _CHINESE.write,
    "taiwaneseCountingThousand": _CHINESE.write,
    "japaneseCounting": _JAPANESE.write,
    "chineseLegalSimplified": _LEGAL_SIMPLIFIED.write,
    "ideographLegalTraditional": _LEGAL_TRADITIONAL.write,
    "ideographTraditional": partial(_among, _STEMS),
    "ideographZodiac": partial(_among, _BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
}
