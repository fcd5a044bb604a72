"""What is told of a row of the ledger, in the interface language."""

import re
from collections.abc import Sequence
from datetime import date

from tourview.i18n import _, language, listed, ngettext
from tourview.ledger.errors import Conflict, LedgerError
from tourview.ledger.fields import FIELDS
from tourview.ledger.lights import Light, days_left, light
from tourview.ledger.row import KnownReport, Row
from tourview.ledger.rules import status_word
from tourview.ledger.selecting import Wanted
from tourview.ledger.status import Status, status_named
from tourview.ledger.summary import summary
from tourview.ledger.words import deed, label, late_words, light_word

_SETTING = re.compile(r"\b([a-z_]+)=(…|[\w-]+)")
_HASH = 12
"""Hex digits of a report's hash that a citation gives."""


def light_letter(shown: Light) -> str:
    """The one character that stands for a light: 红 黄 绿, or R Y G; a hyphen for none."""
    if shown is Light.NONE:
        return "-"
    return shown.chinese if language() == "zh" else shown.value[0].upper()


def summary_line(rows: Sequence[Row], today: date) -> str:
    """How far the rows have come: how many there are, are done, and are overdue."""
    whole = summary(rows, today).whole
    counted = ngettext("{count} commitment", "{count} commitments", whole.total).format(count=whole.total)
    told = _("{counted}, {finished} done, {share:.0%}").format(
        counted=counted, finished=whole.finished, share=whole.share
    )
    return told + (_(", {count} overdue").format(count=whole.overdue) if whole.overdue else "")


def time_left(row: Row, today: date) -> str:
    """How many days are left, or how many it is overdue by; nothing where no day is set or no work is left."""
    left = days_left(row, today)
    if left is None:
        return ""
    if left < 0:
        return ngettext("{days} day over", "{days} days over", -left).format(days=-left)
    return ngettext("{days} day left", "{days} days left", left).format(days=left)


def answerable(row: Row) -> str:
    """Who answers for it; that nobody is named where nobody is."""
    return " ".join(filter(None, (row.lead_unit, row.owner))) or _("nobody named")


def progress_count(row: Row) -> str:
    """How many entries its progress log has; nothing for none."""
    count = len(row.progress)
    return ngettext("{count} entry", "{count} entries", count).format(count=count) if count else ""


def wanted_words(wanted: Wanted) -> str:
    """What a filter asks for."""
    month = f"{wanted.due[0]}-{wanted.due[1]:02}" if wanted.due else ""
    lights = listed(light_word(each) for each in Light if each in wanted.lights)
    statuses = listed(status_word(each) for each in Status if each in wanted.statuses)
    return "  ".join(filter(None, (wanted.unit, lights, statuses, month, wanted.gap)))


def problem_words(error: LedgerError) -> str:
    """What is wrong with a change, in the words of the form: `owner=…` is the field's label there."""
    if isinstance(error, Conflict):
        who = listed(dict.fromkeys(event.actor for event in error.events))
        what = listed(dict.fromkeys(deed(event) for event in error.events))
        return _("Changed meanwhile by {who}: {what}. Look at it again.").format(who=who, what=what)
    return _SETTING.sub(_labelled, error.message)


def _labelled(match: re.Match[str]) -> str:
    name, value = match.groups()
    if name not in FIELDS:
        return match[0]
    status = status_named(value) if name == "status" else None
    return label(name) if value == "…" else f"{label(name)} {status_word(status) if status else value}"


def row_citation(row: Row, report: KnownReport, today: date) -> str:
    """A row as one cites it: its words, the report with its hash, and how far the work is."""
    chinese = report.language == "zh"
    when = time_left(row, today) or late_words(row)
    own, digest = row.passage.strip(), report.sha256[:_HASH]
    state = [status_word(row.status), row.lead_unit, row.owner, str(row.deadline or ""), when]
    told = " · ".join(filter(None, state))
    place = f"{row.ref} {row.text}" if row.text not in own else row.ref
    if chinese:
        inner = own.translate(str.maketrans("“”", "‘’"))
        return f"“{inner}”\n——《{report.title}》，{place}，SHA-256 {digest}；{row.id} {told}，{today}"
    inner = own.replace('"', "'")
    return f'"{inner}"\n-- {report.title}, {place}, SHA-256 {digest}; {row.id} {told}, {today}'


def light_told(row: Row, today: date) -> str:
    """The light and the days left."""
    return "  ".join(filter(None, (light_word(light(row, today)), time_left(row, today))))
