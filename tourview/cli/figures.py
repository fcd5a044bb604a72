"""`tourview figures`: the key figures of reports as a table, with what they measure and whose they are."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourview.cli.bars import bar
from tourview.cli.errors import UsageError
from tourview.cli.grammar import kind_word
from tourview.cli.numbers import is_number, number_of
from tourview.cli.terminal import columns, complain, visible_lines
from tourview.figures import Account, accounts_of, number_written, ordered, shares_of_greatest
from tourview.i18n import _, listed, ngettext
from tourview.open import open_report
from tourview.report import Kind, ReportError, fold, kind_named
from tourview.typeset import cell_width, visible, wrap
from tourview.writers.plain_data import plain_figure
from tourview.writers.to_csv import write_figures_csv

DONE, NOTHING, WRONG = 0, 1, 2
_COMMAS = re.compile("[,，、/]")
_SCALE = re.compile("^[十百千]?[万亿]+(?=.)")
_BAR = 12
"""Cells of the longest bar."""
_LEAST_ROOM = 16
"""Cells for what a figure measures, below which it goes on a line of its own."""
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in the table.

    Attributes:
        number: Its row, from 1, by which `--ratio` names it.
        path: The report, as the call names it.
        account: The figure with what it tells.
    """

    number: int
    path: str
    account: Account


def run(
    *,
    path: Sequence[str],
    unit: str | None,
    kinds: str | None,
    sort: str | None,
    limit: str | None,
    ratio: str | None,
    as_json: bool,
    as_csv: bool,
) -> int:
    """Print the figures of reports, or how two of them compare.

    Returns:
        0; 1 if there are none; 2 if a report could not be read, which is told while the others are gone through.

    Raises:
        UsageError: If the call makes no sense.
    """
    wanted, most, pair = _kinds(kinds), _number(limit), _pair(ratio)
    if as_json and as_csv:
        raise UsageError(_("tourview figures: --json and --csv are two things; choose one"))
    status = DONE
    found: list[tuple[str, Account]] = []
    for name in path:
        try:
            report = open_report(name)
        except ReportError as error:
            complain(str(error))
            status = WRONG
            continue
        found += ((name, account) for account in accounts_of(report) if _is_wanted(account, unit, wanted))
    rows = _rows(found, sort or "unit")[:most]
    if pair is not None:
        _print_ratio(rows, pair)
    elif as_json:
        _print_json(rows)
    elif as_csv:
        sys.stdout.write(write_figures_csv((row.path, row.account) for row in rows))
    else:
        _print_table(rows, len(path) > 1, in_groups=(sort or "unit") == "unit")
    if not rows and status == DONE:
        complain(_("nothing found"))
        return NOTHING
    return status


def _rows(found: Sequence[tuple[str, Account]], order: str) -> list[Row]:
    paths = {id(account): name for name, account in found}
    sorted_ones = ordered((account for _name, account in found), order)
    return [Row(number, paths[id(account)], account) for number, account in enumerate(sorted_ones, start=1)]


def _is_wanted(account: Account, unit: str | None, kinds: frozenset[Kind] | None) -> bool:
    folded = fold((unit or "").strip())
    # 亿元 and 万人 are written in reports; the unit of a figure is 元 or 人, its value holds the 亿.
    is_unit = unit is None or fold(account.figure.unit) in (folded, _SCALE.sub("", folded))
    return is_unit and (kinds is None or account.section.kind in kinds)


def _print_table(rows: Sequence[Row], several: bool, *, in_groups: bool) -> None:
    """Print the rows, each with its place first, and a bar for its share of the greatest of its unit."""
    accounts = [row.account for row in rows]
    places = [_place(row, several) for row in rows]
    numbers = [f"[{row.number}]" for row in rows]
    texts = [visible(account.figure.text) for account in accounts]
    values = [_value(account) for account in accounts]
    widths = [max(map(cell_width, column), default=0) for column in (places, numbers, texts, values)]
    shares = shares_of_greatest(accounts)
    before: str | None = None
    for number, row in enumerate(rows):
        unit = row.account.figure.unit
        if in_groups and unit != before:
            print(_group_heading(unit, sum(account.figure.unit == unit for account in accounts), first=before is None))
            before = unit
        cells = (
            _padded(places[number], widths[0]),
            _padded(numbers[number], widths[1], right=True),
            _padded(texts[number], widths[2]),
            _padded(values[number], widths[3], right=True),
            _padded(bar(shares[number], _BAR), _BAR),
        )
        for line in _with_words(_GAP.join(cells), _words(row.account)):
            print(line.rstrip())


