"""Days as people and spreadsheets write them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.ledger.dates import day_of, month_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        (" 20260305 ", "2026-03-05"),
        ("２０２６年３月５日", "2026-03-05"),
        ("2026-03-05 00:00:00", "2026-03-05"),
        ("2026年3月", "2026-03-31"),
        ("2026-02", "2026-02-28"),
        ("2024年2月底", "2024-02-29"),
        ("2026年3月底前", "2026-03-31"),
        ("2026年3月上旬", "2026-03-10"),
        ("2026年3月中旬", "2026-03-20"),
        ("2026年3月下旬", "2026-03-31"),
        ("2026年底", "2026-12-31"),
        ("2026年年底前", "2026-12-31"),
        ("2026年上半年", "2026-06-30"),
        ("2026年第一季度", "2026-03-31"),
        ("2026年四季度", "2026-12-31"),
    ],
)
def test_a_stretch_of_time_means_its_last_day(text: str, expected: str) -> None:
    assert day_of(text).isoformat() == expected


@pytest.mark.parametrize("text", ["2026-02-30", "2026年13月1日", "20260230"])
def test_a_day_that_is_not_in_the_calendar_is_refused_with_the_cure(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not in the calendar; write a day that is"):
        day_of(text)


@pytest.mark.parametrize("text", ["", "soon", "2026", "长期", "3月5日", "2026年13月", "46000", "0000-00"])
def test_what_is_no_day_is_refused_with_the_cure(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no date; write it as 2026-03-31"):
        day_of(text)


def test_the_day_number_of_a_spreadsheet_is_a_day_only_where_one_is_expected() -> None:
    assert day_of("46094", serials=True) == date(2026, 3, 13)
    assert day_of("46094.75", serials=True) == date(2026, 3, 13)


@given(st.dates(min_value=date(1000, 1, 1)))
@settings(derandomize=True, max_examples=60)
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(day.isoformat()) == day == day_of(f"{day.year}年{day.month}月{day.day}日")


@given(st.text(alphabet="0123456789年月日-/.底末上中下旬季度半 ", max_size=14))
@settings(derandomize=True, max_examples=200)
def test_nothing_typed_is_more_than_refused(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(day_of(text, serials=True), date)


def test_months() -> None:
    assert month_named("2026-03") == month_named("2026年3月") == (2026, 3)
    for wrong in ("2026", "2026-13", "2026-00", "March"):
        with pytest.raises(ValueError, match="write it as 2026-03"):
            month_named(wrong)
