from array import array

import pytest

from tests.search.building import part, report_of
from tourview.report import Kind
from tourview.search import Spans, find


@pytest.fixture
def spans() -> Spans:
    return Spans(array("I", [2, 5, 5, 9]), array("I", [4, 6, 8, 10]))


def test_spans_are_a_sequence(spans: Spans) -> None:
    every = [(2, 4), (5, 6), (5, 8), (9, 10)]
    assert list(spans) == every
    assert spans == every
    assert spans == tuple(every)
    assert spans != every[:3]
    assert spans != "spans"
    assert len(spans) == 4
    assert spans[-1] == (9, 10)
    assert (5, 8) in spans
    assert list(reversed(spans)) == every[::-1]
    assert {spans, spans[:]} == {tuple(every)}
    assert repr(spans[:2]) == "Spans((2, 4), (5, 6))"


def test_slices_of_spans(spans: Spans) -> None:
    assert spans[1:3] == [(5, 6), (5, 8)]
    assert spans[1:3][1:] == [(5, 8)]
    assert spans[3:1] == []
    with pytest.raises(IndexError):
        spans[1:3][2]
    with pytest.raises(ValueError, match="steps of 1"):
        spans[::2]


@pytest.mark.parametrize(("offset", "index"), [(0, 0), (2, 0), (3, 1), (5, 1), (6, 3), (10, 4)])
def test_index_from(spans: Spans, offset: int, index: int) -> None:
    assert spans.index_from(offset) == index


def test_index_from_counts_within_a_slice(spans: Spans) -> None:
    assert spans[1:].index_from(9) == 2


def test_counts_by_kind() -> None:
    report = report_of(
        part("园区", kind=Kind.GAP), part("园区", "园区", kind=Kind.LESSON), part("园区", kind=Kind.GAP), part("园区")
    )
    result = find(report, "园区")
    assert result.by_kind == {Kind.GAP: 2, Kind.LESSON: 2, None: 1}
    assert {hit.section.ref: hit.count for hit in result.hits} == {"1": 1, "2": 2, "3": 1, "4": 1}
