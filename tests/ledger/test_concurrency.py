"""Many writers at once, and writers killed at any moment. The full numbers are those of the benchmark `ledger`."""

from tests.ledger import hammering
from tourview.ledger.row import Row
from tourview.ledger.store import Ledger


def test_processes_that_change_one_ledger_at_once_lose_nothing(ledger: Ledger, row: Row) -> None:
    rows = [row.id, ledger.row("3.2").id]
    workers = hammering.hammer(ledger.path, rows, processes=4, changes=30)
    assert hammering.verify(ledger.path, workers) == 4 * 30
    for number, each in enumerate(rows):
        versions = [event.version for event in ledger.history(each)]
        assert versions == list(range(1, len(versions) + 1)), number


def test_a_killed_writer_leaves_every_change_that_it_told_and_none_twice(ledger: Ledger, row: Row) -> None:
    workers = hammering.kill_often(ledger.path, row.id, kills=20, seed=20260310)
    assert hammering.verify(ledger.path, workers, in_flight=1) > 0
    after = ledger.log(row.id, "还能写")
    assert after.progress[-1].text == "还能写"
