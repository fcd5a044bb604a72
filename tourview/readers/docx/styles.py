"""The styles of a Word file: what a paragraph or a run looks like by the style it names and those that one is based on.

ECMA-376 part 1, 17.7. Only what tells a heading, a title, a contents list and a number is read.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from tourview.readers.docx.xml import VAL, W, is_on, number, value

_DEFAULT_SIZE = 20  # half-points, where a file states none
_LONGEST_CHAIN = 32
_BODY_TEXT = 9  # the outline level of what is no heading
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])(?!\d)", re.IGNORECASE)
_CHINESE_HEADING = re.compile(r"([一二三四五六七八九])级标题|标题([一二三四五六七八九])$")
_TITLES = frozenset(("title", "标题", "標題", "文章标题", "公文标题", "大标题"))
_CONTENTS = re.compile(r"(?:toc|.{0,20}目[录錄])\s*(?:\d|heading|标题|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: bold, size in half-points, typeface of Chinese characters, hidden; None: nothing is stated."""

    bold: bool | None = None
    size: int | None = None
    face: str | None = None
    hidden: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This look, and where it states nothing the one below it."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.size if self.size is None else self.size,
            below.face if self.face is None else self.face,
            below.hidden if self.hidden is None else self.hidden,
        )


@dataclass(frozen=True, slots=True)
class Manner:
    """What a paragraph is by its style, or by its own properties.

    Attributes:
        outline: The outline level from 0, 9 for body text; None where nothing is stated.
        list_id: The number of the list (numId); "0" takes it out of any list; None where nothing is stated.
        list_level: The level in it, from 0.
        list_style: The id of the style that names the list, where a style does.
        centred: Whether its lines are centred.
        look: How its words look where their runs state nothing.
    """

    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    centred: bool | None = None
    look: Look = field(default_factory=Look)

    def over(self, below: "Manner") -> "Manner":
        """This manner, and where it states nothing the one below it."""
        return Manner(
            below.outline if self.outline is None else self.outline,
            below.list_id if self.list_id is None else self.list_id,
            below.list_level if self.list_level is None else self.list_level,
            below.list_style if self.list_id is None else self.list_style,
            below.centred if self.centred is None else self.centred,
            self.look.over(below.look),
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its name, with all that it takes over from those it is based on."""

    name: str
    manner: Manner

    @property
    def is_title(self) -> bool:
        """Whether it is that of a report's title."""
        return self.name.lower() in _TITLES

    @property
    def is_contents(self) -> bool:
        """Whether it is that of a table of contents, its lines or its heading."""
        return _CONTENTS.match(self.name) is not None


PLAIN = Style("", Manner(look=Look(size=_DEFAULT_SIZE)))
"""The style of a file that has none."""


class Styles:
    """The styles of a file, each resolved when it is first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._found: dict[str, Style] = {}
        self._whole: dict[str, Style] = {}
        self._elements: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._below = PLAIN.manner
        if root is None:
            return
        for element in root.iter(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements.setdefault(name, element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._default = name
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._below = Manner(look=look_of(defaults).over(PLAIN.manner.look))

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph that names this one, or none."""
        known = name if name in self._elements else self._default
        if known is None:
            return Style("", self._below)
        if known not in self._whole:
            style = self._resolved(known)
            self._whole[known] = Style(style.name, style.manner.over(self._below))
        return self._whole[known]

    def run(self, name: str) -> Look:
        """What a character style states of the words."""
        return self._resolved(name).manner.look if name in self._elements else Look()

    def list_of(self, name: str) -> str | None:
        """The list that a numbering style stands for."""
        element = self._elements.get(name)
        return None if element is None else value(element.find(f"{W}pPr/{W}numPr"), "numId")

    def _resolved(self, name: str) -> Style:
        """A style with what it takes over, without the file's defaults; each is resolved once."""
        chain: list[str] = []
        at: str | None = name
        while at in self._elements and at not in self._found and at not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(at)
            at = value(self._elements[at], "basedOn")
        style = self._found.get(at or "", Style("", Manner()))
        for known in reversed(chain):
            element = self._elements[known]
            title = value(element, "name") or known
            style = Style(title, _own_manner(element, known, title).over(style.manner))
            self._found[known] = style
        return self._found[name]


def manner_of(properties: etree._Element | None) -> Manner:
    """What a paragraph's own properties (pPr) state."""
    if properties is None:
        return Manner()
    numbering = properties.find(f"{W}numPr")
    centring = value(properties, "jc")
    return Manner(
        outline=number(value(properties, "outlineLvl")),
        list_id=value(numbering, "numId"),
        list_level=number(value(numbering, "ilvl")),
        centred=None if centring is None else centring == "center",
    )


def look_of(properties: etree._Element | None) -> Look:
    """What a run's properties (rPr) state."""
    bold = size = face = hidden = None
    for child in () if properties is None else properties:
        if child.tag == f"{W}b":
            bold = is_on(child)
        elif child.tag == f"{W}sz":
            size = _half_points(child.get(VAL, ""))
        elif child.tag == f"{W}rFonts":
            face = child.get(f"{W}eastAsia") or child.get(f"{W}eastAsiaTheme")
        elif child.tag == f"{W}vanish":
            hidden = is_on(child)
    return Look(bold, size, face, hidden)


def _own_manner(element: etree._Element, style: str, title: str) -> Manner:
    own = manner_of(element.find(f"{W}pPr"))
    outline = own.outline
    if outline is None:
        outline = _outline_by_name(title)
    return Manner(
        outline,
        own.list_id,
        own.list_level,
        style if own.list_id is not None else None,
        own.centred,
        look_of(element.find(f"{W}rPr")),
    )


def _outline_by_name(title: str) -> int | None:
    found = _HEADING.match(title)
    if found:
        return int(found[1]) - 1
    chinese = _CHINESE_HEADING.search(title)
    return "一二三四五六七八九".index(chinese[1] or chinese[2]) if chinese else None


def _half_points(text: str) -> int | None:
    """A size in half-points: `28`, or `14pt` as the strict form has it."""
    digits = text.removesuffix("pt")
    try:
        size = float(digits)
    except ValueError:
        return None
    if not 0 < size < 4000:
        return None
    return round(size * 2 if text.endswith("pt") else size)


def is_heading_level(outline: int | None) -> bool:
    """Whether an outline level is that of a heading, not of body text."""
    return outline is not None and 0 <= outline < _BODY_TEXT
