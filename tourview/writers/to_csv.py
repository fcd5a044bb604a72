"""A report's sections, its figures and its trace as CSV (RFC 4180), for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from tourview.figures import Account
from tourview.ledger.formulas import shielded_cell
from tourview.report import Report
from tourview.tracing import Trace

_SECTION_FIELDS = ("ref", "level", "kind", "label", "heading", "text", "start", "end")
_FIGURE_FIELDS = ("path", "ref", "heading", "text", "value", "to", "unit", "qualifier", "measures", "whose")
_TIE_FIELDS = ("from", "from_kind", "from_heading", "to", "to_kind", "to_heading", "status", "weight", "evidence")


def write_sections_csv(report: Report) -> str:
    """The sections in reading order, one a row; the own paragraphs of each in one cell, a line each.

    `start` and `end` are the section's span, in code points of the report's text.
    """
    return _written(
        _SECTION_FIELDS,
        (
            (
                section.ref,
                section.level,
                section.kind,
                section.label,
                section.title,
                "\n".join(paragraph.text for paragraph in section.paragraphs),
                *section.span,
            )
            for section in report.reading_order
        ),
    )


def write_figures_csv(rows: Iterable[tuple[str, Account]]) -> str:
    """Figures with the paths of their reports, under the names of the JSON contract; numbers without commas."""
    return _written(
        _FIGURE_FIELDS,
        (
            (
                path,
                account.section.ref,
                account.section.title,
                account.figure.text,
                account.figure.value,
                account.figure.to,
                account.figure.unit,
                account.figure.qualifier,
                account.measures,
                account.whose,
            )
            for path, account in rows
        ),
    )


def write_trace_csv(trace: Trace) -> str:
    """The ties of a trace, one a row, its evidence in one cell parted by semicolons."""
    return _written(
        _TIE_FIELDS,
        (
            (
                tie.source.ref,
                tie.source.kind,
                tie.source.title,
                tie.target.ref,
                tie.target.kind,
                tie.target.title,
                tie.link.status,
                round(tie.weight, 2),
                ";".join(tie.link.evidence),
            )
            for tie in trace.ties
        ),
    )


def _written(fields: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(fields)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    return shielded_cell(value) if isinstance(value, str) else value
