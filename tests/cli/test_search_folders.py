"""`tourview search` over folders: what every report by itself gives, told by an index."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Call
from tourview.library import Library, Summary, index_place
from tourview.report import Progress

ROOT = Path(__file__).parents[2]
NAMES = ("a.txt", "b/c.md", "b/d.txt")


@pytest.fixture
def folder(place: Path) -> Path:
    folder = place / "reports"
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b" / "c.md").write_text("# 赴云岭市考察报告\n\n## 一、启示\n\n園區要快，招商要實。\n", "utf-8")
    (folder / "b" / "d.txt").write_text(
        "报告\n\n一、差距\n一是园区不足。\n软着\n陆尚早。\n\n— 7 —\n\n二是 招商 不力。\n", "utf-8"
    )
    return folder


FORMS: tuple[list[str], ...] = (
    [],
    ["--json"],
    ["--count"],
    ["--count", "--json"],
    ["--files"],
    ["-C", "1"],
    ["-C", "0", "--json"],
)


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
@pytest.mark.parametrize(
    "words",
    [
        ["园区"],
        ["yuanqu"],
        ["园区 OR 招商", "--in", "gap,lesson"],
        ["园区 @lesson", "--in", "gap"],
        ["-园区"],
        ["@lesson"],
        ["软着陆"],
        ["7"],
        ["-7"],
        ["report:云岭 招商"],
        ["园区 in:1.1"],
        ["航天"],
    ],
    ids=" ".join,
)
def test_a_folder_gives_what_its_files_give(call: Call, folder: Path, words: list[str], form: list[str]) -> None:
    files = [f"reports/{name}" for name in NAMES]
    assert call("search", *words, "reports", *form) == call("search", *words, *files, *form)


@pytest.mark.parametrize("limit", ["0", "1", "2", "3", "50"])
@pytest.mark.parametrize("query", ["园区", "招商 OR 园区", "yuanqu", "@lesson"])
def test_the_best_of_a_folder_are_those_of_its_files(call: Call, folder: Path, query: str, limit: str) -> None:
    files = [f"reports/{name}" for name in NAMES]
    by_index = call("search", query, "reports", "--limit", limit, "--json")
    assert by_index == call("search", query, *files, "--limit", limit, "--json")
    mixed = call("search", query, "reports/a.txt", "reports/b", "--limit", limit, "--json")
    assert mixed == by_index


def test_files_and_folders_may_be_mixed(call: Call, folder: Path, report: str) -> None:
    paths = call("search", "园区", "reports/b", report, "reports", "--files").out.splitlines()
    assert paths == ["reports/b/c.md", "reports/b/d.txt", "report.txt", *(f"reports/{name}" for name in NAMES)]


@pytest.mark.parametrize("name", [".", "./reports/../reports", "reports/"])
def test_paths_are_named_as_the_folder_was(call: Call, folder: Path, name: str) -> None:
    paths = call("search", "招商", name, "--files").out.splitlines()
    assert all(path.startswith(name) and os.path.exists(path) for path in paths)
    assert len(paths) == 2


def test_the_index_is_brought_up_to_date_first(call: Call, folder: Path) -> None:
    assert call("search", "机场", "reports").status == 1
    (folder / "e.txt").write_text("报告\n\n一、启示\n机场先行。\n", "utf-8")
    assert call("search", "机场", "reports", "--files").out == "reports/e.txt\n"
    (folder / "e.txt").unlink()
    assert call("search", "机场", "reports").status == 1


def test_reports_that_cannot_be_read_are_counted_and_change_no_status(call: Call, folder: Path) -> None:
    (folder / "bad.yaml").write_text("title: [\n", "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    done = call("search", "园区", "reports", "--files")
    assert (done.status, len(done.out.splitlines())) == (0, 3)
    assert done.err == "reports: 2 reports cannot be read; `tourview index reports` tells which and why\n"


def test_a_folder_without_reports_is_one_line_and_status_2(call: Call, folder: Path, place: Path) -> None:
    (place / "none").mkdir()
    done = call("search", "园区", "none", "reports", "--files")
    assert (done.status, len(done.out.splitlines())) == (2, 3)
    assert done.err == "none: there are no reports in it; choose another folder\n"


def test_a_report_that_changes_meanwhile_is_shown_without_its_paragraphs(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Library.refresh

    def refresh(library: Library, bar: Progress) -> Summary:
        summary = real(library, bar)
        (folder / "a.txt").write_text("报告\n\n全文已改。\n", "utf-8")
        (folder / "b" / "d.txt").unlink()
        return summary

    monkeypatch.setattr(Library, "refresh", refresh)
    done = call("search", "园区", "reports", "-C", "1")
    assert "reports/a.txt:3.1: commitment （一）建好园区 (2)\n    （一）建好园区。" in done.out
    assert done.err == "reports/b/d.txt: there is no such file; check the path\n"


def test_no_cache_folder_is_no_error(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/no")
    done = call("search", "园区", "reports", "--files")
    assert (done.status, len(done.out.splitlines())) == (0, 3)
    assert done.err.startswith("reports: the index is kept in memory only: ")


def test_an_index_that_is_damaged_is_made_anew(call: Call, folder: Path) -> None:
    before = call("search", "园区", "reports")
    index_place(["reports"]).write_bytes(b"no index at all" * 500)
    after = call("search", "园区", "reports")
    assert (after.status, after.out) == (before.status, before.out)
    assert after.err.startswith("reports: the index was damaged")


def test_hits_are_told_as_they_come_and_a_reader_may_go_away(folder: Path) -> None:
    for number in range(40):
        (folder / f"n{number}.txt").write_text(f"报告{number}\n\n一、启示\n" + "园区要快。\n" * 40, "utf-8")
    program = f"{sys.executable} -m tourview search 园区 reports -C 50"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{program} | head -n 1; {program} --json | head -c 22"],
        cwd=folder.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.startswith("reports/a.txt:3.1: ")
    assert done.stdout.endswith('{"query": "园区", "h')


def test_another_encoding_still_gives_json(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text("报告\n\n一、启示\n园区😀。\n", "utf-8")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    call("search", "😀", "reports", "--json")
    sys.stdout.flush()
    assert json.loads(written.getvalue().decode("ascii"))["hits"][0]["excerpt"] == "一、启示 园区😀。"
