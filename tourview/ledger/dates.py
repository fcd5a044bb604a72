"""Days as people write them in ledgers, and as spreadsheets store them."""

import re
from calendar import monthrange
from datetime import date, timedelta

from tourview.i18n import _
from tourview.report import fold

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T ]\d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?\s*(上旬|中旬|下旬|初|中|底|末)?(?:前|之前)?")
_YEAR = re.compile(r"(\d{4})\s*年\s*(?:年)?(底|末|内|上半年|下半年|第?[一二三四1-4]季度)(?:前|之前)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SERIAL_DAY_0 = date(1899, 12, 30)
"""What a spreadsheet's day number counts from, its leap day 1900-02-29 that never was allowed for."""
_PART_ENDS = {"初": 10, "上旬": 10, "中": 20, "中旬": 20}
_QUARTER_ENDS = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}


def day_of(text: str, *, serials: bool = False) -> date:
    """The day that is written: `2026-03-05`, `2026/3/5`, `2026年3月5日`, `20260305`.

    A stretch of time means its last day: `2026年3月` and `2026年3月底` are 2026-03-31, `2026年上半年` is 2026-06-30,
    the first ten days of a month (`上旬`, `初`) end on the 10th.

    Args:
        text: What is written, in full width or half.
        serials: Whether a number of five digits is the day number of a spreadsheet.

    Raises:
        ValueError: If it is no day, or one that the calendar does not have; the text of the error says which, and how
            a day is written.
    """
    plain = fold(text).strip()
    try:
        found = _day(plain, serials)
    except ValueError:
        found = None
        if _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain):
            problem = _("'{text}' is not in the calendar; write a day that is, such as 2026-03-31")
            raise ValueError(problem.format(text=text.strip())) from None
    if found is None:
        raise ValueError(_("'{text}' is no date; write it as 2026-03-31 or 2026年3月底").format(text=text.strip()))
    return found


def _day(plain: str, serials: bool) -> date | None:
    if match := _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(plain):
        return _in_month(int(match[1]), int(match[2]), match[3] or "底")
    if match := _YEAR.fullmatch(plain):
        return month_end(int(match[1]), _last_month(match[2]))
    if serials and _SERIAL.fullmatch(plain):
        return _SERIAL_DAY_0 + timedelta(days=int(float(plain)))
    return None


def _in_month(year: int, month: int, part: str) -> date:
    return date(year, month, _PART_ENDS[part]) if part in _PART_ENDS else month_end(year, month)


def _last_month(part: str) -> int:
    if part.endswith("季度"):
        return _QUARTER_ENDS[part.removesuffix("季度")[-1]]
    return 6 if part == "上半年" else 12


def month_end(year: int, month: int) -> date:
    """The last day of a month.

    Raises:
        ValueError: If there is no such month.
    """
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(year, month, monthrange(year, month)[1])


def month_named(text: str) -> tuple[int, int]:
    """The year and the month that `2026-03`, `2026/3` or `2026年3月` names.

    Raises:
        ValueError: If it names none.
    """
    match = re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?", fold(text).strip())
    if match is None or not 1 <= int(match[2]) <= 12 or not int(match[1]):
        raise ValueError(_("'{text}' is no month; write it as 2026-03").format(text=text))
    return int(match[1]), int(match[2])
