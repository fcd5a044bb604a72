"""PDF: the text of its pages put together again, with page numbers and running heads as chrome.

A PDF knows characters and places, nothing more. So the text is composed: lines from characters, columns and tables from
their places, paragraphs from indents, full lines and gaps; one paragraph a line, a blank line before what is set apart
as headings are. Every offset counts in that text.
"""

from collections.abc import Sequence
from hashlib import sha256

from tourview.readers.document import Block, Document, Metadata
from tourview.readers.pdf.child import answers_of, no_text
from tourview.readers.pdf.hints import depths_of, title_of
from tourview.readers.pdf.layout import lines_of
from tourview.readers.pdf.margins import chrome_of
from tourview.readers.pdf.measure import body_size, measure
from tourview.readers.pdf.page import Line, page_of
from tourview.readers.pdf.paragraphs import Paragraph, paragraphs_of
from tourview.readers.slices import single
from tourview.report import Progress, ReportError, Source, Span

_READING = 0.9  # the share of the work that the pages are


def read_pdf(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document a PDF holds.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If it cannot be read (damaged, locked, boundless), or has no text.
    """
    answers = answers_of(data, name, None if progress is None else lambda share: progress(_READING * share))
    head = next(answers)
    pages: list[list[Line]] = []
    width, gutter = 0.0, None
    for answer in answers:
        page = page_of(answer)
        width = max(width, page.width)
        lines, gutter = lines_of(page, len(pages), gutter)
        pages.append(lines)
    paragraphs = _paragraphs(pages, width)
    if not any(not paragraph.chrome for paragraph in paragraphs):
        raise ReportError(name, no_text())
    text, blocks, chrome = _composed(paragraphs, depths_of(paragraphs, [tuple(entry) for entry in head["bookmarks"]]))
    if progress:
        progress(1.0)
    metadata = Metadata(title_of(head["title"], paragraphs))
    return Document(text, blocks, Source(name, sha256(data).hexdigest()), metadata, chrome)


def _paragraphs(pages: Sequence[Sequence[Line]], width: float) -> list[Paragraph]:
    chrome = chrome_of(pages, body_size(line for lines in pages for line in lines))
    text = [line for lines in pages for line in lines if id(line) not in chrome and not line.aside]
    usual = measure(text or [line for lines in pages for line in lines], width)
    return list(paragraphs_of(pages, chrome, usual))


def _composed(
    paragraphs: Sequence[Paragraph], depths: dict[int, int]
) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """The text, and where its blocks and its chrome stand in it."""
    parts: list[str] = []
    blocks: list[tuple[Span, int | None, bool]] = []
    chrome: list[Span] = []
    at = 0
    apart = False
    for place, paragraph in enumerate(paragraphs):
        heading = place in depths or paragraph.prominent
        if heading and not apart and parts:
            parts.append("\n")
            at += 1
        span = at, at + len(paragraph.text)
        if paragraph.chrome:
            chrome.append(span)
        else:
            blocks.append((span, depths.get(place), paragraph.prominent))
            apart = heading
        parts += paragraph.text, "\n"
        at = span[1] + 1
    text = "".join(parts)
    made = (Block(single(text, *span), depth, prominent) for span, depth, prominent in blocks)
    return text, tuple(made), tuple(chrome)
