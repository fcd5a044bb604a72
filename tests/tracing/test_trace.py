"""What became of each lesson and gap."""

from dataclasses import replace

from tests.tracing.test_suggesting import REPORT
from tourview.open import open_text
from tourview.report import Kind, Link
from tourview.tracing import Trace, trace_of

BASE = replace(open_text(REPORT), links=())


def trace(*links: Link, least: float = 0.0) -> Trace:
    return trace_of(replace(BASE, links=links), least)


def test_ties_are_drawn_from_lesson_to_gap_to_commitment_whichever_way_the_link_was() -> None:
    found = trace(Link("3.1", "1.1", "suggested"))
    assert [(tie.source.ref, tie.target.ref) for tie in found.ties] == [("1.1", "3.1")]
    assert (found.ties[0].link.source, found.ties[0].link.target) == ("1.1", "3.1")
    assert found.tie("1.1", "3.1") is found.tie("3.1", "1.1") is found.ties[0]
    assert found.tie("1.1", "3.2") is None


def test_confirmed_ties_come_first_then_the_weightier() -> None:
    found = trace(Link("1.2", "2.2", "suggested"), Link("2.1", "3.1", "suggested"), Link("1.3", "2.3", "confirmed"))
    assert [tie.source.ref for tie in found.ties] == ["1.3", "2.1", "1.2"]
    assert [tie.confirmed for tie in found.ties] == [True, False, False]
    assert found.ties[0].weight == 0
    assert found.ties[1].weight == 1


def test_weak_suggestions_are_left_out_and_confirmed_ties_stay() -> None:
    links = Link("1.2", "2.2", "suggested"), Link("2.1", "3.1", "suggested"), Link("1.3", "2.3", "confirmed")
    assert [tie.source.ref for tie in trace(*links, least=0.99).ties] == ["1.3", "2.1"]


def test_ties_are_found_by_section_and_kind() -> None:
    found = trace(Link("1.1", "2.1", "confirmed"), Link("2.1", "3.1", "confirmed"))
    assert {tie.other("2.1").ref for tie in found.ties_of("2.1")} == {"1.1", "3.1"}
    assert [tie.other("2.1").ref for tie in found.ties_of("2.1", Kind.COMMITMENT)] == ["3.1"]


def test_what_leads_nowhere_is_told() -> None:
    found = trace(Link("1.1", "2.1", "confirmed"), Link("2.1", "3.1", "confirmed"), Link("1.2", "3.2", "confirmed"))
    assert [section.ref for section in found.not_taken_up] == ["1.3"]
    assert [section.ref for section in found.unanswered] == ["2.2", "2.3"]
    assert [section.ref for section in found.answering_none] == ["3.2", "3.3"]


def test_links_between_sections_of_one_kind_or_none_are_no_ties() -> None:
    links = Link("1.1", "1.2", "confirmed"), Link("1.1", "1.1", "confirmed"), Link("0", "1.1", "confirmed")
    assert trace(*links, Link("9", "1.1", "confirmed")).ties == ()


def test_an_undertaking_is_traced_where_evidence_stands_in_it() -> None:
    gaps = "一、存在的差距\n一是菌种退化。\n二是桥旧。\n"
    text = f"报告\n\n{gaps}\n二、下一步措施\n（一）引进菌种\n买新菌种。\n修一条水渠。\n县农业局\n2024年6月20日\n"
    report = replace(open_text(text), links=(Link("1.1", "2.1", "confirmed", ("菌種",)),))
    assert [(one.section.ref, one.number, one.passage.text) for one in trace_of(report).untraced] == [
        ("2.1", 2, "修一条水渠。")
    ]
    assert trace_of(replace(report, links=())).untraced == ()
