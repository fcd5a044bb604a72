"""Learns what words say of kinds from the sample reports and their trees: `python -m tests.tables.kind_weights`.

A multinomial logistic regression, trained by stochastic gradient descent with a fixed seed; the weights of all rounds
but the first are averaged. Which kind stands inside or after which is counted. Nothing but the samples goes in.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from math import exp, log
from operator import mul
from pathlib import Path
from random import Random

from tests.benchmarks.scoring import aligned, words_of
from tests.structure.trees import SAMPLES, Row, sample_names, stated_tree
from tourview.reader_table import reader_for
from tourview.readers.document import Document
from tourview.report import Kind, language_of
from tourview.structure.kinds.assigning import HOWEVER_DEEP, announced_kinds, candidates_of, to_depth
from tourview.structure.kinds.evidence import CHOICES, WEIGHTS, Words, features, log_shares, name_of
from tourview.structure.kinds.settling import Candidate
from tourview.structure.outline.nesting import Node
from tourview.structure.outline.recovery import outline_of

_HEAD = f"""\
# How much more often than other sections those of each kind have a character or a pair of characters in their text, up
# to three in their heading, or a place in the report: hundredths of weights of a multinomial logistic regression; and
# the logarithms of how often sections of one kind stand after or inside those of another.
# Made from tests/samples by `python -m tests.tables.kind_weights`.
# table\tof\t{chr(9).join(map(name_of, CHOICES))}
"""
_ROUNDS = 10
_RATE = 0.03
_SEED = 2014
_RIGHT_ENOUGH = 0.05  # what may be missing from the share of the right kind for a section to teach nothing
_FEWEST = {"text": 20, "heading": 3, "place": 1}  # sections that must have a feature for it to count
_LEAST = 3  # hundredths that a weight must come to somewhere for its row to be kept
_UNSEEN = 0.3  # what is added to every count of one kind inside another
_UNSEEN_AFTER = 0.5  # or after another
Feature = tuple[str, str]
Vector = tuple[Sequence[Feature], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A section whose kind is known; None for `known` where the tree does not have the section.

    Attributes:
        candidate: The section.
        known: Its kind.
        above: Where the section around stands among the lessons of its report; None for a chapter.
    """

    candidate: Candidate
    known: str | None
    above: int | None

    @property
    def words(self) -> Words:
        """What it says."""
        return self.candidate.words


def lessons_of(name: str, folder: Path = SAMPLES) -> list[Lesson]:
    """The sections of a sample with the kinds that its tree states; none of a format that states its own."""
    document = _document(folder / name)
    if document is None:
        return []
    outline = outline_of(document)
    text = outline.document.text
    announced = announced_kinds(outline.title.text, outline.lead)
    candidates = candidates_of(outline.chapters, text, announced, latin=language_of(text) != "zh")
    nodes = list(to_depth(outline.chapters, HOWEVER_DEEP))
    rows = [row for row in stated_tree(name, folder).rows if row.ref != "0"]
    stated = {made: rows[wanted] for wanted, made in aligned([*map(words_of, rows)], [*map(_words_of_node, nodes)])}
    return [
        Lesson(candidate, _kind(stated.get(place)), above)
        for place, (candidate, above) in enumerate(_in_order(candidates))
    ]


def weight_table(reports: Collection[Sequence[Lesson]]) -> str:
    """The contents of `weights.tsv`, learned from the sections of these reports."""
    rows = [*_learned([lesson for report in reports for lesson in report]), *_counted(reports)]
    return _HEAD + "".join("\t".join(map(str, row)) + "\n" for row in rows)


def kind_name(kind: Kind | None) -> str:
    """What a kind is called in a tree."""
    return kind.value if kind else "-"


def _document(path: Path) -> Document | None:
    data = path.read_bytes()
    reader = reader_for(path.name, data)
    if reader.whole:
        return None
    document: Document = getattr(import_module(reader.module), reader.function)(data, path.name, lambda _share: None)
    return document


def _words_of_node(node: Node) -> tuple[str, str]:
    return words_of(Row("", (), node.opening.label if node.opening else "", node.heading))


def _kind(row: Row | None) -> str | None:
    return None if row is None else row.kinds[0]


