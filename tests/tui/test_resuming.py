"""What is there again next time: the place, the theme; and the greeting, which is there once."""

import asyncio
import json
import os
from pathlib import Path

import pytest

from tests.tui.house import NARROW, SMALL, STANDARD, WIDE, visit
from tourview.open import prepare
from tourview.tui.app import TourviewApp, run
from tourview.tui.history import History
from tourview.tui.memory import Memory, keep, recall, state_folder

GREETING = "Up and down to move, / to search, ? for all keys"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW])
async def test_one_begins_where_one_stopped(file: Path, size: tuple[int, int]) -> None:
    memory = Memory(fresh=False)
    async with visit(file, size, memory) as sitting:
        await sitting.press(":", *"2.1.2", "enter", "enter", "down", "down")
        await sitting.press("q")
    async with visit(file, size, memory) as sitting:
        assert sitting.here == "2.1.2"
        if size != NARROW:
            # In a narrow terminal one is in the reader at once: one was reading.
            await sitting.press("tab")
        assert sitting.here == "2.1.2"
        assert "水电气" in sitting.page()[0]


async def test_one_begins_there_in_another_size_of_terminal(file: Path) -> None:
    memory = Memory(fresh=False)
    async with visit(file, WIDE, memory) as sitting:
        await sitting.press(":", *"2.2.1", "enter", "q")
    async with visit(file, STANDARD, memory) as sitting:
        assert sitting.here == "2.2.1"
        assert "办事慢" in sitting.page()[0]


async def test_a_report_read_for_the_first_time_begins_at_its_title(file: Path) -> None:
    async with visit(file, STANDARD, Memory(places={"/elsewhere": 99}, fresh=False)) as sitting:
        assert sitting.here == "0"
        assert "赴海滨市学习考察报告" in sitting.page()[0]


@pytest.mark.parametrize("offset", [-5, 10**9])
async def test_a_place_that_is_no_longer_there_does_no_harm(file: Path, offset: int) -> None:
    async with visit(file, STANDARD, Memory(places={str(file): offset}, fresh=False)) as sitting:
        assert sitting.here in ("0", "3.2")
        await sitting.press("down", "up")


async def test_the_theme_is_there_again(file: Path) -> None:
    memory = Memory(fresh=False)
    async with visit(file, STANDARD, memory) as sitting:
        assert sitting.app.theme == "ink"
        await sitting.press("t", "q")
    assert memory.theme == "paper"
    async with visit(file, STANDARD, memory) as sitting:
        assert sitting.app.theme == "paper"


async def test_an_unknown_theme_is_ours_instead(file: Path) -> None:
    async with visit(file, STANDARD, Memory(theme="gone", fresh=False)) as sitting:
        assert sitting.app.theme == "ink"


@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW])
async def test_the_very_first_start_greets_until_the_first_key(file: Path, size: tuple[int, int]) -> None:
    memory = Memory()
    async with visit(file, size, memory) as sitting:
        assert GREETING in sitting.text()
        await sitting.press("down")
        assert GREETING not in sitting.text()
        assert sitting.here == "1"
    async with visit(file, size, memory) as sitting:
        assert GREETING not in sitting.text()


async def test_the_greeting_is_not_repeated_for_a_second_report(file: Path) -> None:
    async with visit(file, STANDARD, Memory()) as sitting:
        await sitting.press("o")
        await sitting.paste(str(file))
        await sitting.press("enter")
        assert GREETING not in sitting.text()


def test_a_whole_sitting_is_remembered_on_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def sit(app: TourviewApp) -> None:
        async with app.run_test(size=STANDARD) as pilot:
            await pilot.pause()
            await pilot.press("G", "t")
            await pilot.pause()
            await pilot.press("q")

    monkeypatch.setattr(TourviewApp, "run", lambda app: asyncio.run(sit(app)))
    assert run(prepare(file)) == 0
    memory = recall()
    assert memory.theme == "paper"
    assert not memory.fresh
    assert memory.places == {str(file.resolve()): SMALL.index("（二）改进作风")}


# The memory itself


def test_what_is_kept_is_recalled() -> None:
    keep(Memory("paper", {"/报告.txt": 7, "/b": 0}, fresh=False))
    assert recall() == Memory("paper", {"/报告.txt": 7, "/b": 0}, fresh=False)
    assert [entry.name for entry in state_folder().iterdir()] == ["reading.json"]


def test_nothing_kept_is_a_fresh_memory() -> None:
    assert recall() == Memory("ink", {}, fresh=True)


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b'{"theme": 1, "places": {}}',
        b'{"theme": "ink", "places": []}',
        b'{"theme": "ink", "places": {"a": "x"}}',
        b'{"theme": "ink", "places": {"a": null}}',
        b'{"theme": "ink", "places": {"a": Infinity}}',
        b'{"theme": "ink", "places": {"a": NaN}}',
        b"[" * 100_000,
    ],
)
def test_a_spoiled_memory_is_a_fresh_one(stored: bytes) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "reading.json").write_bytes(stored)
    assert recall() == Memory()


def test_a_path_that_is_no_text_is_remembered() -> None:
    path = os.fsdecode(b"/reports/\xff.txt")
    keep(Memory("ink", {path: 5}, fresh=False))
    assert recall().places == {path: 5}


def test_a_home_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "occupied").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "occupied"))
    keep(Memory("paper"))
    assert recall() == Memory()


def test_the_reports_read_longest_ago_are_forgotten() -> None:
    memory = Memory()
    for number in range(501):
        memory.remember(str(number), number)
    memory.remember("1", 99)
    memory.remember("new", 1)
    assert len(memory.places) == 500
    assert "0" not in memory.places
    assert "2" not in memory.places
    assert list(memory.places)[-2:] == ["1", "new"]


def test_the_memory_is_plain_json() -> None:
    keep(Memory("ink", {"/a": 1}, history=History(("园区",))))
    kept = {"theme": "ink", "places": {"/a": 1}, "queries": ["园区"]}
    assert json.loads((state_folder() / "reading.json").read_text()) == kept


async def test_the_greeting_leaves_no_gap_behind(file: Path) -> None:
    for keys in (["down"], ["?", "escape"]):
        async with visit(file, STANDARD, Memory(fresh=True)) as sitting:
            await sitting.press(*keys)
            assert sitting.lines()[-1].strip().startswith("↑↓ move")
