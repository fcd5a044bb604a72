"""The numbers of markers: Chinese, Roman, circled, Arabic."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def chinese(numeral: str) -> int:
    """The value of a Chinese numeral below one thousand: 一, 十二, 二十, 一百零三; 廿 is not among them."""
    total = digit = 0
    for char in numeral:
        if char in "十百":
            total += max(digit, 1) * (10 if char == "十" else 100)
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
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    if numeral[0] in _ROMAN:
        return roman(numeral)
    if "a" <= numeral <= "z":
        return ord(numeral) - ord("a") + 1
    return chinese(numeral)
