"""What can be wrong with a ledger or a change to it, told in one line."""

from collections.abc import Sequence

from tourview.i18n import _, language, listed
from tourview.ledger.event import Event
from tourview.ledger.fields import headings
from tourview.ledger.status import status_named
from tourview.report import ReportError


class LedgerError(ReportError):
    """A ledger that cannot be used, or a change that its rules do not allow: what is wrong, where, and the cure."""


class Conflict(LedgerError):  # noqa: N818, what happened is named, as the standard library does with Full and Empty
    """A change that was made from a row as it stood before somebody else changed it. Nothing was written.

    Attributes:
        row: The id of the row.
        events: What was done to it since, in order.
    """

    def __init__(self, row: str, events: Sequence[Event]) -> None:
        self.row = row
        self.events = tuple(events)
        who = listed(dict.fromkeys(event.actor for event in events))
        what = listed(dict.fromkeys(_told(event) for event in events))
        message = _("it was changed meanwhile by {who}: {what}; look at it again and repeat what is still wanted")
        super().__init__(row, message.format(who=who, what=what))


def _told(event: Event) -> str:
    """A change in a few words."""
    name = headings(event.field)[0 if language() == "zh" else 1] if event.field else event.kind
    if event.field in ("", "progress"):
        return f"{name} {event.new if event.field and event.new else ''}".strip()
    return f"{name} {_shown(event.field, event.old)} → {_shown(event.field, event.new)}"


def _shown(field: str, value: str | None) -> str:
    status = status_named(value) if field == "status" and value and language() == "zh" else None
    return (status.chinese if status else value or "-").replace("\n", " | ")
