"""From events to the state they amount to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from tourview.ledger.event import Event
from tourview.ledger.fields import FIELDS, with_value
from tourview.ledger.row import Entry, KnownReport, Row
from tourview.ledger.status import Status

UNDOABLE = ("set", "log")
"""The kinds of event about a row that can be undone: what persons did."""
_DEEDS = (*UNDOABLE, "undo")
_FINISHED = (Status.DONE.value, Status.CLOSED.value)


def row_of(events: Sequence[Event]) -> Row:
    """The row that its events, in order and the one that created it first, amount to.

    Only the last value of each field is looked at, so that a row with thousands of events costs a millisecond.

    Raises:
        ValueError: If the first event creates no row.
    """
    if not events or events[0].kind != "created":
        raise ValueError("the first event does not create a row")
    row = _created(events[0])
    values: dict[str, str] = {}
    entries: dict[str, Entry] = {}
    for event in events:
        if event.kind == "followed":
            row = replace(row, **json.loads(event.new or "{}"))
        elif event.kind in ("lost", "found"):
            row = replace(row, lost=event.kind == "lost")
        elif event.field == "progress":
            _log(entries, event)
        elif event.kind in ("set", "undo"):
            values[event.field] = event.new or ""
    for name, text in values.items():
        row = with_value(row, name, FIELDS[name].read(text))
    last, done = events[-1], _done(events)
    if done and row.closed:
        done = min(done, row.closed)
    return replace(row, progress=tuple(entries.values()), version=last.version, changed=last.time, done=done)


def _done(events: Sequence[Event]) -> date | None:
    """The day since which no work is left; what was undone counts as if it had not been done."""
    done = ""
    before: dict[str, str] = {}
    for event in events:
        if event.field != "status":
            continue
        known = done
        if event.kind == "undo":
            done = before.get(event.note, "")
        elif event.new not in _FINISHED:
            done = ""
        else:
            done = done or _day_of(event)
        before[event.change] = known
    return date.fromisoformat(done) if done else None


def known_by(events: Sequence[Event], day: date | None) -> Sequence[Event]:
    """The events that count at the end of a day: what persons did until then, and all that the reports tell of rows.

    A closing counts from the day of closing, an entry of the progress log from the day it is about, anything else from
    the day it was done, or was taken to be done. None counts of a row that was split off later.

    Args:
        events: The events about a row, in order.
        day: The day; None for all events.
    """
    if day is None or not events:
        return events
    last = day.isoformat()
    if _is_split(events[0]) and _counts_from(events[0], {}) > last:
        return ()
    closings = {event.change: event.new for event in events if event.kind == "set" and event.field == "closed"}
    return [event for event in events if event.kind not in _DEEDS or _counts_from(event, closings) <= last]


def _is_split(event: Event) -> bool:
    return event.kind == "created" and bool(json.loads(event.new or "{}").get("split_of"))


def _counts_from(event: Event, closings: Mapping[str, str | None]) -> str:
    if event.kind == "log":
        return event.note
    return closings.get(event.change) or _day_of(event)


def _day_of(event: Event) -> str:
    """The day it was done, or was taken to be done."""
    return event.day or datetime.fromisoformat(event.time).astimezone().date().isoformat()


def _created(event: Event) -> Row:
    stated: dict[str, Any] = json.loads(event.new or "{}")
    return Row(
        event.subject,
        stated["report"],
        stated["section"],
        stated["ref"],
        stated["text"],
        stated["passage"],
        stated["split_of"],
        created=event.time,
    )


def _log(entries: dict[str, Entry], event: Event) -> None:
    """Add an entry to the progress log, or withdraw one."""
    if event.kind == "undo":
        entries.pop(event.old or "", None)
    else:
        day = date.fromisoformat(event.note)
        entries[str(event.version)] = Entry(event.version, day, event.new or "", event.actor)


def report_of(events: Sequence[Event]) -> KnownReport:
    """The report that the events about it amount to."""
    seen = [json.loads(event.new or "{}") for event in events]
    first = seen[0]
    # What the ledger shows is the newest file of the edition whose text the rows follow.
    latest = next(each for each in reversed(seen) if each["language"] == first["language"])
    editions = tuple(dict.fromkeys((each["sha256"], each["language"]) for each in seen))
    return KnownReport(
        events[0].subject, latest["title"], latest["path"], latest["sha256"], first["language"], editions
    )


def last_change(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events about a row of the last change that can be undone and is not undone yet; none if there is none."""
    undone = {event.note for event in events if event.kind == "undo"}
    changes = [tuple(group) for _change, group in groupby(events, key=lambda event: event.change)]
    wanted = (group for group in reversed(changes) if group[0].kind in UNDOABLE and group[0].change not in undone)
    return next(wanted, ())
