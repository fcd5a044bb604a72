"""A big report is read behind a screen that shows how far it is, and that can be left."""

import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.tui.house import NARROW, SMALL, STANDARD, Visit, visit
from tourview.open import Opening, open_text, prepare
from tourview.report import Progress, Report, ReportError
from tourview.tui.app import TourviewApp, run
from tourview.tui.cancelling import CancelledError
from tourview.tui.memory import Memory
from tourview.tui.screens.loading import LoadingScreen

PATIENCE = 2000
"""How often to look for something that is sure to come."""


class Slow:
    """A report that is being read until it is released; tells its progress all the while."""

    def __init__(self, error: ReportError | None = None) -> None:
        self.error = error
        self.share = 0.0
        self.released = threading.Event()
        self.cancelled = threading.Event()
        self.opening = Opening(Path("/reports/big.txt"), "big.txt", None, self.load)

    def load(self, progress: Progress) -> Report:
        try:
            progress(self.share)
            while not self.released.wait(0.002):
                progress(self.share)
        except CancelledError:
            self.cancelled.set()
            raise
        if self.error is not None:
            raise self.error
        return open_text(SMALL, "big.txt")


async def until(sitting: Visit, come: Callable[[], bool]) -> None:
    """Wait for something that is sure to come."""
    for _look in range(PATIENCE):
        if come():
            return
        await sitting.pilot.pause()
    raise AssertionError("it never came")


@asynccontextmanager
async def waiting(slow: Slow, size: tuple[int, int] = STANDARD) -> AsyncIterator[Visit]:
    """Sit before a report that is being read."""
    app = TourviewApp(slow.opening, Memory(fresh=False))
    try:
        async with app.run_test(size=size) as pilot:
            sitting = Visit(app, pilot)
            await until(sitting, lambda: isinstance(app.screen, LoadingScreen) and "Reading" in sitting.text())
            yield sitting
    finally:
        slow.released.set()


@pytest.mark.parametrize("size", [STANDARD, NARROW, (30, 8)])
async def test_the_screen_names_the_file_and_shows_the_progress(size: tuple[int, int]) -> None:
    slow = Slow()
    async with waiting(slow, size) as sitting:
        assert "Reading big.txt" in sitting.text()
        assert "Esc cancels" in sitting.text()
        slow.share = 0.37
        if size[0] > 40:
            await until(sitting, lambda: "37%" in sitting.text())
        slow.released.set()
        await until(sitting, lambda: sitting.app.room is not None)
        await sitting.settle()
        assert "赴海滨市学习考" in sitting.lines()[0]
        assert sitting.outline.has_focus


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_waiting_can_be_given_up_at_the_start(key: str) -> None:
    slow = Slow()
    async with waiting(slow) as sitting:
        await sitting.pilot.press(key)
        await until(sitting, lambda: sitting.app._exit)
        assert slow.cancelled.wait(5)
        assert sitting.app.failure is None
        assert sitting.app.return_code == 0


async def test_giving_up_a_second_report_returns_to_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow()
    monkeypatch.setattr("tourview.tui.app.prepare", lambda _path: slow.opening)
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("5", "o", "x")
        await sitting.pilot.press("enter")
        await until(sitting, lambda: isinstance(sitting.app.screen, LoadingScreen))
        await sitting.pilot.press("escape")
        assert slow.cancelled.wait(5)
        await sitting.settle()
        assert sitting.in_room
        assert sitting.here == "3"
        assert sitting.told == []


async def test_a_second_report_that_fails_leaves_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow(ReportError("big.txt", "it is spoiled"))
    monkeypatch.setattr("tourview.tui.app.prepare", lambda _path: slow.opening)
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("o", "x")
        await sitting.pilot.press("enter")
        await until(sitting, lambda: isinstance(sitting.app.screen, LoadingScreen))
        slow.released.set()
        await sitting.settle()
        assert sitting.in_room
        assert sitting.told == ["big.txt: it is spoiled"]


async def test_a_second_report_that_is_big_takes_the_first_one_s_place(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow()
    monkeypatch.setattr("tourview.tui.app.prepare", lambda _path: slow.opening)
    async with visit("另一篇报告\n\n一段话。\n", STANDARD) as sitting:
        for _time in range(2):
            slow.released.clear()
            await sitting.press("o", "x")
            await sitting.pilot.press("enter")
            await until(sitting, lambda: isinstance(sitting.app.screen, LoadingScreen))
            slow.released.set()
            await until(sitting, lambda: sitting.app.room is sitting.app.screen)
            await sitting.settle()
            assert "赴海滨市学习考察报告" in sitting.lines()[0]


def headless(monkeypatch: pytest.MonkeyPatch, play: Callable[[Pilot[object]], Awaitable[None]] | None = None) -> None:
    """Have `run` play without a terminal."""

    async def pilot(pilot: Pilot[object]) -> None:
        if play is not None:
            await play(pilot)

    monkeypatch.setattr(
        TourviewApp, "run", lambda app: App.run(app, headless=True, size=STANDARD, auto_pilot=pilot if play else None)
    )


def test_a_report_that_cannot_be_read_after_all_is_told_when_the_screen_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    headless(monkeypatch)
    slow = Slow(ReportError("big.txt", "it is spoiled", 7, 3))
    slow.released.set()
    with pytest.raises(ReportError, match=r"^big\.txt:7:3: it is spoiled$"):
        run(slow.opening)


def test_giving_up_is_status_0_and_no_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    slow = Slow()

    async def give_up(pilot: Pilot[object]) -> None:
        while not isinstance(pilot.app.screen, LoadingScreen):
            await pilot.pause()
        await pilot.press("escape")

    headless(monkeypatch, give_up)
    assert run(slow.opening) == 0
    assert slow.cancelled.is_set()
    assert capsys.readouterr().err == ""


async def test_a_real_file_of_more_than_a_megabyte_is_read_behind_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    sections = (
        f"{number % 9 + 1}．第{number}条。" + "这里写的是园区的情况，年年都有新的变化。" * 60 for number in range(900)
    )
    path.write_text("一篇大报告\n\n一、情况\n" + "\n".join(sections), encoding="utf-8")
    opening = prepare(path)
    assert opening.report is None
    async with visit(opening, STANDARD) as sitting:
        await until(sitting, lambda: sitting.app.room is not None)
        await sitting.settle()
        assert "一篇大报告" in sitting.text()
        await sitting.press("G")
        assert sitting.here == sitting.room.report.reading_order[-1].ref
        await sitting.press("/", *"园区")
        await until(sitting, lambda: sitting.status != "")
        assert sitting.status.endswith(f"of 54000 hits in {sitting.status.split()[-2]} sections")
