"""Where is searched: a report that is opened, or a folder whose index is brought up to date."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from tourview.cli.hits import Found, LibraryRows, Ranked, best_in, found_in
from tourview.cli.progress import Bar
from tourview.cli.search_call import Request
from tourview.cli.terminal import complain
from tourview.i18n import _, ngettext, reason
from tourview.library import Library
from tourview.open import open_report
from tourview.report import Report, ReportError
from tourview.search import Query, find
from tourview.search.index import LibraryHit


class Counts(NamedTuple):
    """How much was found in a report."""

    path: str
    report: str
    total: int
    sections: int


class Best(NamedTuple):
    """The best hits, and how many there are of all."""

    total: int
    sections: int
    hits: list[Ranked]


class Place(Protocol):
    """A report or a folder of reports. What cannot be read raises ReportError, which names it and the cure."""

    def found(self) -> Iterator[Found]:
        """The reports with hits, and their hits."""
        ...

    def counts(self) -> Iterator[Counts]:
        """The reports with hits, and how many."""
        ...

    def best(self) -> Best:
        """As many of the best hits as are wanted at most, those of one report after those of another."""
        ...


def place_of(name: str, request: Request) -> Place:
    """The place that a word of the call names."""
    return FolderPlace(name, request) if os.path.isdir(name) else FilePlace(name, request)


class FilePlace:
    """A report, or standard input."""

    def __init__(self, name: str, request: Request) -> None:
        self._name = name
        self._request = request

    def found(self) -> Iterator[Found]:
        """See `Place`."""
        found = found_in(self._name, open_report(self._name), self._request)
        if found.sections:
            yield found

    def counts(self) -> Iterator[Counts]:
        """See `Place`."""
        report = open_report(self._name)
        result = find(report, self._request.query, self._request.kinds)
        if result.hits:
            yield Counts(self._name, report.title, result.total, len(result.hits))

    def best(self) -> Best:
        """See `Place`."""
        result, hits = best_in(self._name, open_report(self._name), self._request)
        return Best(result.total, len(result.hits), hits)


class FolderPlace:
    """A folder, searched by its index."""

    def __init__(self, name: str, request: Request) -> None:
        self._name = name
        self._request = request
        self._rows = LibraryRows(request, lambda hit: self._path(hit.entry.path), self._opened)

    @cached_property
    def _library(self) -> Library:
        """The library, brought up to date; what a person should know of it is told on standard error."""
        library = Library([check_folder(self._name)])
        with Bar(self._name) as bar:
            summary = library.refresh(bar)
        if summary.word:
            complain(f"{self._name}: {summary.word}")
        if summary.failed:
            message = ngettext(
                "{folder}: {count} report cannot be read; `tourview index {folder}` tells which and why",
                "{folder}: {count} reports cannot be read; `tourview index {folder}` tells which and why",
                summary.failed,
            )
            complain(message.format(folder=self._name, count=summary.failed))
        return library

    def found(self) -> Iterator[Found]:
        """See `Place`."""
        for hits in self._library.index.by_report(self._request.query, self._request.kinds):
            entry = hits[0].entry
            total = sum(hit.count for hit in hits)
            yield Found(self._path(entry.path), entry.title, total, len(hits), map(self._rows.row, hits))

    def counts(self) -> Iterator[Counts]:
        """See `Place`."""
        index = self._library.index
        counts = index.counts_by_report(query) if (query := _narrowed(self._request)) else {}
        titles = {entry.path: entry.title for entry in index.entries()}
        return (Counts(self._path(path), titles.get(path, path.name), *counts[path]) for path in sorted(counts))

    def best(self) -> Best:
        """See `Place`."""
        index = self._library.index
        found = index.search(self._request.query, self._request.kinds, self._request.limit)
        total, sections = found.total, found.sections
        if not found.complete and (query := _narrowed(self._request)):
            total, sections = index.count(query)
        hits = sorted(found.hits, key=lambda hit: hit.entry.path)
        return Best(total, sections, [self._rows.ranked(hit) for hit in hits])

    def _path(self, path: Path) -> str:
        return named_below(self._name, path)

    def _opened(self, hit: LibraryHit) -> Report | None:
        try:
            return self._library.open(hit.entry)
        except ReportError as error:
            complain(str(error))
            return None


def named_below(folder: str, path: Path) -> str:
    """What a report of a folder is called: below the folder as the call names that."""
    return os.path.join(folder, path.relative_to(Path(folder).resolve()))


def check_folder(name: str) -> str:
    """The name, if it is that of a folder that can be looked into.

    Raises:
        ReportError: If not.
    """
    try:
        with os.scandir(name):
            return name
    except FileNotFoundError:
        raise ReportError(name, _("there is no such folder; check the path")) from None
    except NotADirectoryError:
        raise ReportError(name, _("it is a file; name the folder that it is in")) from None
    except OSError as error:
        raise ReportError(name, _("it cannot be read: {reason}").format(reason=reason(error))) from None


def _narrowed(request: Request) -> Query | None:
    """The query, which keeps to the kinds that the call names besides; None if no section can be so."""
    query, kinds = request.query, request.kinds
    if not kinds:
        return query
    both = query.kinds & kinds if query.kinds else kinds
    return replace(query, kinds=both) if both else None
