"""The values of numbers as reports write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.samples import numeral
from tourview.structure.figures import quantities


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10), ("二十三", 23), ("一百零五亿", 10_500_000_000), ("两千", 2000), ("三点五万亿", 3_500_000_000_000),
        ("数万", 10_000), ("十几", 10), ("三亿五千万", 350_000_000), ("一万亿", 1_000_000_000_000), ("千", 1000),
        ("二〇一四", None), ("数数", None), ("三点", 3),
    ],
)  # fmt: skip
def test_chinese_numerals(written: str, value: float | None) -> None:
    assert quantities.han(written) == value


def test_arabic_numbers_are_exact() -> None:
    assert [quantities.arabic("4.35", "百"), quantities.arabic("1.16", "万"), quantities.arabic("1,200.5")] == [
        435, 11_600, 1200.5,
    ]  # fmt: skip
    assert isinstance(quantities.arabic("1.2", "万亿"), int)


@pytest.mark.parametrize(("written", "pair"), [("三五", (3, 5)), ("五六十", (50, 60)), ("二〇", None), ("五三", None)])
def test_two_numbers_in_a_row(written: str, pair: tuple[int, int] | None) -> None:
    assert quantities.neighbours(written) == pair


@settings(derandomize=True, deadline=None)
@given(st.integers(1, 9999))
def test_every_numeral_comes_back(number: int) -> None:
    assert quantities.han(numeral(number)) == number
