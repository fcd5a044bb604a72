"""The database of a ledger: opened safely, written in transactions in which nobody else writes."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from tourview.i18n import _, reason
from tourview.ledger import schema
from tourview.ledger.errors import LedgerError
from tourview.ledger.event import Draft, Event
from tourview.ledger.place import is_local

_PATIENCE = 30.0
"""Seconds to wait for others who write."""
_PAUSE = 0.01
_OCCUPIED = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL))
_COLUMNS = "number, change, about, subject, version, actor, time, kind, field, old, new, note, day"


class Database:
    """One connection to a ledger, which several threads may use in turn.

    A commit returns once the change is on the disk (synchronous = FULL). On a local disk there is a write-ahead log, so
    that readers and a writer do not wait for each other; on a network share, or where the log cannot be, the older
    rollback journal.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, steps: Sequence[str] = schema.STEPS) -> None:
        """Open the ledger, made first if there is none.

        Raises:
            LedgerError: If it cannot be opened.
        """
        self.path = path
        self._lock = RLock()
        try:
            if path.exists() and not path.is_file():
                raise LedgerError(str(path), _("it is a folder or a device; name a file to keep the ledger in"))
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(str(path), _("it cannot be made: {reason}").format(reason=reason(error))) from None
        with self._telling():
            self._connection = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=32
            )
            _journal(self._connection, "WAL" if is_local(path) else "DELETE")
            for setting in ("synchronous = FULL", "recursive_triggers = ON", "trusted_schema = OFF"):
                self._connection.execute(f"PRAGMA {setting}")
            _patiently(lambda: schema.prepare(self._connection, path, steps))

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction that sees one state of the ledger.

        Raises:
            LedgerError: If the ledger cannot be read.
        """
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction in which nobody else writes; on the disk when it ends, or not at all if it raises.

        Raises:
            LedgerError: If the ledger cannot be written.
        """
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    def events(self, about: str, subject: str | None = None, after: int = 0) -> list[Event]:
        """The events about rows, reports or links: of one of them in order, or of all, each one's in order.

        Args:
            about: What they are about; see `Event`.
            subject: Which one; all if None.
            after: The version after which events are wanted, of one subject.
        """
        one = "" if subject is None else "AND subject = ? AND version > ? "
        asked = (about,) if subject is None else (about, subject, after)
        found = self._connection.execute(
            f"SELECT {_COLUMNS} FROM events WHERE about = ? {one}ORDER BY subject, version", asked
        )
        return list(map(Event._make, found))

    def all_events(self) -> list[Event]:
        """The whole log, in the order in which it was written."""
        return [
            Event(*columns) for columns in self._connection.execute(f"SELECT {_COLUMNS} FROM events ORDER BY number")
        ]

    def events_of(self, change: str) -> list[Event]:
        """The events of a change, in order; none if it was never made."""
        found = self._connection.execute(f"SELECT {_COLUMNS} FROM events WHERE change = ? ORDER BY place", (change,))
        return list(map(Event._make, found))

    def subjects(self, about: str) -> list[str]:
        """The ids of all rows, reports or links."""
        found = self._connection.execute("SELECT subject FROM events WHERE about = ? AND version = 1", (about,))
        return [subject for (subject,) in found]

    def add(
        self, change: str, actor: str, moment: str, about: str, drafts: Sequence[tuple[str, Draft]], *, day: str
    ) -> None:
        """Add events to the log, within a writing transaction.

        Args:
            change: The change they are part of.
            actor: Who makes it.
            moment: Its time; see `Event`.
            about: What it is about.
            drafts: The events, each with its subject.
            day: The day it was taken to be; empty where that of its time.
        """
        place: int = self._one("SELECT count(*) FROM events WHERE change = ?", change)
        versions: dict[str, int] = {}
        for subject, draft in drafts:
            if subject not in versions:
                query = "SELECT coalesce(max(version), 0) FROM events WHERE about = ? AND subject = ?"
                versions[subject] = self._one(query, about, subject)
            versions[subject] += 1
            head = (change, place, about, subject, versions[subject], actor, moment, day)
            self._connection.execute(
                "INSERT INTO events"
                " (change, place, about, subject, version, actor, time, day, kind, field, old, new, note)"
                f" VALUES ({', '.join('?' * 13)})",
                (*head, draft.kind, draft.field, draft.old, draft.new, draft.note),
            )
            place += 1

    def _one(self, query: str, *values: str) -> int:
        number: int = self._connection.execute(query, values).fetchone()[0]
        return number

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock, self._telling():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute(begin)
            try:
                yield
                self._connection.commit()
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.rollback()
                raise

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what SQLite complains of in one line."""
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(str(self.path), _problem(error)) from error


def _problem(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _OCCUPIED:
        return _("somebody else has been writing to it for half a minute; try again")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return _("it is no ledger, or damaged; name another file, or restore a copy")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _("it cannot be opened or written; check the path and the permissions")
    return _("the database says: {error}").format(error=error)


def _journal(connection: sqlite3.Connection, mode: str) -> None:
    """Choose how changes reach the file; the rollback journal where the write-ahead log cannot be."""
    if mode == "WAL":
        try:
            _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL"))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL):
                raise
            mode = "DELETE"
    if mode == "DELETE":
        _patiently(lambda: connection.execute("PRAGMA journal_mode = DELETE"))


def _patiently(action: Callable[[], object]) -> None:
    """Do what SQLite does not itself wait for while others have the database open for writing."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            action()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _OCCUPIED or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
