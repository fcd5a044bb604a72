"""That a ledger was written to is noticed without reading it."""

from pathlib import Path

import pytest

from tests.tui.house import SMALL
from tourview.ledger.store import Ledger
from tourview.ledger.watching import LedgerWatch
from tourview.open import open_text

REPORT = open_text(SMALL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "ledger.sqlite3"


def write(path: Path, owner: str = "Zhao") -> None:
    with Ledger(path, actor="Zhao") as ledger:
        ledger.ensure(REPORT)
        ledger.set(ledger.rows()[0].id, {"owner": owner})


def look(path: Path) -> None:
    with Ledger(path, actor="Li") as ledger:
        ledger.rows()


def test_writing_is_noticed_each_time_and_looking_is_not(path: Path) -> None:
    write(path)
    watch = LedgerWatch(path)
    before = watch.mark()
    assert before is not None
    look(path)
    assert watch.mark() == before
    write(path, "Li")
    after = watch.mark()
    assert after != before
    assert watch.mark() == after
    watch.close()


def test_a_ledger_that_is_not_there_is_not_made_and_noticed_once_it_is(path: Path) -> None:
    watch = LedgerWatch(path)
    missing = watch.mark()
    assert missing is not None
    assert not path.parent.exists()
    write(path)
    assert watch.mark() not in (missing, None)
    watch.close()


def test_another_file_in_its_place_is_noticed(path: Path) -> None:
    write(path)
    watch = LedgerWatch(path)
    before = watch.mark()
    other = path.with_name("restored.sqlite3")
    write(other)
    other.replace(path)
    assert watch.mark() not in (before, None)
    watch.close()


def test_writers_are_not_hindered_and_nothing_is_told_of_what_is_not_done(path: Path) -> None:
    write(path)
    watch = LedgerWatch(path)
    before = watch.mark()
    with Ledger(path, actor="Li") as ledger, ledger._database.writing():
        assert watch.mark() == before
    watch.close()


def test_what_is_no_ledger_has_no_mark(path: Path) -> None:
    path.mkdir(parents=True)
    watch = LedgerWatch(path)
    assert watch.mark() is None
    watch.close()


def test_once_closed_it_tells_nothing_and_holds_no_file(path: Path) -> None:
    write(path)
    watch = LedgerWatch(path)
    watch.mark()
    watch.close()
    assert watch.mark() is None
    assert list(path.parent.iterdir()) == [path]
