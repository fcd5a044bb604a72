"""Entering a report into a ledger: which known report it is, which rows it needs, and which follow their text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from tourview.ledger.database import Database
from tourview.ledger.event import Draft
from tourview.ledger.folding import report_of, row_of
from tourview.ledger.following import Following, follow, heading_of, passage_of
from tourview.ledger.links import CONFIRMED, draft_of, subject_of
from tourview.ledger.naming import new_id
from tourview.ledger.row import KnownReport, Row
from tourview.ledger.writing import created_draft, followed_draft, grouped, seen_draft
from tourview.report import Report, Section

_KEY = 12
_HALF = 0.5

Drafts = list[tuple[str, Draft]]


@dataclass(frozen=True, slots=True)
class Entered:
    """What entering a report came to.

    Attributes:
        key: What the ledger knows the report by.
        created: The ids of new rows.
        followed: Those of rows whose text moved or changed.
        lost: Those of rows whose text is not in the report any more; they are kept.
        found: Those of rows whose text is there again.
    """

    key: str
    created: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


class Entering:
    """The entering of one report, within a writing transaction.

    Attributes:
        change: The id of the change.
    """

    def __init__(self, database: Database, report: Report, path: str) -> None:
        self.change = uuid4().hex
        self._database = database
        self._report = report
        self._path = str(Path(path).absolute()) if path else ""
        self._rows = [row_of(events) for events in grouped(database.events("row"))]
        self._known = [report_of(events) for events in grouped(database.events("report"))]
        self._match = self._matching()
        self._row_drafts: Drafts = []
        if self._is_new or self._is_newest:
            self._make_rows()
        if self._leads:
            self._follow_rows()

    @cached_property
    def key(self) -> str:
        """What the ledger knows the report by."""
        return self._match.key if self._match else self._new_key()

    def done(self) -> Entered:
        """What is to be done, as the caller is told."""
        by_kind = {
            kind: tuple(row for row, draft in self._row_drafts if draft.kind == kind)
            for kind in ("created", "followed", "lost", "found")
        }
        return Entered(self.key, **by_kind)

    def drafts(self, actor: str) -> Iterator[tuple[str, str, Drafts]]:
        """The events to write: what they are about, who did it, and each with its subject."""
        if self._is_new or self._moved:
            yield "report", actor, [(self.key, seen_draft(self._report, self._path))]
        if self._row_drafts:
            yield "row", actor, self._row_drafts
        links = self._link_drafts() if self._is_new or self._row_drafts else []
        if links:
            yield "link", self._report.source.name, links

    def _new_key(self) -> str:
        """The first letters of the hash; more where another report has them."""
        digest = self._report.source.sha256
        taken = {each.key for each in self._known}
        return next(digest[:length] for length in range(_KEY, len(digest) + 1) if digest[:length] not in taken)

    def _own(self, key: str) -> list[Row]:
        return [row for row in self._rows if row.report == key]

    def _matching(self) -> KnownReport | None:
        """The report in the ledger that this one is; see `Ledger.ensure`."""
        digest = self._report.source.sha256
        for each in self._known:
            if any(digest == edition for edition, _language in each.editions):
                return each
        ids = {section.id for section in self._report.reading_order}
        for each in self._known:
            if self._path and each.path == self._path and follow(self._own(each.key), self._report).sections:
                return each
        for each in self._known:
            own = [row for row in self._own(each.key) if row.split_of is None]
            if own and sum(row.section in ids for row in own) >= _HALF * len(own):
                return each
        return None

    @property
    def _is_new(self) -> bool:
        """Whether this edition was never seen."""
        digest = self._report.source.sha256
        return self._match is None or all(digest != edition for edition, _language in self._match.editions)

    @property
    def _is_newest(self) -> bool:
        """Whether this edition is the last one seen in its language."""
        if self._match is None:
            return True
        same = [edition for edition, language in self._match.editions if language == self._report.language]
        return bool(same) and same[-1] == self._report.source.sha256

    @property
    def _leads(self) -> bool:
        """Whether the rows follow this edition: the newest, in the language of the first."""
        if self._match is None:
            return False
        return self._match.language == self._report.language and (self._is_new or self._is_newest)

    @property
    def _moved(self) -> bool:
        """Whether the file that leads lies in another place now."""
        return self._match is not None and self._leads and bool(self._path) and self._match.path != self._path

    @cached_property
    def _following(self) -> Following:
        return follow(self._own(self.key), self._report)

    def _make_rows(self) -> None:
        taken = {row.id for row in self._rows}
        for section in self._following.unknown:
            row_id = new_id(self.key, section.id, taken)
            taken.add(row_id)
            row = Row(row_id, self.key, section.id, section.ref, heading_of(section), passage_of(section))
            self._row_drafts.append((row_id, created_draft(row)))

    def _follow_rows(self) -> None:
        for row in self._own(self.key):
            section = self._following.sections.get(row.id)
            if section is None:
                if not row.lost:
                    self._row_drafts.append((row.id, Draft("lost")))
                continue
            if row.lost:
                self._row_drafts.append((row.id, Draft("found")))
            changed = _changed(row, section)
            if changed:
                self._row_drafts.append((row.id, followed_draft(changed)))

    def _link_drafts(self) -> Drafts:
        """The links that the report itself confirms, as far as nothing was ever decided about them."""
        known = set(self._database.subjects("link"))
        found: Drafts = []
        for link in self._report.links:
            ends = self._report.section(link.source), self._report.section(link.target)
            if link.status != CONFIRMED or ends[0] is None or ends[1] is None:
                continue
            subject = subject_of(self.key, ends[0].id, ends[1].id)
            if subject not in known:
                known.add(subject)
                found.append((subject, draft_of(ends[0], ends[1], CONFIRMED, "", link.evidence)))
        return found


def _changed(row: Row, section: Section) -> dict[str, str]:
    """What of a row is no longer as it stands in its section; a row that was split off keeps its own words."""
    now = {"section": section.id, "ref": section.ref, "passage": passage_of(section)}
    if row.split_of is None:
        now["text"] = heading_of(section)
    return {name: value for name, value in now.items() if getattr(row, name) != value}


def sections_of(rows: Sequence[Row], report: Report) -> dict[str, Section]:
    """Where the rows of a report stand in an edition of it, by the id of the row; without those that are not there."""
    return dict(follow(rows, report).sections)
