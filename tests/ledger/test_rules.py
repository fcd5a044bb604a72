"""What a change of a row must keep to."""

from dataclasses import replace
from datetime import date

import pytest

from tests.ledger.conftest import TODAY
from tourview.ledger.errors import LedgerError
from tourview.ledger.row import Row
from tourview.ledger.rules import changed, same_person
from tourview.ledger.status import NEXT, Status, status_named

FULL = {
    "lead_unit": "园区管委会",
    "owner": "王主任",
    "due": "2026-09-30",
    "extended_to": "2026-12-31",
    "reason": "用地审批延后",
    "reviewer": "李主任",
    "superseded_by": "other",
}
BARE = Row("kfhm", "key", "section", "3.1", "建好园区", "建好园区")


def row_at(status: Status) -> Row:
    answered = replace(BARE, lead_unit="园区管委会", owner="王主任", due=date(2026, 9, 30), status=status)
    return replace(answered, reviewer="李主任", closed=TODAY) if status is Status.CLOSED else answered


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_a_status_follows_only_those_it_may(old: Status, new: Status) -> None:
    if old is new:
        return
    needed = {
        Status.EXTENDED: ("extended_to", "reason"),
        Status.CLOSED: ("reviewer",),
        Status.SUPERSEDED: ("superseded_by",),
    }.get(new, ("reason",))
    values = {"status": new.value, **{name: FULL[name] for name in needed}}
    if new in NEXT[old]:
        assert changed(row_at(old), values, TODAY).status is new
        return
    with pytest.raises(LedgerError, match=r"it cannot become|only done work is closed"):
        changed(row_at(old), values, TODAY)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"status": "in-progress"}, "nobody answers for it; name who does"),
        ({"status": "extended", "owner": "王", "due": "2026-09-30"}, "a reason is missing"),
        ({"status": "extended", "owner": "王", "reason": "雨"}, "no due date that could be extended"),
        ({"status": "extended", "owner": "王", "reason": "雨", "due": "2026-09-30"}, "the new date is missing"),
        (
            {"status": "extended", "owner": "王", "reason": "雨", "due": "2026-09-30", "extended_to": "2026-09-30"},
            "2026-09-30 is not after 2026-09-30",
        ),
        ({"extended_to": "2026-12-31"}, "a new date is an extension"),
        ({"status": "suspended"}, "a reason is missing"),
        ({"status": "not-applicable"}, "a reason is missing"),
        ({"status": "superseded"}, "add superseded_by=ID"),
        ({"status": "superseded", "superseded_by": "kfhm"}, "it cannot take its own place"),
        ({"status": "closed", "reviewer": "李"}, "only done work is closed"),
        ({"closed": "2026-03-01"}, "the closing date comes with closing"),
        ({"assigned": "2026-03-05", "due": "2026-03-01"}, "2026-03-01 is before the day it was assigned"),
        ({"due": "2026-02-30"}, "due: '2026-02-30' is not in the calendar"),
        ({"target": "many"}, "target: 'many' is no number"),
        ({"status": "finished"}, "'finished' is no status"),
        ({"owner": "王" * 10_001}, "longer than 10000 characters"),
    ],
)
def test_what_is_not_allowed_names_the_row_and_the_cure(values: dict[str, str], problem: str) -> None:
    with pytest.raises(LedgerError) as caught:
        changed(BARE, values, TODAY)
    assert str(caught.value).startswith("kfhm: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_done_is_not_closed_until_another_has_reviewed_it() -> None:
    done = row_at(Status.DONE)
    for own in ("王主任", " 王 主 任 ", "張三、王主任", "园区管委会"):
        with pytest.raises(LedgerError, match="answers for it and cannot close it"):
            changed(done, {"status": "closed", "reviewer": own}, TODAY)
    with pytest.raises(LedgerError, match="a reviewer closes it"):
        changed(done, {"status": "closed"}, TODAY)
    with pytest.raises(LedgerError, match="yet to come"):
        changed(done, {"status": "closed", "reviewer": "李", "closed": "2026-03-11"}, TODAY)
    closed = changed(done, {"status": "closed", "reviewer": "李主任"}, TODAY)
    assert (closed.closed, closed.reviewer) == (TODAY, "李主任")


def test_closed_rows_stay_as_they_are_until_opened_again_with_a_reason() -> None:
    closed = row_at(Status.CLOSED)
    with pytest.raises(LedgerError, match="it is closed; open it again first"):
        changed(closed, {"owner": "赵"}, TODAY)
    with pytest.raises(LedgerError, match="a reason is missing"):
        changed(closed, {"status": "in-progress"}, TODAY)
    again = changed(closed, {"status": "in-progress", "reason": "复查不合格"}, TODAY)
    assert (again.closed, again.reviewer) == (None, "")


def test_a_second_extension_needs_a_later_day_and_its_own_reason() -> None:
    first = changed(row_at(Status.IN_PROGRESS), {**FULL, "status": "extended", "superseded_by": ""}, TODAY)
    with pytest.raises(LedgerError, match="a reason is missing"):
        changed(first, {"extended_to": "2027-03-31"}, TODAY)
    with pytest.raises(LedgerError, match="is not after 2026-12-31"):
        changed(first, {"extended_to": "2026-12-30", "reason": "雨"}, TODAY)
    assert changed(first, {"extended_to": "2027-03-31", "reason": "雨"}, TODAY).deadline == date(2027, 3, 31)


def test_names_are_compared_folded_and_one_by_one() -> None:
    assert same_person("張三", "张 三")
    assert same_person("Li Lei", "LI LEI")
    assert same_person("张三、李四", "李四")
    assert not same_person("张三", "张三丰")
    assert not same_person("", "")


@pytest.mark.parametrize(
    ("name", "status"),
    [("正在办理", Status.IN_PROGRESS), ("Not_Started", Status.NOT_STARTED), ("销号", Status.CLOSED), ("x", None)],
)
def test_statuses_are_known_by_their_names(name: str, status: Status | None) -> None:
    assert status_named(name) is status
