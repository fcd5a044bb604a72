"""Amounts in English text: 1.2 million square metres, US$ 3 bn, more than 60, ranked 3rd, from two storeys to five."""

import re
from collections.abc import Iterator
from functools import cache
from math import prod

from tourview.readers.portions import matches
from tourview.report import Progress, fold
from tourview.structure.figures import quantities
from tourview.structure.figures.amount import Amount
from tourview.structure.figures.quantities import LONGEST, Value

_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "bn": 10**9,
    "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "tens": 10,
}  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth"
_VALUES = (
    {word: value for value, word in enumerate(_ONES.split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
    | {word: value for value, word in enumerate(_PLACES.split(), 1)}
)
_CURRENCY = re.compile(r"(?:us\$|hk\$|\$|€|£|¥|(?<![a-z])(?:rmb|cny|usd|eur)) ?$")
_CURRENCY_ENDS = frozenset("$€£¥bydr")
_CURRENCIES = {
    "us$": "US dollars", "usd": "US dollars", "hk$": "HK dollars", "$": "dollars", "€": "euros", "eur": "euros",
    "£": "pounds", "¥": "yuan", "rmb": "yuan", "cny": "yuan",
}  # fmt: skip
_UNITS = (
    r"(?:square|cubic) (?:kilo|centi)?(?:met(?:re|er)|mile|f(?:oo|ee)t)s?|(?:kilo|centi|milli)?met(?:re|er)s?|miles?"
    r"|hectares?|acres?|mu|k?m[²2³3]|km|m|tonnes?|tons?|(?:kilo)?grams?|kg|lit(?:re|er)s?"
    r"|(?:kilo|mega|giga)watt(?:[- ]hour)?s?|[kmgt]wh|[kmg]w|kv"
    r"|percentage points?|per ?cent|%|‰|℃|°c|degrees|(?:us )?dollars?|yuan|euros?|pounds?"
    r"|people|persons?|households?|storeys?|stor(?:ies|eyed|ey)|floors?|times|fold"
    r"|(?:working )?days?|years?|months?|weeks?|hours?|minutes?"
)
_QUALIFIER = re.compile(
    r"(?<![a-z])(?:nearly|almost|about|around|approximately|roughly|some|over|under|below|above"
    r"|(?:more|less|fewer) than|at least|at most|up to|close to|little more than|as many as|not more than|not less than"
    r"|exceeding) (?:the )?$"
)
_SYMBOL = 4
"""Letters of the longest unit that keeps its case: MW, GWh."""
_TRAILING = re.compile(r" or (?:more|less)| ?\+")
_RANKED = re.compile(
    r"(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|c[oa]mes?|came|stood|stands) (?:it |them )?(?:in |at |up )?(?:the )?$"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NOT_BEFORE = re.compile(
    rf"(?:(?<![a-z])(?:no\.?|number|article|section|chapter|table|figure|phase|page|part|item|annex|appendix|box|act"
    rf"|version|tel|fax|route|highway|line|stage|step|class|grade|level|type|form|rule|{_MONTHS}"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)|[#§№]) ?$"
)
_MONTH_AFTER = re.compile(
    r"(?:st|nd|rd|th)?(?: (?:and|to) \d{1,2}(?:st|nd|rd|th)?|[-–]\d{1,2})?,? (?:of )?"
    rf"(?:{_MONTHS})(?![a-z])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FUNCTION_WORDS = (" and ", " or ", " to ", " in ", " of ", " the ", " at ", " on ", " by ", " is ", " was ")
_WINDOW = re.compile(r"(?:last|past|next|coming|previous|recent|first|these|those|each|every) $")
_LINK = re.compile(r"(?:, |,? and |,? or |[-–—]| to )\d|,? (?:and|or|to) ")
_ARTICLE = re.compile(r"(?:^|[^a-z])the $")


@cache
def _numbers() -> re.Pattern[str]:
    words = "|".join(sorted((*_ONES.split(), *_TENS.split()), key=len, reverse=True))
    scales = "hundred|thousand|million|billion|trillion|mn|bn"
    unit = rf"(?:[ -]?(?P<unit>(?:{_UNITS})(?:/(?:{_UNITS}|hour|h|year|person))?)(?![a-z\d]))?"
    return re.compile(
        r"(?P<quoted>(?<![^\s(])\"(?=\S)[^\"\n]{1,100}\")"
        r"|(?P<ordinal>(?<![\w.,-])(?P<place>\d{1,3})(?:st|nd|rd|th)(?![a-z])"
        rf"|(?<![a-z-])(?P<named>{_PLACES.replace(' ', '|')})(?![a-z-]))"
        r"|(?P<digits>(?<![\w./+×*#&=@:])\d++(?:,\d{3}(?!\d)){0,6}+(?:\.\d++)?)"
        rf"(?:[ -]?(?P<times>{scales})(?![a-z]))?{unit}"
        r"|(?P<crowd>(?<![a-z-])(?:tens|hundreds|thousands|millions|billions)"
        rf"(?: of (?:hundreds|thousands|millions|billions))?)(?: of (?P<crowded>{_UNITS})(?![a-z\d]))?"
        r"|(?P<half>(?<![a-z-])half (?:an? )(?P<halved>year|hour|day|million|billion))(?![a-z])"
        rf"|(?P<word>(?<![a-z-])(?:{words})(?:-(?:{_ONES.replace(' ', '|')}))?)(?![a-z])"
        rf"(?:[ -](?P<grown>{scales})(?![a-z]))?(?:[ -](?:short |whole |full )?(?P<of>{_UNITS})(?![a-z\d]))?"
    )


def english_amounts(text: str, progress: Progress | None = None) -> Iterator[Amount]:
    """Every amount of an English text in reading order.

    A number in digits counts whatever is named after it (`24 firms`: unit empty); a number word only with a unit.

    Args:
        text: English text, a passage as the report has it.
        progress: Told the share of the text done after each portion; may raise to cancel.
    """
    folded = fold(text)
    for found in matches(_numbers(), folded, progress):
        amount = _amount(folded, text, found)
        if amount:
            yield amount


def _amount(folded: str, text: str, found: re.Match[str]) -> Amount | None:
    if found["quoted"] or found.end() - found.start() > 6 * LONGEST:
        return None
    if found["ordinal"]:
        return _rank(folded, found)
    if found["digits"]:
        return _in_digits(folded, text, found)
    if found["crowd"]:
        factors = found["crowd"].split(" of ")
        value = prod(_SCALES[word] for word in factors)
        return _made(folded, found, value, unit=found["crowded"], qualifier=factors[0])
    return _half(folded, found) if found["half"] else _in_words(folded, found)


def _half(folded: str, found: re.Match[str]) -> Amount:
    halved = found["halved"]
    if halved in _SCALES:
        return _made(folded, found, _SCALES[halved] // 2)
    return _made(folded, found, 0.5, unit=halved)


def _rank(folded: str, found: re.Match[str]) -> Amount | None:
    if not _RANKED.search(folded[max(0, found.start() - 24) : found.start()]):
        return None
    return Amount(found.start(), found.end(), int(found["place"] or _VALUES[found["named"]]), "place")


def _in_digits(folded: str, text: str, found: re.Match[str]) -> Amount | None:
    unit, start, end = found["unit"], found.start(), found.end()
    before = folded[max(0, start - 14) : start]
    # Most numbers of a table count nothing by themselves; they are to cost little.
    currency = _CURRENCY.search(before) if before.rstrip(" ")[-1:] in _CURRENCY_ENDS else None
    counts = bool(unit or currency or found["times"]) or _names(folded, text, end, before)
    if not counts and not _LINK.match(folded, end) and not before.endswith(("from ", " to ")):
        return None
    if not _is_quantity(folded, found, before, currency is not None):
        return None
    value: Value = quantities.arabic(found["digits"])
    if not counts:
        return Amount(start, end, value, "", bare=True)
    factor = _SCALES[found["times"]] if found["times"] else 1
    if unit and len(unit) <= _SYMBOL:
        unit = text[found.start("unit") : found.end("unit")]
    return _made(folded, found, quantities.whole(value * factor), unit=unit, factor=factor, currency=currency)


def _is_quantity(folded: str, found: re.Match[str], before: str, priced: bool) -> bool:
    """Whether digits are no date, year, document number, code or part of a word."""
    digits, unit, end = found["digits"], found["unit"], found.end()
    after = folded[end : end + 1]
    if len(digits) > LONGEST or _NOT_BEFORE.search(before) or _MONTH_AFTER.match(folded, end):
        return False
    if after and ((after.isascii() and after.isalnum()) or after in "/+×*:@#=\\°"):
        return False
    plain = digits.isdecimal() and not found["times"] and not priced and unit != "%"
    if plain and (digits[0] == "0" or (not unit and _YEAR.fullmatch(digits))):
        return False
    return not (unit and _is_window(before, unit))


def _names(folded: str, text: str, end: int, before: str) -> bool:
    """Whether something is counted by a number without unit, not called by it (24 firms, but the 85 Factory)."""
    after = text[end + 1 : end + 2]
    if after.isupper() and _ARTICLE.search(before):
        return False
    if not folded.startswith(" ", end) or folded.startswith(_FUNCTION_WORDS, end):
        return False
    return after.isascii() and after.isalpha()


def _in_words(folded: str, found: re.Match[str]) -> Amount | None:
    tens, _dash, ones = found["word"].partition("-")
    value: Value = _VALUES[tens] + (_VALUES[ones] if ones else 0)
    unit = found["of"]
    before = folded[max(0, found.start() - 14) : found.start()]
    if unit and (_is_window(before, unit) or folded.startswith(" plan", found.end())):
        return None
    if value == 1 and not found["grown"] and unit and not before.endswith(("than ", "only ", "least ", "just ")):
        return None
    factor = _SCALES[found["grown"]] if found["grown"] else 1
    if not unit and not found["grown"]:
        return Amount(found.start(), found.end("word"), value, "", bare=True) if value > 1 else None
    return _made(folded, found, value * factor, unit=unit, factor=factor)


def _is_window(before: str, unit: str) -> bool:
    return unit.endswith(("year", "years", "month", "months", "week", "weeks", "day", "days")) and bool(
        _WINDOW.search(before)
    )


def _made(
    folded: str,
    found: re.Match[str],
    value: Value,
    *,
    unit: str | None = None,
    qualifier: str | None = None,
    factor: int = 1,
    currency: re.Match[str] | None = None,
) -> Amount:
    """The amount with its currency before it and the qualifiers around it."""
    start, end = found.start(), found.end()
    if currency:
        start -= len(currency[0])
        unit = unit if unit and unit != "m" else _CURRENCIES[currency[0].strip()]
    word = _QUALIFIER.search(folded[max(0, start - 24) : start])
    trailing = _TRAILING.match(folded, end)
    if word:
        start -= len(word[0])
        qualifier = qualifier or word[0].removesuffix("the ").strip()
    if trailing:
        end = trailing.end()
        qualifier = qualifier or trailing[0].strip()
    return Amount(start, end, value, unit or "", qualifier, factor)
