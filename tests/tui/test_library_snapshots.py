"""The library as pictures; `--snapshot-update` takes them anew."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.house import NARROW, SMALL, STANDARD, WIDE, rest
from tests.tui.library_house import BROKEN, PLAIN, RIVER, folder_with
from tests.tui.test_snapshots import Compare, still
from tourview.i18n import speak
from tourview.library import Library
from tourview.tui.library_app import LibraryApp
from tourview.tui.memory import Memory
from tourview.tui.screens.library import LibraryScreen

ENGLISH = """Report on a Visit to the Harbour Towns
1 Lessons
1.1 Keep the quay open. The market stands where the boats land.
2 Gaps
2.1 Our quay is a car park. Nobody sells fish from it.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    later = RIVER.replace("青山县", "白水县").replace("2021年5月6日", "2023年11月9日")
    return folder_with(
        tmp_path / "考察报告", small=SMALL, river=RIVER, later=later, plain=PLAIN, harbour=ENGLISH, broken=BROKEN
    )


@pytest.fixture
def looks_as_before(snap_compare: Compare, folder: Path) -> Iterator[Callable[..., bool]]:
    """Whether the library, after some keys, looks as it did."""
    libraries: list[Library] = []

    def compare(
        keys: Iterable[str] = (), size: tuple[int, int] = WIDE, theme: str = "ink", language: str = "zh"
    ) -> bool:
        speak(language)
        library = Library([folder])
        libraries.append(library)
        app = LibraryApp(library, Memory(theme, fresh=False))

        async def come_to_rest(pilot: Pilot[object]) -> None:
            await still(pilot)
            screen = pilot.app.screen_stack[0]
            assert isinstance(screen, LibraryScreen)
            while not screen.up_to_date or not screen.at_rest or pilot.app.workers:
                await pilot.pause(0.005)
            await rest(pilot)

        async def play(pilot: Pilot[object]) -> None:
            await come_to_rest(pilot)
            for key in keys:
                await pilot.press(key)
                await come_to_rest(pilot)

        return snap_compare(app, terminal_size=size, run_before=play)

    yield compare
    for library in libraries:
        library.close()


def test_the_shelf(looks_as_before: Compare) -> None:
    assert looks_as_before(["down"])


def test_the_shelf_on_paper_by_lessons(looks_as_before: Compare) -> None:
    assert looks_as_before(["s"], theme="paper")


def test_the_shelf_in_english(looks_as_before: Compare) -> None:
    assert looks_as_before(language="en")


def test_the_shelf_in_a_standard_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["G"], STANDARD)


def test_the_shelf_in_a_narrow_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(size=NARROW)


def test_a_filter(looks_as_before: Compare) -> None:
    assert looks_as_before(["f", *"zhishui"])


def test_searching(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"yuanq", "down", "down", "down"])


def test_searching_on_paper_kept(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"园区", "down", "enter", "escape", "5"], theme="paper")


def test_searching_in_a_narrow_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"园区", "down"], NARROW)


def test_the_view_of_lessons(looks_as_before: Compare) -> None:
    assert looks_as_before(["3"], STANDARD)


def test_a_report_opened_at_a_hit(looks_as_before: Compare) -> None:
    assert looks_as_before(["/", *"园区", "down", "enter"])


def test_help(looks_as_before: Compare) -> None:
    assert looks_as_before(["?"])
