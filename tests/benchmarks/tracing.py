"""How near suggested links come to those that a person confirmed, and what suggesting costs.

Two measures. *All links*: every suggestion against every confirmed link. *Themes*: what each lesson and each gap leads
to foremost, that is, its weightiest suggestion to each kind behind it; one is right where it is confirmed, and it is to
be found for every such end that has a confirmed link. Beside them stand what chance would give (the sections of each
kind shuffled), the worst that comes of leaving out any one section, the same over a library, and the links that a
reader would draw in samples.
"""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from tests.benchmarks.harness import Budget, Options, Outcome, interleave, ratio, spread
from tests.benchmarks.samples import report as made
from tests.structure.trees import SAMPLES
from tests.tracing.drawn import DRAWN
from tourview.library import Library
from tourview.open import open_bytes, open_report
from tourview.report import Kind, Report, Section
from tourview.tracing import Pair, sharing_of, standing_out, suggested_links, weighed_pairs

_BUNDLED = Path(__file__).parents[2] / "data" / "zunyi-2014"
_REAL = "zunyi-2014.txt"
_GOAL = Budget(0.8, at_least=True)
_SHUFFLES = 500
_SEED = 2014
_SIZE = 8_000_000

Link = tuple[str, str]


class Score(NamedTuple):
    """Precision and recall."""

    precision: float
    recall: float


def trace(options: Options) -> Sequence[Outcome]:
    """Precision and recall on each edition of the bundled report and on the text it retells, and the time."""
    confirmed = {(link.source, link.target) for link in open_report(_BUNDLED / "report.zh.yaml").links}
    outcomes: list[Outcome] = []
    for name, report in _editions():
        outcomes += _scores(name, report, confirmed)
    outcomes += _in_library(open_report(_BUNDLED / "report.zh.yaml"), confirmed)
    drawn = [_links(open_report(SAMPLES / name)) for name in DRAWN]
    found = sum(len(one & other) for one, other in zip(drawn, DRAWN.values(), strict=True))
    outcomes += [
        _outcome("links a reader draws in samples, precision", found / sum(map(len, drawn))),
        _outcome("links a reader draws in samples, recall", found / sum(map(len, DRAWN.values()))),
        _cost(options),
    ]
    return outcomes


def _editions() -> Iterator[tuple[str, Report]]:
    for language in ("zh", "en"):
        yield language, open_report(_BUNDLED / f"report.{language}.yaml")
    folder = os.environ.get("TOURVIEW_REPORTS")
    if folder:
        yield "real text", open_report(Path(folder) / _REAL)


def _scores(name: str, report: Report, confirmed: set[Link]) -> list[Outcome]:
    links = _links(report)
    right = len(links & confirmed)
    themes = theme_score(report, confirmed)
    chance = f"by chance {_chance(report, confirmed):.2f}"
    worst = _worst_without_one(report, confirmed)
    return [
        _outcome(f"{name}: themes, precision", themes.precision, chance, _GOAL),
        _outcome(f"{name}: themes, recall", themes.recall, "", _GOAL),
        _outcome(f"{name}: themes without any one section", min(worst), "the worst precision or recall"),
        _outcome(f"{name}: all links, precision", right / max(1, len(links)), f"{right} of {len(links)} confirmed"),
        _outcome(f"{name}: all links, recall", right / len(confirmed), f"{right} of {len(confirmed)} suggested"),
    ]


def _in_library(report: Report, confirmed: set[Link]) -> list[Outcome]:
    """The same where the report is one of a library: of the samples, which share words with it, but no subject."""
    sharing = sharing_of(report)
    with (
        TemporaryDirectory(prefix="tourview-benchmark-") as folder,
        closing(Library([SAMPLES], Path(folder))) as library,
    ):
        library.refresh()
        pairs = sharing.pairs(library.spread(sharing.phrases(), report))
        start = process_time()
        library.spread(sharing.phrases(), report)
        seconds = process_time() - start
    themes = theme_score(report, confirmed, pairs)
    links = {(pair.source, pair.target) for pair in standing_out(report, pairs)}
    right = len(links & confirmed)
    return [
        _outcome("zh in a library: themes, precision", themes.precision, "", _GOAL),
        _outcome("zh in a library: themes, recall", themes.recall, "", _GOAL),
        _outcome("zh in a library: all links, precision", right / max(1, len(links)), f"{right} of {len(links)}"),
        Outcome("counting its phrases there", spread([1000 * seconds]), "ms"),
    ]


