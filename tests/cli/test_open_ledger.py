"""`tourview --ledger FILE --today DAY --actor NAME`: which ledger the screen is told to use."""

import gc
from datetime import date
from pathlib import Path

import pytest

import tourview.cli.open as door
from tests.cli.conftest import Call
from tourview.library import Library
from tourview.open import Opening
from tourview.tui.ledger_choice import USUAL, LedgerChoice


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[LedgerChoice]:
    """The ledgers that screens were told to use."""
    found: list[LedgerChoice] = []

    def show(what: Opening | Library, ledger: LedgerChoice) -> int:
        if isinstance(what, Library):
            what.close()
        found.append(ledger)
        return 0

    monkeypatch.setattr(door, "is_interactive", lambda: True)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr("tourview.tui.app.run", show)
    monkeypatch.setattr("tourview.tui.library_app.run", show)
    return found


def test_the_screen_is_told_which_ledger(call: Call, report: str, shown: list[LedgerChoice]) -> None:
    assert call(report, "--ledger", "l.db", "--today", "2026年3月5日", "--actor", "Wang").status == 0
    assert call("--ledger=l.db", str(Path(report).parent)).status == 0
    assert call(report).status == 0
    assert shown == [LedgerChoice("l.db", date(2026, 3, 5), "Wang"), LedgerChoice("l.db"), USUAL]


def test_a_day_that_is_none_is_wrong_usage(call: Call, report: str, shown: list[LedgerChoice]) -> None:
    done = call(report, "--today", "soon")
    assert done.status == 2
    assert done.err.startswith("tourview: --today: 'soon' is no date")
    assert shown == []
