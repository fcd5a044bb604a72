"""`tourview trace`."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.tracing.test_suggesting import REPORT
from tourview.ledger.store import Ledger
from tourview.open import open_report
from tourview.report import Link
from tourview.typeset import cell_width


@pytest.fixture
def path(place: Path) -> str:
    (place / "report.txt").write_text(REPORT, "utf-8")
    return "report.txt"


def test_a_lesson_stands_with_what_it_leads_to_and_the_evidence(call: Call, path: str) -> None:
    done = call("trace", path)
    lines = done.out.splitlines()
    assert done.status == 0
    place = lines.index("1.2 lesson 二是冷库建在路口")
    assert lines[place + 1].startswith("    2.2 gap 二是鲜货烂在地里 (suggested 0.")
    assert lines[place + 2] == "        冷库, 鲜货"
    assert lines[place + 3].startswith("    3.2 commitment （二）修建冷库 (suggested ")


def test_open_questions_are_lists(call: Call, path: str) -> None:
    lines = call("trace", path).out.splitlines()
    for heading, row in (
        ("Lessons that nobody took up: 1", "    1.3 lesson 三是账目贴在墙上"),
        ("Gaps that no commitment answers: 1", "    2.3 gap 三是年轻人走了"),
        ("Commitments that answer no gap: 1", "    3.3 commitment （三）办好夜校"),
    ):
        assert lines[lines.index(heading) + 1] == row
    assert "Undertakings that nothing traces to: none" in lines


def test_one_kind_alone_is_told_from_both_sides(call: Call, path: str) -> None:
    out = call("trace", path, "--gaps").out
    assert "2.1 gap 一是菌种退化\n    1.1 lesson " in out
    assert "Gaps that no commitment answers: 1" in out
    assert "Lessons that nobody took up" not in out
    assert call("trace", path, "--commitments").out.startswith("3.1 commitment （一）引进菌种\n    1.1 lesson")


def test_weak_suggestions_can_be_left_out_and_questions_follow(call: Call, path: str) -> None:
    assert call("trace", path, "--min", "1", "--json").out.count('"suggested"') == 1
    assert "Gaps that no commitment answers: 2" in call("trace", path, "--min", "1").out
    done = call("trace", path, "--min", "2")
    assert (done.status, done.out) == (2, "")
    assert "'2' is not a weight from 0 to 1" in done.err


def test_undertakings_that_nothing_traces_to_are_told_by_their_paragraph(call: Call) -> None:
    text = (
        "title: 报告\nsections:\n  - {heading: 菌种退化, kind: gap, paragraphs: [菌种用了十年。]}\n"
        "  - {heading: 路烂, kind: gap}\n"
        "  - {heading: 引进菌种, kind: commitment, paragraphs: [菌种要提纯。, 还要修一条水渠。]}\n"
    )
    Path("report.yaml").write_text(text, "utf-8")
    told = json.loads(call("trace", "report.yaml", "--json").out)
    assert told["questions"] == {
        "lessons_not_taken_up": [],
        "gaps_unanswered": ["2"],
        "commitments_answering_no_gap": [],
        "undertakings_untraced": [{"ref": "3", "paragraph": 2, "text": "还要修一条水渠。"}],
    }
    assert "    3 (2) 还要修一条水渠。" in call("trace", "report.yaml").out


def test_json_and_csv_tell_the_links_by_the_names_of_the_contract(call: Call, path: str) -> None:
    links = json.loads(call("trace", path, "--json").out)["links"]
    assert links[0].keys() == {"from", "to", "status", "evidence", "weight"}
    assert links[0]["weight"] == 1
    rows = list(csv.DictReader(io.StringIO(call("trace", path, "--csv").out)))
    assert [(row["from"], row["to"]) for row in rows] == [(link["from"], link["to"]) for link in links]
    assert rows[0]["evidence"] == ";".join(links[0]["evidence"])


def test_a_confirmed_link_is_told_whatever_its_words_weigh(call: Call) -> None:
    text = (
        "title: 报告\nlinks: [{from: '1', to: '2', evidence: [桥]}]\nsections:\n"
        "  - {heading: 桥旧, kind: gap}\n  - {heading: 修渠, kind: commitment}\n"
    )
    Path("report.yaml").write_text(text, "utf-8")
    assert "    2 commitment 修渠 (confirmed)\n        桥\n" in call("trace", "report.yaml", "--min", "1").out


def test_what_was_decided_by_the_ledger_goes_before_what_the_words_suggest(call: Call, path: str) -> None:
    report = open_report(path)
    with Ledger(Path("ledger.sqlite3"), actor="王主任") as ledger:
        key = ledger.ensure(report, path).key
        ledger.decide(key, report, Link("2.1", "3.1", "suggested"), "rejected")
        ledger.decide(key, report, Link("1.3", "3.3", "suggested"), "confirmed")
    found = json.loads(call("trace", path, "--ledger", "ledger.sqlite3", "--json").out)
    decided = {(link["from"], link["to"]): link["status"] for link in found["links"]}
    assert ("2.1", "3.1") not in decided
    assert decided["1.3", "3.3"] == "confirmed"
    assert found["questions"]["lessons_not_taken_up"] == []


def test_lines_are_wrapped_to_columns(call: Call, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert max(map(cell_width, call("trace", path).out.splitlines())) <= 30


def test_a_report_without_lessons_gaps_and_commitments_is_said_to_have_none(call: Call) -> None:
    done = call("trace", "-", stdin="一封信\n\n大家好。\n".encode())
    assert (done.status, done.out) == (1, "")
    assert done.err == "the report has no lessons, gaps or commitments to trace\n"


@pytest.fixture
def folder(place: Path) -> str:
    """Five reports that speak of cold stores, beside a copy of the one that is traced."""
    (place / "reports").mkdir()
    (place / "reports" / "copy.txt").write_text(REPORT, "utf-8")
    for number in range(5):
        (place / "reports" / f"{number}.txt").write_text(f"第{number}号报告\n\n一、启示\n一是修建冷库。\n", "utf-8")
    return "reports"


def test_over_a_folder_evidence_is_told_with_the_reports_that_have_it(call: Call, path: str, folder: str) -> None:
    lines = call("trace", path, "--over", folder).out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("    3.2 commitment （二）修建冷库"))
    assert lines[place + 1] == "        冷库 (6 of 6 reports), 路口 (1), 鲜货 (1)"


def test_over_a_folder_what_its_reports_say_weighs_less(call: Call, path: str, folder: str) -> None:
    def weights(*more: str) -> dict[tuple[str, str], float]:
        found = json.loads(call("trace", path, "--json", *more).out)["links"]
        return {(link["from"], link["to"]): link["weight"] for link in found}

    alone, over = weights(), weights("--over", folder)
    assert over["1.2", "3.2"] / over["2.1", "3.1"] < alone["1.2", "3.2"] / alone["2.1", "3.1"]


def test_json_over_a_folder_tells_how_common_the_evidence_is(call: Call, path: str, folder: str) -> None:
    assert "library" not in json.loads(call("trace", path, "--json").out)
    told = json.loads(call("trace", path, "--over", folder, "--json").out)
    assert told["library"]["reports"] == 6
    assert told["library"]["phrases"]["冷库"] == 6
    assert set(told["library"]["phrases"]) == {phrase for link in told["links"] for phrase in link["evidence"]}


def test_over_a_folder_reports_that_cannot_be_read_are_told_and_count_not(call: Call, path: str, folder: str) -> None:
    Path(folder, "broken.json").write_text('{"title": ', "utf-8")
    done = call("trace", path, "--over", folder, "--json")
    assert json.loads(done.out)["library"]["reports"] == 6
    assert done.err == f"{folder}: 1 report cannot be read; `tourview index {folder}` tells which and why\n"


def test_over_a_folder_of_which_nothing_can_be_read_a_report_is_traced_by_itself(
    call: Call, path: str, place: Path
) -> None:
    (place / "bad").mkdir()
    (place / "bad" / "broken.json").write_text('{"title": ', "utf-8")
    done = call("trace", path, "--over", "bad")
    assert (done.status, done.out) == (0, call("trace", path).out)
    assert done.err.startswith("bad: 1 report cannot be read; ")


def test_over_what_is_no_folder_of_reports_is_told_in_a_line(call: Call, path: str, place: Path) -> None:
    (place / "empty").mkdir()
    for name, why in (("nowhere", "no such folder"), (path, "it is a file"), ("empty", "no reports in it")):
        done = call("trace", path, "--over", name)
        assert (done.status, done.out) == (2, "")
        assert why in done.err
        assert done.err.count("\n") == 1
