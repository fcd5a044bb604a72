"""What every test of the screen stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import _wait

from tests.tui.house import bundled
from tourview.i18n import speak
from tourview.open import Opening
from tourview.tui.screens import watching


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test, and no terminal, clipboard or locale of the machine's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("NO_COLOR", "DISPLAY", "WAYLAND_DISPLAY", "TERM_PROGRAM", "TMUX", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The interface speaks English before and after every test."""
    speak("en")
    yield
    speak("en")


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot looks every 2 ms, not every 20, whether the program has come to rest."""
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.002)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0005)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page looks for what others have written when a test has it look, not by the clock."""
    monkeypatch.setattr(watching, "_WATCH", 3600.0)


@pytest.fixture(scope="session")
def zh() -> Opening:
    """The bundled Chinese report."""
    return bundled("zh")


@pytest.fixture(scope="session")
def en() -> Opening:
    """The bundled English report."""
    return bundled("en")
