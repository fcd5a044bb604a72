"""A page's lines in reading order: tables, columns, and what stands aside."""

from collections.abc import Sequence
from statistics import median

from tourview.readers.pdf.columns import parts_of
from tourview.readers.pdf.page import Line, Page, Run, words_of
from tourview.readers.pdf.tables import rows_without_rules, with_ruled_rows

_LARGE = 1.5  # of the usual type size of the page: pale type from there on is a watermark's


def lines_of(page: Page, number: int, expected: float | None = None) -> tuple[list[Line], float | None]:
    """The lines of a page in reading order; what stands aside comes last.

    Args:
        page: What stands on it.
        number: Its number, from 0.
        expected: Where the page before has its gutter; see `pdf_columns`.

    Returns:
        The lines, and where this page has its gutter.
    """
    if not page.runs:
        return [], expected
    large = _LARGE * median(run.size for run in page.runs)
    aside = [run for run in page.runs if run.aslant or (run.pale and run.size > large)]
    inside = [run for run in page.runs if not (run.aslant or (run.pale and run.size > large))]
    lines: list[Line] = []
    parts, gutter = parts_of(with_ruled_rows(inside, page.rules), expected)
    for column, columns, rows in parts:
        lines += (_line(row, number, column, columns) for row in rows_without_rules(rows))
    lines += (_line([run], number, 0, 1, aside=True) for run in aside)
    return lines, gutter


def _line(runs: Sequence[Run], page: int, column: int, columns: int, *, aside: bool = False) -> Line:
    main = max(runs, key=lambda run: len(run.text))
    return Line(
        text=words_of(runs),
        left=min(run.left for run in runs),
        right=max(run.right for run in runs),
        baseline=main.baseline,
        size=main.size,
        weight=min(run.weight for run in runs if run is main or any(map(str.isalnum, run.text))),
        page=page,
        column=column,
        columns=columns,
        row=main.row,
        aside=aside,
        pale=all(run.pale for run in runs),
    )
