"""The views: the outline shows the sections of one kind, the reader stays whole."""

import pytest

from tests.tui.house import NARROW, SMALL, STANDARD, visit
from tourview.open import Opening

VIEWS = [
    ("2", ["1", "1.1", "1.1.1", "1.1.2"], "1.1"),
    ("3", ["1", "1.2", "1.2.1", "1.2.2"], "1.2"),
    ("4", ["2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1"], "2"),
    ("5", ["3", "3.1", "3.2"], "3"),
]


@pytest.mark.parametrize(("key", "refs", "first"), VIEWS)
async def test_a_view_shows_its_kind_and_what_leads_to_it(key: str, refs: list[str], first: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(key)
        assert sitting.refs == refs


@pytest.mark.parametrize(("key", "refs", "first"), VIEWS)
async def test_outline_and_reader_go_to_the_first_of_the_kind(key: str, refs: list[str], first: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(key)
        section = sitting.room.report.section(first)
        assert section is not None
        assert sitting.here == first
        assert section.title in sitting.page()[0]


async def test_one_shows_all_sections_again() -> None:
    async with visit(SMALL) as sitting:
        whole = sitting.tree()
        await sitting.press("4", "1")
        assert [row.strip() for row in sitting.tree()] == [row.strip() for row in whole]
        assert sitting.here == "2"


async def test_a_view_stays_where_one_is_if_that_is_of_the_kind() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1.2", "enter", "4")
        assert sitting.here == "2.1.2"
        assert "配套弱" in sitting.page()[0]


async def test_going_back_returns_from_a_view(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.press("tab", "5", "backspace")
        assert sitting.reader.section.ref == "0"


async def test_the_reader_stays_whole() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("5", "tab", "g", "g")
        assert "赴海滨市学习考察报告" in sitting.page()[0]
        assert "考察的基本情况" in "\n".join(sitting.page())


async def test_the_cursor_rests_on_the_nearest_row_when_the_reader_leaves_the_view() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("4", "tab", "G")
        assert sitting.reader.section.ref == "3.2"
        section = sitting.outline.section
        assert section is not None
        assert section.ref == "2.2.1"


async def test_the_outline_says_that_the_report_lacks_a_kind_and_the_report_is_there_to_read() -> None:
    async with visit("一篇短文\n\n没有章节，只有一段。\n") as sitting:
        await sitting.press("5")
        assert sitting.refs == []
        assert sitting.tree() == ["  Commitments: none in this report".ljust(sitting.outline.size.width)]
        await sitting.press("down", "enter", "left", "right", "G", "[", "p", "y", "1")
        assert "没有章节" in sitting.text()


async def test_views_do_not_unfold_what_was_folded() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1", "enter", "left", "4")
        assert sitting.refs == ["2", "2.1", "2.2", "2.2.1"]
        await sitting.press("right")
        assert sitting.refs == ["2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1"]


@pytest.mark.parametrize("size", [NARROW, STANDARD])
async def test_the_way_out_of_a_view_is_hinted_at_while_one_is_in_it(size: tuple[int, int]) -> None:
    async with visit(SMALL, size) as sitting:
        assert "1 all" not in sitting.lines()[-1]
        await sitting.press("3")
        assert "1 all" in sitting.lines()[-1]
        await sitting.click("1 all", len(sitting.lines()) - 1)
        assert len(sitting.refs) == len(sitting.room.report.reading_order)
        assert "1 all" not in sitting.lines()[-1]
