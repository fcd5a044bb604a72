"""The ledger as pictures, in the three sizes and both languages; `--snapshot-update` takes them anew."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.tui.house import NARROW, STANDARD, WIDE, bundled
from tests.tui.ledger_house import TODAY
from tests.tui.test_snapshots import Compare, still
from tourview.i18n import speak
from tourview.ledger.row import Row
from tourview.ledger.shelf import Shelf
from tourview.ledger.store import Ledger
from tourview.tui.app import TourviewApp
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.memory import Memory

Size = tuple[int, int]
_VALUES = (
    ("3.1", {"lead_unit": "市发展改革委", "owner": "王主任", "due": "2026-12-05", "status": "in-progress"}),
    ("3.2", {"lead_unit": "市政务服务中心", "owner": "李科长", "due": "2026-10-31", "status": "in-progress"}),
    ("3.3", {"lead_unit": "市规划局", "due": "2026-09-30", "status": "done"}),
    ("3.4", {"lead_unit": "市工业和信息化局", "due": "2027-03-31", "status": "not-started"}),
)
"""What is in the ledger beside a row that nobody has looked at."""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A ledger with rows of all lights, every change made at the same moment."""
    monkeypatch.setattr(Shelf, "_moment", lambda _ledger: "2026-11-20T08:00:00Z")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()

    def make(language: str) -> Path:
        report = bundled(language).report
        assert report is not None
        with Ledger(tmp_path / "ledger.sqlite3", actor="Zhao", today=TODAY) as ledger:
            ledger.ensure(report)
            rows: dict[str, Row] = {row.ref: row for row in ledger.rows()}
            for ref, values in _VALUES:
                ledger.set(rows[ref].id, values)
            ledger.log(rows["3.1"].id, "十破十立清单印发各科室", day=date(2026, 11, 10))
        return tmp_path / "ledger.sqlite3"

    return make


@pytest.fixture
def looks_as_before(snap_compare: Compare, kept: Callable[[str], Path]) -> Callable[..., bool]:
    """Whether the ledger of the bundled report, after some keys, looks as it did."""

    def compare(language: str, size: Size, keys: Sequence[str] = (), theme: str = "ink") -> bool:
        speak(language)
        ledger = LedgerChoice(str(kept(language)), TODAY, "Wang")
        app = TourviewApp(bundled(language), Memory(theme, fresh=False), ledger)

        async def play(pilot: Pilot[object]) -> None:
            for key in ("8", *keys):
                await pilot.press(key)
                await still(pilot)
                while app.workers:
                    try:
                        await app.workers.wait_for_complete()
                    except WorkerCancelled:
                        continue
                    await still(pilot)

        return snap_compare(app, terminal_size=size, run_before=play)

    return compare


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW], ids=["wide", "standard", "narrow"])
def test_the_rows(looks_as_before: Callable[..., bool], language: str, size: Size) -> None:
    assert looks_as_before(language, size)


def test_paper(looks_as_before: Callable[..., bool]) -> None:
    assert looks_as_before("zh", WIDE, theme="paper")


def test_the_details_in_a_narrow_terminal(looks_as_before: Callable[..., bool]) -> None:
    assert looks_as_before("zh", NARROW, ["i"])


@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW], ids=["wide", "standard", "narrow"])
def test_a_form(looks_as_before: Callable[..., bool], size: Size) -> None:
    assert looks_as_before("zh", size, ["e", "down", "down", "down", "down", "ctrl+u", *"2026-"])


def test_closing_in_english(looks_as_before: Callable[..., bool]) -> None:
    assert looks_as_before("en", STANDARD, ["down", "down", "c", *"Li"])


def test_choosing_a_status(looks_as_before: Callable[..., bool]) -> None:
    assert looks_as_before("zh", STANDARD, ["x", "down", "down"])


def test_a_filter(looks_as_before: Callable[..., bool]) -> None:
    assert looks_as_before("zh", STANDARD, ["f", *"市", "right", "enter", "o"])
