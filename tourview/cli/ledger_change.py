"""Changing the ledger: set, log, close, split, undo."""

import re
from collections.abc import Sequence

from tourview.cli.errors import UsageError
from tourview.cli.ledger import day_option
from tourview.cli.ledger_output import event_line, print_row_json
from tourview.i18n import _, listed
from tourview.ledger.fields import FIELDS, field_named, text_of
from tourview.ledger.row import Row
from tourview.ledger.store import Ledger
from tourview.typeset import visible

_SETTING = re.compile(r"([^=＝+＋]+)([+＋]?)[=＝](.*)", re.DOTALL)


def set_rows(ledger: Ledger, *, row: str, values: Sequence[str], note: str | None, as_json: bool) -> int:
    """Set fields of a row."""
    before = ledger.row(row)
    wanted = settings(before, values)
    return _told(ledger, before, ledger.set(before.id, wanted, version=before.version, note=note or ""), as_json)


def settings(row: Row, words: Sequence[str]) -> dict[str, str]:
    """What FIELD=VALUE and FIELD+=VALUE set, by the names of the fields.

    Raises:
        UsageError: If a word is neither, names no field, or adds to one that is no list.
    """
    found: dict[str, str] = {}
    for word in words:
        match = _SETTING.fullmatch(word)
        if match is None:
            raise _wrong(_("'{word}' sets nothing; write FIELD=VALUE, such as due=2026-09-30").format(word=word))
        name = field_named(match[1].strip())
        if name not in FIELDS or name is None:
            known = listed(FIELDS)
            raise _wrong(_("there is no field {name}; the fields are {known}").format(name=match[1], known=known))
        joint = FIELDS[name].joint
        if match[2] and not joint:
            raise _wrong(_("{name} is no list; write {name}=…").format(name=name))
        before = found.get(name, text_of(row, name)) if match[2] else ""
        found[name] = joint.join(filter(None, (before, match[3])))
    return found


def _wrong(problem: str) -> UsageError:
    return UsageError(f"tourview ledger set: {problem}")


def log_rows(ledger: Ledger, *, row: str, text: str, day: str | None, as_json: bool) -> int:
    """Add to the progress of a row."""
    before = ledger.row(row)
    about = None if day is None else day_option("--date", day)
    return _told(ledger, before, ledger.log(before.id, text, day=about), as_json)


def close_rows(ledger: Ledger, *, row: str, by: str | None, day: str | None, note: str | None, as_json: bool) -> int:
    """Close a row that is done.

    Raises:
        UsageError: If no reviewer is named.
    """
    if not by or not by.strip():
        raise UsageError(_("tourview ledger close: a reviewer closes it; name one with --by"))
    before = ledger.row(row)
    about = None if day is None else day_option("--date", day)
    after = ledger.close(before.id, by, day=about, note=note or "", version=before.version)
    return _told(ledger, before, after, as_json)


def split_rows(ledger: Ledger, *, row: str, text: str, as_json: bool) -> int:
    """Split an undertaking off into a row of its own."""
    new = ledger.split(ledger.row(row).id, text)
    if as_json:
        print_row_json(ledger, new)
    else:
        print(visible(f"{new.id} {new.text}"))
    return 0


def undo_rows(ledger: Ledger, *, row: str, as_json: bool) -> int:
    """Take the last change of a row back."""
    before = ledger.row(row)
    return _told(ledger, before, ledger.undo(before.id, version=before.version), as_json)


def _told(ledger: Ledger, before: Row, after: Row, as_json: bool) -> int:
    """Tell what a change came to."""
    if as_json:
        print_row_json(ledger, after)
        return 0
    events = [event for event in ledger.history(after.id) if event.version > before.version]
    for event in events:
        print(f"{after.id}  {event_line(event)}")
    if not events:
        print(_("{id}: nothing to change; it is so already").format(id=after.id))
    return 0
