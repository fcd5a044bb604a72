"""What sections are for."""

import pytest

from tests.structure.trees import report_of
from tourview.report import Kind
from tourview.structure.kinds.heading_words import heading_kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("学习考察的基本情况", Kind.BACKGROUND),
        ("学习考察的项目", Kind.VISIT),
        ("考察的主要内容", Kind.VISIT),
        ("学习考察的感受", Kind.IMPRESSION),
        ("几点體會", Kind.IMPRESSION),
        ("学习考察的启示", Kind.LESSON),
        ("先进经验和做法", Kind.LESSON),
        ("对照发改工作找差距", Kind.GAP),
        ("存在的主要困难", Kind.GAP),
        ("补齐短板、强化弱项", Kind.COMMITMENT),
        ("存在的问题及对策建议", Kind.COMMITMENT),
        ("学比先进重在身体力行", Kind.COMMITMENT),
        ("下一步工作安排", Kind.COMMITMENT),
        ("Lessons learned", Kind.LESSON),
        ("Where we fall short", Kind.GAP),
        ("Recommendations and next steps", Kind.COMMITMENT),
        ("Sites visited", Kind.VISIT),
        ("Planning law", None),
        ("天气", None),
    ],
)
def test_heading_tells_the_kind_by_its_last_word(heading: str, kind: Kind | None) -> None:
    assert heading_kind(heading) is kind


def kinds(text: str) -> dict[str, Kind | None]:
    return {section.ref: section.kind for section in report_of(text).reading_order}


def test_items_keep_the_kind_of_their_list() -> None:
    found = kinds("一、几点启示\n一是重大项目引领。甲。\n二是敢于正视问题。乙。\n三是落实有力的措施。丙。\n")
    assert set(found.values()) == {Kind.LESSON}


def test_nearer_section_heading_overrides() -> None:
    found = kinds("一、基本情况\n（一）考察的项目\n甲。\n（二）启示\n乙。\n（三）下一步打算。丙丁。\n（四）天气\n戊。")
    assert list(found.values()) == [Kind.BACKGROUND, Kind.VISIT, Kind.LESSON, Kind.COMMITMENT, Kind.BACKGROUND]


def test_heading_that_says_what_to_do_stays_a_commitment() -> None:
    found = kinds("一、工作措施\n（一）加快建设重大项目\n甲。\n（二）着力解决突出问题\n乙。\n")
    assert set(found.values()) == {Kind.COMMITMENT}


def test_chapter_takes_the_kind_its_sections_agree_on() -> None:
    assert kinds("一、差在哪里\n（一）规划的差距\n甲。\n（二）服务的差距\n乙。")["1"] is Kind.GAP


def test_text_tells_where_no_heading_does() -> None:
    doing = "要加快推进园区建设，着力抓好招商，加强服务，确保年内完成。"
    lacking = "与他们相比，我们办法不够多，人才缺乏，配套薄弱，差距明显，步子落后。"
    assert kinds(f"一、我们\n{doing * 3}\n二、他们\n{lacking * 3}\n三、大家\n天很蓝，水很清。") == {
        "1": Kind.COMMITMENT,
        "2": Kind.GAP,
        "3": None,
    }


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_words_of_a_glossary_tell_nothing(name: str) -> None:
    mark, words = ("## " if name == "a.md" else ""), "要加快推进园区建设，着力抓好招商，加强服务，确保年内完成。" * 4
    report = report_of(f"{mark}一、概况\n\n天很蓝。\n\n{mark}名词解释\n\n{words}\n", name)
    assert [(section.title, section.kind) for section in report.sections[-2:]] == [
        ("概况", Kind.BACKGROUND),
        ("名词解释", None),
    ]
