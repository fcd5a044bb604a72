"""What no report should be: one clear line and status 2, or a usable result; never a traceback or an escape code."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tourview.cli import main

_COMMANDS: tuple[list[str], ...] = (["show"], ["search", "园区"], ["export"], ["check"], [])
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
_BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

_UNREADABLE: dict[str, tuple[str, bytes]] = {
    "empty": ("a.txt", b""),
    "binary": ("a.txt", bytes(range(256)) * 100),
    "word": ("a.docx", b"PK\x03\x04"),
    "tags": ("a.yaml", b"title: !!python/object/apply:os.system [id]\nsections: []\n"),
    "bomb": ("a.yaml", _BOMB.encode()),
    "cycle": ("a.yaml", b"title: &a [*a]\n"),
    "depth": ("a.yaml", b"title: " + b"[" * 10_000),
    "unfinished": ("a.yaml", b'title: "a'),
}


@pytest.mark.parametrize("command", _COMMANDS, ids=lambda words: words[0] if words else "open")
@pytest.mark.parametrize(("name", "data"), _UNREADABLE.values(), ids=_UNREADABLE)
def test_an_unreadable_file_is_one_line_and_status_2(
    call: Call, place: Path, command: list[str], name: str, data: bytes
) -> None:
    (place / name).write_bytes(data)
    done = call(*command, name)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{name}:")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("command", _COMMANDS, ids=lambda words: words[0] if words else "open")
@pytest.mark.parametrize("name", ["missing.txt", "folder", "/dev/zero"])
def test_a_path_that_is_no_file_is_one_line_and_status_2(
    call: Call, place: Path, command: list[str], name: str
) -> None:
    (place / "folder").mkdir()
    done = call(*command, name)
    if name == "folder" and not command:  # a library without a report
        assert (done.status, done.out) == (1, "")
        return
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{name}: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("words", [["show"], ["search", "规划"], ["check"], []])
def test_nothing_in_a_file_reaches_the_terminal_as_a_command(call: Call, place: Path, words: list[str]) -> None:
    text = "报告\x1b[31m\n\n一、启示\x1b]0;x\x07\n一是先\x1b[2J规\x08\x9b31m划。规划\u202e见XX县\x7f\n"
    (place / "a.txt").write_text(text, "utf-8")
    done = call(*words, "a.txt")
    assert done.out
    assert not _CONTROL.search(done.out + done.err)


def test_a_file_name_does_not_either(call: Call) -> None:
    done = call("no\x1b[31m\nsuch\x9b.txt")
    assert not _CONTROL.search(done.err)
    assert done.err.count("\n") == 1


def test_exports_stay_verbatim(call: Call, place: Path) -> None:
    text = "报告\n\n一、启示\n先\x1b[2J规划。\n"
    (place / "a.txt").write_text(text, "utf-8")
    assert call("export", "a.txt", "-f", "txt").out == text


def test_truncated_utf8_is_read(call: Call, place: Path) -> None:
    (place / "a.txt").write_bytes("报告\n\n一、启示\n先规划后建设园区\n".encode()[:-2])
    assert call("search", "先规划", "a.txt").status == 0


def test_a_long_line_is_shown(call: Call, place: Path) -> None:
    (place / "a.txt").write_text("报告\n\n一、启示\n" + "园区要快。" * 20_000, "utf-8")
    done = call("show", "a.txt", "1")
    assert done.status == 0
    assert "".join(done.out.split()).count("园区要快。") == 20_000


@pytest.mark.parametrize("home", ["", "/proc/no", "/dev/null"])
def test_a_home_that_is_missing_or_read_only_is_no_error(
    call: Call, report: str, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", home)
    assert call("show", report).status == 0
    assert call().status == 0


def test_a_home_that_is_not_set_is_no_error(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/nonexistent/home")
    assert main(["show", report]) == 0
