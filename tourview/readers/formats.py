"""Formats that are not text, known by their first bytes, and the cure for each."""

from tourview.i18n import _

_SIGNATURES: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("pdf", (b"%PDF",)),
    ("zip", (b"PK\x03\x04",)),
    ("doc", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),  # OLE compound file: Word, Excel, PowerPoint up to 2003
    ("rtf", (b"{\\rtf",)),
    ("image", (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    ("archive", (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")),
)
_DIRECTORY_BYTES = 1 << 16  # the names inside a docx, xlsx or pptx stand in its first and last entries


def foreign_format(data: bytes) -> str | None:
    """What the data is and what to do about it, in one clause, where it is no text; else None."""
    kind = next((kind for kind, signatures in _SIGNATURES if data.startswith(signatures)), None)
    if kind is None:
        return None
    messages = {
        "pdf": _("PDF files are not read by this version; save it as text (pdftotext FILE) and open that"),
        "docx": _("Word files (docx) are not read by this version; save it as plain text and open that"),
        "office": _("office files are not read by this version; save it as plain text and open that"),
        "doc": _("old Word files (doc) are not read by this version; save it as plain text and open that"),
        "rtf": _("RTF files are not read by this version; save it as plain text and open that"),
        "image": _("an image, not text; recognise its text (OCR) and open that"),
        "archive": _("an archive, not text; unpack it and open the report inside"),
    }
    return messages[_kind_of_zip(data) if kind == "zip" else kind]


def _kind_of_zip(data: bytes) -> str:
    names = data[:_DIRECTORY_BYTES] + data[-_DIRECTORY_BYTES:]
    if b"word/" in names:
        return "docx"
    return "office" if any(mark in names for mark in (b"xl/", b"ppt/", b"mimetypeapplication/")) else "archive"
