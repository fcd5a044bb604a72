"""How rows of the ledger are printed: lines for a person, JSON for a program."""

import json
import sys
from collections.abc import Iterator, Sequence

from tourview.cli.terminal import Ink, columns, wants_colour
from tourview.i18n import _, listed, ngettext
from tourview.ledger.event import Event
from tourview.ledger.fields import FIELDS, text_of
from tourview.ledger.lights import days_left, light, overdue
from tourview.ledger.plain import Plain, plain_row
from tourview.ledger.row import Row
from tourview.ledger.rules import status_word
from tourview.ledger.shelf import Shelf
from tourview.ledger.words import deed, end_words, label, late_words, light_word, moment
from tourview.typeset import cell_width, visible, wrap

_INDENT = "    "


def print_json(plain: Plain) -> None:
    """Print something as JSON, in ASCII where the output cannot take all characters."""
    takes_all = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(plain, ensure_ascii=not takes_all, indent=2))


def print_row_json(ledger: Shelf, row: Row) -> None:
    """Print a row as JSON, with the words of its section."""
    reports = {report.key: report for report in ledger.reports()}
    print_json({**plain_row(row, reports, ledger.today), "passage": row.passage})


def print_list(ledger: Shelf, rows: Sequence[Row]) -> None:
    """Print the names of the columns, then rows, one a line, below the titles of their reports."""
    ink = Ink(wants_colour())
    titles = {report.key: report.title for report in ledger.reports()}
    cells = [_cells(ledger, row) for row in rows]
    names = (*map(label, ("id", "light", "status", "due")), _("Who"))
    widths = [max(map(cell_width, column)) for column in zip(names, *cells, strict=True)]
    print(_line(names, widths, label("text")))
    before = ""
    for row, line in zip(rows, cells, strict=True):
        if row.report != before:
            print(ink.strong(visible(titles[row.report])))
            before = row.report
        lost = " " + _("(no longer in the report)") if row.lost else ""
        place = row.ref if row.split_of is None else ""
        print(_line(line, widths, visible(" ".join(filter(None, (place, row.text)))) + lost))


def _line(cells: Sequence[str], widths: Sequence[int], rest: str) -> str:
    """Cells, each as wide as its column, and what stands behind them."""
    padded = (text + " " * (width - cell_width(text)) for text, width in zip(cells, widths, strict=True))
    return f"  {'  '.join(padded)}  {rest}"


def _cells(ledger: Shelf, row: Row) -> tuple[str, ...]:
    return (
        row.id,
        light_word(light(row, ledger.today)),
        status_word(row.status),
        str(row.deadline or "-") + ("!" if overdue(row, ledger.today) else ""),
        visible(" ".join(filter(None, (row.lead_unit, row.owner))) or "-"),
    )


def print_row(ledger: Shelf, row: Row) -> None:
    """Print everything about a row, a field a line."""
    ink = Ink(wants_colour())
    report = next(report for report in ledger.reports() if report.key == row.report)
    print(ink.strong(visible(f"{row.id} {row.text}")))
    for name, text in _stated(ledger, row, report.title):
        lines = text.split("\n")
        print(f"{label(name)}: {visible(lines[0])}" if len(lines) == 1 else f"{label(name)}:")
        for line in lines if len(lines) > 1 else ():
            print(_INDENT + visible(line))
    if row.lost:
        print(_("The report, when it was last read, no longer had this text; it was:"))
    print()
    for paragraph in row.passage.split("\n"):
        shown = visible(paragraph)
        for start, end in wrap(shown, columns()):
            print(shown[start:end])


def _stated(ledger: Shelf, row: Row, title: str) -> Iterator[tuple[str, str]]:
    """The fields that hold something, in the usual order."""
    yield "report_title", title
    yield "ref", row.ref
    if row.split_of:
        yield "split_of", row.split_of
    yield from (("gaps", "\n".join(map(end_words, row.gaps))),) if row.gaps else ()
    yield from (("lessons", "\n".join(map(end_words, row.lessons))),) if row.lessons else ()
    for name in FIELDS:
        if name == "status":
            shown = light(row, ledger.today)
            yield name, status_word(row.status)
            yield "light", _days(ledger, row, light_word(shown))
        elif text_of(row, name):
            yield name, text_of(row, name)
    if row.progress:
        yield "progress", "\n".join(f"{entry.day} {entry.text} ({entry.actor})" for entry in row.progress)


def _days(ledger: Shelf, row: Row, shown: str) -> str:
    left = days_left(row, ledger.today)
    if left is None:
        return listed(filter(None, (shown, late_words(row))))
    days = abs(left)
    if left >= 0:
        told = ngettext("{days} day left", "{days} days left", days).format(days=days)
    else:
        told = ngettext("overdue by {days} day", "overdue by {days} days", days).format(days=days)
    return listed((shown, told))


def event_line(event: Event) -> str:
    """An event in a line: when, who, what."""
    note = f" ({event.note})" if event.note and event.kind == "set" else ""
    return visible(f"{moment(event)}  {event.actor}  {deed(event)}{note}")
