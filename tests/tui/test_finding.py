"""A search in progress: hits in a view, where one stands, how it is told."""

import pytest

from tests.tui.house import SMALL
from tourview.open import open_text
from tourview.report import Kind, Report
from tourview.search import find
from tourview.tui.finding import Finding


@pytest.fixture(scope="module")
def report() -> Report:
    return open_text(SMALL)


def seeking(report: Report, text: str, kind: Kind | None = None) -> Finding:
    finding = Finding(report)
    finding.scope(kind)
    finding.take(text, finding.look_for(text))
    return finding


def test_nothing_is_sought_at_first(report: Report) -> None:
    finding = Finding(report)
    assert not finding.active
    assert finding.counts() is None
    assert finding.status() == ""
    assert finding.current is None
    assert finding.step(1, 0) is None
    assert finding.stand_at(0) is None


@pytest.mark.parametrize("text", ["", "   ", "-", "@"])
def test_a_query_that_asks_for_nothing_is_no_search(report: Report, text: str) -> None:
    assert not seeking(report, text).active


def test_looking_changes_nothing(report: Report) -> None:
    finding = Finding(report)
    assert finding.look_for("园区") is not None
    assert not finding.active


def test_spans_and_counts_are_those_of_the_search(report: Report) -> None:
    finding, found = seeking(report, "园区"), find(report, "园区")
    assert list(finding.spans) == list(found.spans)
    assert finding.counts() == {hit.section.ref: hit.count for hit in found.hits}
    assert finding.count_by_kind() == found.by_kind


def test_a_view_picks_from_what_was_found(report: Report) -> None:
    finding = seeking(report, "园区", Kind.GAP)
    assert finding.counts() == {"2.1": 1, "2.1.1": 2, "2.1.2": 1}
    assert len(finding.spans) == 4
    assert finding.count_by_kind()[Kind.COMMITMENT] == 2
    finding.scope(Kind.IMPRESSION)
    assert finding.counts() == {}
    assert finding.status() == "nothing found"
    finding.scope(None)
    assert len(finding.spans) == 9


def test_one_stands_at_the_first_hit_from_a_place_or_at_the_very_first(report: Report) -> None:
    finding = seeking(report, "园区")
    assert finding.stand_at(0) == finding.spans[0]
    assert finding.stand_at(finding.spans[4][0]) == finding.spans[4]
    assert finding.stand_at(finding.spans[4][0] + 1) == finding.spans[5]
    assert finding.stand_at(len(report.text)) == finding.spans[0]


def test_steps_go_round(report: Report) -> None:
    finding = seeking(report, "园区")
    finding.stand_at(0)
    assert [finding.step(1, 0) for _step in range(9)] == [*finding.spans[1:], finding.spans[0]]
    assert finding.step(-1, 0) == finding.spans[-1]


def test_from_nowhere_a_step_goes_to_the_hit_before_or_after(report: Report) -> None:
    finding = seeking(report, "园区")
    place = finding.spans[4][0] + 1
    assert finding.step(1, place) == finding.spans[5]
    finding.leave()
    assert finding.current is None
    assert finding.step(-1, place) == finding.spans[4]
    finding.leave()
    assert finding.step(-1, 0) == finding.spans[-1]


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (111, "111th"),
        (122, "122nd"),
    ],
)
def test_ordinals(number: int, ordinal: str) -> None:
    finding = seeking(open_text("一篇短文\n\n" + "甲" * 130 + "\n"), "甲")
    assert finding.stand_at(finding.spans[number - 1][0])
    assert finding.status() == f"{ordinal} of 130 hits in 1 section"


def test_the_parts_of_a_query_that_mean_nothing_are_told(report: Report) -> None:
    finding = seeking(report, "园区 @nothing -@gap")
    assert finding.ignored == ("@nothing", "@gap")
    assert finding.status() == "not understood: @nothing @gap"


@pytest.mark.parametrize("text", ["@nothing", "has:nothing", "in:abc"])
def test_a_query_in_which_nothing_has_meaning_is_told_too(report: Report, text: str) -> None:
    finding = seeking(report, text)
    assert not finding.active
    assert finding.status() == f"not understood: {text}"
    finding.clear()
    assert finding.status() == ""


def test_clearing_forgets_all_but_the_view(report: Report) -> None:
    finding = seeking(report, "园区", Kind.GAP)
    finding.clear()
    assert not finding.active
    assert finding.text == ""
    assert finding.kind is Kind.GAP


def test_big_reports_are_not_searched_between_two_keys(report: Report) -> None:
    assert Finding(report).modest
    assert not Finding(open_text("长文\n\n" + "字" * 300_001)).modest
