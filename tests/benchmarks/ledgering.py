"""The ledger under many writers, under kills, and when it has grown large."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.harness import Budget, MeasureError, Options, Outcome, spread
from tests.ledger import hammering
from tourview.bundled import bundled_path
from tourview.ledger.store import Ledger
from tourview.open import open_report

_PROCESSES, _CHANGES, _KILLS, _SEED = 8, 1000, 200, 20260310
_EVENTS = 10_000


def ledger(options: Options) -> Sequence[Outcome]:
    """8 processes make 1,000 changes each at once; writers are killed at 200 moments; 10,000 events are looked at."""
    return [_at_once(), _killed(), _large(options)]


@contextmanager
def _fresh() -> Iterator[tuple[Path, list[str]]]:
    """A ledger of the bundled report, and the ids of its rows."""
    with TemporaryDirectory(prefix="tourview-ledger-") as folder:
        path = Path(folder) / "ledger.sqlite3"
        with Ledger(path, actor="甲") as opened:
            opened.ensure(open_report(bundled_path("zh")))
            rows = [row.id for row in opened.rows()]
        yield path, rows


def _at_once() -> Outcome:
    with _fresh() as (path, rows):
        begin = perf_counter()
        workers = hammering.hammer(path, rows, _PROCESSES, _CHANGES)
        seconds = perf_counter() - begin
        made = _verified(path, workers, in_flight=0)
    if made != _PROCESSES * _CHANGES:
        raise MeasureError(f"{made} changes are there instead of {_PROCESSES * _CHANGES}")
    detail = f"{made} changes by {_PROCESSES} processes, each there once; {made / seconds:.0f} a second"
    return Outcome("changes lost or doubled, 8 × 1,000 at once", spread([0.0]), "", detail, Budget(0))


def _killed() -> Outcome:
    with _fresh() as (path, rows):
        workers = hammering.kill_often(path, rows[0], _KILLS, _SEED)
        made = _verified(path, workers, in_flight=1)
    told = sum(len(worker.done) for worker in workers)
    detail = f"{told} changes told, {made} there; integrity_check ok"
    return Outcome(f"changes lost or doubled, {_KILLS} × kill -9", spread([0.0]), "", detail, Budget(0))


def _verified(path: Path, workers: Sequence[hammering.Worker], in_flight: int) -> int:
    try:
        return hammering.verify(path, workers, in_flight=in_flight)
    except AssertionError as error:
        raise MeasureError(str(error)) from None


def _large(options: Options) -> Outcome:
    """How long it takes to look at every row of a ledger with 10,000 events."""
    with _fresh() as (path, rows), Ledger(path, actor="甲") as opened:
        events = opened.events()
        first = next(event for event in events if event.subject == rows[0])
        # Written through the door for events of other ledgers: ten thousand commits would take minutes.
        opened.adopt(list(hammering.filling(first, rows, _EVENTS - len(events))))
        times = []
        for _run in range(options.or_runs(11)):
            begin = perf_counter()
            opened.rows()
            times.append((perf_counter() - begin) * 1000)
    return Outcome("every row of 10,000 events", spread(times), "ms", "read and folded", Budget(150))
