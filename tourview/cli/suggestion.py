"""What a person meant who mistyped a command or an action."""

from collections.abc import Iterable
from difflib import get_close_matches


def name_meant(word: str, names: Iterable[str]) -> str | None:
    """The one of some names that is nearest to a word; None if none is near."""
    close = get_close_matches(word.lower(), list(names), n=1, cutoff=0.7)
    return close[0] if close else None
