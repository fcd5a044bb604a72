"""Web pages in the encodings they come in, declared rightly, wrongly and not at all."""

import pytest

from tests.readers.pages import PROSE
from tourview.readers.html.encoding import decode_page
from tourview.readers.html.reading import read_html

TRADITIONAL = "我們先後看了三個園區，開了兩次座談會，收穫很大。回來以後又議了兩天，大家都有話說。"


def page(text: str, head: str) -> str:
    return f"<html><head>{head}</head><body><p>{text}</p></body></html>"


def shown(data: bytes) -> str:
    return read_html(data, "a.html").blocks[0].passage.text


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
DECLARED = ("", "utf-8", "gb2312", "GBK", "iso-8859-1", "nonsense")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("declared", DECLARED)
def test_simplified(encoding: str, declared: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    assert shown(page(PROSE, head).encode(encoding)) == PROSE


@pytest.mark.parametrize("head", ["", '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=big5">'])
def test_traditional(head: str) -> None:
    assert shown(page(TRADITIONAL, head).encode("big5hkscs")) == TRADITIONAL


def test_gb2312_means_all_of_gb18030() -> None:
    text = "考察鎔基镇，听取㐂村介绍，每月两次，大家都说好。"
    assert shown(page(text, "<meta charset=gb2312>").encode("gb18030")) == text


def test_encoding_is_told_behind_much_style() -> None:
    data = page(PROSE, f"<style>{'a{b:c} ' * 30000}</style>").encode("gb18030")
    assert shown(data) == PROSE
    data = page(PROSE, f"<style>{'a{b:c} ' * 30000}</style>").encode()
    assert shown(data) == PROSE


def test_declaration_of_xml() -> None:
    text = f'<?xml version="1.0" encoding="gbk"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{PROSE}</p></body></html>'
    assert shown(text.encode("gbk")) == PROSE


def test_declaration_beside_the_page() -> None:
    assert decode_page("短".encode("big5"), "a.html", "Big5") == "短"


def test_few_damaged_bytes() -> None:
    data = page(PROSE * 20, "<meta charset=gbk>").encode("gbk").replace(b"</p>", b"\xff</p>")
    assert shown(data).startswith(PROSE)


def test_progress_is_told_and_may_cancel() -> None:
    class StopError(Exception):
        pass

    def stop(_share: float) -> None:
        raise StopError

    shares: list[float] = []
    data = page(PROSE * 20000, "<meta charset=gbk>").encode("gbk")
    read_html(data, "a.html", shares.append)
    assert shares == sorted(shares)
    assert (shares[-1], len(shares) > 10) == (1.0, True)
    with pytest.raises(StopError):
        read_html(data, "a.html", stop)
