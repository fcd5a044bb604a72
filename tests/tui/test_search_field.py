"""The search field: what its keys do, and where one is when it is left."""

import string

import pytest

from tests.tui.house import NARROW, SMALL, WIDE, visit
from tourview.open import Opening


@pytest.mark.parametrize("key", ["/", "、", "ctrl+s"])
async def test_the_field_opens_and_takes_the_keys(key: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(key)
        assert sitting.bar.field.has_focus
        assert sitting.field == ""
        assert sitting.lines()[-2].split()[0] == "/"


async def test_every_printable_key_types() -> None:
    async with visit(SMALL) as sitting:
        typed = string.ascii_letters + string.digits + string.punctuation + " 、？【】：「」园"
        await sitting.press("/")
        sitting.type_ahead(typed)
        await sitting.settle()
        assert sitting.field == typed
        assert sitting.in_room
        assert sitting.bar.field.has_focus


async def test_the_wide_space_of_an_input_method_parts_words() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区\u3000面积")
        assert sitting.field == "园区 面积"
        assert sitting.status == "1st of 6 hits in 2 sections"


async def test_what_is_typed_before_the_field_is_drawn_is_not_lost() -> None:
    async with visit(SMALL) as sitting:
        sitting.type_ahead("/")
        while sitting.app.focused is sitting.outline:
            await sitting.pilot.pause(0)
        sitting.type_ahead("园区")
        await sitting.settle()
        assert sitting.field == "园区"


async def test_the_terminals_cursor_stands_in_the_field_at_once() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/")
        empty = sitting.app.cursor_position
        assert empty == sitting.bar.field.cursor_screen_offset
        assert empty.y == WIDE[1] - 2
        await sitting.press(*"园区")
        assert sitting.app.cursor_position == (empty.x + 4, empty.y)


async def test_up_and_down_walk_the_hits() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "down", "down")
        assert sitting.status.startswith("3rd of 9")
        assert sitting.bar.field.has_focus
        await sitting.press("up")
        assert sitting.status.startswith("2nd of 9")
        await sitting.press("f3", "f3", "shift+f3")
        assert sitting.status.startswith("3rd of 9")


async def test_page_keys_scroll_the_reader_meanwhile(zh: Opening) -> None:
    async with visit(zh) as sitting:
        before = sitting.page()
        await sitting.press("/", *"园区", "pagedown")
        assert sitting.page()[:2] != before[:2]
        assert sitting.bar.field.has_focus


async def test_enter_keeps_the_search_and_goes_to_the_reader() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter")
        assert sitting.reader.has_focus
        assert sitting.field == "园区"
        assert sitting.status == "1st of 9 hits in 7 sections"
        assert sitting.outline.sections[-1].ref == "3.1"


async def test_enter_in_an_empty_field_closes_it() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", "enter")
        assert not sitting.bar.display
        assert sitting.reader.has_focus


async def test_escape_clears_and_returns_to_the_starting_place(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press(":", *"1.2", "enter")
        before, rows = sitting.page(), sitting.refs
        await sitting.press("/", *"园区", "down", "down", "down", "down", "down", "down", "down", "down")
        assert sitting.page() != before
        await sitting.press("escape")
        assert sitting.page() == before
        assert sitting.refs == rows
        assert sitting.here == "1.2"
        assert not sitting.bar.display
        assert sitting.outline.has_focus


async def test_escape_after_a_kept_search_clears_and_stays(zh: Opening) -> None:
    async with visit(zh) as sitting:
        whole = sitting.refs
        await sitting.press("/", *"园区", "enter", "n", "n", "n", "n", "n", "n")
        before, here = sitting.page(), sitting.reader.section
        await sitting.press("escape")
        assert sitting.page()[:-1] == before
        assert sitting.reader.section == here
        assert sitting.reader.has_focus
        assert sitting.refs == whole
        assert not sitting.bar.display
        ground = sitting.app.look.hit.bgcolor
        assert not any(
            segment.style and segment.style.bgcolor == ground for strip in sitting.strips() for segment in strip
        )


async def test_escape_returns_to_the_reader_if_one_came_from_there(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press("z", "/", *"园区", "escape")
        assert sitting.reader.has_focus
        assert not sitting.sees(sitting.outline)
        await sitting.press("/", *"园区", "/", "escape")
        assert sitting.reader.has_focus


async def test_escape_in_a_narrow_terminal_returns_to_the_pane_one_came_from(zh: Opening) -> None:
    async with visit(zh, NARROW) as sitting:
        await sitting.press("enter", "/", *"园区", "escape")
        assert sitting.reader.has_focus
        assert sitting.sees(sitting.reader)
        await sitting.press("tab", "/", *"园区", "escape")
        assert sitting.outline.has_focus
        assert sitting.sees(sitting.outline)


async def test_opening_the_field_again_selects_what_stands_in_it() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter", "/")
        assert sitting.field == "园区"
        await sitting.press(*"作风")
        assert sitting.field == "作风"


async def test_clearing_the_field_by_hand_shows_all_again(zh: Opening) -> None:
    async with visit(zh) as sitting:
        whole, before = sitting.refs, sitting.page()
        await sitting.press("/", *"园区", "down", "down", "down", "down", "down", "backspace", "backspace")
        assert sitting.refs == whole
        # The bar takes a line, and what it may offer another.
        assert sitting.page() == before[:-2]
        assert sitting.status == ""


async def test_what_a_terminal_pastes_is_searched() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/")
        await sitting.paste("园区")
        assert sitting.status == "1st of 9 hits in 7 sections"


async def test_a_long_query_keeps_its_status_on_the_screen() -> None:
    async with visit(SMALL, NARROW) as sitting:
        await sitting.press("/", *("园区" * 20))
        assert "nothing found" in sitting.lines()[-2]


async def test_where_nothing_is_found_one_is_back_where_one_began() -> None:
    async with visit(SMALL, NARROW) as sitting:
        await sitting.press("tab", "down", "down")
        before = sitting.page()
        await sitting.press("/", *"一件事")
        assert sitting.page() != before
        await sitting.press(*"都没有")
        assert sitting.status == "nothing found"
        await sitting.press("enter", "escape")
        assert sitting.page() == before
