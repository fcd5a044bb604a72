"""`tourview search`."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Call


def test_hits_are_named_by_path_ref_kind_and_heading(call: Call, report: str) -> None:
    done = call("search", "园区", report)
    assert done.status == 0
    assert done.out.splitlines()[0] == "report.txt:3.1: commitment （一）建好园区 (2)"
    assert "report.txt:2.1: lesson 一是规划先行 (1)" in done.out
    assert "    海滨新区：看了码头和智能装备园区，走访XX县。" in done.out
    assert "\x1b" not in done.out


def test_json_has_the_contract_names(call: Call, report: str) -> None:
    found = json.loads(call("search", "园区", report, "--json").out)
    assert (found["query"], found["total"], len(found["hits"])) == ("园区", 4, 3)
    hit = found["hits"][0]
    assert list(hit) == ["path", "report", "ref", "kind", "heading", "count", "spans", "excerpt"]
    assert (hit["path"], hit["report"], hit["ref"]) == ("report.txt", "赴海滨新区学习考察报告", "3.1")
    assert (hit["kind"], hit["heading"], hit["count"]) == ("commitment", "建好园区", 2)
    assert [REPORT[start:end] for start, end in hit["spans"]] == ["园区", "园区"]


@pytest.mark.parametrize("kinds", ["commitment", "措施", "commitments", "lesson，措施", "启示,commitment"])
def test_kinds_may_be_named_in_either_language(call: Call, report: str, kinds: str) -> None:
    refs = [hit["ref"] for hit in json.loads(call("search", "園區", report, "--in", kinds, "--json").out)["hits"]]
    assert "3.1" in refs
    assert "1.1" not in refs


def test_a_limit_shortens_the_list_not_the_total(call: Call, report: str) -> None:
    found = json.loads(call("search", "园区", report, "--json", "--limit", "1").out)
    assert (found["total"], len(found["hits"])) == (4, 1)


def test_nothing_found_is_status_1(call: Call, report: str) -> None:
    assert call("search", "航天", report) == (1, "", "nothing found\n")
    done = call("search", "航天", report, "--json")
    assert (done.status, json.loads(done.out)) == (1, {"query": "航天", "total": 0, "hits": []})


def test_several_reports_are_searched_and_an_unreadable_one_is_told(call: Call, report: str, place: Path) -> None:
    (place / "other.md").write_text("# 报告\n\n## 一、启示\n\n园区要快。\n", "utf-8")
    done = call("search", "园区", report, "missing.txt", "other.md")
    assert done.status == 2
    assert "report.txt:3.1:" in done.out
    assert "other.md:1: lesson 一、启示 (1)" in done.out
    assert done.err == "missing.txt: there is no such file; check the path\n"


def test_without_a_path_the_bundled_report_is_searched(call: Call) -> None:
    assert call("search", "贵安新区").out
    assert "report.en.yaml" in call("search", "park", "--lang", "en").out


def test_what_the_query_leaves_out_is_told_in_one_line(call: Call, report: str) -> None:
    done = call("search", "园区 @nothing OR -@lesson in:x has:y", report)
    assert done.status == 0
    assert done.err.startswith(
        "tourview search: left out of the query: @nothing (it names no kind; the kinds are backg"
    )
    for told in ("OR (it has nothing to join)", "@lesson (only words and phrases", "in:x (it names no", "has:y (a sec"):
        assert told in done.err
    assert done.err.count("\n") == 1


def test_and_and_not_are_understood(call: Call, report: str) -> None:
    both, without, plain = (call("search", f"园区 {rest}", report) for rest in ("AND 年底", "NOT 年底", "年底"))
    assert both.out == plain.out != ""
    assert without.out == call("search", "园区 -年底", report).out != ""
    left = call("search", "AND 园区 NOT", report)
    assert (left.status, left.out) == (0, call("search", "园区", report).out)
    assert left.err.endswith("AND (it has nothing to join), NOT (it has nothing to exclude)\n")


def test_hits_are_lit_on_a_terminal_only(call: Call, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    done = call("search", "园区", report)
    assert "\x1b[1;31m园区\x1b[0m" in done.out
    assert done.out.endswith("4 hits in 3 sections\n")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in call("search", "园区", report).out


def test_the_kind_is_named_in_the_interface_language(call: Call, report: str) -> None:
    assert "report.txt:3.1: 措施 （一）建好园区 (2)" in call("search", "园区", report, "--lang", "zh").out


def test_hits_stand_in_the_order_in_which_a_person_wants_them(call: Call, report: str) -> None:
    lines = call("search", "园区", report).out.splitlines()[::2]
    assert [line.split(":")[1] for line in lines] == ["3.1", "2.1", "1.1"]


def test_reports_stand_in_the_order_of_the_call(call: Call, report: str, place: Path) -> None:
    (place / "a.txt").write_text("报告\n\n一、差距\n一是园区不足。\n", "utf-8")
    lines = call("search", "园区", report, "a.txt").out.splitlines()[::2]
    assert [line.split(":")[0] for line in lines] == ["report.txt"] * 3 + ["a.txt"]


def test_a_limit_keeps_the_best_of_all_reports(call: Call, report: str, place: Path) -> None:
    (place / "a.txt").write_text("报告\n\n一、差距\n一是园区不足。\n", "utf-8")
    found = json.loads(call("search", "园区", report, "a.txt", "--limit", "2", "--json").out)
    assert [(hit["path"], hit["ref"]) for hit in found["hits"]] == [("report.txt", "3.1"), ("a.txt", "1.1")]
    assert found["total"] == 5
    nothing = call("search", "园区", report, "--limit", "0")
    assert (nothing.status, nothing.out, nothing.err) == (0, "", "")


@pytest.mark.parametrize(
    "words", [["--", "-农业"], ["-农业"], ["-农业 园区"], ["-102万"], ['-"农业 园区"'], ["--", "-x", "report.txt"]]
)
def test_a_query_may_begin_with_a_dash(call: Call, report: str, words: list[str]) -> None:
    done = call("search", *words, *([] if "report.txt" in words else [report]), *([] if "--" in words else ["--json"]))
    assert done.status == 0
    assert done.err == ""


def test_words_after_two_dashes_are_no_options(call: Call, report: str) -> None:
    done = call("search", "--json", "--", "-园区 服务", report)
    assert {hit["ref"] for hit in json.loads(done.out)["hits"]} == {"2.2"}
    assert {hit["ref"] for hit in json.loads(call("search", "园区", report, "--json", "--in=措施").out)["hits"]} == {
        "3.1"
    }
    assert call("search", "--", "园区", "--json").err == "--json: there is no such file; check the path\n"


def test_a_lone_exclusion_is_a_question(call: Call, report: str) -> None:
    hits = json.loads(call("search", "-园区", report, "--json").out)["hits"]
    assert {hit["ref"] for hit in hits} == {"0", "1", "1.2", "2", "2.2", "3"}
    assert {hit["count"] for hit in hits} == {0}


def test_pinyin_finds_what_it_stands_for(call: Call, report: str) -> None:
    by_sound, by_letters = (json.loads(call("search", word, report, "--json").out) for word in ("yuanqu", "园区"))
    assert by_sound["total"] == by_letters["total"] == 4
    assert [hit["spans"] for hit in by_sound["hits"]] == [hit["spans"] for hit in by_letters["hits"]]


def test_files_prints_paths_only(call: Call, report: str, place: Path) -> None:
    (place / "a.txt").write_text("报告\n\n一、差距\n一是机场不足。\n", "utf-8")
    assert call("search", "园区", "a.txt", report, "--files") == (0, "report.txt\n", "")
    found = json.loads(call("search", "机场 OR 园区", "a.txt", report, "--files", "--json").out)
    assert found == {"query": "机场 OR 园区", "files": ["a.txt", "report.txt"], "total": 5}
    assert call("search", "机场 OR 园区", "a.txt", report, "--files", "--limit", "1").out == "a.txt\n"
    assert call("search", "航天", "a.txt", "--files") == (1, "", "nothing found\n")


def test_count_prints_numbers_of_each_report_and_of_all(call: Call, report: str, place: Path) -> None:
    (place / "a.txt").write_text("报告\n\n一、差距\n一是园区不足。\n", "utf-8")
    assert call("search", "园区", report, "a.txt", "--count").out.splitlines() == [
        "report.txt: 4 hits in 3 sections",
        "a.txt: 1 hit in 1 section",
        "in 2 reports: 5 hits in 4 sections",
    ]
    assert call("search", "@lesson", report, "--count").out == "report.txt: 3 sections\n"
    found = json.loads(call("search", "园区", report, "a.txt", "--count", "--json").out)
    assert (found["query"], found["total"], found["sections"]) == ("园区", 5, 4)
    assert found["reports"][1] == {"path": "a.txt", "report": "报告", "total": 1, "sections": 1}
    assert call("search", "航天", report, "--count") == (1, "", "nothing found\n")


def test_context_is_paragraphs_before_and_after(call: Call, report: str) -> None:
    assert call("search", "蓝图", report, "-C", "1").out.splitlines() == [
        "report.txt:2.1: lesson 一是规划先行 (1)",
        "report.txt-2.1- 一是规划先行",
        "report.txt:2.1: 先有蓝图，后建园区。",
        "report.txt-2.2- 二是服务要快",
        "--",
    ]
    alone = call("search", "蓝图", report, "--context", "0").out.splitlines()
    assert alone[1:] == ["report.txt:2.1: 先有蓝图，后建园区。", "--"]
    (hit,) = json.loads(call("search", "蓝图", report, "-C", "1", "--json").out)["hits"]
    assert hit["context"][1] == {"ref": "2.1", "text": "先有蓝图，后建园区。"}


def test_context_shows_what_is_left_out_between_and_what_stands_in_no_paragraph(call: Call, place: Path) -> None:
    (place / "a.txt").write_text("园区报告\n\n园区。\n甲。\n乙。\n园区。\n一、启示\n一是园区。快。\n", "utf-8")
    lines = call("search", "园区 in:0", "a.txt", "-C", "0").out.splitlines()
    assert lines[0] == "a.txt:0: Preface (3)"
    assert lines[1].startswith("a.txt:0: 园区报告")
    assert lines[2:] == ["a.txt:0: 园区。", "--", "a.txt:0: 园区。", "--"]
    assert call("search", "一是", "a.txt", "-C", "0").out.splitlines()[1] == "a.txt:1.1: 一是园区"
    assert call("search", "@lesson in:1", "a.txt", "-C", "0").out.splitlines()[1] == "a.txt:1: 一、启示"


def test_context_lights_what_was_found(call: Call, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "一\x1b[1;31m是规\x1b[0m划" not in call("search", "规划", report, "-C", "0").out
    assert "一是\x1b[1;31m规划\x1b[0m先行" in call("search", "规划", report, "-C", "0").out


def test_json_is_told_one_hit_a_line(call: Call, report: str) -> None:
    lines = call("search", "园区", report, "--json").out.splitlines()
    assert lines[0] == '{"query": "园区", "hits": ['
    assert [json.loads(line.rstrip(","))["ref"] for line in lines[1:-1]] == ["3.1", "2.1", "1.1"]
    assert lines[-1] == '], "total": 4}'
    assert call("search", "园区", "missing.txt", "--json").out == ""


def test_two_outputs_at_once_are_wrong_usage(call: Call, report: str) -> None:
    done = call("search", "园区", report, "--count", "--files")
    assert (done.status, done.err) == (2, "tourview search: --count and --files are two things; choose one\n")
