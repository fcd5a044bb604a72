"""The tables of a ledger, and how an older ledger becomes a newer one.

There is one table, of events, to which triggers let nothing happen but additions. The state of rows, reports and links
is what their events amount to (`ledger.folding`): reading and folding the 10,000 events of a large ledger takes a tenth
of a second, so no table keeps the state.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tourview.i18n import _
from tourview.ledger.errors import LedgerError

APPLICATION_ID = 0x74766C67
"""`tvlg`, at the place where SQLite keeps what a database is for."""

_FIRST = """
CREATE TABLE events (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    change TEXT NOT NULL, place INTEGER NOT NULL,
    about TEXT NOT NULL, subject TEXT NOT NULL, version INTEGER NOT NULL,
    actor TEXT NOT NULL, time TEXT NOT NULL,
    kind TEXT NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT, note TEXT NOT NULL,
    UNIQUE (change, place), UNIQUE (about, subject, version));
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE number = NEW.number)
      OR EXISTS (SELECT 1 FROM events WHERE change = NEW.change AND place = NEW.place)
      OR EXISTS (SELECT 1 FROM events
                 WHERE about = NEW.about AND subject = NEW.subject AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
"""

_DAYS = "ALTER TABLE events ADD COLUMN day TEXT NOT NULL DEFAULT '';"

STEPS: Sequence[str] = (_FIRST, _DAYS)
"""The scripts that take a ledger from each version to the next; that of an empty database is 0. Never edit a step that
was published: add one."""


def prepare(connection: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> None:
    """See that the database is a ledger of the newest version: make it, or migrate it after a backup.

    Args:
        connection: An open connection, in no transaction.
        path: The file, beside which the backup is put.
        steps: See `STEPS`.

    Raises:
        LedgerError: If it is something else, or was made by a newer program.
        sqlite3.Error: If it cannot be read or written.
    """
    if _version(connection, path, steps) == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection, path, steps)  # another process may have been faster
        if 0 < version < len(steps):
            _back_up(path, version)
        for step in steps[version:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _version(connection: sqlite3.Connection, path: Path, steps: Sequence[str]) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        if version or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise LedgerError(str(path), _("it is a database, but no ledger; name another file"))
        return 0
    if version > len(steps):
        raise LedgerError(str(path), _("a newer version of tourview made this ledger; update tourview"))
    return version


def _back_up(path: Path, version: int) -> None:
    """Copy the ledger as it is. The connection that migrates holds the lock; others may still read."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = path.with_name(f"{path.name}.backup-{version}-{stamp}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _statements(script: str) -> Sequence[str]:
    """The statements of a script, those that hold others, as triggers do, whole."""
    found: list[str] = []
    waiting = ""
    for line in script.splitlines():
        waiting += line + "\n"
        if sqlite3.complete_statement(waiting):
            found.append(waiting.strip())
            waiting = ""
    return [statement for statement in (*found, waiting.strip()) if statement]
