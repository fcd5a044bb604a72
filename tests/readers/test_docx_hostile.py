"""Word files that mean harm, and damaged ones: one line each, quickly, in little memory."""

import struct
from collections.abc import Callable

import pytest

from tests.readers.docx_files import archive, document, paragraph, part, word_file
from tourview.readers.docx.package import MAX_PART
from tourview.readers.docx.reading import read_docx
from tourview.readers.docx.xml import MAX_PIECES
from tourview.report import ReportError

MAIN = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
LAUGHS = (
    "<!DOCTYPE w:document [<!ENTITY l0 'lol'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)


def main_part(xml: str | bytes) -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", MAIN: xml})


def flagged(data: bytes, at_local: int, at_central: int, value: bytes) -> bytes:
    """The archive with a field of every entry overwritten, in both places where it is kept."""
    for mark, offset in ((b"PK\x03\x04", at_local), (b"PK\x01\x02", at_central)):
        begin = data.find(mark)
        while begin >= 0:
            data = data[: begin + offset] + value + data[begin + offset + len(value) :]
            begin = data.find(mark, begin + 4)
    return data


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: main_part(b" " * (MAX_PART + 1)), "inflates to more than 64 MB"),
    "bomb that lies of its size": (
        lambda: flagged(main_part(b" " * (70 << 20)), 22, 24, struct.pack("<I", 1000)),
        "damaged",
    ),
    "blanks": (lambda: main_part(b"<a>" + b" " * (50 << 20)), "too large"),
    "tags": (lambda: word_file("<w:p/>" * 8_000_000), "too many"),
    "paragraphs": (lambda: word_file("<w:p/>" * (MAX_PIECES + 1)), "too many"),
    "one paragraph of tags": (lambda: word_file("<w:p>" + "<w:r/>" * 1_500_000 + "</w:p>"), "too large"),
    "laughs": (lambda: main_part(LAUGHS + document(paragraph("&l11;"))), "entities"),
    "laughs in an attribute": (lambda: main_part(LAUGHS + document('<w:p w:x="&l11;"/>')), "entities"),
    "a file on the disk": (
        lambda: main_part('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + document(paragraph("&x;"))),
        "entities",
    ),
    "a document type alone": (lambda: main_part("<!DOCTYPE w:document []>" + document("")), "entities"),
    "nested tables": (
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 100 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 100),
        "nested too deep",
    ),
    "cut off": (lambda: word_file(paragraph("甲") * 1000)[:-100], "cut off or damaged"),
    "cut off early": (lambda: word_file(paragraph("甲") * 1000)[:200], "cut off or damaged"),
    "damaged inside": (lambda: flagged(word_file(paragraph("甲")), 14, 16, b"\0\0\0\0"), "damaged"),
    "another compression": (lambda: flagged(word_file(paragraph("甲")), 8, 10, b"\x0c\0"), "damaged"),
    "no XML": (lambda: main_part("hello"), "damaged"),
    "no end": (lambda: main_part(document(paragraph("甲"))[:-20]), "damaged"),
    "damaged styles": (lambda: word_file(paragraph("甲"), {"styles": "<w:styles>"}), "word/styles.xml"),
    "tags in the styles": (
        lambda: word_file(paragraph("甲"), {"styles": part("styles", "<w:x/>" * 900_000)}),
        "word/styles.xml: too many",
    ),
    "headers": (
        lambda: word_file(
            paragraph("甲") + '<w:sectPr><w:headerReference r:id="header"/></w:sectPr>',
            {"header": part("hdr", paragraph("头" * 100) * 27_000)},
        ),
        "word/header.xml: too many",
    ),
    "encrypted in an archive": (lambda: flagged(word_file(paragraph("甲")), 6, 8, b"\x01\0"), "encrypted"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "without a password"),
    "old": (lambda: OLE, "convert it"),
    "a spreadsheet": (lambda: archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), "spreadsheet"),
    "slides": (lambda: archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}), "slides"),
    "an archive": (lambda: archive({"report.txt": "甲"}), "archive"),
    "a text": ("考察报告".encode, "no Word file"),
    "nothing": (lambda: b"", "no Word file"),
    "no main part": (
        lambda: archive({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}),
        "no Word document",
    ),
    "no text": (lambda: word_file("<w:p/>"), "no text"),
    "embedded": (lambda: word_file('<w:altChunk r:id="x"/>' + paragraph("甲")), "embedded"),
    "too many files": (lambda: word_file(paragraph("甲")) + b"PK\x01\x02" * 30_000, "too many files"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_is_refused_in_one_line(case: str) -> None:
    make, told = CASES[case]
    with pytest.raises(ReportError) as caught:
        read_docx(make(), "报告.docx")
    message = str(caught.value)
    assert message.startswith("报告.docx: ")
    assert told in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 80 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 80,
        "<w:sdt><w:sdtContent>" * 120 + paragraph("甲") + "</w:sdtContent></w:sdt>" * 120,
        "<w:p><w:r><w:txbxContent>" * 80 + paragraph("甲") + "</w:txbxContent></w:r></w:p>" * 80,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r></w:p>' * 500
        + paragraph("甲"),
        paragraph("甲", '<w:pStyle w:val="a"/>'),
    ],
)  # fmt: skip
def test_what_is_deep_but_bounded_is_read(body: str) -> None:
    circle = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/></w:style>'
    styles = part("styles", circle.format("a", "甲", "b") + circle.format("b", "乙", "a"))
    assert read_docx(word_file(body, {"styles": styles}), "a.docx").text == "甲\n"


def test_nothing_outside_the_file_is_looked_for() -> None:
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="x/styles" Target="http://127.0.0.1:9/styles.xml" TargetMode="External"/><Relationship Id="b" '
        'Type="x/numbering" Target="../../../../etc/passwd"/></Relationships>'
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        MAIN: document(paragraph("甲")),
        "word/_rels/document.xml.rels": outside,
    }
    assert read_docx(archive(files), "a.docx").text == "甲\n"


def test_pictures_are_never_inflated() -> None:
    files: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", MAIN: document(paragraph("甲"))}
    files["word/media/a.png"] = b"\0" * (MAX_PART + 1)
    assert read_docx(archive(files), "a.docx").text == "甲\n"
