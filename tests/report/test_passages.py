"""Passages: the way between their words and the source."""

import pytest

from tourview.report import Passage

# the source is "..ab..cde..f"
PASSAGE = Passage("abcdef", ((0, 2), (2, 6), (5, 11)))


def test_every_word_leads_to_the_source_and_back() -> None:
    places = [2, 3, 6, 7, 8, 11]
    assert [PASSAGE.to_source(at) for at in range(6)] == places
    assert [PASSAGE.from_source(offset) for offset in places] == list(range(6))
    assert (PASSAGE.start, PASSAGE.end, PASSAGE.to_source(6)) == (2, 12, 12)


@pytest.mark.parametrize(("offset", "at"), [(0, 0), (4, 2), (5, 2), (9, 5), (10, 5), (12, 6), (99, 6)])
def test_an_offset_outside_moves_to_the_next_word(offset: int, at: int) -> None:
    assert PASSAGE.from_source(offset) == at


@pytest.mark.parametrize("begin", range(6))
@pytest.mark.parametrize("end", range(1, 7))
def test_a_part_lies_where_the_whole_does(begin: int, end: int) -> None:
    if begin >= end:
        with pytest.raises(ValueError, match="empty or outside"):
            PASSAGE.slice(begin, end)
        return
    part = PASSAGE.slice(begin, end)
    assert part.text == "abcdef"[begin:end]
    assert [part.to_source(at) for at in range(len(part.text))] == [PASSAGE.to_source(at) for at in range(begin, end)]
