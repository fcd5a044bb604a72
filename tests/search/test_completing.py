"""What may be about to be typed."""

import pytest

from tourview.report import fold
from tourview.search.completing import completions, last_word

TEXT = fold(
    "招商引資是頭等大事。招商引资要快，招商引资要实，招商队伍要强。园区招商，园区建设。"
    "Tourview reads tours; tourview searches."
)


def words(word: str) -> list[tuple[str, int]]:
    return [(completion.word, completion.times) for completion in completions(TEXT, word)]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("zsyz", ("招商引资", 3)),
        ("zhaoshang", ("招商", 5)),
        ("zhaosh", ("招商", 5)),
        ("yuanq", ("园区", 2)),
        ("招商", ("招商引资", 3)),
        ("招商yin", ("招商引", 3)),
        ("園", ("园区", 2)),
        ("Tour", ("tourview", 2)),
    ],
)
def test_the_most_frequent_comes_first(word: str, first: tuple[str, int]) -> None:
    assert words(word)[0] == first


@pytest.mark.parametrize("word", ["", "招商引资要实在", "zzzz", "没有", "42", '"', "招商引资"])
def test_nothing_to_go_on_with(word: str) -> None:
    assert words(word) == []


def test_no_more_than_asked_for() -> None:
    assert len(completions(TEXT, "t", 1)) == 1


@pytest.mark.parametrize(
    ("typed", "word"), [("园区 zsyz", "zsyz"), ("-zs", "zs"), ("“招", "招"), ("@启示 园", "园"), ("园 ", ""), ("", "")]
)
def test_the_last_word(typed: str, word: str) -> None:
    assert last_word(typed) == word
