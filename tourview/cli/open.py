"""`tourview [PATH…]`: read a report, or a library, on the screen; print it where there is none."""

import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from tourview.bundled import bundled_path
from tourview.cli.errors import UsageError
from tourview.cli.settings import configured_library
from tourview.cli.show import print_report
from tourview.cli.terminal import is_interactive
from tourview.i18n import _
from tourview.open import STDIN, Opening, ignore, prepare, prepare_bytes
from tourview.tui.ledger_choice import LedgerChoice

_TERMINAL = "/dev/tty"


def run(
    *,
    path: Sequence[str],
    lang: str | None,
    ledger: str | None = None,
    actor: str | None = None,
    today: str | None = None,
) -> int:
    """Open a report, standard input for `-`, or a library: a folder, or more than one path.

    Where no path is given it is the library that is configured, else the bundled report. Every check is made before a
    screen is drawn; a small report is read before, too.

    Args:
        path: The report, or the library.
        lang: The language of the bundled report.
        ledger: The ledger that was named, if one was.
        actor: Who makes changes of it; the user of the computer if None.
        today: The day it is taken to be; that of the clock if None.

    Raises:
        UsageError: If standard input is to be one of several, or `today` is no day.
        ReportError: If it cannot be read; from the screen too, once that is gone.
    """
    if STDIN in path and len(path) > 1:
        raise UsageError(_("tourview: -: standard input cannot be opened together with other reports"))
    choice = LedgerChoice(ledger, _day(today), actor)
    shelves = path or configured_library()
    if len(shelves) > 1 or (shelves and os.path.isdir(shelves[0])):
        return _open_library(shelves, choice)
    if not path:
        opening = prepare(Path(shelves[0]) if shelves else bundled_path(lang))
    elif path[0] == STDIN:
        opening = _from_stdin()
    else:
        opening = prepare(Path(path[0]), pipes=True)
    if not is_interactive():
        print_report(opening.report or opening.load(ignore))
        return 0
    # Nothing is thrown away while Textual is imported: collecting garbage meanwhile costs a tenth of the start. The
    # screen turns it on again when it stands.
    gc.disable()
    # The one import inside a function: it keeps Textual out of the command line's start.
    from tourview.tui.app import run as run_screen  # noqa: PLC0415

    return run_screen(opening, choice)


def _day(today: str | None) -> date | None:
    """The day that is stated.

    Raises:
        UsageError: If it is none.
    """
    if today is None:
        return None
    try:
        day: date = import_module("tourview.ledger.dates").day_of(today)
    except ValueError as error:
        raise UsageError(f"tourview: --today: {error}") from None
    return day


def _open_library(paths: Sequence[str], ledger: LedgerChoice) -> int:
    """Show the reports of folders, and files, as one library; list them where there is no screen."""
    library = import_module("tourview.library").Library(paths)
    status: int
    if not is_interactive():
        status = import_module("tourview.cli.listing").list_reports(library)
    else:
        gc.disable()
        status = import_module("tourview.tui.library_app").run(library, ledger)
    return status


def _from_stdin() -> Opening:
    opening = prepare_bytes(sys.stdin.buffer.read(), "stdin")
    if sys.stdout.isatty() and not sys.stdin.isatty():
        _keys_from_terminal()
    return opening


def _keys_from_terminal() -> None:
    """After standard input was read to its end, have the keys come from the terminal itself."""
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
