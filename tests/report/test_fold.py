import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.report import fold

_ODD_LENGTH = "İ"
"""The one letter whose lower case is two code points."""


@pytest.fixture(scope="module")
def every_code_point() -> str:
    return "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("園區", "园区"),
        ("學習考察報告", "学习考察报告"),
        ("XX市 Report", "xx市 report"),
        ("ＸＸ市，２０１４（７）％", "xx市,2014(7)%"),
        ("一　二\u00a0三", "一 二 三"),
        ("“甲”「乙」『丙』‘丁’", "\"甲\"\"乙\"'丙''丁'"),
        ("￥５０", "¥50"),
        ("Ωμέγα ÉCOLE", "ωμέγα école"),
        ("停。住、！", "停。住、!"),
        ("……——《》", "……——《》"),
        (_ODD_LENGTH, _ODD_LENGTH),
        ("a\n\tb\x1b", "a\n\tb\x1b"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_code_point_folds_to_one_and_stays(every_code_point: str) -> None:
    folded = fold(every_code_point)
    assert len(folded) == len(every_code_point)
    assert fold(folded) == folded


def test_letters_are_lower_case_wherever_that_is_one_code_point(every_code_point: str) -> None:
    differing = [
        char
        for char in every_code_point
        if char.isupper() and fold(char) != char.lower() and not 0xFF01 <= ord(char) <= 0xFF5E
    ]
    assert differing == [_ODD_LENGTH]


@settings(derandomize=True, max_examples=200)
@given(st.text(), st.text())
def test_folds_each_code_point_by_itself(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(one) == "".join(map(fold, one))


@pytest.mark.parametrize("unit", ["報告Ａ", "Report "])
def test_long_texts_fold_as_short_ones(unit: str) -> None:
    times = 70_000
    assert fold(unit * times) == fold(unit) * times
