"""From a report or a library to its ledger, and from a row to its words in the report."""

from collections.abc import Callable, Sequence

from tourview.i18n import _
from tourview.ledger.entering import sections_of
from tourview.ledger.row import LinkEnd, Row
from tourview.report import Report, Section
from tourview.search.index import Entry
from tourview.tui.ledger_book import LedgerBook, entering_library, entering_report
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.look import Look
from tourview.tui.screens.ledger import LedgerScreen
from tourview.tui.screens.reading import ReadingScreen

Place = Callable[[Report], Section | None]
"""Finds in a report what one wants to read; None where it is not there."""


def report_ledger(choice: LedgerChoice, room: ReadingScreen, look: Look, path: str) -> LedgerScreen:
    """The ledger of the report that is read in a room; what one wants to read is read there.

    Args:
        choice: Which ledger.
        room: The room.
        look: The colours.
        path: The report's file; empty for none.
    """

    def read(row: Row, end: LinkEnd | None) -> None:
        section = place_of(row, end)(room.report)
        if section is None:
            screen.notify(not_there(row, end), severity="warning", markup=False)
        else:
            screen.dismiss()
            room.visit(section)
            room.reader.focus()

    book = LedgerBook(choice, entering_report(room.report, path))
    screen = LedgerScreen(book, look, room.report.title, read)
    return screen


def library_ledger(
    choice: LedgerChoice,
    entries: Callable[[], Sequence[Entry]],
    look: Look,
    name: str,
    read: Callable[[str, Place], None],
) -> LedgerScreen:
    """The ledger of all reports of a library.

    Args:
        choice: Which ledger.
        entries: The reports.
        look: The colours.
        name: What the library is called.
        read: Opens a file at a place.
    """

    def read_row(row: Row, end: LinkEnd | None) -> None:
        state = screen.state
        if state is not None:
            read(state.reports[row.report].path, place_of(row, end))

    screen = LedgerScreen(LedgerBook(choice, entering_library(entries)), look, name, read_row)
    return screen


def place_of(row: Row, end: LinkEnd | None) -> Place:
    """Where the words of a row stand in a report; or the lesson or gap it answers."""

    def find(report: Report) -> Section | None:
        wanted, ref = (end.section, end.ref) if end is not None else (row.section, "")
        same = next((section for section in report.reading_order if section.id == wanted), None)
        if same is not None or end is not None:
            return same or report.section(ref)
        return sections_of((row,), report).get(row.id)

    return find


def not_there(row: Row, end: LinkEnd | None) -> str:
    """That what one wants to read is not in the report."""
    return _("'{text}' is no longer in the report").format(text=end.heading if end else row.text)
