"""Links that change while a report is read: only the notes below its sections do, and one stays where one is."""

import pytest

from tests.tui.house import NARROW, SIZES, STANDARD, Visit, text_opening, visit
from tests.tui.test_trace_screen import TOUR, statuses
from tourview.report import Link
from tourview.tui.notes import Notes
from tourview.tui.widgets import page_view
from tourview.typeset import NOTE

CHAPTER = "近日，考察组赴临江市学习考察，走了很多路，看了很多地方，一路上议论的都是同一件事。\n" * 3
LONG = "关于赴临江市学习考察的报告\n" + "".join(f"{number}、启示\n{CHAPTER}" for number in "一二三四五六七八九")


def links_to_last(sitting: Visit) -> tuple[Link, ...]:
    """Every chapter linked with the last one."""
    *others, last = (section.ref for section in sitting.room.report.sections if section.ref != "0")
    return tuple(Link(other, last, "suggested", ("同一件事",)) for other in others)


def at_top(sitting: Visit) -> str:
    return sitting.page()[0]


def notes_are_whole(sitting: Visit) -> bool:
    """Whether the page has room for the notes of every section, and no more."""
    page, report = sitting.reader._page, sitting.room.report
    notes = Notes(sitting.reader.annotations, page.measure.width)
    lines = [page.line(y) for y in range(len(page))]
    found = [
        sum(line.section == place and line.part == NOTE for line in lines) for place in range(len(report.positions))
    ]
    return page.complete and found == [len(notes.rows(section)) for section in report.reading_order]


@pytest.mark.parametrize("size", SIZES)
async def test_one_stays_at_the_line_one_is_at(size: tuple[int, int]) -> None:
    async with visit(LONG, size) as sitting:
        await sitting.press("tab", *["pagedown"] * 3, "down")
        there, page = at_top(sitting), sitting.reader._page
        sitting.room.take_links(links_to_last(sitting))
        await sitting.settle()
        assert at_top(sitting) == there
        assert sitting.reader._page is page
        assert notes_are_whole(sitting)
        await sitting.press("G")
        assert "同一件事" in sitting.text()
        sitting.room.take_links(())
        await sitting.settle()
        assert notes_are_whole(sitting)
        assert "See also" not in sitting.text()


async def test_one_who_reads_the_last_of_the_notes_stays_in_the_section() -> None:
    async with visit(LONG, NARROW) as sitting:
        sitting.room.take_links(links_to_last(sitting))
        await sitting.settle()
        await sitting.press("tab", "G", *["down"] * 6)
        here = sitting.here
        sitting.room.take_links(())
        await sitting.settle()
        assert sitting.here == here


async def test_a_search_goes_on_as_it_was() -> None:
    async with visit(TOUR, STANDARD) as sitting:
        await sitting.press("/", *"引水上山", "enter", "n")
        status, rows = sitting.status, sitting.refs
        await sitting.press("7", "space", "escape")
        assert "confirmed" in statuses(sitting).values()
        assert (sitting.status, sitting.refs) == (status, rows)
        assert notes_are_whole(sitting)


async def test_folded_sections_stay_folded() -> None:
    async with visit(TOUR, STANDARD) as sitting:
        await sitting.press("down", "left", "down")
        rows, here = sitting.refs, sitting.here
        await sitting.press("7", "space", "escape")
        assert (sitting.refs, sitting.here) == (rows, here)


async def test_many_notes_come_all_at_once_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    async with visit(LONG, STANDARD) as sitting:
        await sitting.press("tab", "pagedown")
        monkeypatch.setattr(page_view, "_SLICE", -1.0)
        monkeypatch.setattr(sitting.reader, "set_interval", lambda *_arguments: None)
        length = len(sitting.reader._page)
        sitting.room.take_links(links_to_last(sitting))
        steps = 0
        while sitting.reader._composing is not None:
            assert len(sitting.reader._page) == length
            sitting.reader._lay_out_on()
            steps += 1
        assert steps == 9
        assert notes_are_whole(sitting)


async def test_notes_that_are_not_there_yet_come_with_another_width_and_other_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with visit(LONG, STANDARD) as sitting:
        await sitting.press("tab")
        with monkeypatch.context() as hurried:
            hurried.setattr(page_view, "_SLICE", -1.0)
            hurried.setattr(sitting.reader, "set_interval", lambda *_arguments: None)
            sitting.room.take_links(links_to_last(sitting))
            sitting.room.take_links(links_to_last(sitting)[1:])
            assert sitting.reader._composing is not None
        await sitting.resize(NARROW)
        assert notes_are_whole(sitting)


async def test_words_selected_are_let_go_where_their_lines_move() -> None:
    async with visit(LONG, STANDARD) as sitting:
        await sitting.press("tab", "G")
        await sitting.pilot.click(sitting.reader, offset=(10, 3), times=2)
        assert sitting.room.get_selected_text()
        sitting.room.take_links(links_to_last(sitting))
        await sitting.settle()
        assert not sitting.room.get_selected_text()


def test_what_is_known_of_a_report_stays_known_with_other_links() -> None:
    report = text_opening(TOUR).report
    assert report is not None
    order, positions = report.reading_order, report.positions
    other = report.with_links(report.links[:1])
    assert other.links == report.links[:1]
    assert other.reading_order is order
    assert other.positions is positions
    assert other.section_at(0) is order[0]
