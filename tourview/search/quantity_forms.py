"""In which other ways a quantity may be written: 102万 is 1020000, 1,020,000 and 一百零二万, too, and 3% is 百分之三.

What is typed stays what it is; a term that is a number, with its unit or without, is found in these forms besides. So
they are looked for on the text, as what is typed is, in one report and in a library alike.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tourview.report import Span
from tourview.search.chinese_numbers import DIGITS, LIMIT, NUMERALS, reading, value
from tourview.search.folded import CHUNK
from tourview.search.quantity import units
from tourview.search.query import Term

_MANY = "[多余来]?"
_BEGIN_DIGITS = r"(?<![\d第].)(?<!\d[.,].)"
_BEGIN_WORDS = rf"(?<![{NUMERALS}点数几第\d].)"
"""What must not stand before the character that was just matched. A look back from behind it, not from before it, lets
`re` skip to where one of the forms may begin, which makes a search ten times as fast."""
_NOT_AFTER_DIGITS = rf"(?!\s?{_MANY}(?:[十百万亿]|千(?![瓦米克伏卡])))(?![.,]?\d)"
_NOT_AFTER_WORDS = f"(?![{NUMERALS}点])"
_ARABIC = r"(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?P<decimals>\.\d{1,6})?"
_WORDS = f"(?P<words>[{NUMERALS}]{{1,20}})(?:点(?P<parts>[{DIGITS}]{{1,4}}))?"
_REST = r"(?P<scale>万亿|[十百千]?[万亿]|[百千]|thousand|million|billion|trillion)?(?P<unit>\D*)"
_TYPED = f"{_ARABIC}(?P<rest>.*)"
_HUNDREDTHS = f"百分之(?:{_ARABIC}|{_WORDS})"
_IN_WORDS = f"{_WORDS}(?P<rest>.*)"
_SCALES = {
    **dict(zip(("百", "千", "万", "十万", "百万", "千万", "亿"), (10**power for power in range(2, 9)), strict=True)),
    **dict(zip(("十亿", "百亿", "千亿", "万亿"), (10**power for power in range(9, 13)), strict=True)),
    **dict(zip(("thousand", "million", "billion", "trillion"), (10**3, 10**6, 10**9, 10**12), strict=True)),
}
_WRITTEN_SCALES = ("", "千", "万", "亿", "万亿", "thousand", "million", "billion")
"""Scales that reports write numbers in."""
_PERCENT = ("%", "percent")
_MOST_DECIMALS = 4
_LOOK_BACK = 2
_LOOK_AHEAD = 80
"""Code points before a match and from its beginning on that a pattern looks at, at the most."""
_LEAST_SCALED = Decimal("0.1")
_LEAST = 1000
"""A smaller number without a unit is just what is typed: 15 is not every 十五."""


class Form(NamedTuple):
    """A way to write a quantity.

    Attributes:
        patterns: What it may look like, for folded text; each begins with a plain character.
        words: Folded words without blanks that a text with it has.
    """

    patterns: tuple[str, ...]
    words: tuple[str, ...]


def written(
    text: str, pattern: re.Pattern[str], stretches: Iterable[Span], tick: Callable[[int], None]
) -> Iterator[Span]:
    """The spans that a pattern matches in each stretch of folded text, which it sees nothing beyond.

    Args:
        text: The folded text.
        pattern: As `pattern_of` gives it.
        stretches: Where, from left to right.
        tick: Told how many more code points were looked through; may raise to end the search.
    """
    for begin, end in stretches:
        behind = begin
        for start in range(begin, end, CHUNK):
            limit = min(start + CHUNK, end)
            first = max(begin, start - _LOOK_BACK)
            window = text[first : min(limit + _LOOK_AHEAD, end)]
            for found in pattern.finditer(window, max(start, behind) - first):
                if found.start() + first >= limit:
                    break
                behind = found.end() + first
                yield found.start() + first, behind
            tick(limit - start)


class _Quantity(NamedTuple):
    amount: Decimal
    unit: str


@lru_cache(maxsize=256)
def forms_of(term: Term) -> tuple[Form, ...]:
    """The ways to write the quantity that a term is; nothing if it is none, or is in quotation marks."""
    quantity = None if term.quoted or not all(term.loose) else _quantity("".join(term.parts))
    if quantity is None or (not quantity.unit and quantity.amount < _LEAST):
        return ()
    if quantity.unit in _PERCENT:
        return tuple(_hundredths(quantity.amount))
    return (*_in_digits(quantity), *_in_words(quantity))


@lru_cache(maxsize=256)
def pattern_of(term: Term) -> re.Pattern[str] | None:
    """The pattern of all these ways; None if there is none."""
    forms = forms_of(term)
    return re.compile("|".join(pattern for form in forms for pattern in form.patterns)) if forms else None


def _quantity(text: str) -> _Quantity | None:
    """The quantity that folded text without blanks states; None if it is not just one."""
    found = re.fullmatch(_HUNDREDTHS, text)
    if found:
        amount = _digits(found) if found["digits"] else _words(found)
        return _Quantity(amount, "%") if amount else None
    found = re.fullmatch(_TYPED, text)
    amount = _digits(found) if found else None
    if found is None:
        found = re.fullmatch(_IN_WORDS, text)
        amount = _words(found) if found else None
        if found is None or not (found["rest"] or text[-1] in "万亿"):
            return None
    if not amount:
        return None
    if not found["rest"] or found["rest"] in units():
        return _Quantity(amount, found["rest"])
    rest = re.fullmatch(_REST, found["rest"])
    if rest is None or rest["scale"] is None or (rest["unit"] and rest["unit"] not in units()):
        return None
    return _Quantity(amount * _SCALES[rest["scale"]], rest["unit"])


def _digits(found: re.Match[str]) -> Decimal:
    return Decimal(found["digits"].replace(",", "") + (found["decimals"] or ""))


def _words(found: re.Match[str]) -> Decimal | None:
    whole = value(found["words"]) if found["words"] != DIGITS[0] else 0
    if whole is None:
        return None
    parts = "".join(str(DIGITS.index(char)) for char in found["parts"] or "")
    return Decimal(f"{whole}.{parts}") if parts else Decimal(whole)


def _in_digits(quantity: _Quantity) -> Iterator[Form]:
    for scale in _WRITTEN_SCALES:
        for digits in _written(quantity.amount / _SCALES.get(scale, 1), bool(scale)):
            between = rf"\s?{_MANY}{scale}" if scale else ""
            unit = rf"{_MANY}\s?{re.escape(quantity.unit)}" if quantity.unit else _NOT_AFTER_DIGITS
            words = tuple(filter(None, (digits, scale, quantity.unit)))
            yield Form(_begun(_any_zeros(digits) + between + unit, _BEGIN_DIGITS), words)


def _written(number: Decimal, scaled: bool) -> Iterator[str]:
    """A number in digits, and with commas; nothing if nobody would write it so."""
    number = number.normalize()
    exponent = number.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if decimals > _MOST_DECIMALS or (scaled and number < _LEAST_SCALED):
        return
    yield f"{number:f}"
    if number >= _LEAST:
        yield f"{number:,f}"


def _any_zeros(digits: str) -> str:
    """The pattern of digits with any zeros behind the point."""
    return re.escape(digits) + ("0{0,4}" if "." in digits else r"(?:\.0{1,4})?")


def _in_words(quantity: _Quantity) -> Iterator[Form]:
    unit = rf"{_MANY}\s?{re.escape(quantity.unit)}" if quantity.unit else _NOT_AFTER_WORDS
    for words, scale in _spoken(quantity.amount):
        between = f"{_MANY}{scale}" if scale else ""
        needed = (*_certain(words), *filter(None, (scale, quantity.unit)))
        patterns = (_begun(way + between + unit, _BEGIN_WORDS)[0] for way in _any_words(words))
        yield Form(tuple(patterns), needed)


def _spoken(amount: Decimal) -> Iterator[tuple[str, str]]:
    """A number in words, and the scale behind them: 一百零二 and 万, 一点五 and 亿, 十五 and nothing."""
    if amount == amount.to_integral_value() and amount < LIMIT:
        words = reading(int(amount))
        scale = words[-1] if words[-1] in "万亿" else ""
        yield words.removesuffix(scale), scale
    for scale in ("", "万", "亿"):
        number = (amount / _SCALES.get(scale, 1)).normalize()
        whole, _point, parts = f"{number:f}".partition(".")
        if parts and len(parts) <= _MOST_DECIMALS and int(whole) < LIMIT and (int(whole) or not scale):
            yield f"{reading(int(whole))}点{''.join(DIGITS[int(digit)] for digit in parts)}", scale


def _begun(pattern: str, begin: str) -> tuple[str, ...]:
    """The pattern, with what must not stand before it."""
    return (pattern[0] + begin + pattern[1:],)


def _any_words(words: str) -> Iterator[str]:
    """The patterns of a number in words, by the two ways to say 2, 0 and 10."""
    rest = words[1:].replace("二", "[二两]").replace(DIGITS[0], f"[{DIGITS[0]}〇]")
    for first in {"二": "二两", DIGITS[0]: f"{DIGITS[0]}〇"}.get(words[0], words[0]):
        yield first + rest
    if words[0] == "十":
        yield f"一十{rest}"


def _certain(words: str) -> list[str]:
    """The parts of a number in words that can be said in one way only."""
    return [part for part in re.split(f"[二{DIGITS[0]}]", words) if part]


def _hundredths(amount: Decimal) -> Iterator[Form]:
    for digits in _written(amount, scaled=False):
        number = _any_zeros(digits)
        for sign, pattern in (("%", r"\s?%"), ("percent", r"\s?percent"), ("per", r"\s?per\scent")):
            yield Form(_begun(number + _MANY + pattern, _BEGIN_DIGITS), (digits, sign))
        yield Form((rf"百分之{number}(?![.,]?\d)",), ("百分之" + digits,))
    for words, scale in _spoken(amount):
        if not scale:
            patterns = (f"百分之{way}{_NOT_AFTER_WORDS}" for way in _any_words(words))
            yield Form(tuple(patterns), ("百分之", *_certain(words)))
