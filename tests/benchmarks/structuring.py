"""From bytes to a report: how fast, how much slower when there is more, how much memory."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from subprocess import CalledProcessError, run
from tempfile import TemporaryDirectory
from time import process_time

from tests.benchmarks.harness import Budget, MeasureError, Options, Outcome, interleave, ratio, spread
from tests.benchmarks.processes import ROOT, own_state
from tests.benchmarks.samples import one_line, report
from tourview.open import open_bytes

_SIZE = 8_000_000
_BIG = 50_000_000
_PEAK = (
    "import sys; from tourview.open import open_report; kept = open_report(sys.argv[1]);"
    " print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
)
"""Prints the most memory, in KiB, that a process has had once it has opened a report.

Not ru_maxrss: a new process inherits that of the one it was forked from.
"""


def structure(options: Options) -> Sequence[Outcome]:
    """Plain text to report, with reader and decoding: speed, linearity and memory; 50 MB on one line if asked."""
    whole, half = report(_SIZE).encode(), report(_SIZE // 2).encode()
    long, short = interleave([_seconds(whole), _seconds(half)], options.or_runs(5))
    detail = f"{median(long):.3g} s of CPU for {len(whole) / 1e6:.1f} MB, {median(short):.3g} s for half of it"
    outcomes = [
        Outcome("speed", spread([len(whole) / 1e6 / time for time in long]), "MB/s", detail, Budget(2, at_least=True)),
        Outcome("time of double the text", ratio(long, short), "×", detail, Budget(2.3)),
        *_memory("8 MB", whole),
    ]
    if options.big:
        single = one_line(_BIG).encode()
        (times,) = interleave([_seconds(single)], 1, warm=0)
        rate = spread([len(single) / 1e6 / time for time in times])
        outcomes.append(Outcome("speed, 50 MB on one line", rate, "MB/s", "", Budget(2, at_least=True)))
        outcomes.extend(_memory("50 MB on one line", single))
    return outcomes


def _seconds(data: bytes) -> Callable[[], float]:
    def measure() -> float:
        gc.collect()
        start = process_time()
        open_bytes(data, "report.txt")
        return process_time() - start

    return measure


def _memory(what: str, data: bytes) -> list[Outcome]:
    """What a process that opens the file takes beyond one that opens a file of one line; then with both cached."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tourview-benchmark-")))
        variables = stack.enter_context(own_state())
        big, tiny = folder / "big.txt", folder / "tiny.txt"
        big.write_bytes(data)
        tiny.write_text("一、参观的基本情况\n", encoding="utf-8")
        first, again = (_peak(big, variables) - _peak(tiny, variables) for _opening in range(2))
    return [
        Outcome(f"peak memory over file size, {name}", spread([taken / len(data)]), "×", _megabytes(taken), Budget(12))
        for name, taken in ((what, first), (f"{what}, again", again))
    ]


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


def _peak(file: Path, variables: Mapping[str, str]) -> int:
    """The most memory, in bytes, of a process that opens a file."""
    command = [sys.executable, "-c", _PEAK, str(file)]
    try:
        done = run(command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True)
    except CalledProcessError as error:
        raise MeasureError(str(error.stderr).strip().rpartition("\n")[2]) from error
    return int(done.stdout) * 1024
