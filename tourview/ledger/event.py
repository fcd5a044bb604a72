"""One entry of the ledger's log, which is only ever added to."""

from dataclasses import dataclass
from typing import NamedTuple


class Event(NamedTuple):
    """What was done, to what, by whom and when. A tuple, for a ledger is read by making all of its events.

    Attributes:
        number: Its place in the whole log, ascending in time.
        change: The change it is part of: an id that whoever makes the change chooses, so that one sent twice is known.
        about: What it is about: `row`, `report` or `link`.
        subject: The id of that.
        version: Its place among the events about the subject, from 1 without gaps.
        actor: Who did it.
        time: When, in UTC, as ISO 8601 has it: `2026-03-05T08:30:00Z`.
        kind: What was done. About a row: `created`, `set`, `log`, `undo`, `followed` (its text moved or changed with
            the report), `lost` (its text is no longer in the report) or `found` (it is again). About a report: `seen`.
            About a link: `set`.
        field: The field that was changed; empty where the event is about the whole.
        old: The field's value before, in the canonical text of `ledger.fields`; None where there was none.
        new: Its value after; for `created`, `followed` and `seen` a JSON object.
        note: Why, or what else is to be said; the day of an entry for `log`, the change undone for `undo`.
        day: The day it was taken to be, ISO 8601; empty where none was stated and it is that of `time`.
    """

    number: int
    change: str
    about: str
    subject: str
    version: int
    actor: str
    time: str
    kind: str
    field: str
    old: str | None
    new: str | None
    note: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event about to be written; number, version, actor and time come with the writing. See `Event`."""

    kind: str
    field: str = ""
    old: str | None = None
    new: str | None = None
    note: str = ""
