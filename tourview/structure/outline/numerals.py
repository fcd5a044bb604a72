"""The numbers of markers: Chinese, formal Chinese, Roman, circled, bracketed, Arabic, English words."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2}
_DIGITS |= {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"壱": 1, "貳": 2, "弍": 2, "參": 3, "叄": 3, "陸": 6}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ROWS = ("①⑳", "❶❿", "⓵⓾", "㈠㈩", "㊀㊉", "⑴⒇", "⒈⒛", "ⅠⅫ")  # the first and the last of each
_SIGNS = {
    chr(code): number for row in _ROWS for number, code in enumerate(range(ord(row[0]), ord(row[1]) + 1), start=1)
}


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


def any_numeral(numeral: str) -> int:
    """The value of a numeral in any of the scripts that markers use, full-width digits included."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral[0] in _SIGNS:
        return _SIGNS[numeral[0]]
    if numeral[0] in _TENS or numeral[0] in _DIGITS:
        return chinese(numeral)
    if numeral.lower() in _WORDS:
        return _WORDS.index(numeral.lower()) + 1
    return roman(numeral)


def letter(char: str) -> int:
    """The place of a Latin letter in the alphabet, from 1."""
    return ord(char.lower()) - ord("a") + 1
