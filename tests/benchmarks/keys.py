"""What a key costs: CPU time from the press to the drawn screen, in real terminals that stay open side by side."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.harness import Options, Outcome, compare, interleave
from tests.benchmarks.processes import TOURVIEW, Cost, Terminal, own_state
from tests.benchmarks.samples import report
from tourview.open import open_text
from tourview.report import Report
from tourview.typeset import lay_out, measure_for, visible

STRIPS = ("-m", "tests.benchmarks.baselines.strips_app")
INPUT = ("-m", "tests.benchmarks.baselines.input_app")
PAGE = ("-m", "tests.benchmarks.baselines.page_app")
_SMALL, _BIG = 20_000, 10_000_000
"""Bytes: some 7,000 characters; ten megabytes."""

_MEASURE = 80
_DOWN, _UP = ["j"] * 16 + ["\x1b[6~"] * 4, ["\x1b[5~"] * 4 + ["k"] * 16
"""Lines and pages, there and back."""

_WORDS = ("园区", "项目", "企业", "park")
_BACKSPACE = "\x7f"


def scroll(options: Options) -> Sequence[Outcome]:
    """A line or a page further in the reader, and in a bare view of strips made beforehand."""
    runs = options.or_runs(7)
    return [
        _scroll(runs, _SMALL, "7,000 characters, there and back: a key, CPU", [*_DOWN, *_UP]),
        _scroll(runs, _BIG, "10 MB, ever onward: a key, CPU", _DOWN),
    ]


def _scroll(runs: int, size: int, what: str, keys: Sequence[str]) -> Outcome:
    text = report(size)
    with ExitStack() as stack:
        variables = stack.enter_context(own_state())
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tourview-benchmark-")))
        file, lines = folder / "report.txt", folder / "lines.txt"
        file.write_text(text, encoding="utf-8")
        lines.write_text("\n".join(_laid_out(open_text(text))), encoding="utf-8")
        reader = stack.enter_context(Terminal((*TOURVIEW, str(file)), variables))
        bare = stack.enter_context(Terminal((*STRIPS, str(lines)), variables))
        for terminal in (reader, bare):
            terminal.painted(text.split("\n")[2].partition("、")[2])
            terminal.rested()
        reader.press(["\t"])
        ours, base = interleave([lambda: reader.press(keys), lambda: bare.press(keys)], runs)
    return compare(what, _whole(ours), _whole(base), "strips made before", 1.5)


def _whole(costs: Sequence[Cost]) -> list[float]:
    return [cost.whole for cost in costs]


def _laid_out(opened: Report) -> list[str]:
    """The lines of a report as the reader breaks them."""
    page = lay_out(opened, measure_for(opened, _MEASURE))
    lines = [page.line(y) for y in range(len(page))]
    passages = [page.passage(line) for line in lines]
    return [
        " " * line.indent + visible(passage.text[line.start : line.end]) if passage else ""
        for line, passage in zip(lines, passages, strict=True)
    ]


def typing(options: Options) -> Sequence[Outcome]:
    """A letter typed or deleted in the search field, and in a bare input."""
    keys = [key for word in _WORDS for key in (*word, *(_BACKSPACE for _letter in word))]
    text = report(_SMALL)
    with ExitStack() as stack:
        variables = stack.enter_context(own_state())
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tourview-benchmark-")))
        file = folder / "report.txt"
        file.write_text(text, encoding="utf-8")
        search = stack.enter_context(Terminal((*TOURVIEW, str(file)), variables))
        bare = stack.enter_context(Terminal(INPUT, variables))
        search.painted(text.split("\n")[2].partition("、")[2])
        bare.painted()
        search.rested()
        search.press(["/"])
        page = stack.enter_context(Terminal(PAGE, variables))
        page.painted()
        sides = [lambda: search.press(keys), lambda: bare.press(keys), lambda: page.press(keys)]
        ours, base, drawn = interleave(sides, options.or_runs(7))
    first = [[cost.first for cost in costs] for costs in (ours, base)]
    return [
        compare("a key in the search field, CPU", _whole(ours), _whole(base), "bare Input", 1.5),
        compare("the same until the first change is drawn", first[0], first[1], "bare Input"),
        compare("a key in the search field, CPU", _whole(ours), _whole(drawn), "Input over a page redrawn at each key"),
    ]
