"""Moving about: by rows, lines, screenfuls, to the ends, into and out of sections, between the panes."""

import pytest

from tests.tui.house import SMALL, STANDARD, visit
from tourview.open import Opening


@pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k")])
async def test_down_and_up_walk_the_outline_and_the_reader_shows_each_section(down: str, up: str) -> None:
    async with visit(SMALL) as sitting:
        assert sitting.here == "0"
        await sitting.press(down, down)
        assert sitting.here == "1.1"
        assert sitting.page()[0].split() == ["V", "（一）考察的项目"]
        await sitting.press(up)
        assert sitting.here == "1"
        assert sitting.page()[0].split() == ["B", "一、考察的基本情况"]


async def test_the_cursor_stops_at_both_ends_of_the_outline() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("up", "up")
        assert sitting.here == "0"
        await sitting.press("G", "down")
        assert sitting.here == "3.2"


@pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k")])
async def test_down_and_up_scroll_the_reader_by_a_line(zh: Opening, down: str, up: str) -> None:
    async with visit(zh) as sitting:
        before = sitting.page()
        await sitting.press("tab", down, down, down)
        assert sitting.page()[:-3] == before[3:]
        await sitting.press(up, up, up)
        assert sitting.page() == before


@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("ctrl+f", "ctrl+b"), ("space", "pageup")])
async def test_pages_of_the_reader_overlap_by_two_lines(zh: Opening, down: str, up: str) -> None:
    async with visit(zh) as sitting:
        before = sitting.page()
        await sitting.press("tab", down)
        assert sitting.page()[:2] == before[-2:]
        await sitting.press(up)
        assert sitting.page() == before


async def test_pages_of_the_outline_move_the_cursor(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        rows = sitting.refs
        await sitting.press("pagedown")
        assert sitting.here == rows[sitting.outline.size.height - 2]
        await sitting.press("pageup")
        assert sitting.here == rows[0]


@pytest.mark.parametrize(("last", "first"), [(["G"], ["g", "g"]), (["end"], ["home"])])
async def test_the_outline_goes_to_its_ends(last: list[str], first: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(*last)
        assert sitting.here == "3.2"
        await sitting.press(*first)
        assert sitting.here == "0"
        assert "赴海滨市学习考察报告" in sitting.page()[0]


@pytest.mark.parametrize(("last", "first"), [(["G"], ["g", "g"]), (["end"], ["home"])])
async def test_the_reader_goes_to_its_ends(last: list[str], first: list[str]) -> None:
    async with visit(SMALL) as sitting:
        start = sitting.page()
        await sitting.press("tab", *last)
        assert sitting.page()[0].split() == ["C", "（二）改进作风"]
        assert sitting.here == "3.2"
        await sitting.press(*first)
        assert sitting.page() == start


async def test_the_beginning_is_the_title_even_where_the_text_has_none() -> None:
    async with visit("园区要先行，配套要跟上。" * 300) as sitting:
        start = sitting.page()
        assert start[0].strip() == "small"
        await sitting.press("tab", "pagedown", "g", "g")
        assert sitting.page() == start


@pytest.mark.parametrize(("fold", "unfold"), [("left", "right"), ("h", "l")])
async def test_left_folds_and_right_unfolds(fold: str, unfold: str) -> None:
    async with visit(SMALL) as sitting:
        whole = sitting.refs
        await sitting.press("down", fold)
        assert sitting.refs == ["0", "1", *whole[whole.index("2") :]]
        assert "▸ B 一、考察的基本情况" in sitting.text()
        await sitting.press(unfold)
        assert sitting.refs == whole
        assert "▾ B 一、考察的基本情况" in sitting.text()


async def test_left_goes_to_the_parent_and_right_to_the_first_child() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("down", "right")
        assert sitting.here == "1.1"
        await sitting.press("right")
        assert sitting.here == "1.1.1"
        await sitting.press("right")
        assert sitting.here == "1.1.1"
        await sitting.press("left")
        assert sitting.here == "1.1"
        assert len(sitting.refs) == 17


async def test_enter_shows_the_section_and_goes_to_the_reader() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("down", "down", "enter")
        assert sitting.reader.has_focus
        assert sitting.here == "1.1"
        assert sitting.page()[0].split() == ["V", "（一）考察的项目"]


async def test_tab_alternates_between_the_panes() -> None:
    async with visit(SMALL) as sitting:
        assert sitting.outline.has_focus
        await sitting.press("tab")
        assert sitting.reader.has_focus
        await sitting.press("tab")
        assert sitting.outline.has_focus
        await sitting.press("shift+tab")
        assert sitting.reader.has_focus


async def test_left_in_the_reader_goes_to_the_outline() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("tab", "left")
        assert sitting.outline.has_focus


async def test_the_outline_and_the_breadcrumb_follow_the_reader(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press("tab", *["pagedown"] * 3)
        section = sitting.reader.section
        assert section.ref not in ("0", "1")
        assert sitting.outline.section == section
        chapter = sitting.room.report.section(section.ref.split(".")[0])
        assert chapter is not None
        assert chapter.title in sitting.lines()[2]


async def test_z_gives_the_reader_the_full_width_and_takes_it_back(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.press("down", "down", "z")
        assert not sitting.sees(sitting.outline)
        assert sitting.reader.has_focus
        assert sitting.reader.size.width > 70
        assert sitting.here == "1.1"
        assert "走访的项目" in sitting.page()[0]
        await sitting.press("z")
        assert sitting.outline.size.width > 20
        assert "走访的项目" in sitting.page()[0]


async def test_tab_from_the_full_width_reader_brings_the_outline_back(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.press("z", "tab")
        assert sitting.outline.has_focus
        assert sitting.outline.size.width > 20
