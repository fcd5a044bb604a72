"""A library: folders of reports, and reports, searched together through an index that is kept up with the files.

No report is ever written to. The index is a cache: it lies in the platform's cache folder, one file for each set of
folders, and is made anew when it is lost, damaged or of another version.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path

from platformdirs import user_cache_dir

from tourview import cache
from tourview.i18n import _
from tourview.open import contents, open_bytes, open_report
from tourview.reader_table import ENDINGS, READERS
from tourview.report import Progress, Report, ReportError
from tourview.search.index import Draft, Entry, Index, Stamp, Status, status_of
from tourview.tracing import Spread

_BATCH_PASSAGES = 1000
_BATCH_SECONDS = 0.5
"""What is read is put into the index when there is so much of it, or so much time has gone by."""
_MANY = 20
"""Changed reports from which the index is tidied afterwards."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What bringing an index up to date has done.

    Attributes:
        added: Reports that were not known.
        changed: Reports that were known otherwise.
        removed: Reports whose files are gone.
        failed: Those of all reports there are that cannot be read.
        unchanged: Reports that were known as they are.
        seconds: The time it took.
        word: What a person should know about the index, in the interface language; empty where all is well.
    """

    added: int
    changed: int
    removed: int
    failed: int
    unchanged: int
    seconds: float
    word: str = ""


class Library:
    """Reports searched together. `refresh` before the first search; both may run in a worker thread.

    Args:
        paths: Folders, whose reports are found at any depth, and files.
        folder: Where the index is kept; the platform's cache folder if it is None.

    Attributes:
        paths: The folders and files, absolute.
        index: What is known of the reports.

    Raises:
        ReportError: If one of the paths is not there.
    """

    def __init__(self, paths: Sequence[str | Path], folder: Path | None = None) -> None:
        self.paths = _resolved(paths)
        self.index = Index(_place(self.paths, folder), _made_by(), self._refill)
        self._stamps: Mapping[Path, Stamp] = {}
        self._told = False

    def refresh(self, progress: Progress | None = None) -> Summary:
        """Bring the index up to date with the files.

        A file whose stamp is as it was is not read; one whose bytes are as they were is not parsed. What is done so far
        can be searched at any time, and is kept if the work is broken off. Other processes may do the same work at the
        same time.

        Args:
            progress: Told the share that is done, by bytes; an exception it raises breaks the work off and reaches the
                caller.
        """
        began = time.monotonic()
        try:
            counted = self._brought_up(progress)
        except sqlite3.DatabaseError as error:
            self.index.start_over(error)
            counted = self._brought_up(progress)
        return Summary(**counted, seconds=time.monotonic() - began, word=self._word())

    def changed(self) -> bool:
        """Whether a file has come, gone or changed since the last `refresh`; looks at no file's content."""
        return dict(report_files(self.paths)) != self._stamps

    def open(self, entry: Entry, progress: Progress | None = None) -> Report:
        """The report of an entry, as it is now.

        Raises:
            ReportError: If it is gone or cannot be read.
        """
        return open_report(entry.path, progress)

    def spread(self, phrases: Sequence[str], report: Report, progress: Progress | None = None) -> Spread:
        """How common the phrases of a report are here, as far as the reports are indexed by now.

        Args:
            phrases: The phrases, folded.
            report: The report they are of; it may be one of the library's, or another.
            progress: Told the share that is done; an exception it raises ends the counting and reaches the caller.
        """
        return Spread(*self.index.spreading(phrases, report.source.sha256, progress))

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    def _refill(self) -> None:
        self._brought_up(None)

    def _brought_up(self, progress: Progress | None) -> dict[str, int]:
        """Bring the index up to date; returns the numbers of a `Summary`."""
        files = dict(report_files(self.paths))
        self.index.note_roots(self.paths)
        known = {entry.path: entry for entry in self.index.entries()}
        gone = [path for path in known if path not in files]
        self.index.remove(*gone)
        waiting = [path for path, stamp in files.items() if path not in known or known[path].stamp != stamp]
        reading = _Reading(self.index, {path: files[path] for path in waiting}, known, progress)
        reading.read_all()
        if reading.added + reading.changed + len(gone) >= _MANY:
            self.index.tidy()
        self._stamps = files
        failed = sum(entry.error is not None for entry in self.index.entries())
        return {
            "added": reading.added,
            "changed": reading.changed,
            "removed": len(gone),
            "failed": failed,
            "unchanged": len(files) - reading.added - reading.changed,
        }

    def _word(self) -> str:
        if self.index.homeless is not None:
            return _("the index is kept in memory only: {reason}").format(reason=self.index.homeless)
        if self.index.remade and not self._told:
            self._told = True
            return _("the index was damaged or of another version, and was made anew")
        return ""


