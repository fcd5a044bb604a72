"""A ledger as one looks at it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tourview.i18n import _
from tourview.ledger.completing import earlier_values
from tourview.ledger.database import Database
from tourview.ledger.errors import LedgerError
from tourview.ledger.event import Event
from tourview.ledger.fields import one_line
from tourview.ledger.folding import known_by, report_of, row_of
from tourview.ledger.links import CONFIRMED, Decision, decisions_of, linked, merged
from tourview.ledger.naming import place_of, row_named
from tourview.ledger.row import KnownReport, Row
from tourview.ledger.writing import grouped
from tourview.report import Link, Report


def _now() -> datetime:
    return datetime.now(UTC)


class Shelf:
    """What a ledger holds: reports, their rows, what was done to each, and what was decided about links.

    Attributes:
        path: The file.
        actor: Who makes the changes.
        today: The day that rules about dates go by.
        stated_day: The same where it was stated; None where it is that of the clock.
    """

    def __init__(
        self, path: Path, *, actor: str, today: date | None = None, clock: Callable[[], datetime] = _now
    ) -> None:
        """Open the ledger, made first if there is none.

        Args:
            path: The file; see `place.ledger_path`.
            actor: Who makes the changes.
            today: The day it is taken to be; that of the clock if None.
            clock: Tells the time that is put on changes.

        Raises:
            LedgerError: If it cannot be opened.
        """
        self.path = path
        self.actor = one_line(actor) or "?"
        self.stated_day = today
        self.today = today or clock().astimezone().date()
        self._clock = clock
        self._database = Database(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close_file()

    def close_file(self) -> None:
        """Let the file go."""
        self._database.close()

    def reports(self) -> tuple[KnownReport, ...]:
        """The reports with rows, in the order in which they were entered."""
        with self._database.reading():
            events = self._database.events("report")
        groups = sorted(grouped(events), key=lambda group: group[0].number)
        return tuple(report_of(group) for group in groups)

    def known(self, report: Report) -> KnownReport | None:
        """The report in the ledger that has this very file among its editions; None if there is none."""
        digest = report.source.sha256
        fits = (each for each in self.reports() if any(digest == edition for edition, _language in each.editions))
        return next(fits, None)

    def rows(self, report: str | None = None, *, until: date | None = None) -> tuple[Row, ...]:
        """The rows of the report with that key, or of all: by report and, within it, by ref; each before its splits.

        Args:
            report: The key of the report; None for all.
            until: The day at whose end they are shown, see `folding.known_by`; None for now.
        """
        with self._database.reading():
            events = self._database.events("row")
            order = {each.key: number for number, each in enumerate(self.reports())}
            confirmed = self._confirmed()
        counting = (known_by(group, until) for group in grouped(events))
        rows = (linked(row_of(known), confirmed) for known in counting if known)
        wanted = (row for row in rows if report in (None, row.report))
        return tuple(sorted(wanted, key=lambda row: (order.get(row.report, 0), *place_of(row))))

    def row(self, word: str, *, until: date | None = None) -> Row:
        """The row meant by an id, the beginning of one, or the ref of its section.

        Args:
            word: One of these.
            until: See `rows`.

        Raises:
            LedgerError: If there is none, or more than one.
        """
        with self._database.reading():
            if events := known_by(self._database.events("row", word), until):
                return linked(row_of(events), self._confirmed())
        return row_named(word, self.rows(until=until))

    def history(self, row: str) -> tuple[Event, ...]:
        """Everything that was ever done to a row, in order; nothing if there is no row with that id."""
        with self._database.reading():
            return tuple(self._database.events("row", row))

    def events(self) -> tuple[Event, ...]:
        """The whole log, in the order in which it was written."""
        with self._database.reading():
            return tuple(self._database.all_events())

    def values(self, field: str) -> tuple[str, ...]:
        """What was ever put into a field of text, the most frequent first: what completion offers.

        For any of `lead_unit` and `responsible_units` those of both are given, and likewise `owner` and `reviewer`.
        """
        with self._database.reading():
            return earlier_values(field, self._database.events("row"))

    def decisions(self, key: str) -> tuple[Decision, ...]:
        """What was decided about the links of a report, rejections included, but not what was taken back."""
        return tuple(each for each in self._decided().values() if each.report == key and each.status)

    def links(self, key: str, report: Report) -> tuple[Link, ...]:
        """The links of a report after the decisions: without the rejected, the confirmed marked so and added."""
        return merged(report, key, self._decided())

    def _decided(self) -> dict[str, Decision]:
        with self._database.reading():
            return decisions_of(self._database.events("link"))

    def _confirmed(self) -> list[Decision]:
        return [decision for decision in self._decided().values() if decision.status == CONFIRMED]

    def _row(self, row: str) -> Row:
        return linked(self._known(row, self._database.events("row", row)), self._confirmed())

    def _known(self, row: str, events: Sequence[Event]) -> Row:
        if not events:
            raise LedgerError(row, _("there is no such row; tourview ledger list shows them"))
        return row_of(events)

    def _moment(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _day(self) -> str:
        """The day it is taken to be, as events have it: empty where it was not stated."""
        return self.stated_day.isoformat() if self.stated_day else ""
