"""What became of the commitments of reports: a store that only ever adds, and rules that keep it honest."""

from tourview.ledger.entering import Entered, sections_of
from tourview.ledger.errors import Conflict, LedgerError
from tourview.ledger.event import Event
from tourview.ledger.fields import FIELDS, field_named, text_of
from tourview.ledger.links import Decision
from tourview.ledger.place import ledger_path
from tourview.ledger.row import Entry, KnownReport, LinkEnd, Measure, Row
from tourview.ledger.status import Status, status_named
from tourview.ledger.store import Ledger

__all__ = [
    "FIELDS",
    "Conflict",
    "Decision",
    "Entered",
    "Entry",
    "Event",
    "KnownReport",
    "Ledger",
    "LedgerError",
    "LinkEnd",
    "Measure",
    "Row",
    "Status",
    "field_named",
    "ledger_path",
    "sections_of",
    "status_named",
    "text_of",
]
