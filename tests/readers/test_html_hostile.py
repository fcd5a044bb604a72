"""Web pages that are meant to break their reader, or are none: bounded, or refused in one line."""

import pytest

from tests.readers.pages import PROSE, words
from tourview.i18n import speak
from tourview.readers.html.layout import MAX_DEPTH
from tourview.readers.html.reading import read_html
from tourview.report import ReportError


def refusal(markup: str | bytes) -> str:
    with pytest.raises(ReportError) as caught:
        read_html(markup.encode() if isinstance(markup, str) else markup, "a.html")
    assert "\n" not in str(caught.value)
    return caught.value.message


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<noscript><div>"])
def test_elements_nested_too_deep(tag: str) -> None:
    assert "nested deeper than" in refusal("<body>" + tag * 100_000 + PROSE)


def test_elements_nested_deep_are_read() -> None:
    assert words("<body>" + "<div>" * (MAX_DEPTH - 10) + PROSE) == [PROSE]


def test_entities_of_a_doctype_are_not_expanded() -> None:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    markup = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{names}]><html><body><p>{PROSE}&l29;</p></body></html>'
    )
    assert words(markup) == [f"{PROSE}&l29;"]


def test_files_named_by_an_entity_are_not_read() -> None:
    markup = f'<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><body><p>{PROSE}&f;</p></body>'
    assert words(markup) == [f"{PROSE}&f;"]


@pytest.mark.parametrize("markup", ["<html></html>", "<img src=a>", "<script>a</script>", "<p> &nbsp; </p>", "<p"])
def test_page_without_text(markup: str) -> None:
    assert "no text on the page" in refusal(markup)


def test_page_of_frames() -> None:
    assert "frames" in refusal('<frameset><frame src="a.htm"><noframes>无</noframes></frameset>')


@pytest.mark.parametrize("data", [b"", b"   ", b"%PDF-1.7", b"<p>a\0b</p>", b"\x89PNG\r\n"])
def test_what_is_no_page(data: bytes) -> None:
    refusal(data)


@pytest.mark.parametrize(
    "tail",
    [
        "<!-- " + "<p>乙 - " * 100_000,
        "<script>" + "if (a<b) '</p>' " * 50_000,
        '<a href="' + ">x" * 200_000,
        '<img src="data:image/png;base64,' + "A" * 2_000_000 + '">',
        '<p style="background:url(data:,' + "A" * 2_000_000 + ')"></p>',
        "<p " + " ".join(f"a{number}=1" for number in range(20_000)) + ">",
        " \n" * 500_000,
        "<div></div>" * 50_000,
        "</div></b></p>" * 50_000,
    ],
    ids=["comment", "script", "quotation", "picture", "style", "attributes", "blanks", "empty", "ends"],
)
def test_weight_that_is_no_text(tail: str) -> None:
    assert words(f"<p>{PROSE}</p>{tail}") == [PROSE]


def test_long_line_keeps_every_character() -> None:
    document = read_html(f"<p>{PROSE * 30_000}".encode(), "a.html")
    assert document.blocks[0].passage.text == PROSE * 30_000


def test_refusals_speak_the_language_of_the_interface() -> None:
    try:
        speak("zh")
        assert refusal("<p></p>")
    finally:
        speak("en")
