"""Folders of reports, searched by their indexes."""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tourview.cli.hits import Best, Counts, Found, Ranked, Row, spans_or_start
from tourview.cli.progress import Bar
from tourview.cli.search_call import Request
from tourview.cli.surroundings import Line, Surroundings
from tourview.cli.terminal import complain
from tourview.i18n import _, ngettext, reason
from tourview.library import Library
from tourview.open import open_report
from tourview.report import ReportError, fold
from tourview.search.index import Entry, LibraryHit
from tourview.search.ranking import LOOKED_AT, Ranking


class FolderPlace:
    """A folder to search, as `places.Place` has it; its index is brought up to date when something is asked for."""

    def __init__(self, name: str, request: Request) -> None:
        self._name = name
        self._request = request
        self._ranking = Ranking(request.query)
        self._around: tuple[Entry, Surroundings | None] | None = None

    @cached_property
    def _library(self) -> Library:
        return library_of(self._name)

    def found(self) -> Iterator[Found]:
        """The reports with hits, and their hits."""
        for hits in self._library.index.by_report(self._request.query, self._request.kinds):
            entry = hits[0].entry
            counts = Counts(self._path(entry), entry.title, sum(hit.count for hit in hits), len(hits))
            yield Found(counts, map(self._row, hits))

    def counts(self) -> Iterator[Counts]:
        """The reports with hits, and how many."""
        index = self._library.index
        counts = index.counts_by_report(self._request.query, self._request.kinds)
        for entry in index.entries():
            if entry.path in counts:
                yield Counts(self._path(entry), entry.title, *counts[entry.path])

    def best(self) -> Best:
        """As many of the best hits as are wanted at most."""
        index = self._library.index
        found = index.search(self._request.query, self._request.kinds, self._request.limit)
        total, sections = found.total, found.sections
        if not found.complete:
            total, sections = index.count(self._request.query, self._request.kinds)
        return Best(total, sections, [self._ranked(hit) for hit in sorted(found.hits, key=lambda hit: hit.entry.path)])

    def close(self) -> None:
        """Let go of the index."""
        if "_library" in self.__dict__:
            self._library.close()

    def _path(self, entry: Entry) -> str:
        return named_below(self._name, entry.path)

    def _ranked(self, hit: LibraryHit) -> Ranked:
        """A hit with its rank, the one it has in the opened report."""
        place = self._ranking.rank(
            own=fold(hit.text[:LOOKED_AT]) if self._ranking.reads else "",
            heading=fold(hit.heading),
            headed=hit.headed,
            kind=hit.kind,
            span=(hit.start, hit.start + len(hit.text)),
            count=hit.count,
        )
        return Ranked(place, self._row(hit))

    def _row(self, hit: LibraryHit) -> Row:
        return Row(
            self._path(hit.entry),
            hit.entry.title,
            hit.ref,
            hit.kind,
            hit.label,
            hit.heading,
            hit.count,
            hit.spans,
            hit.excerpt(),
            () if self._request.context is None else self._lines(hit, self._request.context),
        )

    def _lines(self, hit: LibraryHit, reach: int) -> tuple[Line | None, ...]:
        """The paragraphs around a hit, from its report, the last one being kept; none if the file has changed since."""
        if self._around is None or self._around[0] != hit.entry:
            self._around = hit.entry, self._surroundings(hit.entry, reach)
        around = self._around[1]
        return around.around(hit.ref, spans_or_start(hit.spans, hit.start)) if around else ()

    def _surroundings(self, entry: Entry, reach: int) -> Surroundings | None:
        try:
            report = open_report(self._path(entry))
        except ReportError as error:
            complain(str(error))
            return None
        return Surroundings(report, reach) if report.source.sha256 == entry.sha256 else None


def library_of(folder: str) -> Library:
    """The library of a folder, its index brought up to date; what one should know of that is told on standard error.

    Raises:
        ReportError: If the folder cannot be looked into, or there is no report in it.
    """
    library = Library([check_folder(folder)])
    with Bar(folder) as bar:
        summary = library.refresh(bar)
    if not library.index.status().reports:
        library.close()
        raise ReportError(folder, _("there are no reports in it; choose another folder"))
    if summary.word:
        complain(f"{folder}: {summary.word}")
    if summary.failed:
        message = ngettext(
            "{folder}: {count} report cannot be read; `tourview index {folder}` tells which and why",
            "{folder}: {count} reports cannot be read; `tourview index {folder}` tells which and why",
            summary.failed,
        )
        complain(message.format(folder=folder, count=summary.failed))
    return library


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
