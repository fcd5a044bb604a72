"""A ledger of one small report, on a fixed day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tourview.ledger.row import Row
from tourview.ledger.store import Ledger
from tourview.open import open_text
from tourview.report import Report

TODAY = date(2026, 3, 10)

GARDEN = "年底前建成园区服务大厅，引进企业12家，由园区管委会牵头。"
TEXT = f"""\
赴海滨新区学习考察报告

考察组于2019年5月上旬成行。

一、启示
一是规划先行。先有蓝图，后建园区。
二、差距
（一）园区建设缓慢。道路没有修通，厂房没有盖好。
三、下一步措施
（一）建好园区。{GARDEN}
（二）改进服务。窗口一站办结，材料一次交齐，企业少跑路。
（三）培训干部。每月讲一课，新来的同志跟班学。
"""


class Clock:
    """A clock that goes on by a minute each time one looks at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def report_of(text: str = TEXT, name: str = "report.txt") -> Report:
    return open_text(text, name)


def open_ledger(path: Path, actor: str = "甲", today: date = TODAY) -> Ledger:
    return Ledger(path, actor=actor, today=today, clock=Clock())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "data" / "ledger.sqlite3") as opened:
        yield opened


@pytest.fixture
def row(ledger: Ledger) -> Row:
    """The row of the first commitment, under way."""
    ledger.ensure(report_of(), "report.txt")
    first = ledger.row("3.1")
    values = {"lead_unit": "园区管委会", "owner": "王主任", "due": "2026-09-30", "status": "in-progress"}
    return ledger.set(first.id, values)
