"""Which ledger is used, by whom, and on which day."""

from datetime import date
from typing import NamedTuple


class LedgerChoice(NamedTuple):
    """What was said of the ledger when the program was called.

    Attributes:
        path: The file that was named; None for that of TOURVIEW_LEDGER, or the user's own.
        today: The day it is taken to be; None for that of the clock.
        actor: Who makes changes; None for the user of the computer.
    """

    path: str | None = None
    today: date | None = None
    actor: str | None = None


USUAL = LedgerChoice()
"""What is used where nothing was said."""
