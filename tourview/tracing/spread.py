"""How common the phrases of a report are in the library that it is one of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

from tourview.i18n import ngettext

_MOST_LOST = 0.5  # of its weight by a phrase that every report of a large library has
_FEW = 8  # other reports that halve what is lost: what two or three reports have in common may be chance


@dataclass(frozen=True, slots=True)
class Spread:
    """In how many reports of a library phrases stand.

    Attributes:
        reports: How many reports the library has.
        own: How many of them are the one that is traced: its file, and copies.
        counts: By phrase, folded, in how many of the reports it stands; those that were not looked for are not there.
    """

    reports: int = 0
    own: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def rarity(self, phrase: str) -> float:
        """What is left of a phrase's weight: all of it where no other report has it, the less the more have."""
        others = max(0, self.reports - self.own)
        having = min(others, max(0, self.counts.get(phrase, 0) - self.own))
        if not having:
            return 1.0
        return 1 - _MOST_LOST * others / (others + _FEW) * log1p(having) / log1p(others)


ALONE = Spread()
"""That of a report by itself."""


def evidence_notes(spread: Spread, evidence: Sequence[str]) -> tuple[str, ...]:
    """In how many reports of the library each phrase stands; nothing for those not counted, or if there are no reports.

    The first that was counted tells of how many; behind the others a number is enough.
    """
    notes: list[str] = []
    for phrase in evidence:
        count = spread.counts.get(phrase)
        if count is None or not spread.reports:
            notes.append("")
        elif any(notes):
            notes.append(str(count))
        else:
            told = ngettext("{count} of {total} report", "{count} of {total} reports", spread.reports)
            notes.append(told.format(count=count, total=spread.reports))
    return tuple(notes)
