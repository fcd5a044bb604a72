"""Ledgers as Excel workbooks, by openpyxl, which the `ledger` extra brings."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from zipfile import BadZipFile, ZipFile

from tourview.i18n import _
from tourview.ledger.errors import LedgerError
from tourview.ledger.table import Cell

try:
    import openpyxl
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.cell.cell import Cell as OpenCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError:
    _MISSING = True
else:
    _MISSING = False

_MOST_UNPACKED = 256 << 20
_MOST_COLUMNS = 200
_BROKEN = (BadZipFile, OSError, LookupError, ValueError, TypeError, AttributeError, SyntaxError, EOFError)
"""What reading a broken workbook may raise; an error of its XML is a SyntaxError."""
_WIDEST, _NARROWEST = 60, 8


def read_workbook(data: bytes, name: str, most_lines: int) -> list[list[str]]:
    """The rows of the first sheet that has any.

    Args:
        data: The file.
        name: What to call it.
        most_lines: How many rows are read, and one more.

    Raises:
        LedgerError: If it is no workbook, or openpyxl is missing.
    """
    _check(name)
    try:
        with ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _MOST_UNPACKED:
                raise LedgerError(name, _("it is bigger than any ledger; choose another file"))
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a file says of its size may be wrong
            rows = [
                [_text(value) for value in row]
                for row in sheet.iter_rows(max_row=most_lines + 1, max_col=_MOST_COLUMNS, values_only=True)
            ]
            if any(any(row) for row in rows):
                return rows
    except _BROKEN:
        raise LedgerError(name, _("it is no Excel workbook, or damaged; save it again as .xlsx or .csv")) from None
    return []


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def write_workbook(rows: Sequence[Sequence[Cell]], name: str) -> bytes:
    """A workbook of one sheet, the first row its headings; days are days and numbers numbers, text is never a formula.

    Raises:
        LedgerError: If openpyxl is missing.
    """
    _check(name)
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    sheet: Worksheet = book.create_sheet(_("ledger"))
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_widths(rows), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            if value != "" and isinstance(cell, OpenCell):
                _fill(cell, value, heading=number == 1)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(cell: "OpenCell", value: Cell, *, heading: bool) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.value = datetime(value.year, value.month, value.day)
        cell.number_format = "yyyy-mm-dd"
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=heading)


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """A width for each column, in characters; Chinese ones count twice."""
    columns = zip(*rows, strict=True)
    longest = (
        max(len(line.encode("gb18030", "replace")) for cell in column for line in str(cell).split("\n"))
        for column in columns
    )
    return [min(max(width + 2, _NARROWEST), _WIDEST) for width in longest]


def _check(name: str) -> None:
    if _MISSING:
        message = _("Excel workbooks need openpyxl; install it with `pip install openpyxl`, or use .csv")
        raise LedgerError(name, message)
