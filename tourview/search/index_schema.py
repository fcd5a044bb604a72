"""The tables of an index.

Passages, the sections with their own text, are numbered so that the order of the numbers is of use: those of lessons,
gaps and commitments from 1, the others from 2 to the 32nd; so what is read in the order of the numbers comes roughly
in the order in which a person wants to see it. The grams of a passage are in an FTS5 table under the passage's number.
It keeps no text and no places (content='', detail=none), which makes it small; whatever it offers is looked at again.
"""

import sqlite3
from functools import cache
from hashlib import sha256
from importlib.resources import files

from tourview import __version__

SCHEMA = 3
"""The number of this schema and of what is put into it; an index of another is made anew."""
ASIDE = 1 << 32
"""The first number of the passages that are no lesson, gap or commitment."""
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE, size INTEGER, mtime_ns INTEGER, sha256 TEXT,
    error, title, organization, date, language TEXT, characters INTEGER, sections INTEGER,
    lessons INTEGER, gaps INTEGER, commitments INTEGER, figures INTEGER,
    wanted INTEGER, wanted_count INTEGER, aside INTEGER, aside_count INTEGER);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, report INTEGER, ref TEXT, kind INTEGER, flags INTEGER, label, heading,
    headed INTEGER, head_end INTEGER, start INTEGER, text, marks, broken BLOB, hidden BLOB, length INTEGER);
CREATE TABLE portions (
    passage INTEGER, number INTEGER, text, marks, PRIMARY KEY (passage, number)) WITHOUT ROWID;
CREATE TABLE pairs (id INTEGER PRIMARY KEY, times INTEGER);
CREATE VIRTUAL TABLE grams USING fts5 (words, content='', detail=none, columnsize=0, tokenize='ascii');
"""


@cache
def key(made_by: str) -> bytes:
    """What an index depends on beside the reports: the version, the tables of folding and of pinyin, the caller's."""
    hashing = sha256(f"{__version__}\n{made_by}\n".encode())
    for package, name in (("tourview.report", "fold.txt"), ("tourview.search", "pinyin.txt")):
        hashing.update(files(package).joinpath(name).read_bytes())
    return hashing.digest()


def fits(connection: sqlite3.Connection, made_by: str) -> bool:
    """Whether the database is an index that this code made.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
        return False
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names.issuperset(("meta", "reports", "passages", "portions", "pairs", "grams")):
        return False
    row = connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone()
    return row is not None and row[0] == key(made_by)


def empty(connection: sqlite3.Connection) -> bool:
    """Whether the database has no table at all, as a new one."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def create(connection: sqlite3.Connection, made_by: str) -> None:
    """Make the tables, within a transaction."""
    for statement in filter(None, map(str.strip, _TABLES.split(";"))):
        connection.execute(statement)
    # What is put in together is written in one part, and parts are merged sixteen at a time, not little by little.
    connection.execute("INSERT INTO grams (grams, rank) VALUES ('hashsize', 16777216)")
    connection.execute("INSERT INTO grams (grams, rank) VALUES ('automerge', 0)")
    connection.execute("INSERT INTO meta VALUES ('key', ?)", (key(made_by),))
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
