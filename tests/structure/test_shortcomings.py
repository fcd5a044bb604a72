"""The paragraph in which a work report owns up to what is wrong."""

import pytest

from tests.structure.outlines import ASKED, MOVED
from tests.structure.trees import report_of
from tourview.report import Kind

_REVIEW = f"一、过去一年工作回顾\n（一）路修好了。{ASKED}\n（二）水通上了。{MOVED}\n"
_LONG = f"在看到成绩的同时，我们也认识到短板仍然不少，主要是桥少路窄，{MOVED[:-1]}，{ASKED}"
_PLANS = f"二、今年重点工作\n（一）修桥。{ASKED}我们要时刻清醒，困难和问题还有很多。\n（二）种树。{MOVED}\n"


def gaps(paragraph: str, title: str = "某县政府工作报告", review: str = _REVIEW) -> list[tuple[str, str, str]]:
    report = report_of(f"{title}\n各位代表：\n现在报告工作。\n{review}{paragraph}\n{_PLANS}")
    return [(s.ref, s.label, s.title) for s in report.reading_order if s.kind is Kind.GAP]


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("我们也清醒认识到：产业不强，人才不足。", "我们也清醒认识到"),
        ("成绩来之不易，问题也不容忽视。产业不强，人才不足。", "成绩来之不易，问题也不容忽视"),
        ("同时，我们清醒地看到，前进路上还有不少困难。\n桥少。\n路窄。", "同时，我们清醒地看到，前进路上还有不少困难"),
        (_LONG, "在看到成绩的同时，我们也认识到短板仍然不少"),
    ],
)
def test_it_is_a_section_beside_those_of_its_chapter(paragraph: str, heading: str) -> None:
    assert gaps(paragraph) == [("1.3", "", heading)]


def test_its_enumeration_lies_inside_it() -> None:
    found = gaps("我们也清醒认识到，困难不少：一是桥少，过河要绕；二是路窄，会车要停。以上问题，逐件解决。")
    assert found == [
        ("1.3", "", "我们也清醒认识到，困难不少"), ("1.3.1", "一是", "桥少"), ("1.3.2", "二是", "路窄"),
    ]  # fmt: skip


def test_beside_a_list_it_is_no_item_of_it() -> None:
    review = f"一、过去一年工作回顾\n一是修路。{ASKED}\n二是通水。{MOVED}\n"
    assert gaps("我们也清醒认识到，问题不少：一是桥少，要绕；二是路窄，要停。", review=review)[0][0] == "1.3"


def test_in_a_part_it_stands_beside_the_sections_of_the_part() -> None:
    owned = "同时也要看到，困难还有不少，桥少路窄。"
    parts = f"第一部分 过去五年回顾\n{ASKED}\n{owned}\n第二部分 今后目标\n（一）修桥。{ASKED}\n（二）种树。{MOVED}\n"
    listed = parts.replace(owned, f"（一）路修好了。{ASKED}\n（二）水通上了。{MOVED}\n{owned}")
    for text, ref in ((parts, "1.1"), (listed, "1.3")):
        report = report_of(f"某县政府工作报告\n各位代表：\n现在报告工作。\n{text}")
        assert [(s.ref, s.title) for s in report.reading_order if s.kind is Kind.GAP] == [
            (ref, "同时也要看到，困难还有不少，桥少路窄")
        ]
        assert [s.label for s in report.sections] == ["", "第一部分", "第二部分"]


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("我们要始终保持清醒头脑，认识到困难和问题。", "某县政府工作报告"),
        ("大家也认识到，办法总比困难多。", "某县学习考察报告"),
    ],
)
def test_an_undertaking_or_another_report_owns_up_to_nothing(paragraph: str, title: str) -> None:
    review = _REVIEW if "工作" in title else _REVIEW.replace("过去一年工作回顾", "主要工作")
    assert gaps(paragraph, title, review) == []


def test_it_is_found_in_a_page_run_into_one_line() -> None:
    owned = "在看到成绩的同时，我们也清醒认识到，困难还有不少：一是桥少，过河要绕；二是路窄，会车要停。"
    text = f"某县政府工作报告 {ASKED * 6}{_REVIEW}{owned}{_PLANS}".replace("\n", " ")
    report = report_of(text)
    assert [(s.ref, s.title) for s in report.reading_order if s.kind is Kind.GAP] == [
        ("1.3", "在看到成绩的同时，我们也清醒认识到，困难还有不少"),
        ("1.3.1", "桥少"),
        ("1.3.2", "路窄"),
    ]
