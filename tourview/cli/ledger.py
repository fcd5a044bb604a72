"""`tourview ledger`: what becomes of commitments, in lines and in JSON; each action is loaded when it is called."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tourview.cli.errors import UsageError
from tourview.cli.terminal import complain
from tourview.i18n import _
from tourview.ledger.dates import day_of
from tourview.ledger.errors import LedgerError
from tourview.ledger.place import ledger_path
from tourview.ledger.store import Ledger
from tourview.ledger.words import system_user
from tourview.open import STDIN

_HOMES = {
    **dict.fromkeys(("list", "show", "history", "summary"), "tourview.cli.ledger_look"),
    **dict.fromkeys(("set", "log", "close", "split", "undo"), "tourview.cli.ledger_change"),
    **dict.fromkeys(("import", "export"), "tourview.cli.ledger_exchange"),
}
_ARCHIVE = ".json"


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
    act = getattr(import_module(_HOMES[action]), f"{action}_rows")
    with _place(ledger, entering=_enters(action, ledger, options)) as path:
        made = ledger is not None and not os.path.exists(path)
        with Ledger(path, actor=actor or system_user(), today=day) as opened:
            if made:
                complain(f"{path}: " + _("a new ledger was made"))
            status: int = act(opened, **options)
    return status


def _enters(action: str, named: str | None, options: dict[str, Any]) -> bool:
    """Whether an action puts something into a ledger that holds nothing yet: a report, or what another ledger has.

    Any other finds nothing to change there.
    """
    if action == "import":
        return bool(options["apply"]) and options["file"].lower().endswith(_ARCHIVE) and os.path.exists(options["file"])
    report = options.get("path")
    if report is None:
        # The list begins with the bundled report, but not in a ledger whose name may be that of another, mistyped.
        return action == "list" and not named
    return report == STDIN or os.path.exists(report)


@contextmanager
def _place(named: str | None, *, entering: bool) -> Iterator[Path]:
    """Where the ledger is. None is made only to look: in the place of the usual one stands an empty one for a moment.

    Raises:
        LedgerError: If there is none of the name, and nothing to be entered into a new one.
    """
    path = ledger_path(named)
    if entering or os.path.exists(path):
        yield path
    elif named:
        cure = _("there is no such ledger; name one that is there, or begin it: tourview ledger REPORT --ledger FILE")
        raise LedgerError(str(path), cure)
    else:
        with TemporaryDirectory(prefix="tourview-") as folder:
            yield Path(folder, path.name)


def day_option(option: str, text: str) -> date:
    """The day that an option names.

    Raises:
        UsageError: If it names none.
    """
    try:
        return day_of(text)
    except ValueError as error:
        raise UsageError(_("tourview ledger: {option}: {problem}").format(option=option, problem=error)) from None
