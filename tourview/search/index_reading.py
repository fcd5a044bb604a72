"""What is read from the tables of an index: reports, and passages with their text."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tourview.report import Span, fold
from tourview.search.index_found import Entry, LibraryHit, Stamp, Status, spans_of
from tourview.search.index_rows import KINDS, Row, read, restored, spans_in

_ENTRY = (
    "SELECT path, title, organization, date, language, characters, sections, lessons, gaps, commitments, figures,"
    " size, mtime_ns, sha256, error FROM reports"
)


def entries(connection: sqlite3.Connection) -> list[Entry]:
    """Every report."""
    return [_entry(row) for row in connection.execute(_ENTRY)]


def entry(connection: sqlite3.Connection, number: int) -> Entry:
    """The report of a number, which there must be."""
    return _entry(connection.execute(f"{_ENTRY} WHERE id = ?", (number,)).fetchone())


def status_in(connection: sqlite3.Connection, path: Path | None) -> Status:
    """The state of an index that is open, and whose file is `path`."""
    reports, passages = connection.execute(
        "SELECT count(*), coalesce(sum(wanted_count + aside_count), 0) FROM reports"
    ).fetchone()
    roots = connection.execute("SELECT value FROM meta WHERE name = 'roots'").fetchone()
    paths = tuple(Path(os.fsdecode(root)) for root in roots[0].split(b"\0")) if roots else ()
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return Status(path, pages * size, reports, passages, paths)


def status_of(path: Path) -> Status | None:
    """The state of an index that is not open, of whatever version; None if it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            return status_in(connection, path)
    except sqlite3.Error:
        return None


def _entry(row: tuple[Any, ...]) -> Entry:
    path, title, organization, date, language, *counts, size, mtime_ns, sha256, error = row
    characters, sections, lessons, gaps, commitments, figures = counts
    return Entry(
        path=Path(os.fsdecode(path)),
        title=read(title),
        organization=None if organization is None else read(organization),
        date=None if date is None else read(date),
        language=language,
        characters=characters,
        sections=sections,
        lessons=lessons,
        gaps=gaps,
        commitments=commitments,
        figures=figures,
        stamp=Stamp(size, mtime_ns),
        sha256=sha256,
        error=None if error is None else read(error),
    )


def own_text(connection: sqlite3.Connection, row: Row) -> str:
    """The text of the row's own span, folded."""
    text = read(row.text)
    if len(text) == row.length:
        return text
    more = connection.execute("SELECT text FROM portions WHERE passage = ? ORDER BY number", (row.id,))
    return "".join((text, *(read(data) for (data,) in more)))


def heading_of(row: Row, own: str) -> str:
    """The words of the row's heading, folded; `own` is its folded text."""
    if row.headed is None:
        return ""
    return own[row.headed : row.head_end] if row.heading is None else fold(read(row.heading))


def is_headed(row: Row, spans: Sequence[Span]) -> bool:
    """Whether the first of some spans, which are counted from the row's start, begins in its heading."""
    if not spans or row.headed is None or row.head_end is None:
        return False
    return row.headed <= spans[0][0] < row.head_end


def ranges_of(connection: sqlite3.Connection, number: int) -> Iterator[tuple[int, int]]:
    """The numbers of the passages of a report: from, and to, in order."""
    row = connection.execute(
        "SELECT wanted, wanted_count, aside, aside_count FROM reports WHERE id = ?", (number,)
    ).fetchone()
    wanted, wanted_count, aside, aside_count = row
    if wanted_count:
        yield wanted, wanted + wanted_count - 1
    if aside_count:
        yield aside, aside + aside_count - 1


def source_of(connection: sqlite3.Connection, row: Row) -> str:
    """The text of the row's own span, as the report has it."""
    text = read(row.text)
    source = restored(text, read(row.marks))
    if len(text) == row.length:
        return source
    more = connection.execute("SELECT text, marks FROM portions WHERE passage = ? ORDER BY number", (row.id,))
    return "".join((source, *(restored(read(data), read(marks)) for data, marks in more)))


def hit(connection: sqlite3.Connection, report: Entry, row: Row, spans: list[Span]) -> LibraryHit:
    """A passage as a hit.

    Args:
        connection: The index.
        report: The passage's report.
        row: The passage.
        spans: Where the query occurs, counted from the passage's start.
    """
    text = source_of(connection, row)
    heading = "" if row.headed is None else text[row.headed : row.head_end]
    return LibraryHit(
        entry=report,
        ref=row.ref,
        kind=KINDS[row.kind],
        label=text[: row.label] if isinstance(row.label, int) else read(row.label),
        heading=heading if row.heading is None else read(row.heading),
        count=len(spans),
        spans=spans_of(spans, row.start),
        text=text,
        start=row.start,
        headed=is_headed(row, spans),
        hidden=tuple((start + row.start, end + row.start) for start, end in spans_in(row.hidden)),
    )
