"""What the mouse does: rows, fold marks, breadcrumb, hints, chips, notes, the wheel."""

from tests.tui.house import NARROW, SMALL, STANDARD, visit
from tourview.open import Opening
from tourview.tui.notes import linked_refs
from tourview.tui.screens.help import HelpScreen


async def test_a_click_on_a_row_shows_its_section() -> None:
    async with visit(SMALL) as sitting:
        await sitting.click("配套弱")
        assert sitting.here == "2.1.2"
        assert "配套弱" in sitting.page()[0]
        assert sitting.outline.has_focus


async def test_a_click_on_a_fold_mark_folds_and_unfolds() -> None:
    async with visit(SMALL) as sitting:
        whole = sitting.refs
        await sitting.click("▾ B 一、")
        assert sitting.refs == ["0", "1", *whole[whole.index("2") :]]
        await sitting.click("▸ B 一、")
        assert sitting.refs == whole


async def test_a_click_beside_the_mark_does_not_fold() -> None:
    async with visit(SMALL) as sitting:
        whole = sitting.refs
        await sitting.click("B 一、考察")
        assert sitting.refs == whole
        assert sitting.here == "1"


async def test_a_click_on_a_mark_during_a_search_chooses_the_row() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter")
        rows = sitting.refs
        await sitting.click("▾ G 二、")
        assert sitting.refs == rows
        assert sitting.here == "2"


async def test_a_click_below_the_rows_does_nothing() -> None:
    async with visit(SMALL) as sitting:
        await sitting.pilot.click("#outline", offset=(5, 30))
        await sitting.settle()
        assert sitting.here == "0"


async def test_a_click_on_a_step_of_the_breadcrumb_goes_up_and_can_be_undone() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1.2", "enter")
        assert "二、对照先进找差距  ›  (一) 园区的差距" in sitting.lines()[2]
        await sitting.pilot.click("#breadcrumb", offset=(24, 0))
        await sitting.settle()
        assert sitting.here == "2.1"
        await sitting.press("backspace")
        assert sitting.here == "2.1.2"
        await sitting.pilot.click("#breadcrumb", offset=(4, 0))
        await sitting.settle()
        assert sitting.here == "2"


async def test_a_click_on_a_key_hint_does_what_the_key_would() -> None:
    async with visit(SMALL) as sitting:
        await sitting.click("help", line=39)
        assert isinstance(sitting.app.screen, HelpScreen)
        await sitting.press("escape")
        await sitting.click("wide", line=39)
        assert sitting.reader.has_focus
        assert not sitting.sees(sitting.outline)
        await sitting.click("search", line=39)
        assert sitting.bar.field.has_focus


async def test_hints_while_searching_are_clicked_too() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区")
        await sitting.click("hits", line=39)
        assert sitting.status.startswith("2nd")
        await sitting.click("read on", line=39)
        assert sitting.reader.has_focus
        await sitting.click("next", line=39)
        assert sitting.status.startswith("3rd")
        await sitting.click("previous", line=39)
        assert sitting.status.startswith("2nd")
        await sitting.click("clear", line=39)
        assert not sitting.bar.display


async def test_a_click_on_a_chip_scopes_the_search() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter")
        await sitting.click(" G 4", line=38)
        assert sitting.status == "1st of 4 hits in 3 sections"
        assert sitting.refs == ["2", "2.1", "2.1.1", "2.1.2"]
        await sitting.click(" All ", line=38)
        assert sitting.status.endswith("of 9 hits in 7 sections")


async def test_a_click_on_a_note_follows_the_link_and_back(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press(":", *"1.3.1", "enter")
        y, row = next((y, row) for y, row in enumerate(sitting.page()) if row.startswith("See also"))
        await sitting.pilot.click("#reader", offset=(14, y))
        await sitting.settle()
        assert zh.report is not None
        assert sitting.here in linked_refs(zh.report)["1.3.1"]
        assert sitting.here in row
        await sitting.press("backspace")
        assert sitting.here == "1.3.1"


async def test_a_click_into_the_reader_takes_the_keys_there(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        before = sitting.page()
        await sitting.pilot.click("#reader", offset=(20, 5))
        await sitting.press("down")
        assert sitting.reader.has_focus
        assert sitting.page()[:-1] == before[1:]


async def test_the_wheel_scrolls_what_is_under_it(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        page, tree = sitting.page(), sitting.tree()
        await sitting.wheel("#reader", 3)
        assert sitting.page() != page
        assert sitting.tree() == tree
        await sitting.wheel("#reader", -3)
        assert sitting.page() == page
        await sitting.wheel("#outline", 3)
        assert sitting.tree() != tree
        assert sitting.page() == page
        assert sitting.here == "0"


async def test_a_row_is_clicked_where_it_is_after_scrolling(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.wheel("#outline", 9)
        rows = sitting.tree()
        y = len(rows) - 2
        await sitting.pilot.click("#outline", offset=(12, y))
        await sitting.settle()
        section = sitting.outline.section
        assert section is not None
        assert section.title[:4] in rows[y]
        assert sitting.reader.section == section


async def test_the_mouse_works_in_a_narrow_terminal(zh: Opening) -> None:
    async with visit(zh, NARROW) as sitting:
        await sitting.click("走访的项目")
        assert sitting.here == "1.1"
        await sitting.press("enter")
        assert "走访的项目" in sitting.page()[0]
