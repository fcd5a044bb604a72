"""`tourview trace`: what became of each lesson and gap, and the questions that are open."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any

from tourview.cli.errors import UsageError
from tourview.cli.folders import library_of
from tourview.cli.grammar import kind_word
from tourview.cli.terminal import columns, complain, visible_lines
from tourview.i18n import _, listed
from tourview.ledger.errors import LedgerError
from tourview.ledger.place import ledger_path
from tourview.ledger.store import Ledger
from tourview.open import open_report
from tourview.report import Kind, Report, Section
from tourview.tracing import (
    ALONE,
    Spread,
    Tie,
    Trace,
    Undertaking,
    Weights,
    evidence_notes,
    sharing_of,
    suggested_in_library,
    trace_of,
    weights_of,
)
from tourview.typeset import visible, wrap
from tourview.writers.plain_data import plain_link
from tourview.writers.to_csv import write_trace_csv

DONE, NOTHING = 0, 1
_STEP = 4


def run(
    *,
    path: str,
    lessons: bool,
    gaps: bool,
    commitments: bool,
    least: str | None,
    over: str | None,
    ledger: str | None,
    as_json: bool,
    as_csv: bool,
) -> int:
    """Print what each lesson and gap of a report leads to, with the evidence, then what leads nowhere.

    What persons decided about its links, by the ledger, goes before what its words suggest. Over a folder, words that
    many of its reports have weigh less.

    Returns:
        0; 1 if the report has no lessons, gaps or commitments.

    Raises:
        ReportError: If the report, or the folder, cannot be read.
        UsageError: If the call makes no sense.
    """
    weight = _weight(least)
    if as_json and as_csv:
        raise UsageError(_("tourview trace: --json and --csv are two things; choose one"))
    report, weights, spread = _weighed(open_report(path), over)
    trace = trace_of(_decided(report, ledger), weight, weights)
    asked = (lessons, gaps, commitments)
    kinds = [
        kind
        for kind, wanted in zip((Kind.LESSON, Kind.GAP, Kind.COMMITMENT), asked, strict=True)
        if wanted or not any(asked)
    ]
    if as_json:
        _print_json(report.title, trace, kinds, spread)
    elif as_csv:
        sys.stdout.write(write_trace_csv(trace))
    else:
        _print(_lines(trace, kinds, spread, everything=not any(asked)))
    if not (trace.lessons or trace.gaps or trace.commitments):
        complain(_("the report has no lessons, gaps or commitments to trace"))
        return NOTHING
    return DONE


def _weighed(report: Report, folder: str | None) -> tuple[Report, Weights, Spread]:
    """The report with the links its words suggest, what its pairs weigh, and how common the words are in a folder.

    Raises:
        ReportError: If the folder cannot be looked into, or there is no report in it.
    """
    sharing = sharing_of(report)
    if folder is None:
        return report, weights_of(sharing.pairs()), ALONE
    with closing(library_of(folder)) as library:
        spread = library.spread(sharing.phrases(), report)
    return suggested_in_library(report, sharing, spread), weights_of(sharing.pairs(spread)), spread


def _decided(report: Report, named: str | None) -> Report:
    """The report with its links as they stand after what the ledger holds about them; none is made to look."""
    path = ledger_path(named)
    if not path.is_file():
        return report
    try:
        with Ledger(path, actor="") as ledger:
            known = ledger.known(report)
            return report.with_links(ledger.links(known.key, report)) if known else report
    except LedgerError as error:
        complain(str(error))
        return report


def _weight(text: str | None) -> float:
    if text is None:
        return 0.0
    try:
        weight = float(text)
    except ValueError:
        weight = -1.0
    if not 0 <= weight <= 1:
        raise UsageError(_("tourview trace: --min: '{text}' is not a weight from 0 to 1").format(text=text))
    return weight


Line = tuple[int, str]
"""A line before it is wrapped: by how many cells it is indented, and its words."""


def _lines(trace: Trace, kinds: Sequence[Kind], spread: Spread, *, everything: bool) -> Iterator[Line]:
    """What is asked for: each section of the kinds with its ties, and the questions about these kinds.

    Args:
        trace: The trace.
        kinds: The kinds asked for.
        spread: How common the evidence is in the folder, which is told with it.
        everything: Whether all are, so that ties are told from where they begin, and not once more from their ends.
    """
    for kind in kinds:
        if everything and kind is Kind.COMMITMENT:
            continue
        for section in _sections(trace, kind):
            ties = trace.ties_of(section.ref)
            if everything:
                ties = tuple(tie for tie in ties if tie.source.ref == section.ref)
            if ties:
                yield 0, _titled(section)
                for tie in _in_order(ties, section):
                    yield _STEP, f"{_titled(tie.other(section.ref))} ({_standing(tie)})"
                    if tie.link.evidence:
                        yield 2 * _STEP, _evidence(tie.link.evidence, spread)
                yield 0, ""
    yield from _questions(trace, kinds)


def _evidence(phrases: Sequence[str], spread: Spread) -> str:
    """The phrases that speak for a tie, each with how many reports of the folder have it."""
    notes = evidence_notes(spread, phrases)
    return listed(f"{phrase} ({note})" if note else phrase for phrase, note in zip(phrases, notes, strict=True))


def _in_order(ties: Iterable[Tie], section: Section) -> list[Tie]:
    """A section's ties, gaps before commitments and lessons before all, those of one kind as the trace has them."""
    order = list(Kind)
    return sorted(ties, key=lambda tie: order.index(tie.other(section.ref).kind or Kind.BACKGROUND))


