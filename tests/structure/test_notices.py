"""What a careful reader would flag."""

from dataclasses import replace

import pytest

from tests.structure.trees import report_of
from tourview.structure import text_notices


def notices(text: str, name: str = "sample.txt") -> list[tuple[str, str]]:
    return [(notice.kind, notice.text) for notice in report_of(text, name).notices]


@pytest.mark.parametrize("mark", ["XX", "××", "＊＊", "XXX", "某某"])
def test_redactions(mark: str) -> None:
    assert notices(f"我们去了{mark}市和{mark}县。") == [("redaction", f"{mark}市"), ("redaction", f"{mark}县")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("20XX年XX，某县XX。XX", ["XX年", "XX", "XX", "XX"]),
        ("甲、XX、乙（XX）ＸＸ", ["XX", "XX", "ＸＸ"]),
        ("We saw XX County and XX, then XX.", ["XX", "XX", "XX"]),
        ("2014年×月××日，○○局，＊＊。", ["×月", "××日", "○○局", "＊＊"]),
        ("到四川省X县和×市，X光、A×B、3×5。", ["X县", "×市"]),
        ("201X年定了适XX市化的路子。", ["X年", "XX市"]),
        ("张某某和李某说起某县，某某县、某某公司另有安排。", ["某某县", "某某公司"]),
        ("由____镇牵头，共___万元，代表签字____。", ["____镇", "___万", "____"]),
        ("项目□□，□□县。", ["□□", "□□县"]),
        ("主任XXX带队，XX同志参加。", ["XXX", "XX"]),
        ("某某同志、某某。", ["某某", "某某"]),
        ("二〇〇八年、二○○○年、一〇〇。", []),
        ("XXL, MAXX, XX12, 12XX-3, AXX级。", []),
        ("---\n************\n**重点**，**难点**。", ["**", "**"]),
        ("5×3，xx, □□", []),
    ],
)
def test_every_run_of_marks_that_stands_for_words_is_a_redaction(text: str, marks: list[str]) -> None:
    assert notices(text) == [("redaction", mark) for mark in marks]


def test_latin_words_and_emphasis_are_not_redactions() -> None:
    assert notices("型号 MAXX级 的机器。") == []
    assert notices("这是**重点**，那是**难点**工作。", "a.md") == []


def test_every_notice_is_where_it_says() -> None:
    report = report_of("一、概况\n去了XX市。\n二、打算\n再去XX县。")
    assert [(n.ref, report.text[slice(*n.span)]) for n in report.notices] == [("1", "XX市"), ("2", "XX县")]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一、甲\n子。\n三、乙\n丑。", ["三、"]),
        ("一、甲\n子。\n一、乙\n丑。\n二、丙\n寅。", ["一、"]),
        ("一、甲\n子。\n二、乙\n丑。\n二、丙\n寅。\n四、丁\n卯。", ["二、"]),
        ("一、甲\n子。\n二、乙\n丑。\n二、丙\n寅。\n五、丁\n卯。", ["二、", "五、"]),
        ("一、甲\n二是先行。子。\n三是后动。丑。", ["二是"]),
        ("一、甲\n一是先行。子。\n二是后动。丑。\n再说一点。\n一是快。子。\n二是稳。丑。", []),
        ("一、甲\n(一)子\n寅。\n(二)丑\n卯。\n二、乙\n(一)辰\n巳。", []),
        ("1. First\nText.\n2. Second\nText.\n4. Fourth\nText.\n", ["4."]),
    ],
)
def test_numbers_out_of_sequence(text: str, labels: list[str]) -> None:
    assert notices(text) == [("numbering", label) for label in labels]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("他说“好。", ["“"]),
        ("他说好”。", ["”"]),
        ("（甲（乙）。", ["（"]),
        ("五加二的'作风。", ["'"]),
        ("他说'好'。", []),
        ("(一）两种括号。", []),
        ("1)甲 2)乙", []),
        ("It's the town's own.", []),
        ("It’s fine.", []),
        ('A 5" pipe.', []),
        ('说"好。', ['"']),
        ("“甲。\n乙”。", []),
        ("“甲。\n“乙。\n“丙。”", []),
        ("“甲。\n“乙。\n丙。", ["“", "“"]),
        ("“甲。\n丙“丁”。\n戊。\n己。\n乙”。", ["“", "”"]),
        ("“甲‘乙’。\n丙‘丁’。”", []),
        ("《甲（乙》丙）", ["（", "）"]),
    ],
)
def test_marks_without_their_pair(text: str, marks: list[str]) -> None:
    assert notices(text) == [("pairing", mark) for mark in marks]


def test_odd_characters_are_named_not_repeated() -> None:
    assert notices("甲\ufffd乙\x1b[31m丙。") == [("character", "U+FFFD"), ("character", "U+001B")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("甲\u200b乙\ue000丙\xad。", ["U+200B", "U+E000", "U+00AD"]),
        ("共1２个，3０亩，４５头。", ["1２", "3０"]),
        ("二0一四年，2O14年，二〇一四年，二○一四年。", ["0", "O"]),
        ("引进ХYZ公司，俄文 Привет 和α粒子。", ["Х"]),
        ("从3ー5个，ｶﾀ。", ["ー", "ｶﾀ"]),
    ],
)
def test_odd_characters(text: str, marks: list[str]) -> None:
    assert notices(text) == [("character", mark) for mark in marks]


def test_a_paragraph_printed_twice_is_told_once_where_it_stands_again() -> None:
    long = "考察组一致认为，园区的路子走得稳，值得我们带回去好好琢磨。"
    assert notices(f"报告\n一、概况\n{long}\n二、打算\n要快。\n要快。\n{long}") == [("duplicate", long)]


def test_chrome_is_told_line_by_line() -> None:
    text = (
        "打印\n收藏\n考察报告\n一、概况\n我们看了园区，走了三个县，收获很大，也看到了差\n— 1 —\n距。\n责任编辑：\n小林"
    )
    found = report_of(text)
    assert [n.text for n in found.notices if n.kind == "chrome"] == ["打印", "收藏", "— 1 —", "责任编辑：", "小林"]
    assert found.title == "考察报告"
    assert found.sections[-1].paragraphs[0].text == "我们看了园区，走了三个县，收获很大，也看到了差距。"


def test_a_stated_report_is_looked_through_as_a_text_is() -> None:
    report = report_of("赴XX市考察报告\n\n“导语。\n\n一、XX县\n去了XX。\ufffd\n一是（看。再看）XX村。\n")
    assert len(report.notices) == 6
    assert text_notices(replace(report, notices=())) == report.notices
    markdown = report_of("# 报告\n\n## 一、XX**县**\n\n去了**XX**市，[XX](XX市)。\n", "a.md")
    assert [notice.text for notice in markdown.notices] == ["XX", "XX", "XX"]
    assert text_notices(markdown) == markdown.notices
