"""A report as Markdown (CommonMark), which its reader makes the same tree of."""

import json
import re
from collections.abc import Iterator

from tourview.report import Report
from tourview.writers.labels import is_headed, labelled_heading

_DEEPEST = 6
"""Markdown knows no heading deeper than ######."""
_INLINE = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,40};)|~(?=~)")
_LINE_START = re.compile(r"(?P<before>\d{1,9}(?=[.)])|)(?P<mark>[-+>#=~.)])")
_BLANKS = " \t"
_CLOSING_HASHES = re.compile(r"#+$")


def write_markdown(report: Report) -> str:
    """The report as Markdown: its facts as front matter, its title as the one heading of the first level.

    Everything in the text that Markdown would take for a mark is escaped.
    """
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    facts = [
        ("date", report.date),
        ("organization", report.organization),
        ("party", report.facts.party),
        ("destinations", list(report.facts.destinations)),
    ]
    stated = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts if value]
    if stated:
        yield "\n".join(("---", *stated, "---"))
    yield _heading(report.title, 1)
    for section in report.reading_order:
        if is_headed(section):
            yield _heading(labelled_heading(report, section), section.level + 1)
        for paragraph in section.paragraphs:
            yield _paragraph(paragraph.text)


def _heading(words: str, depth: int) -> str:
    escaped = _CLOSING_HASHES.sub(lambda hashes: "\\#" * len(hashes[0]), _escaped(words))
    return f"{'#' * min(depth, _DEEPEST)} {escaped}"


def _paragraph(words: str) -> str:
    """The words, a line break in them as a soft break."""
    return "\n".join(_line(line.strip(_BLANKS)) for line in words.split("\n") if line.strip(_BLANKS))


def _line(words: str) -> str:
    """A line of a paragraph, with a backslash before what is a mark at its beginning, too."""
    escaped = _escaped(words)
    opening = _LINE_START.match(escaped)
    if opening is None:
        return escaped
    place = opening.start("mark")
    return f"{escaped[:place]}\\{escaped[place:]}"


def _escaped(words: str) -> str:
    """The words on one line, with a backslash before what is a mark inside a line."""
    return _INLINE.sub(r"\\\g<0>", " ".join(words.splitlines()))
