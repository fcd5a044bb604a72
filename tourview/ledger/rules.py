"""What a change of a row must keep to."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from tourview.i18n import _, language, listed
from tourview.ledger.errors import LedgerError
from tourview.ledger.fields import FIELDS, value_of, with_value
from tourview.ledger.row import Row
from tourview.ledger.status import ANSWERED, NEXT, Status
from tourview.report import fold

_PERSONS = re.compile(r"[、，,；;/\s]+")
_BLANKS = re.compile(r"\s+")
_REASONED = (Status.EXTENDED, Status.SUSPENDED, Status.NOT_APPLICABLE)


def changed(before: Row, values: Mapping[str, str], today: date) -> Row:
    """The row as it would be after a change.

    Args:
        before: The row as it is.
        values: By the name of the field (see `fields.FIELDS`), what a person wrote; empty for no value.
        today: The day of the change.

    Raises:
        LedgerError: If the change may not be made; it names the row, what is wrong and the cure.
    """
    after = _settled(before, _filled(before, values), today)
    problem = (
        _locked(before, after)
        or _transition(before, after)
        or _unanswered(after)
        or _unreasoned(before, after, values)
        or _extension(before, after)
        or _superseding(before, after)
        or _closing(before, after, today)
        or _days(before, after)
    )
    if problem:
        raise LedgerError(before.id, problem)
    return after


def _filled(row: Row, values: Mapping[str, str]) -> Row:
    for name, text in values.items():
        try:
            row = with_value(row, name, FIELDS[name].read(text))
        except ValueError as error:
            raise LedgerError(row.id, f"{name}: {error}") from None
    return row


def _settled(before: Row, after: Row, today: date) -> Row:
    """The row after a change, with what follows from it: the day of closing, or none once it is opened again."""
    if after.status is Status.CLOSED and before.status is not Status.CLOSED and after.closed is None:
        return replace(after, closed=today)
    if before.status is Status.CLOSED and after.status is not Status.CLOSED:
        return replace(after, closed=None, reviewer="")
    return after


def same_person(one: str, other: str) -> bool:
    """Whether two names, each of one or more persons or offices, have one in common: folded and without blanks."""
    return bool(_persons(one) & _persons(other))


def _persons(names: str) -> frozenset[str]:
    folded = fold(names)
    # `张 三` is one name and `Li Lei` another: the whole without blanks counts beside what commas part.
    parts = (*re.split(r"[、，,；;/]+", folded), *(_PERSONS.split(folded) if folded.isascii() else ()))
    return frozenset(plain for part in parts if (plain := _BLANKS.sub("", part)))


def status_word(status: Status) -> str:
    """What a status is called in the interface language, in a form that can be typed."""
    return status.chinese if language() == "zh" else status.value


def _locked(before: Row, after: Row) -> str | None:
    if before.status is not Status.CLOSED or after.status is not Status.CLOSED:
        return None
    if all(value_of(before, name) == value_of(after, name) for name in FIELDS):
        return None
    return _("it is closed; open it again first: status=in-progress reason=…")


def _transition(before: Row, after: Row) -> str | None:
    if after.status is before.status or after.status in NEXT[before.status]:
        return None
    if after.status is Status.CLOSED:
        return _("only done work is closed; finish it first: status=done")
    allowed = listed(status_word(status) for status in Status if status in NEXT[before.status])
    message = _("from {old} it cannot become {new}; it can become {allowed}")
    return message.format(old=status_word(before.status), new=status_word(after.status), allowed=allowed)


def _unanswered(after: Row) -> str | None:
    if after.status not in ANSWERED or after.lead_unit or after.owner:
        return None
    return _("nobody answers for it; name who does: lead_unit=… or owner=…")


def _unreasoned(before: Row, after: Row, given: Collection[str]) -> str | None:
    reopened = before.status in (Status.CLOSED, Status.DONE) and after.status is Status.IN_PROGRESS
    entered = after.status in _REASONED and after.status is not before.status
    postponed = after.status is Status.EXTENDED and after.extended_to != before.extended_to
    if not (reopened or entered or postponed) or ("reason" in given and after.reason):
        return None
    return _("a reason is missing; add reason=…")


def _extension(before: Row, after: Row) -> str | None:
    moved = after.extended_to != before.extended_to
    if after.status is not Status.EXTENDED:
        return (
            _("a new date is an extension; add status=extended and reason=…") if moved and after.extended_to else None
        )
    if after.due is None:
        return _("it has no due date that could be extended; set due=… first")
    if after.extended_to is None:
        return _("the new date is missing; add extended_to=…")
    earlier = max(filter(None, (after.due, before.extended_to if moved else None)))
    if after.extended_to > earlier:
        return None
    message = _("the new date {new} is not after {old}; choose a later one")
    return message.format(new=after.extended_to, old=earlier)


def _superseding(before: Row, after: Row) -> str | None:
    if after.status is Status.SUPERSEDED and not after.superseded_by:
        return _("what takes its place is missing; add superseded_by=ID")
    if after.superseded_by == before.id:
        return _("it cannot take its own place; name another row")
    return None


def _closing(before: Row, after: Row, today: date) -> str | None:
    if after.status is not Status.CLOSED:
        return _("the closing date comes with closing; close it instead") if after.closed else None
    if before.status is Status.CLOSED:
        return None
    if not after.reviewer:
        return _("a reviewer closes it; name one: reviewer=…")
    if same_person(after.reviewer, after.owner) or same_person(after.reviewer, after.lead_unit):
        message = _("{name} answers for it and cannot close it; another must review it")
        return message.format(name=after.reviewer)
    if after.closed is not None and after.closed > today:
        return _("it cannot be closed on {day}, which is yet to come").format(day=after.closed)
    return None


def _days(before: Row, after: Row) -> str | None:
    changed = (after.assigned, after.due, after.closed) != (before.assigned, before.due, before.closed)
    if not changed or after.assigned is None:
        return None
    for day in (after.due, after.closed):
        if day is not None and day < after.assigned:
            message = _("{day} is before the day it was assigned, {assigned}; correct one of them")
            return message.format(day=day, assigned=after.assigned)
    return None
