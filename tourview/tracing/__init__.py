"""From lesson to gap to commitment: which links the words suggest, and what leads nowhere. Knows only reports."""

from tourview.tracing.suggesting import SUGGESTED, standing_out, suggested_links
from tourview.tracing.trace import Tie, Trace, Undertaking, trace_of
from tourview.tracing.weighing import Pair, weighed_pairs

__all__ = [
    "SUGGESTED",
    "Pair",
    "Tie",
    "Trace",
    "Undertaking",
    "standing_out",
    "suggested_links",
    "trace_of",
    "weighed_pairs",
]
