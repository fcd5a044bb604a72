"""What is done to rows of the ledger on the screen: forms, rules told in place, undo, and others who write, too."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.house import NARROW, STANDARD
from tests.tui.ledger_house import LedgerVisit, visit_ledger
from tourview.i18n import speak
from tourview.ledger.errors import LedgerError
from tourview.ledger.row import Row
from tourview.ledger.status import Status
from tourview.ledger.store import Ledger
from tourview.tui.ledger_book import Deed, LedgerBook, State


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


async def begin(ledger: LedgerVisit) -> None:
    """Have the first row in progress, with an owner and a due date."""
    ledger.elsewhere(owner="王主任", due="2026-12-31", status="in-progress")
    await ledger.press("r")


# Editing


async def test_e_edits_a_row_and_its_history_tells_who_did(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *"市发改委", "down", *"住建局、园区办", "tab", *"王主任")
        await ledger.fill("due", "2026年9月底")
        assert ledger.notes == {"due": "= 2026-09-30"}
        await ledger.fill("evidence", "a.pdf | https://example.org/b")
        await ledger.press("enter")
        assert ledger.form is None
        kept = ledger.kept()
        assert (kept.lead_unit, kept.responsible_units, kept.owner) == ("市发改委", ("住建局", "园区办"), "王主任")
        assert kept.due == date(2026, 9, 30)
        assert kept.evidence == ("a.pdf", "https://example.org/b")
        assert "Lead unit: - → 市发改委" in ledger.sitting.told[-1]
        assert ledger.page.state is not None
        assert {event.actor for event in ledger.page.state.histories[kept.id]} == {"Wang"}
        await ledger.press("e")
        assert ledger.fields["evidence"] == "a.pdf | https://example.org/b"


async def test_escape_leaves_everything_as_it_was(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *"发改委", "escape")
        assert ledger.form is None
        assert ledger.kept().version == 1


async def test_a_form_without_a_change_changes_nothing(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", "enter")
        assert ledger.form is None
        assert "nothing to change" in ledger.sitting.told[-1]
        assert ledger.kept().version == 1


@pytest.mark.parametrize("size", [STANDARD, NARROW])
@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("due", "2026-02-30", "calendar"),
        ("due", "soon", "is no date"),
        ("target", "many", "is no number"),
        ("status", "asleep", "is no status"),
    ],
)
async def test_what_is_wrong_is_told_below_the_field(
    path: Path, size: tuple[int, int], name: str, text: str, part: str
) -> None:
    async with visit_ledger(path, size=size) as ledger:
        await ledger.press("e")
        await ledger.fill(name, text)
        assert list(ledger.notes) == [name]
        assert part in ledger.notes[name]
        await ledger.press("up", "enter")
        assert ledger.form is not None
        await ledger.fill(name, "")
        assert ledger.notes == {}


async def test_what_the_rules_refuse_is_told_in_the_form_s_words(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e")
        await ledger.fill("status", "in-progress")
        assert ledger.wrong == "nobody answers for it; name who does: Lead unit or Owner"
        await ledger.press("enter")
        assert ledger.form is not None
        await ledger.fill("owner", "Li")
        assert ledger.wrong == ""
        await ledger.press("enter")
        assert ledger.kept().status is Status.IN_PROGRESS


async def test_earlier_values_are_offered(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere("3.2", lead_unit="市发展改革委", responsible_units="市财政局、市住建局")
        await ledger.press("r", "e")
        assert sorted(ledger.offers) == ["市住建局", "市发展改革委", "市财政局"]
        await ledger.press(*"发展", "right", "down", *"市住", "right", *"、财", "right")
        assert ledger.fields["lead_unit"] == "市发展改革委"
        assert ledger.fields["responsible_units"] == "市住建局、市财政局"
        await ledger.press("up", "end", "ctrl+u")
        await ledger.sitting.click("市财政局", 20)
        assert ledger.fields["lead_unit"] == "市财政局"


async def test_statuses_are_offered_by_name(path: Path) -> None:
    speak("zh")
    async with visit_ledger(path) as ledger:
        await ledger.press("e")
        await ledger.fill("owner", "Li")
        await ledger.fill("status", "正")
        await ledger.press("right", "enter")
        assert ledger.kept().status is Status.IN_PROGRESS


async def test_every_status_to_come_is_offered_before_anything_is_typed(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *["down"] * 5)
        assert list(ledger.offers) == ["not-started", "in-progress", "done"]
        await ledger.press("right")
        assert ledger.fields["status"] == "not-started"


async def test_the_label_of_the_field_one_is_in_stands_out(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", "down", "down")
        assert ledger.form is not None
        labels = ledger.form.query(".answer-label").results(Static)
        assert [str(label.content) for label in labels if label.styles.text_style.bold] == ["Owner"]


async def test_u_takes_the_last_change_back(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *"发改委", "enter", "u")
        assert ledger.kept().lead_unit == ""
        assert ledger.sitting.told[-1].endswith("undone: Lead unit: 发改委 → -")
        await ledger.press("u")
        assert "nothing to undo" in ledger.sitting.told[-1]


# Progress


async def test_l_logs_progress(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("l", *"begun", "enter", "l", *"half of it")
        await ledger.fill("day", "2026-11-20")
        await ledger.press("enter")
        assert [(entry.day.isoformat(), entry.text, entry.actor) for entry in ledger.kept().progress] == [
            ("2026-11-23", "begun", "Wang"),
            ("2026-11-20", "half of it", "Wang"),
        ]
        assert "2 entries" in ledger.text()


async def test_nothing_and_what_is_yet_to_come_are_not_logged(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("l", "enter")
        assert ledger.wrong == "Write what was done."
        await ledger.press(*"begun")
        await ledger.fill("day", "2026-11-24")
        assert ledger.wrong == "2026-11-24 is yet to come; log what was done until today"
        await ledger.fill("day", "")
        await ledger.press("enter")
        assert ledger.kept().progress[0].day == date(2026, 11, 23)


# Closing


async def test_only_what_is_done_is_closed(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await begin(ledger)
        await ledger.press("c")
        assert ledger.form is None
        assert ledger.sitting.told[-1] == "only done work is closed; finish it first: Status done"


async def test_the_owner_s_own_close_is_refused_and_another_s_is_not(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await begin(ledger)
        ledger.elsewhere(status="done")
        await ledger.press("r", "c", "enter")
        assert "a reviewer closes it" in ledger.wrong
        await ledger.press(*"王主任")
        assert ledger.wrong == "王主任 answers for it and cannot close it; another must review it"
        await ledger.press("enter")
        assert ledger.form is not None
        await ledger.fill("reviewer", "李主任")
        assert ledger.wrong == ""
        await ledger.fill("note", "checked on site")
        await ledger.press("enter")
        kept = ledger.kept()
        assert (kept.status, kept.reviewer, kept.closed) == (Status.CLOSED, "李主任", date(2026, 11, 23))
        assert "(checked on site)" in ledger.details
        await ledger.press("c")
        assert ledger.sitting.told[-1] == "It is closed already."


async def test_a_reviewer_is_offered_who_does_not_answer_for_it(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await begin(ledger)
        ledger.elsewhere("3.2", owner="李主任")
        ledger.elsewhere(status="done")
        await ledger.press("r", "c")
        assert ledger.offers == ["李主任"]


# Statuses beside the way


async def come_to(ledger: LedgerVisit, status: str) -> None:
    """Choose a new status by its name."""
    await ledger.press("x", *status, "enter")


async def test_x_extends_with_a_reason_and_a_later_date(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await begin(ledger)
        await come_to(ledger, "extended")
        assert list(ledger.fields) == ["extended_to", "reason"]
        await ledger.fill("extended_to", "2026-12-01")
        await ledger.fill("reason", "the land is late")
        assert ledger.wrong == "the new date 2026-12-01 is not after 2026-12-31; choose a later one"
        await ledger.fill("extended_to", "2027年3月")
        await ledger.press("enter")
        kept = ledger.kept()
        assert (kept.status, kept.extended_to, kept.reason) == (Status.EXTENDED, date(2027, 3, 31), "the land is late")
        assert "2027-03-31" in ledger.text()


async def test_x_suspends_and_drops_with_a_reason_only(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await come_to(ledger, "suspended")
        await ledger.press("enter")
        assert ledger.wrong == "a reason is missing; add Reason"
        await ledger.press(*"no money", "enter")
        assert (ledger.kept().status, ledger.kept().reason) == (Status.SUSPENDED, "no money")
        await come_to(ledger, "not-applicable")
        await ledger.press(*"no money", "enter")
        assert ledger.kept().status is Status.NOT_APPLICABLE


async def test_x_puts_another_row_in_its_place(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await come_to(ledger, "superseded")
        await ledger.press(*"zz")
        assert ledger.wrong == "there is no row zz to take its place"
        await ledger.fill("superseded_by", ledger.kept("3.2").id)
        await ledger.press("enter")
        assert ledger.kept().superseded_by == ledger.kept("3.2").id


async def test_x_begins_work_asking_only_who_answers_for_it(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await come_to(ledger, "in-progress")
        assert list(ledger.fields) == ["lead_unit", "owner"]
        await ledger.press("down", *"Li", "enter")
        assert ledger.kept().status is Status.IN_PROGRESS
        await come_to(ledger, "done")
        assert ledger.form is None
        assert ledger.kept().status is Status.DONE
        await come_to(ledger, "in-progress")
        await ledger.press(*"a flaw", "enter")
        assert (ledger.kept().status, ledger.kept().reason) == (Status.IN_PROGRESS, "a flaw")


async def test_x_lists_what_it_can_become(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("x")
        for word in ("in-progress", "extended", "suspended", "not-applicable", "superseded"):
            assert word in ledger.text()
        assert "closed" not in ledger.text()
        await ledger.press(*"closed", "enter")
        assert "it can become not-started" in ledger.text()
        await ledger.press("escape", "x", "down", "enter")
        assert list(ledger.fields) == ["lead_unit", "owner"]


# Splitting


async def test_s_splits_an_undertaking_off(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("s")
        assert "三年内把园区面积翻一番" in ledger.text()
        await ledger.press("down", "enter")
        assert ledger.here.id == f"{ledger.kept('3.1').id}.1"
        assert ledger.here.text == "三年内把园区面积翻一番"
        assert f"split off from {ledger.kept('3.1').id}" in ledger.details
        assert len(ledger.page.rows.shown) == 3
        await ledger.press("enter")
        assert ledger.sitting.here == "3.1"


async def test_words_of_one_s_own_are_split_off(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("s", *"build a hall", "enter", "s", "escape")
        assert ledger.here.text == "build a hall"
        assert len(ledger.page.rows.shown) == 3


# Others


async def test_a_race_that_is_lost_is_told_and_the_form_comes_again(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *"发改委")
        ledger.elsewhere(owner="赵局长")
        await ledger.press("enter")
        assert ledger.form is not None
        assert "Changed meanwhile by Zhao: Owner: - → 赵局长" in ledger.wrong
        assert ledger.fields["lead_unit"] == "发改委"
        assert ledger.fields["owner"] == "赵局长"
        assert ledger.page.rows.shown[0].owner == "赵局长"
        assert ledger.kept().lead_unit == ""
        await ledger.press("enter")
        assert (ledger.kept().lead_unit, ledger.kept().owner) == ("发改委", "赵局长")


async def test_an_undo_that_lost_a_race_is_told(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("e", *"发改委", "enter")
        ledger.elsewhere(owner="赵局长")
        await ledger.press("u")
        assert "Changed meanwhile by Zhao" in ledger.sitting.told[-1]
        assert ledger.page.rows.shown[0].owner == "赵局长"
        assert ledger.kept().lead_unit == "发改委"


async def test_progress_is_added_whatever_others_did(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("l", *"begun")
        ledger.elsewhere(owner="赵局长")
        await ledger.press("enter")
        assert [entry.text for entry in ledger.kept().progress] == ["begun"]


async def test_a_change_that_arrives_after_one_has_left_is_made_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit_ledger(path) as ledger:
        ledger.sitting.type_ahead("lbegun\r\x1b")
        await ledger.sitting.settle()
        assert [entry.text for entry in ledger.kept().progress] == ["begun"]


async def test_a_locked_ledger_is_told_in_one_line_and_what_was_typed_is_not_lost_silently(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit_ledger(path) as ledger:

        def occupied(_ledger: Ledger, *_values: object, **_options: object) -> Row:
            raise LedgerError(str(path), "somebody else has been writing to it for half a minute; try again")

        monkeypatch.setattr(Ledger, "set", occupied)
        await ledger.press("e", *"发改委", "enter")
        assert ledger.form is not None
        assert ledger.fields["lead_unit"] == "发改委"
        assert "somebody else has been writing" in ledger.wrong


async def test_keys_are_taken_while_a_share_keeps_a_change_waiting(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with visit_ledger(path) as ledger:
        moved: list[str] = []
        change = LedgerBook.change

        def slow(book: LedgerBook, deed: Deed) -> tuple[Row, State]:
            ledger.sitting.app.call_from_thread(ledger.page.action_move, 1)
            moved.append(ledger.here.ref)
            return change(book, deed)

        monkeypatch.setattr(LedgerBook, "change", slow)
        await ledger.press("l", *"begun", "enter")
        assert moved == ["3.2"]
        assert ledger.kept().progress
