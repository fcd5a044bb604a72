"""`tourview [PATH…]`: read a report, or a library, on the screen; print it where there is none."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from tourview.bundled import bundled_path
from tourview.cli.errors import UsageError
from tourview.cli.settings import configured_library
from tourview.cli.show import print_report
from tourview.cli.terminal import is_interactive
from tourview.i18n import _
from tourview.open import STDIN, Opening, ignore, prepare, prepare_bytes

_TERMINAL = "/dev/tty"


def run(*, path: Sequence[str], lang: str | None) -> int:
    """Open a report, standard input for `-`, or a library: a folder, or more than one path.

    Where no path is given it is the library that is configured, else the bundled report. Every check is made before a
    screen is drawn; a small report is read before, too.

    Raises:
        UsageError: If standard input is to be one of several.
        ReportError: If it cannot be read; from the screen too, once that is gone.
    """
    if STDIN in path and len(path) > 1:
        raise UsageError(_("tourview: -: standard input cannot be opened together with other reports"))
    shelves = path or configured_library()
    if len(shelves) > 1 or (shelves and os.path.isdir(shelves[0])):
        return _open_library(shelves)
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

    return run_screen(opening)


def _open_library(paths: Sequence[str]) -> int:
    """Show the reports of folders, and files, as one library; list them where there is no screen."""
    library = import_module("tourview.library").Library(paths)
    if not is_interactive():
        show = import_module("tourview.cli.listing").list_reports
    else:
        gc.disable()
        show = import_module("tourview.tui.library_app").run
    status: int = show(library)
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
