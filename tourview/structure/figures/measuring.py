"""The measure word or unit behind a number."""

import re
from dataclasses import dataclass

from tourview.structure.figures.words import FigureWords

_SPLIT = re.compile("个(?P<part>多|余|半)(?P<unit>小时|月|星期|季度|学期|百分点|工作日)")
_PER = "月日"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure word.

    Attributes:
        unit: As written, folded; in Latin letters as units are written (kWh).
        end: Behind it.
        qualifier: The 多 or 余 inside it (个多月).
        half: Whether a half stands in it (两个半小时).
    """

    unit: str
    end: int
    qualifier: str | None = None
    half: bool = False


def measure_at(text: str, original: str, at: int, words: FigureWords, arabic: bool) -> Measure | None:
    """The measure word at an offset, at most one blank on after Arabic digits; None where there is none.

    Args:
        text: The folded text.
        original: The same before folding, where the letters' case tells 5g from 5G.
        at: Behind the number.
        words: The measure words.
        arabic: Whether the number is in Arabic digits, which alone count places (16县), units in Latin letters and ℃;
            大 (五大战略) goes with Chinese numerals only.
    """
    if arabic and text.startswith(" ", at):
        at += 1
    split = _SPLIT.match(text, at) if text.startswith("个", at) else None
    if split:
        half = split["part"] == "半"
        return Measure("个" + split["unit"], split.end(), None if half else split["part"], half)
    found = _word_at(text, original, at, words, arabic)
    if found is None:
        return None
    unit, end = found
    if text.startswith(("/", "每"), end):
        per = _word_at(text, original, end + 1, words, True) or _counted_by(text, end + 1)
        if per:
            return Measure(f"{unit}{text[end]}{per[0]}", per[1])
    return Measure(unit, end)


def _counted_by(text: str, at: int) -> tuple[str, int] | None:
    """What a rate is counted by where it is no measure word: 元/月."""
    return (text[at], at + 1) if at < len(text) and text[at] in _PER else None


def _word_at(text: str, original: str, at: int, words: FigureWords, arabic: bool) -> tuple[str, int] | None:
    found = (words.after_digits if arabic else words.after_numerals).match(text, at)
    if found is None:
        return None
    word, end = found[0], found.end()
    as_written = words.latin.get(word)
    if as_written is None:
        return word, end
    return (as_written, end) if original[at:end] == as_written else None
