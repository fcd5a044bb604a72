"""The key figures of the real reports, where they are at hand: the figures only, none of their sentences."""

import pytest

from tests.data.edition import LANGUAGES
from tests.real_reports import path_of, real
from tourview.bundled import bundled_path
from tourview.open import open_bytes
from tourview.report import Report

OF_THE_TOUR = (
    "45人", "两年", "1200亩", "300余人", "102万平方米", "91%", "85%", "由二层升为五层", "由六层升为十二层", "15个",
    "不足3年", "20亿元", "近70亿元", "数万人", "两张", "一张", "半年多", "11个", "五大", "4年多", "160万",
    "548多万平方米", "102万平方米", "203万平方米", "69项", "24家", "三年", "六项",
)  # fmt: skip
"""As a careful reader lists them."""


def read(name: str) -> Report:
    path = path_of(name)
    return open_bytes(path.read_bytes(), path.name)


@real
def test_the_tour_has_its_figures() -> None:
    report = read("zunyi-2014.txt")
    assert tuple(one.text for one in report.figures) == OF_THE_TOUR
    assert all(report.text[slice(*one.span)] == one.text for one in report.figures)


@real
@pytest.mark.parametrize("name", ["jiangsu-2026", "national-2014", "neimenggu-2026", "sichuan-2026", "yunnan-2026"])
def test_work_reports_have_theirs(name: str) -> None:
    report = read(f"work/{name}.txt")
    percentages = [one for one in report.figures if one.unit == "%"]
    stated = report.text.count("%") + report.text.count("％")
    assert len(report.figures) > 90
    assert len(percentages) + sum(one.to is not None for one in percentages) >= 0.9 * stated


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_report_has_its_figures_in_both_languages(language: str) -> None:
    path = bundled_path(language)
    found = [(one.value, one.to) for one in open_bytes(path.read_bytes(), path.name).figures]
    for value in (
        *(45, 1200, 300, 1_020_000, 91, 85, 15, 3, 2_000_000_000, 7_000_000_000, 10_000, 0.5, 11, 4, 1_600_000),
        *(5_480_000, 2_030_000, 69, 24),
    ):
        assert (value, None) in found
    assert {(2, 5), (6, 12)} <= set(found)
