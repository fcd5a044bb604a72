"""A report as one web page (HTML 5) that needs nothing beside it, and that its reader makes the same tree of.

The kinds and the title of the contents are set by the style sheet, from attributes: a browser shows and speaks them,
but they are no text of the report.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tourview.report import Kind, Passage, Report, Section, Span
from tourview.typeset import visible
from tourview.writers.labels import gap_after_label, is_headed, labelled_heading

_STYLE = Path(__file__).with_name("page.css")
_DEEPEST = 6
"""HTML knows no heading deeper than h6; `aria-level` tells what lies below."""
_PORTION = 1 << 18  # code points escaped in one call, so that another thread is not kept waiting
_LINE = re.compile(r"[^\n\t]+")
_KEPT_BLANKS = re.compile(r"\t|  ")


def write_html(report: Report) -> str:
    """The report as a page without scripts: its chapters as contents, its title as h1, its sections as h2 to h6.

    A section's heading, else its first paragraph, or the title, is the anchor of its ref. Redactions are marked.
    Control characters are made visible symbols; a tab and a soft line break stay what they are.
    """
    return "\n".join((*_head(report), *_contents(report), *_main(report), "</body>", "</html>", ""))


def _head(report: Report) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(report.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f"<title>{_escaped(report.title)}</title>"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    for name, value in (("PubDate", report.date), ("ContentSource", report.organization)):
        if value:
            yield f'<meta name="{name}" content="{_escaped(value)}">'
    yield f"<style>\n{_STYLE.read_text('utf-8')}</style>"
    yield "</head>"
    yield "<body>"


def _contents(report: Report) -> Iterator[str]:
    chapters = [section for section in report.sections if is_headed(section)]
    if not chapters:
        return
    yield "<nav>"
    yield "<ul>"
    for section in chapters:
        yield f'<li><a href="#{escape(section.ref)}">{_escaped(labelled_heading(report, section))}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _main(report: Report) -> Iterator[str]:
    redactions = sorted(notice.span for notice in report.notices if notice.kind == "redaction")
    yield "<main>"
    lead_in = next((each for each in report.sections if not (is_headed(each) or each.paragraphs)), None)
    yield f"<h1{_anchor(lead_in)}>{_escaped(report.title)}</h1>"
    for section in report.reading_order:
        if is_headed(section):
            yield _heading(report, section, redactions)
        for number, paragraph in enumerate(section.paragraphs):
            anchor = _anchor(None if is_headed(section) or number else section)
            yield f"<p{anchor}{_blanks(paragraph.text)}>{_marked(paragraph, redactions)}</p>"
    yield "</main>"


def _anchor(section: Section | None) -> str:
    return f' id="{escape(section.ref)}"' if section else ""


def _heading(report: Report, section: Section, redactions: Sequence[Span]) -> str:
    depth = section.level + 1
    tag = f"h{min(depth, _DEEPEST)}"
    deeper = f' aria-level="{depth}"' if depth > _DEEPEST else ""
    kind = f' class="{section.kind}" data-kind="{_word(section.kind, report.language)}"' if section.kind else ""
    words = _marked(section.heading, redactions) if section.heading else ""
    label = _escaped(section.label + gap_after_label(report, section))
    return f"<{tag}{_anchor(section)}{deeper}{kind}>{label}{words}</{tag}>"


def _word(kind: Kind, language: str) -> str:
    """The kind's name in the language of the report, which the page is in."""
    return kind.chinese if language == "zh" else kind.value


def _blanks(words: str) -> str:
    """The style that keeps blanks in a row, which a page would show as one; none where lines break softly."""
    return ' style="white-space:pre-wrap"' if "\n" not in words and _KEPT_BLANKS.search(words) else ""


def _marked(passage: Passage, redactions: Sequence[Span]) -> str:
    """The words of a passage, what was left out in them marked."""
    pieces, at = [], 0
    begin, stop = (bisect_left(redactions, (offset, 0)) for offset in (passage.start, passage.end))
    for number in range(begin, stop):
        first, last = map(passage.from_source, redactions[number])
        if at <= first < last:
            pieces += [_escaped(passage.text[at:first]), f"<mark>{_escaped(passage.text[first:last])}</mark>"]
            at = last
    return "".join((*pieces, _escaped(passage.text[at:])))


def _escaped(words: str) -> str:
    portions = (words[start : start + _PORTION] for start in range(0, len(words), _PORTION))
    return "".join(escape(_LINE.sub(_shown, portion)) for portion in portions)


def _shown(line: re.Match[str]) -> str:
    return visible(line[0])
