"""The values of numbers as reports write them: 1,200, 1.2万亿, 一百零五亿, 三点五万, 数万, 三五."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_VAGUE = "数几"
LONGEST = 20
"""Characters of the longest number that is a quantity; a longer one is a code."""

Value = int | float


def arabic(digits: str, scale: str = "") -> Value:
    """The value of `1,200.5` times its scale, exact where a float can hold it, and whole where it is whole.

    Args:
        digits: ASCII digits, with a comma before every third and a decimal point, or without.
        scale: 十, 百, 千, 万 and 亿, multiplied with each other: 万亿.
    """
    if digits.isdecimal():
        return int(digits) * times(scale)
    units, _point, part = digits.replace(",", "").partition(".")
    return _shifted(int(units + part), len(part), times(scale))


def times(scale: str) -> int:
    """What 十, 百, 千, 万, 亿, multiplied with each other, come to; 1 for none."""
    product = 1
    for char in scale:
        product *= _SCALES[char]
    return product


def whole(value: Value) -> Value:
    """A product of a decimal number rid of the error of its factors, whole where it is whole: 1.1 × 1000 is 1100."""
    near = round(value, 6)
    return int(near) if near == int(near) else near


def _shifted(number: int, places: int, factor: int) -> Value:
    divisor: int = 10**places
    quotient, remainder = divmod(number * factor, divisor)
    return quotient if not remainder else number * factor / divisor


def han(numeral: str) -> Value | None:
    """The value of a Chinese numeral: 二十三, 一百零五亿, 三点五万, 百余 without its 余; None where it is none.

    A vague one has the smallest value it may stand for, counted in its scale: 数万 and 几万 are 10,000, 十几 is 10. One
    that opens with its scale has it once: 千 is 1,000. Digits in a row (二〇一四) are a year or a code, and no value.
    """
    whole, _point, part = numeral.partition("点")
    if part:
        digits = part.rstrip("十百千万亿")
        head = _whole(whole)
        if head is None or not digits or any(char not in _DIGITS for char in digits):
            return None
        decimals = int("".join(str(_DIGITS[char]) for char in digits))
        return _shifted(head * 10 ** len(digits) + decimals, len(digits), times(part[len(digits) :]))
    return _whole(whole)


def _whole(numeral: str) -> int | None:
    total = section = 0
    digit: int | None = None
    for char in numeral:
        if char in _SCALES:
            scale = _SCALES[char]
            if scale < 10_000:
                section += (1 if digit is None else digit) * scale
            else:
                section += digit or 0
                total = (total + section) * scale if scale > total > 0 else total + (section or 1) * scale
                section = 0
            digit = None
        elif char in _VAGUE:
            if digit is not None:
                return None
            digit = 1 if not total and not section else 0
        else:
            if digit:
                return None
            digit = _DIGITS[char]
    return total + section + (digit or 0)


def neighbours(numeral: str) -> tuple[int, int] | None:
    """The two values that digits in a row stand for where one says "two or three": 两三, 三五, 五六十, 七八百.

    Args:
        numeral: A Chinese numeral.

    Returns:
        The lesser and the greater; None where the numeral is not such a pair.
    """
    if len(numeral) < 2 or numeral[0] not in _DIGITS or numeral[1] not in _DIGITS:
        return None
    low, high, factor = _DIGITS[numeral[0]], _DIGITS[numeral[1]], numeral[2:]
    if not 0 < low < high or high - low > 2 or any(char not in _SCALES for char in factor):
        return None
    return low * times(factor), high * times(factor)
