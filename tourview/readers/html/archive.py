"""Web pages saved as one file (MHTML, RFC 2557): the page with the report among the parts of a message."""

from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.parser import BytesFeedParser
from email.policy import compat32
from hashlib import sha256

from tourview.i18n import _
from tourview.readers.document import Document
from tourview.readers.html.reading import read_html, read_page
from tourview.readers.portions import between
from tourview.report import Progress, ReportError, Source

_PORTION = 1 << 16  # bytes at a time, so that progress is told and a cancel heard
_SPLIT = 0.4  # the share of the work that taking the message apart is
_MOST_PAGES = 20
_PAGES = ("text/html", "application/xhtml+xml")


def read_mhtml(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document that a web page saved as one file holds: of its pages, frames among them, that with most text.

    Nothing is fetched. A plain page that is only called so is read as a page.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If no page is in the file, or none can be read.
    """
    if data.lstrip()[:1] == b"<":
        return read_html(data, name, progress)
    source = Source(name, sha256(data).hexdigest())
    pages = list(_pages(_message(data, name, between(progress, 0, _SPLIT))))
    if not pages:
        raise ReportError(name, _("no web page is in this archive; save the page again as HTML and open that"))
    documents: list[Document] = []
    refusal: ReportError | None = None
    for number, (page, charset) in enumerate(pages):
        share = _SPLIT + (1 - _SPLIT) * number / len(pages), _SPLIT + (1 - _SPLIT) * (number + 1) / len(pages)
        try:
            documents.append(read_page(page, name, source, charset, between(progress, *share)))
        except ReportError as error:
            refusal = refusal or error
    if not documents and refusal is not None:
        raise refusal
    return max(documents, key=lambda document: len(document.text))


def _message(data: bytes, name: str, progress: Progress | None) -> Message:
    parser = BytesFeedParser(policy=compat32)
    try:
        for start in range(0, len(data), _PORTION):
            parser.feed(data[start : start + _PORTION])
            if progress:
                progress(min(1.0, (start + _PORTION) / len(data)))
        return parser.close()
    except (MessageError, RecursionError, ValueError):
        raise ReportError(name, _("the web archive is damaged; save the page again as HTML and open that")) from None


def _pages(message: Message) -> Iterator[tuple[bytes, str | None]]:
    """The first pages in a message, with the encoding declared of each."""
    count = 0
    for part in message.walk():
        if part.get_content_type() in _PAGES and count < _MOST_PAGES:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                count += 1
                yield content, part.get_content_charset()
