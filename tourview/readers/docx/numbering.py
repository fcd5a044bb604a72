"""Word's automatic numbering: which label stands before a paragraph (ECMA-376 part 1, 17.9).

A list (num) takes its levels from an abstract one, some of them overridden. Lists that share an abstract list share its
counters, as in Word: one goes on where the other stopped, unless it states a number to start from.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from tourview.readers.docx.numerals import written, zero_padded
from tourview.readers.docx.styles import Styles
from tourview.readers.docx.xml import VAL, W, is_on, number, value

LEVELS = 9
_LONGEST_CHAIN = 8
_LONGEST_LABEL = 40  # code points
_PLACE = re.compile("%([1-9])")
_SYMBOL_FACES = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "monotype sorts")
_PRIVATE = range(0xE000, 0xF900)
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list.

    Attributes:
        number_format: As Word names it.
        pattern: The label, with %1 to %9 where the numbers of the levels stand.
        start: The first number.
        restart: The level, from 1, after which it begins anew; 0: never; None: after any above it.
        legal: Whether all numbers in the label are decimal.
        style: The paragraph style that stands for this level.
        custom: The items of a custom number format.
        joined: Whether the label touches the words.
    """

    number_format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    custom: str | None = None
    joined: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether its label counts nothing."""
        return self.number_format == "bullet"

    def numeral(self, count: int, *, decimal: bool) -> str:
        """A number as this level writes it, or in decimal."""
        if decimal and self.number_format != "none":
            return str(count)
        return zero_padded(count, self.custom) if self.custom else written(count, self.number_format)


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the id of its abstract list, its levels, and the numbers it states to start from."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: its text, and whether it touches the words; a bullet is no number."""

    text: str
    joined: bool
    bullet: bool = False


