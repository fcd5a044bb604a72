"""What a person may mean who begins to type: what was put into a field before."""

from collections import Counter
from collections.abc import Iterable

from tourview.ledger.event import Event
from tourview.ledger.fields import FIELDS

_KIN = (frozenset(("lead_unit", "responsible_units")), frozenset(("owner", "reviewer")))
"""Fields that hold names of the same sort."""


def earlier_values(field: str, events: Iterable[Event]) -> tuple[str, ...]:
    """What the events ever put into a field of text, or one of its sort, the most frequent first, then by name."""
    wanted = next((names for names in _KIN if field in names), frozenset((field,)))
    counts: Counter[str] = Counter()
    for event in events:
        if event.field in wanted and event.kind == "set" and event.new:
            joint = FIELDS[event.field].joint
            counts.update(event.new.split(joint) if joint else (event.new,))
    return tuple(sorted(counts, key=lambda part: (-counts[part], part)))
