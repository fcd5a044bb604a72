"""The ruler beside the reader: what is in view, where the hits fall, and going there with the mouse."""

from rich.color import Color

from tests.tui.house import STANDARD, Visit, visit
from tourview.open import Opening
from tourview.tui.widgets.ruler import Ruler


def grounds(sitting: Visit) -> list[Color | None]:
    """The grounds of the ruler's cells, from top to bottom."""
    ruler = sitting.room.query_one(Ruler)
    styles = [next(iter(ruler.render_line(y))).style for y in range(ruler.size.height)]
    return [style.bgcolor if style else None for style in styles]


async def test_the_part_in_view_moves_along_with_the_reader(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        seen = sitting.app.look.ruler[True, False].bgcolor
        at_first = grounds(sitting)
        assert at_first[0] == seen
        assert at_first[-1] != seen
        await sitting.press("G")
        assert grounds(sitting)[0] != seen
        assert grounds(sitting)[-1] == seen


async def test_a_report_in_view_as_a_whole_needs_no_ruler() -> None:
    async with visit("一篇短文\n\n一段话。\n", STANDARD) as sitting:
        assert sitting.app.look.ruler[True, False].bgcolor not in grounds(sitting)


async def test_hits_are_shown_where_they_fall(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        marks = {sitting.app.look.ruler[seen, True].bgcolor for seen in (True, False)}
        assert marks.isdisjoint(grounds(sitting))
        await sitting.press("/", *"深圳奥斯科尔集团", "enter")
        lit = [y for y, ground in enumerate(grounds(sitting)) if ground in marks]
        assert len(lit) == 1
        assert 0 < lit[0] < len(grounds(sitting)) - 1
        await sitting.press("escape")
        assert marks.isdisjoint(grounds(sitting))


async def test_a_click_goes_there_and_back_again(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        start = sitting.page()
        await sitting.pilot.click("#ruler", offset=(0, sitting.room.query_one(Ruler).size.height - 1))
        await sitting.settle()
        assert sitting.here == sitting.room.report.reading_order[-1].ref
        await sitting.press("backspace")
        assert sitting.page() == start


async def test_a_drag_goes_along(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        ruler = sitting.room.query_one(Ruler)
        await sitting.pilot.mouse_down("#ruler", offset=(0, 2))
        await sitting.pilot.hover("#ruler", offset=(0, ruler.size.height // 2))
        middle = sitting.reader.scroll_offset.y
        await sitting.pilot.hover("#ruler", offset=(0, 0))
        await sitting.pilot.mouse_up("#ruler", offset=(0, 0))
        await sitting.settle()
        assert middle > 10
        assert sitting.reader.scroll_offset.y == 0
        assert sitting.app.mouse_captured is None
