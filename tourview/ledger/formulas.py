"""Cells of CSV that a spreadsheet would run as a formula are kept text by an apostrophe before them (OWASP)."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""A formula, or one that has apostrophes before it already: one more is put there, so that taking one away is safe."""


def shielded_cell(text: str) -> str:
    """A text as a cell of CSV."""
    return f"'{text}" if _FORMULA.match(text) else text


def unshielded_cell(cell: str) -> str:
    """The text that stands in such a cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
