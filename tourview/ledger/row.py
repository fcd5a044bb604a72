"""A row of the ledger: one commitment, or an undertaking split off from one, and what became of it."""

from dataclasses import dataclass, field
from datetime import date

from tourview.ledger.status import Status
from tourview.report import Kind


@dataclass(frozen=True, slots=True)
class Measure:
    """How the work is measured.

    Attributes:
        baseline: Where it began.
        target: What is to be reached; may be less than the baseline.
        unit: What both are counted in: 家, 万元, %.
        current: How far it is.
    """

    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    current: float | None = None

    @property
    def share(self) -> float | None:
        """The part of the way from baseline (0 if none) to target that is done; None if that cannot be told."""
        begin = self.baseline or 0.0
        if self.target is None or self.current is None or self.target == begin:
            return None
        return (self.current - begin) / (self.target - begin)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the progress log. It is never rewritten; one that was undone is withdrawn and no longer shown.

    Attributes:
        number: Its event's version, its place among all that was done to the row.
        day: The day it is about.
        text: What was done.
        actor: Who wrote it.
    """

    number: int
    day: date
    text: str
    actor: str


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """A lesson or a gap that a commitment answers, as it stood when the link was confirmed.

    Attributes:
        section: The section's id.
        ref: Its position then.
        kind: What it is for.
        heading: Its heading.
        through: For a lesson that only its gaps lead to, the refs of those gaps; empty where it is linked itself.
    """

    section: str
    ref: str
    kind: Kind | None
    heading: str
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment and what became of it.

    Attributes:
        id: A few letters, unique in the ledger; a row split off has its origin's id, a full stop and a number.
        report: The key of the report that made the commitment; see `KnownReport`.
        section: The id of the section it is in.
        ref: That section's position when it was last seen.
        text: The section's heading, or the undertaking that was split off.
        passage: All words of the section when they were last seen; kept when the report loses them.
        split_of: The id of the row it was split off from; None for a section's own row.
        lost: Whether the report, when last seen, no longer had the text.
        lead_unit: 牵头单位.
        responsible_units: 责任单位.
        owner: 责任人.
        assigned: The day it was given to the owner.
        due: 完成时限, as first set.
        measure: How it is measured.
        status: How far it is.
        extended_to: The day it is due after the last extension.
        reason: Why it was extended, suspended, found not applicable or opened again.
        reviewer: 复核人.
        closed: 销号日期.
        done: The day the work was finished: on which it became done, or was closed if that was earlier; None while
            work is left.
        evidence: 佐证: paths or URLs.
        superseded_by: The id of the row that takes its place.
        progress: 进展, in the order in which it was written.
        lessons: The lessons behind it: confirmed links; those of its gaps, too, which say what they come through.
        gaps: The gaps it answers: confirmed links.
        version: How many events made it; a change says which version it was made from.
        created: When it was entered, in UTC, ISO 8601.
        changed: When it was last changed, likewise.
    """

    id: str
    report: str
    section: str
    ref: str
    text: str
    passage: str
    split_of: str | None = None
    lost: bool = False
    lead_unit: str = ""
    responsible_units: tuple[str, ...] = ()
    owner: str = ""
    assigned: date | None = None
    due: date | None = None
    measure: Measure = field(default_factory=Measure)
    status: Status = Status.UNASSIGNED
    extended_to: date | None = None
    reason: str = ""
    reviewer: str = ""
    closed: date | None = None
    evidence: tuple[str, ...] = ()
    superseded_by: str = ""
    progress: tuple[Entry, ...] = ()
    lessons: tuple[LinkEnd, ...] = ()
    gaps: tuple[LinkEnd, ...] = ()
    version: int = 0
    created: str = ""
    changed: str = ""
    done: date | None = None

    @property
    def deadline(self) -> date | None:
        """The day it is due: after an extension, the new one."""
        return self.extended_to or self.due


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report with rows in the ledger, as it was last seen.

    Attributes:
        key: What the ledger knows it by for good: the first 12 hex digits of the SHA-256 of the file first seen.
        title: Its title.
        path: The file, absolute; empty for one that came through a pipe.
        sha256: The hash of the file's bytes.
        language: The language of the edition first seen; rows follow the text of that edition.
        editions: Every (hash, language) seen, in order.
    """

    key: str
    title: str
    path: str
    sha256: str
    language: str
    editions: tuple[tuple[str, str], ...]
