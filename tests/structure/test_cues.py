"""Kinds told by the text, beside the texts of the sections around."""

from tests.structure.trees import report_of
from tourview.report import Kind
from tourview.structure.kinds.cues import Candidate, kinds_by_contrast

SEEN = "第一站到码头，现场看了吊机，听取了调度的讲解，下午又实地走访了两个堆场，座谈了一个小时。"
LEARNED = "他们的办法说明，只有先把规矩立起来，事情才办得成。当地的经验值得借鉴，关键在于一张图管到底。"
LACKING = "反观我们，堆场偏小，设备老化，人手不足，规矩往往停在纸上，与他们相比差距不小，至今没有一条专线。"
DOING = "要在年底前完成堆场改造，抓好岸电试点，加强调度力量，每年培训两批，力争明年启动二期，由港航部门牵头。"


def kinds(*candidates: Candidate) -> list[Kind | None]:
    return kinds_by_contrast(candidates)


def test_texts_in_the_order_of_a_report() -> None:
    found = kinds(Candidate(SEEN), Candidate(LEARNED), Candidate(LACKING), Candidate(DOING))
    assert found == [Kind.VISIT, Kind.LESSON, Kind.GAP, Kind.COMMITMENT]


def test_what_is_known_stays() -> None:
    assert kinds(Candidate(LACKING, Kind.LESSON), Candidate(DOING))[0] is Kind.LESSON


def test_a_text_that_speaks_of_nothing_has_no_kind() -> None:
    assert kinds(Candidate("天很蓝，水很清。" * 20), Candidate(DOING)) == [None, Kind.COMMITMENT]


def test_contrast_decides_where_every_text_is_full_of_one_kind_of_word() -> None:
    mixed = LACKING + DOING[:20]
    assert kinds(Candidate(mixed), Candidate(DOING * 2)) == [Kind.GAP, Kind.COMMITMENT]


def test_each_of_a_pair_is_told() -> None:
    pair = (Kind.GAP, Kind.COMMITMENT)
    found = kinds_by_contrast([Candidate("堆场小。"), Candidate("要扩堆场。")], pair, all_told=True)
    assert found == list(pair)


def test_a_mixed_heading_is_settled_by_its_parts() -> None:
    report = report_of(
        f"一、存在问题及下一步打算\n（一）堆场的事\n{LACKING}\n（二）设备的事\n{LACKING}\n（三）岸电的事\n{DOING}\n"
    )
    assert [section.kind for section in report.reading_order] == [None, Kind.GAP, Kind.GAP, Kind.COMMITMENT]


def test_a_mixed_heading_whose_parts_agree_is_of_their_kind() -> None:
    report = report_of(f"一、启示与建议\n（一）岸电的事\n{DOING}\n（二）堆场的事\n{DOING}\n")
    assert {section.kind for section in report.reading_order} == {Kind.COMMITMENT}


def test_headings_without_a_word_that_tells() -> None:
    report = report_of(f"一、走出去\n{SEEN}\n二、看门道\n{LEARNED}\n三、照镜子\n{LACKING}\n四、甩开膀子\n{DOING}\n")
    assert [section.kind for section in report.sections] == [Kind.VISIT, Kind.LESSON, Kind.GAP, Kind.COMMITMENT]


def test_places_seen_are_visits_within_an_account_of_the_tour() -> None:
    report = report_of(f"一、基本情况\n（一）东码头\n{SEEN}\n（二）西码头\n{SEEN}\n二、启示\n{LEARNED}\n")
    assert [section.kind for section in report.reading_order[1:3]] == [Kind.VISIT, Kind.VISIT]


def test_the_sentence_before_a_list_tells_the_kind_of_its_items() -> None:
    report = report_of("一、座谈\n谈了很久。下一步，打算做好三件事：\n一是修堆场。\n二是换设备。\n三是练队伍。\n")
    assert [section.kind for section in report.reading_order[1:]] == [Kind.COMMITMENT] * 3


def test_what_stands_before_the_gaps_was_learned() -> None:
    dull = "天很蓝，水很清，人来人往。"
    report = report_of(f"一、基本情况\n{dull}\n二、一路风光\n{dull}\n三、差距\n{LACKING}\n")
    assert [section.kind for section in report.sections] == [Kind.BACKGROUND, Kind.LESSON, Kind.GAP]


def test_the_lead_in_announces_the_kind_of_chapters_that_do_not_tell_theirs() -> None:
    report = report_of(f"考察报告\n有以下几点启示：\n一、把根扎下去\n{LACKING}\n二、把线连起来\n{DOING}\n")
    assert [section.kind for section in report.sections[1:]] == [Kind.LESSON, Kind.LESSON]
