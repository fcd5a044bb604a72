"""What opens a section, and what only looks as if it did."""

import pytest

from tests.structure.trees import report_of, tree_of


def headings(text: str) -> list[tuple[str, str, str]]:
    return [(section.ref, section.label, section.title) for section in report_of(text).reading_order]


def test_text_without_headings_is_one_lead_in() -> None:
    report = report_of("一封信\n\n今天下雨。\n\n明天晴。\n")
    assert [section.ref for section in report.sections] == ["0"]
    assert [passage.text for passage in report.sections[0].paragraphs] == ["今天下雨。", "明天晴。"]
    assert report.sections[0].heading is None
    assert report.sections[0].span == (0, len(report.text))


def test_no_lead_in_where_the_first_chapter_opens_the_text() -> None:
    assert headings("一、概况\n甲。\n二、打算\n乙。") == [("1", "一、", "概况"), ("2", "二、", "打算")]


@pytest.mark.parametrize(
    "line",
    [
        "五加二、白加黑，大家干得起劲。",
        "一、二、三产业都要人。",
        "一、二季度的数据出来了。",
        "2014年是转折之年。",
        "3.5个百分点的差距不算小。",
        "1.6万户居民搬了家。",
        "12",
        "十年前这里还是荒滩。",
        "第一、第二产业比重下降。",
        "第一节课上讲的就是这些。",
        "1. 只有这一条编了号，后面是一段很长的话，说的是别的事情，没有第二条，所以它不是标题，只是正文里的一段。",
    ],
)
def test_lines_that_only_look_numbered(line: str) -> None:
    report = report_of(f"某地见闻录一则\n\n开头的话。\n{line}\n后面的话。\n")
    assert [section.ref for section in report.reading_order] == ["0"]
    assert line in [passage.text for passage in report.sections[0].paragraphs]


def test_closing_mark_is_not_part_of_a_heading() -> None:
    assert headings("一、工作打算：\n甲。\n二、保障措施。\n乙。") == [
        ("1", "一、", "工作打算"),
        ("2", "二、", "保障措施"),
    ]


def test_question_keeps_its_mark() -> None:
    assert headings("一、差在哪里？\n甲。\n二、怎么办？甲乙丙。")[1] == ("2", "二、", "怎么办？")


def test_run_in_heading_is_the_lead_sentence() -> None:
    report = report_of("一、打算\n(一)解放思想、更新观念。思想先行。再做别的。\n")
    item = report.section("1.1")
    assert item is not None
    assert (item.label, item.title) == ("(一)", "解放思想、更新观念")
    assert [passage.text for passage in item.paragraphs] == ["思想先行。再做别的。"]


def test_one_long_sentence_gives_its_lead_clause() -> None:
    tail = "在本月底以前把全部台账建好并逐级上报，同时把责任落到每一个人的头上，不留死角，也不搞一刀切，一查到底。"
    report = report_of(f"一、打算\n一是摸清家底，{tail}\n")
    item = report.section("1.1")
    assert item is not None
    assert item.title == "摸清家底"
    assert [passage.text for passage in item.paragraphs] == [tail]


def test_marks_inside_quotations_do_not_end_a_heading() -> None:
    assert headings("一、弘扬“敢闯。敢试！”的精神。正文在此。")[0][2] == "弘扬“敢闯。敢试！”的精神"


def test_english_abbreviations_do_not_end_a_heading() -> None:
    text = "1. Talks with the St. Mary Port Co. and others. They went well.\n2. Talks elsewhere. They did not.\n"
    assert headings(text)[0][2] == "Talks with the St. Mary Port Co. and others"


def test_label_alone_takes_the_next_line_as_its_heading() -> None:
    assert headings("第一章\n总体情况\n甲乙丙。\n第二章\n今后打算\n丁。") == [
        ("1", "第一章", "总体情况"),
        ("2", "第二章", "今后打算"),
    ]


def test_order_of_styles_is_learned() -> None:
    text = "1.概况\n一、甲\n子。\n二、乙\n丑。\n2.打算\n一、丙\n寅。\n二、丁\n卯。\n"
    assert [ref for ref, _label, _heading in headings(text)] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]


