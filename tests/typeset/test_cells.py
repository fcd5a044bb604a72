"""Cell widths, against Rich; what is drawn for a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.typeset.samples import sample_paragraphs
from tourview.typeset import cell_width, visible
from tourview.typeset.cells import cell_columns

_EMOJI = st.text(alphabet="汉a❤\ufe0f\u200d\U0001f468\U0001f3fd\U0001f1e8\u0301#\u20e3", max_size=12)


@given(st.text() | _EMOJI)
@settings(derandomize=True, max_examples=300)
def test_width_is_that_of_rich(text: str) -> None:
    assert cell_width(text) == cell_len(text)


def test_width_of_the_samples_is_that_of_rich() -> None:
    for paragraph in sample_paragraphs():
        assert cell_width(paragraph) == cell_len(paragraph) == cell_columns(paragraph)[-1]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("汉字", 4),
        ("，。（）", 8),
        ("“”…—", 4),
        ("汉a字", 5),
        ("e\u0301", 1),
        ("❤️", 2),
        ("　", 2),
        ("한글", 4),
    ],
)
def test_width(text: str, width: int) -> None:
    assert cell_width(text) == width


def test_columns_put_a_joined_sequence_in_its_first_character() -> None:
    assert cell_columns("汉❤️a") == [0, 2, 4, 4, 5]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("汉\n字", "汉\u200b字"),
        ("汉”\n字", "汉”\u200b字"),
        ("汉，\n\n字", "汉，\u200b\u200b字"),
        ("汉,\n字", "汉,\u200b字"),
        ("one\ntwo", "one two"),
        ("汉\nword", "汉 word"),
        ("한국\n한글", "한국 한글"),
        ("a\tb\r\nc", "a b  c"),
        ("\x1b[31mred\x07\x7f", "␛[31mred␇␡"),
        ("a\x9bb\u202ec\ud800", "a\ufffdb\ufffdc\ufffd"),
        ("plain 文字", "plain 文字"),
    ],
)
def test_visible(text: str, drawn: str) -> None:
    assert visible(text) == drawn


@given(st.text(alphabet=st.characters() | st.sampled_from("\n\t\x1b汉\x85\u2028")))
@settings(derandomize=True, max_examples=300)
def test_visible_is_one_for_one_and_safe(text: str) -> None:
    drawn = visible(text)
    assert len(drawn) == len(text)
    assert not any(ord(mark) < 0x20 or 0x7F <= ord(mark) < 0xA0 or 0xD800 <= ord(mark) < 0xE000 for mark in drawn)
    assert visible(drawn) == drawn
