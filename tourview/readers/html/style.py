"""What an element's style tells a reader: hidden or shown, a block or a part of a line, bold, centred, how large.

Only what is written on the element itself is looked at, by CSS and by the attributes that HTML 4 had for it; style
sheets are not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tourview.readers.html.names import WATERMARKS

ROOT_SIZE = 16.0
"""Pixels of running text where nothing is said."""

_BOLD = frozenset(("b", "strong", "th"))
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_VERBATIM = frozenset(("pre", "listing", "xmp", "plaintext"))
_STYLED = _BOLD | _VERBATIM | _HEADINGS.keys() | {"big", "center", "small", "table"}
_FONT_SIZES = (10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)  # of <font size=1> to 7
_NAMED_SIZES = {"small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0}
_PIXELS = {"px": 1.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0}
_LONGEST = 4000  # code points of a style that are looked at; pages saved in one file hold pictures in it
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})\s*(px|pt|em|rem|%|cm|mm|in)?(?![\w.])")


@dataclass(frozen=True, slots=True)
class Style:
    """How the text in an element is set.

    Attributes:
        depth: Of the heading it is in, 1 to 6; else None.
        size: Of its letters, in pixels.
        keeps_lines: Whether a line break of the source is one of the page.
        keeps_blanks: Whether blanks are kept as well.
    """

    depth: int | None = None
    bold: bool = False
    centred: bool = False
    linked: bool = False
    size: float = ROOT_SIZE
    keeps_lines: bool = False
    keeps_blanks: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """What a style attribute declares; None: nothing.

    Attributes:
        scale: What the size of the letters is multiplied by.
        size: Their size in pixels.
        lists: The `list-style-type`.
        is_label: Whether Word marks the text as the number of a list's item.
    """

    hidden: bool = False
    block: bool = False
    bold: bool | None = None
    centred: bool | None = None
    scale: float | None = None
    size: float | None = None
    white_space: str | None = None
    lists: str | None = None
    is_label: bool = False


NOTHING = Declared()


def declared(attributes: Mapping[str, str]) -> Declared:
    """What the `style` attribute among these declares."""
    style = attributes.get("style")
    if not style:
        return NOTHING
    return _declared(style) if len(style) <= _LONGEST else _parsed(style[:_LONGEST])


def is_hidden(attributes: Mapping[str, str], style: Declared) -> bool:
    """Whether an element is not shown, so far as it says so itself."""
    if style.hidden or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    names = attributes.get("class")
    return bool(names) and not WATERMARKS.isdisjoint((names or "").split())


def styled(outer: Style, tag: str, attributes: Mapping[str, str], style: Declared) -> Style:
    """How the text of an element is set within one set as `outer`."""
    if not attributes and tag not in _STYLED:
        return outer
    bold = style.bold if style.bold is not None else (tag in _BOLD or outer.bold)
    centred, size = _is_centred(tag, attributes, style), _size(outer, tag, attributes, style)
    space = style.white_space or ("pre" if tag in _VERBATIM else None)
    keeps_lines = outer.keeps_lines if space is None else space.startswith("pre") or space == "break-spaces"
    return Style(
        depth=_depth(tag, attributes) or outer.depth,
        bold=bold,
        centred=outer.centred if centred is None else centred,
        linked=outer.linked or (tag == "a" and "href" in attributes),
        size=outer.size if size is None else size,
        keeps_lines=keeps_lines,
        keeps_blanks=outer.keeps_blanks if space is None else keeps_lines and space != "pre-line",
    )


def _depth(tag: str, attributes: Mapping[str, str]) -> int | None:
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "2")
        return int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
    return _HEADINGS.get(tag)


def _is_centred(tag: str, attributes: Mapping[str, str], style: Declared) -> bool | None:
    if style.centred is not None:
        return style.centred
    align = attributes.get("align")
    if align is not None and tag not in ("table", "img"):
        return align.lower() in ("center", "middle")
    if tag == "center":
        return True
    return False if tag == "table" else None


def _size(outer: Style, tag: str, attributes: Mapping[str, str], style: Declared) -> float | None:
    if style.size is not None:
        return style.size
    if style.scale is not None:
        return outer.size * style.scale
    if tag == "font":
        return _font_size(attributes.get("size", "").strip())
    if tag == "big":
        return outer.size * 1.2
    return outer.size / 1.2 if tag == "small" else None


def _font_size(text: str) -> float | None:
    sign, digits = (text[0], text[1:]) if text[:1] in ("+", "-") else ("", text)
    if not (digits.isdecimal() and digits.isascii() and len(digits) < 3):
        return None
    step = {"": 0, "+": 3, "-": 3}[sign] + (-int(digits) if sign == "-" else int(digits))
    return _FONT_SIZES[min(max(step, 1), 7) - 1]


@lru_cache(4096)
def _declared(style: str) -> Declared:
    return _parsed(style)


def _parsed(style: str) -> Declared:
    values = {}
    for declaration in style.lower().split(";"):
        name, _colon, value = declaration.partition(":")
        values[name.strip()] = value.replace("!important", "").strip()
    display, weight, align = values.get("display"), values.get("font-weight"), values.get("text-align")
    scale, size = _font(values.get("font-size"))
    return Declared(
        hidden=display == "none"
        or values.get("visibility") in ("hidden", "collapse")
        or values.get("mso-hide") == "all"
        or size == 0
        or scale == 0,
        block=display in ("block", "flex", "grid", "list-item", "table", "table-row"),
        bold=None if weight is None or weight in ("inherit", "") else weight.startswith("bold") or _is_heavy(weight),
        centred=None if align is None else align in ("center", "-webkit-center"),
        scale=scale,
        size=size,
        white_space=values.get("white-space"),
        lists=values.get("list-style-type") or values.get("list-style"),
        is_label="ignore" in values.get("mso-list", ""),
    )


def _is_heavy(weight: str) -> bool:
    return weight in ("600", "700", "800", "900")


def _font(value: str | None) -> tuple[float | None, float | None]:
    """What a `font-size` multiplies the size by, and the size it states in pixels; one of them or none."""
    if not value:
        return None, None
    if value in _NAMED_SIZES:
        return None, _NAMED_SIZES[value]
    found = _LENGTH.match(value)
    if found is None:
        return {"larger": 1.2, "smaller": 1 / 1.2}.get(value), None
    number, unit = float(found[1]), found[2]
    if unit == "em":
        return number, None
    if unit == "%":
        return number / 100, None
    return None, number * (ROOT_SIZE if unit == "rem" else _PIXELS.get(unit or "px", 1.0))
