"""What an index knows a text by: every word of the text can be told by it."""

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.building import part, report_of
from tourview.report import fold
from tourview.search.folded import CHUNK
from tourview.search.grams import BEGINNING, HEADED, beginnings, grams, passage_grams, word_grams
from tourview.search.pinyin import initials

TEXTS = st.text(
    st.sampled_from("园区招商引资aAzZ19% 　\n\t\"'*-.,，。、ａ\0\x1f\ue000\ue001\ue141𠮷é\ud800"), max_size=30
)


@settings(derandomize=True, max_examples=300)
@given(TEXTS, st.data())
def test_a_text_has_the_grams_of_every_word_in_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    words = folded.split()
    if not words:
        assert grams(folded) == set()
        return
    word = data.draw(st.sampled_from(words))
    begin = data.draw(st.integers(0, len(word) - 1))
    end = data.draw(st.integers(begin + 1, len(word)))
    assert set(word_grams(word[begin:end])) <= grams(folded)


@settings(derandomize=True, max_examples=200)
@given(TEXTS)
def test_the_tokenizer_leaves_each_gram_as_it_is(text: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE g USING fts5 (words, tokenize='ascii')")
    database.execute("CREATE VIRTUAL TABLE v USING fts5vocab (g, row)")
    given_grams = passage_grams(fold(text), (), fold(text))
    database.execute("INSERT INTO g VALUES (?)", (" ".join(given_grams),))
    assert {term for (term,) in database.execute("SELECT term FROM v")} == given_grams


def test_grams_do_not_reach_over_blanks() -> None:
    assert grams("园区 招商\n引") == {"园", "区", "园区", "招", "商", "招商", "引"}


def test_a_pair_on_the_border_of_two_portions_is_known() -> None:
    text = "好" * (CHUNK - 1) + "招商" + "好" * 5
    assert "招商" in grams(text)


def test_a_long_word_is_told_by_its_first_pairs() -> None:
    assert len(word_grams("一二三四五六七八九十" * 5)) <= 16


def test_a_passage_has_what_its_heading_has_and_begins_with_and_what_is_over_its_breaks() -> None:
    found = passage_grams("重视招商\n引资园\n区", ("招商引资",), "重视")
    assert {"商引", HEADED + "重视", HEADED + "重", BEGINNING + "zs", BEGINNING + "cs"} <= found
    assert "园区" not in found
    assert HEADED + "招商" not in found


def test_the_initials_of_a_heading_are_those_that_match_it() -> None:
    for letters in ("yh", "yx", "hz", "xz"):
        pattern = initials(letters)
        assert pattern is not None
        assert (letters in beginnings("银行长")) == (pattern.search("银行长") is not None)


def test_a_report_made_by_hand_can_be_told() -> None:
    report = report_of(part("园区", "招商"))
    assert "园区" in grams(fold(report.text))
