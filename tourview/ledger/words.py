"""What fields, lights and changes are called, in the interface language."""

import getpass
from datetime import datetime

from tourview.i18n import _, language, listed, ngettext
from tourview.ledger.event import Event
from tourview.ledger.fields import headings
from tourview.ledger.lights import Light, days_late
from tourview.ledger.row import LinkEnd, Row
from tourview.ledger.rules import status_word
from tourview.ledger.status import status_named


def label(name: str) -> str:
    """What a field or column is called."""
    return headings(name)[0 if language() == "zh" else 1]


def light_word(light: Light) -> str:
    """What a light is called: 红, red."""
    return light.chinese if language() == "zh" else light.value


def late_words(row: Row) -> str:
    """How many days after its due date the work was finished; nothing where it was in time, or is not finished."""
    days = days_late(row)
    return ngettext("done {days} day late", "done {days} days late", days).format(days=days) if days else ""


def end_words(end: LinkEnd) -> str:
    """A lesson or gap that a row answers: ref, heading, and through which gaps where no link leads there itself."""
    words = f"{end.ref} {end.heading}".strip()
    return _("{section} (through {gaps})").format(section=words, gaps=listed(end.through)) if end.through else words


def deed(event: Event) -> str:
    """What an event did to a row, in a few words."""
    if event.field and event.field != "progress":
        change = f"{label(event.field)}: {_shown(event.field, event.old)} → {_shown(event.field, event.new)}"
        return _("undone: {change}").format(change=change) if event.kind == "undo" else change
    simple = {
        "created": _("entered"),
        "followed": _("followed its text, which moved or changed in the report"),
        "lost": _("lost its text, which is no longer in the report"),
        "found": _("found its text again in the report"),
        "undo": _("undone: an entry of the progress log"),
        "log": f"{label('progress')} {event.note}: {event.new}",
    }
    return simple[event.kind]


def moment(event: Event) -> str:
    """When an event was, in the time of this computer: 2026-03-05 16:30."""
    return datetime.fromisoformat(event.time).astimezone().strftime("%Y-%m-%d %H:%M")


def _shown(field: str, value: str | None) -> str:
    status = status_named(value) if field == "status" and value else None
    return status_word(status) if status else (value or "-").replace("\n", " | ")


def system_user() -> str:
    """The name of the user of this computer; a question mark where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"
