"""`tourview index`."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Call
from tourview.cli import progress
from tourview.cli.progress import Bar
from tourview.library import index_place
from tourview.typeset import cell_width

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(place: Path) -> Path:
    folder = place / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text(REPORT.replace("海滨", "临港"), "utf-8")
    return folder


def test_an_index_is_built_then_refreshed(call: Call, folder: Path) -> None:
    done = call("index", "reports")
    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(r"reports: 2 added; 2 reports, \d+ sections, \d+\.\d kB; \d\.\d s\n", done.out)
    assert call("index", "reports").out.startswith("reports: nothing has changed; 2 reports, ")
    (folder / "b.txt").unlink()
    (folder / "a.txt").write_text(f"{REPORT}四、其他\n", "utf-8")
    (folder / "c.txt").write_text(REPORT, "utf-8")
    assert call("index", "reports/").out.startswith("reports/: 1 added, 1 changed, 1 removed; 2 reports, ")


def test_what_cannot_be_read_is_told_and_makes_the_status_2(call: Call, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "bad.yaml").write_text("title: [\n", "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    done = call("index", "reports")
    assert done.status == 2
    assert done.out.startswith("reports: 4 added, 2 unreadable; 4 reports, ")
    empty, bad = done.err.splitlines()
    assert empty == "reports/empty.txt: the file is empty; save the report again, or open another"
    assert bad.startswith("reports/sub/bad.yaml:2:1: not valid YAML")


def test_json_tells_the_same(call: Call, folder: Path) -> None:
    (folder / "empty.txt").write_text("", "utf-8")
    (told,) = json.loads(call("index", "reports", "--json").out)["indexes"]
    assert (told["path"], told["added"], told["changed"], told["removed"], told["unchanged"]) == ("reports", 3, 0, 0, 0)
    assert told["unreadable"] == [
        {"path": "reports/empty.txt", "message": "empty.txt: the file is empty; save the report again, or open another"}
    ]
    assert told["place"] == str(index_place(["reports"]))
    assert told["reports"] == 3
    assert told["bytes"] > 0
    assert told["passages"] == 18


def test_the_status_of_one_folder_or_of_all(call: Call, folder: Path, place: Path) -> None:
    nothing = call("index", "--status")
    assert (nothing.status, nothing.out) == (1, "")
    assert nothing.err == "tourview index: there is no index yet; `tourview index FOLDER` builds one\n"
    call("index", "reports")
    (place / "more").mkdir()
    (place / "more" / "a.txt").write_text(REPORT, "utf-8")
    call("search", "园区", "more")
    head, tail = call("index", "more", "--status").out.splitlines()
    assert re.fullmatch(r"more: 1 report, 9 sections, \d+\.\d kB", head)
    assert re.fullmatch(rf"    last changed \d{{4}}-\d\d-\d\d \d\d:\d\d, in {index_place(['more'])}", tail)
    every = json.loads(call("index", "--status", "--json").out)["indexes"]
    assert sorted(index["paths"] for index in every) == [[str(place / "more")], [str(folder)]]
    missing = call("index", "nix", "more", "--status")
    assert (missing.status, missing.err) == (1, "nix: there is no index; `tourview index nix` builds it\n")
    assert missing.out.startswith("more: 1 report, ")


def test_an_index_is_made_anew_or_deleted_and_no_report_touched(call: Call, folder: Path) -> None:
    call("index", "reports")
    assert call("index", "reports", "--rebuild").out.startswith("reports: 2 added; ")
    before = {path.name: path.stat() for path in folder.iterdir()}
    place = index_place(["reports"])
    assert place.exists()
    assert call("index", "reports", "--remove") == (0, "reports: the index is deleted\n", "")
    assert not list(place.parent.glob(f"{place.name}*"))
    assert {path.name: path.stat() for path in folder.iterdir()} == before
    assert call("index", "reports", "--remove").status == 1


def test_what_is_no_folder_is_one_line_and_the_others_are_built(call: Call, folder: Path) -> None:
    done = call("index", "nix", "reports/a.txt", "reports")
    assert done.status == 2
    assert done.err.splitlines() == [
        "nix: there is no such folder; check the path",
        "reports/a.txt: it is a file; name the folder that it is in",
    ]
    assert done.out.startswith("reports: 2 added; ")


def test_the_bar_is_one_line_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PAUSE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for width in (20, 40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        with Bar("学习考察报告/2014/贵安新区和毕节市") as bar:
            for share in (0.0, 0.5, 1.0):
                bar(share)
        shown = re.split(r"\r\x1b\[K", capsys.readouterr().err)
        assert len(shown) == 5
        assert shown[0] == shown[-1] == ""
        lines = [re.sub(r"\x1b\[\d+m", "", line) for line in shown[1:-1]]
        assert max(map(cell_width, lines)) < width
        assert [line.split()[-2] for line in lines] == ["0%", "50%", "100%"]


def test_the_bar_has_no_colours_where_none_are_wanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    with Bar("reports") as bar:
        bar(0.5)
    assert f"[{'#' * 15}{'.' * 15}]  50% 0:00" in capsys.readouterr().err


@pytest.mark.parametrize("terminal", [False, True])
def test_work_that_is_soon_done_shows_no_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    if not terminal:
        monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with Bar("reports") as bar:
        bar(0.5)
    assert capsys.readouterr().err == ""


def test_in_a_process_of_its_own(folder: Path) -> None:
    program = [sys.executable, "-m", "tourview"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    master, terminal = pty.openpty()
    built = subprocess.run(
        [*program, "index", "reports"], cwd=folder.parent, env=env, stderr=terminal, stdout=subprocess.PIPE, check=True
    )
    os.close(terminal)
    os.close(master)
    assert built.stdout.startswith(b"reports: 2 added; ")
    found = subprocess.run(
        [*program, "search", "yuanqu", "reports", "--count"],
        cwd=folder.parent,
        env=env,
        capture_output=True,
        check=True,
    )
    assert found.stdout.decode().endswith("in 2 reports: 8 hits in 6 sections\n")
    assert found.stderr == b""
