"""What is being typed becomes words that the library has, with how often it has them."""

from pathlib import Path

import pytest

from tests.search.building import part, report_of
from tourview.search.index import Draft, Index, Stamp


def library(*texts: str) -> Index:
    index = Index(None)
    index.put_all(
        Draft(Path(f"/library/{number}.txt"), Stamp(1, 1), str(number), report_of(part(text)))
        for number, text in enumerate(texts)
    )
    return index


MANY = library(*["招商引资要抓紧，招商要选商"] * 400, *["扎实引智"] * 3, *["park and parking"] * 5)


@pytest.mark.parametrize(
    ("typed", "word", "times"),
    [
        ("zsyz", "招商引资", 400),
        ("zsyz", "扎实引智", 3),
        ("zhaoshangyin", "招商引", 400),
        ("zhaosh", "招商", 800),
        ("zhao", "招商", 800),
        ("zhaoshang引", "招商引", 400),
        ("招商引", "招商引资要抓紧", 400),
        ("扎", "扎实引智", 3),
        ("par", "park", 5),
        ("par", "parking", 5),
    ],
)
def test_words_come_with_how_often_the_library_has_them(typed: str, word: str, times: int) -> None:
    assert (word, times) in MANY.completions(typed)


def test_the_most_frequent_come_first_and_no_more_than_wanted() -> None:
    assert [one.word for one in MANY.completions("zsyz")] == ["招商引资", "扎实引智"]
    assert [one.word for one in MANY.completions("zsyz", limit=1)] == ["招商引资"]


def test_pairs_that_never_stand_together_are_no_word() -> None:
    assert library("招商", "商引", "引资").completions("zsyz") == []


@pytest.mark.parametrize("typed", ["", " ", "招 商", "没有", "xyzq", '"'])
def test_what_becomes_nothing_is_offered_nothing(typed: str) -> None:
    assert MANY.completions(typed) == []


def test_what_is_removed_is_not_offered_any_more() -> None:
    index = library("招商引资", "招商引资", "扎实引智")
    index.remove(Path("/library/1.txt"), Path("/library/2.txt"))
    assert index.completions("zsyz") == [("招商引资", 1)]
