"""What the word that is being typed may become, in a report that is read: looked for beside the keys."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tourview.report import Progress, fold
from tourview.search.completing import Completion, completions, last_word

OFFERED = 6
"""Words that are offered."""
_PORTION = 1 << 16
"""Code points looked through in one go, so that keys are not kept waiting."""
_MOST = 1 << 22
"""Code points of the text that are looked through: the commonest words are among any four million."""
_KEPT = 200
"""Words of a portion that are counted."""
_FEWEST = 0.1
"""A word that is so much rarer than the commonest is not what is meant."""
_NEARLY = 0.8
"""A word that goes on to another one so often is a part of that."""
_MARK = re.compile(r"[^\w'-]")


def is_worth_completing(typed: str) -> bool:
    """Whether the last word of a query says enough: one Chinese character does, one letter does not."""
    word = last_word(typed)
    return len(word) > 1 or not word.isascii()


def offers_in(text: str, typed: str, progress: Progress) -> list[Completion]:
    """What the last word of a query may become, by what a text has.

    Args:
        text: The text, as the report has it.
        typed: The query.
        progress: Told the share that is done; may raise to stop.
    """
    if not is_worth_completing(typed):
        return []
    word = last_word(typed)
    counts: Counter[str] = Counter()
    end = min(len(text), _MOST)
    for start, stop in _portions(text, end):
        progress(start / end)
        found = completions(fold(text[start:stop]), word, _KEPT if stop - start < end else OFFERED)
        counts.update(dict(found))
    return useful([Completion(*pair) for pair in counts.most_common(OFFERED)])


def useful(words: Sequence[Completion]) -> list[Completion]:
    """Those of the words, the commonest first, that are worth offering: not too rare, and no beginnings of others."""
    least = words[0].times * _FEWEST if words else 0
    whole = [one for one in words if not any(_is_part(one, other) for other in words)]
    return [one for one in whole if one.times >= least]


def _is_part(one: Completion, other: Completion) -> bool:
    """Whether a word nearly always goes on to another one: 园区建 to 园区建设."""
    longer = one.word != other.word and other.word.startswith(one.word)
    return longer and other.times >= one.times * _NEARLY


def _portions(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The text cut where no word is cut, so far as there is such a place."""
    start = 0
    while start < end:
        mark = _MARK.search(text, min(start + _PORTION, end), end)
        stop = mark.end() if mark else end
        yield start, stop
        start = stop
