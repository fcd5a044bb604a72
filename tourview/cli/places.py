"""Where is searched: a report that is opened, or a folder whose index is brought up to date."""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Protocol

from tourview.cli.hits import Best, Counts, Found, best_in, counts_in, found_in
from tourview.cli.search_call import Request
from tourview.open import open_report


class Place(Protocol):
    """A report or a folder of reports. What cannot be read raises ReportError, which names it and the cure."""

    def found(self) -> Iterator[Found]:
        """The reports with hits, and their hits."""
        ...

    def counts(self) -> Iterator[Counts]:
        """The reports with hits, and how many."""
        ...

    def best(self) -> Best:
        """As many of the best hits as are wanted at most."""
        ...

    def close(self) -> None:
        """Let go of what is kept open."""
        ...


def place_of(name: str, request: Request) -> Place:
    """The place that a word of the call names. What searches folders is loaded when there is one."""
    if not os.path.isdir(name):
        return FilePlace(name, request)
    place: Place = import_module("tourview.cli.folders").FolderPlace(name, request)
    return place


class FilePlace:
    """A report, or standard input."""

    def __init__(self, name: str, request: Request) -> None:
        self._name = name
        self._request = request

    def found(self) -> Iterator[Found]:
        """See `Place`."""
        found = found_in(self._name, open_report(self._name), self._request)
        if found.counts.sections:
            yield found

    def counts(self) -> Iterator[Counts]:
        """See `Place`."""
        counts = counts_in(self._name, open_report(self._name), self._request)
        if counts.sections:
            yield counts

    def best(self) -> Best:
        """See `Place`."""
        return best_in(self._name, open_report(self._name), self._request)

    def close(self) -> None:
        """See `Place`."""
