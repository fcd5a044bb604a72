"""The trace behind its screen: the links of a report as persons have decided about them. May keep one waiting."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tourview.i18n import _
from tourview.ledger.store import Ledger
from tourview.report import Kind, Link, Progress, Report, Section
from tourview.tracing import (
    ALONE,
    SUGGESTED,
    Spread,
    Tie,
    Trace,
    Weights,
    sharing_of,
    suggested_in_library,
    traced,
    weights_of,
)
from tourview.tui.labels import kind_name
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.watched_ledger import WatchedLedger

CONFIRMED, REJECTED, OPEN = "confirmed", "rejected", ""
"""What can be decided about a link; `OPEN` is as before any decision."""
ANSWERS, LESSONS, QUESTIONS = range(3)
"""The sheets: lessons and gaps with commitments, lessons with gaps, the open questions."""
Pair = frozenset[str]
"""The refs of two sections, whichever way they are linked."""


@dataclass(frozen=True)
class TraceState:
    """A trace, and what was decided.

    Attributes:
        trace: The trace, without what was rejected.
        links: The report's links after the decisions.
        decided: What was decided, by the refs of the two sections.
        spread: How common the phrases are in the library.
    """

    trace: Trace
    links: tuple[Link, ...]
    decided: Mapping[Pair, str]
    spread: Spread = ALONE

    def status(self, one: Section, other: Section) -> str:
        """What a person decided about the link of two sections."""
        return self.decided.get(frozenset((one.ref, other.ref)), OPEN)

    def holds(self, links: Sequence[Link], decided: Mapping[Pair, str]) -> bool:
        """Whether these are its links and decisions."""
        return decided == self.decided and set(links) == set(self.links)


@dataclass
class TracePlace:
    """Where one was in the trace, to come back to.

    Attributes:
        sheet: Which sheet is shown, from 0.
        cells: By sheet, the refs of the cell under the cursor.
        question: The row under the cursor among the open questions.
        decisions: What was decided about each link before one's own decisions, the last one last.
    """

    sheet: int = 0
    cells: dict[int, tuple[str, str]] = field(default_factory=dict)
    question: int = 0
    decisions: list[tuple[Link, str]] = field(default_factory=list)


Spreading = Callable[[Sequence[str], Report, Progress], Spread]
"""Tells how common the phrases of a report are in a library; progress is told the share done, and may raise."""


class TraceBook(WatchedLedger):
    """The links of one report; each method but `foresee` opens the ledger and lets it go again.

    Attributes:
        report: The report with the links it has of itself; in a library, once it was read, with those that its words
            suggest there.
    """

    def __init__(self, choice: LedgerChoice, report: Report, path: str, spreading: Spreading | None = None) -> None:
        """Prepare the book.

        Args:
            choice: In which ledger decisions are kept, and whose they are.
            report: The report, before any decision.
            path: Its file; empty for none.
            spreading: Tells how common its phrases are in the library it is one of; None where there is none.
        """
        super().__init__(choice)
        self.report = report
        self._path = path
        self._spreading = spreading
        self._weighed: tuple[Weights, Spread] | None = None

    def read(self, progress: Progress) -> TraceState:
        """The trace as it is now; a ledger is looked into only where there is one.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        progress(0.0)
        if self._weighed is None:
            self._weighed = self._weigh(progress)
        with self._reading():
            return self._state(*self._decisions())

    def news(self, shown: TraceState) -> TraceState | None:
        """The trace, if others have decided about links of it since it was read last; None if not.

        Args:
            shown: The trace that is shown.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        if not self._is_changed():
            return None
        with self._reading():
            links, decided = self._decisions()
        return None if shown.holds(links, decided) else self._state(links, decided)

    def links(self, progress: Progress) -> tuple[Link, ...]:
        """The report's links after the decisions.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        if self._spreading is not None and self._weighed is None:
            self._weighed = self._weigh(progress)
        return self._decisions()[0]

    def foresee(self, shown: TraceState, link: Link, status: str) -> TraceState:
        """The trace as it will be once a decision is kept.

        Args:
            shown: The trace that is shown.
            link: The link that is decided about.
            status: What is decided.
        """
        pair = _pair(link)
        decided = {**shown.decided, pair: status}
        if status == OPEN:
            del decided[pair]
        own = {_pair(each) for each in self.report.links}
        others = [each for each in shown.links if _pair(each) not in own and _pair(each) != pair]
        if pair not in own and status == CONFIRMED:
            others.append(replace(link, status=CONFIRMED))
        kept = (each for each in self.report.links if decided.get(_pair(each)) != REJECTED)
        links = (replace(each, status=CONFIRMED) if decided.get(_pair(each)) == CONFIRMED else each for each in kept)
        return self._state((*links, *others), decided)

    def decide(self, link: Link, status: str) -> TraceState:
        """Decide about a link; the report is entered into the ledger if it is not there yet.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        with self._opened() as ledger:
            key = ledger.ensure(self.report, self._path).key
            links = ledger.decide(key, self.report, link, status)
            decided = self._decided(ledger, key)
        return self._state(links, decided)

    def link_between(self, one: str, other: str) -> Link:
        """The link between two sections as the report has it, else one drawn from the first to the second."""
        pair = {one, other}
        known = (link for link in self.report.links if {link.source, link.target} == pair)
        return next(known, Link(one, other, SUGGESTED))

    def _weigh(self, progress: Progress) -> tuple[Weights, Spread]:
        """Weigh what the report's words share, over the library where there is one."""
        sharing = sharing_of(self.report, progress)
        if self._spreading is None:
            return weights_of(sharing.pairs()), ALONE
        spread = self._spreading(sharing.phrases(), self.report, progress)
        self.report = suggested_in_library(self.report, sharing, spread)
        return weights_of(sharing.pairs(spread)), spread

    def _state(self, links: tuple[Link, ...], decided: Mapping[Pair, str]) -> TraceState:
        weights, spread = self._weighed or ({}, ALONE)
        return TraceState(traced(self.report, links, weights), links, decided, spread)

    def _decisions(self) -> tuple[tuple[Link, ...], Mapping[Pair, str]]:
        if self.path.exists():
            with self._opened() as ledger:
                known = ledger.known(self.report)
                if known is not None:
                    return ledger.links(known.key, self.report), self._decided(ledger, known.key)
        return self.report.links, {}

    def _decided(self, ledger: Ledger, key: str) -> Mapping[Pair, str]:
        refs = {section.id: section.ref for section in self.report.reading_order}
        ends = ((each.source.section, each.target.section, each.status) for each in ledger.decisions(key))
        return {frozenset((refs[one], refs[other])): status for one, other, status in ends if {one, other} <= set(refs)}


