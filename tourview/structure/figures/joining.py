"""Amounts that are one figure, or tell each other's unit: 3—5个, 15、22个百分点, 由二层升为五层."""

import re
from collections.abc import Iterable, Iterator

from tourview.report import fold
from tourview.structure.figures.amount import Amount

_RANGE = re.compile(r"\s?(?:[-—–―~～－‐]{1,2}|[至到]|to\s|and\s)\s?")
_TOWARDS = re.compile("[-—–―~～－‐到至为為成]|to |and ")
"""One of these stands between the two ends of every range and change."""
_LIST = re.compile(r"[、和及与]|, (?:and )?| and ")
_VERB = (
    "提高|提升|增加|增长|扩大|扩展|拓展|扩充|扩|发展|上升|跃升|攀升|升|增|涨|延长|加密|下降|降低|回落|降|减少|压减|减|缩小|缩短|压缩|收窄|缩|变更|变"
    "|调整|优化|改|加"
)
_OF = "(?:[^，。；;、,]{0,12}?的)?"
_CHANGE = re.compile(f"[^，。；;、,]{{0,6}}?(?:{_VERB})(?:到了?|至|为|成){_OF}$")
_PLAIN_CHANGE = re.compile(f"[^，。；;、,]{{0,8}}?(?:到了?|至|为|成){_OF}$")
_ENGLISH_CHANGE = re.compile(r"(?: [A-Za-z'-]+){0,3} to (?:[A-Za-z'-]+ ){0,2}$")
_FROM = re.compile("[由从從自](?:[^，。；;、,]{0,14}?的)?$|\\bfrom (?:[A-Za-z'-]+ )?$", re.IGNORECASE)
_GAP = 26
_LEAD = 18
_MANY = 12
"""Numbers in a row that may still take over a unit."""


def joined(amounts: Iterable[Amount], text: str) -> Iterator[Amount]:
    """The amounts that count by themselves, with those that belong together made one.

    A range has its ends in `value` and `to` (10%-15%, 3至5年), and so has a change (由二层升为五层, from two to five).
    A number without unit in a list before one that has it takes it over, with its scale (15、22个百分点). Any other
    number alone is dropped.

    Args:
        amounts: The amounts of a text, in its order.
        text: The text their offsets count in.
    """
    held: list[Amount] = []
    for amount in amounts:
        last = held.pop() if held else None
        both = _merged(last, amount, text) if last and amount.start - last.end <= _GAP else None
        if both is None and not amount.bare and (last is None or not last.bare) and not held:
            if last:
                yield last
            held.append(amount)
            continue
        if last and both is None:
            held.append(last)
            if not (last.bare and _LIST.fullmatch(text, last.end, amount.start)):
                yield from (one for one in held if not one.bare)
                held.clear()
        held = [*held[-_MANY:], both or amount]
        if not held[-1].bare:
            told = held[-1]
            yield from (_sharing(one, told) for one in held[:-1])
            held = [told]
    yield from (one for one in held if not one.bare)


def _sharing(amount: Amount, told: Amount) -> Amount:
    """A number without unit, with the unit and scale of the one that tells them."""
    to = amount.to * told.scale if amount.to is not None else None
    return amount._replace(value=amount.value * told.scale, to=to, unit=told.unit, bare=False)


def _merged(first: Amount, second: Amount, text: str) -> Amount | None:
    """The two as one range or change, or None."""
    if first.to is not None or second.to is not None or not _fit(first, second):
        return None
    if not _TOWARDS.search(text, first.end, second.start):
        return None
    lead = _FROM.search(text, max(0, first.start - _LEAD), first.start)
    if not _RANGE.fullmatch(text, first.end, second.start) and not _is_change(text, first, second, lead is not None):
        return None
    value = first.value
    if first.bare and second.scale > 1 and value < second.value:
        value *= second.scale
    return Amount(
        start=lead.start() if lead else first.start,
        end=second.end,
        value=value,
        unit=second.unit or first.unit,
        qualifier=first.qualifier or second.qualifier,
        scale=second.scale,
        to=second.value,
        bare=first.bare and second.bare and lead is None,
    )


def _fit(first: Amount, second: Amount) -> bool:
    """Whether the two measure the same, as far as both say what they measure."""
    return first.unit == second.unit or not first.unit or (not second.unit and second.bare)


def _is_change(text: str, first: Amount, second: Amount, lead: bool) -> bool:
    pattern = _PLAIN_CHANGE if lead else _CHANGE
    between = fold(text[first.end : second.start])
    return pattern.fullmatch(between) is not None or (lead and _ENGLISH_CHANGE.fullmatch(between) is not None)
