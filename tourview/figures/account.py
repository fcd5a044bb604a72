"""What a figure measures and whose it is, told by the sentence it stands in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tourview.figures.owners import owner_in, owner_of
from tourview.figures.words import account_words
from tourview.report import Figure, Passage, Report, Section, fold
from tourview.report.measures import measures

_CLAUSE = re.compile(r"[，,。；;：:、！!？?（）()\n]|\.\s")
_SENTENCE = re.compile(r"[。！!？?\n]|\.\s")
_REACH = 160  # code points around a figure that are looked at
_LONGEST = 18  # code points of what is measured
_DATED = re.compile(r".*\d[年月日](?=..)")
_QUOTES = "\"'“”‘’「」『』 \t"
_ENGLISH = re.compile(r"[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,3}")
_ENGLISH_STOP = re.compile(
    r"\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|is|are|was|were|has|have|had|than|that|which|who|only|within)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Account:
    """A figure with what it tells.

    Attributes:
        figure: The figure.
        section: The section it stands in.
        measures: What it measures, as its clause has it: 标准厂房; empty where nothing tells.
        whose: The place or body it is of, as written; empty where nothing tells.
    """

    figure: Figure
    section: Section
    measures: str
    whose: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands in a passage."""

    figure: Figure
    start: int
    end: int


def accounts_of(report: Report) -> tuple[Account, ...]:
    """The accounts of all figures of a report, in its order; a figure of a section that is not there is left out."""
    by_ref: dict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        by_ref[figure.ref].append(figure)
    found: dict[int, Account] = {}
    for ref, figures in by_ref.items():
        section = report.section(ref)
        if section is not None:
            default = owner_of(report, section)
            for account in _section_accounts(section, figures, default):
                found[id(account.figure)] = account
    return tuple(found[id(figure)] for figure in report.figures if id(figure) in found)


def _section_accounts(section: Section, figures: Sequence[Figure], default: str) -> Iterable[Account]:
    passages = (section.heading, *section.paragraphs) if section.heading else section.paragraphs
    waiting = list(figures)
    for passage in passages:
        here: list[Figure] = []
        others: list[Figure] = []
        for figure in waiting:
            is_here = passage.start <= figure.span[0] < figure.span[1] <= passage.end
            (here if is_here else others).append(figure)
        waiting = others
        yield from _passage_accounts(section, passage, here, default)
    for figure in waiting:  # stated by a person, or of words that stand elsewhere
        yield Account(figure, section, "", default)


def _passage_accounts(section: Section, passage: Passage, figures: Sequence[Figure], default: str) -> Iterable[Account]:
    places = [
        _Place(figure, passage.from_source(figure.span[0]), passage.from_source(figure.span[1])) for figure in figures
    ]
    before: Account | None = None
    sentence_before = -1
    for number, place in enumerate(places):
        sentence = _begin(_SENTENCE, passage.text, place.start)
        earlier = [other for other in places[max(0, number - 8) : number] if other.start >= sentence]
        told = _measured(passage.text, place, earlier)
        same = before if before and sentence == sentence_before and before.figure.unit == place.figure.unit else None
        if not told:
            told = same.measures if same else _clause_before(passage.text, place, sentence, earlier)
        before = Account(place.figure, section, told, _whose(passage.text, sentence, place.start) or default)
        sentence_before = sentence
        yield before


def _begin(pattern: re.Pattern[str], text: str, end: int) -> int:
    """Where the clause or sentence begins that an offset stands in."""
    start = max(0, end - _REACH)
    return max((found.end() for found in pattern.finditer(text, start, end)), default=start)


def _whose(text: str, sentence: int, end: int) -> str:
    found = owner_in(text[sentence:end], end - sentence)
    return text[sentence + found[0] : sentence + found[1]] if found else ""


def _measured(text: str, place: _Place, earlier: Sequence[_Place]) -> str:
    """What a figure measures: the noun behind it where it counts things, else what its clause says before it."""
    if not re.search("[\u4e00-\u9fff]", text[max(0, place.start - 20) : place.end + 20]):
        return _measured_in_english(text, place)
    unit = place.figure.unit
    behind = _noun(text, place.end)
    joined = text[place.end : place.end + 1] in ("的", "“", '"')
    if behind and (unit in _counting() or (joined and unit in _extent())):
        return behind
    start = _begin(_CLAUSE, text, place.start)
    return _trimmed(_without(text, start, place.start, earlier)) or (behind if unit not in _shares() else "")


def _without(text: str, start: int, end: int, figures: Sequence[_Place]) -> str:
    """A stretch of a text with the figures in it left out."""
    parts: list[str] = []
    for figure in figures:
        if start <= figure.start < end:
            parts.append(text[start : figure.start])
            start = figure.end
    return "".join((*parts, text[start:end]))


def _clause_before(text: str, place: _Place, sentence: int, earlier: Sequence[_Place]) -> str:
    """What the clause before that of a figure measures, in the same sentence."""
    end = _begin(_CLAUSE, text, place.start) - 1
    return _trimmed(_without(text, max(sentence, _begin(_CLAUSE, text, end)), end, earlier)) if end > sentence else ""


def _trimmed(clause: str) -> str:
    """A clause without the words around what is measured, and without whose it is."""
    words = account_words()
    told = "".join(clause.split()).strip(_QUOTES)
    owner = owner_in(told, len(told))
    if owner:
        told = told[owner[1] :].removeprefix("的")
    while found := words.closing.search(fold(told)):
        told = told[: found.start()]
    for pattern in (_DATED, words.opening, words.verbs):
        while found := pattern.match(fold(told)):
            told = told[found.end() :]
    if owner is None and len(told) > _LONGEST:
        told = told.rpartition("的")[2] or told
    return told.strip(_QUOTES)[-_LONGEST:]


def _noun(text: str, end: int) -> str:
    found = account_words().noun.match(fold(text[end : end + 24]))
    if found is None:
        return ""
    noun = text[end + found.start("noun") : end + found.end("noun")].strip()
    opening = account_words().opening.match(fold(noun))
    return noun[opening.end() :] if opening else noun


def _measured_in_english(text: str, place: _Place) -> str:
    behind = _ENGLISH.match(text[place.end : place.end + 60].lstrip())
    noun = _ENGLISH_STOP.sub("", behind[0]).strip() if behind else ""
    if noun:
        return noun
    clause = text[_begin(_CLAUSE, text, place.start) : place.start]
    return " ".join(clause.split()[-4:])


@cache
def _counting() -> frozenset[str]:
    """The measure words of things, and those of people that are no nouns themselves."""
    return frozenset((*measures()["thing"], "名", "位", "大", ""))


@cache
def _extent() -> frozenset[str]:
    groups = ("area", "volume", "length", "weight", "people")
    return frozenset(word for group in groups for word in measures()[group])


@cache
def _shares() -> frozenset[str]:
    return frozenset((*measures()["share"], *measures()["money"]))
