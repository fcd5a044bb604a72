"""How a section's label and heading stand together in a format that has one line for both."""

from tourview.report import Report, Section


def is_headed(section: Section) -> bool:
    """Whether a section has a line of its own, unlike a lead-in."""
    return bool(section.label or section.title)


def gap_after_label(report: Report, section: Section) -> str:
    """What parts the label from the heading: a space where a blank does in the report, and in Latin script."""
    if section.heading is None or not section.label:
        return ""
    before = report.text[max(section.span[0], section.heading.start - 1) : section.heading.start]
    latin = section.label[-1:].isascii() and section.title[:1].isascii()
    return " " if latin or before.isspace() else ""


def labelled_heading(report: Report, section: Section) -> str:
    """The label as printed and the heading, in a row; empty for a lead-in."""
    return f"{section.label}{gap_after_label(report, section)}{section.title}".strip()
