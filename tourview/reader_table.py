"""Where each format's reader lives: a new format is a row here, a module in `readers/`, and its mark in `formats`."""

from importlib import import_module
from importlib.machinery import PathFinder
from typing import NamedTuple

from tourview.i18n import _
from tourview.report import ReportError


class Reader(NamedTuple):
    """A format's reader, imported when a file needs it.

    Attributes:
        module: Its module.
        function: Its function in there.
        whole: Whether it makes a Report, given what finds the notices of one that states none; the others make a
            Document, whose structure is yet to be found.
        quick: Bytes up to which a file is read in no time; a larger one is read behind a screen that shows progress.
        library: The package it stands on, and the name `pip` knows it by; None if it needs none.
    """

    module: str
    function: str
    whole: bool = False
    quick: int = 1 << 20
    library: tuple[str, str] | None = None


_LXML = ("lxml", "lxml")

READERS = {
    "text": Reader("tourview.readers.text.reading", "read_text"),
    "markdown": Reader("tourview.readers.markdown.reading", "read_markdown"),
    "yaml": Reader("tourview.readers.yaml.reading", "read_yaml", whole=True),
    "docx": Reader("tourview.readers.docx.reading", "read_docx", quick=1 << 16, library=_LXML),
    "pdf": Reader("tourview.readers.pdf.reading", "read_pdf", quick=1 << 16, library=("pypdfium2", "pypdfium2")),
    "html": Reader("tourview.readers.html.reading", "read_html", quick=1 << 18, library=_LXML),
    "mhtml": Reader("tourview.readers.html.archive", "read_mhtml", quick=1 << 18, library=_LXML),
}
"""By the name of the format, as `readers.formats.format_of` tells it."""

ENDINGS = (
    *(".txt", ".md", ".docx", ".pdf", ".html", ".yaml", ".json", ".mhtml"),
    *(".text", ".markdown", ".docm", ".htm", ".xhtml", ".yml", ".mht"),
)
"""The endings, in lower case, of files that are offered where a report is looked for; each format's usual one first."""


def reader_for(name: str, data: bytes) -> Reader:
    """The reader of a file.

    Args:
        name: Its name.
        data: Its bytes, or the first 64 KB of them.

    Raises:
        ReportError: If it is in a format that is not read, or one whose library is not installed; it tells the cure.
    """
    reader = READERS[import_module("tourview.readers.formats").format_of(name, data)]
    if reader.library and PathFinder.find_spec(reader.library[0]) is None:
        message = _("reading it needs {library}; install it with `pip install {library}`")
        raise ReportError(name, message.format(library=reader.library[1]))
    return reader
