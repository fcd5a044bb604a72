"""What format a file is in: its bytes decide, and the ending of its name where they do not tell."""

import re
from pathlib import PurePath

from tourview.i18n import _
from tourview.report import ReportError

HEAD = 1 << 16
"""Bytes from the start of a file that tell its format."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file: Word, Excel and WPS of old; any encrypted one
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream an encrypted docx is kept in, [MS-OFFCRYPTO] 2.3
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")
_ZIPPED: tuple[tuple[str, bytes], ...] = (
    ("odf", b"mimetypeapplication/vnd.oasis.opendocument"),
    ("epub", b"mimetypeapplication/epub"),
    ("ofd", b"OFD.xml"),
    ("docx", b"word/"),
    ("spreadsheet", b"xl/"),
    ("slides", b"ppt/"),
    ("docx", b"[Content_Types].xml"),
)
_PDF_WITHIN = 1024  # where readers of PDF look for its header, ISO 32000-1, annex H
_SPACE = r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,4000}-->)*+"
_HTML = re.compile(rf"\A{_SPACE}<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_MHTML = re.compile(
    r"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?content-type:\s*multipart/related", re.IGNORECASE
)
_TAG = re.compile(r"<(?:!doctype|/?[a-z][a-z0-9]{0,10})\b[^<>]{0,2000}>", re.IGNORECASE)
_YAML = (re.compile(r"^title:[ \t]", re.MULTILINE), re.compile(r"^sections:", re.MULTILINE))
_JSON = re.compile(r'\A\s*\{\s*"(?:tourview|title)"\s*:')
_MARKDOWN = re.compile(r"\A(?:---\n(?:[^\n]*\n){1,40}?---\n)?\s*#{1,6}[ \t]")
_MARKDOWN_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_BY_ENDING = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "yaml",
    ".txt": "text",
    ".text": "text",
}
"""Text is in the format that its name says, whatever it looks like, unless it is a web page."""
_PAGES = frozenset((".html", ".htm", ".xhtml", ".mhtml", ".mht"))


def format_of(name: str, data: bytes) -> str:
    """The format a file is in: `text`, `markdown`, `yaml` (JSON among it), `html`, `mhtml`, `docx` or `pdf`.

    Args:
        name: Its name; an ending counts where the bytes do not tell.
        data: Its bytes, or the first 64 KB of them.

    Raises:
        ReportError: If it is in a format that is not read; it tells the cure.
    """
    kind = signature_of(data)
    ending = PurePath(name).suffix.lower()
    if kind in ("pdf", "docx"):
        return kind
    if kind == "archive" and ending in (".docx", ".docm") and data.startswith(_ZIP):
        return "docx"  # its list of contents is cut off, which its reader tells
    if kind:
        raise ReportError(name, cure(kind))
    head = _ascii_of(data)
    if ending in (".docx", ".docm", ".pdf") and b"\0" in data[:HEAD]:
        message = _("it is damaged: not the {ending} file its name says; save or send it again")
        raise ReportError(name, message.format(ending=ending.removeprefix(".")))
    found = _text_format_of(head)
    if found in ("html", "mhtml") or (ending in _PAGES and _TAG.search(head)):
        return found or "html"
    if ending == ".txt" and found == "markdown" and len(_MARKDOWN_HEADING.findall(head)) > 1:
        return "markdown"
    return _BY_ENDING.get(ending) or found or "text"


def signature_of(data: bytes) -> str | None:
    """The binary format that the bytes begin as; None for what may be text.

    Args:
        data: The file, or its first 64 KB.

    Returns:
        `pdf`, `docx`, or one of the kinds that `cure` knows.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in data else "doc"
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    return "archive" if data.startswith(_ARCHIVES) else None


def _kind_of_zip(data: bytes) -> str:
    """What a zip archive holds, by the names at its beginning and end, where its list of contents stands."""
    names = data[:HEAD] + data[-HEAD:]
    return next((kind for kind, name in _ZIPPED if name in names), "archive")


def _text_format_of(text: str) -> str | None:
    """The format of text by what it begins with: `html`, `mhtml`, `yaml`, `markdown`; None where nothing tells."""
    if _HTML.match(text):
        return "html"
    if _MHTML.match(text):
        return "mhtml"
    if _JSON.match(text) or all(pattern.search(text) for pattern in _YAML):
        return "yaml"
    return "markdown" if _MARKDOWN.match(text) else None


def _ascii_of(head: bytes) -> str:
    """The text as far as it is ASCII, whatever the encoding: other characters are U+FFFD."""
    head = head[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return head.removeprefix(b"\xef\xbb\xbf").decode("ascii", "replace").replace("\r\n", "\n")


def cure(kind: str) -> str:
    """What a file that no reader reads is, and what to do about it, in one clause.

    Args:
        kind: As `signature_of` tells it.
    """
    messages = {
        "pdf": _("a PDF file, not text; give its name the ending .pdf"),
        "docx": _("a Word file, not text; give its name the ending .docx"),
        "doc": _(
            "an old office file (doc, wps, xls, ppt); convert it with `soffice --convert-to docx FILE`, or save it as"
            " docx in Word or WPS, and open that"
        ),
        "encrypted": _("an encrypted office file; save it without a password and open that"),
        "odf": _(
            "an OpenDocument file; convert it with `soffice --convert-to docx FILE`, or save it as docx, and open that"
        ),
        "epub": _("an e-book (epub); convert it to HTML or plain text and open that"),
        "ofd": _("an OFD file; save it as PDF or docx and open that"),
        "spreadsheet": _("a spreadsheet, not a report; save its text and open that"),
        "slides": _("slides, not a report; save their outline as text and open that"),
        "rtf": _("an RTF file; convert it with `soffice --convert-to docx FILE`, or save it as docx, and open that"),
        "image": _("an image, not text; recognise its text (OCR) and open that"),
        "archive": _("an archive, not text; unpack it and open the report inside"),
    }
    return messages[kind]
