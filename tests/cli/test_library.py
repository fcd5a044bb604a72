"""Folders, several paths and the library that is configured, where there is no screen; and which of them opens what."""

import os
from pathlib import Path

import pytest
from platformdirs import user_config_path

from tests.cli.conftest import REPORT, Call
from tourview.cli import open as door
from tourview.cli import settings
from tourview.i18n import speak
from tourview.library import Library
from tourview.report import ReportError


@pytest.fixture(autouse=True)
def unsettled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOURVIEW_LIBRARY", raising=False)


@pytest.fixture
def folder(place: Path) -> Path:
    folder = place / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(REPORT, encoding="utf-8")
    (folder / "two.txt").write_text(REPORT.replace("海滨", "青山"), encoding="utf-8")
    return folder


def test_a_folder_is_listed_a_line_a_report(call: Call, folder: Path) -> None:
    done = call(str(folder))
    assert done.status == 0
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert [(row[0], row[-1]) for row in rows] == [
        (str(folder / "one.txt"), "赴海滨新区学习考察报告"),
        (str(folder / "two.txt"), "赴青山新区学习考察报告"),
    ]
    assert {len(row) for row in rows} == {7}


def test_several_paths_are_one_library(call: Call, folder: Path, place: Path) -> None:
    other = place / "other.txt"
    other.write_text(REPORT, encoding="utf-8")
    done = call(str(folder / "one.txt"), str(other))
    assert [line.split("\t")[0] for line in done.out.splitlines()] == [str(other), str(folder / "one.txt")]


def test_what_cannot_be_read_is_told_on_standard_error(call: Call, folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 cut off")
    done = call(str(folder))
    assert done.status == 0
    assert len(done.out.splitlines()) == 2
    assert done.err.startswith(f"{folder}/bad.pdf: ")


def test_a_folder_without_reports_is_nothing_found(call: Call, place: Path) -> None:
    (place / "empty").mkdir()
    assert call(str(place / "empty")) == (1, "", "")


def test_a_path_that_is_not_there_is_told_before_anything_is_read(call: Call, folder: Path) -> None:
    done = call(str(folder), "nowhere.txt")
    assert done.status == 2
    assert done.err == "nowhere.txt: there is no such file; check the path\n"


def test_the_environment_names_the_library(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOURVIEW_LIBRARY", str(folder))
    assert len(call().out.splitlines()) == 2
    monkeypatch.setenv("TOURVIEW_LIBRARY", os.pathsep.join((str(folder / "one.txt"), str(folder / "two.txt"))))
    assert len(call().out.splitlines()) == 2
    assert call(str(folder / "one.txt")).out.startswith("赴海滨新区")


def configure(text: str) -> Path:
    place = user_config_path("tourview", appauthor=False) / "config.yaml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize("form", ["library: {}\n", "library:\n- {}\n", 'library: ["{}"]\n'])
def test_the_configuration_names_the_library(call: Call, folder: Path, form: str) -> None:
    configure(form.format(folder))
    assert len(call().out.splitlines()) == 2


@pytest.mark.parametrize("text", ["", "other: 1\n", "library:\n", "library: []\n", "library: ''\n"])
def test_a_configuration_without_a_library_opens_the_bundled_report(call: Call, text: str) -> None:
    configure(text)
    assert "考察" in call().out.splitlines()[0]


@pytest.mark.parametrize("text", ["library: 3\n", "library: {a: b}\n", "library: [1]\n", "library: [\n", "\x00"])
def test_a_configuration_with_a_mistake_names_itself_and_the_cure(call: Call, text: str) -> None:
    place = configure(text)
    done = call()
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith(f"{place}: ")
    assert done.err.count("\n") == 1


def test_a_configured_folder_that_is_gone_names_where_it_is_configured(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOURVIEW_LIBRARY", "~/gone")
    done = call()
    assert done.status == 2
    assert done.err.startswith("TOURVIEW_LIBRARY: the library ")
    assert done.err.endswith("/gone is not there; check the path\n")


def test_home_is_resolved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("TOURVIEW_LIBRARY", "~/reports")
    assert settings.configured_library() == (str(folder),)


def test_on_a_terminal_the_screen_gets_the_library(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speak("en")
    shown: list[tuple[Path, ...]] = []

    def show(library: Library, _ledger: object) -> int:
        shown.append(library.paths)
        library.close()
        return 0

    monkeypatch.setattr(door, "is_interactive", lambda: True)
    monkeypatch.setattr("tourview.tui.library_app.run", show)
    assert door.run(path=[str(folder)], lang=None) == 0
    assert door.run(path=[str(folder), str(folder / "one.txt")], lang=None) == 0
    assert shown == [(folder,), (folder, folder / "one.txt")]
    with pytest.raises(ReportError):
        door.run(path=[str(folder), "nowhere"], lang=None)
