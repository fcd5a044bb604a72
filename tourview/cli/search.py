"""`tourview search`: where words stand in reports, for a person or as JSON."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourview.bundled import bundled_path
from tourview.cli.errors import UsageError
from tourview.cli.grammar import kind_word
from tourview.cli.terminal import Ink, complain, wants_colour
from tourview.i18n import _, listed, ngettext
from tourview.open import open_report
from tourview.report import Kind, Report, ReportError, Section, Span, kind_named
from tourview.search import Excerpt, Hit, Query, find, hit_excerpt, parse
from tourview.typeset import visible

_COMMAS = re.compile("[,，、]")


@dataclass(frozen=True, slots=True)
class Row:
    """A hit, ready to be printed.

    Attributes:
        path: The file, as it was named in the call.
        report: The report's title.
        hit: The section and where in it.
        excerpt: The passage around the first occurrence.
    """

    path: str
    report: str
    hit: Hit
    excerpt: Excerpt


def run(
    *, query: str, path: Sequence[str], kinds: str | None, as_json: bool, limit: str | None, lang: str | None
) -> int:
    """Search reports, the bundled one where none is named; returns 0 if anything was found, else 1.

    A report that cannot be read is told on standard error and makes the status 2; the others are searched.

    Raises:
        UsageError: If the call makes no sense.
        ReportError: If the bundled report is missing.
    """
    parsed = _parsed(query)
    wanted = _kinds(kinds)
    most = _limit(limit)
    total, rows, unreadable = 0, list[Row](), 0
    paths = path or (str(bundled_path(lang)),)
    for name in paths:
        try:
            report = open_report(name)
        except ReportError as error:
            complain(str(error))
            unreadable += 1
            continue
        result = find(report, parsed, wanted)
        total += result.total
        rows.extend(_rows(name, report, result.hits))
    if unreadable == len(paths):
        return 2
    if as_json:
        print(json.dumps(_plain(query, total, rows[:most]), ensure_ascii=False, indent=2))
    else:
        _print_rows(rows[:most], total, len(rows))
    if unreadable:
        return 2
    return 0 if rows else 1


def _rows(path: str, report: Report, hits: Sequence[Hit]) -> Iterator[Row]:
    return (Row(path, report.title, hit, hit_excerpt(report, hit)) for hit in hits)


def _parsed(text: str) -> Query:
    query = parse(text)
    if query.empty and query.ignored:
        message = _("tourview search: {scope} names no kind, and nothing else is asked for; use one of {kinds}")
        kinds = listed(f"@{kind_word(kind)}" for kind in Kind)
        raise UsageError(message.format(scope=query.ignored[0], kinds=kinds))
    if query.empty:
        raise UsageError(_("tourview search: there is nothing to search for; write a word or a phrase"))
    for scope in query.ignored:
        complain(_("tourview search: {scope} names no kind and is left out").format(scope=scope))
    return query


def _kinds(text: str | None) -> frozenset[Kind] | None:
    if text is None:
        return None
    kinds: set[Kind] = set()
    for name in _COMMAS.split(text):
        kind = kind_named(name)
        if kind is None:
            message = _("'{text}' is not one of {choices}")
            known = listed(f"{kind.value} {kind.chinese}" for kind in Kind)
            raise UsageError("tourview search: --in: " + message.format(text=name, choices=known))
        kinds.add(kind)
    return frozenset(kinds)


def _limit(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise UsageError("tourview search: --limit: " + _("'{text}' is not a number").format(text=text))
    return int(text)


def _plain(query: str, total: int, rows: Sequence[Row]) -> dict[str, object]:
    return {"query": query, "total": total, "hits": [_plain_row(row) for row in rows]}


def _plain_row(row: Row) -> dict[str, object]:
    section = row.hit.section
    return {
        "path": row.path,
        "report": row.report,
        "ref": section.ref,
        "kind": section.kind.value if section.kind else None,
        "heading": section.title,
        "count": row.hit.count,
        "spans": [[start, end] for start, end in row.hit.spans],
        "excerpt": row.excerpt.text,
    }


def _print_rows(rows: Sequence[Row], total: int, sections: int) -> None:
    ink = Ink(wants_colour())
    for row in rows:
        section = row.hit.section
        place = ink.place(visible(f"{row.path}:{section.ref}:"))
        named = " ".join(filter(None, (_kind_name(section), ink.strong(visible(_heading(section))))))
        print(f"{place} {named} ({row.hit.count})")
        print(f"    {_marked(row.excerpt, ink)}")
    if not rows:
        complain(_("nothing found"))
    elif sys.stdout.isatty():
        where = ngettext("{count} section", "{count} sections", sections).format(count=sections)
        told = ngettext("{total} hit in {sections}", "{total} hits in {sections}", total)
        print(told.format(total=total, sections=where))


def _kind_name(section: Section) -> str:
    return "" if section.kind is None else kind_word(section.kind)


def _heading(section: Section) -> str:
    return f"{section.label}{section.title}" or _("Preface")


def _marked(passage: Excerpt, ink: Ink) -> str:
    text = visible(passage.text)
    parts: list[str] = []
    at = 0
    span: Span
    for span in passage.marks:
        parts.extend((text[at : span[0]], ink.hit(text[span[0] : span[1]])))
        at = span[1]
    return "".join((*parts, text[at:]))
