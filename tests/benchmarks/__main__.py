"""`python -m tests.benchmarks [ROW …] [--runs N] [--big] [--size N]`: print the table, exit with 1 if a
budget is missed.

`structure` is followed by `samples`: how near each sample report comes to the tree written beside it. That alone, which
takes a second, is `python -m tests.benchmarks samples [--verbose] [--show NAME] [--samples DIR]`.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import (
    harness,
    held_out,
    keys,
    ledgering,
    score_table,
    searching,
    starting,
    structuring,
    texts,
    tracing,
)
from tests.structure.trees import SAMPLES

ROWS: dict[str, harness.Row] = {
    "first-paint": starting.first_paint,
    "version": starting.version,
    "structure": structuring.structure,
    "kinds": held_out.kinds,
    "frame": starting.frame,
    "scroll": keys.scroll,
    "typing": keys.typing,
    "matching": texts.matching,
    "typeset": texts.typeset,
    "ledger": ledgering.ledger,
    "search": searching.search,
    "trace": tracing.trace,
}
SCORES = "samples"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the rows asked for and print each line as it is known.

    Returns:
        0 if every budget is kept; 1 if one is missed or could not be measured.
    """
    wanted = _parsed(arguments)
    options = harness.Options(wanted.runs, wanted.big, wanted.size)
    rows = wanted.rows or list(ROWS)
    measured = [row for row in rows if row != SCORES]
    if measured:
        print(harness.heading(), flush=True)
    statuses = [_measure(row, options) for row in measured]
    if SCORES in rows or "structure" in rows:
        statuses.append(_score(wanted.samples, wanted.show, wanted.verbose, blank=bool(measured)))
    return max(statuses)


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    names = (*ROWS, SCORES)
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="Measure tourview against baselines run beside it, A B A B; values are medians.",
    )
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"one of {', '.join(names)}; all if none is named")
    parser.add_argument("--runs", type=int, help="runs of each side instead of the row's own number")
    parser.add_argument("--big", action="store_true", help="measure 50 MB on one line, too")
    parser.add_argument("--size", type=_size, default=10_000, metavar="N", help="passages to search: 1e4, 1e5, 1e6")
    parser.add_argument("--samples", type=Path, default=SAMPLES, metavar="DIR", help="score the reports of this folder")
    parser.add_argument("--show", metavar="NAME", help="score one sample and list what is not as its tree states")
    parser.add_argument("--verbose", action="store_true", help="list what is not as stated, below each sample")
    wanted = parser.parse_args(arguments)
    unknown = [row for row in wanted.rows if row not in names]
    if unknown:
        parser.error(f"no row {unknown[0]}; there are {', '.join(names)}")
    if wanted.runs is not None and wanted.runs < 1:
        parser.error("--runs takes a number from 1")
    if not wanted.rows and (wanted.show or wanted.verbose or wanted.samples != SAMPLES):
        wanted.rows = [SCORES]
    return wanted


def _size(text: str) -> int:
    """A number of passages, which may be written `1e5`."""
    return int(float(text))


def _measure(row: str, options: harness.Options) -> int:
    try:
        outcomes = ROWS[row](options)
    except harness.MeasureError as error:
        print(f"{row}: could not be measured: {error}", flush=True)
        return 1
    for outcome in outcomes:
        print(harness.line(row, outcome), flush=True)
    return 0 if all(outcome.kept for outcome in outcomes) else 1


def _score(folder: Path, only: str | None, verbose: bool, *, blank: bool) -> int:
    """Print the sample reports' scores; below other lines, after a blank one."""
    if blank:
        print()
    try:
        scored = score_table.scores(folder, only)
    except harness.MeasureError as error:
        print(f"{SCORES}: could not be measured: {error}", flush=True)
        return 1
    print(score_table.told(scored, verbose=verbose or only is not None), flush=True)
    return 0 if score_table.goals_kept(scored) else 1


if __name__ == "__main__":
    sys.exit(main())
