"""What a start costs: the first frame of the screen, of a big file's screen too, and the answer to --version."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.harness import Budget, Options, Outcome, compare, interleave, spread
from tests.benchmarks.processes import TOURVIEW, Stamp, Terminal, finished, own_state
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
    rested: dict[Sequence[str], list[float]] = {TOURVIEW: [], EMPTY: [], BARE: []}
    with own_state() as variables:

        def start(arguments: Sequence[str], *words: str) -> Callable[[], float]:
            def run() -> float:
                with Terminal(arguments, variables) as terminal:
                    moment = terminal.painted(*words)
                    rested[arguments].append(terminal.settled().cpu)
                    return moment.cpu

            return run

        runs = options.or_runs(11)
        sides = [start(TOURVIEW, *headings[:1]), start(EMPTY), start(BARE, "report")]
        ours, empty, bare = interleave(sides, runs)
    late = {arguments: values[-runs:] for arguments, values in rested.items()}
    return [
        compare("first frame, CPU", ours, empty, "empty app", 1.3),
        compare("the same of Tree + ScrollView + Input", bare, empty, "empty app"),
        compare("until the screen rests, CPU", late[TOURVIEW], late[EMPTY], "empty app"),
    ]


def version(options: Options) -> Sequence[Outcome]:
    """CPU time of `tourview --version`, and of an interpreter that does nothing."""
    with own_state() as variables:
        sides = [lambda: finished((*TOURVIEW, "--version"), variables), lambda: finished(("-c", "pass"), variables)]
        ours, nothing = interleave(sides, options.or_runs(21))
    return [compare("tourview --version, CPU", ours, nothing, "python -c pass", 3)]


def frame(options: Options) -> Sequence[Outcome]:
    """Time from launch to the first frame of a big file, and to its first page."""
    with ExitStack() as stack:
        variables = stack.enter_context(own_state())
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tourview-benchmark-")))
        big = folder / "big.txt"
        text = report(_BIG)
        big.write_text(text, encoding="utf-8")
        chapter = text.split("\n")[2].partition("、")[2]
        pages: list[float] = []

        def ours() -> float:
            first, page = _frame_and_page((*TOURVIEW, str(big)), variables, big.name, chapter)
            pages.append(page.wall)
            return first.wall

        def empty() -> float:
            with Terminal(EMPTY, variables) as terminal:
                return terminal.painted().wall

        runs = options.or_runs(5)
        walls, base = interleave([ours, empty], runs)
    detail = f"an empty app in the same run: {median(base):.3g} ms"
    return [
        Outcome("10 MB: first frame", spread([wall / 1000 for wall in walls]), "s", detail, Budget(0.5)),
        Outcome("10 MB: the first page of the report", spread([wall / 1000 for wall in pages[-runs:]]), "s"),
    ]


def _frame_and_page(
    arguments: Sequence[str], variables: Mapping[str, str], name: str, chapter: str
) -> tuple[Stamp, Stamp]:
    with Terminal(arguments, variables) as terminal:
        return terminal.painted(name), terminal.painted(chapter)
