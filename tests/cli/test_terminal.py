"""What a terminal sees, and where the keys come from."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tourview.cli.terminal import Ink, columns, complain, visible_lines

ROOT = Path(__file__).parents[2]


def seen(words: list[str]) -> tuple[int, str]:
    """The status of a program run in a pseudo-terminal of its own, and all it wrote there."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execve(words[0], words, {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8"})
    written = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), written.decode()


@pytest.mark.parametrize("path", ["missing.txt", "/dev/zero"])
def test_what_cannot_be_opened_is_told_before_any_screen(path: str) -> None:
    status, written = seen([sys.executable, "-m", "tourview", path])
    assert status == 2
    assert written.startswith(f"{path}: ")
    assert written.count("\n") == 1
    assert "\x1b" not in written


def test_after_standard_input_the_keys_come_from_the_terminal() -> None:
    code = (
        "import os, sys; from tourview.cli.open import _from_stdin;"
        "opening = _from_stdin(); print(opening.report.title, os.isatty(0), sys.stdin.isatty())"
    )
    status, written = seen(["/bin/sh", "-c", f'echo Report | {sys.executable} -c "{code}"'])
    assert (status, written) == (0, "Report True True\r\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    shown = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m tourview show data/zunyi-2014/report.zh.yaml | head -c 10 > /dev/null"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert shown.stderr == b""


def test_controls_become_visible_but_line_ends_stay() -> None:
    assert visible_lines("a\tb\x1b\n\x9bc\n") == "a b␛\n\ufffdc\n"


def test_an_error_is_one_line_however_long(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\nb" * 1000)
    assert capsys.readouterr().err.count("\n") == 1


def test_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "42")
    assert columns() == 42
    monkeypatch.setenv("COLUMNS", "-3")
    assert columns() >= 1
    monkeypatch.delenv("COLUMNS")
    assert columns() == 80


def test_ink_is_plain_unless_wanted() -> None:
    assert Ink(False).hit("a") == "a"
    assert Ink(True).hit("a") == "\x1b[1;31ma\x1b[0m"
    assert Ink(True).hit("") == ""
