"""The ids of rows: a few letters that are typed without a mistake, and that no spreadsheet takes for a number."""

from collections.abc import Collection, Iterable
from hashlib import sha256

from tourview.i18n import _, listed, ngettext
from tourview.ledger.errors import LedgerError
from tourview.ledger.row import Row
from tourview.report import fold

_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrtvx")
"""For each hex digit a letter; no vowels, so that no id is a word, and none that is easily mistaken for another."""
_SHORTEST = 4
_SHOWN = 5


def new_id(report: str, section: str, taken: Collection[str]) -> str:
    """An id for a row: the first letters of a hash of the report's key and the section's id; four unless taken."""
    letters = sha256(f"{report}\n{section}".encode("utf-8", "surrogatepass")).hexdigest().translate(_LETTERS)
    lengths = range(_SHORTEST, len(letters) + 1)
    return next(letters[:length] for length in lengths if letters[:length] not in taken)


def split_id(origin: str, taken: Collection[str]) -> str:
    """An id for a row that is split off: its origin's, a full stop and the next number: `kfhm.2`."""
    first = origin.partition(".")[0]
    numbers = [int(each.rpartition(".")[2]) for each in taken if each.partition(".")[0] == first and "." in each]
    return f"{first}.{max(numbers, default=0) + 1}"


def place_of(row: Row) -> tuple[list[int], int, str]:
    """What rows of one report are sorted by: the section's place, and in it each row before those split off from it."""
    steps = [int(step) for step in row.ref.split(".") if step.isdecimal()]
    return steps, int(row.id.partition(".")[2] or 0), row.id


def row_named(word: str, rows: Iterable[Row]) -> Row:
    """The row that a person means: by its id, the beginning of its id, or the ref of its section.

    Raises:
        LedgerError: If there is none, or more than one.
    """
    plain = fold(word).strip().replace("。", ".")
    known = list(rows)
    for fits in (
        [row for row in known if row.id == plain],
        [row for row in known if plain and row.id.startswith(plain)],
        [row for row in known if row.ref == plain and row.split_of is None],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            shown = listed(f"{row.id} {row.text[:20]}" for row in fits[:_SHOWN])
            if len(fits) > _SHOWN:
                more = len(fits) - _SHOWN
                shown += " " + ngettext("(and {more} more)", "(and {more} more)", more).format(more=more)
            raise LedgerError(word, _("more than one row is meant: {rows}; write the whole id").format(rows=shown))
    raise LedgerError(word.strip() or "''", _("there is no such row; tourview ledger list shows them"))
