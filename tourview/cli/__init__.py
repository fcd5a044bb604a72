"""The command line: one module a command, loaded when it is called, so that a start costs milliseconds."""

import sys
from collections.abc import Sequence
from importlib import import_module

from tourview import __version__

COMMANDS = ("open", "show", "search", "index", "export", "check", "figures", "trace", "ledger", "completion", "help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit status: 0 done; 1 nothing found, or `check` has notices; 2 wrong usage or unreadable input.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        return _print_version()
    status: int = import_module("tourview.cli.dispatch").run(words)
    return status


def _print_version() -> int:
    """Print the version, without loading what commands need unless that fails."""
    status: int = 0
    try:
        print(f"tourview {__version__}", flush=True)
    except OSError as error:
        status = import_module("tourview.cli.dispatch").unwritten(error)
    return status
