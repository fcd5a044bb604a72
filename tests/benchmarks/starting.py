"""What a start costs: the first frame of the screen, of a big file's screen too, and the answer to --version."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.harness import Budget, Options, Outcome, compare, interleave, spread
from tests.benchmarks.processes import TOURVIEW, Terminal, finished, own_state
from tests.benchmarks.samples import report
from tourview.bundled import bundled_path
from tourview.open import open_bytes

EMPTY = ("-m", "tests.benchmarks.baselines.empty_app")
BARE = ("-m", "tests.benchmarks.baselines.bare_app")
_RECOGNISED = 5
"""Characters of a heading that tell that the outline is there: it may be cut off further on."""

_BIG = 10_000_000


def first_paint(options: Options) -> Sequence[Outcome]:
    """CPU time from launch to the first whole frame: bare `tourview`, an empty app, an app of Textual's widgets."""
    path = bundled_path("zh")
    bundled = open_bytes(path.read_bytes(), path.name)
    heading = next(section.title[:_RECOGNISED] for section in bundled.sections if section.title)
    with own_state() as variables:

        def start(arguments: Sequence[str], *words: str) -> Callable[[], tuple[float, float]]:
            def run() -> tuple[float, float]:
                with Terminal(arguments, variables) as terminal:
                    return terminal.painted(*words).cpu, terminal.settled().cpu

            return run

        sides = [start(TOURVIEW, heading), start(EMPTY), start(BARE, "report")]
        ours, empty, bare = interleave(sides, options.or_runs(15), warm=2)
    return [
        compare("first frame, CPU", _column(ours, 0), _column(empty, 0), "empty app", 1.3),
        compare("the same of Tree + ScrollView + Input", _column(bare, 0), _column(empty, 0), "empty app"),
        compare("until the screen rests, CPU", _column(ours, 1), _column(empty, 1), "empty app"),
    ]


def _column(rows: Sequence[tuple[float, ...]], number: int) -> list[float]:
    return [row[number] for row in rows]


def version(options: Options) -> Sequence[Outcome]:
    """CPU time of `tourview --version`, and of an interpreter that does nothing."""
    with own_state() as variables:
        sides = [lambda: finished((*TOURVIEW, "--version"), variables), lambda: finished(("-c", "pass"), variables)]
        ours, nothing = interleave(sides, options.or_runs(21))
    return [compare("tourview --version, CPU", ours, nothing, "python -c pass", 3)]


def frame(options: Options) -> Sequence[Outcome]:
    """Time from launch to the first frame of a big file, and to its first page, never opened before and once more."""
    text = report(_BIG)
    chapter = text.split("\n")[2].partition("、")[2]
    with TemporaryDirectory(prefix="tourview-benchmark-") as folder:
        big = Path(folder) / "big.txt"
        big.write_text(text, encoding="utf-8")

        def ours() -> tuple[float, float, float]:
            with own_state() as variables:
                first, page = _frame_and_page((*TOURVIEW, str(big)), variables, big.name, chapter)
                _first, again = _frame_and_page((*TOURVIEW, str(big)), variables, "", chapter)
            return first, page, again

        def empty() -> tuple[float, float, float]:
            with own_state() as variables:
                return (*_frame_and_page(EMPTY, variables, "", ""), 0.0)

        starts, base = interleave([ours, empty], options.or_runs(5))
    detail = f"an empty app in the same run: {median(_column(base, 0)):.3g} s"
    return [
        Outcome("10 MB: first frame", spread(_column(starts, 0)), "s", detail, Budget(0.5)),
        Outcome("10 MB: first page", spread(_column(starts, 1)), "s"),
        Outcome("10 MB: first page of a report opened before", spread(_column(starts, 2)), "s"),
    ]


def _frame_and_page(
    arguments: Sequence[str], variables: Mapping[str, str], name: str, chapter: str
) -> tuple[float, float]:
    """Seconds from launch until a whole frame shows one word, and until one shows the other."""
    with Terminal(arguments, variables) as terminal:
        first, page = terminal.painted(name), terminal.painted(chapter)
    return first.wall / 1000, page.wall / 1000
