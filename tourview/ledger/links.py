"""What persons, and the reports themselves, decided about links between lessons, gaps and commitments."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tourview.ledger.event import Draft, Event
from tourview.ledger.row import LinkEnd, Row
from tourview.report import Kind, Link, Report, Section

CONFIRMED, REJECTED, OPEN = "confirmed", "rejected", ""
"""What can be decided: that the link holds, that it does not, and nothing, as before any decision."""
_JOINT = " "


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a link.

    Attributes:
        report: The key of the report.
        source: The end that is answered, a lesson or gap.
        target: The end that answers it, a gap or commitment.
        status: `confirmed`, `rejected`, or empty where a decision was taken back.
        actor: Who decided.
        time: When, in UTC, ISO 8601.
        evidence: The phrases that spoke for the link.
    """

    report: str
    source: LinkEnd
    target: LinkEnd
    status: str
    actor: str
    time: str
    evidence: tuple[str, ...] = ()


def subject_of(report: str, source: str, target: str) -> str:
    """What the log calls a link: the key of its report and the ids of its ends."""
    return _JOINT.join((report, source, target))


def draft_of(source: Section, target: Section, status: str, old: str, evidence: Sequence[str]) -> Draft:
    """The event that decides about a link."""
    ends = {"source": _plain(source), "target": _plain(target), "evidence": list(evidence)}
    return Draft("set", "status", old, status, json.dumps(ends, ensure_ascii=False))


def _plain(section: Section) -> dict[str, str | None]:
    kind = section.kind.value if section.kind else None
    return {"section": section.id, "ref": section.ref, "kind": kind, "heading": section.title}


def decisions_of(events: Iterable[Event]) -> dict[str, Decision]:
    """The last decision about each link, by its subject."""
    found: dict[str, Decision] = {}
    for event in events:
        stated = json.loads(event.note)
        found[event.subject] = Decision(
            event.subject.partition(_JOINT)[0],
            _end(stated["source"]),
            _end(stated["target"]),
            event.new or OPEN,
            event.actor,
            event.time,
            tuple(stated["evidence"]),
        )
    return found


def _end(stated: Mapping[str, str | None]) -> LinkEnd:
    kind = stated["kind"]
    return LinkEnd(stated["section"] or "", stated["ref"] or "", Kind(kind) if kind else None, stated["heading"] or "")


def linked(row: Row, confirmed: Sequence[Decision]) -> Row:
    """The row with the gaps it answers, and the lessons behind it; those behind its gaps alone say which gaps."""
    own = [decision for decision in confirmed if decision.report == row.report]
    answered = _behind(row.section, own)
    gaps = tuple(end for end in answered if end.kind is Kind.GAP)
    lessons = {end.section: end for end in answered if end.kind is Kind.LESSON}
    direct = frozenset(lessons)
    for gap in gaps:
        for end in _behind(gap.section, own):
            if end.kind is Kind.LESSON and end.section not in direct:
                known = lessons.get(end.section, end)
                lessons[end.section] = replace(known, through=(*known.through, gap.ref))
    return replace(row, gaps=gaps, lessons=tuple(sorted(lessons.values(), key=_by_ref)))


def _behind(section: str, decisions: Sequence[Decision]) -> list[LinkEnd]:
    """The other ends of the links of a section, whichever way they were drawn, each once."""
    found: dict[str, LinkEnd] = {}
    for decision in decisions:
        if decision.target.section == section:
            found.setdefault(decision.source.section, decision.source)
        elif decision.source.section == section:
            found.setdefault(decision.target.section, decision.target)
    return sorted(found.values(), key=_by_ref)


def _by_ref(end: LinkEnd) -> list[int]:
    return [int(step) for step in end.ref.split(".") if step.isdecimal()]


def merged(report: Report, key: str, decisions: Mapping[str, Decision]) -> tuple[Link, ...]:
    """The report's links as they stand after the decisions: the rejected left out, the confirmed marked and added."""
    ids = {section.ref: section.id for section in report.reading_order}
    refs = {section_id: ref for ref, section_id in ids.items()}
    found: list[Link] = []
    told: set[str] = set()
    for link in report.links:
        subject = subject_of(key, ids.get(link.source, ""), ids.get(link.target, ""))
        told.add(subject)
        decision = decisions.get(subject)
        if decision is None or decision.status != REJECTED:
            held = decision is not None and decision.status == CONFIRMED
            found.append(replace(link, status=CONFIRMED) if held else link)
    for subject, decision in decisions.items():
        ends = refs.get(decision.source.section), refs.get(decision.target.section)
        if subject not in told and decision.status == CONFIRMED and decision.report == key and ends[0] and ends[1]:
            found.append(Link(ends[0], ends[1], CONFIRMED, decision.evidence))
    return tuple(found)
