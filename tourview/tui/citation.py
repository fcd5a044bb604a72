"""A passage as one cites it: the words, the report, and where in it they stand."""

from tourview.report import Report, Section, breadcrumb

_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quotation marks (GB/T 15834-2011, 4.8)."""

_MARKS = "。：；，！？…:;,.!?"


def citation(report: Report, section: Section, words: str = "") -> str:
    """The citation of a section, or of some words in it, in the manner of the report's language.

    Args:
        report: The report.
        section: Where the words stand.
        words: What is cited; empty for the section's heading and paragraphs.
    """
    chinese = report.language == "zh"
    own = words.strip() or _whole(section, chinese)
    way = [step.label + step.title for step in breadcrumb(report, section)[:-1]]
    if chinese:
        place = " › ".join([*way, section.title]).strip()
        source = "，".join(part for part in (f"《{report.title}》", report.organization, report.date) if part)
        return f"“{own.translate(_INNER)}”\n——{source}，{section.ref} {place}".rstrip()
    place = " › ".join([*way, section.title]).strip()
    source = ", ".join(part for part in (report.title, report.organization, report.date) if part)
    own = own.replace('"', "'")
    return f'"{own}"\n-- {source}, {section.ref} {place}'.rstrip()


def _whole(section: Section, chinese: bool) -> str:
    """A section's heading and paragraphs; a mark ends the heading, a colon if it is the name of a place."""
    heading = section.label + section.title
    if heading and section.paragraphs and heading[-1] not in _MARKS:
        name = not section.label
        heading += ("：" if name else "。") if chinese else (":" if name else ".")
    return "\n".join(part for part in (heading, *(passage.text for passage in section.paragraphs)) if part)
