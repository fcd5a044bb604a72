"""Which lines the title is, and where it is repeated."""

import pytest

from tests.structure.trees import report_of


def lead(text: str, name: str = "sample.txt") -> list[str]:
    return [passage.text for passage in report_of(text, name).sections[0].paragraphs]


def test_repeat_is_a_notice_and_no_paragraph() -> None:
    text = "赴甲县考察报告\n\n导语。\n\n赴 甲县考察報告\n\n一、概况\n乙。"
    report = report_of(text)
    assert report.title == "赴甲县考察报告"
    assert lead(text) == ["导语。"]
    assert [(n.kind, n.ref, report.text[slice(*n.span)]) for n in report.notices] == [
        ("duplicate", "0", "赴 甲县考察報告"),
    ]


def test_buttons_of_a_web_page_are_not_the_title() -> None:
    text = "下载\n打印\n【字号：\n大\n】\n2020年某县工作报告\n——2020年1月8日在县人民代表大会上\n一、回顾\n甲。"
    report = report_of(text)
    assert report.title == "2020年某县工作报告"
    assert report.date == "2020-01-08"
    assert "——2020年1月8日在县人民代表大会上" in lead(text)


def test_title_on_two_lines() -> None:
    assert (
        report_of("关于赴甲县乙镇\n学习考察情况的报告\n\n导语。\n一、概况\n丙。").title
        == "关于赴甲县乙镇学习考察情况的报告"
    )


def test_office_above_the_title_is_not_it() -> None:
    assert report_of("甲县发展和改革局\n赴乙县考察报告\n导语。\n一、概况\n丙。").title == "赴乙县考察报告"


@pytest.mark.parametrize("office", ["市人大常委会视察组", "县教育系统学习考察团", "市委改革专班", "市委党校第三期学员"])
def test_whoever_went_above_the_title_is_not_it(office: str) -> None:
    report = report_of(f"{office}\n关于全市养老服务的视察报告\n主任：\n导语。\n一、概况\n丙。")
    assert report.title == "关于全市养老服务的视察报告"


@pytest.mark.parametrize(
    ("subtitle", "joined"),
    [
        ("——县教育系统赴乙市考察报告", True),
        ("——在座谈会上的发言", True),
        ("--学习情况汇报", True),
        ("——2020年1月8日在县人民代表大会上", False),
        ("——2020年1月8日在县人民代表大会上的报告", False),
        ("——路修到了家门口。", False),
    ],
)
def test_a_subtitle_joins_the_title(subtitle: str, joined: bool) -> None:
    text = f"走出去\n{subtitle}\n\n导语在这里，有两句。\n一、概况\n甲。"
    assert report_of(text).title == (f"走出去{subtitle}" if joined else "走出去")
    assert (subtitle in lead(text)) is not joined


def test_where_one_is_on_a_site_is_no_title() -> None:
    assert (
        report_of("首页>>政务公开>>政府工作报告\n\n某区政府工作报告\n导语。\n一、概况\n丙。").title
        == "某区政府工作报告"
    )


def test_file_name_where_there_is_no_title() -> None:
    assert report_of("今天我们看了三个地方，都很好。\n一、概况\n甲。", "游记.2020.txt").title == "游记.2020"


def test_front_matter_states_the_title_where_no_heading_does() -> None:
    report = report_of("---\ntitle: 'A tour'\n---\n\nText.\n\n## Lessons\n\nMore.\n", "x.md")
    assert report.title == "A tour"
    assert [passage.text for passage in report.sections[0].paragraphs] == ["Text."]


def test_title_given_twice_as_a_heading() -> None:
    report = report_of("# 标题\n\n# 标题\n\n正文\n\n## 一、甲\n\n乙\n", "x.md")
    assert (report.title, [section.title for section in report.sections]) == ("标题", ["", "甲"])
    assert lead("# 标题\n\n# 标题\n\n正文\n\n## 一、甲\n\n乙\n", "x.md") == ["正文"]
    assert [(notice.kind, notice.text, notice.span) for notice in report.notices] == [("duplicate", "标题", (8, 10))]
