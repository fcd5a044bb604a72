"""`tourview show`: a report or one of its sections as plain text, wrapped to the terminal."""

import sys
from collections.abc import Iterator

from tourview.cli.terminal import columns, visible
from tourview.i18n import _
from tourview.open import open_report
from tourview.report import Report, ReportError, Section
from tourview.typeset import wrap

_NARROWEST = 10
_CHINESE_INDENT = "\u3000\u3000"
_INDENT_WIDTH = 4
_NEAREST = 3


def run(*, path: str, ref: str | None) -> int:
    """Print a report, or the section with that ref and all inside it.

    Raises:
        ReportError: If the report cannot be read or has no such section.
    """
    report = open_report(path)
    if ref is None:
        print_report(report)
        return 0
    section = report.section(ref)
    if section is None:
        raise ReportError(path, unknown_ref(report, ref))
    _print_sections(report, (section,))
    return 0


def print_report(report: Report) -> None:
    """Print a whole report: title, facts, sections."""
    width = columns()
    for line in (*_lines(report.title, width), *_lines(facts_line(report), width)):
        print(line)
    print()
    _print_sections(report, report.sections)


def facts_line(report: Report) -> str:
    """When, who and how many, in one line; empty where the report states nothing of it."""
    return " · ".join(part for part in (report.date, report.organization, report.facts.party) if part)


def unknown_ref(report: Report, ref: str) -> str:
    """The message that there is no such section, with the refs nearest to the one asked for."""
    steps = ref.strip(".").split(".")
    while steps and report.section(".".join(steps)) is None:
        steps.pop()
    above = report.section(".".join(steps)) if steps else None
    near = [section.ref for section in (above.children if above else report.sections)] or [above.ref if above else ""]
    shown = ", ".join(near[-_NEAREST:])
    return _("there is no section {ref}; the nearest are {refs}").format(ref=ref, refs=shown)


def _print_sections(report: Report, sections: tuple[Section, ...]) -> None:
    width = columns()
    chinese = report.language == "zh"
    waiting = list(reversed(sections))
    begun = False
    while waiting:
        section = waiting.pop()
        waiting.extend(reversed(section.children))
        for line in _section_lines(section, width, chinese):
            sys.stdout.write(f"{line}\n" if line or begun else "")
            begun = True


def _section_lines(section: Section, width: int, chinese: bool) -> Iterator[str]:
    """A section's lines: a blank line, its heading, its paragraphs; English ones apart, Chinese ones indented."""
    if section.label or section.title:
        yield ""
        yield from _lines(heading_line(section), width)
    for paragraph in section.paragraphs:
        if not chinese:
            yield ""
        yield from _lines(paragraph.text, width, _CHINESE_INDENT if chinese else "")


def heading_line(section: Section) -> str:
    """The label and heading as they stand in a line, with a space between where both are Latin."""
    between = " " if section.label[-1:].isascii() and section.title[:1].isascii() and section.label else ""
    return f"{section.label}{between}{section.title}"


def _lines(text: str, width: int, indent: str = "") -> Iterator[str]:
    shown = visible(text).replace("\t", " ").replace("\n", " ")
    room = max(width, _NARROWEST)
    first = _INDENT_WIDTH if indent else 0
    for number, (start, end) in enumerate(wrap(shown, room, first=first)):
        yield (indent if number == 0 else "") + shown[start:end].rstrip()
