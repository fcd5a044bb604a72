"""The database of an index: one connection a thread, made anew where it cannot be used, in memory where no disk is.

SQLite sees to it that a process killed at any moment leaves a database that is whole, and that several processes do
not get in each other's way. What it does not see is a file that something else has written to. So a *seal*, a small
file beside the database, tells the size and the time of last change that the database had when the last process left
it: it is broken before the first write, so that a missing one means nothing, and a wrong one means damage.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock, local
from weakref import finalize

from tourview.search import index_schema

_PATIENCE = 60.0
"""Seconds to wait for another process to finish a write."""
_NO_STORAGE = frozenset(
    (
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_AUTH),
    )
)
_OCCUPIED = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_NOMEM))
_TRIES = 200
_PAUSE = 0.02


class Store:
    """A database of the tables of `index_schema`. May be used by several threads.

    Attributes:
        path: The file; None once it is kept in memory.
        remade: Whether there was one that could not be used.
        homeless: Why it is kept in memory though a file was asked for: what the system said.
    """

    def __init__(self, path: Path | None, made_by: str) -> None:
        self.path = path
        self.remade = False
        self.homeless: str | None = None
        self._made_by = made_by
        self._lock = RLock()
        self._local = local()
        self._generation = 0
        self._connections: list[sqlite3.Connection] = []
        self._closing = finalize(self, _close, self._connections, path)
        try:
            self._open()
        except (sqlite3.Error, OSError) as error:
            self.move_to_memory(error)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection of this thread, in a transaction that sees one state of the index."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection of this thread, in a transaction in which no one else writes."""
        if self.path is not None:
            _seal_of(self.path).unlink(missing_ok=True)
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        if self.path is None:
            self._lock.acquire()
        try:
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.rollback()
                raise
            connection.commit()
        finally:
            if self.path is None:
                self._lock.release()

    def _connection(self) -> sqlite3.Connection:
        if self.path is None:
            return self._connections[0]
        known: tuple[int, sqlite3.Connection] | None = getattr(self._local, "known", None)
        if known is not None and known[0] == self._generation:
            return known[1]
        with self._lock:
            connection = self._connect()
            self._local.known = (self._generation, connection)
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path or ":memory:", timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        self._connections.append(connection)
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # tells on a new database only
        _patiently(connection, "PRAGMA journal_mode = WAL")
        for setting in ("synchronous = NORMAL", "cache_size = -16000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    def _open(self) -> None:
        """Open the database, made anew if it is not one that can be used."""
        if self.path is None:
            self._create(self._connection_in_memory())
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        there = self.path.exists()
        try:
            usable = not (there and _tampered(self.path)) and self._usable()
        except sqlite3.DatabaseError as error:
            if lacks_storage(error) or is_occupied(error):
                raise
            usable = False
        if not usable:
            self.remake()

    def _usable(self) -> bool:
        connection = self._connection()
        if index_schema.empty(connection):
            self._create(connection)
            return True
        return index_schema.fits(connection, self._made_by)

    def _create(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if index_schema.empty(connection):  # and no other process was quicker
                index_schema.create(connection, self._made_by)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()

    def give_back(self) -> None:
        """Return to the disk what the file has no need of any more."""
        with self.reading() as connection:
            connection.rollback()
            connection.executescript("PRAGMA incremental_vacuum")  # `execute` would give back one page only
            connection.execute("BEGIN")

    def remake(self) -> None:
        """Delete the database and begin an empty one; a process that has it open keeps the old one to itself."""
        self.remade = True
        with self._lock:
            self._disconnect()
            if self.path is None:
                self._create(self._connection_in_memory())
                return
            for file in _files_of(self.path):
                file.unlink(missing_ok=True)
            self._create(self._connection())

    def move_to_memory(self, error: Exception) -> None:
        """Begin an empty database in memory, for want of a disk."""
        with self._lock:
            self.homeless = str(error)
            self._disconnect()
            self.path = None
            self._create(self._connection_in_memory())

    def _connection_in_memory(self) -> sqlite3.Connection:
        return self._connections[0] if self._connections else self._connect()

    def _disconnect(self) -> None:
        self._generation += 1
        while self._connections:
            with suppress(sqlite3.Error):
                self._connections.pop().close()

    def close(self) -> None:
        """Close every connection, and seal the file if no other process has it open. Nothing can be asked any more."""
        self._closing()


def lacks_storage(error: sqlite3.Error) -> bool:
    """Whether an error tells that there is no place to write: a full disk, a read-only folder."""
    return _code(error) in _NO_STORAGE


def is_occupied(error: sqlite3.Error) -> bool:
    """Whether an error tells nothing of the database but that it is in use, or that the work was broken off."""
    return _code(error) in _OCCUPIED


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Execute what SQLite does not wait for a lock for."""
    for number in range(_TRIES):
        try:
            connection.execute(statement)
            return
        except sqlite3.OperationalError as error:
            if not is_occupied(error) or number == _TRIES - 1:
                raise
            time.sleep(_PAUSE)


def _close(connections: list[sqlite3.Connection], path: Path | None) -> None:
    """Close the connections and seal the file; also when the program ends, so that the seal is right."""
    log = None if path is None else path.with_name(path.name + "-wal")
    with suppress(OSError):
        if path is not None and log is not None and log.exists() and log.stat().st_size:
            _seal_of(path).unlink(missing_ok=True)
    while connections:
        with suppress(sqlite3.Error):
            connections.pop().close()
    with suppress(OSError):
        if path is not None and log is not None and path.exists() and not log.exists():
            _seal_of(path).write_text(_mark(path), "ascii")


def _files_of(path: Path) -> Iterator[Path]:
    """All files of a database."""
    yield _seal_of(path)
    yield from (path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal", ""))


def _seal_of(path: Path) -> Path:
    return path.with_name(path.name + "-seal")


def _mark(path: Path) -> str:
    state = path.stat()
    return f"{state.st_size} {state.st_mtime_ns}"


def _tampered(path: Path) -> bool:
    """Whether the file is not as it was when it was sealed."""
    try:
        sealed = _seal_of(path).read_text("ascii", "replace")
    except FileNotFoundError:
        return False
    return sealed != _mark(path)
