"""The ledger behind its screen: what it holds of some reports, and changes of it. All of it may keep one waiting."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path

from tourview.ledger.completing import earlier_values
from tourview.ledger.event import Event
from tourview.ledger.row import KnownReport, Row
from tourview.ledger.store import Ledger
from tourview.open import open_report
from tourview.report import Progress, Report, ReportError
from tourview.search.index import Entry
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.watched_ledger import WatchedLedger

Enter = Callable[[Ledger, Progress], Iterable[str]]
"""Enters reports into a ledger; gives the keys it knows them by. May raise LedgerError."""
Deed = Callable[[Ledger], Row]
"""A change of a row; gives the row as it is then. May raise LedgerError."""


@dataclass(frozen=True)
class State:
    """What a ledger holds of some reports.

    Attributes:
        today: The day that rules about dates go by.
        rows: The rows, by report and, within it, by ref.
        reports: Every report in the ledger, by its key.
        events: All that was ever done to any row, each row's in order.
    """

    today: date
    rows: Sequence[Row] = ()
    reports: Mapping[str, KnownReport] = field(default_factory=dict)
    events: Sequence[Event] = ()

    def others_since(self, before: "State", actor: str) -> tuple[str, ...]:
        """Who else than the actor has changed rows since an earlier state, the first one first."""
        seen = {(event.subject, event.version) for event in before.events}
        events = sorted(self.events, key=lambda event: event.number)
        new = (event.actor for event in events if (event.subject, event.version) not in seen)
        return tuple(dict.fromkeys(who for who in new if who != actor))

    @cached_property
    def histories(self) -> Mapping[str, Sequence[Event]]:
        """What was done to each row, by its id."""
        return {row: tuple(events) for row, events in groupby(self.events, key=lambda event: event.subject)}

    def earlier(self, name: str) -> tuple[str, ...]:
        """What was put into a field before, the most frequent first."""
        return earlier_values(name, self.events)


class LedgerBook(WatchedLedger):
    """The rows of some reports; each method opens the ledger and lets it go again."""

    def __init__(self, choice: LedgerChoice, enter: Enter) -> None:
        """Prepare the book.

        Args:
            choice: Which ledger it is.
            enter: Enters the reports whose rows are shown.
        """
        super().__init__(choice)
        self._enter = enter
        self._keys: frozenset[str] = frozenset()

    def read(self, progress: Progress) -> State:
        """Enter the reports, as far as they are not in the ledger yet, and look at their rows.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        with self._reading(), self._opened() as ledger:
            self._keys = frozenset(self._enter(ledger, progress))
            return self._state(ledger)

    def news(self, shown: State) -> State | None:
        """The rows, if others have changed any since they were read last; None if not, or where no ledger is any more.

        Args:
            shown: The rows that are shown.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        if not self._is_changed() or not self.path.exists():
            return None
        with self._reading():
            state = self.look()
        return state if state.rows != shown.rows else None

    def change(self, deed: Deed) -> tuple[Row, State]:
        """Make a change; gives the row it was made to, and all rows as they are then.

        Raises:
            LedgerError: If the ledger cannot be used, or the change may not be made.
        """
        with self._opened() as ledger:
            row = deed(ledger)
            return row, self._state(ledger)

    def look(self) -> State:
        """The rows as they are now.

        Raises:
            LedgerError: If the ledger cannot be used.
        """
        with self._opened() as ledger:
            return self._state(ledger)

    def _state(self, ledger: Ledger) -> State:
        rows = tuple(row for row in ledger.rows() if row.report in self._keys)
        events = sorted(
            (event for event in ledger.events() if event.about == "row"),
            key=lambda event: (event.subject, event.version),
        )
        return State(ledger.today, rows, {report.key: report for report in ledger.reports()}, events)


def entering_report(report: Report, path: str) -> Enter:
    """Enters one report that is read."""

    def enter(ledger: Ledger, _progress: Progress) -> Iterable[str]:
        return (ledger.ensure(report, path).key,)

    return enter


def entering_library(entries: Callable[[], Sequence[Entry]]) -> Enter:
    """Enters the reports of a library that make commitments; reads those that the ledger does not know as they are."""

    def enter(ledger: Ledger, progress: Progress) -> Iterable[str]:
        known = _editions(ledger)
        wanted = [entry for entry in entries() if entry.error is None and entry.commitments]
        for number, entry in enumerate(wanted):
            progress(number / len(wanted))
            key = known.get(entry.sha256)
            if key is None:
                # A file that is gone, or cannot be read any more, has no rows to enter; the shelf tells of it.
                with suppress(ReportError):
                    yield _ensured(ledger, entry.path)
            else:
                yield key

    return enter


def _ensured(ledger: Ledger, path: Path) -> str:
    report = open_report(path)
    return ledger.ensure(report, str(path)).key


def _editions(ledger: Ledger) -> Mapping[str, str]:
    """The key of the report that each edition, by its hash, is one of."""
    return {edition: report.key for report in ledger.reports() for edition, _language in report.editions}
