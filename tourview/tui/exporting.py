"""Where an export goes: a name that is free, and what is wrong with one that was typed."""

import errno
import os
from itertools import count
from pathlib import Path

from tourview.i18n import _, reason
from tourview.report import ReportError
from tourview.tui.files import typed_path
from tourview.writers import format_of


def free_name(name: str) -> str:
    """`name`, if no file in the working folder has it, else the first free one of `name-2`, `name-3`, and so on."""
    path = Path(name)
    names = (f"{path.stem}-{number}{path.suffix}" for number in count(2))
    return name if not os.path.lexists(name) else next(other for other in names if not os.path.lexists(other))


def not_exported(typed: str) -> str | None:
    """Why a report cannot be written to the path that was typed, so far as can be told without writing; else None."""
    path = typed_path(typed)
    try:
        format_of(str(path))
        check_free(path)
    except ReportError as error:
        return str(error)
    return None


def check_free(path: Path) -> None:
    """See that a path is free and that its folder takes files.

    Raises:
        ReportError: If not.
    """
    try:
        if os.path.lexists(path):
            raise ReportError(str(path), _("the file exists already; choose another name"))
        path.parent.stat()
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise ReportError(str(path), _("it cannot be written: {reason}").format(reason=reason(error))) from None
