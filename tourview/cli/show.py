"""`tourview show`: a report or one of its sections as plain text, wrapped to the terminal."""

import sys
from collections.abc import Iterator
from dataclasses import replace

from tourview.cli.terminal import columns
from tourview.i18n import _, listed
from tourview.open import open_report
from tourview.report import Report, ReportError, Section, fold_ref, headline_facts
from tourview.typeset import HEADING, TITLE, Line, Page, cell_width, label_gap, measure_for, visible, wrap

_CHINESE_INDENT = "\u3000\u3000"
_NEAREST = 3
_FACTS_JOINT = " · "


def run(*, path: str, ref: str | None) -> int:
    """Print a report, or the section with that ref and all inside it.

    Raises:
        ReportError: If the report cannot be read or has no such section.
    """
    report = open_report(path)
    if ref is None:
        print_report(report)
        return 0
    asked = fold_ref(ref)
    section = report.section(asked)
    if section is None:
        raise ReportError(path, unknown_ref(report, asked))
    _print_lines(line for part, line in _lines(replace(report, sections=(section,))) if part != TITLE)
    return 0


def print_report(report: Report) -> None:
    """Print a whole report: title, facts, sections; the first lines while the rest is still being laid out."""
    _print_lines(_with_facts(report))


def unknown_ref(report: Report, ref: str) -> str:
    """The message that there is no such section, with the refs nearest to the one asked for."""
    if not ref:
        first = listed(section.ref for section in report.sections[:_NEAREST])
        return _("no section is asked for; the first are {refs}").format(refs=first)
    steps = ref.split(".")
    while steps and report.section(".".join(steps)) is None:
        steps.pop()
    above = report.section(".".join(steps)) if steps else None
    siblings = above.children or (above,) if above else report.sections
    asked = ref.split(".")[len(steps)] if above is None or above.children else ""
    near = sorted(siblings, key=lambda section: _distance(section, asked))[:_NEAREST]
    shown = listed(sorted(section.ref for section in near))
    return _("there is no section {ref}; the nearest are {refs}").format(ref=ref, refs=shown)


def _distance(section: Section, asked: str) -> int:
    last = int(section.ref.rpartition(".")[2])
    return abs(last - int(asked[:6])) if asked.isdecimal() else last


def _with_facts(report: Report) -> Iterator[str]:
    facts = visible(_FACTS_JOINT.join(headline_facts(report)))
    before = TITLE
    for part, line in _lines(report):
        if before == TITLE and part != TITLE:
            yield from (facts[start:end] for start, end in wrap(facts, columns())) if facts else ()
            before = part
        yield line


def _lines(report: Report) -> Iterator[tuple[int, str]]:
    """A report's lines as they are printed, each with the part of a section it belongs to."""
    page = Page(report, measure_for(report, columns()))
    done = 0
    for _pause in page.compose():
        yield from (_line(page, y) for y in range(done, len(page)))
        done = len(page)
    yield from (_line(page, y) for y in range(done, len(page)))


def _line(page: Page, y: int) -> tuple[int, str]:
    line = page.line(y)
    passage = page.passage(line)
    text = visible(passage.text[line.start : line.end]) if passage else ""
    return line.part, (_opening(page, line) + text).rstrip() if text else ""


def _opening(page: Page, line: Line) -> str:
    """What stands before a line's text: a heading's label, a paragraph's indent."""
    label = page.label(line)
    if label:
        return visible(label) + " " * label_gap(label)
    is_indent = line.part != HEADING and line.indent == cell_width(_CHINESE_INDENT)
    return _CHINESE_INDENT if is_indent else " " * line.indent


def _print_lines(lines: Iterator[str]) -> None:
    """Print lines; blank ones at the beginning are left out."""
    begun = False
    for line in lines:
        begun = begun or bool(line)
        if begun:
            sys.stdout.write(f"{line}\n")
