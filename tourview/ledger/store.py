"""The ledger: what became of the commitments of reports, kept beside the reports and never in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from tourview.i18n import _
from tourview.ledger import rules
from tourview.ledger.entering import Entered, Entering
from tourview.ledger.errors import Conflict, LedgerError
from tourview.ledger.event import Draft, Event
from tourview.ledger.fields import FIELDS, one_line, text_of, value_of
from tourview.ledger.folding import last_change, report_of, row_of
from tourview.ledger.links import decisions_of, draft_of, linked, subject_of
from tourview.ledger.naming import split_id
from tourview.ledger.row import Row
from tourview.ledger.shelf import Shelf
from tourview.ledger.writing import created_draft
from tourview.report import Link, Report


class Ledger(Shelf):
    """A ledger in a file, to look at (`Shelf`) and to change.

    Several processes may use it at once, and several threads may use one Ledger.

    Every change is on the disk when its method returns. Each takes a `change`, an id chosen by the caller (made up if
    None): a change repeated with the same id, because nobody knows whether it arrived, is made once. A change made from
    a row that was looked at before takes the row's `version`; if somebody has changed the row since, nothing is
    written and `Conflict` says who did what.

    Attributes:
        path: The file.
        actor: Who makes the changes.
        today: The day that rules about dates go by.
    """

    def ensure(self, report: Report, path: str = "", *, change: str | None = None) -> Entered:
        """Enter a report: a row at 待明确 for each commitment that has none, the others following their text.

        A report is known again by its file's hash; by its path, where any of its rows is in it; or by half of its rows'
        section ids, as another edition or a copy has them. Entering what is known changes nothing.

        Args:
            report: The report.
            path: Its file, to find it again; empty for none.
            change: See the class.
        """
        with self._database.reading():
            known = Entering(self._database, report, path)
            if not list(known.drafts(self.actor)):
                return known.done()
        with self._database.writing():
            entering = Entering(self._database, report, path)
            for about, actor, drafts in entering.drafts(self.actor):
                self._database.add(change or entering.change, actor, self._moment(), about, drafts, day=self._day())
        return entering.done()

    def set(
        self,
        row: str,
        values: Mapping[str, str],
        *,
        version: int | None = None,
        change: str | None = None,
        note: str = "",
    ) -> Row:
        """Set fields of a row.

        Args:
            row: Its id.
            values: By the name of the field (see `fields.FIELDS`), what a person wrote; empty for no value.
            version: The version of the row that was looked at; None to change whatever is there.
            change: See the class.
            note: Why.

        Returns:
            The row as it is now.

        Raises:
            LedgerError: If a value makes no sense, or the rules do not allow the change; nothing was changed.
            Conflict: If the row was changed meanwhile.
        """

        def drafts(before: Row, _events: Sequence[Event]) -> Iterator[Draft]:
            after = rules.changed(before, values, self.today)
            if after.superseded_by and after.superseded_by not in self._database.subjects("row"):
                raise LedgerError(row, _("there is no row {id} to take its place").format(id=after.superseded_by))
            for name in FIELDS:
                if value_of(before, name) != value_of(after, name):
                    yield Draft("set", name, text_of(before, name), text_of(after, name), note)

        return self._changed(row, drafts, version, change)

    def log(
        self, row: str, text: str, *, day: date | None = None, version: int | None = None, change: str | None = None
    ) -> Row:
        """Add an entry to the progress log of a row, about a day (today if None); see `set` for the rest.

        Raises:
            LedgerError: If there is nothing to add, or the day is yet to come.
        """
        words = one_line(text)
        about = day or self.today
        if not words:
            raise LedgerError(row, _("there is nothing to log; write what was done"))
        if about > self.today:
            raise LedgerError(row, _("{day} is yet to come; log what was done until today").format(day=about))
        draft = Draft("log", "progress", None, words, about.isoformat())
        return self._changed(row, lambda _row, _events: (draft,), version, change)

    def close(
        self,
        row: str,
        by: str,
        *,
        day: date | None = None,
        note: str = "",
        version: int | None = None,
        change: str | None = None,
    ) -> Row:
        """Close a row that is done, as its reviewer, who must not be its owner; see `set` for the rest.

        Args:
            row: Its id.
            by: The reviewer.
            day: The day of closing; today if None.
            note: What the reviewer has to say.
            version: See `set`.
            change: See the class.
        """
        values = {"status": "closed", "reviewer": by, "closed": (day or self.today).isoformat()}
        return self.set(row, values, version=version, change=change, note=note)

    def split(self, row: str, text: str, *, change: str | None = None) -> Row:
        """Split an undertaking off a row into one of its own, at 待明确.

        Args:
            row: The id of the row it is in.
            text: Its words.
            change: See the class.

        Returns:
            The new row.

        Raises:
            LedgerError: If there is no such row, or nothing is to be split off.
        """
        words = one_line(text)
        if not words:
            raise LedgerError(row, _("there is nothing to split off; write the undertaking"))
        with self._database.writing():
            made = self._database.events_of(change) if change else []
            if made:
                return self._row(made[0].subject)
            origin = self._row(row)
            new = split_id(row, self._database.subjects("row"))
            draft = created_draft(replace(origin, id=new, text=words, split_of=origin.id))
            self._add(change, "row", [(new, draft)])
            return self._row(new)

    def undo(self, row: str, *, version: int | None = None, change: str | None = None) -> Row:
        """Take the last change of a row back that was not taken back yet; the log keeps both. See `set` for the rest.

        Raises:
            LedgerError: If no change is left that could be taken back.
        """

        def drafts(_row: Row, events: Sequence[Event]) -> Iterator[Draft]:
            undone = last_change(events)
            if not undone:
                raise LedgerError(row, _("there is nothing to undo; nobody has changed it yet"))
            for event in reversed(undone):
                old = str(event.version) if event.kind == "log" else event.new
                yield Draft("undo", event.field, old, event.old, event.change)

        return self._changed(row, drafts, version, change)

    def adopt(self, events: Sequence[Event]) -> None:
        """Add what was done in another ledger, with who did it and when; all of it or nothing.

        Args:
            events: What `archive.merge` found to be lacking, in order.

        Raises:
            LedgerError: If that amounts to no row, report or link.
        """
        with self._database.writing():
            for event in events:
                draft = Draft(event.kind, event.field, event.old, event.new, event.note)
                drafts = [(event.subject, draft)]
                self._database.add(event.change, event.actor, event.time, event.about, drafts, day=event.day)
            try:
                for subject in {event.subject for event in events if event.about == "row"}:
                    row_of(self._database.events("row", subject))
                for subject in {event.subject for event in events if event.about == "report"}:
                    report_of(self._database.events("report", subject))
                decisions_of(self._database.events("link"))
            except (ValueError, LookupError, TypeError, AttributeError):
                problem = _("what it holds amounts to no ledger; export it again")
                raise LedgerError(str(self.path), problem) from None

    def decide(
        self, key: str, report: Report, link: Link, status: str, *, change: str | None = None
    ) -> tuple[Link, ...]:
        """Decide about a link between two sections.

        Args:
            key: The key of the report; see `ensure`.
            report: The report, which tells the sections of the link's refs.
            link: The link.
            status: `confirmed`, `rejected`, or empty to take a decision back.
            change: See the class.

        Returns:
            The report's links as they are now; see `links`.

        Raises:
            LedgerError: If the report has no such section.
        """
        ends = report.section(link.source), report.section(link.target)
        if ends[0] is None or ends[1] is None:
            missing = link.target if ends[0] else link.source
            raise LedgerError(report.title, _("it has no section {ref}").format(ref=missing))
        subject = subject_of(key, ends[0].id, ends[1].id)
        with self._database.writing():
            known = decisions_of(self._database.events("link", subject)).get(subject)
            old = known.status if known else ""
            if old != status and not (change and self._database.events_of(change)):
                draft = draft_of(ends[0], ends[1], status, old, link.evidence)
                self._add(change, "link", [(subject, draft)])
            return self.links(key, report)

    def _changed(
        self,
        row: str,
        drafts: Callable[[Row, Sequence[Event]], Iterable[Draft]],
        version: int | None,
        change: str | None,
    ) -> Row:
        """Make a change of one row, once."""
        with self._database.writing():
            if change and (made := self._database.events_of(change)):
                return self._row(made[0].subject)
            events = self._database.events("row", row)
            before = self._known(row, events)
            if version is not None and version != before.version:
                raise Conflict(row, [event for event in events if event.version > version])
            wanted = [(row, draft) for draft in drafts(before, events)]
            self._add(change, "row", wanted)
            events += self._database.events("row", row, after=before.version)
            return linked(row_of(events), self._confirmed())

    def _add(self, change: str | None, about: str, drafts: Sequence[tuple[str, Draft]]) -> None:
        """Add events about rows or links to the log, within a writing transaction."""
        made = change or _made_up()
        self._database.add(made, self.actor, self._moment(), about, drafts, day=self._day())


def _made_up() -> str:
    return uuid4().hex
