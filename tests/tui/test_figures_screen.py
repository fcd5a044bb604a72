"""The table of figures: what it shows, how it is sorted, filtered and compared, and the way to the text and back."""

import csv
import json
from pathlib import Path

import pytest
from textual.strip import Strip

from tests.tui.house import NARROW, SIZES, SMALL, STANDARD, WIDE, Visit, visit
from tests.tui.test_snapshots import Compare, looks_as_before
from tourview.i18n import speak
from tourview.tui.screens.figures import FiguresScreen
from tourview.tui.themes import INK
from tourview.tui.widgets.searchbar import Field

__all__ = ["looks_as_before"]

FIGURES = """关于赴临江市学习产业园区建设的考察报告
近日，考察组一行12人赴临江市学习考察。
一、考察的启示
一是规模要大。临江市建成标准厂房400多万平方米，其中柳河县就有100万平方米。
二是要素要全。园区建有供水管网300公里，入驻率达到90%。
二、对照先进找差距
一是厂房少。我市的标准厂房只有200万平方米，入驻率仅为60%。
三、下一步的措施
（一）扩大规模。三年内新建标准厂房50万平方米。
"""
"""A report of our own: four figures in 平方米, two in %, one each in 人, 公里, 年."""


def screen_of(sitting: Visit) -> FiguresScreen:
    screen = sitting.app.screen
    assert isinstance(screen, FiguresScreen)
    return screen


def texts(sitting: Visit) -> list[str]:
    """The figures shown, from the first to the last, as written."""
    return [row.figure.text for row in screen_of(sitting).figures.table.rows]


def here(sitting: Visit) -> str:
    """The figure under the cursor."""
    row = screen_of(sitting).figures.row
    assert row is not None
    return row.figure.text


def at(sitting: Visit) -> str:
    """The ref of the section that the outline shows one to be at."""
    section = sitting.outline.section
    assert section is not None
    return section.ref


def bar_cells(strip: Strip) -> int:
    """The cells of the bar in a line: those on a ground that is neither the page's nor the cursor's."""
    grounds = {INK.background, INK.variables["cursor-line"], INK.panel}
    return sum(
        segment.cell_length
        for segment in strip
        if segment.style is not None
        and segment.style.bgcolor is not None
        and segment.style.bgcolor.name not in grounds
        and not segment.text.strip()
    )


@pytest.mark.parametrize("size", SIZES)
async def test_figures_of_one_unit_stand_together_the_greatest_first(size: tuple[int, int]) -> None:
    async with visit(FIGURES, size) as sitting:
        await sitting.press("6")
        assert texts(sitting)[:4] == ["400多万平方米", "200万平方米", "100万平方米", "50万平方米"]
        assert "4,000,000" in sitting.text()
        assert "平方米  4" in sitting.text()


async def test_bars_compare_the_figures_of_a_unit() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        lines = {line.text.split()[0]: line for line in sitting.strips() if line.text.strip()}
        long, middle, short = (bar_cells(lines[value]) for value in ("4,000,000", "2,000,000", "1,000,000"))
        assert short > 0
        assert abs(long - 2 * middle) <= 1
        assert abs(long - 4 * short) <= 2
        assert bar_cells(lines["300"]) == 0


async def test_what_is_measured_and_whose_it_is_is_told() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        row = next(line for line in sitting.lines() if "200万平方米" in line)
        assert "标准厂房" in row
        assert "我市" in row
        assert "2.1" in row


async def test_enter_leads_to_the_figure_and_back_to_its_row() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("down")
        assert here(sitting) == "200万平方米"
        await sitting.press("enter")
        assert sitting.in_room
        assert at(sitting) == "2.1"
        assert any("200万平方米" in line for line in sitting.page())
        await sitting.press("escape")
        assert here(sitting) == "200万平方米"
        await sitting.press("enter", "backspace")
        assert here(sitting) == "200万平方米"


async def test_the_figure_is_lit_until_the_next_key() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("enter")
        lit = sitting.reader._lit
        assert lit is not None
        assert sitting.room.report.text[slice(*lit)] == "400多万平方米"
        await sitting.press("down")
        assert sitting.reader._lit is None


async def test_one_comes_back_to_where_one_was_before() -> None:
    async with visit(FIGURES) as sitting:
        before = sitting.reader.top
        await sitting.press("6")
        await sitting.press("enter", "escape", "escape")
        assert sitting.in_room
        await sitting.press("backspace")
        assert sitting.in_room
        assert sitting.reader.top == before


async def test_the_foot_names_the_way_back_as_long_as_it_leads_there() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("enter")
        assert "Esc figures" in sitting.lines()[-1]
        await sitting.press("]")
        assert "Esc figures" not in sitting.lines()[-1]
        await sitting.press("escape")
        assert sitting.in_room


