"""A phrase weighs the less, the more of a library's reports have it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tracing.test_suggesting import REPORT
from tourview.open import open_text
from tourview.report import Link, Report
from tourview.tracing import ALONE, Spread, evidence_notes, sharing_of, suggested_in_library, suggested_links

OURS = open_text(REPORT)
SHARING = sharing_of(OURS)


def rarities(others: int) -> list[float]:
    """What is left of a phrase that none, one, two .. all of so many other reports have."""
    return [Spread(others + 1, 1, {"菌种": having + 1}).rarity("菌种") for having in range(others + 1)]


@pytest.mark.parametrize("others", [1, 5, 24, 1000])
def test_the_more_reports_have_a_phrase_the_less_is_left_of_it(others: int) -> None:
    left = rarities(others)
    assert left[0] == 1
    assert left == sorted(left, reverse=True)
    assert len(set(left)) == len(left)
    assert left[-1] >= 0.5


def test_few_reports_tell_little() -> None:
    assert rarities(2)[-1] > rarities(20)[-1] > rarities(200)[-1]


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
@settings(derandomize=True)
def test_counts_that_cannot_be_do_no_harm(reports: int, own: int, having: int) -> None:
    assert 0 < Spread(reports, own, {"桥": having}).rarity("桥") <= 1


@pytest.mark.parametrize("spread", [ALONE, Spread(1, 1, {"菌种": 1, "冷库": 1}), Spread(9, 1, {})])
def test_a_report_that_is_alone_or_unlike_the_others_is_traced_as_ever(spread: Spread) -> None:
    assert SHARING.pairs(spread) == SHARING.pairs()
    assert suggested_in_library(OURS, SHARING, spread) == OURS


def common(*phrases: str) -> Spread:
    """A library of which every report has some phrases."""
    return Spread(200, 1, {phrase: 200 if phrase in phrases else 1 for phrase in SHARING.phrases(99)})


def weight(one: str, other: str, spread: Spread = ALONE) -> float:
    return next(pair.weight for pair in SHARING.pairs(spread) if (pair.source, pair.target) == (one, other))


def test_links_by_what_everybody_says_weigh_less_and_others_what_they_did() -> None:
    spread = common("冷库", "鲜货")
    assert weight("1.2", "3.2", spread) < weight("1.2", "3.2")
    assert weight("2.1", "3.1", spread) == weight("2.1", "3.1")


def test_evidence_begins_with_what_is_rarest_in_the_library() -> None:
    def first(report: Report) -> str:
        return next(link.evidence[0] for link in report.links if (link.source, link.target) == ("2.1", "3.1"))

    before = first(OURS)
    assert first(suggested_in_library(OURS, SHARING, common(before))) != before


def test_links_that_a_report_states_stay_as_they_are() -> None:
    stated = replace(OURS, links=(Link("1.1", "3.3", "suggested"),))
    assert suggested_in_library(stated, SHARING, common("菌种", "冷库")) is stated


def test_the_phrases_asked_for_are_the_weightiest() -> None:
    phrases = SHARING.phrases(99)
    assert {phrase for link in suggested_links(OURS) for phrase in link.evidence} <= set(phrases)
    assert SHARING.phrases(2) == phrases[:2]
    assert len(set(phrases)) == len(phrases)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [(["桥", "渠"], ["1 of 24 reports", "9"]), (["路", "渠"], ["", "9 of 24 reports"]), ([], [])],
)
def test_the_first_phrase_tells_of_how_many(evidence: Sequence[str], expected: Sequence[str]) -> None:
    assert list(evidence_notes(Spread(24, 1, {"桥": 1, "渠": 9}), evidence)) == list(expected)
    assert set(evidence_notes(ALONE, evidence)) <= {""}
    assert set(evidence_notes(Spread(0, 0, dict.fromkeys(evidence, 0)), evidence)) <= {""}
