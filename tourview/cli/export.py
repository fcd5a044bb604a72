"""`tourview export`: a report in another format, for another program."""

import os
import sys
from pathlib import Path

from tourview.cli.terminal import visible_lines
from tourview.i18n import _, reason
from tourview.open import open_report
from tourview.report import ReportError
from tourview.writers import FORMATS, file_bytes, format_of, write


def run(*, path: str, to: str | None, output: str | None) -> int:
    """Write a report to a file or to standard output, always UTF-8; the format asked for, else by the file's ending.

    A file that exists is overwritten, as command-line tools do, unless it is the report itself; an export from the
    screen never overwrites any.

    Raises:
        ReportError: If the report cannot be read, the file's ending tells no format, or the file cannot be written.
    """
    if output is None or output == "-":
        _print(write(open_report(path), to or FORMATS[0]))
        return 0
    form = to or format_of(output)
    data = file_bytes(open_report(path), form)
    if os.path.exists(output) and path != "-" and os.path.exists(path) and os.path.samefile(output, path):
        raise ReportError(output, _("it is the report itself; choose another file to write"))
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise ReportError(output, _("it cannot be written: {reason}").format(reason=reason(error))) from None
    return 0


def _print(text: str) -> None:
    """To a terminal with control characters made visible; to anything else as it is."""
    if sys.stdout.isatty():
        print(visible_lines(text), end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