async def test_two_marked_figures_are_compared() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("space")
        assert "Space on another figure compares the two" in sitting.text()
        await sitting.press("down", "space")
        assert "200万平方米 is about 50% of 400多万平方米, which is 2 times as much" in sitting.text()
        await sitting.press("down", "space")
        assert "100万平方米 is about 50% of 200万平方米" in sitting.text()
        await sitting.press("space", "escape")
        assert "is about" not in sitting.text()


async def test_figures_of_different_units_are_not_compared() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("space", "]", "space")
        assert "are of different units" in sitting.text()


async def test_a_filter_takes_words_and_pinyin() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("f", *"ruzhulv")
        assert sorted(texts(sitting)) == ["60%", "90%"]
        assert "2 of 9 figures" in sitting.text()
        await sitting.press("escape")
        assert len(texts(sitting)) == 9
        await sitting.press("f", *"平方米", "enter", "down")
        assert len(texts(sitting)) == 4
        assert here(sitting) == "200万平方米"
        await sitting.press("escape")
        assert here(sitting) == "200万平方米"
        assert len(texts(sitting)) == 9


async def test_chinese_begins_a_filter_by_itself() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("管")
        assert texts(sitting) == ["300公里"]


async def test_what_is_not_found_is_told() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("f", *"园丁")
        assert texts(sitting) == []
        assert "nothing found" in sitting.text()
        await sitting.press("enter")
        await sitting.press("enter", "space", "s", "e", "escape")
        assert len(texts(sitting)) == 9


async def test_sorting_goes_through_the_columns_and_turns_round() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("S")
        assert texts(sitting)[:2] == ["50万平方米", "100万平方米"]
        await sitting.press("s")
        assert screen_of(sitting).place.sorting.order == "measures"
        await sitting.press("s", "s")
        assert texts(sitting)[0] == "12人"
        assert texts(sitting)[-1] == "50万平方米"
        await sitting.press("S")
        assert texts(sitting)[0] == "50万平方米"
        await sitting.press("s")
        assert texts(sitting)[0] == "400多万平方米"


async def test_the_mouse_sorts_and_opens() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.click("Section")
        assert texts(sitting)[0] == "12人"
        await sitting.click("200万平方米")
        assert here(sitting) == "200万平方米"
        await sitting.click("200万平方米")
        assert sitting.in_room
        assert at(sitting) == "2.1"


@pytest.mark.parametrize("ending", [".csv", ".json"])
async def test_export_writes_what_is_shown(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"figures{ending}"
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("f", *"平方米", "enter", "e")
        sitting.app.screen.query_one("#prompt-field", Field).value = str(target)
        await sitting.press("enter")
        assert any("Written" in told for told in sitting.told)
    if ending == ".csv":
        rows = list(csv.DictReader(target.read_text("utf-8-sig").splitlines()))
        assert [row["value"] for row in rows] == ["4000000", "2000000", "1000000", "500000"]
    else:
        figures = json.loads(target.read_text("utf-8"))["figures"]
        assert [figure["value"] for figure in figures] == [4000000, 2000000, 1000000, 500000]
        assert figures[0]["qualifier"] == "多"


async def test_an_ending_that_is_no_table_is_refused(tmp_path: Path) -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("e")
        sitting.app.screen.query_one("#prompt-field", Field).value = str(tmp_path / "x.md")
        await sitting.press("enter")
        assert ".csv" in sitting.text()
    assert not (tmp_path / "x.md").exists()


async def test_a_report_without_figures_says_so() -> None:
    async with visit("一、前言\n今年的枇杷熟得早。\n") as sitting:
        await sitting.press("6")
        assert "No figures in this report" in sitting.text()
        await sitting.press("down", "enter", "space", "escape")
        assert sitting.in_room


async def test_the_trace_is_one_key_away() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("6")
        await sitting.press("7")
        assert "Trace" in sitting.lines()[0]
        await sitting.press("6")
        assert "Figures" in sitting.lines()[0]
        await sitting.press("escape")
        assert sitting.in_room


async def test_help_and_palette_know_the_figures() -> None:
    async with visit(FIGURES) as sitting:
        await sitting.press("6")
        await sitting.press("?")
        assert "Mark it; two are compared" in sitting.text()
        await sitting.press("escape", "ctrl+p")
        assert "Export as CSV or JSON" in sitting.text()


async def test_the_table_speaks_chinese() -> None:
    speak("zh")
    async with visit(FIGURES, NARROW) as sitting:
        await sitting.press("6")
        assert "移动" in sitting.lines()[-1]


def test_picture_of_the_figures(looks_as_before: Compare) -> None:
    assert looks_as_before(["6", "space", "down", "space"], WIDE)


def test_picture_of_the_figures_in_a_standard_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["6"], STANDARD, theme="paper")


def test_picture_of_the_figures_in_a_narrow_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["6", "down"], NARROW)