def _in_order(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int | None]]:
    """The candidates in reading order, each with the place of the one around it."""
    found: list[tuple[Candidate, int | None]] = []

    def add(candidate: Candidate, above: int | None) -> None:
        place = len(found)
        found.append((candidate, above))
        for part in candidate.parts:
            add(part, place)

    for chapter in candidates:
        add(chapter, None)
    return found


def _learned(lessons: Sequence[Lesson]) -> Iterator[tuple[object, ...]]:
    """The rows of features, by table and gram."""
    known = [lesson for lesson in lessons if lesson.known is not None]
    found = [[((table, name), amount) for table, name, amount in features(lesson.words)] for lesson in known]
    times = Counter(feature for row in found for feature, _amount in row)
    kept = {feature for feature, count in times.items() if count >= _FEWEST[feature[0]] and _can_be_written(feature[1])}
    pairs = [[pair for pair in row if pair[0] in kept] for row in found]
    vectors = [([feature for feature, _amount in row], [amount for _feature, amount in row]) for row in pairs]
    places = [_PLACES[lesson.known] for lesson in known if lesson.known is not None]
    weights = _descended(vectors, places, sorted(kept))
    for (table, name), own in sorted(weights.items()):
        middle = sum(own) / len(own)
        hundredths = [round(100 * (weight - middle)) for weight in own]
        if table == "place" or max(map(abs, hundredths)) >= _LEAST:
            yield table, name, *hundredths


def _can_be_written(name: str) -> bool:
    return name.isprintable() and name == name.strip()


_PLACES: Mapping[str, int] = {"-": 0, **{kind.value: CHOICES.index(kind) for kind in Kind}}


def _descended(vectors: Sequence[Vector], known: Sequence[int], kept: Iterable[Feature]) -> dict[Feature, list[float]]:
    """The weights that tell the known kinds best, by gradient descent over the sections in an order of chance."""
    chance = Random(_SEED)
    weights = {feature: [0.0] * len(CHOICES) for feature in kept}
    total = {feature: [0.0] * len(CHOICES) for feature in weights}
    order = list(range(len(vectors)))
    for number in range(_ROUNDS):
        chance.shuffle(order)
        for place in order:
            _step(weights, vectors[place], known[place])
        if number:
            for feature, row in weights.items():
                total[feature] = [one + other for one, other in zip(total[feature], row, strict=True)]
    return {feature: [weight / (_ROUNDS - 1) for weight in row] for feature, row in total.items()}


def _step(weights: dict[Feature, list[float]], vector: Vector, known: int) -> None:
    """Move the weights of a section's features a little towards the kind that it has."""
    rows = [weights[feature] for feature in vector[0]]
    shares = [
        exp(share) for share in log_shares([sum(map(mul, column, vector[1])) for column in zip(*rows, strict=True)])
    ]
    shares[known] -= 1
    if -shares[known] <= _RIGHT_ENOUGH:
        return
    for own, amount in zip(rows, vector[1], strict=True):
        step = _RATE * amount
        own[:] = [weight - step * share for weight, share in zip(own, shares, strict=True)]


def _counted(reports: Collection[Sequence[Lesson]]) -> Iterator[tuple[object, ...]]:
    """The rows of what stands after and inside what."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for report in reports:
        last = ""
        for lesson in report:
            if lesson.known is None:
                continue
            if lesson.above is None:
                counts["after" if last else "first"][last or "report", lesson.known] += 1
                last = lesson.known
            elif (around := report[lesson.above].known) is not None:
                counts["item" if lesson.candidate.is_item else "part"][around, lesson.known] += 1
    for table, above in chain(
        (("first", "report"),), ((table, name) for table in ("after", "part", "item") for name in _PLACES)
    ):
        unseen = _UNSEEN if table in ("part", "item") else _UNSEEN_AFTER
        row = [counts[table][above, name] + unseen for name in _PLACES]
        yield table, "none" if above == "-" else above, *(round(100 * log(count / sum(row))) for count in row)


def main() -> None:
    """Write the table anew."""
    WEIGHTS.write_text(weight_table([lessons_of(name) for name in sample_names()]), "utf-8")


if __name__ == "__main__":
    main()
