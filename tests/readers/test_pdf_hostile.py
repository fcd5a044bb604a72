"""PDF files that are locked, broken or meant to harm: each refused in one line, none of them endless."""

import sys
import zlib
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.readers.pdf_samples import samples
from tourview.readers.pdf.reading import read_pdf
from tourview.report import ReportError

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
TEXT = b"BT /F 12 Tf 50 700 Td (A short report) Tj ET"


def raw(objects: dict[int, bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    parts, places = [b"%PDF-1.7\n"], {}
    for number, body in objects.items():
        places[number] = sum(map(len, parts)) if len(objects) < 50 else 0
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    if len(objects) >= 50:
        return b"".join([*parts, b"trailer\n<</Root 1 0 R>>\n%%EOF\n"])
    start, size = sum(map(len, parts)), max(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    parts += (b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    parts.append(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))
    return b"".join(parts)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    data = zlib.compress(content, 9)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (extra, len(data), data)


def one_page(content: bytes) -> bytes:
    return raw({1: CATALOG, 2: ONE_PAGE, 3: PAGE, 4: stream(content), 5: FONT})


def many_pages(count: int, content: bytes = TEXT) -> bytes:
    """Pages without end that are all one and the same."""
    kids = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * count, count)
    return raw({1: CATALOG, 2: kids, 3: PAGE, 4: stream(content), 5: FONT})


def locked(user: str) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, ownerPassword="owner", canCopy=0), invariant=1)
    canvas.drawString(50, 700, "A short report")
    canvas.save()
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        read_pdf(data, "a.pdf")
    assert str(caught.value).startswith("a.pdf: ")
    assert "\n" not in str(caught.value)
    return caught.value.message


def test_plain_page_opens() -> None:
    assert read_pdf(one_page(TEXT), "a.pdf").text == "A short report\n"


def test_password_of_the_reader_is_named_with_its_cure() -> None:
    assert "qpdf --decrypt" in refusal(locked("secret"))


def test_password_of_the_owner_alone_opens() -> None:
    assert read_pdf(locked(""), "a.pdf").text == "A short report\n"


@pytest.mark.parametrize("content", [b"", b"0 0 m 9 9 l S", b"[" * 100_000, b"q " * 100_000], ids=range(4))
def test_page_without_text_is_sent_to_ocr(content: bytes) -> None:
    assert "OCR" in refusal(one_page(content))


def test_book_of_pictures_is_told_early() -> None:
    assert "OCR" in refusal(many_pages(5000, b""))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.8, 0.9])
def test_what_is_cut_off_is_refused(share: float) -> None:
    data = samples()["official.pdf"]
    assert "damaged" in refusal(data[: 5 + int(share * len(data))])


def test_garbage_with_a_head_is_refused() -> None:
    assert "damaged" in refusal(b"%PDF-1.4\n" + bytes(range(256)) * 400)


def test_page_tree_in_a_circle_is_refused() -> None:
    assert "damaged" in refusal(raw({1: CATALOG, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>"}))


def test_missing_page_is_named() -> None:
    kids = b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>"
    assert "page 2" in refusal(raw({1: CATALOG, 2: kids, 3: PAGE, 4: stream(TEXT), 5: FONT, 9: b"null"}))


def test_deep_page_tree_is_refused() -> None:
    chain = {number: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 4000)}
    assert "damaged" in refusal(raw({1: CATALOG, **chain, 4000: b"<</Type/Page>>"}))


def test_too_many_pages_are_counted() -> None:
    assert "100000 pages" in refusal(many_pages(100_000))


def test_text_that_unfolds_without_end_is_refused() -> None:
    lines = b"".join(b"(line %d of a page that all pages share) Tj T* " % number for number in range(900))
    assert "far more text" in refusal(many_pages(300, b"BT /F 12 Tf 50 700 Td 14 TL " + lines + b"ET"))


def test_page_with_millions_of_characters_is_refused() -> None:
    refusal(one_page(b"BT /F 12 Tf 50 700 Td 14 TL " + b"(A line that comes again and again) Tj T* " * 60_000 + b"ET"))


def test_drawing_without_end_is_refused() -> None:
    assert "PDF library" in refusal(one_page(b"0 0 m 10 10 l S " * 2_000_000))


def test_stream_that_unfolds_beyond_memory_is_refused() -> None:
    packer = zlib.compressobj(1)
    data = b"".join([*(packer.compress(b" " * (1 << 20)) for _megabyte in range(400)), packer.flush()])
    content = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data)
    assert "PDF library" in refusal(raw({1: CATALOG, 2: ONE_PAGE, 3: PAGE, 4: content, 5: FONT}))


def test_forms_within_forms_are_bounded() -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
    forms = {number: stream(b"/X Do " * 10, form % (number + 1)) for number in range(6, 18)}
    page = PAGE.replace(b"<</Font", b"<</XObject<</X 6 0 R>>/Font")
    refusal(raw({1: CATALOG, 2: ONE_PAGE, 3: page, 4: stream(b"/X Do"), 5: FONT, **forms, 18: stream(TEXT, form % 18)}))


def test_bookmarks_in_a_circle_are_read_once() -> None:
    outline = {6: b"<</First 7 0 R/Last 7 0 R>>", 7: b"<</Title(A short report)/Next 7 0 R/First 7 0 R/Parent 6 0 R>>"}
    catalog = b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>"
    document = read_pdf(raw({1: catalog, 2: ONE_PAGE, 3: PAGE, 4: stream(TEXT), 5: FONT, **outline}), "a.pdf")
    assert [block.depth for block in document.blocks] == [1]


@pytest.mark.parametrize("box", [b"[0 0 9e9 9e9]", b"[0 0 0 0]", b"[9 9 1 1]", b"[x]"])
def test_page_of_any_size_is_read(box: bytes) -> None:
    page = PAGE.replace(b"[0 0 595 842]", box)
    data = raw({1: CATALOG, 2: ONE_PAGE, 3: page, 4: stream(TEXT), 5: FONT})
    assert read_pdf(data, "a.pdf").text == "A short report\n"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_read_upright(turn: int) -> None:
    matrix = {90: b"0 1 -1 0 300 100", 180: b"-1 0 0 -1 400 400", 270: b"0 -1 1 0 300 700"}[turn]
    lines = b"BT /F 12 Tf %s Tm 14 TL (First line.) Tj T* (Second one.) Tj ET" % matrix
    assert read_pdf(one_page(lines), "a.pdf").text.split() == ["First", "line.", "Second", "one."]


def test_python_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert "could not be started" in refusal(one_page(TEXT))


def test_modules_beside_the_reports_are_not_run(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    with open("json.py", "w", encoding="ascii") as module:
        module.write("raise SystemExit('run')")
    assert read_pdf(one_page(TEXT), "a.pdf").text == "A short report\n"
