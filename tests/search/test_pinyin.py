"""Which characters a word of pinyin stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.search.pinyin import initials, spoken

TEXT = "招商引资进园区,找商机,方案与反感,西安的县长,银行行长在旅游,掠影,女企业家"


def found(word: str) -> list[str]:
    pattern = spoken(word)
    return [] if pattern is None else pattern.findall(TEXT)


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("zhaoshang", ["招商", "找商"]),
        ("yuanqu", ["园区"]),
        ("fangan", ["方案", "反感"]),
        ("fang'an", ["方案"]),
        ("fan'gan", ["反感"]),
        ("xian", ["西安", "县"]),
        ("xi'an", ["西安"]),
        ("yinhang", ["银行"]),
        ("xing", ["行", "行"]),
        ("hangzhang", ["行长"]),
        ("zhangzai", ["长在"]),
        ("lvyou", ["旅游"]),
        ("lüyou", ["旅游"]),
        ("lveying", ["掠影"]),
        ("lueying", ["掠影"]),
        ("nvqiye", ["女企业"]),
        ("zhaosh", ["招商", "找商"]),
        ("zhaoshangyz", []),
        ("zhaoshang引资", ["招商引资"]),
        ("招商yinzi", ["招商引资"]),
        ("招商引z", ["招商引资"]),
    ],
)
def test_pinyin_stands_for_characters(word: str, words: list[str]) -> None:
    assert found(word) == words


@pytest.mark.parametrize(
    "word", ["", "plan", "north", "5g", "园区", "zhao-shang", "zhao shang", "v5", "'", "''", "招s引资"]
)
def test_what_is_no_pinyin(word: str) -> None:
    assert spoken(word) is None


@pytest.mark.parametrize(
    ("word", "words"), [("zsyz", ["招商引资"]), ("yq", ["园区"]), ("hzzly", ["行长在旅游"]), ("hz", ["行长"])]
)
def test_initials_stand_for_words(word: str, words: list[str]) -> None:
    pattern = initials(word)
    assert pattern is not None
    assert set(words) <= set(pattern.findall(TEXT))


@pytest.mark.parametrize("word", ["", "z", "zu", "zi", "z5", "园q", "z'q", "z" * 60])
def test_what_is_no_row_of_initials(word: str) -> None:
    assert initials(word) is None


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text("aeinguzhü'招", max_size=60))
def test_any_letters_are_read_in_a_moment(word: str) -> None:
    pattern = spoken(word)
    if pattern is not None:
        assert not pattern.fullmatch("")
        assert len(pattern.pattern) < 4_000_000


def test_a_long_row_of_letters_is_cut_in_few_ways() -> None:
    assert spoken("an" * 20) is not None
    assert spoken("an" * 200) is None