def test_list_in_the_lead_in_does_not_swallow_the_chapters() -> None:
    text = "关于考察的报告\n1.甲事\n2.乙事\n一、概况\n子。\n二、打算\n丑。\n"
    assert [(ref, label) for ref, label, _heading in headings(text)] == [
        ("0", ""), ("1", "1."), ("2", "2."), ("3", "一、"), ("4", "二、"),
    ]  # fmt: skip


def test_items_directly_under_a_chapter() -> None:
    text = "一、启示\n一是敢闯。甲。\n二是敢干。乙。\n二、打算\n(一)快干\n丙。"
    assert [ref for ref, _label, _heading in headings(text)] == ["1", "1.1", "1.2", "2", "2.1"]


def test_decimal_numbers_nest() -> None:
    text = "1. Background\nText.\n1.1 Purpose\nText.\n1.2 Route\nText.\n2. Lessons\n2.1 One\nText.\n2.1.1 Detail\nText."
    refs = {label: ref for ref, label, _heading in headings(text)}
    assert (refs["1.1"], refs["1.2"], refs["2.1"], refs["2.1.1"]) == ("1.1", "1.2", "2.1", "2.1.1")


def test_names_and_colons_make_items() -> None:
    report = report_of("一、见闻\n总的说来都不错。\n南湖村:路宽。\n竹溪村：树多。\n二、打算\n甲。\n")
    assert [(s.ref, s.label, s.title) for s in report.reading_order if s.level == 2] == [
        ("1.1", "", "南湖村"),
        ("1.2", "", "竹溪村"),
    ]
    assert [passage.text for passage in report.reading_order[2].paragraphs] == ["树多。"]


@pytest.mark.parametrize("line", ["各位代表：", "比如:甲乙丙。", "其中：甲占一半。", "注：数据截至六月。"])
def test_salutations_and_examples_are_not_names(line: str) -> None:
    assert len(headings(f"一、见闻\n甲乙。\n{line}\n{line}\n二、打算\n甲。\n")) == 2


def test_one_name_is_not_enough_outside_visits() -> None:
    assert len(headings("一、打算\n甲乙。\n南湖村:路宽。\n")) == 1


def test_annexes_that_the_format_marks_hold_the_numbers_that_begin_anew_in_them() -> None:
    body = "# 考察报告\n\n## 一、概况\n\n甲。\n\n## 二、打算\n\n乙。\n\n"
    annexes = (
        "## 附件1：任务表\n\n### 一、上游\n\n丙。\n\n### 二、下游\n\n丁。\n\n## 附件：日程\n\n6月3日去，6月5日回。\n"
    )
    refs = [(section.ref, section.title) for section in report_of(body + annexes, "a.md").reading_order]
    assert refs[1:] == [
        *(("1", "概况"), ("2", "打算"), ("3", "附件1：任务表"), ("3.1", "上游"), ("3.2", "下游")),
        ("4", "附件：日程"),
    ]


def test_a_chapter_after_an_annex_is_none_of_it() -> None:
    text = "# 考察报告\n\n## 概况\n\n甲。\n\n## 附件1：任务表\n\n### 上游\n\n丙。\n\n## 体会\n\n丁。\n"
    refs = [(section.ref, section.title) for section in report_of(text, "a.md").reading_order]
    assert refs[1:] == [("1", "概况"), ("2", "附件1：任务表"), ("2.1", "上游"), ("3", "体会")]


def test_markdown_headings_give_depth_and_markers_their_labels() -> None:
    report = report_of(
        "# 考察报告\n\n导语。\n\n## 一、概况\n\n(一)行程\n\n甲。\n\n### 附带的话\n\n乙。\n\n## 二、打算\n", "a.md"
    )
    assert tree_of(report) == (
        "title: 考察报告\n  0 - |\n  1 background 一、|概况\n    1.1 visit (一)|行程\n"
        "    1.2 background |附带的话\n  2 commitment 二、|打算\n"
    )


def test_several_headings_of_depth_one_are_chapters() -> None:
    report = report_of("# Visits\n\nA.\n\n# Lessons\n\nB.\n", "two.md")
    assert (report.title, [section.title for section in report.sections]) == ("two", ["", "Visits", "Lessons"])
