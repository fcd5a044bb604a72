"""The figures of a table written to a file, as CSV or JSON."""

import json
from collections.abc import Sequence
from pathlib import Path

from tourview.i18n import _, listed, reason
from tourview.report import ReportError
from tourview.tui.exporting import check_free
from tourview.tui.figure_table import FigureRow
from tourview.tui.files import typed_path
from tourview.writers.plain_data import plain_figure
from tourview.writers.to_csv import write_figures_csv

ENDINGS = (".csv", ".json")
"""The endings of files that figures are written to."""


def not_written(typed: str) -> str | None:
    """Why figures cannot be written to the path that was typed, so far as can be told without writing; else None."""
    path = typed_path(typed)
    try:
        _check_ending(path)
        check_free(path)
    except ReportError as error:
        return str(error)
    return None


def _check_ending(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise ReportError(str(path), _("its ending must be one of {endings}").format(endings=listed(ENDINGS)))


def write_figures(rows: Sequence[FigureRow], name: str, path: Path) -> Path:
    """Write rows in the format that the path's ending tells; an existing file is never overwritten.

    CSV is that of RFC 4180 in UTF-8, with a byte order mark, without which spreadsheets misread Chinese.

    Args:
        rows: The rows.
        name: The report's file, as CSV names it in every row.
        path: The file to write.

    Returns:
        The absolute path written.

    Raises:
        ReportError: If the ending is not known, the file exists, or it cannot be written.
    """
    _check_ending(path)
    as_csv = path.suffix.lower() == ".csv"
    if as_csv:
        text = write_figures_csv((name, row.account) for row in rows)
    else:
        text = json.dumps({"figures": [_plain(row) for row in rows]}, ensure_ascii=False, indent=2) + "\n"
    try:
        with path.open("x", encoding="utf-8-sig" if as_csv else "utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise ReportError(str(path), _("the file exists already; choose another name")) from None
    except OSError as error:
        raise ReportError(str(path), _("it cannot be written: {reason}").format(reason=reason(error))) from None
    return path.resolve()


def _plain(row: FigureRow) -> dict[str, object]:
    """A row by the names of the report's JSON, and what the figure measures, whose it is and where it stands."""
    account = row.account
    told = {"measures": account.measures, "whose": account.whose, "heading": account.section.title}
    return {**plain_figure(row.figure), **told}
