"""A ledger of another version, another program's file, another kind of disk."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ledger.conftest import open_ledger, report_of
from tourview.ledger import database, place
from tourview.ledger.database import Database
from tourview.ledger.dates import day_of
from tourview.ledger.errors import LedgerError
from tourview.ledger.place import ledger_path
from tourview.ledger.schema import STEPS, prepare

_NEXT = (*STEPS, "CREATE TABLE notes (text TEXT);\nCREATE INDEX notes_text ON notes (text);")


def test_an_older_ledger_is_migrated_after_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with open_ledger(path) as ledger:
        ledger.ensure(report_of())
        before = ledger.events()
    migrated = Database(path, _NEXT)
    assert tuple(migrated.all_events()) == before
    migrated.close()
    (copy,) = tmp_path.glob(f"ledger.sqlite3.backup-{len(STEPS)}-*")
    with closing(sqlite3.connect(copy)) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert backup.execute("SELECT count(*) FROM events").fetchone() == (len(before),)
    with pytest.raises(LedgerError, match="a newer version of tourview made this ledger; update tourview"):
        open_ledger(path)


def test_a_ledger_of_the_first_version_is_read_on(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        prepare(old, path, STEPS[:1])
        with open_ledger(tmp_path / "new.sqlite3") as ledger:
            ledger.ensure(report_of())
            row = ledger.set(ledger.rows()[0].id, {"owner": "王主任", "status": "done"})
            events = tuple(event._replace(day="") for event in ledger.events())
        columns = "number, change, place, about, subject, version, actor, time, kind, field, old, new, note"
        for event in events:
            values = (event.number, event.change, event.number, *event[2:12])
            old.execute(f"INSERT INTO events ({columns}) VALUES ({', '.join('?' * len(values))})", values)
    with open_ledger(path) as ledger:
        assert ledger.events() == events
        assert ledger.row(row.id) == row
        assert ledger.row(row.id, until=day_of(row.changed[:10]) + timedelta(2)) == row
        assert ledger.row(row.id, until=day_of(row.changed[:10]) - timedelta(2)).owner == ""
    assert list(tmp_path.glob("ledger.sqlite3.backup-1-*"))


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    open_ledger(path).close_file()
    with pytest.raises(LedgerError):
        Database(path, (*STEPS, "CREATE TABLE notes (text TEXT);\nCREATE TABLE notes (text TEXT);"))
    with open_ledger(path) as ledger:
        assert ledger.rows() == ()


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE things (name TEXT)")
        other.commit()
    with pytest.raises(LedgerError, match="it is a database, but no ledger; name another file"):
        open_ledger(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("things",)]


def test_what_is_no_database_is_refused_in_one_line(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("赴海滨新区学习考察报告\n" * 100, "utf-8")
    with pytest.raises(LedgerError, match="it is no ledger, or damaged"):
        open_ledger(text)
    with pytest.raises(LedgerError, match="it is a folder or a device; name a file"):
        open_ledger(tmp_path)
    with pytest.raises(LedgerError, match="it cannot be made: "):
        open_ledger(text / "ledger.sqlite3")


def test_on_a_share_there_is_no_write_ahead_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.sqlite3"
    open_ledger(path).close_file()
    monkeypatch.setattr(database, "is_local", lambda _path: False)
    with open_ledger(path) as ledger:
        ledger.ensure(report_of())
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/shared\\040drive cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/var/ledger.sqlite3", True),
        ("/mnt/shared drive/a/ledger.sqlite3", False),
        ("/home/anyone/ledger.sqlite3", False),
        ("/home/local/ledger.sqlite3", True),
        ("/homely/ledger.sqlite3", True),
    ],
)
def test_a_share_is_known_by_its_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, local: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")
    assert place.is_local(Path(path)) is local


def test_where_the_system_does_not_tell_only_the_users_own_ledger_is_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert not place.is_local(tmp_path / "ledger.sqlite3")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "none")
    assert place.is_local(place.default_path())


def test_the_ledger_is_the_one_named_else_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOURVIEW_LEDGER", "/shared/ours.sqlite3")
    assert ledger_path() == Path("/shared/ours.sqlite3")
    assert ledger_path("mine.sqlite3") == Path("mine.sqlite3")
    monkeypatch.delenv("TOURVIEW_LEDGER")
    assert ledger_path().name == "ledger.sqlite3"
