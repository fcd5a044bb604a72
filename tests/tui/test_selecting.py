"""Selecting with the mouse: what is copied is the report's text, not the lines it was wrapped in."""

import pytest
from textual.app import App

from tests.tui.house import SMALL, STANDARD, Visit, visit
from tourview.open import Opening
from tourview.tui.painting import GUTTER
from tourview.typeset import cell_width

LONG = "一篇长文\n\n" + "这一段很长，屏幕上要分成好几行，抄下来却只有一行。" * 6 + "\n第二段。\n"


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied."""
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _app, text: sent.append(text))
    monkeypatch.setenv("PATH", "")
    return sent


def first(sitting: Visit, words: str) -> tuple[int, int]:
    """Where on the screen the first of some words' characters stands: column and line."""
    area = sitting.reader.content_region
    for y, line in enumerate(sitting.page()):
        if words in line:
            return area.x + GUTTER + cell_width(line[: line.index(words)]), area.y + y
    raise AssertionError(f"not on the screen: {words}")


def last(sitting: Visit, words: str) -> tuple[int, int]:
    """Where the last of some words' characters stands."""
    x, y = first(sitting, words)
    return x + cell_width(words[:-1]), y


async def drag(sitting: Visit, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw the mouse from one place to another with the button down."""
    await sitting.pilot.mouse_down(offset=start)
    await sitting.pilot.hover(offset=((start[0] + end[0]) // 2, end[1]))
    await sitting.pilot.hover(offset=end)
    await sitting.pilot.mouse_up(offset=end)
    await sitting.settle()


async def double_click(sitting: Visit, place: tuple[int, int]) -> None:
    """Click twice at a place on the screen, in the reader."""
    area = sitting.reader.region
    await sitting.pilot.double_click("#reader", offset=(place[0] - area.x, place[1] - area.y))
    await sitting.settle()


async def test_words_in_a_line(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await drag(sitting, first(sitting, "海滨市，看码头"), last(sitting, "看码头"))
        await sitting.press("ctrl+c")
        assert copied == ["海滨市，看码头"]
        assert sitting.told == ["Selection copied to the terminal's clipboard (OSC 52)"]


async def test_a_paragraph_over_several_lines_has_no_line_breaks(copied: list[str]) -> None:
    async with visit(LONG, STANDARD) as sitting:
        await drag(sitting, first(sitting, "    这一段很长"), last(sitting, "第二段"))
        await sitting.press("ctrl+c")
        assert copied == ["这一段很长，屏幕上要分成好几行，抄下来却只有一行。" * 6 + "\n第二段"]


async def test_from_the_middle_of_a_line_to_the_middle_of_another(copied: list[str]) -> None:
    async with visit(LONG, STANDARD) as sitting:
        area = sitting.reader.content_region
        start = first(sitting, "屏幕上")
        await drag(sitting, start, (area.x + GUTTER + 8, start[1] + 2))
        await sitting.press("ctrl+c")
        text = "这一段很长，屏幕上要分成好几行，抄下来却只有一行。" * 6
        assert "\n" not in copied[0]
        assert copied[0].startswith("屏幕上要")
        assert copied[0] in text
        assert len(copied[0]) > 40


async def test_a_heading_is_copied_with_its_label(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await drag(sitting, first(sitting, "敢想敢试"), last(sitting, "海滨市把滩涂"))
        await sitting.press("ctrl+c")
        assert copied == ["一是敢想敢试\n海滨市把滩涂"]


async def test_the_selection_is_cited_with_the_ref_of_where_it_stands(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"1.2.1", "enter")
        await drag(sitting, first(sitting, "办法都是"), last(sitting, "试出来的"))
        await sitting.press("y")
        assert copied == [
            "“办法都是试出来的”\n——《赴海滨市学习考察报告》，1.2.1 一、考察的基本情况 › （二）考察的启示 › 敢想敢试"
        ]


async def test_the_selection_is_seen(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await drag(sitting, first(sitting, "办法都是"), last(sitting, "试出来的"))
        ground = sitting.app.look.selection.bgcolor
        seen = [
            segment.text
            for y in range(sitting.reader.size.height)
            for segment in sitting.reader.render_line(y)
            if segment.style is not None and segment.style.bgcolor == ground
        ]
        assert seen == ["办法都是试出来的"]


async def test_a_selection_stays_on_its_words_while_one_scrolls(zh: Opening, copied: list[str]) -> None:
    async with visit(zh) as sitting:
        await drag(sitting, first(sitting, "打开眼界"), last(sitting, "学习先进"))
        await sitting.press("tab", "down", "down", "ctrl+c")
        assert copied == ["打开眼界、换新观念，学习先进"]


async def test_copying_nothing_does_nothing(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("ctrl+c")
        assert copied == []


async def test_a_double_click_takes_the_paragraph(copied: list[str]) -> None:
    async with visit(LONG, STANDARD) as sitting:
        x, y = first(sitting, "屏幕上")
        await double_click(sitting, (x, y + 1))
        await sitting.press("ctrl+c")
        assert copied == ["这一段很长，屏幕上要分成好几行，抄下来却只有一行。" * 6]


async def test_a_double_click_takes_a_heading_with_its_label_and_nothing_where_there_is_nothing(
    copied: list[str],
) -> None:
    async with visit(SMALL) as sitting:
        await double_click(sitting, first(sitting, "敢想敢试"))
        await sitting.press("ctrl+c")
        await sitting.pilot.click("#reader", offset=(70, 1))
        x, y = first(sitting, "考察的启示")
        await double_click(sitting, (x, y + 1))
        await sitting.press("ctrl+c")
        assert copied == ["一是敢想敢试"]


async def test_drawing_beyond_the_reader_takes_no_frame_with_it(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await drag(sitting, first(sitting, "办法都是"), (4, 39))
        await sitting.press("ctrl+c")
        assert copied[0].startswith("办法都是试出来的")
        assert not any(word in copied[0] for word in ("move", "Tab", "tourview"))


async def test_drawing_over_a_note_takes_the_text_around_it(zh: Opening, copied: list[str]) -> None:
    async with visit(zh) as sitting:
        await sitting.press(":", *"1.3.1", "enter")
        notes = next(y for y, line in enumerate(sitting.page()) if line.startswith("See also"))
        area = sitting.reader.content_region
        await drag(sitting, (area.x, area.y + notes - 3), (area.x + 12, area.y + notes + 5))
        await sitting.press("ctrl+c")
        assert "See also" not in copied[0]
        assert "抢抓政策机遇" in copied[0]


async def test_a_click_takes_the_selection_away(copied: list[str]) -> None:
    async with visit(SMALL) as sitting:
        await drag(sitting, first(sitting, "办法都是"), last(sitting, "试出来的"))
        await sitting.pilot.click("#reader", offset=(70, 1))
        await sitting.press("ctrl+c")
        assert copied == []


async def test_a_selection_begun_in_the_margin_takes_the_line_and_ended_there_does_not(copied: list[str]) -> None:
    async with visit(LONG, STANDARD) as sitting:
        x, y = first(sitting, "    这一段很长")
        await drag(sitting, (x + 2, y), last(sitting, "第二段。"))
        await sitting.press("ctrl+c")
        await drag(sitting, (x, y), first(sitting, "    第二段"))
        await sitting.press("ctrl+c")
        text = "这一段很长，屏幕上要分成好几行，抄下来却只有一行。" * 6
        assert copied == [f"{text}\n第二段。", text]


@pytest.mark.parametrize("before", [-6, -5, -4, -1, 0])
async def test_a_selection_begun_at_a_seal_or_a_label_takes_the_label(copied: list[str], before: int) -> None:
    async with visit(SMALL) as sitting:
        x, y = first(sitting, "敢想敢试")
        await drag(sitting, (x + before, y), last(sitting, "海滨市把滩涂"))
        await sitting.press("ctrl+c")
        assert copied == ["一是敢想敢试\n海滨市把滩涂"]
