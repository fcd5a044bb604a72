"""The undertakings in the words of a commitment: what may be split off into a row of its own."""

import re
from itertools import islice

from tourview.report import fold
from tourview.typeset import shortened

_SENTENCE = re.compile(r"[^。；;！!\n]+")
_LEAST = 6
"""Code points of the shortest undertaking."""
_MOST = 60
_WIDTH = 70


def undertakings(passage: str, typed: str) -> list[tuple[str, str]]:
    """The sentences and clauses of a passage that have what is typed, each with how it is shown."""
    word = fold(typed).strip()
    parts = (match[0].strip() for match in _SENTENCE.finditer(passage))
    fits = dict.fromkeys(part for part in parts if len(part) >= _LEAST and word in fold(part) and part != typed)
    return [(part, shortened(part, _WIDTH)) for part in islice(fits, _MOST)]
