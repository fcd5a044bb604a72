"""Links that the words of a report suggest."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.real_reports import path_of, real
from tourview.open import open_report, open_text
from tourview.report import Link, Report, fold
from tourview.tracing import suggested_links, weighed_pairs

REPORT = """\
赴江北市学习考察报告

一、学习的启示
一是菌种要靠研究所。江北市请来菌种研究所的人，住在大棚边上，一住就是三年。
二是冷库建在路口。出了大棚就进冷库，鲜货一夜就到批发市场。
三是账目贴在墙上。合作社每月把账目贴出来，社员随时来问。

二、存在的差距
一是菌种退化。我们的菌种用了十年，没有人提纯复壮。
二是鲜货烂在地里。全县没有一座冷库，遇上雨天只好倒掉。
三是年轻人走了。留下的都是老人，机器没有人会开。

三、下一步措施
（一）引进菌种。同菌种研究所签约，先做提纯复壮。
（二）修建冷库。在三个路口各建一座冷库，鲜货当天入库。
（三）办好夜校。农闲时请师傅来教开机器。
"""


def pairs(report: Report) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in report.links}


def test_what_speaks_of_the_same_is_linked_from_lesson_to_gap_to_commitment() -> None:
    found = pairs(open_text(REPORT))
    assert {("1.1", "2.1"), ("1.1", "3.1"), ("2.1", "3.1"), ("1.2", "2.2"), ("1.2", "3.2"), ("2.2", "3.2")} <= found
    assert not {("1.1", "3.2"), ("2.1", "3.2"), ("2.2", "3.1"), ("1.3", "2.1")} & found


def test_a_section_that_shares_nothing_of_weight_is_left_alone() -> None:
    assert not any("1.3" in pair for pair in pairs(open_text(REPORT)))


def test_the_evidence_is_what_both_have_the_weightiest_first() -> None:
    report = open_text(REPORT)
    link = next(link for link in report.links if (link.source, link.target) == ("2.1", "3.1"))
    assert link.status == "suggested"
    assert set(link.evidence[:2]) == {"菌种", "提纯复壮"}
    for link in report.links:
        for ref in (link.source, link.target):
            assert all(phrase in fold(words(report, ref)) for phrase in link.evidence)


def words(report: Report, ref: str) -> str:
    section = report.section(ref)
    assert section is not None
    return "\n".join((section.title, *(passage.text for passage in section.paragraphs)))


@pytest.mark.parametrize(
    ("gap", "commitment"),
    [
        ("厂房太少。只有20万平方米。", "修渠。完成30万平方米。"),
        ("路差。临江市比我们快，临江市有人管。", "看病。临江市怎么做，就怎么做。"),
        ("人少。工作要进一步加强，措施要落实。", "修桥。进一步加强领导，全面落实。"),
    ],
)
def test_units_names_and_the_common_coin_link_nothing(gap: str, commitment: str) -> None:
    text = f"报告\n\n一、存在的差距\n一是{gap}\n二是桥旧。\n\n二、下一步措施\n（一）{commitment}\n（二）种树。\n"
    assert pairs(open_text(text)) == set()


def test_english_words_link_too_in_singular_and_plural() -> None:
    text = (
        "Report on a visit\n\n1. Lessons learned\n1.1 Ferry timetables\nFerries leave on the hour.\n"
        "1.2 Quiet halls\nNobody shouts.\n\n2. Gaps\n2.1 No ferry timetable\nWe post none on the pier.\n"
        "2.2 Rust\nThe cranes stand idle.\n\n3. Recommendations\n3.1 Print a ferry timetable\nBy May.\n"
        "3.2 Paint\nStart with railings.\n"
    )
    report = open_text(text)
    assert ("2.1", "3.1") in pairs(report)
    assert any("ferry timetable" in link.evidence for link in report.links)


def test_traditional_script_is_linked_with_simplified() -> None:
    gaps = "一、存在的差距\n一是審批太慢。並聯審批沒有推開。\n二是橋舊。\n"
    text = f"報告\n\n{gaps}\n二、下一步措施\n（一）优化审批。推行并联审批。\n（二）種樹。\n"
    assert ("1.1", "2.1") in pairs(open_text(text))


def test_a_report_that_states_its_links_keeps_them_as_they_are() -> None:
    text = (
        "title: 报告\nlinks: [{from: '1', to: '3'}]\nsections:\n"
        "  - {heading: 菌种退化, kind: gap, paragraphs: [菌种用了十年。]}\n"
        "  - {heading: 桥旧, kind: gap}\n"
        "  - {heading: 引进菌种, kind: commitment, paragraphs: [菌种要新。]}\n"
    )
    Path("stated.yaml").write_text(text, "utf-8")
    assert open_report("stated.yaml").links == (Link("1", "3", "confirmed"),)
    Path("open.yaml").write_text(text.replace("links: [{from: '1', to: '3'}]\n", ""), "utf-8")
    assert [(link.source, link.target, link.status) for link in open_report("open.yaml").links] == [
        ("1", "3", "suggested")
    ]


def test_words_written_many_times_do_not_take_for_ever() -> None:
    words = "".join(chr(0x4E00 + number * 37 % 50) for number in range(60_000))
    text = f"报告\n\n一、存在的差距\n{words}\n\n二、下一步措施\n{words}\n"
    report = open_text(text)
    assert len(report.links) <= 1
    assert all(len(link.evidence) <= 8 for link in report.links)


def test_of_very_many_sections_the_openings_are_compared() -> None:
    lines = [f"{number}.第{number}号桥要重修。" for number in range(1, 3000)]
    lines[1500] = "1501.菌种退化要治。"
    gaps = "\n".join(lines[:1500])
    report = open_text(f"报告\n\n一、存在的差距\n{gaps}\n\n二、下一步措施\n1.菌种退化要治。\n2.种树。\n")
    assert len(report.links) < 3000


@given(st.text(alphabet="一二是差距措施，。；\n（）菌种桥路ab s", max_size=400))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_is_traced(text: str) -> None:
    report = open_text(f"报告\n\n一、启示\n{text}\n二、差距\n{text}\n三、措施\n{text}")
    kinds = {section.ref: section.kind for section in report.reading_order}
    for link in suggested_links(report):
        assert kinds[link.source] is not kinds[link.target]
        assert link.evidence


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@real
def test_the_obvious_pairs_of_the_real_report_are_among_the_first() -> None:
    report = open_report(path_of())
    ranked = sorted(weighed_pairs(report), key=lambda pair: -pair.weight)
    first = {(pair.source, pair.target) for pair in ranked[:15]}
    assert {("1.3.1", "2.1.1"), ("1.3.1", "3.1"), ("2.1.1", "3.1"), ("1.3.3", "3.5"), ("2.1.3", "3.5")} <= first
    assert {("2.2.1", "3.1"), ("1.3.3", "2.1.3")} <= pairs(report)
    assert all(link.evidence for link in report.links)
