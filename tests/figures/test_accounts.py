"""What figures measure and whose they are."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.real_reports import path_of, real
from tourview.figures import Account, accounts_of
from tourview.open import open_report, open_text
from tourview.report import Report


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def report(sentence: str, heading: str = "看法") -> Report:
    return open_text(f"考察报告\n\n一、{heading}\n{sentence}\n\n二、别的\n无。\n")


def told(sentence: str, heading: str = "看法") -> list[tuple[str, str, str]]:
    return [(one.figure.text, one.measures, one.whose) for one in accounts_of(report(sentence, heading))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("安河县建成粮仓40座。", [("40座", "粮仓", "安河县")]),
        ("去年安河县引进了12家纺织企业。", [("12家", "纺织企业", "安河县")]),
        ("园内亩均产值达8万元，用工300人。", [("8万元", "园内亩均产值", ""), ("300人", "用工", "")]),
        ("XX县入驻率达到91%，利用率85%。", [("91%", "入驻率", "XX县"), ("85%", "利用率", "XX县")]),
        ("安河县修建渠道50公里，单是柳林镇就有20公里。", [("50公里", "渠道", "安河县"), ("20公里", "渠道", "柳林镇")]),
        ("安河全县的渠道只有9公里。", [("9公里", "渠道", "安河全县")]),
        ("粮仓由两层升为四层。", [("由两层升为四层", "粮仓", "")]),
        ("其中合同资金1.2亿元。", [("1.2亿元", "合同资金", "")]),
        ("对比之下，我市只有69项行政审批事项。", [("69项", "行政审批事项", "我市")]),
        ("建起200亩的花卉园。", [("200亩", "花卉园", "")]),
        ("厂子投产，300余人因此就业。", [("300余人", "就业", "")]),
        ("营收、利润分别增长6%、4%。", [("6%", "利润分别增长", ""), ("4%", "利润分别增长", "")]),
    ],
)
def test_the_clause_tells_what_is_measured_and_the_sentence_whose_it_is(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(sentence) == expected


def test_what_names_no_place_owns_nothing() -> None:
    for sentence in ("园区建成粮仓40座。", "城市绿地有3公顷。", "支持试验区新建粮仓40座。", "市场有摊位40个。"):
        assert [whose for _text, _measures, whose in told(sentence)] == [""]


def test_a_figure_without_a_place_in_its_sentence_is_of_the_place_the_section_is_about() -> None:
    assert told("粮仓有40座。", "安河县") == [("40座", "粮仓", "安河县")]


def test_the_next_sentence_begins_anew() -> None:
    assert told("安河县粮仓40座。粮仓又建了9座。")[1][2] == ""


def test_english_figures_measure_what_is_counted() -> None:
    text = "Report on a visit\n\n1. Findings\nThe yard employs 340 welders. Rents cover 22% of the cost.\n"
    found = [(one.figure.text, one.measures) for one in accounts_of(open_text(text))]
    assert found[0] == ("340", "welders")


@given(st.text(alphabet="安河县市我全的了12百万亩元%，。；、达到有建成 XXa“”", max_size=200))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_every_figure_has_an_account_in_words_of_its_section(text: str) -> None:
    found = report(text)
    accounts = accounts_of(found)
    assert [one.figure for one in accounts] == list(found.figures)
    assert all(one.whose in found.text for one in accounts)


def accounts_in(name: str) -> tuple[Account, ...]:
    return accounts_of(open_report(path_of(name)))


@real
def test_the_factories_of_the_real_report_are_compared() -> None:
    found = [one for one in accounts_in("zunyi-2014.txt") if one.figure.unit == "平方米"]
    assert [(one.figure.value, one.figure.qualifier) for one in found if one.section.ref == "2.1.3"] == [
        (5480000, "多"),
        (1020000, None),
        (2030000, None),
    ]
    assert {one.measures for one in found} == {"标准厂房"}
    assert [one.whose for one in found] == ["XX县", "XX市", "XX县", "遵义全市"]


@real
def test_nearly_all_figures_of_a_real_work_report_tell_what_they_measure() -> None:
    found = accounts_in("work/jiangsu-2026.txt")
    assert sum(1 for one in found if one.measures) >= 0.9 * len(found)
