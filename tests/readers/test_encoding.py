"""Encodings told apart without being told."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.trees import SAMPLES
from tourview.readers.encoding import decode
from tourview.report import ReportError

SIMPLIFIED = "关于赴海州市学习考察情况的报告，我们在那里看了三个园区，收获很大。\n一、基本情况\n"
TRADITIONAL = "關於赴海州市學習考察情況的報告，我們在那裡看了三個園區，收穫很大。\n一、基本情況\n"
ENGLISH = "A report on the study visit.\n1. Background\n"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_unicode_and_gb(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_utf16_big_endian_with_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "a.txt") == SIMPLIFIED


def test_big5() -> None:
    assert decode(TRADITIONAL.encode("big5", "ignore"), "a.txt") == TRADITIONAL.encode("big5", "ignore").decode("big5")


@pytest.mark.parametrize("name", ["alone.txt", "run_in.txt", "wrapped.txt", "unnumbered.txt", "plain.txt"])
@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16-le"])
def test_samples_in_other_encodings(name: str, encoding: str) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    assert decode(text.encode(encoding), name) == text


@pytest.mark.parametrize("text", ["考察报告", "学习", "報告：考察", "我们的报告 report 12"])
def test_short_gb_texts(text: str) -> None:
    assert decode(text.encode("gb18030"), "a.txt") == text


def test_little_chinese_in_much_english() -> None:
    text = "The visit to the park was useful and long. " * 40 + "园区" + " and so on." * 20
    assert decode(text.encode("gb18030"), "a.txt") == text


@pytest.mark.parametrize("few", ["签字", "取", "天补", "实战"])
def test_two_characters_in_an_english_report(few: str) -> None:
    text = f"The party saw the harbour and the mill, then the works. {few}\n"
    assert decode(text.encode("gb18030"), "a.txt") == text
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("few", ["解決", "簽字", "調研背", "習共享"])
def test_two_traditional_characters_in_an_english_report(few: str) -> None:
    text = f"The party saw the harbour and the mill, then the works. {few}\n"
    assert decode(text.encode("big5"), "a.txt") == text


@pytest.mark.parametrize("text", ["α = 0.5 in the model of the harbour", "The café was naïve, 20 °C · 5 × 3", "Σ x"])
def test_signs_and_accents_in_utf8_stay(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("length", [20, 100, 1000, 10_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_length(length: int, encoding: str) -> None:
    whole = (SAMPLES / "plain.txt").read_text("utf-8") + (SAMPLES / "run_in.txt").read_text("utf-8")
    text = (whole * (length // len(whole) + 1))[:length].strip()
    assert decode(text.encode(encoding), "a.txt") == text


def test_four_byte_gb18030_and_the_characters_of_hong_kong() -> None:
    text = SIMPLIFIED + "㐂记茶楼，𠮷野家。\n"
    assert decode(text.encode("gb18030"), "a.txt") == text
    text = TRADITIONAL + "深水埗、鰂魚涌的茶樓，⑴⑵。\n"
    assert decode(text.encode("big5hkscs"), "a.txt") == text


def test_marks_of_windows_in_big5() -> None:
    text = TRADITIONAL + "恒生大樓裏的墻，每噸€5。\n"
    assert decode(text.encode("cp950"), "a.txt") == text


def test_hz() -> None:
    assert decode(SIMPLIFIED.encode("hz"), "a.txt") == SIMPLIFIED
    assert decode(b"a ~{ b ~} c\n", "a.txt") == "a ~{ b ~} c\n"


@pytest.mark.parametrize("length", [40, 200, 4000])
def test_a_broken_byte_in_chinese_utf8(length: int) -> None:
    text = (SIMPLIFIED * (length // len(SIMPLIFIED) + 1))[:length]
    data = text.encode()
    for place in (0, len(data) // 2, len(data) - 1):
        read = decode(data[:place] + b"\xff" + data[place:], "a.txt")
        assert 1 <= read.count("\ufffd") <= 4
        assert len(read) >= length


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "시찰단은 지난 오월 세 곳의 산업단지를 방문하고 현지 관계자들과 간담회를 가졌다. 아직 부족하다. ",
            "euc-kr",
        ),
        (
            "視察団は五月に三つの工業団地を訪問し、現地の関係者と意見を交換した。今後さらに努力しなければならない。",
            "euc-jp",
        ),
        (
            "視察団は五月に三つの工業団地を訪問し、現地の関係者と意見を交換した。今後さらに努力しなければならない。",
            "shift_jis",
        ),
        ("Комиссия посетила завод и порт. ", "cp1251"),
        ("Le comité a visité l'élégante cité où l'été était très agréable. ", "latin-1"),
    ],
)
def test_other_encodings_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(ReportError, match="save it as UTF-8"):
        decode((text * 8).encode(encoding), "a.txt")


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_cut_off_inside_a_character(cut: int) -> None:
    whole = SIMPLIFIED + "末"
    assert decode(whole.encode()[:-cut], "a.txt") == SIMPLIFIED + "\ufffd"


def test_few_bad_bytes_in_utf8() -> None:
    data = SIMPLIFIED.encode() * 5 + b"\xff\xfe" + ENGLISH.encode()
    text = decode(data, "a.txt")
    assert text == SIMPLIFIED * 5 + "\ufffd\ufffd" + ENGLISH


def test_bad_byte_in_english() -> None:
    assert decode(ENGLISH.encode() * 9 + b"caf\xe9 noir\n", "a.txt").endswith("caf\ufffd noir\n")


def test_newlines_become_lf() -> None:
    data = "甲\r\n乙\r丙\u2028丁\u2029戊\x85己\n\r\n庚".encode()
    assert decode(data, "a.txt") == "甲\n乙\n丙\n丁\n戊\n己\n\n庚"


def test_newlines_across_portions() -> None:
    data = (b"a" * ((1 << 18) - 1)) + b"\r\n" + "中".encode() * 90000 + b"\r\nb"
    text = decode(data, "a.txt")
    assert text == "a" * ((1 << 18) - 1) + "\n" + "中" * 90000 + "\nb"


def test_control_characters_stay() -> None:
    assert decode(b"plain \x1b[31mred\x07 text\n", "a.txt") == "plain \x1b[31mred\x07 text\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "blanks"),
        ("\ufeff\u3000\n".encode(), "blanks"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"PK\x03\x04....xl/workbook.xml", "spreadsheet"),
        (b"PK\x03\x04....a.txt", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "Word"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n", "image"),
        (b"\x1f\x8b\x08", "archive"),
        (b"abc\0def" * 9, "binary"),
        (bytes(range(256)) * 8, "binary"),
        (bytes(range(1, 32)) * 8, "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(ReportError) as caught:
        decode(data, "report.bin")
    message = str(caught.value)
    assert message.startswith("report.bin: ")
    assert words in message
    assert "\n" not in message


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ReportError:
        return
    assert "\r" not in text
    assert "\0" not in text
    assert not any("\ud800" <= char <= "\udfff" for char in text)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    words = text.removeprefix("\ufeff")
    if words.strip():
        assert decode(text.encode(), "a.txt") == words
