"""The XML inside a Word file: its names, its values, and a parser that trusts nothing.

Entities are not resolved, a document type is refused (ECMA-376 part 2 forbids one), nothing is ever fetched, and trees
are read piece by piece so that a huge document never stands in memory whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from tourview.i18n import _
from tourview.report import Progress, ReportError

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_MAIN}}}"
"""The namespace of WordprocessingML, as the names of elements and attributes begin with it."""
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
VAL = f"{W}val"

MAX_TAGS = 3_000_000
"""Tags in one part, those that begin and those that end. A thousand pages take about one million."""
MAX_TREE_TAGS = 800_000
"""Tags in a part that is read as a whole: styles, numbering, notes."""
MAX_PIECES = 300_000
"""Paragraphs and rows of tables in one part, about 8,000 pages."""
_MAX_PIECE = 8 << 20  # bytes of XML in one paragraph or row of a table: about half a million characters
_STEP = 1 << 16  # bytes parsed at a time
_STRICT = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN),
    (
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "http://purl.oclc.org/ooxml/officeDocument/math",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_KEPT = (f"{W}sdtPr", f"{W}tblPr", f"{W}tblGrid")  # what stands first in its parent and tells of all that follows
_PIECES = (f"{W}p", f"{W}tr")
_FALSE = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Part:
    """The XML of a part of a Word file, and what to call it in an error: the file's name and the part's."""

    file: str
    name: str
    data: bytes

    def refuse(self, message: str) -> ReportError:
        """The error that this part is not as it must be."""
        return ReportError(self.file, message.format(part=self.name))


def parsed(part: Part) -> etree._Element:
    """The root of a part that is small: styles, numbering, notes.

    Raises:
        ReportError: If it is damaged, has too many tags, or has a document type.
    """
    _check_tags(part, MAX_TREE_TAGS)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_transitional(part.data), parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(part, error) from None
    _check_type(part, root)
    return root


def pieces(part: Part, tags: Sequence[str], progress: Progress | None = None) -> Iterator[etree._Element]:
    """The outermost paragraphs and table rows of a part, and the elements with one of the tags, each whole, in order.

    What comes before a paragraph or row, and what it holds, is gone from the tree when the next one comes, so that
    memory does not grow with the document.

    Args:
        part: The part.
        tags: The names of further elements.
        progress: Told the share parsed; may raise to cancel.

    Raises:
        ReportError: As `parsed` does, and where a paragraph or row is too large.
    """
    _check_tags(part, MAX_TAGS)
    data = _transitional(part.data)
    parser = etree.XMLPullParser(
        events=("end",),
        tag=(*_PIECES, *tags),
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    freed = count = 0
    for at in range(0, len(data), _STEP):
        _feed(parser, part, data[at : at + _STEP])
        for _event, element in parser.read_events():
            if not isinstance(element, etree._Element):  # an event without an element, of those not asked for
                continue
            if at == 0:
                _check_type(part, element)
            count += 1
            if element.tag not in _PIECES:
                yield element
            elif _is_outermost(element):
                yield element
                _free(element)
                freed = at
        if at - freed > _MAX_PIECE:
            raise part.refuse(_("{part}: one paragraph or table row is too large to read; split it in Word"))
        if count > MAX_PIECES:
            raise too_much(part)
        if progress:
            progress(min(1.0, (at + _STEP) / len(data)))
    _check_type(part, _feed(parser, part, b""))


def _feed(parser: etree.XMLPullParser, part: Part, data: bytes) -> etree._Element | None:
    """Feed the parser; with nothing more to come, the root."""
    try:
        if data:
            parser.feed(data)
            return None
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise _damaged(part, error) from None


def _is_outermost(element: etree._Element) -> bool:
    """Whether a paragraph or row stands in no other, and in no rendering that another is read for."""
    parent = element.getparent()
    if parent is not None and parent.tag == f"{W}body":
        return True
    return all(above.tag not in _PIECES and above.tag != f"{MC}Fallback" for above in element.iterancestors())


def _free(element: etree._Element) -> None:
    """Take what an element holds, and what stands before it, out of the tree."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None and before.tag not in _KEPT:
        parent.remove(before)


def value(element: etree._Element | None, name: str) -> str | None:
    """The `val` of a child of an element; None without either."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """A whole number as an attribute states it; None for anything else."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def is_on(element: etree._Element) -> bool:
    """Whether a property that is there or not (ST_OnOff) is on."""
    return element.get(VAL, "true") not in _FALSE


def too_much(part: Part) -> ReportError:
    """The error that a part holds more than can be read."""
    return part.refuse(_("{part}: too many paragraphs to read; split the report in Word"))


def _with_entities(part: Part) -> ReportError:
    return part.refuse(_("{part}: it declares entities, which no Word file may; save it again in Word or WPS"))


def _transitional(data: bytes) -> bytes:
    """The XML with the namespaces of the transitional form, which say the same as those of the strict one."""
    if b"http://purl.oclc.org/ooxml/" not in data:
        return data
    for strict, transitional in _STRICT:
        for quote in ('"', "'"):
            data = data.replace(f"={quote}{strict}{quote}".encode(), f"={quote}{transitional}{quote}".encode())
    return data


def _check_tags(part: Part, most: int) -> None:
    if part.data.count(b"<") > most:
        raise too_much(part)


def _check_type(part: Part, element: etree._Element | None) -> None:
    if element is not None and element.getroottree().docinfo.internalDTD is not None:
        raise _with_entities(part)


def _damaged(part: Part, error: etree.XMLSyntaxError) -> ReportError:
    if "xcessive depth" in str(error):
        return part.refuse(_("{part}: tables or boxes nested too deep to read; simplify it in Word"))
    if "ntity" in str(error):
        return _with_entities(part)
    return part.refuse(_("{part}: the file is damaged; open it in Word or WPS, save it again and open that"))
