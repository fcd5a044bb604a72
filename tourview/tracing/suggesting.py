"""Which links between lessons, gaps and commitments stand out, so that they are worth suggesting."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from tourview.report import Kind, Link, Progress, Report
from tourview.tracing.passages import LINKED
from tourview.tracing.spread import Spread
from tourview.tracing.weighing import Pair, Sharing, weighed_pairs

SUGGESTED = "suggested"
_ABOVE_MEAN = 0.9  # times the mean of all pairs of the report that a link weighs at least
_FOREMOST = 0.4  # of the other end's weightiest link, for one that is the weightiest of its own end
_BESIDE = 0.65  # of the weightiest links of both ends, in the geometric mean, for one that is neither
_EVIDENCE = 8  # phrases that are kept


def suggested_links(report: Report, progress: Progress | None = None) -> tuple[Link, ...]:
    """The links that the words of a report suggest, from lesson to gap to commitment, in reading order.

    Args:
        report: The report with its figures.
        progress: Told the share done; may raise to cancel.
    """
    return _links(report, weighed_pairs(report, progress))


def suggested_in_library(report: Report, sharing: Sharing, spread: Spread) -> Report:
    """The report with the links that its words suggest in a library; as it is, where it states its links itself.

    Args:
        report: The report, with the links it has of itself.
        sharing: What its sections share.
        spread: How common that is in the library.
    """
    if report.links != _links(report, sharing.pairs()):
        return report
    return report.with_links(_links(report, sharing.pairs(spread)))


def _links(report: Report, pairs: Sequence[Pair]) -> tuple[Link, ...]:
    chosen = standing_out(report, pairs)
    return tuple(Link(pair.source, pair.target, SUGGESTED, pair.evidence[:_EVIDENCE]) for pair in chosen)


def standing_out(report: Report, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that stand out from a report's others, and from the others of their two sections; none if none do.

    A pair is taken where it is the weightiest of one of its sections among those with sections of the other's kind and
    not slight for the other, or not far behind the weightiest of both.
    """
    kinds = {section.ref: section.kind for section in report.reading_order}
    least = _ABOVE_MEAN * sum(pair.weight for pair in pairs) / max(1, _possible(report))
    best: dict[tuple[str, Kind | None], float] = defaultdict(float)
    for pair in pairs:
        for one, other in ((pair.source, pair.target), (pair.target, pair.source)):
            best[one, kinds[other]] = max(best[one, kinds[other]], pair.weight)
    chosen = []
    for pair in pairs:
        ahead = pair.weight / best[pair.source, kinds[pair.target]]
        back = pair.weight / best[pair.target, kinds[pair.source]]
        foremost = max(ahead, back) == 1 and min(ahead, back) >= _FOREMOST
        if pair.weight >= least and (foremost or sqrt(ahead * back) >= _BESIDE):
            chosen.append(pair)
    return chosen


def _possible(report: Report) -> int:
    """How many pairs of sections of different kinds could be linked."""
    counts = [len(report.leaves_by_kind.get(kind, ())) for kind in LINKED]
    return sum(one * other for one, other in combinations(counts, 2))
