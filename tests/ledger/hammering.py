"""Processes that change one ledger at once, and are killed while they do; `python -m tests.ledger.hammering` is one."""

import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tourview.ledger.errors import Conflict
from tourview.ledger.event import Event
from tourview.ledger.store import Ledger

ROOT = Path(__file__).parents[2]
_READY = "ready"


def work(path: Path, row: str, name: str, first: int, count: int) -> None:
    """Make changes `NAME-first` and the following, telling each on standard output once it is made.

    Every third sets a field from the row as it was looked at, and looks again after a lost race; the others add to the
    progress log.
    """
    with Ledger(path, actor=name) as ledger:
        print(_READY, flush=True)
        for number in range(first, first + count):
            change = f"{name}-{number}"
            if number % 3:
                ledger.log(row, change, change=change)
            else:
                _set(ledger, row, change)
            print(number, flush=True)


def _set(ledger: Ledger, row: str, change: str) -> None:
    while True:
        version = ledger.row(row).version
        try:
            ledger.set(row, {"reason": change}, version=version, change=change)
        except Conflict:
            continue
        return


Process = subprocess.Popen[bytes]


@dataclass
class Worker:
    """One that makes changes, in one process after the other.

    Attributes:
        name: What its changes begin with.
        done: The numbers of the changes that it told to be made.
    """

    name: str
    done: list[int] = field(default_factory=list)

    def start(self, path: Path, row: str, count: int) -> Process:
        """Start a process that goes on after the last change that was told; see `work`."""
        words = (str(path), row, self.name, str(len(self.done)), str(count))
        return subprocess.Popen(
            [sys.executable, "-m", "tests.ledger.hammering", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "LANG": "C"},
        )

    def read(self, process: Process) -> None:
        """Take in everything that a process told until it ended."""
        output, _errors = process.communicate()
        self.done += [int(line) for line in output.decode().split("\n")[:-1] if line != _READY]


def hammer(path: Path, rows: Sequence[str], processes: int, changes: int) -> list[Worker]:
    """Let processes make so many changes each, all at once, each two on one row."""
    workers = [Worker(f"w{number}") for number in range(processes)]
    running = [worker.start(path, rows[n // 2 % len(rows)], changes) for n, worker in enumerate(workers)]
    for worker, process in zip(workers, running, strict=True):
        worker.read(process)
    return workers


def kill_often(path: Path, row: str, kills: int, seed: int, at_once: int = 4) -> list[Worker]:
    """Let processes make changes and kill them, each at a moment of its own within a twentieth of a second.

    The process after one that was killed goes on with the change after the last one told, which may have been made.
    """
    chance = random.Random(seed)
    workers = [Worker(f"k{place}") for place in range(at_once)]
    for _round in range(-(-kills // at_once)):
        running = [worker.start(path, row, 100_000) for worker in workers]
        moments = []
        for process in running:
            _wait_for_output(process)
            moments.append((time.monotonic() + chance.random() * 0.05, process))
        for moment, process in sorted(moments, key=lambda pair: pair[0]):
            # The moment is the test: SIGKILL must strike wherever a worker is just then, which no event tells.
            time.sleep(max(0.0, moment - time.monotonic()))
            process.send_signal(signal.SIGKILL)
        for worker, process in zip(workers, running, strict=True):
            worker.read(process)
    return workers


def _wait_for_output(process: Process) -> None:
    assert process.stdout is not None
    select.select([process.stdout], [], [], 60)


def changes_made(path: Path) -> dict[str, int]:
    """How often each change of the workers is in the log.

    Raises:
        AssertionError: If the database is not sound.
    """
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute(
            "SELECT coalesce(new, '') FROM events WHERE about = 'row' AND kind IN ('log', 'set') AND actor <> '甲'"
        )
        counts: dict[str, int] = {}
        for (change,) in found:
            counts[change] = counts.get(change, 0) + 1
    return counts


def verify(path: Path, workers: Sequence[Worker], *, in_flight: int = 0) -> int:
    """See that every change that was told is there and none is twice.

    Args:
        path: The ledger.
        workers: Who made changes.
        in_flight: How many changes of each may be there that were not told.

    Returns:
        How many changes are there.
    """
    made = changes_made(path)
    assert set(made.values()) <= {1}, "a change was made twice"
    for worker in workers:
        told = {f"{worker.name}-{number}" for number in worker.done}
        own = {change for change in made if change.partition("-")[0] == worker.name}
        assert told <= own, "a change that was told is not there"
        assert len(own - told) <= in_flight, "changes are there that nobody told"
    return len(made)


def filling(like: Event, rows: Sequence[str], count: int) -> Iterator[Event]:
    """So many changes of rows in turn, as another ledger would have them: progress, and a field."""
    for number in range(count):
        change, row = f"filling-{number}", rows[number % len(rows)]
        about = like._replace(number=number, change=change, subject=row, actor="乙")
        if number % 3:
            yield about._replace(kind="log", field="progress", new=f"第{number}次推进", note="2026-03-10")
        else:
            yield about._replace(kind="set", field="reason", old="", new=change, note="")


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
