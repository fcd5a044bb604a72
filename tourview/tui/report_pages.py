"""The other pages of a report, as the reading room leads to them."""

from textual.screen import Screen

from tourview.i18n import _
from tourview.tui.citation import citation
from tourview.tui.figure_table import FigureRow
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.look import Look
from tourview.tui.screens.figures import FiguresPlace, FiguresScreen
from tourview.tui.screens.reading import ReadingScreen
from tourview.tui.screens.trace import TraceScreen
from tourview.tui.trace_book import Spreading, TraceBook, TracePlace


def figures(
    room: ReadingScreen, look: Look, _ledger: LedgerChoice, _path: str, _spreading: Spreading | None
) -> Screen[object]:
    """The table of figures, as one left it."""

    def cite(row: FigureRow) -> None:
        cited = citation(room.report, row.account.section, row.figure.text)
        room.post_message(ReadingScreen.Copied(cited, _("Citation copied to {way}")))

    place = room.places.setdefault("figures", FiguresPlace())
    return FiguresScreen(room.report, look, place if isinstance(place, FiguresPlace) else FiguresPlace(), cite)


def trace(
    room: ReadingScreen, look: Look, ledger: LedgerChoice, path: str, spreading: Spreading | None
) -> Screen[object]:
    """The trace of the links, as one left it."""
    place = room.places.setdefault("trace", TracePlace())
    book = TraceBook(ledger, room.as_read, path, spreading)
    return TraceScreen(book, look, place if isinstance(place, TracePlace) else TracePlace(), room.take_links)
