"""Looking at the ledger: list, show, history, summary."""

import re
from collections.abc import Callable
from typing import TypeVar

from tourview.bundled import bundled_path
from tourview.cli.errors import UsageError
from tourview.cli.ledger_output import event_line, print_json, print_list, print_row, print_row_json
from tourview.cli.terminal import complain, visible_lines
from tourview.i18n import _, listed
from tourview.ledger.dates import month_named
from tourview.ledger.lights import Light, light_named
from tourview.ledger.notice import as_html, as_markdown, lead, notice
from tourview.ledger.plain import plain_event, plain_row
from tourview.ledger.row import Row
from tourview.ledger.selecting import Wanted, select
from tourview.ledger.status import Status, status_named
from tourview.ledger.store import Ledger
from tourview.ledger.summary import plain_summary, summary
from tourview.open import STDIN, open_report

T = TypeVar("T")

_COMMAS = re.compile("[,，、]")


def list_rows(
    ledger: Ledger,
    *,
    path: str | None,
    as_json: bool,
    unit: str | None,
    owner: str | None,
    light: str | None,
    status: str | None,
    due: str | None,
    gap: str | None,
    overdue: bool,
) -> int:
    """Print the rows that are as wanted.

    Returns:
        0 if there are any; 1 if there are none.
    """
    wanted = Wanted(
        unit or "",
        owner or "",
        _named("--light", light, light_named, [each.value for each in Light]),
        _named("--status", status, status_named, [each.value for each in Status]),
        _month(due),
        gap or "",
        overdue,
    )
    rows = select(rows_of(ledger, path, bundled=True), wanted, ledger.today)
    if as_json:
        reports = {report.key: report for report in ledger.reports()}
        plain = [plain_row(row, reports, ledger.today) for row in rows]
        print_json({"today": ledger.today.isoformat(), "total": len(rows), "rows": plain})
    elif rows:
        print_list(ledger, rows)
        print()
        print(lead(summary(rows, ledger.today)))
    else:
        complain(_("nothing found"))
    return 0 if rows else 1


def rows_of(ledger: Ledger, path: str | None, *, bundled: bool = False) -> tuple[Row, ...]:
    """The rows of a report, which is entered first; without one all rows.

    Args:
        ledger: The ledger.
        path: The report.
        bundled: Whether, without a report, the bundled one is entered where the ledger has no rows at all.

    Raises:
        ReportError: If the report cannot be read.
    """
    if path is None:
        rows = ledger.rows(until=ledger.stated_day)
        if rows or not bundled:
            return rows
        path = str(bundled_path())
    report = open_report(path)
    entered = ledger.ensure(report, "" if path == STDIN else path)
    if entered.lost:
        told = _("no longer in the report, and kept in the ledger: {rows}").format(rows=listed(entered.lost))
        complain(f"{path}: {told}")
    return ledger.rows(entered.key, until=ledger.stated_day)


def _named(option: str, text: str | None, find: Callable[[str], T | None], known: list[str]) -> frozenset[T]:
    """What the words of an option mean.

    Raises:
        UsageError: If one of them means nothing.
    """
    found = set()
    for word in _COMMAS.split(text) if text else ():
        meant = find(word)
        if meant is None:
            problem = _("'{text}' is not one of {choices}").format(text=word, choices=listed(known))
            raise UsageError(f"tourview ledger list: {option}: {problem}")
        found.add(meant)
    return frozenset(found)


def _month(text: str | None) -> tuple[int, int] | None:
    try:
        return month_named(text) if text else None
    except ValueError as error:
        raise UsageError(f"tourview ledger list: --due: {error}") from None


def show_rows(ledger: Ledger, *, row: str, as_json: bool) -> int:
    """Print everything about a row."""
    found = ledger.row(row, until=ledger.stated_day)
    if as_json:
        print_row_json(ledger, found)
    else:
        print_row(ledger, found)
    return 0


def history_rows(ledger: Ledger, *, row: str, as_json: bool) -> int:
    """Print all that was ever done to a row."""
    events = ledger.history(ledger.row(row).id)
    if as_json:
        print_json({"events": [plain_event(event) for event in events]})
    else:
        for event in events:
            print(event_line(event))
    return 0


def summary_rows(ledger: Ledger, *, path: str | None, to: str | None, unit: str | None, as_json: bool) -> int:
    """Print the notice of the month.

    Returns:
        0; 1 if there is not a row to tell of.
    """
    rows = select(rows_of(ledger, path), Wanted(unit or ""), ledger.today)
    told = summary(rows, ledger.today)
    if as_json:
        print_json(plain_summary(told))
    elif rows:
        text = as_html(notice(told)) if to == "html" else as_markdown(notice(told))
        print(visible_lines(text), end="")
    else:
        complain(_("nothing found"))
    return 0 if rows else 1
