"""How near a report comes to the tree that a careful reader wrote beside it.

Words are compared folded and without blanks. Headings, figures and notices are matched in reading order, so that one
found in the wrong place counts as one missed and one invented.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from statistics import mean

from tests.structure.trees import Quantity, Row, Tree, rows_of, told
from tourview.report import Report, Section, fold

_CLOSING = set("。．.：:；;，,、")
_MARKDOWN_MARKS = set("#*_`>|-[]()<~=\\")
_MARKDOWN_ASIDE = re.compile(r"\A---\n.*?\n---\n|(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)", re.DOTALL)
"""What Markdown says beside the text: front matter, and the addresses of links."""
_QUALIFIER_BEFORE = re.compile("^(?:近|约|超过|超|逾|不足|不到|至少|达到|达|上|突破|不少于|不低于|高于|低于|仅)+")
_QUALIFIER_AFTER = re.compile("(?:以上|以下|以内|左右|上下)+$")


@dataclass(frozen=True, slots=True)
class Match:
    """What was expected, what was found, and how much of it is the same."""

    expected: int
    found: int
    same: int

    @property
    def recall(self) -> float:
        """The share of what was expected that was found; 1 where nothing was."""
        return self.same / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that was expected; 1 where nothing was found."""
        return self.same / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where nothing was expected and nothing found."""
        both = self.expected + self.found
        return 2 * self.same / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """How one report compares.

    Attributes:
        headings: Sections found in place with the right label and heading; the lead-in is not counted.
        levels: Those whose depth is right, too.
        kinds: Expected and found kind of each section found, `-` for none.
        figures: Figures with the right value, unit and text; None where the tree states none.
        notices: Notices with the right kind and text, chrome line by line; None where the tree states none.
        coverage: The share of the source's characters, blanks aside, that some field of the report holds.
        tiles: Whether the sections' own spans tile the source.
        title: Whether the title is right.
        differences: What is not as stated, a line each, to be read.
    """

    headings: Match
    levels: Match
    kinds: tuple[tuple[str, str], ...]
    figures: Match | None
    notices: Match | None
    coverage: float
    tiles: bool
    title: bool
    differences: tuple[str, ...] = field(default=(), repr=False)

    @property
    def kind_accuracy(self) -> float | None:
        """The share of the sections found whose kind is right; None where none was found."""
        return mean(expected == found for expected, found in self.kinds) if self.kinds else None

    @property
    def exact(self) -> bool:
        """Whether everything is as the tree states it."""
        return not self.differences


UNREAD = Score(Match(1, 0, 0), Match(1, 0, 0), (), None, None, 0.0, False, False, ("- could not be opened",))
"""The score of a file that could not be opened."""


def score(report: Report, tree: Tree) -> Score:
    """Compare what the program made of a file with its tree."""
    wanted = [row for row in tree.rows if row.ref != "0"]
    made = [row for row in rows_of(report) if row.ref != "0"]
    pairs = aligned([words_of(row) for row in wanted], [words_of(row) for row in made])
    level_pairs = aligned([(row.level, words_of(row)) for row in wanted], [(row.level, words_of(row)) for row in made])
    kinds = [_kind_pair(wanted[one], made[other]) for one, other in pairs]
    figures, figure_differences = _figures(report, tree)
    notices, notice_differences = _notices(report, tree)
    lost = uncovered(report)
    spans_tile = tiles(report)
    title = _plain(report.title) == _plain(tree.title)
    differences = [
        *([] if title else [f"title: {tree.title}", f"  read as: {report.title}"]),
        *_row_differences(tree.rows, rows_of(report)),
        *figure_differences,
        *notice_differences,
        *(f"in no field: {words}" for words in lost),
        *([] if spans_tile else ["the own spans do not tile the source"]),
    ]
    size = len(_plain(report.text))
    return Score(
        Match(len(wanted), len(made), len(pairs)),
        Match(len(wanted), len(made), len(level_pairs)),
        tuple(kinds),
        figures,
        notices,
        1 - sum(map(len, lost)) / size if size else 1.0,
        spans_tile,
        title,
        tuple(differences),
    )


def aligned(expected: Sequence[Hashable], found: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest common subsequence of two rows, as pairs of their places."""
    longest = [[0] * (len(found) + 1) for _place in range(len(expected) + 1)]
    for one in reversed(range(len(expected))):
        for other in reversed(range(len(found))):
            if expected[one] == found[other]:
                longest[one][other] = longest[one + 1][other + 1] + 1
            else:
                longest[one][other] = max(longest[one + 1][other], longest[one][other + 1])
    pairs = []
    one = other = 0
    while one < len(expected) and other < len(found):
        if expected[one] == found[other]:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif longest[one + 1][other] >= longest[one][other + 1]:
            one += 1
        else:
            other += 1
    return pairs


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def words_of(row: Row) -> tuple[str, str]:
    return _plain(row.label), _plain(row.heading)


def _kind_pair(wanted: Row, made: Row) -> tuple[str, str]:
    """The kind expected and the one found; the same where the found one is among those that may be given."""
    (kind,) = made.kinds
    return (kind if kind in wanted.kinds else wanted.kinds[0]), kind


