"""Numbers in Chinese words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.search.chinese_numbers import LIMIT, reading, value


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (110, "一百一十"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (10_500, "一万零五百"),
        (100_500, "十万零五百"),
        (1_020_000, "一百零二万"),
        (50_001_000, "五千万一千"),
        (100_000_001, "一亿零一"),
        (2_000_000_000, "二十亿"),
    ],
)
def test_a_number_is_read_as_people_read_it(number: int, words: str) -> None:
    assert reading(number) == words
    assert number == 0 or value(words) == number


@settings(derandomize=True, max_examples=300)
@given(st.one_of(st.integers(1, LIMIT - 1), st.builds(lambda n, p: n * 10**p, st.integers(1, 999), st.integers(0, 8))))
def test_what_is_read_is_the_number(number: int) -> None:
    assert value(reading(number)) == number


@pytest.mark.parametrize(("words", "number"), [("两百", 200), ("二〇", None), ("一十五", 15), ("两万零五", 20_005)])
def test_other_ways_to_read(words: str, number: int | None) -> None:
    assert value(words) == number


@pytest.mark.parametrize("words", ["", "万", "三三", "零", "一万亿", "三亿四亿"])
def test_what_is_no_number(words: str) -> None:
    assert value(words) is None


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_what_is_not_told_in_words(number: int) -> None:
    with pytest.raises(ValueError, match="not from 0"):
        reading(number)
