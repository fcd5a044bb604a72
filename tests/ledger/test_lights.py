"""Lights and lateness, computed from dates, measure and today."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.ledger.conftest import TODAY
from tourview.ledger.lights import Light, days_late, days_left, lag, light, light_named, overdue
from tourview.ledger.row import LinkEnd, Measure, Row
from tourview.ledger.selecting import Wanted, select
from tourview.ledger.status import Status
from tourview.report import Kind

ROW = replace(
    Row("kfhm", "key", "section", "3.1", "建好园区", ""),
    status=Status.IN_PROGRESS,
    lead_unit="海滨新区管委会",
    owner="王主任",
    due=TODAY,
)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, Light.RED), (0, Light.YELLOW), (15, Light.YELLOW), (16, Light.GREEN)],
)
def test_the_light_follows_the_days_left(days: int, expected: Light) -> None:
    row = replace(ROW, due=TODAY + timedelta(days=days))
    assert light(row, TODAY) is expected
    assert days_left(row, TODAY) == days
    assert overdue(row, TODAY) is (days < 0)


@pytest.mark.parametrize(
    ("current", "expected"),
    [(50, Light.GREEN), (41, Light.GREEN), (39, Light.YELLOW), (19, Light.RED), (90, Light.GREEN)],
)
def test_the_light_follows_progress_behind_plan(current: float, expected: Light) -> None:
    row = replace(
        ROW,
        assigned=TODAY - timedelta(days=50),
        due=TODAY + timedelta(days=50),
        measure=Measure(baseline=0, target=100, current=current),
    )
    assert light(row, TODAY) is expected


def test_less_may_be_the_target() -> None:
    measure = Measure(baseline=20, target=10, current=15)
    row = replace(ROW, assigned=TODAY - timedelta(days=90), due=TODAY + timedelta(days=10), measure=measure)
    assert lag(row, TODAY) == pytest.approx(0.4)
    assert Measure(target=0, current=3).share is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.DONE, Light.GREEN),
        (Status.CLOSED, Light.GREEN),
        (Status.SUSPENDED, Light.NONE),
        (Status.NOT_APPLICABLE, Light.NONE),
        (Status.SUPERSEDED, Light.NONE),
        (Status.UNASSIGNED, Light.RED),
    ],
)
def test_only_work_that_is_left_can_be_late(status: Status, expected: Light) -> None:
    row = replace(ROW, due=date(2020, 1, 1), status=status)
    assert light(row, TODAY) is expected
    assert overdue(row, TODAY) is status.open


def test_an_extension_counts_from_its_own_day() -> None:
    row = replace(ROW, due=date(2026, 1, 1), extended_to=date(2026, 6, 30), status=Status.EXTENDED)
    assert light(row, TODAY) is Light.GREEN
    assert light(replace(row, due=None, extended_to=None), TODAY) is Light.NONE


@pytest.mark.parametrize(
    ("done", "extended", "late"),
    [(None, None, 0), (0, None, 0), (-3, None, 0), (3, None, 3), (3, 5, 0), (7, 5, 2)],
)
def test_work_done_after_its_deadline_was_late(done: int | None, extended: int | None, late: int) -> None:
    def day(days: int | None) -> date | None:
        return None if days is None else TODAY + timedelta(days=days)

    row = replace(ROW, status=Status.DONE, done=day(done), extended_to=day(extended))
    assert days_late(row) == late
    assert light(row, TODAY) is Light.GREEN


def test_lights_by_name() -> None:
    assert [light_named(name) for name in ("红灯", "Yellow", "绿", "blue")] == [
        Light.RED,
        Light.YELLOW,
        Light.GREEN,
        None,
    ]


GAPPY = replace(ROW, id="gap", gaps=(LinkEnd("g", "2.1.3", Kind.GAP, "作风不硬"),), due=None, lead_unit="")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["kfhm", "gap"]),
        (Wanted(unit="海濱"), ["kfhm"]),
        (Wanted(owner="王 主任"), ["kfhm", "gap"]),
        (Wanted(lights=frozenset((Light.NONE, Light.RED))), ["gap"]),
        (Wanted(statuses=frozenset((Status.DONE,))), []),
        (Wanted(due=(2026, 3)), ["kfhm"]),
        (Wanted(gap="2.1"), ["gap"]),
        (Wanted(gap="2.1.33"), []),
        (Wanted(gap="作風"), ["gap"]),
        (Wanted(overdue=True), []),
    ],
)
def test_rows_are_chosen(wanted: Wanted, expected: list[str]) -> None:
    assert [row.id for row in select((ROW, GAPPY), wanted, TODAY)] == expected