def _row_differences(wanted: Sequence[Row], made: Sequence[Row]) -> list[str]:
    """What is missing (-), invented (+) or read otherwise (~), in reading order; the missing before the invented."""
    pairs = aligned([words_of(row) for row in wanted], [words_of(row) for row in made])
    lines: list[str] = []
    one = other = 0
    for next_one, next_other in [*pairs, (len(wanted), len(made))]:
        lines += [f"- {told(row)}" for row in wanted[one:next_one]]
        lines += [f"+ {told(row)}" for row in made[other:next_other]]
        if next_one < len(wanted):
            lines += _changes(wanted[next_one], made[next_other])
        one, other = next_one + 1, next_other + 1
    return lines


def _changes(wish: Row, row: Row) -> list[str]:
    changes = [f"at {row.ref}"] if row.ref != wish.ref else []
    changes += [f"as {row.kinds[0]}"] if row.kinds[0] not in wish.kinds else []
    return [f"~ {told(wish)}    read {' '.join(changes)}"] if changes else []


def _figures(report: Report, tree: Tree) -> tuple[Match | None, list[str]]:
    if tree.figures is None:
        return None, []
    made = [
        Quantity(figure.text, figure.value, figure.unit, figure.qualifier or "", figure.to) for figure in report.figures
    ]
    return _compared(
        [(_quantity_key(one), f"figure {_quantity_told(one)}") for one in tree.figures],
        [(_quantity_key(one), f"figure {_quantity_told(one)}") for one in made],
    )


def _quantity_key(quantity: Quantity) -> tuple[str, float, str]:
    """What two figures are compared by.

    A qualifier at either end (近70亿元, 5%以上) may or may not be part of the text, 个 of the unit (个百分点).
    """
    text = _QUALIFIER_AFTER.sub("", _QUALIFIER_BEFORE.sub("", _plain(quantity.text)))
    unit = _plain(quantity.unit)
    return text, float(f"{quantity.value:.9g}"), unit.removeprefix("个") or unit


def _quantity_told(quantity: Quantity) -> str:
    to = "" if quantity.to is None else f" to {quantity.to:g}"
    return f"{quantity.text} = {quantity.value:.12g}{to} {quantity.unit} {quantity.qualifier}".rstrip()


def _notices(report: Report, tree: Tree) -> tuple[Match | None, list[str]]:
    if tree.notices is None:
        return None, []
    made = [
        (notice.kind, line)
        for notice in sorted(report.notices, key=lambda notice: notice.span)
        for line in (notice.text.splitlines() if notice.kind == "chrome" else [notice.text])
        if line.strip()
    ]
    return _compared(
        [((kind, _plain(text)), f"notice {kind} {text}") for kind, text in tree.notices],
        [((kind, _plain(text)), f"notice {kind} {text}") for kind, text in made],
    )


_Told = tuple[Hashable, str]


def _compared(expected: Sequence[_Told], found: Sequence[_Told]) -> tuple[Match, list[str]]:
    pairs = aligned([key for key, _line in expected], [key for key, _line in found])
    missed = set(range(len(expected))) - {one for one, _other in pairs}
    invented = set(range(len(found))) - {other for _one, other in pairs}
    lines = [f"- {expected[place][1]}" for place in sorted(missed)]
    lines += [f"+ {found[place][1]}" for place in sorted(invented)]
    return Match(len(expected), len(found), len(pairs)), lines


def tiles(report: Report) -> bool:
    """Whether the own spans follow one another from the first character of the source to the last."""
    own = [section.own_span for section in report.reading_order]
    starts, ends = [start for start, _end in own], [end for _start, end in own]
    return starts == [0, *ends[:-1]] and ends[-1:] == [len(report.text)]


def uncovered(report: Report) -> list[str]:
    """The words of the source, without blanks, that stand in no field of the report.

    A field is a label, a heading with its closing mark, a paragraph, a line of the title or of its repeats, or chrome.
    Markdown's own marks, front matter and the addresses of links are looked past.
    """
    markdown = report.source.name.endswith(".md")
    spans = [span for section in report.reading_order for span in _field_spans(section)]
    spans += [notice.span for notice in report.notices if notice.kind == "chrome"]
    if markdown:
        spans += [match.span() for match in _MARKDOWN_ASIDE.finditer(report.text)]
    left = list(report.text)
    for start, end in spans:
        left[start:end] = "\0" * (end - start)
    marks = _CLOSING | (_MARKDOWN_MARKS if markdown else set())
    title = _without(marks, report.title)
    pieces = (_without(marks, piece) for piece in re.split("[\0\n]+", "".join(left)))
    return [words for words in pieces if words and words not in title]


def _without(marks: set[str], text: str) -> str:
    return "".join(char for char in _plain(text) if char not in marks)


def _field_spans(section: Section) -> list[tuple[int, int]]:
    start = section.span[0]
    passages = [*([section.heading] if section.heading else []), *section.paragraphs]
    return [
        (start, start + len(section.label)),
        *(span for passage in passages for span in passage.source_spans()),
    ]
