"""`tourview search`: where words stand in reports and folders of reports, for a person, an editor or a program."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from heapq import nsmallest
from itertools import islice
from typing import TypeVar

from tourview.bundled import bundled_path
from tourview.cli.errors import UsageError
from tourview.cli.hit_output import (
    Tally,
    json_counts,
    json_files,
    json_hits,
    print_counts,
    print_files,
    print_hits,
)
from tourview.cli.hits import Counts, Ranked, Row
from tourview.cli.places import Place, place_of
from tourview.cli.search_call import Request, request
from tourview.cli.terminal import complain
from tourview.i18n import _
from tourview.report import ReportError

T = TypeVar("T")


def run(
    *,
    query: str,
    path: Sequence[str],
    kinds: str | None,
    limit: str | None,
    context: str | None,
    count: bool,
    files: bool,
    as_json: bool,
    lang: str | None,
) -> int:
    """Search reports and folders, the bundled report where none is named.

    Hits are grouped by report, in the order of the call, the reports of a folder by path; in each report the best come
    first. A limit keeps the best of all reports. A report of the call that cannot be read is told on standard error;
    the others are searched.

    Returns:
        0 if anything was found; 1 if nothing was; 2 if a report of the call could not be read.

    Raises:
        UsageError: If the call makes no sense.
        ReportError: If the bundled report is missing.
    """
    if count and files:
        raise UsageError(_("tourview search: --count and --files are two things; choose one"))
    asked = request(query, kinds, limit, context)
    tally = Tally()
    with ExitStack() as open_places:
        places = [place_of(name, asked) for name in path or (str(bundled_path(lang)),)]
        for place in places:
            open_places.callback(place.close)
        if count:
            (json_counts if as_json else print_counts)(_counts(places, tally), asked.query, tally)
        elif files:
            found = islice(_counts(places, tally), asked.limit)
            (json_files if as_json else print_files)(found, asked.query, tally)
        else:
            rows = _rows(places, tally) if asked.limit is None else _best(places, asked, tally)
            (json_hits if as_json else print_hits)(rows, asked.query, tally)
    if tally.unreadable:
        return 2
    return 0 if tally.sections else 1


def _rows(places: Sequence[Place], tally: Tally) -> Iterator[Row]:
    """All hits, as they are found."""
    for place in places:
        for found in _readable(place.found, tally):
            tally.add(found.counts.total, found.counts.sections)
            yield from found.rows


def _best(places: Sequence[Place], asked: Request, tally: Tally) -> Iterator[Row]:
    """The best hits of all reports, those of one report together."""

    def ranked() -> Iterator[tuple[int, Ranked]]:
        number = 0
        for place in places:
            for best in _readable(partial(_alone, place.best), tally):
                tally.add(best.total, best.sections)
                for hit in best.hits:
                    yield number, hit
                    number += 1

    found = ranked()
    best = nsmallest(asked.limit or 0, found, key=lambda pair: pair[1].rank._replace(place=0))
    deque(found, maxlen=0)  # none is taken where none is wanted, but all are counted
    return (hit.row for _number, hit in sorted(best, key=lambda pair: pair[0]))


def _counts(places: Sequence[Place], tally: Tally) -> Iterator[Counts]:
    """How much each report has."""
    for place in places:
        for counts in _readable(place.counts, tally):
            tally.add(counts.total, counts.sections)
            yield counts


def _alone(ask: Callable[[], T]) -> Iterator[T]:
    yield ask()


def _readable(ask: Callable[[], Iterator[T]], tally: Tally) -> Iterator[T]:
    """What a place tells, as far as it can be read."""
    tally.searched += 1
    try:
        yield from ask()
    except ReportError as error:
        complain(str(error))
        tally.unreadable += 1
