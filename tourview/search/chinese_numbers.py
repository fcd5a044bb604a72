"""Whole numbers as Chinese words: 一百零二万."""

DIGITS = "零一二三四五六七八九"
NUMERALS = f"{DIGITS}〇两十百千万亿"
"""Every character of a number in words, folded."""
LIMIT = 10**12
"""What is told in words is less."""
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}


def reading(number: int) -> str:
    """The number in words, as it is read: 一百零二万, 十五, 二十亿.

    Raises:
        ValueError: If it is below 0, or not below `LIMIT`.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"not from 0 to 10^12: {number}")
    if number == 0:
        return DIGITS[0]
    words = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // size % 10**4
        if group:
            gap = words and (group < 1000 or words[-1] == DIGITS[0])
            words += ("零" if gap and words[-1] != DIGITS[0] else "") + _group(group) + name
        elif words and number % size:
            words += DIGITS[0]
    return words.removeprefix("一") if words.startswith("一十") else words


def value(words: str) -> int | None:
    """The number that words of `NUMERALS` tell; None if they tell none (三三, 万, 百十)."""
    total = group = digit = 0
    last = 10**12
    for char in words:
        if char in _VALUES:
            if digit:
                return None
            digit = _VALUES[char]
        elif char in _PLACES:
            group += (digit or (0 if group else 1)) * _PLACES[char]
            digit = 0
        else:
            group += digit
            if not group or _GROUPS[char] >= last:
                return None
            last = _GROUPS[char]
            total += group * last
            group = digit = 0
    found = total + group + digit
    return found or None


def _group(number: int) -> str:
    """A number of four digits at most in words; 一十 is not shortened."""
    words = ""
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += DIGITS[digit] + name
        elif words and number % place and not words.endswith(DIGITS[0]):
            words += DIGITS[0]
    return words
