"""Rows and events as plain dicts and lists, for JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tourview.ledger.event import Event
from tourview.ledger.lights import days_late, days_left, light, overdue
from tourview.ledger.row import KnownReport, LinkEnd, Row

Plain = dict[str, Any]


def plain_row(row: Row, reports: Mapping[str, KnownReport], today: date) -> Plain:
    """A row; dates as ISO 8601 has them, null for none.

    Light, overdue and days left are those of `today`; days late tells how long after its due date finished work was
    done, 0 where it was in time.
    """
    return {
        "id": row.id,
        "report": plain_report(reports[row.report]),
        "section": row.section,
        "ref": row.ref,
        "text": row.text,
        "split_of": row.split_of,
        "lost": row.lost,
        "lessons": [_end(end) for end in row.lessons],
        "gaps": [_end(end) for end in row.gaps],
        "lead_unit": row.lead_unit,
        "responsible_units": list(row.responsible_units),
        "owner": row.owner,
        "assigned": _day(row.assigned),
        "due": _day(row.due),
        "measure": {
            "baseline": row.measure.baseline,
            "target": row.measure.target,
            "unit": row.measure.unit,
            "current": row.measure.current,
        },
        "status": row.status.value,
        "extended_to": _day(row.extended_to),
        "reason": row.reason,
        "reviewer": row.reviewer,
        "closed": _day(row.closed),
        "evidence": list(row.evidence),
        "superseded_by": row.superseded_by,
        "progress": [{"date": _day(each.day), "text": each.text, "actor": each.actor} for each in row.progress],
        "light": light(row, today).value,
        "overdue": overdue(row, today),
        "days_left": days_left(row, today),
        "done": _day(row.done),
        "days_late": days_late(row),
        "version": row.version,
        "created": row.created,
        "changed": row.changed,
    }


def plain_report(report: KnownReport) -> Plain:
    """A report, as rows name it."""
    return {"key": report.key, "title": report.title, "path": report.path, "sha256": report.sha256}


def plain_event(event: Event) -> Plain:
    """An event, under the names of its attributes."""
    return event._asdict()


def _end(end: LinkEnd) -> Plain:
    kind = end.kind.value if end.kind else None
    return {"ref": end.ref, "id": end.section, "kind": kind, "heading": end.heading, "through": list(end.through)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
