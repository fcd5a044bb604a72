"""`tourview ledger`: what becomes of commitments, in lines and in JSON; each action is loaded when it is called."""

from datetime import date
from importlib import import_module
from typing import Any

from tourview.cli.errors import UsageError
from tourview.i18n import _
from tourview.ledger import Ledger, ledger_path
from tourview.ledger.dates import day_of
from tourview.ledger.words import system_user

_HOMES = {
    **dict.fromkeys(("list", "show", "history", "summary"), "tourview.cli.ledger_look"),
    **dict.fromkeys(("set", "log", "close", "split", "undo"), "tourview.cli.ledger_change"),
    **dict.fromkeys(("import", "export"), "tourview.cli.ledger_exchange"),
}


def run(*, action: str, ledger: str | None, actor: str | None, today: str | None, **options: Any) -> int:
    """Do what is asked with the ledger.

    Args:
        action: What is asked.
        ledger: The file that was named, if one was.
        actor: Who makes changes; the user of the computer if None.
        today: The day it is taken to be; that of the clock if None.
        options: What else the action takes; see `ledger_grammar`.

    Returns:
        0 done; 1 if nothing was found, or rows of a table were left out.

    Raises:
        ReportError: If the ledger, a report or a table cannot be used, or the rules do not allow a change.
        UsageError: If the call makes no sense.
    """
    day = None if today is None else day_option("--today", today)
    with Ledger(ledger_path(ledger), actor=actor or system_user(), today=day) as opened:
        status: int = getattr(import_module(_HOMES[action]), f"{action}_rows")(opened, **options)
    return status


def day_option(option: str, text: str) -> date:
    """The day that an option names.

    Raises:
        UsageError: If it names none.
    """
    try:
        return day_of(text)
    except ValueError as error:
        raise UsageError(_("tourview ledger: {option}: {problem}").format(option=option, problem=error)) from None
