"""One name written in two ways."""

import pytest

from tests.structure.trees import report_of
from tourview.structure.notices.spelling import other_ways, variants


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in variants(text, lambda _offset: 0)]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("富士康来了，富士康走了，又说富土康好。", ["富土康"]),
        ("先看富土康，再看富士康。", ["富士康"]),  # as rare as the other: the later one
        ("我们赴曹县考察，曹县很大，漕县不远。", ["漕县"]),
        ("赴绵阳市学习，绵阳市的路，到锦阳市看看。", ["锦阳市"]),
        ("宏远达公司很大，学宏远达公司；鸿远达公司也来了。", ["鸿远达"]),
        ("自己动手，自已动手做。", ["自已动手"]),
        ("Northport has a harbour. Northport grew. In Northport we saw Nortphort.", ["Nortphort"]),
    ],
)
def test_the_rarer_way_is_flagged(text: str, slips: list[str]) -> None:
    assert found(text) == slips


@pytest.mark.parametrize(
    "text",
    [
        "东城区和西城区，甲县和乙县。",
        "太平镇和大坪镇都去了。",
        "东方建材公司和新方建材公司，正达公司与新达集团。",
        "水土保持，人士座谈，国土和战士。",
        "年末来我市，未来发展，周末休息。",
        "投入大，进入大市场，促进人大工作，人大代表。",
        "Section one, Sections two. Eastvale and Westvale. Eastvale, Eastvale.",
        "Report, Report, Report and Reports; Reporter.",
    ],
)
def test_two_words_are_not_one_name(text: str) -> None:
    assert found(text) == []


def test_what_is_no_word_of_the_report_is_not_looked_at() -> None:
    text = "富士康。富士康。富土康。"
    assert list(variants(text, lambda offset: None if offset > 7 else 0)) == []


def test_the_other_ways_are_those_in_the_text() -> None:
    text = "富士康来了，富土康走了。"
    assert other_ways(text, "富土康") == ("富士康",)
    assert other_ways(text, "来了") == ()


def test_a_report_tells_of_a_slip() -> None:
    report = report_of("一、概况\n富士康来了，富士康走了。\n二、打算\n学富土康。")
    assert [(n.ref, n.kind, n.text) for n in report.notices] == [("2", "spelling", "富土康")]
