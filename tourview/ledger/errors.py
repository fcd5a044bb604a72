"""What can be wrong with a ledger or a change to it, told in one line."""

from collections.abc import Sequence

from tourview.i18n import _, listed
from tourview.ledger.event import Event
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
    if event.kind == "set" or (event.kind == "undo" and event.field != "progress"):
        return f"{event.field} {event.old or '-'} → {event.new or '-'}"
    return f"{event.kind} {event.new or ''}".strip()
