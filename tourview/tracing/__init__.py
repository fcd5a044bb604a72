"""From lesson to gap to commitment: which links the words suggest, and what leads nowhere. Knows only reports."""

from tourview.tracing.spread import ALONE, Spread, evidence_notes
from tourview.tracing.suggesting import SUGGESTED, standing_out, suggested_in_library, suggested_links
from tourview.tracing.trace import Tie, Trace, Undertaking, Weights, trace_of, traced, weights_of
from tourview.tracing.weighing import Pair, Sharing, sharing_of, weighed_pairs

__all__ = [
    "ALONE",
    "SUGGESTED",
    "Pair",
    "Sharing",
    "Spread",
    "Tie",
    "Trace",
    "Undertaking",
    "Weights",
    "evidence_notes",
    "sharing_of",
    "standing_out",
    "suggested_in_library",
    "suggested_links",
    "trace_of",
    "traced",
    "weighed_pairs",
    "weights_of",
]
