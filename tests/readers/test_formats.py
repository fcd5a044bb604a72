"""What format a file is in: by its bytes, or by its name where they do not tell; and the cure where none reads it."""

import io
import zipfile

import pytest

from tourview.readers.formats import format_of
from tourview.report import ReportError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_YAML = "title: 报告\nsections:\n  - heading: 启示\n"
_PAGE = "<!DOCTYPE html>\n<html><body><p>启示</p></body></html>"


def zipped(*names: str, first: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), first or b"x")  # of 1980: the time of day would name the tests
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", "一、启示".encode(), "text"),
        ("a", "一、启示".encode("gb18030"), "text"),
        ("a.doc", "一、启示".encode(), "text"),
        ("a.docx", "一、启示".encode(), "text"),
        ("a.md", "启示".encode(), "markdown"),
        ("a", "# 启示".encode(), "markdown"),
        ("a.txt", "# 报告\n\n## 启示\n\n先规划。".encode(), "markdown"),
        ("a.txt", "# 只有一个井号的行\n先规划。".encode(), "text"),
        ("a.yaml", "启示".encode(), "yaml"),
        ("a", _YAML.encode(), "yaml"),
        ("a", b'{"tourview": 1, "title": "a"}', "yaml"),
        ("a.json", b'{"title": "a"}', "yaml"),
        ("a.html", _PAGE.encode(), "html"),
        ("a.txt", _PAGE.encode(), "html"),
        ("a.doc", _PAGE.encode("gb18030"), "html"),
        ("a", _PAGE.encode("utf-16"), "html"),
        ("a", ("<?xml version='1.0'?>\n<!-- saved -->\n" + _PAGE).encode(), "html"),
        ("a.htm", "<p>启示</p>".encode(), "html"),
        ("a.html", "一、启示\n先规划。".encode(), "text"),
        ("a.txt", "<启示>先规划".encode(), "text"),
        ("a.mht", b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x", "mhtml"),
        ("a.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "mhtml"),
        ("a.pdf", b"%PDF-1.4\n", "pdf"),
        ("a.txt", b"\n\n%PDF-1.4\n", "pdf"),
        ("a.doc", zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a.docx", b"PK\x03\x04", "docx"),
    ],
    ids=range(26),
)
def test_the_bytes_decide_and_then_the_name(name: str, data: bytes, found: str) -> None:
    assert format_of(name, data) == found


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.doc", _OLE, "an old office file (doc, wps, xls, ppt); convert it with `soffice --convert-to docx FILE`"),
        ("a.wps", _OLE, "an old office file"),
        ("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "without a password"),
        (
            "a.odt",
            zipped("mimetype", first=b"application/vnd.oasis.opendocument.text"),
            "an OpenDocument file",
        ),
        ("a.epub", zipped("mimetype", first=b"application/epub+zip"), "an e-book"),
        ("a.ofd", zipped("OFD.xml"), "save it as PDF or docx"),
        ("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
        ("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
        ("a.txt", b"{\\rtf1", "an RTF file; convert it"),
        ("a.txt", b"\x89PNG\r\n", "an image"),
        ("a.zip", zipped("a.txt"), "an archive"),
        ("a.pdf", b"\0\1\2", "not the pdf file its name says"),
    ],
    ids=range(12),
)
def test_what_has_no_reader_has_a_cure(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ReportError) as caught:
        format_of(name, data)
    assert message in caught.value.message
