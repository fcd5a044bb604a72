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


SEEN = (
    "第一站到码头，现场看了吊机，听取了调度的讲解，下午又实地走访了两个堆场，座谈了一个小时。"
    "走进控制室，墙上的大屏显示着每条船的位置，讲解员指着屏幕介绍，这里一天进出三十条船。"
)
LEARNED = "他们的办法说明，只有先把规矩立起来，事情才办得成。当地的经验值得借鉴，关键在于一张图管到底。"
LACKING = (
    "反观我们，堆场偏小，设备老化，人手不足，规矩往往停在纸上，与他们相比差距不小，至今没有一条专线。"
    "一些同志习惯于等客上门，不愿跑、不敢闯，缺乏主动服务的意识，问题摆在桌上却没有人去解决。"
)
DOING = "要在年底前完成堆场改造，抓好岸电试点，加强调度力量，每年培训两批，力争明年启动二期，由港航部门牵头。"


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


def test_texts_tell_where_no_heading_does() -> None:
    found = kinds(f"一、走出去\n{SEEN}\n二、看门道\n{LEARNED}\n三、照镜子\n{LACKING}\n四、甩开膀子\n{DOING}\n")
    assert list(found.values()) == [Kind.VISIT, Kind.LESSON, Kind.GAP, Kind.COMMITMENT]


def test_what_stands_around_tells_where_a_text_does_not() -> None:
    dull = "天很蓝，水很清，人来人往。"
    found = kinds(f"一、基本情况\n{dull}\n二、他们的办法\n{LEARNED}\n（一）一张图\n{dull}\n三、差距\n{LACKING}\n")
    assert list(found.values()) == [Kind.BACKGROUND, Kind.LESSON, Kind.LESSON, Kind.GAP]


def test_a_part_of_another_kind_than_those_beside_it() -> None:
    found = kinds(f"一、东码头\n（一）靠岸\n{SEEN}\n（二）装船\n{SEEN}\n（三）回头看\n{LACKING}\n二、打算\n{DOING}\n")
    assert list(found.values()) == [Kind.VISIT, Kind.VISIT, Kind.VISIT, Kind.GAP, Kind.COMMITMENT]


def test_a_mixed_heading_is_settled_by_its_parts() -> None:
    found = kinds(
        f"一、存在问题及下一步打算\n（一）堆场的事\n{LACKING}\n（二）设备的事\n{LACKING}\n（三）岸电的事\n{DOING}\n"
    )
    assert list(found.values())[1:] == [Kind.GAP, Kind.GAP, Kind.COMMITMENT]


def test_a_mixed_heading_whose_parts_agree_is_of_their_kind() -> None:
    found = kinds(f"一、概况\n{SEEN}\n二、启示与建议\n（一）岸电的事\n{DOING}\n（二）堆场的事\n{DOING}\n")
    assert {found["2"], found["2.1"], found["2.2"]} == {Kind.COMMITMENT}


def test_places_seen_are_visits_within_an_account_of_the_tour() -> None:
    found = kinds(f"一、基本情况\n（一）东码头\n{SEEN}\n（二）西码头\n{SEEN}\n二、启示\n{LEARNED}\n")
    assert (found["1.1"], found["1.2"]) == (Kind.VISIT, Kind.VISIT)


def test_the_sentence_before_a_list_tells_the_kind_of_its_items() -> None:
    found = kinds("一、座谈\n谈了很久。下一步，打算做好三件事：\n一是修堆场。\n二是换设备。\n三是练队伍。\n")
    assert list(found.values())[1:] == [Kind.COMMITMENT] * 3


def test_the_lead_in_announces_the_kind_of_chapters_that_do_not_tell_theirs() -> None:
    dull = "码头连着堆场，堆场连着铁路，货不落地。"
    text = f"考察报告\n有以下几点启示：\n一、把根扎下去\n{LEARNED}\n二、把线连起来\n{dull}\n"
    assert list(kinds(text).values())[1:] == [Kind.LESSON, Kind.LESSON]


def test_the_genre_in_a_title_does_not_settle_what_the_chapters_are() -> None:
    text = f"赴港口学习的体会\n一、看门道\n{LEARNED}\n二、照镜子\n{LACKING}\n三、甩开膀子\n{DOING}\n"
    assert list(kinds(text).values())[-3:] == [Kind.LESSON, Kind.GAP, Kind.COMMITMENT]


def test_sections_of_a_long_report_are_as_the_chapter_around_them() -> None:
    parts = "".join(f"（{number}）第{number}件事\n{DOING}\n" for number in range(1, 400))
    found = kinds(f"一、几点启示\n{parts}")
    assert len(found) > 300
    assert set(found.values()) == {Kind.LESSON}


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_words_of_a_glossary_tell_nothing(name: str) -> None:
    mark, words = ("## " if name == "a.md" else ""), "要加快推进园区建设，着力抓好招商，加强服务，确保年内完成。" * 4
    report = report_of(f"{mark}一、概况\n\n天很蓝。\n\n{mark}名词解释\n\n{words}\n", name)
    assert [(section.title, section.kind) for section in report.sections[-2:]] == [
        ("概况", Kind.BACKGROUND),
        ("名词解释", None),
    ]
