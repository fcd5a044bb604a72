"""The notice of the month, 督查通报: what was closed, is under way and is overdue, unit by unit; ready to send."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from tourview.i18n import _, ngettext
from tourview.ledger.lights import days_late, days_left
from tourview.ledger.row import Row
from tourview.ledger.rules import status_word
from tourview.ledger.status import Status
from tourview.ledger.summary import Summary, UnitLine

_BAR = 10
_STYLE = (
    "body{font:16px/1.7 'Songti SC','SimSun',serif;max-width:54em;margin:2em auto;padding:0 1em;color:#222}"
    "h1{text-align:center;font-size:1.5em}h2{font-size:1.15em;margin-top:1.8em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.25em .6em;text-align:left}"
    "th{background:#f3efe6}.bar{background:#eee;min-width:8em}.bar i{display:block;height:.8em;background:#a83226}"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 1, as a cell shows it."""

    share: float

    def __str__(self) -> str:
        full = round(self.share * _BAR)
        return "■" * full + "□" * (_BAR - full)


Cell = str | Bar


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the notice: a heading and a table, or a line that says there is nothing to tell."""

    heading: str
    columns: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice, before it is put into a format."""

    title: str
    lead: str
    parts: tuple[Part, ...]


def notice(told: Summary) -> Notice:
    """The notice of a summary, in the interface language."""
    title = _("Notice of follow-up for {month}").format(month=_month(told.today))
    rows = (
        (_("Overdue"), told.overdue),
        (_("Closed this month"), told.closed),
        (_("Done, waiting for review"), told.done),
        (_("Under way"), told.under_way),
        (_("Not begun"), told.waiting),
    )
    lists = (_row_part(heading, listed, told.today) for heading, listed in rows)
    return Notice(title, lead(told), (_status_part(told), *lists, _unit_part(told)))


def lead(told: Summary) -> str:
    """The state of things in one or two sentences."""
    whole = told.whole
    counted = ngettext("{count} commitment", "{count} commitments", whole.total).format(count=whole.total)
    text = _(
        "As of {day}: {counted}, {finished} of them done ({share}), {closed} closed; "
        "{under_way} under way, {waiting} not begun, {overdue} overdue."
    )
    return text.format(
        day=_day(told.today),
        counted=counted,
        finished=whole.finished,
        share=_percent(whole.share),
        closed=told.statuses[Status.CLOSED],
        under_way=whole.under_way,
        waiting=len(told.waiting),
        overdue=whole.overdue,
    )


def _status_part(told: Summary) -> Part:
    every = sum(told.statuses.values())
    lines = tuple(
        (status_word(status), str(count), _percent(count / every), Bar(count / every))
        for status, count in told.statuses.items()
        if count
    )
    return Part(_("By status"), (_("status"), _("number"), _("share"), ""), lines)


def _row_part(heading: str, rows: Sequence[Row], today: date) -> Part:
    columns = (_("ID"), _("commitment"), _("lead unit"), _("owner"), _("due"), _("progress"))
    return Part(heading, columns, tuple(_row_line(row, today) for row in rows))


def _row_line(row: Row, today: date) -> tuple[Cell, ...]:
    due = f"{row.deadline or ''}{_lateness(row, today)}"
    return row.id, row.text, row.lead_unit, row.owner, due, _latest(row)


def _lateness(row: Row, today: date) -> str:
    """How many days the work is late, or was when it was done; nothing where it is or was not."""
    if days := days_late(row):
        return ngettext(" (done {days} day late)", " (done {days} days late)", days).format(days=days)
    late = -(days_left(row, today) or 0)
    return ngettext(" ({days} day late)", " ({days} days late)", late).format(days=late) if late > 0 else ""


def _latest(row: Row) -> str:
    if row.status is Status.CLOSED:
        return _("closed on {day} by {reviewer}").format(day=row.closed, reviewer=row.reviewer)
    newest = max(row.progress, key=lambda entry: (entry.day, entry.number), default=None)
    return f"{newest.day} {newest.text}" if newest else ""


def _unit_part(told: Summary) -> Part:
    columns = (_("lead unit"), _("number"), _("done"), _("under way"), _("overdue"), _("share"), "")
    return Part(_("By unit"), columns, tuple(_unit_line(line) for line in told.units))


def _unit_line(line: UnitLine) -> tuple[Cell, ...]:
    numbers = (str(line.total), str(line.finished), str(line.under_way), str(line.overdue))
    return line.unit or _("(no lead unit)"), *numbers, _percent(line.share), Bar(line.share)


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _day(day: date) -> str:
    # Translators: a day; {year}, {month} and {day} are numbers.
    return _("{year}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)


def _month(day: date) -> str:
    # Translators: a month; {year} and {month} are numbers.
    return _("{year}-{month:02}").format(year=day.year, month=day.month)


def as_markdown(told: Notice) -> str:
    """The notice as Markdown (GitHub's, which has tables)."""
    return "\n\n".join(_markdown_blocks(told)) + "\n"


def _markdown_blocks(told: Notice) -> Iterator[str]:
    yield f"# {_literal(told.title)}"
    yield _literal(told.lead)
    for part in told.parts:
        yield f"## {_literal(part.heading)}"
        if not part.lines:
            yield _("None.")
            continue
        rows = (part.columns, tuple("---" for _column in part.columns), *part.lines)
        yield "\n".join(f"| {' | '.join(_literal(str(cell)) for cell in row)} |" for row in rows)


def _literal(text: str) -> str:
    """The words with a backslash before what Markdown would take for a mark."""
    escaped = "".join(f"\\{character}" if character in "\\`*_[]<|#&~" else character for character in text)
    return " ".join(escaped.split())


def as_html(told: Notice) -> str:
    """The notice as a web page that needs nothing beside it."""
    head = f'<meta charset="utf-8"><title>{escape(told.title)}</title><style>{_STYLE}</style>'
    parts = "".join(_html_part(part) for part in told.parts)
    body = f"<h1>{escape(told.title)}</h1>\n<p>{escape(told.lead)}</p>\n{parts}"
    return f"<!DOCTYPE html>\n<html>\n<head>{head}</head>\n<body>\n{body}</body>\n</html>\n"


def _html_part(part: Part) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>\n"
    if not part.lines:
        return heading + "<p>" + escape(_("None.")) + "</p>\n"
    columns = "".join(f"<th>{escape(column)}</th>" for column in part.columns)
    lines = "".join(f"<tr>{''.join(_html_cell(cell) for cell in line)}</tr>\n" for line in part.lines)
    return f"{heading}<table>\n<tr>{columns}</tr>\n{lines}</table>\n"


def _html_cell(cell: Cell) -> str:
    if isinstance(cell, Bar):
        return f'<td class="bar"><i style="width:{cell.share:.0%}"></i></td>'
    return f"<td>{escape(cell)}</td>"
