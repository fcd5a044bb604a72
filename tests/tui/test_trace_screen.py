"""The trace: what leads to what, what persons decide about it, the open questions, and the way to the text and back."""

from pathlib import Path

import pytest

from tests.tui.house import NARROW, SIZES, STANDARD, WIDE, Visit, visit
from tests.tui.test_snapshots import Compare, looks_as_before
from tourview.ledger.place import ledger_path
from tourview.ledger.store import Ledger
from tourview.open import Opening, open_text
from tourview.tui.screens.trace import TraceScreen
from tourview.tui.trace_book import sides
from tourview.tui.widgets.trace_matrix import CONFIRMED_MARK, NO_MARK, REJECTED_MARK, SUGGESTED_MARK, TraceMatrix
from tourview.typeset import cell_width

__all__ = ["looks_as_before"]

TOUR = """关于赴临江市学习考察的报告
近日，考察组赴临江市学习考察。
一、考察的启示
一是破除坐等心态。临江市的干部变坐等上门为登门拜访，破除坐等心态是第一步。
二是敢啃水源难题。临江市把引水上山当作头号工程，十年修成三条盘山水渠。
三是家家会编竹器。竹编合作社家家参加。
二、对照先进找差距
一是坐等心态仍在。不少干部坐等心态没有破除，等文件、等资金。
二是水源难题未解。引水上山年年讲，盘山水渠一条也没有修。
三是账目不公开。村里的账目没有上墙。
三、下一步的措施
（一）破除坐等心态。开展登门拜访活动，人人破除坐等心态。
（二）引水上山。修建盘山水渠两条，解决水源难题。
（三）种好果树。果树苗木统一采购。
"""
"""A report of our own: two lessons lead through a gap to a commitment, the third ones lead nowhere."""


def screen_of(sitting: Visit) -> TraceScreen:
    screen = sitting.app.screen
    assert isinstance(screen, TraceScreen)
    return screen


def marks(sitting: Visit) -> dict[str, str]:
    """The marks of each row, by the row's ref."""
    screen = screen_of(sitting)
    matrix = screen.matrix
    assert screen.state is not None
    down, across = sides(screen.state.trace, screen.place.sheet)
    return {one.ref: "".join(matrix._mark(one, other)[0] for other in across) for one in down}


def cell(sitting: Visit) -> tuple[str, str]:
    """The refs of the cell under the cursor."""
    found = screen_of(sitting).matrix.cell
    assert found is not None
    return found[0].ref, found[1].ref


def statuses(sitting: Visit) -> dict[tuple[str, str], str]:
    """The links of the report that is read, by their ends."""
    return {(link.source, link.target): link.status for link in sitting.room.report.links}


