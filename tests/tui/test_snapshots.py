"""The screens as pictures, to see at a glance what a change does to them; `--snapshot-update` takes them anew."""

from collections.abc import Callable, Iterable
from contextlib import suppress

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from tests.tui.house import NARROW, STANDARD, WIDE, bundled, rest
from tourview.i18n import speak
from tourview.tui.app import TourviewApp
from tourview.tui.memory import Memory

Compare = Callable[..., bool]


async def still(pilot: Pilot[object]) -> None:
    """Have the cursor stand still, and all come to rest."""
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await rest(pilot)
    while pilot.app.workers:
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await rest(pilot)


@pytest.fixture
def looks_as_before(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Whether the bundled Chinese report, after some keys, looks as it did."""

    def compare(keys: Iterable[str] = (), size: tuple[int, int] = WIDE, theme: str = "ink") -> bool:
        speak("zh")
        app = TourviewApp(bundled("zh"), Memory(theme, fresh=False))

        async def play(pilot: Pilot[object]) -> None:
            await still(pilot)
            for key in keys:
                await pilot.press(key)
                await still(pilot)

        return snap_compare(app, terminal_size=size, run_before=play)

    return compare


def test_reading(looks_as_before: Compare) -> None:
    assert looks_as_before([*["down"] * 12])


def test_searching(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"园区", *["down"] * 7])


def test_the_view_of_commitments(looks_as_before: Compare) -> None:
    assert looks_as_before(["5"])


def test_help(looks_as_before: Compare) -> None:
    assert looks_as_before(["?"])


def test_palette(looks_as_before: Compare) -> None:
    assert looks_as_before(["ctrl+p"])


def test_jumping(looks_as_before: Compare) -> None:
    assert looks_as_before([":", *"1.3"], STANDARD)


def test_paper(looks_as_before: Compare) -> None:
    assert looks_as_before([*["down"] * 19], theme="paper")


def test_a_standard_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"园区", "enter", "n", "n"], STANDARD)


def test_a_narrow_terminals_outline(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"园区", "enter", "tab"], NARROW)


def test_a_narrow_terminals_reader(looks_as_before: Compare) -> None:
    assert looks_as_before(["4", "down", "down", "enter"], NARROW)
