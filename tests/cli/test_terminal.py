"""What a terminal sees, and where the keys come from."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tourview.cli import main
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


OUTPUTS = [["--version"], ["help"], ["show", "--help"], ["show", "report.txt"], ["export", "report.txt"]]
OUTPUTS += [["search", "园区", "report.txt", "--json"], ["check", "report.txt"], ["ledger", "list", "report.txt"]]


def run_into(output: str, words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program run with its standard output put into something by the shell."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {output}', "sh", sys.executable, "-m", "tourview", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TOURVIEW_LEDGER": str(folder / "ledger"), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_a_full_disk_is_told_in_one_line(place: Path, report: str, words: list[str]) -> None:
    assert (place / report).exists()
    done = run_into("> /dev/full", words, place)
    assert (done.returncode, done.stderr) == (2, b"tourview: the output cannot be written: the disk is full\n")


def test_streams_that_are_closed_lead_nowhere(place: Path, report: str) -> None:
    assert run_into(">&- <&-", ["show", report], place).returncode == 0
    assert run_into(">&- <&-", ["ledger", "list", report], place).returncode == 0
    assert run_into("2>&-", ["show", "none.txt"], place).returncode == 2
    assert run_into("<&-", ["show", "-"], place).returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
@pytest.mark.parametrize(
    "words",
    [
        *(["report.txt"], ["show", "report.txt"], ["search", "园区", "report.txt"], ["check", "report.txt"]),
        *(
            ["figures", "report.txt"],
            ["trace", "report.txt"],
            ["index", "."],
            ["completion", "zsh"],
            ["help", "ledger"],
        ),
        *(
            ["ledger", "list", "report.txt"],
            ["ledger", "summary"],
            ["ledger", "summary", "-f", "html"],
            ["search", "。", "."],
        ),
        *(["ledger", "show", "3.1"], ["ledger", "history", "3.1"], ["ledger", "set", "3.1", "due=没有"], ["无.txt"]),
    ],
    ids=" ".join,
)
def test_no_encoding_of_the_terminal_is_in_the_way(
    call: Call, report: str, monkeypatch: pytest.MonkeyPatch, encoding: str, words: list[str]
) -> None:
    call("ledger", "list", report)
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _stream in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    for language in ("zh", "en"):
        assert main([*words, "--lang", language]) in (0, 1, 2)
    assert sum(len(stream.buffer.getvalue()) for stream in streams if isinstance(stream.buffer, io.BytesIO))
