"""Copying: what is copied, by which way, and that the way is told."""

import base64
from pathlib import Path

import pytest
from textual.app import App

from tests.tui.house import SMALL, visit
from tourview.tui.memory import state_folder


@pytest.fixture
def osc52(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal is sent for its clipboard."""
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _app, text: sent.append(text))
    return sent


def with_tool(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, *, status: int = 0) -> Path:
    """Put a program of this name, and no other, on the path; it writes what it is given into a file."""
    taken = folder / "taken"
    program = folder / name
    program.write_text(f'#!/bin/sh\n/bin/cat > "{taken}"\nexit {status}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return taken


async def test_y_copies_the_section_as_a_citation(osc52: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1.2", "enter", "y")
        assert osc52 == [
            "“二是配套弱。\n水电气还没有通到园区门口。”\n"
            "——《赴海滨市学习考察报告》，2.1.2 二、对照先进找差距 › （一）园区的差距 › 配套弱"
        ]
        assert sitting.told == ["Citation copied to the terminal's clipboard (OSC 52)"]


async def test_y_cites_the_section_of_the_hit_one_stands_at(osc52: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"门口", "enter", "y")
        assert "，2.1.2 " in osc52[0]


async def test_capital_y_copies_the_ref(osc52: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("5", "Y")
        assert osc52 == ["3"]


async def test_osc52_reaches_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    async with visit(SMALL) as sitting:
        driver = sitting.app._driver
        assert driver is not None
        written: list[str] = []
        monkeypatch.setattr(driver, "write", written.append)
        await sitting.press("5", "Y")
        assert f"\x1b]52;c;{base64.b64encode(b'3').decode()}\a" in "".join(written)


@pytest.mark.parametrize(("variable", "tool"), [("WAYLAND_DISPLAY", "wl-copy"), ("DISPLAY", "xclip"), ("", "pbcopy")])
async def test_the_platforms_clipboard_is_filled_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, osc52: list[str], variable: str, tool: str
) -> None:
    taken = with_tool(tmp_path, tool, monkeypatch)
    if variable:
        monkeypatch.setenv(variable, ":0")
    async with visit(SMALL) as sitting:
        await sitting.press("3", "Y")
        assert taken.read_text() == "1.2"
        assert osc52 == ["1.2"]
        assert sitting.told == [f"Ref 1.2 copied to the terminal's clipboard (OSC 52) and the clipboard ({tool})"]


async def test_a_terminal_without_osc52_and_without_a_tool_gets_a_file(
    monkeypatch: pytest.MonkeyPatch, osc52: list[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("TERM", "linux")
    async with visit(SMALL) as sitting:
        await sitting.press("3", "Y")
        path = state_folder() / "copied.txt"
        assert path.read_text(encoding="utf-8") == "1.2\n"
        assert sitting.told == [f"Ref 1.2 copied to {path}"]
        assert osc52 == []


async def test_what_cannot_be_copied_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, osc52: list[str]) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("TERM", "linux")
    (tmp_path / "occupied").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "occupied"))
    async with visit(SMALL) as sitting:
        await sitting.press("Y")
        assert len(sitting.told) == 1
        assert sitting.told[0].startswith("Not copied: ")