def _pair(link: Link) -> Pair:
    return frozenset((link.source, link.target))


def sides(trace: Trace, sheet: int) -> tuple[Sequence[Section], Sequence[Section]]:
    """What a sheet, `ANSWERS` or `LESSONS`, has down and across."""
    if sheet == LESSONS:
        return trace.lessons, trace.gaps
    return (*trace.lessons, *trace.gaps), trace.commitments


def next_suggested(
    trace: Trace,
    sheet: tuple[Sequence[Section], Sequence[Section]],
    here: tuple[Section, Section],
    direction: int,
) -> tuple[str, str] | None:
    """The next (1) or previous (-1) cell of a matrix whose link is only suggested, row by row, round the end.

    Args:
        trace: The trace.
        sheet: What the matrix has down and across.
        here: The cell one is at.
        direction: Which way.

    Returns:
        The refs of its two sections; None where no link is only suggested.
    """
    rows, columns = ({section.ref: number for number, section in enumerate(some)} for some in sheet)
    ends = ((tie.source.ref, tie.target.ref) for tie in trace.ties if not tie.confirmed)
    found = sorted((rows[one], columns[other], one, other) for one, other in ends if one in rows and other in columns)
    place = rows[here[0].ref], columns[here[1].ref]
    if direction > 0:
        ahead = (each for each in found if each[:2] > place)
    else:
        found.reverse()
        ahead = (each for each in found if each[:2] < place)
    target = next(ahead, found[0] if found else None)
    return target[2:] if target is not None else None


def first_tied(trace: Trace, down: Sequence[Section], across: Sequence[Section]) -> tuple[str, str] | None:
    """The refs of the first cell of a matrix, row by row, that has a tie; None where none has."""
    columns = {section.ref: number for number, section in enumerate(across)}
    for section in down:
        others = [tie.other(section.ref).ref for tie in trace.ties_of(section.ref)]
        tied = [ref for ref in others if ref in columns]
        if tied:
            return section.ref, min(tied, key=columns.__getitem__)
    return None


def standing(tie: Tie | None, status: str) -> str:
    """How it stands with the link of two sections.

    Args:
        tie: What is between them; None for nothing.
        status: What a person decided about it.
    """
    if tie is None:
        return _("Rejected") if status == REJECTED else _("No link; Space makes one")
    if tie.confirmed:
        return _("Confirmed") if status == CONFIRMED else _("Confirmed by the report")
    return _("Suggested by the words {weight:.2f}").format(weight=tie.weight)


def sheet_names(trace: Trace, questions: int) -> Sequence[tuple[str, str]]:
    """The names of the sheets of a trace, each with how many links, or open questions, are on it."""
    answers = sum(tie.target.kind is Kind.COMMITMENT for tie in trace.ties)
    return (
        (kind_name(Kind.COMMITMENT), str(answers)),
        (_("Lessons and gaps"), str(len(trace.ties) - answers)),
        (_("Open questions"), str(questions)),
    )
