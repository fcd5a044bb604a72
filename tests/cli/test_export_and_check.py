"""`tourview export` and `tourview check`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Call
from tourview.open import open_report


def test_json_keeps_the_contract(call: Call, report: str) -> None:
    done = call("export", report)
    assert done.out == call("export", report, "-f", "json").out
    plain = json.loads(done.out)
    assert list(plain) == [
        *("tourview", "title", "language", "organization", "date", "facts", "source", "sections"),
        *("figures", "links", "notices"),
    ]
    assert (plain["tourview"], plain["language"], plain["source"]["name"]) == (1, "zh", "report.txt")
    item = plain["sections"][2]["children"][0]
    assert list(item) == ["ref", "id", "label", "level", "heading", "kind", "paragraphs", "span", "children"]
    assert (item["ref"], item["label"], item["level"]) == ("2.1", "一是", 2)
    assert (item["heading"], item["kind"], item["paragraphs"]) == ("规划先行", "lesson", ["先有蓝图，后建园区。"])
    assert REPORT[slice(*item["span"])] == "一是规划先行。先有蓝图，后建园区。\n"
    assert list(plain["notices"][0]) == ["ref", "kind", "text", "span"]
    assert done.out.endswith("}\n")


def test_text_is_the_source(call: Call, report: str) -> None:
    assert call("export", report, "-f", "txt").out == REPORT


@pytest.mark.parametrize(
    "name", ["out.yaml", "out.yml", "out.json", "out.md", "out.markdown", "out.html", "out.htm", "out.TXT"]
)
def test_the_ending_of_the_file_tells_the_format(call: Call, report: str, name: str) -> None:
    assert call("export", report, "-o", name) == (0, "", "")
    written = Path(name).read_text("utf-8")
    forms = {".yml": "yaml", ".markdown": "md", ".htm": "html"}
    ending = Path(name).suffix.lower()
    assert written == call("export", report, "--format", forms.get(ending, ending[1:])).out
    if name != "out.json":
        assert [s.title for s in open_report(name).reading_order] == [
            s.title for s in open_report(report).reading_order
        ]


def test_a_csv_file_begins_with_a_byte_order_mark_and_what_is_printed_does_not(call: Call, report: str) -> None:
    assert call("export", report, "-o", "out.csv") == (0, "", "")
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        written = file.read()
    assert written == "\ufeff" + call("export", report, "-f", "csv").out
    assert written.startswith("\ufeffref,level,kind,label,heading,text,start,end\r\n")


def test_yaml_reads_back_to_the_same_report(call: Call, report: str) -> None:
    call("export", report, "-o", "out.yaml")
    assert open_report("out.yaml") == open_report(report)


@pytest.mark.parametrize("name", ["out.docx", "out", "out.", ".md"])
def test_an_ending_that_tells_no_format_writes_nothing(call: Call, report: str, name: str) -> None:
    done = call("export", report, "-o", name)
    others = ".html, .htm, .csv"
    assert done == (2, "", f"{name}: its ending must be one of .json, .yaml, .yml, .md, .markdown, .txt, {others}\n")
    assert not Path(name).exists()
    assert call("export", report, "-o", name, "-f", "txt") == (0, "", "")
    assert Path(name).read_text("utf-8") == REPORT


def test_another_file_is_written_over(call: Call, report: str) -> None:
    Path("out.txt").write_text("old", "utf-8")
    assert call("export", report, "-o", "out.txt").status == 0
    assert Path("out.txt").read_text("utf-8") == REPORT


def test_the_report_itself_is_never_written_over(call: Call, report: str) -> None:
    done = call("export", report, "-o", f"./{report}", "-f", "md")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert Path(report).read_text("utf-8") == REPORT


def test_a_file_that_cannot_be_written_is_told(call: Call, report: str) -> None:
    done = call("export", report, "-o", "no/such/folder.json")
    assert done.status == 2
    assert done.err.startswith("no/such/folder.json: it cannot be written: ")


def test_notices_are_told_as_compilers_tell_warnings(call: Call, report: str) -> None:
    done = call("check", report)
    assert done.status == 1
    assert "report.txt:6:20: redaction: XX县: words were left out here\n" in done.out


def test_format_errors_are_told_and_the_next_file_is_checked(call: Call, report: str, place: Path) -> None:
    (place / "bad.yaml").write_text("title: 报告\nsections:\n- heading: 启示\n  kind: leson\n", "utf-8")
    done = call("check", "bad.yaml", report)
    assert done.status == 2
    assert done.err.startswith("bad.yaml:4:9: kind: 'leson' is not one of background")
    assert "report.txt:6:20:" in done.out


def test_a_report_without_notices_is_status_0(call: Call, place: Path) -> None:
    (place / "good.yaml").write_text("title: 报告\nsections:\n- heading: 启示\n", "utf-8")
    assert call("check", "good.yaml") == (0, "", "")


def test_places_in_a_yaml_report_are_told_by_ref(call: Call, place: Path) -> None:
    text = "title: 报告\nsections:\n- heading: 启示\n  children:\n  - {heading: 规划, paragraphs: [走访XX县。]}\n"
    (place / "a.yaml").write_text(text, "utf-8")
    for name, data in (("a.yaml", None), ("-", text.encode())):
        done = call("check", name, stdin=data)
        assert (done.status, done.out) == (1, f"{name}:1.1: redaction: XX县: words were left out here\n")
    (place / "a.yaml").write_text(f"{text}notices: []\n", "utf-8")
    assert call("check", "a.yaml") == (0, "", "")


@pytest.mark.parametrize("text", ["报告\n\n一、启示\n走访XX县。\n", "报告\n\n一、启示\n走访各县。\n"])
def test_an_export_has_the_notices_of_its_report(call: Call, place: Path, text: str) -> None:
    (place / "a.txt").write_text(text, "utf-8")
    call("export", "a.txt", "-o", "b.yaml")
    assert "\nnotices:" in Path("b.yaml").read_text("utf-8")
    assert open_report("b.yaml").notices == open_report("a.txt").notices
