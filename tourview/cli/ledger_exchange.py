"""The ledger in other programs: import, export."""

import os
from pathlib import Path

from tourview.cli.ledger_output import print_json
from tourview.cli.terminal import complain
from tourview.i18n import _, listed, ngettext, reason
from tourview.ledger.archive import archive, events_in, merge
from tourview.ledger.errors import Conflict, LedgerError
from tourview.ledger.files import ending_of, read_rows, write_rows
from tourview.ledger.importing import BadLine, Plan, RowChange, apply, plan
from tourview.ledger.plain import Plain
from tourview.ledger.store import Ledger
from tourview.ledger.table import table_cells, table_headings, table_of
from tourview.ledger.words import label
from tourview.typeset import visible


def export_rows(ledger: Ledger, *, file: str, as_json: bool) -> int:
    """Write all rows to a file.

    Raises:
        LedgerError: If it cannot be written.
    """
    rows = ledger.rows(until=ledger.stated_day)
    reports = {report.key: report for report in ledger.reports()}
    if os.path.exists(file) and os.path.samefile(file, ledger.path):
        raise LedgerError(file, _("it is the ledger itself; choose another file to write"))
    if ending_of(file) == ".json":
        data = archive(ledger).encode("utf-8", "surrogatepass")
    else:
        data = write_rows(file, [table_headings(), *(table_cells(row, reports, ledger.today) for row in rows)])
    try:
        Path(file).write_bytes(data)
    except OSError as error:
        raise LedgerError(file, _("it cannot be written: {reason}").format(reason=reason(error))) from None
    if as_json:
        print_json({"file": file, "rows": len(rows)})
    else:
        told = ngettext("{count} row written", "{count} rows written", len(rows)).format(count=len(rows))
        print(visible(f"{file}: {told}"))
    return 0


def import_rows(ledger: Ledger, *, file: str, apply: bool, as_json: bool) -> int:
    """Show what a table or another ledger would change, and change it where that is wanted.

    Returns:
        0; 1 if lines or rows were left out.

    Raises:
        LedgerError: If the file cannot be read.
    """
    if ending_of(file) == ".json":
        return _import_archive(ledger, file, apply, as_json)
    table = table_of(read_rows(file), file)
    planned = plan(table, ledger.rows(), ledger.today)
    if table.unknown and not as_json:
        complain(f"{file}: " + _("columns left out: {names}").format(names=listed(table.unknown)))
    failed = [problem for change in planned.changes if (problem := _tried(ledger, change))] if apply else []
    bad = sorted((*planned.bad, *failed), key=lambda each: each.line)
    if as_json:
        print_json(_plain_plan(planned, bad, apply))
    else:
        _print_plan(file, planned, bad, apply)
    return 1 if bad else 0


def _tried(ledger: Ledger, change: RowChange) -> BadLine | None:
    """Make a change; what stood in its way, if something did."""
    try:
        apply(ledger, change)
    except (Conflict, LedgerError) as error:
        return BadLine(change.line, str(error))
    return None


def _print_plan(file: str, planned: Plan, bad: list[BadLine], done: bool) -> None:
    failed = {each.line for each in bad}
    made = [change for change in planned.changes if change.line not in failed]
    for change in made:
        new = " (" + _("new") + ")" if change.new else ""
        print(visible(f"{file}:{change.line}: {change.row.id}{new} {change.row.text}"))
        for name, old, value in change.differences:
            print(visible(f"    {label(name)}: {_one(old)} → {_one(value)}"))
        for day, text in change.entries:
            print(visible(f"    {label('progress')} + {day} {text}"))
    for each in bad:
        complain(f"{file}:{each.line}: {each.problem}")
    counts = {"changed": len(made), "same": planned.same, "bad": len(bad)}
    if done:
        print(_("changed: {changed}; as they were: {same}; left out: {bad}").format(**counts))
    else:
        print(_("to be changed: {changed}; as they are: {same}; left out: {bad}").format(**counts))
        if made:
            print(_("nothing was changed yet; --apply does it"))


def _one(value: str) -> str:
    return (value or "-").replace("\n", " | ")


def _plain_plan(planned: Plan, bad: list[BadLine], done: bool) -> Plain:
    failed = {each.line for each in bad}
    return {
        "applied": done,
        "changes": [_plain_change(change) for change in planned.changes if change.line not in failed],
        "same": planned.same,
        "bad": [{"line": each.line, "problem": each.problem} for each in bad],
        "columns_left_out": list(planned.unknown),
    }


def _plain_change(change: RowChange) -> Plain:
    return {
        "line": change.line,
        "id": change.row.id,
        "new": change.new,
        "fields": {name: [old, value] for name, old, value in change.differences},
        "progress": [{"date": day.isoformat(), "text": text} for day, text in change.entries],
    }


def _import_archive(ledger: Ledger, file: str, done: bool, as_json: bool) -> int:
    """Take what was done in another ledger from its JSON."""
    try:
        text = Path(file).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        told = reason(error) if isinstance(error, OSError) else _("it is no text in UTF-8")
        raise LedgerError(file, _("it cannot be read: {reason}").format(reason=told)) from None
    found = merge(ledger.events(), events_in(text, file))
    if done:
        ledger.adopt(found.events)
    for subject in found.diverged:
        complain(f"{file}: {subject}: " + _("it was changed here and there; left out"))
    rows = {event.subject for event in found.events if event.about == "row"}
    if as_json:
        plain: Plain = {"applied": done, "events": len(found.events), "rows": sorted(rows), "same": found.same}
        print_json({**plain, "diverged": list(found.diverged)})
    else:
        counts = {"events": len(found.events), "rows": len(rows), "same": found.same}
        print(_("new events: {events} (rows: {rows}); known: {same}").format(**counts))
        if found.events and not done:
            print(_("nothing was changed yet; --apply does it"))
    return 1 if found.diverged else 0
