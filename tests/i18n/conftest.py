"""What every test of the interface's languages stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tourview.i18n import speak


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The interface speaks English before and after every test."""
    speak("en")
    yield
    speak("en")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and no terminal, clipboard or locale of the machine's."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("NO_COLOR", "DISPLAY", "WAYLAND_DISPLAY", "TERM_PROGRAM", "TMUX", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path
