"""Jumps: by ref, to the next of a kind, to the parent, and back."""

import pytest
from textual.widgets import OptionList

from tests.tui.house import SMALL, visit
from tourview.tui.screens.prompt import PromptScreen


@pytest.mark.parametrize("key", [":", "："])
async def test_a_ref_is_asked_for_and_gone_to(key: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(key, *"2.1.2", "enter")
        assert sitting.here == "2.1.2"
        assert "配套弱" in sitting.page()[0]


async def test_a_ref_in_full_width_digits_is_understood() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"２．１．２", "enter")
        assert sitting.here == "2.1.2"


@pytest.mark.parametrize("typed", ["2.1.2.", "2。1。2", "２。１．２。"])
async def test_a_ref_with_other_stops_is_understood(typed: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *typed)
        assert "2.1.2  配套弱" in sitting.text()
        await sitting.press("enter")
        assert sitting.here == "2.1.2"


async def test_refs_are_suggested_as_one_types() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"1.2")
        text = sitting.text()
        assert all(shown in text for shown in ("1.2  考察的启示", "1.2.1  敢想敢试", "1.2.2  久久为功"))
        assert "2.1  园区的差距" not in text
        await sitting.press("down", "down", "enter")
        assert sitting.here == "1.2.1"


async def test_tab_takes_a_suggestion_into_the_field() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.2", "down", "down", "tab")
        assert sitting.app.screen.query_one("#prompt-field").has_focus
        await sitting.press("enter")
        assert sitting.here == "2.2.1"


async def test_up_walks_the_suggestions_backward() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"1.2", "up")
        assert sitting.app.screen.query_one(OptionList).highlighted == 2


async def test_a_suggestion_can_be_clicked() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"1.2")
        await sitting.pilot.click("#prompt-list", offset=(4, 2))
        await sitting.settle()
        assert sitting.here == "1.2.2"


async def test_an_unknown_ref_is_told_and_asked_for_again() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"9.9", "enter")
        assert isinstance(sitting.app.screen, PromptScreen)
        assert "no section 9.9 in this report" in sitting.text()
        await sitting.press("backspace")
        assert "no section" not in sitting.text()
        await sitting.press("escape")
        assert sitting.here == "0"


@pytest.mark.parametrize("keys", [["enter"], ["space", "enter"], ["2", "escape"]])
async def test_thinking_better_of_a_jump_changes_nothing(keys: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("down", ":", *keys)
        assert sitting.in_room
        assert sitting.here == "1"


@pytest.mark.parametrize(("next_key", "previous_key"), [("]", "["), ("】", "【"), ("」", "「")])
async def test_brackets_walk_the_sections_of_a_kind(next_key: str, previous_key: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1.1", "enter", next_key)
        assert sitting.here == "2.1.2"
        await sitting.press(next_key)
        assert sitting.here == "2.2.1"
        await sitting.press(previous_key, previous_key)
        assert sitting.here == "2.1.1"
        assert "园区小" in sitting.page()[0]


async def test_the_last_of_a_kind_says_so() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.2.1", "enter", "]")
        assert sitting.here == "2.2.1"
        assert sitting.told == ["No further section of this kind"]


async def test_p_goes_to_the_parent_up_to_the_chapter() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1.2", "enter", "p")
        assert sitting.here == "2.1"
        await sitting.press("p", "p")
        assert sitting.here == "2"


async def test_backspace_returns_by_the_way_one_came() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("tab", ":", *"2.1.2", "enter", ":", *"3.1", "enter")
        assert sitting.here == "3.1"
        await sitting.press("backspace")
        assert sitting.here == "2.1.2"
        await sitting.press("backspace")
        assert sitting.here == "0"
        await sitting.press("backspace")
        assert sitting.here == "0"


async def test_a_walk_along_the_outline_is_one_step_back() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("down", "down", "down", "backspace")
        assert sitting.here == "0"


async def test_going_back_from_the_end() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"1.2.1", "enter", "tab", "G", "backspace")
        assert sitting.here == "1.2.1"


async def test_going_back_after_walking_hits_returns_to_where_the_walk_began() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter", "n", "n", "n", "n", "n", "n", "backspace")
        assert sitting.reader.section.ref == "0"