def kept() -> list[tuple[str, str, str]]:
    """What the ledger holds of decisions: the refs and the status."""
    with Ledger(ledger_path(), actor="test") as ledger:
        report = ledger.known(open_text(TOUR, "small.txt"))
        assert report is not None
        return [(each.source.ref, each.target.ref, each.status) for each in ledger.decisions(report.key)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_matrix_shows_what_leads_to_what(size: tuple[int, int]) -> None:
    async with visit(TOUR, size) as sitting:
        await sitting.press("7")
        assert marks(sitting)["1.1"] == "o.."
        assert marks(sitting)["2.2"] == ".o."
        assert marks(sitting)["2.3"] == "..."
        assert "3.2" in sitting.text()
        assert sitting.sees(screen_of(sitting).pair)


async def test_both_passages_are_shown_with_the_shared_words_lit() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        assert cell(sitting) == ("1.1", "3.1")
        text = sitting.text()
        assert "Suggested by the words" in text
        assert "变坐等上门为登门拜访" in text
        assert "开展登门拜访活动" in text
        hit = screen_of(sitting).pair._look.hit
        lit = {
            segment.text
            for strip in sitting.strips()
            for segment in strip
            if segment.style and segment.style.bgcolor == hit.bgcolor
        }
        assert any("坐等心态" in words for words in lit)


async def test_arrows_move_and_n_goes_to_the_next_suggested_link() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("right", "down", "l", "h")
        assert cell(sitting) == ("1.2", "3.2")
        await sitting.press("G")
        assert cell(sitting) == ("2.3", "3.2")
        await sitting.press("home", "n")
        assert marks(sitting)[cell(sitting)[0]].count(SUGGESTED_MARK) == 1
        there = cell(sitting)
        await sitting.press("n", "N")
        assert cell(sitting) == there


async def test_a_link_is_confirmed_kept_and_shown_in_the_reader() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("space")
        assert marks(sitting)["1.1"][0] == CONFIRMED_MARK
        assert "Confirmed" in sitting.text()
        assert kept() == [("1.1", "3.1", "confirmed")]
        await sitting.press("escape")
        assert statuses(sitting)["1.1", "3.1"] == "confirmed"
    async with visit(TOUR) as sitting:
        await sitting.settle()
        assert statuses(sitting)["1.1", "3.1"] == "confirmed"


async def test_confirming_again_leaves_it_open() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("enter", "enter")
        assert marks(sitting)["1.1"][0] == SUGGESTED_MARK
        assert kept() == []


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_suggestion_is_rejected_and_gone_from_the_reader(key: str) -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press(key)
        assert marks(sitting)["1.1"][0] == REJECTED_MARK
        assert "Rejected" in sitting.text()
        await sitting.press("escape")
        assert ("1.1", "3.1") not in statuses(sitting)
        await sitting.press("7")
        await sitting.press("x")
        await sitting.press("escape")
        assert statuses(sitting)["1.1", "3.1"] == "suggested"


async def test_decisions_are_undone_one_by_one() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("x", "right", "space", "u")
        assert marks(sitting)["1.1"] == REJECTED_MARK + NO_MARK * 2
        await sitting.press("u")
        assert marks(sitting)["1.1"] == SUGGESTED_MARK + NO_MARK * 2
        await sitting.press("u")
        assert sitting.told[-1] == "There is nothing to undo"


async def test_a_person_links_what_no_words_suggest() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("G", "right", "right")
        assert "No link; Space makes one" in sitting.text()
        await sitting.press("x")
        assert sitting.told[-1] == "There is no link here to reject"
        await sitting.press("space")
        assert kept() == [("2.3", "3.3", "confirmed")]


async def test_what_the_report_states_is_told_apart(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press("7")
        assert "Confirmed by the report" in sitting.text()
        await sitting.press("space")
        assert sitting.told[-1] == "The report itself states this link; x rejects it"


async def test_lessons_are_held_against_gaps() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("tab")
        assert marks(sitting) == {"1.1": "o..", "1.2": ".o.", "1.3": "..."}


async def test_the_open_questions_lead_to_their_passages_and_back() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("shift+tab")
        text = sitting.text()
        assert "Gaps that no commitment answers  1" in text
        assert "Commitments that answer no gap  1" in text
        assert "Lessons that nobody took up  1" in text
        await sitting.press("down", "enter")
        assert sitting.in_room
        section = sitting.outline.section
        assert section is not None
        assert section.ref == "3.3"
        await sitting.press("backspace")
        assert screen_of(sitting).questions.cursor == 1


async def test_passages_are_opened_from_the_matrix() -> None:
    async with visit(TOUR, STANDARD) as sitting:
        await sitting.press("7")
        await sitting.press("down", "right", "o")
        assert sitting.outline.section is not None
        assert sitting.outline.section.ref == "1.2"
        await sitting.press("escape")
        assert cell(sitting) == ("1.2", "3.2")
        await sitting.press("O")
        assert sitting.outline.section is not None
        assert sitting.outline.section.ref == "3.2"


async def test_the_mouse_moves_decides_and_reads() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        matrix = sitting.app.screen.query_one(TraceMatrix).region
        spot = (matrix.x + 2 + screen_of(sitting).matrix._names + 2 + screen_of(sitting).matrix._cell + 1, matrix.y + 3)
        await sitting.pilot.click(offset=spot)
        await sitting.settle()
        assert cell(sitting) == ("1.2", "3.2")
        await sitting.pilot.click(offset=spot)
        await sitting.settle()
        assert marks(sitting)["1.2"][1] == CONFIRMED_MARK
        await sitting.click("Open questions")
        assert "Gaps that no commitment answers" in sitting.text()
        await sitting.click("Commitments")
        await sitting.click("修建盘山水渠")
        assert sitting.in_room


async def test_a_suggested_link_in_the_reader_tells_its_words_is_followed_and_comes_back() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press(":", *"1.1", "enter")
        row = next(line for line in sitting.page() if "坐等心态仍在 2.1" in line)
        assert "(坐等心态 破除)" in row
        await sitting.click("坐等心态仍在 2.1")
        assert sitting.outline.section is not None
        assert sitting.outline.section.ref == "2.1"
        await sitting.press("backspace")
        assert sitting.outline.section.ref == "1.1"


async def test_a_report_without_lessons_says_so() -> None:
    async with visit("一、前言\n今年的枇杷熟得早。\n") as sitting:
        await sitting.press("7")
        assert "No lessons, gaps or commitments" in sitting.text()
        await sitting.press("space", "x", "n", "right", "down", "u", "o", "tab", "tab", "enter")


async def test_an_unusable_ledger_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "ledger.sqlite3"
    broken.write_text("this is no ledger at all, only words\n" * 50, encoding="utf-8")
    monkeypatch.setenv("TOURVIEW_LEDGER", str(broken))
    async with visit(TOUR) as sitting:
        assert sitting.in_room
        await sitting.press("7")
        assert "ledger.sqlite3" in sitting.told[-1]


async def test_help_knows_the_trace() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        await sitting.press("?")
        assert "Next suggested link" in sitting.text()


def test_picture_of_the_trace(looks_as_before: Compare) -> None:
    assert looks_as_before(["7", "down"], WIDE)


def test_picture_of_the_trace_in_a_standard_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["7", "tab"], STANDARD, theme="paper")


def test_picture_of_the_open_questions_in_a_narrow_terminal(looks_as_before: Compare) -> None:
    assert looks_as_before(["7", "tab", "tab"], NARROW)


async def test_refs_above_narrow_columns_stand_apart(zh: Opening) -> None:
    async with visit(zh, NARROW) as sitting:
        await sitting.press("7", "tab")
        assert "2.1.1 2.1.2 2.1.3 " in sitting.text()
        marks_of_row = next(line for line in sitting.lines() if "1.3.1" in line)
        head = next(line for line in sitting.lines() if "2.1.1 2.1.2" in line)
        assert cell_width(marks_of_row[: marks_of_row.index(CONFIRMED_MARK)]) == head.index("2.1.1") + 1


async def test_only_links_that_have_changed_are_told_of(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.press("7", "8", "escape")
        assert screen_of(sitting).state is not None
        assert sitting.told == []
