"""The three sizes of terminal: nothing is cut off, nothing overlaps, and the place is kept when the size changes."""

import re

import pytest

from tests.tui.house import NARROW, SIZES, SMALL, STANDARD, WIDE, Visit, visit
from tourview.open import Opening
from tourview.typeset import cell_width

COUNT = re.compile(r"\s(\d+)\s*$")


def ends_of_counts(rows: list[str]) -> set[int]:
    """The columns, in cells, where the outline's numbers end."""
    found = set()
    for row in rows:
        match = COUNT.search(row)
        if match:
            found.add(cell_width(row[: match.end(1)]))
    return found


async def both_panes(sitting: Visit) -> None:
    """See that the lines of both panes are as wide as the panes, and the screen's as the screen."""
    width, height = sitting.app.size
    strips = sitting.strips()
    assert len(strips) == height
    assert {strip.cell_length for strip in strips} == {width}
    for pane in (sitting.reader, sitting.outline):
        for y in range(pane.size.height):
            assert pane.render_line(y).cell_length == pane.size.width


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_fits(request: pytest.FixtureRequest, language: str, size: tuple[int, int]) -> None:
    opening: Opening = request.getfixturevalue(language)
    async with visit(opening, size) as sitting:
        await both_panes(sitting)
        await sitting.press("tab")
        await both_panes(sitting)
        page = sitting.reader._page
        assert page.measure.width <= sitting.reader.scrollable_content_region.width
        for y in range(len(page)):
            line = page.line(y)
            passage = page.passage(line)
            if passage is not None:
                assert line.indent + cell_width(passage.text[line.start : line.end].rstrip()) <= page.measure.width


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_outlines_numbers_stand_in_one_column(
    request: pytest.FixtureRequest, language: str, size: tuple[int, int]
) -> None:
    opening: Opening = request.getfixturevalue(language)
    async with visit(opening, size) as sitting:
        assert len(ends_of_counts(sitting.tree())) == 1
        await sitting.press("/", "1", "enter", "tab")
        assert len(ends_of_counts(sitting.tree())) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_names_that_are_too_long_are_cut_with_two_dots(en: Opening, size: tuple[int, int]) -> None:
    async with visit(en, size) as sitting:
        report = sitting.room.report
        for row, section in zip(sitting.tree(), sitting.outline.sections, strict=False):
            assert section.title in row or ".." in row
            assert "…" not in row
        assert report.title


async def test_forty_characters_a_line_at_most(zh: Opening) -> None:
    async with visit(zh, (200, 50)) as sitting:
        assert max(cell_width(line.rstrip()) for line in sitting.page()) <= 80


async def test_seventy_two_cells_of_english_at_most(en: Opening) -> None:
    async with visit(en, (200, 50)) as sitting:
        assert max(cell_width(line.rstrip()) for line in sitting.page()) <= 72


@pytest.mark.parametrize("size", [WIDE, STANDARD])
async def test_outline_and_reader_stand_side_by_side(zh: Opening, size: tuple[int, int]) -> None:
    async with visit(zh, size) as sitting:
        outline, reader = sitting.outline.region, sitting.reader.region
        assert outline.right <= reader.x
        assert outline.width >= 28
        assert reader.width >= 40


async def test_in_a_narrow_terminal_outline_and_reader_take_turns(zh: Opening) -> None:
    async with visit(zh, NARROW) as sitting:
        assert sitting.outline.size.width == 60
        assert not sitting.reader.display
        assert "一、考察概况" in sitting.text()
        await sitting.press("down", "enter")
        assert not sitting.sees(sitting.outline)
        assert sitting.reader.size.width > 55
        assert "一、考察概况" in sitting.page()[0]
        await sitting.press("tab")
        assert sitting.sees(sitting.outline)
        assert sitting.here == "1"
        await sitting.press("tab", "pagedown", "left")
        assert sitting.outline.has_focus
        assert sitting.sees(sitting.outline)


