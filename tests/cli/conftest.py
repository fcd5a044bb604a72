"""A call of the program in this process, away from the home and the terminal of whoever runs the tests."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tourview.cli import main
from tourview.i18n import speak


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TOURVIEW_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    def run(*words: str, stdin: bytes | None = None) -> Outcome:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        status = main(words)
        speak("en")
        return Outcome(status, *capsys.readouterr())

    return run


REPORT = """\
赴海滨新区学习考察报告

考察组于2019年5月上旬成行。

一、考察概况
海滨新区：看了码头和智能装备园区，走访XX县。
临江县：看了水产基地。
二、启示
一是规划先行。先有蓝图，后建园区。
二是服务要快。窗口一站办结，用时2天。
三、下一步措施
（一）建好园区。年底前建成园区服务大厅。
"""


@pytest.fixture
def report(place: Path) -> str:
    (place / "report.txt").write_text(REPORT, "utf-8")
    return "report.txt"
