"""The measure words and units that official reports count in, read from `measures.txt` beside this module."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("measures.txt")


@cache
def measures() -> Mapping[str, tuple[str, ...]]:
    """The words by what they measure (`area`, `money`, `thing` …), as reports write them; read once."""
    lines = (line for line in _FILE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    parts = (line.partition(":") for line in lines)
    return {name: tuple(dict.fromkeys(words.split())) for name, _colon, words in parts}
