"""What others write into the ledger is seen by itself, on the ledger's page and on the trace's."""

from pathlib import Path

import pytest

from tests.tui.house import Visit, visit
from tests.tui.ledger_house import TODAY, visit_ledger
from tests.tui.test_trace_screen import TOUR, cell, marks, screen_of
from tourview.ledger.errors import LedgerError
from tourview.ledger.place import ledger_path
from tourview.ledger.status import Status
from tourview.ledger.store import Ledger
from tourview.open import open_text
from tourview.report import Link, Report
from tourview.tui.screens.watching import WatchingScreen
from tourview.tui.trace_book import TraceBook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


async def look(sitting: Visit) -> None:
    """Have the page look for changes, as it does every second."""
    page = next(screen for screen in reversed(sitting.app.screen_stack) if isinstance(screen, WatchingScreen))
    page.look_for_changes()
    await sitting.settle()


# The ledger


async def test_rows_that_others_change_show_it_and_who_did(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("down")
        here = ledger.here.id
        ledger.elsewhere(owner="王主任")
        await look(ledger.sitting)
        assert "王主任" in ledger.text()
        assert ledger.here.id == here
        assert ledger.sitting.told[-1] == "The ledger has changed: Zhao"


async def test_nothing_is_told_where_nothing_has_changed(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        shown = ledger.page.state
        await look(ledger.sitting)
        await look(ledger.sitting)
        assert ledger.page.state is shown
        assert ledger.sitting.told == []


async def test_one_s_own_changes_are_not_told_as_others(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("l", *"begun", "enter")
        told = ledger.sitting.told[-1]
        await look(ledger.sitting)
        ledger.elsewhere(actor="Wang", owner="李主任")
        await look(ledger.sitting)
        assert ledger.here.owner == "李主任"
        assert ledger.sitting.told[-1] == told


async def test_the_filter_stays_and_so_does_the_row_one_is_at(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere(owner="王主任", status="in-progress")
        await look(ledger.sitting)
        ledger.page.ask({"status": "in-progress"})
        await ledger.sitting.settle()
        assert [row.section for row in ledger.page.rows.shown] == [ledger.here.section]
        here = ledger.here.id
        ledger.elsewhere(status="done")
        ledger.elsewhere("3.2", owner="李主任", status="in-progress")
        await look(ledger.sitting)
        assert ledger.page.filtering
        assert {row.status for row in ledger.page.rows.shown} == {Status.DONE, Status.IN_PROGRESS}
        assert ledger.here.id == here


async def test_a_form_keeps_what_is_typed_and_the_lost_race_is_told(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *"市发改委")
        ledger.elsewhere(owner="王主任")
        await look(ledger.sitting)
        assert ledger.fields["lead_unit"] == "市发改委"
        await ledger.press("enter")
        assert ledger.form is not None
        assert ledger.fields["lead_unit"] == "市发改委"
        assert "Zhao" in ledger.wrong
        await ledger.press("enter")
        assert (ledger.kept().lead_unit, ledger.kept().owner) == ("市发改委", "王主任")


async def test_what_was_changed_while_another_page_was_shown_is_seen_at_once(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("?")
        ledger.elsewhere(owner="王主任")
        await ledger.press("escape")
        assert "王主任" in ledger.text()


async def test_the_watch_rests_while_another_page_is_shown(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        timer = ledger.page._timer
        assert timer is not None
        assert timer._active.is_set()
        await ledger.press("?")
        assert not timer._active.is_set()
        await ledger.press("escape")
        assert timer._active.is_set()


async def test_a_ledger_that_cannot_be_read_just_now_is_read_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with visit_ledger(path) as ledger:
        book = ledger.page.book
        ledger.elsewhere(owner="王主任")
        with monkeypatch.context() as broken:
            broken.setattr(book, "look", refuse)
            await look(ledger.sitting)
            assert "王主任" not in ledger.text()
        await look(ledger.sitting)
        assert "王主任" in ledger.text()


def refuse(*_arguments: object) -> None:
    raise LedgerError("ledger", "somebody else has been writing to it")


async def test_a_ledger_that_is_gone_is_not_made_anew_by_looking(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        for file in path.parent.glob("ledger.sqlite3*"):
            file.unlink()
        await look(ledger.sitting)
        assert not path.exists()
        assert len(ledger.page.rows.shown) == 2


# The trace


def decide(one: str, other: str, status: str) -> None:
    """Have somebody else decide about a link."""
    report = open_text(TOUR, "small.txt")
    with Ledger(ledger_path(), actor="Zhao", today=TODAY) as ledger:
        key = ledger.ensure(report).key
        ledger.decide(key, report, Link(one, other, "suggested"), status)


async def test_links_that_others_decide_about_show_it_and_the_cell_stays(path: Path) -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7", "down", "right")
        there = cell(sitting)
        decide("1.1", "3.1", "confirmed")
        decide("2.2", "3.2", "rejected")
        await look(sitting)
        assert (marks(sitting)["1.1"], marks(sitting)["2.2"]) == ("+..", ".-.")
        assert cell(sitting) == there
        assert sitting.told[-1] == "The ledger has changed"
        await sitting.press("escape")
        assert ("2.2", "3.2") not in {(link.source, link.target) for link in sitting.room.report.links}


async def test_open_questions_keep_the_row_one_is_at() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7", "shift+tab", "down", "down")
        questions = screen_of(sitting).questions
        before = questions.meant
        assert before is not None
        assert before.section.ref == "1.3"
        decide("2.3", "3.1", "confirmed")
        await look(sitting)
        assert questions.meant == before
        assert questions.cursor == 1


async def test_one_s_own_decisions_are_no_news() -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7", "space")
        shown = screen_of(sitting).state
        await look(sitting)
        await look(sitting)
        assert screen_of(sitting).state is shown
        assert sitting.told == []


async def test_a_decision_shows_before_it_is_kept_and_no_more_if_it_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        screen = screen_of(sitting)
        seen: list[str] = []

        def fail(*_arguments: object) -> None:
            seen.append(marks(sitting)["1.1"])
            refuse()

        monkeypatch.setattr(screen.book, "decide", fail)
        await sitting.press("x")
        assert seen == ["-.."]
        assert marks(sitting)["1.1"] == "o.."
        assert "somebody else" in sitting.told[-1]


@pytest.mark.parametrize("stated", [False, True])
async def test_what_is_foreseen_is_what_is_kept(path: Path, *, stated: bool) -> None:
    report: Report = open_text(TOUR, "small.txt")
    async with visit(TOUR) as sitting:
        await sitting.press("7")
        book: TraceBook = screen_of(sitting).book
        state = screen_of(sitting).state
        assert state is not None
        pairs = ("1.1", "3.1") if stated else ("2.3", "3.3"), ("1.2", "2.2")
        for status in ("confirmed", "rejected", "", "rejected", "confirmed", ""):
            for one, other in pairs:
                link = book.link_between(one, other)
                foreseen = book.foresee(state, link, status)
                state = book.decide(link, status)
                assert foreseen.holds(state.links, state.decided), (status, one, other)
                assert [tie.link for tie in foreseen.trace.ties] == [tie.link for tie in state.trace.ties]
        assert state.holds(report.links, {})


async def test_a_sitting_before_the_ledger_leaves_no_file_open(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        page = ledger.page
        await look(ledger.sitting)
        await ledger.press("escape")
        assert page.book._watch._connection is None
