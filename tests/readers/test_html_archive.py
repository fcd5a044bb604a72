"""Web pages saved as one file: the page is found among the parts, in the encoding the file declares."""

import base64

import pytest

from tests.readers.pages import PROSE
from tourview.readers.html.archive import read_mhtml
from tourview.report import ReportError

HEAD = (
    'From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n'
    '\tboundary="=_b"\n\n'
)
PICTURE = "Content-Type: image/gif\nContent-Transfer-Encoding: base64\n\nR0lGODlhAQABAAAAACw=\n"
NESTED = b"Content-Type: multipart/related; boundary=b\n\n" + (
    b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000
)


def part(markup: str, charset: str = "utf-8", kind: str = "text/html") -> str:
    body = base64.encodebytes(markup.encode(charset)).decode()
    return f'Content-Type: {kind};\n\tcharset="{charset}"\nContent-Transfer-Encoding: base64\n\n{body}'


def archive(*parts: str) -> bytes:
    return (HEAD + "".join(f"--=_b\n{each}\n" for each in parts) + "--=_b--\n").replace("\n", "\r\n").encode()


def words(data: bytes) -> list[str]:
    return [block.passage.text for block in read_mhtml(data, "a.mhtml").blocks]


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "utf-16"])
def test_page_in_the_declared_encoding(charset: str) -> None:
    assert words(archive(part(f"<p>{PROSE}</p>", charset), PICTURE)) == [PROSE]


def test_page_with_most_text_is_the_report() -> None:
    frames = part('<frameset><frame src="cid:1"><frame src="cid:2"></frameset>')
    assert words(archive(frames, part("<p>目录</p>"), part(f"<p>{PROSE}</p>"))) == [PROSE]


def test_xhtml_and_a_plain_page_called_so() -> None:
    assert words(archive(part(f"<p>{PROSE}</p>", kind="application/xhtml+xml"))) == [PROSE]
    assert words(f"<html><p>{PROSE}</p></html>".encode()) == [PROSE]


def test_archive_cut_off_is_read_as_far_as_it_goes() -> None:
    assert words(archive(part(f"<p>{PROSE}</p>"))[:-12]) == [PROSE]


def test_source_is_the_archive() -> None:
    data = archive(part(f"<p>{PROSE}</p>"))
    document = read_mhtml(data, "a.mhtml")
    assert document.source.name == "a.mhtml"
    assert document.source != read_mhtml(archive(PICTURE, part(f"<p>{PROSE}</p>")), "a.mhtml").source


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (archive(PICTURE), "no web page"),
        (archive(part("<p></p>")), "no text on the page"),
        (archive(part("")), "no web page"),
        (b"", "no web page"),
        (NESTED, "damaged|no web page"),
    ],
    ids=["picture", "blank", "empty", "nothing", "nested"],
)
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        read_mhtml(data, "a.mhtml")


def test_progress_is_told_and_may_cancel() -> None:
    shares: list[float] = []
    data = archive(part(f"<p>{PROSE * 5000}</p>"), part("<p>短</p>"))
    read_mhtml(data, "a.mhtml", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
