"""`python -m tests.benchmarks [ROW …] [--runs N] [--big]`: print the table, exit with 1 if a budget is missed."""

import argparse
import sys
from collections.abc import Sequence

from tests.benchmarks import harness, keys, starting, structuring, texts

ROWS: dict[str, harness.Row] = {
    "first-paint": starting.first_paint,
    "version": starting.version,
    "structure": structuring.structure,
    "frame": starting.frame,
    "scroll": keys.scroll,
    "typing": keys.typing,
    "matching": texts.matching,
    "typeset": texts.typeset,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the rows asked for and print each line as it is known.

    Returns:
        0 if every budget is kept; 1 if one is missed or could not be measured.
    """
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="Measure tourview against baselines run beside it, A B A B; values are medians.",
    )
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"one of {', '.join(ROWS)}; all if none is named")
    parser.add_argument("--runs", type=int, help="runs of each side instead of the row's own number")
    parser.add_argument("--big", action="store_true", help="measure 50 MB on one line, too")
    wanted = parser.parse_args(arguments)
    unknown = [row for row in wanted.rows if row not in ROWS]
    if unknown:
        parser.error(f"no row {unknown[0]}; there are {', '.join(ROWS)}")
    if wanted.runs is not None and wanted.runs < 1:
        parser.error("--runs takes a number from 1")
    options = harness.Options(wanted.runs, wanted.big)
    print(harness.heading())
    return max([_measure(row, options) for row in wanted.rows or ROWS])


def _measure(row: str, options: harness.Options) -> int:
    try:
        outcomes = ROWS[row](options)
    except harness.MeasureError as error:
        print(f"{row}: could not be measured: {error}", flush=True)
        return 1
    for outcome in outcomes:
        print(harness.line(row, outcome), flush=True)
    return 0 if all(outcome.kept for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
