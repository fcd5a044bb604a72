"""The library: its shelf of reports, their order, the filter, and opening one and coming back."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.tui.house import NARROW, SIZES, SMALL, STANDARD, WIDE
from tests.tui.library_house import BROKEN, PLAIN, RIVER, folder_with, usual, visit_library
from tourview.tui.memory import Memory
from tourview.tui.screens.help import HelpScreen
from tourview.typeset import cell_width


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return usual(tmp_path)


async def test_every_report_is_a_row(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        assert sorted(sitting.names) == ["plain.txt", "river.txt", "small.txt"]
        text = sitting.text()
        row = next(line for line in sitting.lines() if "河湾镇赴青山县" in line)
        assert row.split() == [
            "河湾镇赴青山县学习治水护河的考察报告",
            "river.txt",
            "2021.05.06",
            *("L", "3", "G", "1", "C", "2"),
        ]
        assert "3 reports" in text
        assert sitting.shelf.has_focus


@pytest.mark.parametrize("size", SIZES)
async def test_the_columns_are_aligned_in_every_size(reports: Path, size: tuple[int, int]) -> None:
    async with visit_library(reports, size=size) as sitting:
        rows = [strip for strip in sitting.strips() if "考察报告" in strip.text]
        assert len(rows) == 2
        # The number of commitments is 2 in both, and stands at the same place, as do all columns before it.
        ends = {cell_width(strip.text.rstrip()) for strip in rows}
        assert ends == {size[0] - 2}
        assert {strip.crop(size[0] - 4, size[0] - 2).text for strip in rows} == {" 2"}


async def test_the_latest_come_first_and_those_without_a_date_last(tmp_path: Path) -> None:
    later = RIVER.replace("2021年5月6日", "2023年1月9日")
    folder = folder_with(tmp_path, a_plain=PLAIN, b_early=RIVER, c_late=later)
    async with visit_library(folder) as sitting:
        assert sitting.names == ["c_late.txt", "b_early.txt", "a_plain.txt"]
        assert "Date ▾" in sitting.text()


@pytest.mark.parametrize(
    ("column", "names"),
    [
        # By their sound: fu, gei, he.
        ("Title", ["small.txt", "plain.txt", "river.txt"]),
        (" L ", ["river.txt", "small.txt", "plain.txt"]),
        (" G ", ["small.txt", "river.txt", "plain.txt"]),
    ],
)
async def test_a_click_on_a_column_sorts_by_it_and_another_turns_it_round(
    reports: Path, column: str, names: list[str]
) -> None:
    async with visit_library(reports) as sitting:
        await sitting.click(column, 2 if column == "Title" else 0)
        assert sitting.names == names
        before = sitting.text()
        await sitting.click(column.rstrip(), 2 if column == "Title" else 0)
        assert sitting.names == names[::-1]
        assert sitting.text() != before


async def test_keys_sort_by_the_next_column_and_turn_it_round(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("s")
        assert "L ▾" in sitting.text()
        assert sitting.names[0] == "river.txt"
        await sitting.press("S")
        assert sitting.names[0] == "plain.txt"
        await sitting.press("s", "s", "s")
        assert "Title ▴" in sitting.text()


async def test_the_cursor_is_at_the_top_until_it_is_moved(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("赴青山县学习考察报告\n2019年3月1日\n一、启示\n一是要快。\n", "utf-8")
    async with visit_library(tmp_path) as sitting:
        (tmp_path / "b.txt").write_text("赴白鹭县学习考察报告\n2024年3月1日\n一、启示\n一是要稳。\n", "utf-8")
        await sitting.refresh()
        assert sitting.shelf.entry is not None
        assert sitting.names[0] == sitting.shelf.entry.path.name == "b.txt"


async def test_the_cursor_stays_on_its_report_when_the_order_changes(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("down")
        entry = sitting.shelf.entry
        await sitting.press("s", "S", "s")
        assert sitting.shelf.entry == entry


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("治水", ["river.txt"]),
        ("zhishui", ["river.txt"]),
        ("zshh", ["river.txt"]),
        ("RIVER", ["river.txt"]),
        ("2021", ["river.txt"]),
        ("kaocha baogao", ["river.txt", "small.txt"]),
        ("龘", []),
    ],
)
async def test_the_filter_keeps_what_has_every_word_as_it_is_or_by_its_sound(
    reports: Path, typed: str, names: list[str]
) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("f", *typed)
        assert sorted(sitting.names) == names
        told = f"{len(names)} of 3 reports" if names else "nothing found"
        assert told in sitting.lines()[-2]


async def test_enter_in_the_filter_opens_the_report_and_escape_shows_all_again(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("f", *"hewan", "enter")
        assert sitting.room.report.title.startswith("河湾镇")
        await sitting.press("escape")
        assert sitting.at_shelf
        assert sitting.names == ["river.txt"]
        await sitting.press("escape")
        assert len(sitting.names) == 3
        entry = sitting.shelf.entry
        assert entry is not None
        assert entry.path.name == "river.txt"


async def test_a_chinese_character_begins_a_filter(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press(*"治水")
        assert sitting.names == ["river.txt"]
        await sitting.press("tab")
        assert sitting.shelf.has_focus


@pytest.mark.parametrize("back", ["escape", "backspace"])
@pytest.mark.parametrize("size", SIZES)
async def test_one_opens_a_report_and_comes_back_to_the_same_row(
    reports: Path, back: str, size: tuple[int, int]
) -> None:
    async with visit_library(reports, size=size) as sitting:
        await sitting.press("down", "down")
        entry, before = sitting.shelf.entry, sitting.lines()
        assert entry is not None
        await sitting.press("enter")
        assert sitting.in_room
        assert sitting.room.report.title == entry.title
        await sitting.press(back)
        assert sitting.at_shelf
        assert sitting.lines() == before
        assert sitting.shelf.entry == entry


async def test_backspace_in_a_report_goes_back_in_it_first(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("s", "enter", ":", "2", "enter")
        assert sitting.here == "2"
        await sitting.press("backspace")
        assert sitting.in_room
        assert sitting.here == "0"
        await sitting.press("backspace")
        assert sitting.at_shelf


async def test_the_palette_and_the_hints_lead_back_to_the_library(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("enter")
        assert "Esc library" in sitting.lines()[-1]
        await sitting.press("ctrl+p", *"library")
        await sitting.pilot.pause(0.3)
        await sitting.press("enter")
        if sitting.app.screen.query(OptionList):
            await sitting.press("enter")
        await sitting.settle()
        assert sitting.at_shelf


async def test_where_one_stopped_is_remembered_on_the_way_back(reports: Path) -> None:
    memory = Memory(fresh=False)
    async with visit_library(reports, memory=memory) as sitting:
        await sitting.press("s", "enter", ":", "3", "enter", "escape")
        assert sitting.at_shelf
        await sitting.press("enter")
        assert sitting.here == "3"


async def test_another_report_opened_from_a_report_leads_back_to_the_library_too(reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.txt"
    other.write_text(SMALL, encoding="utf-8")
    async with visit_library(reports) as sitting:
        await sitting.press("enter", "o", *str(other), "enter")
        assert sitting.room.report.source.name == "elsewhere.txt"
        await sitting.press("escape")
        assert sitting.at_shelf
        await sitting.press("o", *str(other), "enter")
        assert sitting.in_room


async def test_a_click_puts_the_cursor_on_a_row_and_another_opens_it(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.click("给邻居的一封信")
        entry = sitting.shelf.entry
        assert entry is not None
        assert entry.path.name == "plain.txt"
        assert sitting.at_shelf
        await sitting.click("给邻居的一封信")
        assert sitting.in_room


async def test_an_unreadable_report_is_a_row_that_says_why(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "some", river=RIVER, broken=BROKEN)
    async with visit_library(folder) as sitting:
        assert sitting.names == ["river.txt", "broken.pdf"]
        row = next(line for line in sitting.lines() if "broken.pdf" in line)
        assert "damaged" in row
        assert "2 reports, 1 unreadable" in sitting.text()
        await sitting.press("down", "enter")
        assert sitting.at_shelf
        assert "broken.pdf" in sitting.told[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_folder_says_so(tmp_path: Path, size: tuple[int, int]) -> None:
    async with visit_library(tmp_path, size=size) as sitting:
        assert "No reports here yet" in sitting.text()
        await sitting.press("down", "enter", "s", "S", "G", "g", "]", "n", "pagedown", "f", "x", "enter", "escape")
        assert sitting.at_shelf


async def test_what_changes_in_the_folder_appears_by_itself(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        folder_with(reports, later=RIVER.replace("青山县", "白水县"))
        (reports / "plain.txt").unlink()
        await sitting.until(lambda: "later.txt" in sitting.names)
        await sitting.settle()
        assert sorted(sitting.names) == ["later.txt", "river.txt", "small.txt"]


async def test_several_paths_are_one_library(reports: Path, tmp_path: Path) -> None:
    single = tmp_path / "single.txt"
    single.write_text(RIVER, encoding="utf-8")
    async with visit_library(reports, single) as sitting:
        assert len(sitting.names) == 4
        assert "single.txt" in sitting.text()


async def test_reports_in_folders_within_are_called_by_their_path(tmp_path: Path) -> None:
    folder_with(tmp_path / "reports" / "south", river=RIVER)
    async with visit_library(tmp_path / "reports") as sitting:
        assert "south/river.txt" in sitting.text()


@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW])
async def test_help_lists_the_commands_of_the_library(reports: Path, size: tuple[int, int]) -> None:
    async with visit_library(reports, size=size) as sitting:
        await sitting.press("?")
        assert isinstance(sitting.app.screen, HelpScreen)
        seen = sitting.text()
        for _page in range(4):
            await sitting.press("pagedown")
            seen += sitting.text()
        for command in sitting.shelf_screen.commands:
            if command.in_help:
                assert command.title in seen
        await sitting.press("escape")
        assert sitting.at_shelf


async def test_every_command_of_the_palette_can_be_done(reports: Path) -> None:
    async with visit_library(reports, size=STANDARD) as sitting:
        for entry in sitting.app.get_system_commands(sitting.shelf_screen):
            if entry.title != "Quit":
                entry.callback()
                await sitting.settle()
                while not sitting.at_shelf:
                    await sitting.press("escape")
        assert not sitting.app._exit


async def test_no_key_of_the_library_means_two_things(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        keys = [key for command in sitting.shelf_screen.commands for key in command.keys]
        assert len(keys) == len(set(keys))
        await sitting.press("t")
        assert sitting.app.theme == "paper"
        await sitting.pilot.press("q")
        assert sitting.app._exit
