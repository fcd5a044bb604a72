"""The search over real reports, which are not part of the project: the folder that TOURVIEW_REPORTS names."""

import pytest

from tests.real_reports import path_of, real
from tests.search.building import plain_scan
from tourview.open import open_report
from tourview.report import Kind, Report
from tourview.search import Searcher, hit_excerpt

pytestmark = real


@pytest.fixture(scope="module")
def zunyi() -> Report:
    return open_report(path_of())


@pytest.mark.parametrize("query", ["园区", "園區", "“園区”"])
def test_totals(zunyi: Report, query: str) -> None:
    searcher = Searcher(zunyi)
    assert searcher.find(query).total == 18
    assert searcher.find(query, {Kind.COMMITMENT}).total == 5
    assert searcher.find(f"{query} @措施").total == 5


def test_a_quantity_typed_with_a_blank(zunyi: Report) -> None:
    assert Searcher(zunyi).find("102 万平方米").total == Searcher(zunyi).find("102万平方米").total > 0


@pytest.mark.parametrize("word", ["的", "发展", "XX", "一是", "，", "2014", "考察报告"])
def test_agrees_with_a_plain_scan(zunyi: Report, word: str) -> None:
    result = Searcher(zunyi).find(f"「{word}」")
    expected = {ref: spans for ref, spans in plain_scan(zunyi, [word]).items() if spans}
    assert {hit.section.ref: list(hit.spans) for hit in result.hits} == expected
    assert all(hit_excerpt(zunyi, hit).marks for hit in result.hits)
