"""Searching all reports of a library: hits by report, opened where they are, and back again."""

from pathlib import Path

import pytest

from tests.tui.house import NARROW, SIZES, SMALL, WIDE
from tests.tui.library_house import RIVER, LibraryVisit, folder_with, usual, visit_library
from tourview.library import Library
from tourview.report import Kind
from tourview.search import find
from tourview.tui import lookup
from tourview.tui.history import History
from tourview.tui.memory import Memory

RIVER_HITS = [("river.txt", "3.2"), ("river.txt", "1.2")]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return usual(tmp_path)


def status(sitting: LibraryVisit) -> str:
    """What the search bar tells."""
    return sitting.lines()[-2]


async def test_hits_are_listed_by_report_as_one_types(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区")
        assert sorted(sitting.found) == sorted(
            [*RIVER_HITS, *(("small.txt", ref) for ref in ("0", "1.1.1", "1.2.1", "2.1", "2.1.1", "2.1.2", "3.1"))]
        )
        assert "12 hits in 9 sections of 2 reports" in status(sitting)
        titles = [line.strip() for line in sitting.lines() if "考察报告" in line]
        assert [title.split()[-1] for title in titles] == ["9", "3"]
        await sitting.press("backspace", "backspace", *"面积")
        assert {file for file, _ref in sitting.found} == {"small.txt"}


async def test_a_hit_shows_its_ref_heading_count_and_words_lit_up(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区")
        row = next(strip for strip in sitting.strips() if "管住园区" in strip.text)
        assert row.text.split()[:3] == ["C", "3.2", "管住园区"]
        assert "园区的排水口装上在线监测" in row.text
        assert row.text.rstrip().endswith("2")
        ground = sitting.app.look.hit.bgcolor
        lit = [segment.text for segment in row if segment.style is not None and segment.style.bgcolor == ground]
        assert lit == ["园区", "园区"]


async def test_the_counts_are_those_of_each_report_by_itself(reports: Path) -> None:
    library = Library([reports])
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"一")
        for entry in sitting.shelf.entries:
            alone = find(library.open(entry), "一")
            assert {ref for file, ref in sitting.found if file == entry.path.name} == {
                hit.section.ref for hit in alone.hits
            }
    library.close()


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_report_at_the_hit_and_escape_comes_back_to_it(
    reports: Path, size: tuple[int, int]
) -> None:
    async with visit_library(reports, size=size) as sitting:
        await sitting.press("/", *"园区", "down", "down", "down")
        at = sitting.at
        assert at is not None
        await sitting.press("enter")
        assert sitting.in_room
        assert sitting.here == at[1]
        assert sitting.field == "园区"
        assert sitting.reader.has_focus
        first = sitting.status
        assert "hits in" in first
        await sitting.press("n")
        assert sitting.status != first
        await sitting.press("escape")
        assert sitting.at_shelf
        assert sitting.at == at
        assert sitting.sought == "园区"
        assert sitting.finds.has_focus
        before = sitting.lines()
        await sitting.press("enter", "escape")
        assert sitting.lines() == before
        await sitting.press("escape")
        assert sitting.sought == ""
        assert sitting.shelf.has_focus
        assert "给邻居的一封信" in sitting.text()


async def test_a_search_of_one_s_own_in_the_report_is_cleared_before_one_leaves(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区", "enter", "/", *"一本账", "enter")
        assert sitting.in_room
        await sitting.press("escape")
        assert sitting.in_room
        assert not sitting.bar.display
        await sitting.press("escape")
        assert sitting.at_shelf
        assert sitting.sought == "园区"


async def test_enter_right_after_typing_opens_the_first_hit_when_it_is_found(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        sitting.type_ahead("/")
        await sitting.settle()
        sitting.type_ahead("一本账\r")
        await sitting.until(lambda: sitting.app.room is not None)
        await sitting.settle()
        assert sitting.here == "2.1"


async def test_up_typed_ahead_of_the_field_recalls_what_was_sought(reports: Path) -> None:
    memory = Memory(fresh=False, history=History(("园区",)))
    async with visit_library(reports, memory=memory) as sitting:
        sitting.type_ahead("/\x1b[A")
        await sitting.settle()
        assert sitting.sought == "园区"


async def test_nothing_found_says_so(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"龘", "down", "up", "enter")
        assert "nothing found" in status(sitting)
        assert sitting.at_shelf
        await sitting.press("escape")
        assert len(sitting.names) == 3


async def test_n_goes_from_hit_to_hit_and_brackets_from_report_to_report(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区", "enter", "escape")
        assert sitting.finds.has_focus
        first = sitting.at
        assert first is not None
        await sitting.press("n", "n", "N")
        assert sitting.finds.cursor == 1
        await sitting.press("]")
        other = sitting.at
        assert other is not None
        assert other[0] != first[0]
        await sitting.press("]", "[")
        assert sitting.at == first
        await sitting.press("G")
        assert sitting.finds.cursor == sitting.finds.rows - 1


async def test_n_without_a_search_says_what_to_do(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("n")
        assert sitting.told == ["Nothing is sought yet; / searches"]
        await sitting.press("enter", "n")
        assert sitting.told == ["Nothing is sought yet; / searches"]


async def test_a_view_keeps_to_the_hits_of_its_kind(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区", "enter", "escape", "5")
        assert sorted(sitting.found) == [("river.txt", "3.2"), ("small.txt", "3.1")]
        assert "4 hits in 2 sections of 2 reports" in status(sitting)
        assert " L 2 " in status(sitting)
        await sitting.press("enter")
        assert all(section.ref.startswith("3") for section in sitting.outline.sections)
        await sitting.press("escape", "1")
        assert "12 hits in 9 sections of 2 reports" in status(sitting)


async def test_a_view_without_a_search_shows_every_section_of_its_kind(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("3")
        assert len(sitting.found) >= 5
        assert {hit.kind for hit in sitting.finds.hits} == {Kind.LESSON}
        assert "of 2 reports" in status(sitting)
        refs = [ref for file, ref in sitting.found if file == "river.txt"]
        assert refs == ["1", "1.1", "1.2", "1.3"]
        await sitting.press("down", "enter")
        assert sitting.room.section.kind is Kind.LESSON
        await sitting.press("escape", "escape")
        assert sitting.at_shelf
        assert sitting.shelf.has_focus


async def test_a_click_on_a_kind_is_its_view_and_one_on_a_hit_opens_it(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区")
        await sitting.click("C 4")
        assert sorted(sitting.found) == [("river.txt", "3.2"), ("small.txt", "3.1")]
        await sitting.click("管住园区")
        if sitting.at_shelf:
            await sitting.click("管住园区")
        assert sitting.here == "3.2"


async def test_the_search_is_made_again_when_a_report_has_changed(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区", "down")
        at = sitting.at
        folder_with(reports, later=RIVER.replace("青山县", "白水县"))
        await sitting.until(lambda: ("later.txt", "3.2") in sitting.found)
        await sitting.settle()
        assert sitting.at == at
        assert "15 hits in 11 sections of 3 reports" in status(sitting)


async def test_a_report_that_is_gone_is_told_of(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"一本账")
        (reports / "river.txt").unlink()
        await sitting.press("enter")
        assert sitting.at_shelf
        assert "there is no such file" in sitting.told[-1]


async def test_earlier_queries_are_recalled_and_shared_with_the_reading_room(reports: Path) -> None:
    memory = Memory(fresh=False)
    async with visit_library(reports, memory=memory) as sitting:
        await sitting.press("/", *"园区", "enter", "/", *"一本账", "enter", "escape", "escape", "escape")
        assert sitting.at_shelf
        assert memory.history.queries == ("园区", "一本账")
        await sitting.press("/", "up")
        assert sitting.sought == "一本账"
        assert [file for file, _ref in sitting.found] == ["river.txt"]
        await sitting.press("up", "up")
        assert sitting.sought == "园区"
        await sitting.press("down", "down")
        assert sitting.sought == ""


@pytest.mark.parametrize("typed", ["yuanq", "园", "yq"])
async def test_words_of_the_library_are_offered_and_taken(reports: Path, typed: str) -> None:
    async with visit_library(reports) as sitting:
        offers = sitting.shelf_screen.search_bar.offers
        await sitting.press("/", *typed)
        await sitting.until(lambda: bool(offers.words))
        assert offers.words[0].word == "园区"
        assert "Tab 园区 12" in sitting.lines()[-3]
        await sitting.press("tab")
        assert sitting.sought == "园区"
        assert "12 hits" in status(sitting)


async def test_more_than_can_be_found_at_once_is_counted_after_a_pause(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "_FIRST", 2)
    monkeypatch.setattr(lookup, "_MOST", 4)
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区")
        await sitting.until(lambda: "12 hits in 9 sections of 2 reports" in status(sitting))
        assert len(sitting.found) == 4
        titles = [line.split()[-1] for line in sitting.lines() if "考察报告" in line]
        assert sorted(titles) == sorted(["9", "3"][: len(titles)])
        await sitting.press("enter", "escape", "5")
        await sitting.until(lambda: "4 hits in 2 sections of 2 reports" in status(sitting))


async def test_the_library_can_be_searched_while_it_is_indexed(reports: Path) -> None:
    async with visit_library(reports, waiting=False) as sitting:
        await sitting.until(lambda: bool(sitting.shelf_screen.is_mounted))
        await sitting.press("/", *"园区")
        await sitting.until(lambda: len(sitting.found) == 9)


async def test_how_far_indexing_is_stands_in_the_bar(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        screen = sitting.shelf_screen
        screen.tell_progress(list(sitting.shelf.entries), 340)
        await sitting.settle()
        assert sitting.lines()[0].rstrip().endswith("Indexing 3/340")
        await sitting.refresh()
        assert "Indexing" not in sitting.lines()[0]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_the_query_says_in_vain_is_told(reports: Path, size: tuple[int, int]) -> None:
    async with visit_library(reports, size=size) as sitting:
        await sitting.press("/", *"园区 @xyz")
        assert "not understood: @xyz" in status(sitting)
        await sitting.press("ctrl+u", *"@xyz")
        assert "not understood: @xyz" in status(sitting)


async def test_beside_a_title_stands_no_half_of_a_date(tmp_path: Path) -> None:
    title = "关于赴青山县白鹭镇柳河村学习考察村务公开的报告"
    (tmp_path / "long.txt").write_text(f"{title}\n2021年5月6日\n一、启示\n园区要公开账目。\n", "utf-8")
    async with visit_library(tmp_path, size=NARROW) as sitting:
        await sitting.press("/", *"园区")
        [line] = [line for line in sitting.lines() if title[:12] in line]
        assert line.split() == [title, "1"]
        await sitting.resize(WIDE)
        assert "2021.05.06" in sitting.text()


async def test_a_search_survives_another_size_of_terminal(reports: Path) -> None:
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区", "down", "down")
        at = sitting.at
        await sitting.resize(NARROW)
        assert sitting.at == at
        assert any("园区" in line for line in sitting.lines()[2:-3])


async def test_report_text_is_no_markup(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "r", odd=SMALL.replace("园区小", "[bold]园区[/bold]小\x1b[31m"))
    async with visit_library(folder) as sitting:
        await sitting.press("/", *"小")
        assert "[bold]园区[/bold]小" in sitting.text()
        assert "\x1b" not in sitting.text()


async def test_reports_of_one_title_are_told_apart_by_their_files(reports: Path) -> None:
    (reports / "copy.txt").write_bytes((reports / "river.txt").read_bytes() + "\n园区之外。\n".encode())
    async with visit_library(reports) as sitting:
        await sitting.press("/", *"园区")
        titles = [line for line in sitting.lines() if "考察报告" in line]
        assert [name for name in ("copy.txt", "river.txt", "small.txt") if any(name in title for title in titles)] == [
            "copy.txt",
            "river.txt",
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_a_hit_is_opened_with_what_stands_before_it(tmp_path: Path, size: tuple[int, int]) -> None:
    text = "赴临江市考察报告\n" + "".join(f"{number}、启示\n道路修通了，河也清了。\n" for number in "一二三四五六七八")
    folder = folder_with(tmp_path / "reports", long=text.replace("五、启示\n道路", "五、管住园区\n园区的道路"))
    async with visit_library(folder, size=size) as sitting:
        await sitting.press("/", *"的道路", "enter")
        page = sitting.page()
        hit = next(number for number, line in enumerate(page) if "园区的道路" in line)
        assert "五、管住园区" in "".join(page[:hit])


async def test_what_stands_below_a_heading_does_not_begin_with_the_mark_that_closes_it(tmp_path: Path) -> None:
    items = "一是修桥铺路有计划，每月往园区走一趟；二是栽树种草有人管，每周看一回。"
    folder = folder_with(tmp_path / "reports", run_in=f"赴临江市考察报告\n一、启示\n{items}\n二、打算\n再去。\n")
    async with visit_library(folder, size=(80, 24)) as sitting:
        await sitting.press("/", *"园区")
        assert any(line.strip().startswith("每月往园区") for line in sitting.lines())
