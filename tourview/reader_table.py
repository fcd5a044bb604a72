"""Which reader reads a file, by the ending of its name. A new format is a row here and a module in `readers/`."""

import re
from pathlib import PurePath
from typing import NamedTuple

from tourview.i18n import _
from tourview.report import ReportError


class Reader(NamedTuple):
    """Where a format's reader lives: its module and function, imported when a file needs it.

    `whole` tells a reader that makes a Report, given what finds the notices of one that states none; the others make a
    Document, whose structure is yet to be found.
    """

    module: str
    function: str
    whole: bool = False


_HEAD = 1 << 16
_YAML_TITLE = re.compile(rb"^title:[ \t]", re.MULTILINE)
_YAML_SECTIONS = re.compile(rb"^sections:", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:---\n(?:[^\n]*\n){1,40}?---\n)?\s*#{1,6}[ \t]")

_TEXT = Reader("tourview.readers.text", "read_text")
_MARKDOWN = Reader("tourview.readers.markdown", "read_markdown")
_YAML = Reader("tourview.readers.yaml_report", "read_yaml", whole=True)

READERS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".yaml": _YAML,
    ".yml": _YAML,
}
"""By ending, in lower case. A file with another ending is read by what it begins with, unless it is one of `UNREAD`."""

UNREAD = frozenset(
    (
        *(".doc", ".docx", ".htm", ".html", ".mht", ".mhtml", ".odp", ".ods", ".odt", ".ofd", ".pages", ".pdf", ".ppt"),
        *(".epub", ".pptx", ".rtf", ".wps", ".xhtml", ".xls", ".xlsx", ".xml"),
    )
)


def reader_for(name: str, head: bytes = b"") -> Reader:
    """The reader of a file called so.

    Args:
        name: Its name. Without an ending that tells (standard input has none), its beginning does.
        head: The file's first bytes.

    Raises:
        ReportError: If its ending is that of a format this version does not read.
    """
    ending = PurePath(name).suffix.lower()
    if ending in UNREAD:
        message = _(
            "{ending} files are not read by this version; save it as plain text, Markdown or YAML and open that"
        )
        raise ReportError(name, message.format(ending=ending.removeprefix(".")))
    if ending in READERS:
        return READERS[ending]
    head = head[:_HEAD]
    if _YAML_TITLE.search(head) and _YAML_SECTIONS.search(head):
        return _YAML
    return _MARKDOWN if _MARKDOWN_HEADING.search(head) else _TEXT
