"""Files as the screens ask for them: which reports could be opened, and where an export goes."""

import os
from collections.abc import Sequence
from pathlib import Path

from tourview.i18n import _, reason
from tourview.open import entries_in
from tourview.report import Report, ReportError
from tourview.typeset import visible
from tourview.writers import file_bytes, format_of

_MOST = 12
"""Suggestions shown at a time."""


def suggest_reports(folder: Path, recent: Sequence[Path], typed: str) -> list[tuple[str, str]]:
    """The reports a person may mean: those read lately, and those in the folder typed so far.

    Args:
        folder: The folder of the report one reads.
        recent: Reports read before, latest first.
        typed: What stands in the field.

    Returns:
        Paths, each with how to show it.
    """
    if not typed.strip():
        near = [path for path in entries_in(folder) if os.path.isfile(path)]
        found = [path for path in recent if os.path.isfile(path)][: _MOST // 2]
        found += [path for path in near if path not in found]
    else:
        path = typed_path(typed)
        parent, start = (path, "") if typed.endswith("/") else (path.parent, path.name)
        found = [entry for entry in entries_in(parent) if entry.name.lower().startswith(start.lower())]
    # Taken into the field, a name with an escape sequence in it would reach the terminal.
    plain = [path for path in found if visible(str(path)) == str(path)]
    return [(_answer(path), _answer(path)) for path in plain[:_MOST]]


def typed_path(typed: str) -> Path:
    """The path a person typed; a `~` that stands for no one's home stays as it is."""
    return Path(os.path.expanduser(typed))


def _answer(path: Path) -> str:
    return f"{path}/" if os.path.isdir(path) else str(path)


def export_to(report: Report, path: Path) -> Path:
    """Write a report in the format that the path's ending tells.

    An existing file is never overwritten: on the screen a name is offered and soon accepted. `tourview export -o` does.

    Returns:
        The absolute path written.

    Raises:
        ReportError: If the ending is not known, the file exists, or it cannot be written.
    """
    form = format_of(str(path))
    try:
        with path.open("xb") as file:
            file.write(file_bytes(report, form))
    except FileExistsError:
        raise ReportError(str(path), _("the file exists already; choose another name")) from None
    except OSError as error:
        raise ReportError(str(path), _("it cannot be written: {reason}").format(reason=reason(error))) from None
    return path.resolve()
