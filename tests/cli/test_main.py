"""Calls as a whole: version, help, language, wrong usage."""

import gc
import io
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tourview import __version__
from tourview.cli import COMMANDS, dispatch
from tourview.cli import open as door
from tourview.cli.dispatch import PlainCall, plain_call
from tourview.open import Opening
from tourview.report import ReportError


@pytest.mark.parametrize("words", [["--version"], ["-V"], ["--version", "--lang", "en"]])
def test_version(call: Call, words: list[str]) -> None:
    assert call(*words) == (0, f"tourview {__version__}\n", "")


def test_help_tells_every_command_and_shows_calls(call: Call) -> None:
    done = call("--help")
    assert done.status == 0
    assert all(f"\n  {name} " in done.out for name in COMMANDS)
    assert "tourview search 园区 report.txt" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_shows_calls(call: Call, command: str) -> None:
    done = call(command, "--help")
    assert done.status == 0
    assert "examples:\n  " in done.out
    assert "--lang" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_a_module(command: str) -> None:
    assert callable(import_module(f"tourview.cli.{command}").run)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], PlainCall(None, ())),
        (["a.txt"], PlainCall(None, ("a.txt",))),
        (["--lang", "zh"], PlainCall("zh", ())),
        (["a.txt", "--lang=en"], PlainCall("en", ("a.txt",))),
        (["-"], PlainCall(None, ("-",))),
        (["./search"], PlainCall(None, ("./search",))),
        (["--", "search"], PlainCall(None, ("search",))),
        (["search", "x"], None),
        (["--lang", "fr"], None),
        (["--help"], None),
    ],
)
def test_a_plain_call_is_told_without_argparse(words: list[str], expected: PlainCall | None) -> None:
    assert plain_call(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["serach", "园区"], "tourview: there is no file or command serach; did you mean search?"),
        (["search"], "tourview search: missing: QUERY; see tourview search --help"),
        (["show"], "tourview show: missing: PATH; see tourview show --help"),
        (
            ["export", "a", "-f", "docx"],
            "tourview export: --format: 'docx' is not one of json, yaml, txt, md, html, csv; see",
        ),
        (["export", "a", "-f"], "tourview export: --format: a value is missing; see"),
        (["show", "a", "1", "2"], "tourview show: not understood: 2; see"),
        (["--nope"], "tourview: not understood: --nope; see tourview --help"),
        (["--lang", "fr"], "tourview: --lang: 'fr' is not one of zh, en; see"),
        (["search", "园区", "--in", "leson"], "tourview search: --in: 'leson' is not one of background 背景, "),
        (["search", "园区", "--limit", "many"], "tourview search: --limit: 'many' is not a number"),
        (["search", " "], "tourview search: there is nothing to search for"),
        (["search", "@nix"], "tourview search: nothing is left to search for: @nix (it names no kind; the kinds are b"),
        (
            ["search", "OR"],
            "tourview search: nothing is left to search for: OR (it has nothing to join); see tourview s",
        ),
        (["search", ""], "tourview search: there is nothing to search for"),
        (["search", "x", "-C", "-1"], "tourview search: --context: it must be 0 or more, not -1"),
        (["figures", "a.txt", "--limit=-2"], "tourview figures: --limit: it must be 0 or more, not -2"),
        (["search", "x", "--context=一"], "tourview search: --context: '一' is not a number"),
        (["index"], "tourview index: name a folder of reports, or ask for the --status"),
        (["index", "a", "--status", "--remove"], "tourview index: --status, --rebuild and --remove are three things"),
        (["help", "serch"], "tourview help: COMMAND: 'serch' is not one of open, show, search, index, "),
        (["a.txt", "-"], "tourview: -: standard input cannot be opened together with other reports"),
        (["completion", "tcsh"], "tourview completion: SHELL: 'tcsh' is not one of bash, zsh, fish"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(call: Call, words: list[str], expected: str) -> None:
    done = call(*words)
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith(expected)
    assert done.err.count("\n") == 1


def test_options_may_stand_anywhere_after_the_command(call: Call, report: str) -> None:
    for words in (["--limit", "1", "园区", report], ["园区", "--limit", "1", report], ["园区", report, "--limit", "1"]):
        assert call("search", *words).out.count("report.txt:") == 1


def test_without_a_terminal_the_report_is_printed(call: Call, report: str) -> None:
    done = call(report)
    assert done.status == 0
    assert done.out == call("show", report).out
    assert call("open", report).out == done.out


def test_the_bundled_edition_follows_the_language(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "考察" in call().out.splitlines()[0]
    assert call("--lang", "en").out.splitlines()[0].isascii()
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert call().out.splitlines()[0].isascii()
    assert "考察" in call("--lang=zh").out.splitlines()[0]
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "考察" in call().out.splitlines()[0]


def test_standard_input_is_read_for_a_dash(call: Call) -> None:
    assert call("-", stdin="标题\n\n一、启示\n先规划。\n".encode()).out.startswith("标题\n")
    assert call("show", "-", "1", stdin="标题\n\n一、启示\n先规划。\n".encode()).out.startswith("一、启示\n")
    assert call("export", "-", stdin=b"").err == "stdin: the file is empty; save the report again, or open another\n"


def test_a_broken_pipe_is_quiet(call: Call, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(**_options: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(dispatch, "_leave_output", lambda: None)
    monkeypatch.setattr(door, "run", burst)
    assert call(report) == (141, "", "")


def test_an_interrupt_is_quiet(call: Call, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "run", interrupt)
    assert call(report) == (130, "", "")


def test_a_mistake_in_the_program_is_one_line_unless_asked_for(
    call: Call, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_options: object) -> int:
        raise KeyError("x")

    monkeypatch.setattr(door, "run", fail)
    with pytest.raises(KeyError):
        call(report)
    monkeypatch.delenv("TOURVIEW_DEBUG")
    done = call(report)
    assert done.status == 70
    assert done.err == "tourview: a mistake in the program (KeyError: 'x'); set TOURVIEW_DEBUG=1 to see where\n"


def test_an_encoding_that_lacks_a_character_is_no_error(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert dispatch.run(["show", report]) == 0
    assert b"\\u8d74" in written.getvalue()


def test_what_fails_behind_the_screen_is_one_line_without_control_characters(
    call: Call, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "a.txt").write_text("报告\n\n一、启示\n先规划。\n" + "建设园区。" * 100_000, "utf-8")

    def fail(opening: Opening, _ledger: object) -> int:
        assert opening.report is None
        raise ReportError("a\x1b[31m.txt", "gone")

    monkeypatch.setattr(door, "is_interactive", lambda: True)
    monkeypatch.setattr("tourview.tui.app.run", fail)
    done = call("a.txt")
    gc.enable()
    assert done == (2, "", "a␛[31m.txt: gone\n")
