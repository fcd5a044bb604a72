import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.building import part, report_of
from tourview.open import open_contents, open_report
from tourview.report import Kind, Report
from tourview.search import Excerpt, excerpt, find, hit_excerpt
from tourview.search.hidden import hidden_spans

SAMPLES = Path(__file__).parents[1] / "samples"
CLOSING = "。，、；：？！）》」』】”’…,.;:?!)]"


def first(report: Report, query: str, width: int = 60) -> Excerpt:
    return hit_excerpt(report, find(report, query).hits[0], width)


def marked(found: Excerpt) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def test_a_short_section_is_shown_whole_with_all_its_hits() -> None:
    report = report_of(part("重视园区", "园區要管好。", label="一是"))
    found = first(report, "园区")
    assert found.text == "一是重视园区 园區要管好。"
    assert marked(found) == ["园区", "园區"]


def test_a_long_section_is_cut_on_both_sides() -> None:
    report = report_of(part("", "前" * 100 + "园区" + "后" * 100))
    found = first(report, "园区", 30)
    assert found.text == "…" + "前" * 9 + "园区" + "后" * 19 + "…"
    assert marked(found) == ["园区"]


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    start = report_of(part("", "园区" + "后" * 100))
    end = report_of(part("", "前" * 100 + "园区"))
    assert first(start, "园区", 30).text == "园区" + "后" * 28 + "…"
    assert first(end, "园区", 30).text == "…" + "前" * 28 + "园区"


def test_the_neighbouring_sections_do_not_show() -> None:
    report = report_of(part("甲"), part("园区"), part("丙"))
    assert first(report, "园区") == Excerpt("园区", ((0, 2),))


def test_blanks_become_one_space_and_soft_breaks_nothing() -> None:
    report = report_of(part("标题", "推进  产\t业园|区建设"))
    found = first(report, "园区")
    assert found.text == "标题 推进 产 业园区建设"
    assert marked(found) == ["园区"]


def test_overlapping_hits_are_one_mark() -> None:
    report = report_of(part("", "招商引资"))
    assert first(report, "招商引 商引资").marks == ((0, 4),)


def test_a_hit_longer_than_the_width_is_cut() -> None:
    report = report_of(part("", "甲" * 50))
    found = first(report, "甲" * 40, 20)
    assert found == Excerpt("甲" * 20 + "…", ((0, 20),))


def test_no_excerpt_begins_with_a_closing_mark() -> None:
    text = "甲" * 20 + "。，”）" + "乙" * 20
    for width in range(1, 45):
        report = report_of(part("", text))
        for start in range(20, len(text)):
            found = excerpt(report, (start, start + 1), width)
            assert found.text.lstrip("…")[0] not in CLOSING


def test_a_latin_word_or_number_is_not_cut() -> None:
    report = report_of(part("", "industrial parks attract investment and talent from abroad"))
    for width in range(10, 50):
        words = first(report, "investment", width).text.strip("…").split()
        assert set(words) <= set(report.text.split())


def test_a_section_without_occurrences_shows_its_beginning() -> None:
    report = report_of(part("前言"), part("重视" + "园" * 80, kind=Kind.LESSON))
    assert first(report, "@lesson", 10) == Excerpt("重视" + "园" * 8 + "…", ())


@pytest.mark.parametrize("width", [1, 2, 5])
def test_narrow(width: int) -> None:
    report = report_of(part("", "前面的园区后面的"))
    assert len(first(report, "园区", width).text.strip("…")) <= max(width, 2)


@settings(derandomize=True, max_examples=300)
@given(
    st.lists(st.text("园区a，。 |", max_size=40), min_size=1, max_size=3),
    st.text("园区a，", min_size=1, max_size=3),
    st.integers(1, 60),
)
def test_shows_its_hit_on_one_line(paragraphs: list[str], word: str, width: int) -> None:
    report = report_of(part("头", *paragraphs))
    for hit in find(report, word).hits:
        found = hit_excerpt(report, hit, width)
        assert found.marks
        assert "\n" not in found.text
        assert "  " not in found.text
        assert found.text == found.text.strip()
        assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
        start, end = found.marks[0]
        assert found.text[start:end].startswith(word[: end - start]) or found.text[start:end].endswith(word[-1])


MARKDOWN = """# 赴海滨市学习考察报告

## 一、**基本**情况

我们到了**海滨新区**，看了[港口](https://example.org/gangkou)。

- 园区一
- 园区二

| 名称 | 面积 |
|------|------|
| 海滨园区 | 102万平方米 |

## 二、启示

1. **坚持园区先行。** 先建园区。
2. **坚持开放。** 扩大港口。
"""


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("新区", "一、基本情况 我们到了海滨新区，看了港口。 园区一 园区二 名称 | 面积 海滨园区 | 102万平方米"),
        ("先建", "1. 坚持园区先行。 先建园区。"),
        ("考察", "赴海滨市学习考察报告"),
        ("gangkou", "一、基本情况 我们到了海滨新区，看了港口](https://example.org/gangkou)。 园区一 园区二"),
        ("@background", "一、基本情况 我们到了海滨新区，看了港口。"),
        ("in:0", "赴海滨市学习考察报告"),
    ],
)
def test_markdown_is_shown_as_it_reads(query: str, shown: str) -> None:
    report = open_contents(MARKDOWN.encode(), "report.md")
    found = first(report, query, 70)
    assert found.text.strip("…").startswith(shown)
    words = find(report, query)
    assert [found.text[start:end] for start, end in found.marks[:1]] == [
        report.text[start:end] for start, end in words.spans[:1]
    ]


def test_page_numbers_and_running_heads_do_not_show() -> None:
    report = open_report(SAMPLES / "official.pdf")
    assert any(notice.kind == "chrome" for notice in report.notices)
    for section in report.reading_order:
        for paragraph in section.paragraphs:
            found = excerpt(report, (paragraph.start, paragraph.start + 1), 400)
            assert not re.search("— [0-9] —", found.text)


def test_nothing_more_is_told_of_a_section_with_nothing_but_furniture_behind() -> None:
    text = "一、启示\n\n" + "建好园区。" * 2 + "\n" * 400 + "## 二、差距\n\n没有园区。\n"
    report = open_contents(("# 学习考察报告\n\n## " + text).encode(), "report.md")
    assert first(report, "建好").text == "一、启示 建好园区。建好园区。"


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text("园区# *\n|-。一、a", max_size=60))
def test_what_shows_and_what_is_hidden_are_all_of_a_section(text: str) -> None:
    report = open_contents(f"# 学习考察报告\n\n{text}\n".encode(), "report.md")
    for section in report.reading_order:
        start, end = section.own_span
        hidden = list(hidden_spans(report, section))
        assert all(start <= first < last <= end for first, last in hidden)
        assert all(one[1] <= other[0] for one, other in pairwise(hidden))
        kept = [passage for passage in (section.heading, *section.paragraphs) if passage]
        shown = [span for passage in kept for span in passage.source_spans()]
        assert not any(one[0] < other[1] and other[0] < one[1] for one in shown for other in hidden)
        middle = (start + end) // 2
        assert list(hidden_spans(report, section, middle)) == [span for span in hidden if span[1] > middle]
