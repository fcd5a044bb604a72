"""A passage as one cites it: the words, the report, and where in it they stand."""

from tourview.report import Report, Section, breadcrumb


def citation(report: Report, section: Section, words: str = "") -> str:
    """The citation of a section, or of some words in it, in the manner of the report's language.

    Args:
        report: The report.
        section: Where the words stand.
        words: What is cited; empty for the section's heading and paragraphs.
    """
    own = words.strip() or "\n".join(
        part for part in (section.label + section.title, *(passage.text for passage in section.paragraphs)) if part
    )
    way = [step.label + step.title for step in breadcrumb(report, section)[:-1]]
    if report.language == "zh":
        place = " › ".join([*way, section.title]).strip()
        source = "，".join(part for part in (f"《{report.title}》", report.organization, report.date) if part)
        return f"“{own}”\n——{source}，{section.ref} {place}".rstrip()
    place = " › ".join([*way, section.title]).strip()
    source = ", ".join(part for part in (report.title, report.organization, report.date) if part)
    return f'"{own}"\n-- {source}, {section.ref} {place}'.rstrip()
