"""The search field remembers what was sought, and offers what a word may become."""

import pytest

from tests.tui.house import NARROW, SMALL, STANDARD, Visit, visit
from tourview.open import Opening
from tourview.tui.history import History
from tourview.tui.memory import Memory


def remembering(*queries: str) -> Memory:
    return Memory(fresh=False, history=History(queries))


async def until_offered(sitting: Visit, word: str) -> None:
    """Wait until a word is the first that is offered."""
    for _look in range(2000):
        words = sitting.bar.offers.words
        if words and words[0].word == word:
            return
        await sitting.pilot.pause(0.001)
    raise AssertionError(f"never offered: {word}\n{sitting.text()}")


async def test_up_in_the_empty_field_recalls_earlier_queries() -> None:
    async with visit(SMALL, memory=remembering("图纸", "园区")) as sitting:
        await sitting.press("/", "up")
        assert sitting.field == "园区"
        assert sitting.status == "1st of 9 hits in 7 sections"
        await sitting.press("up")
        assert sitting.field == "图纸"
        await sitting.press("up", "down")
        assert sitting.field == "园区"
        await sitting.press("down")
        assert sitting.field == ""


async def test_what_is_typed_ends_the_walk_and_the_arrows_go_from_hit_to_hit_again() -> None:
    async with visit(SMALL, memory=remembering("园")) as sitting:
        await sitting.press("/", "up", "区", "down", "down", "up")
        assert sitting.field == "园区"
        assert sitting.status.startswith("2nd of 9")


async def test_without_earlier_queries_the_arrows_do_nothing_in_the_empty_field() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", "up", "down")
        assert sitting.field == ""
        assert sitting.bar.field.has_focus


async def test_a_query_that_is_kept_is_remembered_and_one_that_is_given_up_is_not() -> None:
    memory = Memory(fresh=False)
    async with visit(SMALL, memory=memory) as sitting:
        await sitting.press("/", *"园区", "enter", "escape", "/", *"图纸", "escape")
        assert memory.history.queries == ("园区",)


@pytest.mark.parametrize("typed", ["园", "yuanq", "yq"])
@pytest.mark.parametrize("size", [STANDARD, NARROW])
async def test_what_the_word_may_become_is_offered_and_taken_by_tab(typed: str, size: tuple[int, int]) -> None:
    async with visit(SMALL, size) as sitting:
        await sitting.press("/", *typed)
        await until_offered(sitting, "园区")
        assert sitting.lines()[-3].strip().startswith("Tab 园区 9")
        await sitting.press("tab")
        assert sitting.field == "园区"
        assert sitting.status == "1st of 9 hits in 7 sections"
        assert sitting.bar.field.has_focus


async def test_tab_again_takes_the_next_and_only_the_word_being_typed_changes(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press("/", *"园区 招")
        await until_offered(sitting, "招商")
        words = [offered.word for offered in sitting.bar.offers.words]
        taken = []
        for _key in range(len(words) + 1):
            await sitting.press("tab")
            taken.append(sitting.field)
        assert taken == [f"园区 {word}" for word in [*words, words[0]]]


async def test_a_click_takes_the_word_clicked(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press("/", *"zsyz")
        await until_offered(sitting, "招商引资")
        await sitting.click("招商引资", 36)
        assert sitting.field == "招商引资"


async def test_nothing_is_offered_where_there_is_nothing_to_offer() -> None:
    async with visit(SMALL) as sitting:
        for typed in ("龘", "q", "园区 "):
            await sitting.press("/", *typed)
            assert not sitting.bar.offers.words
            assert sitting.lines()[-3].strip() == ""
            await sitting.press("escape")


async def test_the_offers_go_with_the_keys() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", "园")
        await until_offered(sitting, "园区")
        await sitting.press("enter")
        assert not sitting.sees(sitting.bar.offers)
        assert "Tab 园区" not in sitting.text()


async def test_tab_without_an_offer_goes_to_the_other_pane_as_ever() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", "龘", "tab")
        assert not sitting.bar.field.has_focus
