"""The numbers of markers: Chinese, formal Chinese, Roman, circled, bracketed, Arabic, English words."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2}
_DIGITS |= {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"壱": 1, "貳": 2, "弍": 2, "參": 3, "叄": 3, "陸": 6}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SIGNS = (  # numbers that are one code point: first, last, and the number of the first
    ("①", "⑳", 1),
    ("❶", "❿", 1),
    ("⓵", "⓾", 1),
    ("㈠", "㈩", 1),
    ("㊀", "㊉", 1),
    ("⑴", "⒇", 1),
    ("⒈", "⒛", 1),
    ("Ⅰ", "Ⅻ", 1),
)


def chinese(numeral: str) -> int:
    """The value of a Chinese numeral below one thousand: 一, 十二, 二十, 一百零三, 壹; 廿 is not among them."""
    total = digit = 0
    for char in numeral:
        if char in _TENS:
            total += max(digit, 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def roman(numeral: str) -> int:
    """The value of an upper-case Roman numeral, by the rule that a smaller one before a larger one is taken off."""
    values = [_ROMAN[char] for char in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def sign(char: str) -> int | None:
    """The number that one code point is, as ③ or ㈢ or ⒊ or Ⅲ; None for any other."""
    return next((ord(char) - ord(first) + low for first, last, low in _SIGNS if first <= char <= last), None)


def any_numeral(numeral: str) -> int:
    """The value of a numeral in any of the scripts that markers use, full-width digits included."""
    if numeral.isdecimal():
        return int(numeral)
    single = sign(numeral[0])
    if single is not None:
        return single
    if numeral.lower() in _WORDS:
        return _WORDS.index(numeral.lower()) + 1
    if numeral[0] in _ROMAN:
        return roman(numeral)
    return chinese(numeral)


def letter(char: str) -> int:
    """The place of a Latin letter in the alphabet, from 1."""
    return ord(char.lower()) - ord("a") + 1
