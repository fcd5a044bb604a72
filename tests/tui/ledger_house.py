"""A person in front of the ledger: opens it, fills forms in, and what others do to it meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.widgets import Static

from tests.tui.house import SMALL, WIDE, Visit, visit
from tourview.ledger.row import Row
from tourview.ledger.store import Ledger
from tourview.open import Opening
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.screens.ledger import LedgerScreen
from tourview.tui.screens.ledger_form import LedgerForm
from tourview.tui.widgets.ledger_details import LedgerDetails
from tourview.tui.widgets.ledger_field import Answer, AnswerOffers

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class LedgerVisit:
    """One sitting before the ledger."""

    sitting: Visit
    path: Path

    @property
    def page(self) -> LedgerScreen:
        """The ledger's screen, whatever lies over it."""
        return next(screen for screen in self.sitting.app.screen_stack if isinstance(screen, LedgerScreen))

    @property
    def open(self) -> bool:
        """Whether the ledger's screen is there."""
        return any(isinstance(screen, LedgerScreen) for screen in self.sitting.app.screen_stack)

    @property
    def form(self) -> LedgerForm | None:
        """The form that is filled in."""
        screen = self.sitting.app.screen
        return screen if isinstance(screen, LedgerForm) else None

    @property
    def wrong(self) -> str:
        """What the form says is wrong with the answers together."""
        assert self.form is not None
        shown = self.form.query_one("#form-wrong", Static)
        return str(shown.content) if shown.display else ""

    @property
    def notes(self) -> dict[str, str]:
        """What stands below fields of the form, by the name of the field."""
        assert self.form is not None
        found = {}
        for answer in self.form.query(Answer):
            note = answer.query_one(".answer-note", Static)
            if note.display:
                found[answer.question.name] = str(note.content)
        return found

    @property
    def fields(self) -> dict[str, str]:
        """What stands in the fields of the form, by name."""
        assert self.form is not None
        return {answer.question.name: answer.field.value for answer in self.form.query(Answer)}

    @property
    def offers(self) -> list[str]:
        """What the form offers for the field one is in."""
        assert self.form is not None
        return list(self.form.query_one(AnswerOffers).offers)

    @property
    def here(self) -> Row:
        """The row under the cursor."""
        row = self.page.rows.row
        assert row is not None
        return row

    @property
    def details(self) -> str:
        """What the details show, blanks and line ends as one blank."""
        details = self.page.query_one(LedgerDetails)
        lines = (details.render_line(y).text for y in range(details.size.height))
        return " ".join(" ".join(lines).split())

    def text(self) -> str:
        """The whole screen as text."""
        return self.sitting.text()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.sitting.press(*keys)

    async def fill(self, name: str, text: str) -> None:
        """Put a text into a field of the form in the place of what stands there."""
        assert self.form is not None
        answer = next(answer for answer in self.form.query(Answer) if answer.question.name == name)
        self.form.set_focus(answer.field)
        await self.press("end", "ctrl+u")
        self.sitting.type_ahead(text)
        await self.sitting.settle()

    def kept(self, ref: str = "3.1") -> Row:
        """A row as it is in the file."""
        with Ledger(self.path, actor="reader", today=TODAY) as ledger:
            return ledger.row(ref)

    def elsewhere(self, ref: str = "3.1", actor: str = "Zhao", **values: str) -> Row:
        """Have somebody else set fields of a row."""
        with Ledger(self.path, actor=actor, today=TODAY) as ledger:
            return ledger.set(ledger.row(ref).id, values)


@asynccontextmanager
async def visit_ledger(
    path: Path,
    opening: Opening | Path | str = SMALL,
    size: tuple[int, int] = WIDE,
    today: date = TODAY,
) -> AsyncIterator[LedgerVisit]:
    """Sit down before the ledger of a report."""
    async with visit(opening, size, ledger=LedgerChoice(str(path), today, "Wang")) as sitting:
        await sitting.press("8")
        yield LedgerVisit(sitting, path)
