"""Figures in order, in groups and as shares."""

from tourview.figures import accounts_of, grouped, number_written, ordered, shares_of_greatest
from tourview.open import open_text

ACCOUNTS = accounts_of(open_text("报告\n\n一、做法\n粮仓40座，桥2座，渠道9公里，产值3万元，水塔40座，渡口1座。\n"))


def texts(order: str) -> list[str]:
    return [one.figure.text for one in ordered(ACCOUNTS, order)]


def test_orders_are_by_value_by_unit_and_as_the_report_has_them() -> None:
    assert texts("ref") == ["40座", "2座", "9公里", "3万元", "40座", "1座"]
    assert texts("value") == ["3万元", "40座", "40座", "9公里", "2座", "1座"]
    assert texts("unit") == ["40座", "40座", "2座", "1座", "9公里", "3万元"]


def test_the_unit_with_most_figures_comes_first() -> None:
    assert [(group.unit, len(group.accounts)) for group in grouped(ACCOUNTS)] == [("座", 4), ("公里", 1), ("元", 1)]


def test_shares_are_of_the_greatest_of_the_same_unit() -> None:
    assert [round(share, 3) for share in shares_of_greatest(ACCOUNTS)] == [1, 0.05, 1, 1, 1, 0.025]


def test_numbers_are_written_in_full() -> None:
    assert [number_written(value) for value in (5480000, 0.5, 1200.25, -3, 7.0)] == [
        "5,480,000",
        "0.5",
        "1,200.25",
        "-3",
        "7",
    ]
