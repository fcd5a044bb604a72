"""Noticing that a ledger was written to, by whatever process, without reading it."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from threading import Lock

Mark = tuple[int, ...]
"""A state of a ledger: another mark, another state. None of its parts means anything by itself."""
MISSING: Mark = ()
"""The mark of a ledger that is not there."""


class LedgerWatch:
    """Tells one state of a ledger from the next. May be used by several threads.

    SQLite counts, for each connection, the commits of all others (`PRAGMA data_version`); so one connection is kept
    open. It locks nothing and makes no ledger; but while it is open SQLite's write-ahead log stays beside the ledger.
    """

    def __init__(self, path: Path) -> None:
        """Prepare the watch.

        Args:
            path: The ledger; it need not be there yet.
        """
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._file: Mark = MISSING
        self._opened = 0
        self._closed = False

    def mark(self) -> Mark | None:
        """The mark of the state the ledger is in; None where that cannot be told just now, or once it is closed."""
        with self._lock:
            if self._closed:
                return None
            try:
                return self._mark()
            except FileNotFoundError:
                self._disconnect()
                return MISSING
            except (OSError, sqlite3.Error):
                self._disconnect()
                return None

    def close(self) -> None:
        """Let the file go for good: whoever is still about to look, in another thread, does not open it again."""
        with self._lock:
            self._closed = True
            self._disconnect()

    def _mark(self) -> Mark:
        state = self._path.stat()
        file = state.st_dev, state.st_ino
        if self._connection is None or file != self._file:  # or another one was put in its place
            self._disconnect()
            address = f"{self._path.absolute().as_uri()}?mode=rw"
            self._connection = sqlite3.connect(address, uri=True, timeout=0, check_same_thread=False)
            self._file = file
            self._opened += 1
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return self._opened, version

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
