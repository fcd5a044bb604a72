"""`tourview [PATH]`: read a report on the screen, or print it where there is none."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tourview.bundled import bundled_path
from tourview.cli.errors import UsageError
from tourview.cli.show import print_report
from tourview.cli.terminal import is_interactive
from tourview.i18n import _
from tourview.open import STDIN, Opening, ignore, prepare, prepare_bytes

_TERMINAL = "/dev/tty"


def run(*, path: Sequence[str], lang: str | None) -> int:
    """Open a report: the bundled one where no path is given, standard input for `-`.

    Every check is made before a screen is drawn; a small report is read before, too.

    Raises:
        UsageError: If the call names more than one.
        ReportError: If it cannot be read; from the screen too, once that is gone.
    """
    if len(path) > 1:
        raise UsageError(_("tourview: {path}: only one report can be opened at a time").format(path=path[1]))
    if not path:
        opening = prepare(bundled_path(lang))
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
