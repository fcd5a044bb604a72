"""What the words of a section say of its kind, by weights learned from reports whose kinds are known.

No number of cue words makes a text a gap or a commitment: lessons are full of `要`, too. So every character and every
two neighbouring ones of a text, every few of its heading, and its place in the report speak for each kind or against
it, a little: a multinomial logistic regression. `weights.tsv` beside this module tells how much; it is learned from the
sample reports by `python -m tests.tables.kind_weights`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from math import exp, log, log1p
from operator import add, mul
from pathlib import Path

from tourview.report import Kind, fold

CHOICES: tuple[Kind | None, ...] = (None, *Kind)
"""What a section may be; every row of numbers here has one for each, in this order."""
WEIGHTS = Path(__file__).with_name("weights.tsv")
HUNDREDTH = 0.01
"""What the whole numbers of the table count."""
_TYPICAL_TEXT = 100  # grams of no weight that are added to each text: a short one tells little
_TIMES = 300  # how much more of a gram tells how much more: the logarithm of 1 + 300 times its share of the text
_LONGEST_GRAM = 3  # characters of a heading that are looked at together
_WORD = re.compile("[a-z][a-z'-]+")
_DEEPEST = 3
_START, _END = "^", "$"
_LEAST_SHARE = -12.0  # the logarithm of the least share that is told
Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked at of a section.

    Attributes:
        heading: Its heading.
        text: The beginning of its text, its parts included.
        chapter: The number of its chapter, from 0.
        chapters: How many chapters there are.
        depth: Its depth in the tree, from 1.
        latin: Whether the report is in a language that parts words by blanks: they are looked at, not their letters.
    """

    heading: str
    text: str
    chapter: int
    chapters: int
    depth: int
    latin: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """The rows of `weights.tsv`.

    Attributes:
        text: By gram of the text, what it says for each choice.
        heading: By gram of the heading.
        place: By name of a feature of the place; see `place_of`.
        after: By what the chapter before is, what a chapter is likely to be: the logarithm of its share.
        first: The same for the first chapter.
        part: By what a section is, what a section inside it is likely to be.
        item: The same for an item of a list inside it.
    """

    text: Mapping[str, Row]
    heading: Mapping[str, Row]
    place: Mapping[str, Row]
    after: Mapping[str, Row]
    first: Mapping[str, Row]
    part: Mapping[str, Row]
    item: Mapping[str, Row]


@cache
def weights() -> Weights:
    """The weights that the program comes with, read once."""
    return parse_weights(WEIGHTS.read_text("utf-8"))


def parse_weights(table: str) -> Weights:
    """The weights in the contents of a file like `weights.tsv`."""
    rows: dict[str, dict[str, Row]] = {each.name: {} for each in fields(Weights)}
    for line in table.splitlines():
        if not line.startswith("#"):
            name, gram, *numbers = line.split("\t")
            rows[name][gram] = tuple(map(int, numbers))
    return Weights(**rows)


def name_of(choice: Kind | None) -> str:
    """What a choice is called in `weights.tsv`."""
    return choice.value if choice else "none"


def shares(words: Words, known: Weights) -> list[float]:
    """For each choice the logarithm of the share that its words give it; the shares come to 1.

    The weights of its `features` are summed, here without a row for each feature that has none.
    """
    times = text_grams(words)
    size = sum(times.values()) + _TYPICAL_TEXT
    place = place_of(words)
    seen = [gram for gram in times if gram in known.text]
    headed = [known.heading[gram] for gram in heading_grams(words) if gram in known.heading]
    rows = [*(known.text[gram] for gram in seen), *(known.place[name] for name in place), *headed]
    amounts = [*(amount(times[gram], size) for gram in seen), *place.values(), *[1.0] * len(headed)]
    return log_shares([HUNDREDTH * sum(map(mul, column, amounts)) for column in zip(*rows, strict=True)])


def log_shares(totals: Sequence[float]) -> list[float]:
    """The logarithms of the shares that exponentials of the totals have in their sum."""
    most = max(totals)
    whole = most + log(sum(exp(total - most) for total in totals))
    return [max(_LEAST_SHARE, total - whole) for total in totals]


def text_grams(words: Words) -> Counter[str]:
    """The characters and pairs of characters of the folded text, or its words, and how often each stands there."""
    text = fold(words.text)
    if words.latin:
        return Counter(_WORD.findall(text))
    found = Counter(text)
    found.update(map(add, text, text[1:]))
    return found


def amount(times: int, size: int) -> float:
    """How much of a gram there is in a text that has it so many times, among so many grams."""
    return log1p(times * _TIMES / size)


def heading_grams(words: Words) -> set[str]:
    """Up to three neighbouring characters of the folded heading, its beginning and end marked; or up to two words."""
    heading = fold(words.heading)
    if words.latin:
        units = (_START, *_WORD.findall(heading), _END)
        return {" ".join(gram) for gram in _runs(units, 2)}
    return set(map("".join, _runs(f"{_START}{heading}{_END}", _LONGEST_GRAM)))


def _runs(units: Sequence[str], longest: int) -> Iterator[Sequence[str]]:
    for length in range(1, longest + 1):
        for begin in range(len(units) - length + 1):
            yield units[begin : begin + length]


def place_of(words: Words) -> dict[str, float]:
    """Where the section stands, by name: how far on its chapter is among the others, and its depth."""
    return {
        "share": words.chapter / max(1, words.chapters - 1),
        f"depth {min(_DEEPEST, words.depth)}": 1.0,
    }


def features(words: Words) -> Iterable[tuple[str, str, float]]:
    """Everything that has a weight of its own: the table it is in, its name there, and how much of it there is."""
    times = text_grams(words)
    size = sum(times.values()) + _TYPICAL_TEXT
    yield from (("text", gram, amount(count, size)) for gram, count in times.items())
    yield from (("heading", gram, 1.0) for gram in sorted(heading_grams(words)))
    yield from (("place", name, value) for name, value in place_of(words).items())
