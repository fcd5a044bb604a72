import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.building import part, report_of
from tourview.report import Kind, Report
from tourview.search import Excerpt, excerpt, find, hit_excerpt

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
