"""The trace of a report that is one of a library: rarity over all of its reports, and what is told of it."""

import sqlite3
from pathlib import Path

import pytest

from tests.tui.house import SIZES, STANDARD
from tests.tui.library_house import LibraryVisit, folder_with, visit_library
from tests.tui.test_library_snapshots import folder, looks_as_before
from tests.tui.test_snapshots import Compare
from tests.tui.test_trace_screen import TOUR, screen_of
from tourview.library import Library
from tourview.open import open_text
from tourview.tracing import ALONE, Spread

__all__ = ["folder", "looks_as_before"]

OTHERS = {
    f"water{number}": f"赴第{number}县考察报告\n一、启示\n一是引水上山。盘山水渠修通。\n二是破除旧俗。\n"
    for number in range(1, 12)
}
"""Reports that all speak of water and canals, and none of waiting."""


def tours(place: Path) -> Path:
    return folder_with(place / "reports", tour=TOUR, **OTHERS)


async def trace_the_tour(sitting: LibraryVisit) -> None:
    while sitting.shelf.entry is None or sitting.shelf.entry.path.name != "tour.txt":
        await sitting.press("down")
    await sitting.press("enter", "7")


def weight(sitting: LibraryVisit, one: str, other: str) -> float:
    state = screen_of(sitting).state
    assert state is not None
    tie = state.trace.tie(one, other)
    assert tie is not None
    return tie.weight


@pytest.mark.parametrize("size", SIZES)
async def test_evidence_is_told_with_the_reports_that_have_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with visit_library(tours(tmp_path), size=size) as sitting:
        await trace_the_tour(sitting)
        assert "坐等心态 1 of 12 reports" in sitting.text()
        await sitting.press("right", "down")
        told = " ".join(sitting.text().split())
        assert "水源难题 1 of 12 reports" in told
        assert "盘山水渠 12 " in told


async def test_what_all_reports_say_weighs_less(tmp_path: Path) -> None:
    async with visit_library(folder_with(tmp_path / "one", tour=TOUR)) as sitting:
        await trace_the_tour(sitting)
        alone = weight(sitting, "1.2", "3.2") / weight(sitting, "1.1", "3.1")
        assert "坐等心态 1 of 1 report" in sitting.text()
    async with visit_library(tours(tmp_path)) as sitting:
        await trace_the_tour(sitting)
        assert weight(sitting, "1.2", "3.2") / weight(sitting, "1.1", "3.1") < alone


async def test_the_reader_shows_the_links_of_the_trace(tmp_path: Path) -> None:
    async with visit_library(tours(tmp_path)) as sitting:
        await trace_the_tour(sitting)
        state = screen_of(sitting).state
        assert state is not None
        await sitting.press("escape")
        assert set(sitting.room.report.links) == set(state.links)
        await sitting.press("7", "x", "escape")
        assert len(sitting.room.report.links) == len(state.links) - 1


async def test_an_index_that_cannot_be_asked_leaves_the_report_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def occupied(*_arguments: object) -> Spread:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(Library, "spread", occupied)
    async with visit_library(tours(tmp_path)) as sitting:
        await trace_the_tour(sitting)
        state = screen_of(sitting).state
        assert state is not None
        assert state.spread is ALONE
        assert set(state.links) == set(open_text(TOUR).links)
        assert "reports" not in sitting.text()


def test_picture_of_the_trace_in_a_library(looks_as_before: Compare) -> None:
    assert looks_as_before(["enter", "7"], STANDARD, language="en")