async def test_in_a_narrow_terminal_a_search_goes_from_field_to_reader_to_outline(zh: Opening) -> None:
    async with visit(zh, NARROW) as sitting:
        await sitting.press("/", *"园区")
        assert sitting.status.startswith("1st of 19 hits")
        assert "1st of 19 hits" in sitting.lines()[-2]
        await sitting.press("enter", "n", "n")
        assert sitting.sees(sitting.reader)
        assert sitting.status.startswith("3rd")
        await sitting.press("tab")
        assert sitting.sees(sitting.outline)
        assert len(ends_of_counts(sitting.tree())) == 1


async def test_jumps_from_the_narrow_outline_are_there_when_the_reader_comes(zh: Opening) -> None:
    async with visit(zh, NARROW) as sitting:
        await sitting.press(":", *"2.1.3", "enter")
        assert sitting.here == "2.1.3"
        assert "作风不硬" in sitting.page()[0]


@pytest.mark.parametrize("ref", ["1.3.2", "3.5"])
async def test_the_section_at_the_top_stays_there_when_the_size_changes(zh: Opening, ref: str) -> None:
    async with visit(zh, WIDE) as sitting:
        await sitting.press(":", *ref, "enter", "tab")
        for size in (STANDARD, (100, 30), NARROW, (74, 21), WIDE):
            await sitting.resize(size)
            section = sitting.room.report.section(ref)
            assert section is not None
            assert section.title[:6] in sitting.page()[0]


async def test_the_words_at_the_top_stay_on_the_first_line_when_the_size_changes(zh: Opening) -> None:
    async with visit(zh, WIDE) as sitting:
        await sitting.press(":", *"1.2.1", "enter", "tab", "down", "down", "down")
        offset = sitting.reader.top
        section = sitting.room.report.section("1.2.1")
        assert section is not None
        assert section.paragraphs[0].start < offset < section.paragraphs[0].end
        for size in (STANDARD, (80, 30), (90, 30), (90, 20), NARROW, WIDE):
            await sitting.resize(size)
            reader = sitting.reader
            assert reader._page.line_at(offset) == reader.scroll_offset.y
            offset = reader.top


async def test_a_change_of_size_keeps_search_view_and_focus(zh: Opening) -> None:
    async with visit(zh, WIDE) as sitting:
        await sitting.press("4", "/", *"园区")
        status, rows = sitting.status, sitting.refs
        for size in (NARROW, STANDARD):
            await sitting.resize(size)
            assert sitting.status == status
            assert sitting.refs == rows
            assert sitting.bar.field.has_focus
            await both_panes(sitting) if size != NARROW else None


async def test_a_wide_terminal_made_narrow_shows_the_pane_that_has_the_keys(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.resize(NARROW)
        assert sitting.sees(sitting.outline)
        await sitting.resize(STANDARD)
        await sitting.press("tab")
        await sitting.resize(NARROW)
        assert sitting.sees(sitting.reader)
        assert not sitting.sees(sitting.outline)


@pytest.mark.parametrize("size", [(20, 6), (10, 3), (1, 1)])
async def test_even_absurd_sizes_do_no_harm(zh: Opening, size: tuple[int, int]) -> None:
    async with visit(zh, size) as sitting:
        await sitting.press("down", "tab", "down", "/", *"园", "enter", "n", "escape", "5", "z", "?", "escape")
        assert sitting.here


async def test_the_status_and_the_hints_never_overlap(en: Opening) -> None:
    for size in SIZES:
        async with visit(en, size) as sitting:
            await sitting.press("/", *"park")
            bar = sitting.lines()[-2]
            assert "park" in bar
            assert sitting.status in bar
            assert sitting.lines()[-1].split()[:2] == ["↑↓", "hits"]


async def test_small_reports_do_not_scroll_but_their_last_section_comes_to_the_top() -> None:
    async with visit(SMALL, (120, 80)) as sitting:
        await sitting.press("G")
        assert "改进作风" in sitting.page()[0]
