"""How hits are printed: lines for a person or an editor, JSON for a program; as they come, so that none are kept."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tourview.cli.grammar import kind_word
from tourview.cli.hits import Counts, Row
from tourview.cli.surroundings import Line
from tourview.cli.terminal import Ink, complain, wants_colour
from tourview.i18n import _, ngettext
from tourview.report import Span
from tourview.search import Query
from tourview.typeset import visible

_MARGIN = "    "


@dataclass(slots=True)
class Tally:
    """What was found so far, of all places.

    Attributes:
        total: How often the query's words occur.
        sections: In how many sections.
        reports: In how many reports.
        searched: How many places were searched, or tried to be.
        unreadable: How many of these could not be read.
    """

    total: int = 0
    sections: int = 0
    reports: int = 0
    searched: int = 0
    unreadable: int = 0

    def add(self, total: int, sections: int, reports: int = 1) -> None:
        """Count what was found in a place."""
        self.total += total
        self.sections += sections
        self.reports += reports

    @property
    def vain(self) -> bool:
        """Whether nothing could be read at all."""
        return self.unreadable > 0 and self.unreadable == self.searched


def print_hits(rows: Iterable[Row], query: Query, tally: Tally) -> None:
    """Print hits as lines; `tally` is complete when the rows are through."""
    ink = Ink(wants_colour())
    for row in rows:
        place = ink.place(visible(f"{row.path}:{row.ref}:"))
        kind = "" if row.kind is None else kind_word(row.kind)
        heading = ink.strong(visible(f"{row.label}{row.heading}" or _("Preface")))
        print(f"{place} {' '.join(filter(None, (kind, heading)))} ({row.count})")
        if row.lines:
            _print_lines(row, ink)
        else:
            print(_MARGIN + _marked(row.excerpt.text, row.excerpt.marks, ink))
    if tally.sections and sys.stdout.isatty():
        print(told(tally.total, tally.sections, query))
    _tell_nothing(tally)


def _print_lines(row: Row, ink: Ink) -> None:
    """The paragraphs around a hit, as grep has it: a colon where something was found, a dash where not."""
    for line in row.lines:
        print(ink.place("--") if line is None else _paragraph(row.path, line, ink))
    print(ink.place("--"))


def _paragraph(path: str, line: Line, ink: Ink) -> str:
    joint = ":" if line.holds else "-"
    return f"{ink.place(visible(f'{path}{joint}{line.ref}{joint}'))} {_marked(line.text, line.marks, ink)}"


def print_counts(counts: Iterable[Counts], query: Query, tally: Tally) -> None:
    """Print how much each report has, and all of them together where they are several."""
    ink = Ink(wants_colour())
    for count in counts:
        print(f"{ink.place(visible(f'{count.path}:'))} {told(count.total, count.sections, query)}")
    if tally.reports > 1:
        reports = ngettext("in {count} report: {found}", "in {count} reports: {found}", tally.reports)
        print(reports.format(count=tally.reports, found=told(tally.total, tally.sections, query)))
    _tell_nothing(tally)


def print_files(counts: Iterable[Counts], _query: Query, tally: Tally) -> None:
    """Print the paths of reports."""
    for count in counts:
        print(visible(count.path) if sys.stdout.isatty() else count.path)
    _tell_nothing(tally)


def _tell_nothing(tally: Tally) -> None:
    if not tally.sections and not tally.vain:
        complain(_("nothing found"))


def told(total: int, sections: int, query: Query) -> str:
    """How much was found: `4 hits in 3 sections`; only the sections where the query has no words to find."""
    where = ngettext("{count} section", "{count} sections", sections).format(count=sections)
    if not query.terms:
        return where
    return ngettext("{total} hit in {sections}", "{total} hits in {sections}", total).format(
        total=total, sections=where
    )


def _marked(text: str, marks: Iterable[Span], ink: Ink) -> str:
    shown = visible(text)
    parts: list[str] = []
    at = 0
    for start, end in marks:
        parts.extend((shown[at:start], ink.hit(shown[max(start, at) : end])))
        at = max(at, end)
    return "".join((*parts, shown[at:]))


def json_hits(rows: Iterable[Row], query: Query, tally: Tally) -> None:
    """Print hits as one JSON object, one hit a line."""
    _stream(query, "hits", map(_plain, rows), tally, lambda: {"total": tally.total})


def json_counts(counts: Iterable[Counts], query: Query, tally: Tally) -> None:
    """Print how much each report has as one JSON object, one report a line."""
    reports = (count._asdict() for count in counts)
    _stream(query, "reports", reports, tally, lambda: {"total": tally.total, "sections": tally.sections})


def json_files(counts: Iterable[Counts], query: Query, tally: Tally) -> None:
    """Print the paths of reports as one JSON object."""
    _stream(query, "files", (count.path for count in counts), tally, lambda: {"total": tally.total})


def _stream(
    query: Query, name: str, things: Iterable[object], tally: Tally, end: Callable[[], Mapping[str, int]]
) -> None:
    """Print an object of the query, a list that is made as it is printed, and what is known at the end.

    Nothing at all is printed where nothing could be read.
    """
    waiting = f'{{"query": {_json(query.text)}, "{name}": ['
    separator = ""
    for thing in things:
        _print(waiting + separator)
        waiting, separator = _json(thing), ","
    if tally.vain:
        return
    _print(waiting)
    _print("], " + _json(end())[1:])


def _json(thing: object) -> str:
    """A value on one line, in signs that the output's encoding has."""
    return json.dumps(thing, ensure_ascii=not (sys.stdout.encoding or "").lower().startswith("utf"))


def _print(line: str) -> None:
    print(visible(line) if sys.stdout.isatty() else line)


def _plain(row: Row) -> dict[str, object]:
    """A hit by the names of the contract; `context` is there where it was asked for."""
    plain: dict[str, object] = {
        "path": row.path,
        "report": row.report,
        "ref": row.ref,
        "kind": row.kind.value if row.kind else None,
        "heading": row.heading,
        "count": row.count,
        "spans": [[start, end] for start, end in row.spans],
        "excerpt": row.excerpt.text,
    }
    if row.lines:
        plain["context"] = [{"ref": line.ref, "text": line.text} for line in row.lines if line is not None]
    return plain
