"""What a person meant who mistyped a command."""

from difflib import get_close_matches

from tourview.cli import COMMANDS


def command_meant(word: str) -> str | None:
    """The command nearest to a word; None if none is near."""
    close = get_close_matches(word.lower(), COMMANDS, n=1, cutoff=0.7)
    return close[0] if close else None
