"""A report as JSON (RFC 8259), by the project's contract."""

import json

from tourview.report import Report
from tourview.writers.plain_data import plain_report


def write_json(report: Report) -> str:
    """The report as indented JSON with a line feed at its end; Chinese stays readable.

    Raises:
        ValueError: If a figure's value is no finite number, which JSON has no way to write. No reader gives such.
    """
    return json.dumps(plain_report(report), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