class _Reading:
    """Files being read and put into an index, some at a time.

    Args:
        index: The index.
        stamps: The files to read, and their stamps.
        known: What the index knows of files.
        progress: Told the share of the bytes that are read.
    """

    def __init__(
        self, index: Index, stamps: Mapping[Path, Stamp], known: Mapping[Path, Entry], progress: Progress | None
    ) -> None:
        self.added = 0
        self.changed = 0
        self._index = index
        self._stamps = stamps
        self._known = known
        self._progress = progress
        self._total = max(1, sum(stamp.size for stamp in stamps.values()))
        self._behind = 0
        self._drafts: list[Draft] = []
        self._passages = 0
        self._began = time.monotonic()

    def read_all(self) -> None:
        """Read every file; what is read when the work is broken off is in the index."""
        try:
            for path, stamp in self._stamps.items():
                self._take(path, stamp)
                self._behind += stamp.size
                self._tell(0, 0.0)
        finally:
            self._put()

    def _take(self, path: Path, stamp: Stamp) -> None:
        if self._index.knows(path, stamp):  # by another process, since this one began
            return
        digest = ""
        report, error = None, ""
        try:
            data = contents(path)
            digest = sha256(data).hexdigest()
            before = self._known.get(path)
            if before is not None and before.sha256 == digest:
                self._index.touch(path, stamp)
                return
            report = self._parsed(data, path, stamp)
        except ReportError as problem:
            if not path.exists():
                return
            error = ReportError(path.name, problem.message, problem.line, problem.column).args[0]
        self._drafts.append(Draft(path, stamp, digest, report, error))
        self._passages += len(report.reading_order) if report else 1
        if self._passages >= _BATCH_PASSAGES or time.monotonic() - self._began > _BATCH_SECONDS:
            self._put()

    def _parsed(self, data: bytes, path: Path, stamp: Stamp) -> Report:
        """The report in a file's bytes.

        Raises:
            ReportError: If there is none that can be read, whatever the reason: one file must not keep the others out.
        """
        stopped: list[BaseException] = []

        def tell(share: float) -> None:
            try:
                self._tell(stamp.size, share)
            except BaseException as reason:
                stopped.append(reason)
                raise

        try:
            return open_bytes(data, path.name, tell)
        except ReportError:
            raise
        except (Exception, RecursionError) as problem:
            if stopped:
                raise
            message = _("it cannot be read: {reason}").format(reason=f"{type(problem).__name__}: {problem}")
            raise ReportError(path.name, message) from problem

    def _tell(self, size: int, share: float) -> None:
        if self._progress is not None:
            self._progress(min(1.0, (self._behind + size * share) / self._total))

    def _put(self) -> None:
        drafts, self._drafts = self._drafts, []
        self._passages = 0
        if drafts:
            new = sum(draft.path not in self._known for draft in drafts)
            self._index.put_all(drafts)
            self.added += new
            self.changed += len(drafts) - new
        self._began = time.monotonic()


def report_files(paths: Sequence[Path]) -> Iterator[tuple[Path, Stamp]]:
    """The reports below folders, by name in each folder, and the files among the paths, each once, with their stamps.

    Hidden files and folders are left out, and those whose names would reach the terminal as commands. A folder that a
    link leads to is looked into, but no folder twice, so that links in a circle come to an end. What cannot be looked
    at is passed over.
    """
    folders: set[tuple[int, int]] = set()
    files: set[Path] = set()
    for path in paths:
        for file, state in _below(path, folders):
            if file not in files:
                files.add(file)
                yield file, Stamp(state.st_size, state.st_mtime_ns)


def _below(root: Path, folders: set[tuple[int, int]]) -> Iterator[tuple[Path, os.stat_result]]:
    """The reports below a path that are not in one of the folders that were looked into; the path if it is a file."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            state = path.stat()
        except OSError:
            continue
        if stat.S_ISREG(state.st_mode):
            if path == root or path.suffix.lower() in ENDINGS:
                yield path, state
        elif stat.S_ISDIR(state.st_mode) and (state.st_dev, state.st_ino) not in folders:
            folders.add((state.st_dev, state.st_ino))
            waiting.extend(sorted(_shown(path), reverse=True))


def _shown(folder: Path) -> list[Path]:
    """What a folder shows: folders, and files that may be reports."""
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found]
    except OSError:
        return []
    return [folder / name for name in names if not name.startswith(".") and name.replace("\u3000", " ").isprintable()]


def index_place(paths: Sequence[str | Path]) -> Path:
    """Where the index of a library is kept: the same file for the same folders, however they are named."""
    return _place(tuple(Path(path).resolve() for path in paths), None)


def statuses(folder: Path | None = None) -> list[Status]:
    """The state of every index that is kept, by file; those that cannot be read are left out.

    Args:
        folder: Where they are kept; the platform's cache folder if it is None.
    """
    found = (status_of(place) for place in sorted((folder or _folder()).glob("*.db")))
    return [status for status in found if status is not None]


def _place(paths: Sequence[Path], folder: Path | None) -> Path:
    names = b"\0".join(sorted({os.fsencode(path) for path in paths}))
    return (folder or _folder()) / f"{sha256(names).hexdigest()[:16]}.db"


def _folder() -> Path:
    return Path(user_cache_dir("tourview", appauthor=False), "index")


def _resolved(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    for path in paths:
        if not os.path.exists(path):
            raise ReportError(str(path), _("there is no such file; check the path"))
    return tuple(dict.fromkeys(Path(path).resolve() for path in paths))


def _made_by() -> str:
    """What decides what a file becomes: the code, and which of the libraries that it can do without are there."""
    libraries = sorted({reader.library[0] for reader in READERS.values() if reader.library})
    there = [name for name in libraries if PathFinder.find_spec(name) is not None]
    return " ".join((cache.code_state(), *there))
