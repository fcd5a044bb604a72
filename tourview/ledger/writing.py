"""How rows and reports are put into events, and events of many subjects are taken apart."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from tourview.ledger.event import Draft, Event
from tourview.ledger.row import Row
from tourview.report import Report


def created_draft(row: Row) -> Draft:
    """The event that creates a row."""
    names = ("report", "section", "ref", "text", "passage", "split_of")
    return Draft("created", new=_json({name: getattr(row, name) for name in names}))


def followed_draft(changed: Mapping[str, str]) -> Draft:
    """The event that takes a row to where its text now is."""
    return Draft("followed", new=_json(changed))


def seen_draft(report: Report, path: str) -> Draft:
    """The event that an edition of a report was seen."""
    stated = {"title": report.title, "path": path, "sha256": report.source.sha256, "language": report.language}
    return Draft("seen", new=_json(stated))


def _json(stated: Mapping[str, str | None]) -> str:
    text = json.dumps(stated, ensure_ascii=False)
    # A path may hold bytes that are no text; JSON has an escape for them, UTF-8 has not.
    return text if text.isascii() or text == text.encode("utf-8", "replace").decode("utf-8") else json.dumps(stated)


def grouped(events: Iterable[Event]) -> Iterator[list[Event]]:
    """The events of each subject, from events in the order of their subjects."""
    for _subject, group in groupby(events, key=lambda event: event.subject):
        yield list(group)
