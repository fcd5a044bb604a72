"""What became of each lesson: the gaps and commitments it leads to, and what leads nowhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tourview.report import Kind, Link, Passage, Progress, Report, Section, fold
from tourview.tracing.passages import LINKED
from tourview.tracing.suggesting import SUGGESTED
from tourview.tracing.weighing import Pair, weighed_pairs

_SENTENCE_MARKS = frozenset("。；！？.;!?")


@dataclass(frozen=True, slots=True)
class Tie:
    """A link with its two sections.

    Attributes:
        source: The lesson or gap it comes from.
        target: The gap or commitment it leads to.
        link: The link as the report has it, with status and evidence.
        weight: How strongly the words of the two speak for it, 1 for the report's weightiest pair; 0 where they share
            nothing of weight.
    """

    source: Section
    target: Section
    link: Link
    weight: float

    @property
    def confirmed(self) -> bool:
        """Whether a person has put it there or approved of it."""
        return self.link.status != SUGGESTED

    def other(self, ref: str) -> Section:
        """The section at the other end from the one with a ref."""
        return self.target if self.source.ref == ref else self.source


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A paragraph of a commitment: one thing that is to be done.

    Attributes:
        section: The commitment.
        number: Which of its paragraphs, from 1.
        passage: The words.
    """

    section: Section
    number: int
    passage: Passage


@dataclass(frozen=True)
class Trace:
    """The lessons, gaps and commitments of a report and the ties between them.

    Attributes:
        lessons: The single lessons, in reading order.
        gaps: The single gaps.
        commitments: The single commitments.
        ties: The ties, confirmed ones first, then by weight, then in reading order.
    """

    lessons: tuple[Section, ...]
    gaps: tuple[Section, ...]
    commitments: tuple[Section, ...]
    ties: tuple[Tie, ...]

    @cached_property
    def _by_ref(self) -> Mapping[str, Sequence[Tie]]:
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            found[tie.source.ref].append(tie)
            found[tie.target.ref].append(tie)
        return found

    def ties_of(self, ref: str, kind: Kind | None = None) -> tuple[Tie, ...]:
        """The ties of a section, in the order of `ties`.

        Args:
            ref: The section's ref.
            kind: Of what kind the section at the other end is; None for any.
        """
        found = self._by_ref.get(ref, ())
        return tuple(tie for tie in found if kind is None or tie.other(ref).kind is kind)

    def tie(self, one: str, other: str) -> Tie | None:
        """The tie between two sections, whichever way it was drawn; None where there is none."""
        return next((tie for tie in self._by_ref.get(one, ()) if tie.other(one).ref == other), None)

    @property
    def unanswered(self) -> tuple[Section, ...]:
        """The gaps that no commitment answers."""
        return tuple(gap for gap in self.gaps if not self.ties_of(gap.ref, Kind.COMMITMENT))

    @property
    def answering_none(self) -> tuple[Section, ...]:
        """The commitments that answer no gap."""
        return tuple(section for section in self.commitments if not self.ties_of(section.ref, Kind.GAP))

    @property
    def not_taken_up(self) -> tuple[Section, ...]:
        """The lessons that lead to no gap and no commitment."""
        return tuple(lesson for lesson in self.lessons if not self.ties_of(lesson.ref))

    @cached_property
    def untraced(self) -> tuple[Undertaking, ...]:
        """The undertakings in which no evidence of a tie stands, of the commitments that have ties.

        A paragraph without a sentence's mark is none: who signs, and when, stands below the last of them.
        """
        found: list[Undertaking] = []
        for section in self.commitments:
            evidence = {fold(phrase) for tie in self.ties_of(section.ref) for phrase in tie.link.evidence}
            if evidence and len(section.paragraphs) > 1:
                found += (
                    Undertaking(section, number, passage)
                    for number, passage in enumerate(section.paragraphs, start=1)
                    if _SENTENCE_MARKS.intersection(passage.text) and not holds_any(passage.text, evidence)
                )
        return tuple(found)


def holds_any(text: str, phrases: set[str]) -> bool:
    """Whether one of some folded phrases stands in a text."""
    folded = fold(text)
    return any(phrase in folded for phrase in phrases)


Weights = Mapping[tuple[str, str], float]
"""What pairs of sections weigh, by the refs of their source and target; 1 for the weightiest."""


def weights_of(pairs: Sequence[Pair]) -> Weights:
    """The weights of pairs beside the weightiest."""
    most = max((pair.weight for pair in pairs), default=1.0)
    return {(pair.source, pair.target): pair.weight / most for pair in pairs}


def trace_of(
    report: Report, least: float = 0.0, weights: Weights | None = None, progress: Progress | None = None
) -> Trace:
    """The trace of a report, out of its links; those between other sections, and a section and itself, are left out.

    Args:
        report: The report with its links, suggested and confirmed.
        least: The weight that a suggested tie has at least; confirmed ones are all there.
        weights: What its pairs weigh, where that is known; weighed if None.
        progress: Told the share of the weighing done; may raise to cancel.
    """
    known = weights_of(weighed_pairs(report, progress)) if weights is None else weights
    return traced(report, report.links, known, least)


def traced(report: Report, links: Sequence[Link], weights: Weights, least: float = 0.0) -> Trace:
    """The trace of a report out of links that are not its own; see `trace_of`. Takes no longer than the links are many.

    Args:
        report: The report.
        links: The links between its sections.
        weights: What its pairs weigh.
        least: The weight that a suggested tie has at least.
    """
    ties = (_tie(report, link, weights) for link in links)
    kept = [tie for tie in ties if tie is not None and (tie.confirmed or tie.weight >= least)]
    kept.sort(
        key=lambda tie: (
            not tie.confirmed,
            -tie.weight,
            *(report.positions[end.ref] for end in (tie.source, tie.target)),
        )
    )
    lessons, gaps, commitments = (report.leaves_by_kind.get(kind, ()) for kind in LINKED)
    return Trace(lessons, gaps, commitments, tuple(kept))


def _tie(report: Report, link: Link, weights: Weights) -> Tie | None:
    """The tie a link stands for, drawn from lesson to gap to commitment; None where it links none of these."""
    ends = [report.section(link.source), report.section(link.target)]
    known = [end for end in ends if end is not None and end.kind in LINKED]
    if len(known) < 2 or known[0].kind is known[1].kind:
        return None
    source, target = sorted(known, key=lambda end: LINKED.index(end.kind or Kind.LESSON))
    drawn = replace(link, source=source.ref, target=target.ref)
    return Tie(source, target, drawn, weights.get((source.ref, target.ref), 0.0))
