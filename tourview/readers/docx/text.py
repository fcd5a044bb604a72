"""The words of a paragraph of a Word file, and how they look.

What is deleted, moved away or hidden is left out, what is inserted is kept; a field gives its result, a choice between
renderings its first, a soft hyphen nothing. A note leaves its number in square brackets. Text boxes are handed on: they
are read after the paragraph that they are anchored to.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tourview.readers.docx.fields import Fields
from tourview.readers.docx.styles import Look, Styles, look_of
from tourview.readers.docx.xml import MATH, MC, VML, W, is_on, value

_XML_BLANKS = " \t\n\r"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_SYMBOLS = {
    0xF000 + code: sign
    for code, sign in zip(
        (0xB7, 0x6C, 0x6E, 0x6F, 0xA8, 0xFC, 0xFE, 0xFB, 0xD8, 0xA7, 0xE0, 0xB0, 0xB1, 0xB4, 0xA3, 0xB3),
        "•●■□□✓☑✗➢▪→°±×≤≥",
        strict=True,
    )
}
"""The signs of Symbol and Wingdings that reports use, as characters that every font has."""
_LEFT_OUT = frozenset(
    W + name
    for name in (
        *(
            "pPr",
            "rPr",
            "del",
            "moveFrom",
            "sdtPr",
            "sdtEndPr",
            "tblPr",
            "tblGrid",
            "trPr",
            "tcPr",
            "sectPr",
            "delText",
        ),
        *("delInstrText", "proofErr", "bookmarkStart", "bookmarkEnd", "commentReference", "annotationRef", "pgNum"),
        *("softHyphen", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
    )
)
_AS_WRITTEN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


_PLAIN = Look()


@dataclass(slots=True)
class Notes:
    """The notes a text refers to, in the order in which it does: each is footnotes or endnotes, and an id."""

    met: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, kind: str, note: str) -> int:
        """The number of a note, counted in reading order, foot and end notes together."""
        return self.met.setdefault((kind, note), len(self.met) + 1)


@dataclass(slots=True)
class Words:
    """What the runs of a paragraph hold.

    Attributes:
        parts: The text, in pieces; LF where the line is broken.
        boxes: The contents of the text boxes anchored in it.
        looks: How many characters, blanks aside, have each look that their runs state.
        contents: Whether it is, in part at least, the result of a table of contents.
    """

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    looks: Counter[Look] = field(default_factory=Counter)
    contents: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self.parts)


def chosen(element: etree._Element) -> etree._Element | None:
    """The one rendering of an mc:AlternateContent that is read: its first choice, else the fallback."""
    choice = element.find(f"{MC}Choice")
    return element.find(f"{MC}Fallback") if choice is None else choice


class Gatherer:
    """Gathers the words of one paragraph after another.

    Args:
        styles: The styles that runs name.
        notes: Takes the notes that are referred to.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._words = Words()
        self._styles = styles
        self._fields = fields = Fields()
        self._notes = notes
        self._look = _PLAIN
        self._takers: dict[str, Callable[[etree._Element], None]] = {
            f"{W}t": self._take_text,
            f"{MATH}t": self._take_text,
            f"{W}r": self._take_run,
            f"{W}instrText": lambda element: fields.instruct(element.text or ""),
            f"{W}fldChar": lambda element: fields.mark(element.get(f"{W}fldCharType", "")),
            f"{W}fldSimple": self._take_simple_field,
            f"{W}sym": self._take_symbol,
            f"{W}footnoteReference": lambda element: self._take_note("footnotes", element),
            f"{W}endnoteReference": lambda element: self._take_note("endnotes", element),
            f"{W}txbxContent": self._take_box,
            f"{VML}textpath": self._take_art,
            f"{MC}AlternateContent": self._take_choice,
            f"{W}ruby": self._take_ruby,
        }

    def words_of(self, paragraph: etree._Element) -> Words:
        """What a paragraph (`w:p`) holds; fields that are open at its end go on in the next."""
        self._words = Words()
        self._look = _PLAIN
        self._take(paragraph)
        self._fields.end_paragraph()
        return self._words

    def _take(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            taker = self._takers.get(tag)
            if taker is not None:
                taker(child)
            elif tag in _AS_WRITTEN:
                self._add(_AS_WRITTEN[tag])
            elif tag not in _LEFT_OUT:
                self._take(child)

    def _add(self, text: str) -> None:
        if not text or self._look.hidden or not self._fields.shows:
            return
        self._words.parts.append(text)
        self._words.contents = self._words.contents or self._fields.lists_contents
        visible = len(text) - text.count(" ") - text.count("\u3000")
        if visible and not text.isspace():
            self._words.looks[self._look] += visible

    def _take_run(self, run: etree._Element) -> None:
        if not len(run):
            return
        properties = run[0] if run[0].tag == f"{W}rPr" else None
        if properties is not None:
            look = look_of(properties)
            style = value(properties, "rStyle")
            self._look = look.over(self._styles.run(style)) if style else look
        self._take(run)
        self._look = _PLAIN

    def _take_text(self, element: etree._Element) -> None:
        text = element.text or ""
        if element.get(_PRESERVE) != "preserve" and not element.tag.startswith(MATH):
            text = text.strip(_XML_BLANKS)
        self._add(text.translate(_SPACED) if "\n" in text or "\r" in text else text)

    def _take_simple_field(self, element: etree._Element) -> None:
        self._fields.mark("begin")
        self._fields.instruct(element.get(f"{W}instr", ""))
        self._fields.mark("separate")
        self._take(element)
        self._fields.mark("end")

    def _take_symbol(self, element: etree._Element) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if code < 0x100 and code + 0xF000 in _SYMBOLS:
            code += 0xF000
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE:
            self._add(_SYMBOLS.get(code) or chr(code))

    def _take_note(self, kind: str, element: etree._Element) -> None:
        if self._fields.shows and not self._look.hidden:
            self._add(f"[{self._notes.number(kind, element.get(f'{W}id', ''))}]")

    def _take_box(self, element: etree._Element) -> None:
        self._words.boxes.append(element)

    def _take_art(self, element: etree._Element) -> None:
        """Decorative letters (WordArt) hold their words in an attribute."""
        self._add(element.get("string", "").translate(_SPACED))

    def _take_choice(self, element: etree._Element) -> None:
        rendering = chosen(element)
        if rendering is not None:
            self._take(rendering)

    def _take_ruby(self, element: etree._Element) -> None:
        """Words with their reading above them: the reading follows in brackets."""
        base, reading = element.find(f"{W}rubyBase"), element.find(f"{W}rt")
        if base is not None:
            self._take(base)
        if reading is not None and any(text.strip() for text in reading.itertext()):
            self._add("（")
            self._take(reading)
            self._add("）")


_SPACED = str.maketrans("\n\r", "  ")


def is_deleted(properties: etree._Element | None) -> bool:
    """Whether a paragraph's end is deleted, so that the next paragraph goes on in its line."""
    mark = None if properties is None else properties.find(f"{W}rPr/{W}del")
    return mark is not None


def hides_mark(properties: etree._Element | None) -> bool:
    """Whether a paragraph's end is hidden, as is all of it where its words are, too."""
    mark = None if properties is None else properties.find(f"{W}rPr/{W}vanish")
    return mark is not None and is_on(mark)


def children(container: etree._Element) -> Iterator[etree._Element]:
    """What a container holds, out of content controls, insertions and other wrappings."""
    for child in container:
        if child.tag in _WRAPPINGS:
            yield from children(child)
        elif child.tag == f"{MC}AlternateContent":
            rendering = chosen(child)
            if rendering is not None:
                yield from children(rendering)
        else:
            yield child


_WRAPPINGS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