def theme_score(report: Report, confirmed: set[Link], pairs: Sequence[Pair] | None = None) -> Score:
    """How many of the foremost suggestions are confirmed, and for how many of the ends that have confirmed links."""
    found = _foremost(report, weighed_pairs(report) if pairs is None else pairs)
    kinds = _kinds(report)
    wanted = {(source, kinds[target]) for source, target in confirmed}
    right = len(found & confirmed)
    return Score(right / max(1, len(found)), right / max(1, len(wanted)))


def _links(report: Report) -> set[Link]:
    return {(pair.source, pair.target) for pair in standing_out(report, weighed_pairs(report))}


def _foremost(report: Report, pairs: Sequence[Pair]) -> set[Link]:
    """The weightiest suggestion of each lesson and gap to each kind behind it."""
    kinds = _kinds(report)
    best: dict[tuple[str, Kind | None], Pair] = {}
    for pair in standing_out(report, pairs):
        end = pair.source, kinds[pair.target]
        if end not in best or pair.weight > best[end].weight:
            best[end] = pair
    return {(pair.source, pair.target) for pair in best.values()}


def _kinds(report: Report) -> Mapping[str, Kind | None]:
    return {section.ref: section.kind for section in report.reading_order}


def _chance(report: Report, confirmed: set[Link]) -> float:
    """The mean precision of themes with the sections of each kind shuffled."""
    chance = Random(_SEED)
    found = _foremost(report, weighed_pairs(report))
    rows = [[section.ref for section in report.leaves_by_kind.get(kind, ())] for kind in Kind]
    precisions = []
    for _number in range(_SHUFFLES):
        other = {ref: new for row in rows for ref, new in zip(row, chance.sample(row, len(row)), strict=True)}
        shuffled = {(other.get(source, source), other.get(target, target)) for source, target in found}
        precisions.append(len(shuffled & confirmed) / max(1, len(found)))
    return mean(precisions)


def _worst_without_one(report: Report, confirmed: set[Link]) -> Score:
    """The least precision and recall of themes where any one linked section is left out of the report."""
    refs = sorted({ref for link in confirmed for ref in link})
    scores = [
        theme_score(
            replace(report, sections=_without(report.sections, ref)), {link for link in confirmed if ref not in link}
        )
        for ref in refs
    ]
    return Score(min(one.precision for one in scores), min(one.recall for one in scores))


def _without(sections: Sequence[Section], ref: str) -> tuple[Section, ...]:
    return tuple(
        replace(section, children=_without(section.children, ref)) for section in sections if section.ref != ref
    )


def _outcome(what: str, value: float, detail: str = "", budget: Budget | None = None) -> Outcome:
    return Outcome(what, spread([value]), "", detail, budget)


def _cost(options: Options) -> Outcome:
    """What suggesting adds to opening a text of 8 MB: it looks at a bounded part of it."""
    whole, half = open_bytes(made(_SIZE).encode(), "report.txt"), open_bytes(made(_SIZE // 2).encode(), "report.txt")
    long, short = interleave([_seconds(whole), _seconds(half)], options.or_runs(3))
    return Outcome("time, 8 MB beside 4 MB", ratio(long, short), "×", f"{min(long):.2f} s of CPU for 8 MB", Budget(2.3))


def _seconds(report: Report) -> Callable[[], float]:
    def measure() -> float:
        gc.collect()
        start = process_time()
        suggested_links(report)
        return process_time() - start

    return measure
