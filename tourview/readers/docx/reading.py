"""Word files (.docx, .docm, .dotx, .dotm; ECMA-376, transitional and strict).

The text is composed: one paragraph a line, the labels that Word numbers automatically written out before their words, a
table's row on a line, text boxes after the paragraph they are anchored to, the notes at the end, each behind its number
in square brackets. A table of contents, and what a page that was pasted has left behind, stay where they are; headers
and footers come last. All of these are chrome.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from lxml import etree

from tourview.i18n import _
from tourview.readers.document import Document, Metadata
from tourview.readers.docx.body import Paragraph, Story
from tourview.readers.docx.hints import body_of, is_heading_long, is_prominent, with_chrome, with_title_levels
from tourview.readers.docx.numbering import Numbering
from tourview.readers.docx.package import Package, open_package
from tourview.readers.docx.page import Page
from tourview.readers.docx.properties import stated_title
from tourview.readers.docx.styles import Styles
from tourview.readers.docx.text import Notes
from tourview.readers.docx.xml import R_ID, Part, W, parsed, pieces, too_much
from tourview.report import Progress, ReportError, Source

_READING = 0.9  # the share of the work that reading the body is
_NOTE_TYPES = ("separator", "continuationSeparator", "continuationNotice")
_MAX_MARGINS = 8 << 20  # bytes of XML in all headers and footers
_MARGINS = (f"{W}headerReference", f"{W}footerReference")


def read_docx(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document a Word file holds.

    Headings state their depth by style or outline level; short paragraphs that are bold, centred, larger or in a
    heading's typeface throughout are prominent. A title in the style of one, or in the file's properties where a line
    of the text says the same, is the metadata's title.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If it is no Word file, is encrypted, damaged or too large, holds a part that only Word can read, or
            has no text.
    """
    package = open_package(data, name)
    reader = _Reader(package)
    body = reader.body(None if progress is None else lambda share: progress(_READING * share))
    body = with_chrome(with_title_levels(body))
    notes = list(reader.notes())
    margins = list(reader.margins())
    page = _composed(body, notes, margins, progress)
    if not page.blocks:
        raise ReportError(name, _("it holds no text; if its pages are pictures, recognise their text (OCR) first"))
    title = page.title or stated_title(package, page.blocks)
    digest = sha256(data).hexdigest()
    return Document(page.text(), tuple(page.blocks), Source(name, digest), Metadata(title=title), tuple(page.chrome))


class _Reader:
    """Reads the stories of a file: its body, its notes, its headers and footers."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(self._root("styles"))
        self._numbering = Numbering(self._root("numbering"), self._styles)
        self._notes = Notes()
        self._margins: dict[str, None] = {}

    def body(self, progress: Progress | None) -> list[Paragraph]:
        """The paragraphs of the body."""
        part = self._package.part(self._package.main)
        if part is None:
            raise ReportError(
                self._package.name, _("it holds no Word document; save it as docx in Word or WPS and open that")
            )
        return list(self._body(part, progress))

    def notes(self) -> Iterator[Paragraph]:
        """The notes that the body refers to, in its order, each behind its number."""
        roots = {kind: self._root(kind) for kind in ("footnotes", "endnotes")}
        elements = {
            (kind, child.get(f"{W}id", "")): child
            for kind, root in roots.items()
            for child in (() if root is None else root)
            if child.get(f"{W}type") not in _NOTE_TYPES
        }
        for key, number in list(self._notes.met.items()):
            element = elements.get(key)
            story = () if element is None else self._story().paragraphs(element)
            for place, paragraph in enumerate(story):
                plain = replace(paragraph, depth=None, centred=False, title=False)
                yield plain if place else replace(plain, text=f"[{number}] {paragraph.text}")

    def margins(self) -> Iterator[Paragraph]:
        """The lines of the headers and footers, each once."""
        targets = {relation.id: relation.target for relation in self._package.relations(self._package.main)}
        seen: set[str] = set()
        size = 0
        for relation in self._margins:
            part = self._package.part(targets.get(relation, ""))
            size += 0 if part is None else len(part.data)
            if part is not None and size > _MAX_MARGINS:
                raise too_much(part)
            for paragraph in () if part is None else self._story().paragraphs(parsed(part)):
                if paragraph.text not in seen:
                    seen.add(paragraph.text)
                    yield paragraph

    def _body(self, part: Part, progress: Progress | None) -> Iterator[Paragraph]:
        story = self._story()
        for element in pieces(part, (f"{W}sectPr", f"{W}altChunk"), progress):
            if element.tag == f"{W}altChunk":
                raise part.refuse(
                    _("{part}: a whole document is embedded in it; open it in Word, save it again and open that")
                )
            if element.tag == f"{W}sectPr":
                self._margins.update({child.get(R_ID, ""): None for child in element if child.tag in _MARGINS})
            else:
                yield from story.of(element)
        yield from story.finish()

    def _story(self) -> Story:
        return Story(self._styles, self._numbering, self._notes)

    def _root(self, kind: str) -> etree._Element | None:
        part = self._package.related(kind)
        return None if part is None else parsed(part)


def _composed(
    body: Sequence[Paragraph], notes: Sequence[Paragraph], margins: Sequence[Paragraph], progress: Progress | None
) -> Page:
    page = Page()
    running = body_of(body)
    for place, paragraph in enumerate(body):
        if paragraph.chrome:
            page.add_chrome(paragraph.text)
        elif paragraph.title:
            page.add_title(paragraph.text)
        else:
            short = is_heading_long(paragraph.text)
            depth = paragraph.depth if short else None
            page.add(paragraph.text, depth, prominent=is_prominent(paragraph, running))
        if progress and place % 4096 == 0:
            progress(_READING + (1 - _READING) * place / len(body))
    for place, paragraph in enumerate(notes):
        if place == 0:
            page.part()
        page.add(paragraph.text)
    for place, paragraph in enumerate(margins):
        if place == 0:
            page.part()
        page.add_chrome(paragraph.text)
    return page
