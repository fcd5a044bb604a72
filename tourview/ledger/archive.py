"""The whole of a ledger as JSON, with all that was ever done, and its way into another ledger: nothing is lost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tourview.i18n import _
from tourview.ledger.errors import LedgerError
from tourview.ledger.event import Event
from tourview.ledger.plain import plain_event, plain_row
from tourview.ledger.shelf import Shelf

FORMAT = 1
"""The version of the names in such a file."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What another ledger has that this one lacks.

    Attributes:
        events: The events to add, in the order of their log.
        diverged: The ids of rows that were changed differently in both; they are left out.
        same: How many of its events are here already.
    """

    events: tuple[Event, ...]
    diverged: tuple[str, ...]
    same: int


def archive(ledger: Shelf) -> str:
    """The ledger as JSON: `rows` as they are, for other programs, and `events`, of which they are made."""
    reports = {report.key: report for report in ledger.reports()}
    whole = {
        "tourview-ledger": FORMAT,
        "today": ledger.today.isoformat(),
        "rows": [plain_row(row, reports, ledger.today) for row in ledger.rows()],
        "events": [plain_event(event) for event in ledger.events()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def events_in(text: str, name: str) -> tuple[Event, ...]:
    """The events in such a JSON file.

    Raises:
        LedgerError: If it is none.
    """
    try:
        whole = json.loads(text)
        if whole["tourview-ledger"] != FORMAT:
            raise LedgerError(name, _("a newer version of tourview made this ledger; update tourview"))
        return tuple(_event(stated) for stated in whole["events"])
    except (ValueError, LookupError, TypeError, RecursionError):
        problem = _("it is no ledger as JSON; tourview ledger export FILE.json makes one")
        raise LedgerError(name, problem) from None


def _event(stated: Mapping[str, Any]) -> Event:
    """An event as JSON has it.

    Raises:
        ValueError: If it is none.
    """
    event = Event(**stated)
    numbers = (event.number, event.version)
    words = (event.change, event.subject, event.actor, event.time, event.kind, event.field, event.note, event.day)
    may_be_missing = (event.old, event.new)
    if not (
        all(type(number) is int for number in numbers)
        and all(isinstance(word, str) for word in words)
        and all(word is None or isinstance(word, str) for word in may_be_missing)
        and event.about in ("row", "report", "link")
    ):
        raise ValueError(stated)
    datetime.fromisoformat(event.time)
    if event.day and date.fromisoformat(event.day).isoformat() != event.day:  # days are compared as they are written
        raise ValueError(event.day)
    return event


def merge(known: Sequence[Event], other: Sequence[Event]) -> Merge:
    """Compare two logs: what was done to each row, report and link in one must begin what was done in the other."""
    ours = _by_subject(known)
    wanted: list[Event] = []
    diverged: list[str] = []
    same = 0
    for subject, events in _by_subject(other).items():
        here = ours.get(subject, [])
        common = min(len(here), len(events))
        if any(_deed(one) != _deed(two) for one, two in zip(here[:common], events[:common], strict=True)):
            diverged.append(subject[1])
            continue
        same += common
        wanted += events[common:]
    return Merge(tuple(sorted(wanted, key=lambda event: event.number)), tuple(diverged), same)


def _deed(event: Event) -> tuple[str | None, ...]:
    return event.change, event.kind, event.field, event.new


def _by_subject(events: Sequence[Event]) -> dict[tuple[str, str], list[Event]]:
    found: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(events, key=lambda event: event.version):
        found.setdefault((event.about, event.subject), []).append(event)
    return found
