"""Reading a report written in YAML by hand."""

from itertools import pairwise

import pytest

from tourview.readers.text.reading import read_text
from tourview.readers.yaml.reading import read_yaml
from tourview.report import Kind, Report, Section
from tourview.structure import build_report

SAMPLE = """\
title: 赴海滨新区学习考察报告
organization: 市发展改革委
date: 2019-05
facts:
  party: 12人
  dates: [2019-05-06, 2019-05-07]
  destinations: [海滨新区]
  sites:
    - {name: 智能装备园, region: 海滨新区, ref: "1.1"}
    - {name: 港口码头, region: 海滨新区, ref: "1.1"}
sections:
  - heading: ""
    paragraphs:
      - |
        五月上旬，
        考察组一行到海滨新区看项目、
        访企业。The tour took
        two days.
  - label: 一、
    heading: 考察概况
    kind: visit
    children:
      - heading: 海滨新区
        paragraphs: [参观了智能装备园和智能装备园二期。, 又到展厅座谈。]
      - heading: 临江县
        paragraphs: [参观了水产基地。]
  - label: 二、
    heading: 启示
    kind: 启示
    children:
      - label: 一是
        heading: 规划先行
        paragraphs: [先有蓝图，后动土。]
      - label: 二是
        heading: 服务要快
        kind: null
        paragraphs: [窗口一站办结，用时2天。]
  - label: 三、
    heading: 下一步措施
    kind: commitments
    paragraphs: [年底前建成服务大厅。]
figures:
  - {ref: "2.2", text: 2天, value: 2, unit: 天}
links:
  - {from: "2.2", to: "3", evidence: [服务]}
notices:
  - {ref: "1.1", kind: spelling, text: 展厅}
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return read_yaml(SAMPLE.encode(), "sample.yaml")


def section(report: Report, ref: str) -> Section:
    found = report.section(ref)
    assert found is not None
    return found


def test_sections_are_numbered_by_position_and_know_their_kind(report: Report) -> None:
    tree = [(s.ref, s.level, s.label, s.title, s.kind) for s in report.reading_order]
    assert tree == [
        ("0", 1, "", "", None),
        ("1", 1, "一、", "考察概况", Kind.VISIT),
        ("1.1", 2, "", "海滨新区", Kind.VISIT),
        ("1.2", 2, "", "临江县", Kind.VISIT),
        ("2", 1, "二、", "启示", Kind.LESSON),
        ("2.1", 2, "一是", "规划先行", Kind.LESSON),
        ("2.2", 2, "二是", "服务要快", None),
        ("3", 1, "三、", "下一步措施", Kind.COMMITMENT),
    ]


def test_a_line_break_in_a_block_vanishes_between_wide_characters_only(report: Report) -> None:
    assert (
        section(report, "0").paragraphs[0].text
        == "五月上旬，考察组一行到海滨新区看项目、访企业。The tour took two days."
    )


def test_facts_are_taken_as_written(report: Report) -> None:
    assert report.date == "2019-05"
    assert report.facts.party == "12人"
    assert report.facts.dates == ("2019-05-06", "2019-05-07")


def test_the_text_is_composed_and_every_span_is_true(report: Report) -> None:
    assert report.text.startswith("赴海滨新区学习考察报告\n\n五月上旬，")
    assert "海滨新区：参观了智能装备园和智能装备园二期。\n又到展厅座谈。\n" in report.text
    assert "一是规划先行。先有蓝图，后动土。\n" in report.text
    own = [s.own_span for s in report.reading_order]
    assert own[0][0] == 0
    assert own[-1][1] == len(report.text)
    assert all(before[1] == after[0] for before, after in pairwise(own))
    for found in report.reading_order:
        assert report.text.startswith(found.label, found.span[0])
        for passage in (*found.paragraphs, *([found.heading] if found.heading else [])):
            assert report.text[passage.start : passage.end] == passage.text


def test_things_said_of_a_section_are_found_in_it(report: Report) -> None:
    site, missing = report.facts.sites
    assert report.text[slice(*site.span)] == "智能装备园"
    assert missing.span == section(report, "1.1").own_span
    assert report.text[slice(*report.figures[0].span)] == "2天"
    assert report.text[slice(*report.notices[0].span)] == "展厅"


def test_a_link_without_status_was_made_by_a_person(report: Report) -> None:
    assert [(link.source, link.target, link.status) for link in report.links] == [("2.2", "3", "confirmed")]


def test_the_composed_text_read_as_plain_text_gives_the_same_tree(report: Report) -> None:
    again = build_report(read_text(report.text.encode(), "sample.txt"))
    assert again.title == report.title
    assert [shape(s) for s in again.reading_order] == [shape(s) for s in report.reading_order]


def shape(found: Section) -> tuple[str, str, str, list[str]]:
    return found.ref, found.label, found.title, [paragraph.text for paragraph in found.paragraphs]


def test_title_sections_and_headings_are_enough() -> None:
    report = read_yaml("title: 短报告\nsections:\n  - heading: 措施\n".encode(), "a.yaml")
    assert [(s.ref, s.title) for s in report.reading_order] == [("0", ""), ("1", "措施")]
    assert report.source.name == "a.yaml"
    assert report.language == "zh"


def test_an_english_report_is_set_with_english_marks() -> None:
    text = (
        "title: A tour\nsections:\n- {heading: Lessons, label: I., children: [{label: 'First,', heading: plan ahead,"
        " paragraphs: [Then build.]}, {heading: Harbour, paragraphs: [Cranes at work.]}]}\n"
    )
    report = read_yaml(text.encode(), "a.yaml")
    assert report.language == "en"
    assert report.text == "A tour\n\n\nI. Lessons\nFirst, plan ahead. Then build.\nHarbour: Cranes at work.\n"


def test_a_stated_id_is_kept_and_the_others_are_apart() -> None:
    text = "title: t\nsections:\n- {heading: 一样, id: mine}\n- {heading: 一样}\n- {heading: 一样}\n"
    ids = [s.id for s in read_yaml(text.encode(), "a.yaml").reading_order]
    assert ids[1] == "mine"
    assert len(set(ids)) == 4


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding_the_text_reader_knows_will_do(encoding: str) -> None:
    assert read_yaml(SAMPLE.encode(encoding), "sample.yaml").title == "赴海滨新区学习考察报告"
