"""In how many reports of a library words stand: as many as have them when each is searched by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.building import part, report_of
from tests.search.test_index import REPORTS, indexed, path_of
from tourview.report import Report
from tourview.search import find
from tourview.search.index import Stamp

WORDS = ("招商", "引资", "招商引资", "园区", "的", "art", "start", "102万", "商引", "重行", "没有这样的词")


def scanned(reports: list[Report]) -> dict[str, int]:
    return {word: sum(bool(find(report, f'"{word}"').hits) for report in reports) for word in WORDS}


@settings(derandomize=True, max_examples=100, deadline=None)
@given(REPORTS)
def test_each_word_is_in_as_many_reports_as_have_it(reports: list[Report]) -> None:
    told = indexed(reports).spreading(WORDS, "")
    assert (told.reports, told.same) == (len(reports), 0)
    assert told.counts == scanned(reports)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(REPORTS, REPORTS, st.sets(st.integers(0, 4)))
def test_what_is_removed_or_replaced_counts_no_more(before: list[Report], after: list[Report], gone: set[int]) -> None:
    index = indexed(before)
    index.remove(*map(path_of, gone))
    kept = {number: report for number, report in enumerate(before) if number not in gone}
    for number, report in enumerate(after):
        index.put(path_of(number + 1), Stamp(2, 2), f"new {number}", report)
        kept[number + 1] = report
    assert index.spreading(WORDS, "").counts == scanned(list(kept.values()))


def test_copies_of_a_file_are_told_apart_and_what_could_not_be_read_is_no_report() -> None:
    index = indexed([report_of(part("招商")), report_of(part("招商")), report_of(part("园区"))])
    index.put(path_of(8), Stamp(1, 1), "1", report_of(part("招商")))
    index.put_error(path_of(9), Stamp(1, 1), "1", "it is damaged")
    assert index.spreading(["招商"], "1") == (4, 2, {"招商": 3})


def test_nothing_indexed_has_no_word() -> None:
    assert indexed([]).spreading(["招商", ""], "") == (0, 0, {"招商": 0, "": 0})


def test_counting_can_be_ended() -> None:
    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        indexed([]).spreading(["招商"], "", stop)
