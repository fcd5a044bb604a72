"""What is done with text alone: finding words in a report, and laying a paragraph out in lines."""

import gc
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from time import perf_counter

from icu4py.breakers import LineBreaker

from tests.benchmarks.harness import Budget, MeasureError, Options, Outcome, compare, interleave, ratio, spread
from tests.benchmarks.samples import report, sentences
from tourview.open import open_text
from tourview.report import fold
from tourview.search import Searcher
from tourview.typeset import wrap

_LENGTH = 7000
_QUERIES = ("园", "园区", "項目", "企业", "的", "ＰＡＲＫ", "，", "没有这样的词")
_MEASURE = 80
_PARAGRAPH = 200_000
"""Characters of the paragraph that is laid out."""


def matching(options: Options) -> Sequence[Outcome]:
    """A query answered in one report of 7,000 characters; every count is held against a plain scan."""
    opened = open_text(_of_length(_LENGTH))
    folded = fold(opened.text)
    searcher = Searcher(opened)
    _check_counts(searcher, folded)
    runs = options.or_runs(31)
    by_query = interleave([_milliseconds(partial(searcher.find, query)) for query in _QUERIES], runs)
    slowest = _QUERIES[max(range(len(_QUERIES)), key=lambda number: median(by_query[number]))]
    needle = fold(slowest)
    ours, plain, fresh = interleave(
        [
            _milliseconds(lambda: searcher.find(slowest)),
            _milliseconds(lambda: _plain_count(folded, needle)),
            _milliseconds(lambda: Searcher(opened).find(slowest)),
        ],
        runs,
    )
    exact = f"the slowest of {len(_QUERIES)}, {slowest}; every count is exact"
    return [
        Outcome("a query in 7,000 characters", spread(ours), "ms", exact, Budget(2)),
        Outcome("the first query, folding included", spread(fresh), "ms", "", Budget(2)),
        compare("a query in 7,000 characters", ours, plain, "str.find"),
    ]


def _of_length(length: int) -> str:
    return report(3 * length)[:length]


def _check_counts(searcher: Searcher, folded: str) -> None:
    for query in _QUERIES:
        found, expected = searcher.find(query).total, _plain_count(folded, fold(query))
        if found != expected:
            raise MeasureError(f"{query}: {found} hits where a plain scan finds {expected}")


def _plain_count(text: str, needle: str) -> int:
    """How often a string occurs, without overlaps."""
    count = 0
    at = text.find(needle)
    while at >= 0:
        count += 1
        at = text.find(needle, at + len(needle))
    return count


def _milliseconds(action: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        gc.collect()
        start = perf_counter()
        action()
        return (perf_counter() - start) * 1000

    return measure


def typeset(options: Options) -> Sequence[Outcome]:
    """A paragraph of Chinese laid out in lines, and ICU's break iterator led through the same text."""
    text = "".join(sentences(_PARAGRAPH // 30))[:_PARAGRAPH]
    ours, icu = interleave(
        [
            _milliseconds(lambda: wrap(text, _MEASURE)),
            _milliseconds(lambda: deque(LineBreaker(text, "zh"), maxlen=0)),
        ],
        options.or_runs(11),
    )
    rate, base = ([len(text) / 1000 / time for time in times] for times in (ours, icu))
    detail = f"{median(rate):.3g} M characters a second : {median(base):.3g} M of ICU's break iterator"
    return [Outcome("lines laid out, speed", ratio(rate, base), "×", detail)]
