"""The index of a library: reports on the disk, searched as if each were opened and searched by itself.

Every answer is exact: what the tables offer is verified on the text that is kept in them, by the code that searches an
opened report, so that a hit has the same count and the same spans there.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tourview.report import Kind, Progress, Report
from tourview.search.completing import Completion
from tourview.search.index_completing import complete
from tourview.search.index_found import Entry, Found, LibraryHit, Stamp, Status, Tally
from tourview.search.index_grouped import hits_in, offered
from tourview.search.index_plan import plan_of
from tourview.search.index_reading import entries, entry, hit, status_in, status_of
from tourview.search.index_rows import KINDS
from tourview.search.index_searching import ordered, verified
from tourview.search.index_spread import Spreading, spreading
from tourview.search.index_store import Store, is_occupied, lacks_storage
from tourview.search.index_writing import Draft, Writer
from tourview.search.query import Query, parse

__all__ = ["Draft", "Entry", "Found", "Index", "LibraryHit", "Stamp", "Status", "Tally", "status_of"]

_POOL = 96
"""Hits that are compared with each other where only the best are asked for: twice as many cost twice the time."""
T = TypeVar("T")


class Index:
    """Reports kept for searching. May be used by several threads, and the same file by several processes.

    A file that is no index, not one of this version, or damaged, is made anew; where no file can be written the index
    is kept in memory. Neither raises: see `remade` and `homeless`.

    Args:
        path: The file; made, with its folders, if it is not there. None for an index in memory.
        made_by: What else the content depends on; an index made by another is made anew.
        refill: Called, with nothing in the index, when damage shows while it is in use: it is to put everything in.
    """

    def __init__(self, path: Path | None, made_by: str = "", refill: Callable[[], object] | None = None) -> None:
        self._store = Store(path, made_by)
        self._refill = refill
        self._known: dict[int, Entry] = {}

    @property
    def remade(self) -> bool:
        """Whether there was an index that could not be used."""
        return self._store.remade

    @property
    def homeless(self) -> str | None:
        """Why the index is kept in memory though a file was asked for; None where it is not."""
        return self._store.homeless

    def put(self, path: Path, stamp: Stamp, sha256: str, report: Report) -> bool:
        """Put in a report, in the place of what is known of its file; False if it is known as it is already."""
        return self.put_all([Draft(path, stamp, sha256, report)]) == 1

    def put_error(self, path: Path, stamp: Stamp, sha256: str, error: str) -> bool:
        """Note that a file could not be read, and why; False if that is known already."""
        return self.put_all([Draft(path, stamp, sha256, None, error)]) == 1

    def put_all(self, drafts: Iterable[Draft]) -> int:
        """Put in several reports at once, all or none; returns how many of them were not known as they are."""
        with self._store.writing() as connection:
            writer = Writer(connection)
            added = sum([writer.put(draft) for draft in drafts])
            writer.finish()
        return added

    def remove(self, *paths: Path) -> int:
        """Forget reports; returns how many of them were known."""
        if not paths:
            return 0
        with self._store.writing() as connection:
            writer = Writer(connection)
            removed = sum([writer.remove(path) for path in paths])
            writer.finish()
        return removed

    def knows(self, path: Path, stamp: Stamp) -> bool:
        """Whether a file is known by this stamp."""
        asked = "SELECT 1 FROM reports WHERE path = ? AND size = ? AND mtime_ns = ?"
        with self._store.reading() as connection:
            return connection.execute(asked, (os.fsencode(path), *stamp)).fetchone() is not None

    def touch(self, path: Path, stamp: Stamp) -> None:
        """Note that a file has another stamp though it is the same."""
        with self._store.writing() as connection:
            connection.execute("UPDATE reports SET size = ?, mtime_ns = ? WHERE path = ?", (*stamp, os.fsencode(path)))

    def note_roots(self, roots: Sequence[Path]) -> None:
        """Keep which folders and files the library is made of."""
        if self.status().roots != tuple(roots):
            with self._store.writing() as connection:
                value = b"\0".join(os.fsencode(root) for root in roots)
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('roots', ?)", (value,))

    def tidy(self) -> None:
        """After many changes: bring the parts together that the grams were written in, so that searching is quick."""
        settled = False
        while not settled:
            with self._store.writing() as connection:
                before = connection.total_changes
                connection.execute("INSERT INTO grams (grams, rank) VALUES ('merge', -500)")
                settled = connection.total_changes - before < 2
        self._store.give_back()

    def entries(self) -> list[Entry]:
        """The reports, by path."""
        return sorted(self._safely(entries), key=lambda entry: entry.path)

    def search(
        self,
        query: Query | str,
        kinds: Collection[Kind] | None = None,
        limit: int | None = 50,
        progress: Progress | None = None,
    ) -> Found:
        """The sections of all reports whose own span satisfies the query, the best first; see `search.ranking`.

        Args:
            query: What to look for, parsed or as typed.
            kinds: The kinds to keep to, besides those the query names; None or nothing for any.
            limit: The most hits that are wanted: no more of the library is looked at than it takes to tell them, and
                among equals in heading and kind the first 256 are compared. None for all there are.
            progress: Told the share that is done; an exception it raises ends the search and reaches the caller.
        """
        asked = parse(query) if isinstance(query, str) else query
        if asked.empty:
            return Found((), 0, 0, True)
        return self._safely(lambda connection: self._search(connection, asked, kinds, limit, progress))

    def tally(
        self, query: Query | str, progress: Progress | None = None, kinds: Collection[Kind] | None = None
    ) -> Mapping[tuple[Path, Kind | None], Tally]:
        """How much the query finds in all, by report and kind, of those that have any hit. Arguments as in `search`."""
        asked = parse(query) if isinstance(query, str) else query

        def counted(connection: sqlite3.Connection) -> dict[tuple[Path, Kind | None], Tally]:
            times, sections = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
            if not asked.empty:
                plan = plan_of(connection, asked, kinds, best_first=False)
                for row, _own, spans in verified(connection, asked, plan, progress):
                    times[row.report, row.kind] += len(spans)
                    sections[row.report, row.kind] += 1
            return {
                (self._entry(connection, number).path, KINDS[kind]): Tally(times[number, kind], count)
                for (number, kind), count in sections.items()
            }

        return self._safely(counted)

    def count(
        self, query: Query | str, kinds: Collection[Kind] | None = None, progress: Progress | None = None
    ) -> Tally:
        """How many occurrences the query has in all reports, and in how many sections. Arguments as in `search`."""
        tallies = self.tally(query, progress, kinds).values()
        return Tally(sum(tally.total for tally in tallies), sum(tally.sections for tally in tallies))

    def counts_by_report(
        self, query: Query | str, kinds: Collection[Kind] | None = None, progress: Progress | None = None
    ) -> Mapping[Path, Tally]:
        """The same for each report that has any hit, by path."""
        counts: dict[Path, Tally] = {}
        for (path, _kind), tally in self.tally(query, progress, kinds).items():
            total, sections = counts.get(path, (0, 0))
            counts[path] = Tally(total + tally.total, sections + tally.sections)
        return counts

    def by_report(self, query: Query | str, kinds: Collection[Kind] | None = None) -> Iterator[tuple[LibraryHit, ...]]:
        """All hits, those of one report after those of another, by path; the best of each report first.

        No more than one report's are in memory. Each report is answered for as it is known when its turn comes.
        """
        asked = parse(query) if isinstance(query, str) else query
        if asked.empty:
            return
        for path in self._safely(lambda connection: offered(connection, asked, kinds)):
            hits = self._safely(partial(hits_in, query=asked, kinds=kinds, path=path))
            if hits:
                yield hits

    def completions(self, text: str, limit: int = 8) -> list[Completion]:
        """What a word that is being typed may become, with how often the library has it; see `search.completing`.

        Args:
            text: The word, as typed: letters that are pinyin or initials, or characters.
            limit: The most that are told.
        """
        return self._safely(lambda connection: complete(connection, text, limit))

    def spreading(self, words: Sequence[str], sha256: str, progress: Progress | None = None) -> Spreading:
        """In how many reports each of some words stands, and how many reports there are.

        Args:
            words: Words and phrases, folded; each is looked for as it is, like one in quotation marks.
            sha256: The hash of a file's bytes, in hex: how many reports are that very file is told apart.
            progress: Told the share that is done; an exception it raises ends the counting and reaches the caller.
        """
        return self._safely(lambda connection: spreading(connection, words, sha256, progress))

    def status(self) -> Status:
        """Where the index is and how much is in it."""
        return self._safely(lambda connection: status_in(connection, self._store.path))

    def start_over(self, error: sqlite3.Error) -> None:
        """Begin an empty index after an error: a new file, or in memory where the error is that none can be written.

        Raises:
            sqlite3.Error: That error, if it is neither damage nor a want of storage.
        """
        if is_occupied(error):
            raise error
        if lacks_storage(error):
            self._store.move_to_memory(error)
        else:
            self._store.remake()
        self._known.clear()

    def close(self) -> None:
        """Let go of the file. Nothing can be asked any more."""
        self._store.close()

    def _safely(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        """Ask within one state of the index; if it shows damage, once more when everything is put in anew."""
        try:
            with self._store.reading() as connection:
                return ask(connection)
        except sqlite3.DatabaseError as error:
            self.start_over(error)
        if self._refill is not None:
            self._refill()
        with self._store.reading() as connection:
            return ask(connection)

    def _search(
        self,
        connection: sqlite3.Connection,
        query: Query,
        kinds: Collection[Kind] | None,
        limit: int | None,
        progress: Progress | None,
    ) -> Found:
        plan = plan_of(connection, query, kinds, best_first=limit is not None)
        candidates = verified(connection, query, plan, progress)
        pool = None if limit is None else max(_POOL, limit)
        found = list(islice(candidates, pool))
        complete = pool is None or len(found) < pool or next(candidates, None) is None
        best = islice(ordered(query, found, lambda number: str(self._entry(connection, number).path)), limit)
        hits = tuple(hit(connection, self._entry(connection, one.row.report), one.row, one.spans) for one in best)
        return Found(hits, sum(len(one.spans) for one in found), len(found), complete)

    def _entry(self, connection: sqlite3.Connection, number: int) -> Entry:
        """The report of a number. A number is never given twice, so that what was read once need not be read again."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = entry(connection, number)
        return known
