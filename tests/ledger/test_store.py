"""The store: what is changed is there, once, with who did it and when; a lost race is told."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from tests.ledger.conftest import open_ledger, report_of
from tourview.ledger.errors import Conflict, LedgerError
from tourview.ledger.row import Row
from tourview.ledger.schema import APPLICATION_ID, STEPS
from tourview.ledger.status import Status
from tourview.ledger.store import Ledger


def test_every_commitment_begins_unassigned(ledger: Ledger) -> None:
    entered = ledger.ensure(report_of(), "report.txt")
    rows = ledger.rows()
    assert [row.ref for row in rows] == ["3.1", "3.2", "3.3"]
    assert {row.status for row in rows} == {Status.UNASSIGNED}
    assert entered.created == tuple(row.id for row in rows)
    assert all(len(row.id) == 4 and row.id.isalpha() for row in rows)
    assert rows[0].text == "建好园区"
    assert ledger.reports()[0].title == "赴海滨新区学习考察报告"


def test_fields_are_set_and_remembered(ledger: Ledger, row: Row, tmp_path: Path) -> None:
    values = {
        "responsible_units": "市财政局、市自然资源局，市财政局",
        "assigned": "2026年1月5日",
        "baseline": "0",
        "target": "1.2万",
        "unit": "平方米",
        "current": "５,０００",
        "evidence": "a.pdf\nhttps://example.org/b;c",
    }
    after = ledger.set(row.id, values)
    assert after.responsible_units == ("市财政局", "市自然资源局")
    assert (after.measure.target, after.measure.current) == (12000, 5000)
    assert after.evidence == ("a.pdf", "https://example.org/b;c")
    with open_ledger(ledger.path) as again:
        assert again.row(row.id) == after
    assert list(tmp_path.iterdir()) == [tmp_path / "data"]


def test_history_tells_who_did_what_and_when(ledger: Ledger, row: Row) -> None:
    ledger.set(row.id, {"owner": "赵主任"}, note="换岗")
    last = ledger.history(row.id)[-1]
    assert (last.actor, last.field, last.old, last.new, last.note) == ("甲", "owner", "王主任", "赵主任", "换岗")
    assert last.time.startswith("2026-03-10T08:")
    assert [event.version for event in ledger.history(row.id)] == list(range(1, last.version + 1))


def test_what_is_so_already_is_no_event(ledger: Ledger, row: Row) -> None:
    assert ledger.set(row.id, {"owner": "王主任", "due": "2026/9/30"}).version == row.version


def test_nothing_is_changed_where_one_value_makes_no_sense(ledger: Ledger, row: Row) -> None:
    with pytest.raises(LedgerError):
        ledger.set(row.id, {"owner": "赵主任", "due": "2026-02-30"})
    assert ledger.row(row.id) == row


def test_a_lost_race_is_told_and_nothing_is_written(ledger: Ledger, row: Row) -> None:
    with open_ledger(ledger.path, actor="乙") as other:
        other.set(row.id, {"due": "2026-10-31"}, version=row.version)
    with pytest.raises(Conflict) as caught:
        ledger.set(row.id, {"due": "2026-08-31"}, version=row.version)
    assert str(caught.value).startswith(
        f"{row.id}: it was changed meanwhile by 乙: Due 2026-09-30 → 2026-10-31; look at it again"
    )
    assert [event.field for event in caught.value.events] == ["due"]
    assert str(ledger.row(row.id).due) == "2026-10-31"


def test_a_change_sent_twice_is_made_once(ledger: Ledger, row: Row) -> None:
    first = ledger.log(row.id, "已开会", change="one")
    assert ledger.log(row.id, "已开会", change="one") == first
    ledger.set(row.id, {"owner": "赵"}, version=first.version, change="two")
    ledger.set(row.id, {"owner": "赵"}, version=first.version, change="two")
    assert ledger.split(row.id, "引进企业", change="three") == ledger.split(row.id, "引进企业", change="three")
    assert len(ledger.row(row.id).progress) == 1
    assert len(ledger.rows()) == 4


def test_progress_is_added_and_never_rewritten(ledger: Ledger, row: Row) -> None:
    ledger.log(row.id, "已开会")
    after = ledger.log(row.id, "园区  开工")
    assert [(str(entry.day), entry.text) for entry in after.progress] == [
        ("2026-03-10", "已开会"),
        ("2026-03-10", "园区 开工"),
    ]
    with pytest.raises(LedgerError, match="nothing to log"):
        ledger.log(row.id, " ")
    with pytest.raises(LedgerError, match="yet to come"):
        ledger.log(row.id, "明天的事", day=ledger.today.replace(year=2027))


def test_undo_takes_back_one_change_after_the_other_and_keeps_all(ledger: Ledger, row: Row) -> None:
    ledger.set(row.id, {"owner": "赵", "due": "2026-10-31"})
    ledger.log(row.id, "已开会")
    assert ledger.undo(row.id).progress == ()
    back = ledger.undo(row.id)
    assert (back.owner, back.due) == (row.owner, row.due)
    ledger.set(row.id, {"owner": "钱"})
    assert ledger.undo(row.id).owner == "王主任"
    assert ledger.undo(row.id).status is Status.UNASSIGNED
    with pytest.raises(LedgerError, match="nothing to undo"):
        ledger.undo(row.id)
    kinds = [event.kind for event in ledger.history(row.id)]
    assert kinds.count("undo") == 2 + 1 + 1 + 4


def test_an_owner_finishes_and_another_closes(ledger: Ledger, row: Row) -> None:
    ledger.set(row.id, {"status": "done"})
    with pytest.raises(LedgerError, match="cannot close it"):
        ledger.close(row.id, "王主任")
    closed = ledger.close(row.id, "李主任", note="材料齐全")
    assert (closed.status, closed.closed) == (Status.CLOSED, ledger.today)
    assert ledger.undo(row.id).status is Status.DONE


def test_the_day_of_finishing_is_known_until_work_is_left_again(ledger: Ledger, row: Row) -> None:
    def on(day: int, **values: str) -> date | None:
        with open_ledger(ledger.path, today=date(2026, 3, day)) as later:
            return later.set(row.id, values).done if values else later.undo(row.id).done

    assert row.done is None
    assert on(11, status="done") == date(2026, 3, 11)
    assert on(12, owner="李主任") == date(2026, 3, 11)
    assert on(13, status="closed", reviewer="赵主任") == date(2026, 3, 11)
    assert on(14) == date(2026, 3, 11)
    assert on(15, status="in-progress", reason="返工") is None
    assert on(16) == date(2026, 3, 11)
    assert on(17, status="in-progress", reason="返工") is None
    assert on(18, status="done") == date(2026, 3, 18)
    assert on(19, status="closed", reviewer="赵主任", closed="2026-03-16") == date(2026, 3, 16)


def test_an_undertaking_is_split_off(ledger: Ledger, row: Row) -> None:
    first, second = ledger.split(row.id, "引进企业12家"), ledger.split(row.id, "建成服务大厅")
    assert [first.id, second.id] == [f"{row.id}.1", f"{row.id}.2"]
    assert (first.split_of, first.status, first.owner) == (row.id, Status.UNASSIGNED, "")
    assert [each.id for each in ledger.rows()][:3] == [row.id, first.id, second.id]
    assert ledger.row("3.1") == row
    with pytest.raises(LedgerError, match="nothing to split off"):
        ledger.split(row.id, "")


def test_another_row_takes_the_place_only_if_there_is_one(ledger: Ledger, row: Row) -> None:
    with pytest.raises(LedgerError, match="there is no row zzzz"):
        ledger.set(row.id, {"status": "superseded", "superseded_by": "zzzz"})
    other = ledger.row("3.2").id
    assert ledger.set(row.id, {"status": "被替代", "superseded_by": other}).superseded_by == other


def test_rows_are_found_by_what_a_person_types(ledger: Ledger, row: Row) -> None:
    assert ledger.row(row.id[:3].upper()).id == row.id
    assert ledger.row("３。１").id == row.id
    with pytest.raises(LedgerError, match="there is no such row"):
        ledger.row("")
    letters = sorted(row.id[0] for row in ledger.rows())
    if len(set(letters)) < len(letters):
        with pytest.raises(LedgerError, match="more than one row is meant"):
            ledger.row(next(letter for letter in letters if letters.count(letter) > 1))


def test_completion_offers_what_was_put_in_before(ledger: Ledger, row: Row) -> None:
    ledger.set(row.id, {"responsible_units": "市财政局、园区管委会"})
    assert ledger.values("lead_unit") == ("园区管委会", "市财政局")
    assert ledger.values("reviewer") == ("王主任",)
    assert ledger.values("unit") == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = '乙'",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE number = 2",
    ],
)
def test_the_log_is_only_added_to(ledger: Ledger, row: Row, statement: str) -> None:
    before = ledger.history(row.id)
    connection = sqlite3.connect(ledger.path)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    connection.close()
    assert ledger.history(row.id) == before


def test_a_commit_is_on_the_disk_and_readers_do_not_wait(ledger: Ledger) -> None:
    connection = sqlite3.connect(ledger.path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    connection.close()


def test_odd_words_are_kept_or_made_text(ledger: Ledger, row: Row) -> None:
    odd = ledger.log(row.id, "a\udcff\x00\x1b[31m ' \" \\ 😀")
    assert odd.progress[0].text == "a?\x00\x1b[31m ' \" \\ 😀"
    with open_ledger(ledger.path, actor="\udcff") as other:
        assert other.actor == "?"
