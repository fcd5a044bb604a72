"""`tourview search`."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Call


def test_hits_are_named_by_path_ref_kind_and_heading(call: Call, report: str) -> None:
    done = call("search", "园区", report)
    assert done.status == 0
    assert done.out.splitlines()[0] == "report.txt:1.1: background 海滨新区 (1)"
    assert "report.txt:3.1: commitment （一）建好园区 (2)" in done.out
    assert "    海滨新区：看了码头和智能装备园区，走访XX县。" in done.out
    assert "\x1b" not in done.out


def test_json_has_the_contract_names(call: Call, report: str) -> None:
    found = json.loads(call("search", "园区", report, "--json").out)
    assert (found["query"], found["total"], len(found["hits"])) == ("园区", 4, 3)
    hit = found["hits"][-1]
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


def test_an_unknown_scope_is_told_and_left_out(call: Call, report: str) -> None:
    done = call("search", "园区 @nothing", report)
    assert done.err == "tourview search: @nothing names no kind and is left out\n"
    assert done.status == 0


def test_hits_are_lit_on_a_terminal_only(call: Call, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    done = call("search", "园区", report)
    assert "\x1b[1;31m园区\x1b[0m" in done.out
    assert done.out.endswith("4 hits in 3 sections\n")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in call("search", "园区", report).out


def test_the_kind_is_named_in_the_interface_language(call: Call, report: str) -> None:
    assert "report.txt:3.1: 措施 （一）建好园区 (2)" in call("search", "园区", report, "--lang", "zh").out
