"""`tourview figures`."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

TEXT = """\
赴海滨县学习考察报告

一、学习的启示
一是舍得建设。海滨县建成冷库12万平方米，入驻率达90%，带动就业3000人。
二是肯花本钱。去年投入2.5亿元。

二、存在的差距
一是规模小。我县冷库只有3万多平方米，入驻率为60%。
"""


@pytest.fixture
def path(place: Path) -> str:
    (place / "report.txt").write_text(TEXT, "utf-8")
    return "report.txt"


def test_figures_stand_by_unit_the_greatest_first_with_what_they_measure_and_whose(call: Call, path: str) -> None:
    done = call("figures", path)
    lines = done.out.splitlines()
    assert done.status == 0
    assert lines[0] == "平方米 · 2 figures"
    assert lines[1].split()[:4] == ["1.1:", "[1]", "12万平方米", "120,000"]
    assert lines[1].endswith("█  冷库 · 海滨县")
    assert lines[2].split()[:4] == ["2.1:", "[2]", "3万多平方米", "30,000"]
    assert lines[2].endswith("  冷库 · 我县")
    assert lines[1].count("█") == 4 * lines[2].count("█")


def test_json_has_the_names_of_the_contract_and_three_more(call: Call, path: str) -> None:
    figures = json.loads(call("figures", path, "--json", "--sort", "ref").out)["figures"]
    assert figures[0] == {
        "path": "report.txt",
        "ref": "1.1",
        "text": "12万平方米",
        "value": 120000,
        "unit": "平方米",
        "qualifier": None,
        "span": [TEXT.index("12万"), TEXT.index("，入驻")],
        "measures": "冷库",
        "whose": "海滨县",
        "heading": "舍得建设",
    }
    assert [figure["ref"] for figure in figures] == sorted(figure["ref"] for figure in figures)


def test_csv_opens_in_a_spreadsheet(call: Call, path: str) -> None:
    rows = list(csv.DictReader(io.StringIO(call("figures", path, "--csv").out)))
    assert rows[0]["value"] == "120000"
    assert (rows[1]["qualifier"], rows[1]["whose"]) == ("多", "我县")


def test_two_rows_are_compared(call: Call, path: str) -> None:
    done = call("figures", path, "--unit", "平方米", "--ratio", "2,1")
    assert done.out.splitlines()[-1] == "30,000 / 120,000 ≈ 25.0%"
    assert done.out.startswith("report.txt:2.1: 3万多平方米 冷库 · 我县\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--ratio", "1,99"), "there is no row 99; there are 6"),
        (("--ratio", "1,6"), "do not compare; choose rows of one unit"),
        (("--ratio", "1"), "'1' is not two rows, as 3,7 is"),
        (("--limit", "x"), "'x' is not a number"),
        (("--kind", "x"), "'x' is not one of background, visit"),
        (("--json", "--csv"), "are two things; choose one"),
    ],
)
def test_a_call_that_makes_no_sense_is_told_in_a_line(call: Call, path: str, words: tuple[str, ...], told: str) -> None:
    done = call("figures", path, *words)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_rows_are_chosen_by_unit_kind_and_number(call: Call, path: str) -> None:
    assert len(json.loads(call("figures", path, "--kind", "差距", "--json").out)["figures"]) == 2
    assert len(json.loads(call("figures", path, "--unit", "％", "--json").out)["figures"]) == 2
    whole = call("figures", path, "--unit", "平方米").out
    assert whole
    assert call("figures", path, "--unit", "万平方米").out == call("figures", path, "--unit", "百万平方米").out == whole
    values = [
        figure["value"]
        for figure in json.loads(call("figures", path, "--sort", "value", "--limit", "2", "--json").out)["figures"]
    ]
    assert values == [250_000_000, 120_000]


def test_no_figures_is_told_and_an_unreadable_report_does_not_hide_the_others(call: Call, path: str) -> None:
    done = call("figures", path, "--unit", "吨")
    assert (done.status, done.out, done.err) == (1, "", "nothing found\n")
    done = call("figures", "missing.txt", path)
    assert done.status == 2
    assert "report.txt:1.1:" in done.out
    assert "missing.txt: there is no such file" in done.err


def test_a_terminal_of_another_encoding_gets_plain_bars(call: Call, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tourview.cli.bars.uses_blocks", lambda: False)
    assert "############" in call("figures", path).out


def test_a_narrow_terminal_gets_the_words_below(call: Call, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = call("figures", path).out.splitlines()
    assert lines[2] == "    冷库 · 海滨县"