def _group_heading(unit: str, count: int, *, first: bool) -> str:
    name = visible(unit) or _("bare numbers")
    figures = ngettext("{count} figure", "{count} figures", count).format(count=count)
    return ("" if first else "\n") + f"{name} · {figures}"


def _place(row: Row, several: bool) -> str:
    return visible(f"{row.path}:{row.account.section.ref}:" if several else f"{row.account.section.ref}:")


def _value(account: Account) -> str:
    figure = account.figure
    return number_written(figure.value) + (f" → {number_written(figure.to)}" if figure.to is not None else "")


def _words(account: Account) -> str:
    return visible(" · ".join(part for part in (account.measures, account.whose) if part))


def _with_words(line: str, words: str) -> Iterator[str]:
    """A line with words behind it, broken below each other, or below the line where there is no room."""
    left = cell_width(line) + len(_GAP)
    if columns() - left < _LEAST_ROOM:
        yield line
        line, left = "", 2 * len(_GAP)
    indent = " " * left
    for number, (start, end) in enumerate(wrap(words, max(1, columns() - left))):
        part = words[start:end]
        yield f"{line}{_GAP}{part}" if line and number == 0 else indent + part
    if not words and line:
        yield line


def _padded(text: str, width: int, *, right: bool = False) -> str:
    blank = " " * max(0, width - cell_width(text))
    return blank + text if right else text + blank


def _print_json(rows: Sequence[Row]) -> None:
    figures = [
        {
            "path": row.path,
            **plain_figure(row.account.figure),
            "measures": row.account.measures,
            "whose": row.account.whose,
            "heading": row.account.section.title,
        }
        for row in rows
    ]
    utf = (sys.stdout.encoding or "").lower().startswith("utf")
    written = json.dumps({"figures": figures}, ensure_ascii=not utf, indent=2)
    print(visible_lines(written) if sys.stdout.isatty() else written)


def _print_ratio(rows: Sequence[Row], pair: tuple[int, int]) -> None:
    """Print what share the first of two rows is of the second.

    Raises:
        UsageError: If there is no such row, the two are of different units, or the second is zero.
    """
    numbered = {row.number: row for row in rows}
    missing = next((number for number in pair if number not in numbered), None)
    if missing is not None:
        message = _("tourview figures: --ratio: there is no row {number}; there are {count}")
        raise UsageError(message.format(number=missing, count=len(rows)))
    one, other = (numbered[number].account for number in pair)
    if one.figure.unit != other.figure.unit or not other.figure.value:
        message = _("tourview figures: --ratio: {one} and {other} do not compare; choose rows of one unit")
        raise UsageError(message.format(one=one.figure.text, other=other.figure.text))
    share = one.figure.value / other.figure.value
    about = "≈" if one.figure.qualifier or other.figure.qualifier or round(share, 3) != share else "="
    for row in (numbered[number] for number in pair):
        print(f"{_place(row, several=True)} {visible(row.account.figure.text)} {_words(row.account)}".rstrip())
    print(f"{number_written(one.figure.value)} / {number_written(other.figure.value)} {about} {share:.1%}")


def _kinds(text: str | None) -> frozenset[Kind] | None:
    if text is None:
        return None
    kinds: set[Kind] = set()
    for name in _COMMAS.split(text):
        kind = kind_named(name)
        if kind is None:
            known = listed(kind_word(kind) for kind in Kind)
            raise _wrong("--kind", _("'{text}' is not one of {choices}").format(text=name, choices=known))
        kinds.add(kind)
    return frozenset(kinds)


def _number(text: str | None) -> int | None:
    try:
        return None if text is None else number_of(text)
    except ValueError as error:
        raise _wrong("--limit", str(error)) from None


def _pair(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    parts = _COMMAS.split(fold(text))
    if len(parts) != 2 or not all(map(is_number, parts)):
        raise _wrong("--ratio", _("'{text}' is not two rows, as 3,7 is").format(text=text))
    return int(parts[0]), int(parts[1])


def _wrong(option: str, problem: str) -> UsageError:
    return UsageError(f"tourview figures: {option}: {problem}")
