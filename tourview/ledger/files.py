"""Tables in files: CSV (RFC 4180) and Excel workbooks (.xlsx), told by the ending of the name."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path, PurePath

from tourview.i18n import _, listed, reason
from tourview.ledger.errors import LedgerError
from tourview.ledger.fields import field_named
from tourview.ledger.formulas import shielded_cell, unshielded_cell
from tourview.ledger.table import HEADER_LINES, Cell

ENDINGS = (".csv", ".xlsx", ".json")
_MOST_BYTES = 64 << 20
_MOST_LINES = 100_000
_NUMBER = re.compile(r"[-+]?[\d.,]+%?")
_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = ",;\t"


def ending_of(path: str) -> str:
    """Which of ENDINGS a file's name has, in capitals or not.

    Raises:
        LedgerError: If it has none of them.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in ENDINGS:
        raise LedgerError(path, _("its ending must be one of {endings}").format(endings=listed(ENDINGS)))
    return ending


def read_rows(path: str) -> list[list[str]]:
    """The rows of a table in a .csv or .xlsx file; days as ISO dates.

    Raises:
        LedgerError: If it cannot be read.
    """
    file = Path(path)
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise LedgerError(path, _("it is bigger than any ledger; choose another file"))
        data = file.read_bytes()
    except OSError as error:
        raise LedgerError(path, _("it cannot be read: {reason}").format(reason=reason(error))) from None
    rows: list[list[str]]
    if ending_of(path) == ".xlsx":
        rows = import_module("tourview.ledger.workbook").read_workbook(data, path, _MOST_LINES)
    else:
        rows = csv_rows(_decoded(data, path), path)
    if len(rows) > _MOST_LINES:
        raise LedgerError(path, _("it is bigger than any ledger; choose another file"))
    return rows


def write_rows(path: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The bytes of a table, the first row its headings, in the format that the ending of a name tells.

    CSV begins with a byte order mark, without which Excel takes it for the system's old encoding.
    """
    if ending_of(path) == ".xlsx":
        data: bytes = import_module("tourview.ledger.workbook").write_workbook(rows, path)
        return data
    return csv_text(rows).encode("utf-8-sig", "replace")


def csv_text(rows: Sequence[Sequence[Cell]]) -> str:
    """The rows as CSV. An apostrophe stands before a text that a spreadsheet would take for a formula."""
    written = io.StringIO()
    csv.writer(written).writerows([_csv_cell(cell) for cell in row] for row in rows)
    return written.getvalue()


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return cell if _NUMBER.fullmatch(cell) else shielded_cell(cell)


def csv_rows(text: str, name: str) -> list[list[str]]:
    """The rows of CSV, whatever of comma, semicolon and tab parts them.

    Each is in the place of the line it begins on, so that what is told of it can be found; the other lines are empty.

    Raises:
        LedgerError: If it is no CSV.
    """
    beginning = text.split("\n", HEADER_LINES)[:HEADER_LINES]
    delimiter = max(_DELIMITERS, key=lambda mark: max(_headings_in(line.split(mark)) for line in beginning))
    reading = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        begin = 0
        for row in reading:
            rows.extend([] for _line in range(begin - len(rows)))
            rows.append([unshielded_cell(cell) for cell in row])
            begin = reading.line_num
    except csv.Error as error:
        message = _("line {line} is no CSV: {error}").format(line=reading.line_num, error=error)
        raise LedgerError(name, message) from None
    return rows


def _headings_in(cells: Sequence[str]) -> int:
    return sum(field_named(cell.strip('"\r ')) is not None for cell in cells)


def _decoded(data: bytes, name: str) -> str:
    """The text of a CSV file: UTF-8, UTF-16 with its mark, or what Excel writes in China.

    Raises:
        LedgerError: If it is none of these.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LedgerError(name, _("its encoding is not known; save it as CSV in UTF-8"))
