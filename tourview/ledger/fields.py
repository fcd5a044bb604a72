"""The fields of a row that a person sets: their names, how their values are written, and how read.

Each value has one canonical text, in which the log keeps it and tables show it: ISO dates, plain numbers, units with
、 between them, evidence one piece a line, and nothing for no value.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tourview.i18n import _, listed
from tourview.ledger.dates import day_of
from tourview.ledger.row import Row
from tourview.ledger.status import Status, status_named
from tourview.report import fold

_NAMES = Path(__file__).with_name("columns.txt")
_UNIT_COMMAS = re.compile(r"[、，,；;\n]+")
_NUMBER = re.compile(r"([-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?)(%|[千万亿]|万亿)?", re.IGNORECASE)
_SCALES = {"千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12}
_LONGEST = 10_000
_MEASURE = ("baseline", "target", "unit", "current")
UNITS_JOINT, LINES_JOINT = "、", "\n"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be set.

    Attributes:
        name: Its name in JSON and on the command line.
        read: From what was written to the value. Raises ValueError, whose text says what is wrong and the cure.
        joint: What stands between the parts of a list; empty for a single value.
    """

    name: str
    read: Callable[[str], Any]
    joint: str = ""


def one_line(text: str) -> str:
    """The words on one line, with ? for what is no text (an undecodable byte of a command line)."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _line(text: str) -> str:
    return one_line(_checked(text))


def _checked(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(_("it is longer than {most} characters; shorten it").format(most=_LONGEST))
    return text.encode("utf-8", "replace").decode("utf-8")


def _units(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in map(_line, _UNIT_COMMAS.split(text)) if part))


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in map(str.strip, _checked(text).splitlines()) if part))


def _date(text: str) -> date | None:
    return day_of(text) if text.strip() else None


def _number(text: str) -> float | None:
    plain = fold(text).replace(",", "").replace(" ", "")
    if not plain:
        return None
    match = _NUMBER.fullmatch(plain)
    value = float(match[1]) * _SCALES.get(match[2] or "", 1.0) if match else math.inf
    if not math.isfinite(value):
        raise ValueError(_("'{text}' is no number; write it as 1200 or 1.2万").format(text=text.strip()))
    return value


def _status(text: str) -> Status:
    status = status_named(text)
    if status is None:
        known = listed(f"{each.value} {each.chinese}" for each in Status)
        raise ValueError(_("'{text}' is no status; the statuses are {known}").format(text=text, known=known))
    return status


FIELDS: Mapping[str, Field] = {
    each.name: each
    for each in (
        Field("lead_unit", _line),
        Field("responsible_units", _units, UNITS_JOINT),
        Field("owner", _line),
        Field("assigned", _date),
        Field("due", _date),
        Field("baseline", _number),
        Field("target", _number),
        Field("unit", _line),
        Field("current", _number),
        Field("status", _status),
        Field("extended_to", _date),
        Field("reason", _line),
        Field("reviewer", _line),
        Field("closed", _date),
        Field("evidence", _pieces, LINES_JOINT),
        Field("superseded_by", _line),
    )
}
"""The fields that can be set, by name, in the order in which they are shown."""


def value_of(row: Row, name: str) -> Any:
    """The value of a field of `FIELDS`."""
    return getattr(row.measure, name) if name in _MEASURE else getattr(row, name)


def with_value(row: Row, name: str, value: Any) -> Row:
    """The row with another value in a field of `FIELDS`."""
    if name in _MEASURE:
        return replace(row, measure=replace(row.measure, **{name: value}))
    return replace(row, **{name: value})


def written(value: Any, joint: str = UNITS_JOINT) -> str:
    """The canonical text of a value: of None, nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, tuple):
        return joint.join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def text_of(row: Row, name: str) -> str:
    """The canonical text of a field of `FIELDS`."""
    return written(value_of(row, name), FIELDS[name].joint)


def field_named(word: str) -> str | None:
    """The name of the field or column that a word means, by its English or Chinese headings; None if it means none."""
    return _headings().get(_plain(word))


@cache
def headings(name: str) -> tuple[str, ...]:
    """The headings of a field or column, the first Chinese one and the first English one before the others."""
    return _columns()[name]


def column_names() -> tuple[str, ...]:
    """The names of all columns of a ledger as a table, in the usual order."""
    return tuple(_columns())


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    lines = (line for line in _NAMES.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    parts = (line.partition(":") for line in lines)
    return {name.strip(): tuple(word.strip() for word in words.split("|")) for name, _colon, words in parts}


@cache
def _headings() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for name, words in _columns().items():
        for word in (name, *words):
            known.setdefault(_plain(word), name)
    return known


def _plain(word: str) -> str:
    """A heading as it is compared: folded, without blanks, dashes, or what stands in brackets after it."""
    return re.sub(r"[\s_\-*:：]+|[(（][^()（）]*[)）]$", "", fold(word))
