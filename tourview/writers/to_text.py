"""A report as plain text."""

from tourview.report import Report


def write_text(report: Report) -> str:
    """The report's text as it was decoded, unwrapped, its last line ended; spans count in it."""
    return report.text if report.text.endswith("\n") else report.text + "\n"