@dataclass(slots=True)
class _Counts:
    """How far an abstract list has counted: a number a level, where it has begun."""

    at: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, _Counts] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._lists = _read_lists(root, styles)

    def level_of(self, list_id: str, stated: int | None, style: str | None, by_style: str | None) -> int:
        """The level a paragraph is on.

        Args:
            list_id: The list.
            stated: What the paragraph or its style states.
            style: The paragraph's style.
            by_style: The style that names the list, None where the paragraph itself does. A style stands for the level
                that names it, whatever level it states.
        """
        found = self._lists.get(list_id)
        if found is not None and by_style is not None:
            for name in (style, by_style):
                for place, level in found.levels.items():
                    if level.style is not None and level.style == name:
                        return place
        return min(max(stated or 0, 0), LEVELS - 1)

    def label(self, list_id: str, place: int) -> Label | None:
        """The label of the next paragraph of a list on a level, which is counted; None where it has none."""
        found = self._lists.get(list_id)
        level = None if found is None else found.levels.get(place)
        if found is None or level is None:
            return None
        if level.is_bullet:
            return Label(level.pattern, False, bullet=True) if level.pattern else None
        counts = self._counts.setdefault(found.abstract, _Counts()).at
        self._count(list_id, found, place, level, counts)
        text = _PLACE.sub(lambda match: _numeral(found, level, counts, int(match[1]) - 1), level.pattern)
        return Label(text[:_LONGEST_LABEL], level.joined) if text.strip() else None

    def _count(self, list_id: str, found: _List, place: int, level: Level, counts: dict[int, int]) -> None:
        if place in found.starts and (list_id, place) not in self._begun:
            counts[place] = found.starts[place]
        else:
            counts[place] = counts[place] + 1 if place in counts else level.start
        self._begun.add((list_id, place))
        for deeper in range(place + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or place < restart:
                counts.pop(deeper, None)


def _numeral(found: _List, own: Level, counts: Mapping[int, int], place: int) -> str:
    level = found.levels.get(place)
    if level is None or level.is_bullet:
        return ""
    return level.numeral(counts.get(place, found.starts.get(place, level.start)), decimal=own.legal)


def _read_lists(root: etree._Element, styles: Styles) -> dict[str, _List]:
    abstracts = {element.get(f"{W}abstractNumId", ""): element for element in root.iter(f"{W}abstractNum")}
    targets = {element.get(f"{W}numId", ""): value(element, "abstractNumId") or "" for element in root.iter(f"{W}num")}
    links = {link: name for name, element in abstracts.items() if (link := value(element, "styleLink"))}
    levels: dict[str, dict[int, Level]] = {}
    lists: dict[str, _List] = {}
    for element in root.iter(f"{W}num"):
        list_id = element.get(f"{W}numId", "")
        abstract = _followed(targets.get(list_id, ""), abstracts, targets, links, styles)
        if abstract not in abstracts:
            continue
        if abstract not in levels:
            levels[abstract] = _read_levels(abstracts[abstract])
        lists[list_id] = _overridden(element, abstract, levels[abstract])
    lists.pop("0", None)  # numId 0 takes a paragraph out of every list, 17.9.18
    return lists


def _followed(
    abstract: str,
    abstracts: Mapping[str, etree._Element],
    targets: Mapping[str, str],
    links: Mapping[str, str],
    styles: Styles,
) -> str:
    """The abstract list that has the levels, where one only points to a numbering style (17.9.21)."""
    for _step in range(_LONGEST_CHAIN):
        element = abstracts.get(abstract)
        link = value(element, "numStyleLink")
        if element is None or link is None or element.find(f"{W}lvl") is not None:
            return abstract
        target = styles.list_of(link)
        abstract = links.get(link) or targets.get(target or "", "")
    return abstract


def _read_levels(element: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for child in element.iterchildren(f"{W}lvl"):
        place = number(child.get(f"{W}ilvl"))
        if place is not None and 0 <= place < LEVELS:
            found[place] = _read_level(child)
    return found


def _overridden(element: etree._Element, abstract: str, levels: dict[int, Level]) -> _List:
    """A list with what it overrides (17.9.8)."""
    own = dict(levels)
    starts: dict[int, int] = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        place = number(override.get(f"{W}ilvl"))
        if place is None or not 0 <= place < LEVELS:
            continue
        child = override.find(f"{W}lvl")
        if child is not None:
            own[place] = _read_level(child)
        start = number(value(override, "startOverride"))
        if start is not None:
            starts[place] = start
            if place in own:
                own[place] = replace(own[place], start=start)
    return _List(abstract, own, starts)


def _read_level(element: etree._Element) -> Level:
    stated = next(element.iter(f"{W}numFmt"), None)  # inside an mc:AlternateContent where it is a custom one
    number_format = "decimal" if stated is None else stated.get(VAL, "decimal")
    custom = stated.get(f"{W}format") if stated is not None and number_format == "custom" else None
    text = element.find(f"{W}lvlText")
    pattern = "" if text is None else text.get(VAL, "")
    start = number(value(element, "start"))
    legal = element.find(f"{W}isLgl")
    return Level(
        number_format=number_format,
        pattern=_bullet(pattern, element) if number_format == "bullet" else pattern,
        start=1 if start is None else start,
        restart=number(value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        style=value(element, "pStyle"),
        custom=custom,
        joined=value(element, "suff") == "nothing",
    )


def _bullet(pattern: str, element: etree._Element) -> str:
    """A bullet as a character that every font has: those of symbol fonts are letters and private characters."""
    fonts = element.find(f"{W}rPr/{W}rFonts")
    faces = () if fonts is None else (fonts.get(f"{W}ascii", ""), fonts.get(f"{W}hAnsi", ""))
    symbolic = any(face.lower() in _SYMBOL_FACES for face in faces)
    private = any(ord(char) in _PRIVATE for char in pattern)
    return _BULLET if symbolic or private or pattern.strip() in ("o", "") else pattern.strip()
