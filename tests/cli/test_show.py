"""`tourview show`."""

import pytest

from tests.cli.conftest import Call
from tourview.typeset import cell_width


def test_a_report_is_title_facts_and_sections(call: Call, place: object, report: str) -> None:
    lines = call("show", report).out.splitlines()
    assert lines[0] == "赴海滨新区学习考察报告"
    assert "　　考察组于2019年5月上旬成行。" in lines
    assert "一、考察概况" in lines
    assert any(line.startswith("二是") and line.endswith("服务要快") for line in lines)
    assert "　　窗口一站办结，用时2天。" in lines


def test_a_section_is_shown_with_what_is_inside_it(call: Call, report: str) -> None:
    done = call("show", report, "2")
    assert done.status == 0
    assert done.out.startswith("二、启示\n")
    assert "规划先行" in done.out
    assert "措施" not in done.out
    assert "海滨新区" not in done.out


def test_lines_are_as_wide_as_columns_tells(call: Call, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (2, 5, 7, 20, 33, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = call("show", report).out.splitlines()
        assert max(map(cell_width, lines)) <= width


def test_an_unknown_ref_names_the_nearest(call: Call, report: str) -> None:
    assert call("show", report, "2.7").err == "report.txt: there is no section 2.7; the nearest are 2.1, 2.2\n"
    assert call("show", report, "9").err == "report.txt: there is no section 9; the nearest are 1, 2, 3\n"
    assert call("show", report, "x").err == "report.txt: there is no section x; the nearest are 0, 1, 2\n"
    assert call("show", report, "2.2.1").err == "report.txt: there is no section 2.2.1; the nearest are 2.2\n"
    assert call("show", report, "2.7").status == 2


def test_a_ref_may_be_typed_in_full_width(call: Call, report: str) -> None:
    for ref in ("２．１", "2。1", " 2.1 "):
        assert call("show", report, ref) == call("show", report, "2.1")
    assert call("show", report, "").err == "report.txt: no section is asked for; the first are 0, 1, 2\n"


def test_the_facts_stand_below_the_title(call: Call) -> None:
    text = "title: 报告\ndate: 2019-05\norganization: 市委\nfacts: {party: 12人}\nsections: [{heading: 启示}]\n"
    assert call("show", "-", stdin=text.encode()).out.splitlines()[:2] == ["报告", "2019.05 · 12人 · 市委"]


def test_english_paragraphs_are_not_indented(call: Call) -> None:
    with open("a.yaml", "w", encoding="utf-8") as file:
        file.write("title: Tour\nsections: [{heading: Lessons, paragraphs: [Plan ahead., Then build.]}]\n")
    assert call("show", "a.yaml", "1").out == "Lessons\n\nPlan ahead.\n\nThen build.\n"