def _sections(trace: Trace, kind: Kind) -> tuple[Section, ...]:
    return {Kind.LESSON: trace.lessons, Kind.GAP: trace.gaps}.get(kind, trace.commitments)


def _standing(tie: Tie) -> str:
    """Whether a tie is confirmed, and how much its words weigh."""
    stands = _("confirmed") if tie.confirmed else _("suggested")
    return f"{stands} {tie.weight:.2f}" if tie.weight else stands


def _titled(section: Section) -> str:
    kind = kind_word(section.kind) if section.kind else ""
    return f"{section.ref} {kind} {section.label}{section.title}".rstrip()


def _questions(trace: Trace, kinds: Sequence[Kind]) -> Iterator[Line]:
    """The open questions about some kinds; one that no section raises is told as settled."""
    for kind, question, sections in (
        (Kind.LESSON, _("Lessons that nobody took up"), trace.not_taken_up),
        (Kind.GAP, _("Gaps that no commitment answers"), trace.unanswered),
        (Kind.COMMITMENT, _("Commitments that answer no gap"), trace.answering_none),
    ):
        if kind in kinds and _sections(trace, kind):
            yield from _list(question, (_titled(section) for section in sections))
    if Kind.COMMITMENT in kinds and trace.commitments:
        yield from _list(_("Undertakings that nothing traces to"), map(_undertaking, trace.untraced))


def _undertaking(undertaking: Undertaking) -> str:
    words = " ".join(undertaking.passage.text.split())
    return f"{undertaking.section.ref} ({undertaking.number}) {words}"


def _list(heading: str, rows: Iterable[str]) -> Iterator[Line]:
    found = list(rows)
    yield 0, f"{heading}: " + (str(len(found)) if found else _("none"))
    for row in found:
        yield _STEP, row
    yield 0, ""


def _print(lines: Iterable[Line]) -> None:
    """Print lines, wrapped; what goes on stands further in."""
    waiting = ""
    for indent, words in lines:
        if not words:
            waiting = "\n"
            continue
        shown = visible(words)
        for number, (start, end) in enumerate(wrap(shown, max(1, columns() - indent - 2))):
            print(f"{waiting}{' ' * (indent + (2 if number else 0))}{shown[start:end].rstrip()}")
            waiting = ""


def _print_json(title: str, trace: Trace, kinds: Sequence[Kind], spread: Spread) -> None:
    """Print the ties of sections of some kinds by the names of the contract, and the questions by refs.

    Over a folder, how many reports it has, and how many of them have each phrase of the evidence, too.
    """
    ties = [tie for tie in trace.ties if tie.source.kind in kinds or tie.target.kind in kinds]
    told: dict[str, Any] = {
        "title": title,
        "links": [{**plain_link(tie.link), "weight": round(tie.weight, 4)} for tie in ties],
        "questions": {
            "lessons_not_taken_up": [section.ref for section in trace.not_taken_up],
            "gaps_unanswered": [section.ref for section in trace.unanswered],
            "commitments_answering_no_gap": [section.ref for section in trace.answering_none],
            "undertakings_untraced": [
                {"ref": one.section.ref, "paragraph": one.number, "text": one.passage.text} for one in trace.untraced
            ],
        },
    }
    if spread.reports:
        evidence = dict.fromkeys(phrase for tie in ties for phrase in tie.link.evidence)
        counts = {phrase: spread.counts[phrase] for phrase in evidence if phrase in spread.counts}
        told["library"] = {"reports": spread.reports, "phrases": counts}
    utf = (sys.stdout.encoding or "").lower().startswith("utf")
    written = json.dumps(told, ensure_ascii=not utf, indent=2)
    print(visible_lines(written) if sys.stdout.isatty() else written)
