"""What a start costs: the first frame of the screen, of a big file's screen too, and the answer to --version."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.harness import Budget, Options, Outcome, compare, interleave, spread
from tests.benchmarks.processes import TOURVIEW, Terminal, finished, own_state
from tests.benchmarks.samples import report
from tourview.bundled import bundled_path
from tourview.open import open_report

EMPTY = ("-m", "tests.benchmarks.baselines.empty_app")
BARE = ("-m", "tests.benchmarks.baselines.bare_app")
_RECOGNISED = 5
"""Characters of a heading that tell that the outline is there: it may be cut off further on."""

_BIG = 10_000_000


def first_paint(options: Options) -> Sequence[Outcome]:
    """CPU time from launch to the first whole frame: bare `tourview`, an empty app, an app of Textual's widgets."""
    headings = [section.title[:_RECOGNISED] for section in open_report(bundled_path("zh")).sections if section.title]
    with own_state() as variables:

        def start(arguments: Sequence[str], *words: str) -> Callable[[], tuple[float, float]]:
            def run() -> tuple[float, float]:
                with Terminal(arguments, variables) as terminal:
                    return terminal.painted(*words).cpu, terminal.settled().cpu

            return run

        sides = [start(TOURVIEW, headings[0]), start(EMPTY), start(BARE, "report")]
        ours, empty, bare = interleave(sides, options.or_runs(15), warm=2)
    return [
        compare("first frame, CPU", _column(ours, 0), _column(empty, 0), "empty app", 1.3),
        compare("the same of Tree + ScrollView + Input", _column(bare, 0), _column(empty, 0), "empty app"),
        compare("until the screen rests, CPU", _column(ours, 1), _column(empty, 1), "empty app"),
    ]


def _column(rows: Sequence[tuple[float, float]], number: int) -> list[float]:
    return [row[number] for row in rows]


def version(options: Options) -> Sequence[Outcome]:
    """CPU time of `tourview --version`, and of an interpreter that does nothing."""
    with own_state() as variables:
        sides = [lambda: finished((*TOURVIEW, "--version"), variables), lambda: finished(("-c", "pass"), variables)]
        ours, nothing = interleave(sides, options.or_runs(21))
    return [compare("tourview --version, CPU", ours, nothing, "python -c pass", 3)]


def frame(options: Options) -> Sequence[Outcome]:
    """Time from launch to the first frame of a big file, and to its first page when its parsed form is cached."""
    with ExitStack() as stack:
        variables = stack.enter_context(own_state())
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tourview-benchmark-")))
        big = folder / "big.txt"
        text = report(_BIG)
        big.write_text(text, encoding="utf-8")
        chapter = text.split("\n")[2].partition("、")[2]
        sides = [
            partial(_frame_and_page, (*TOURVIEW, str(big)), variables, (big.name, chapter)),
            partial(_frame_and_page, EMPTY, variables, ("", "")),
        ]
        ours, empty = interleave(sides, options.or_runs(5))
    detail = f"an empty app in the same run: {median(_column(empty, 0)):.3g} s"
    return [
        Outcome("10 MB: first frame", spread(_column(ours, 0)), "s", detail, Budget(0.5)),
        Outcome("10 MB, opened before: its first page", spread(_column(ours, 1)), "s"),
    ]


def _frame_and_page(
    arguments: Sequence[str], variables: Mapping[str, str], words: tuple[str, str]
) -> tuple[float, float]:
    """Seconds from launch until the first words, and then the others, stand on the screen."""
    with Terminal(arguments, variables) as terminal:
        first, page = (terminal.painted(word) for word in words)
        return first.wall / 1000, page.wall / 1000
