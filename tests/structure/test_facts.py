"""Who went where and when."""

import pytest

from tests.structure.trees import report_of, sample
from tourview.report import Kind


def test_facts_of_a_tour() -> None:
    report = sample("alone.txt")
    assert report.facts.party == "18人"
    assert report.facts.dates == ("3月12日至14日",)
    assert report.facts.destinations == ("海州市", "云岭县")
    assert report.organization == "海州市邻县发展和改革局"
    assert report.date == "2021-04-02"


@pytest.mark.parametrize(
    ("opening", "party"),
    [
        ("6月3日，我局组织12人赴甲县考察。", "12人"),
        ("6月3日，我局组织了近20名骨干前往甲县。", "近20名"),
        ("6月3日，局长一行6人到甲县考察。", "6人"),
        ("甲县组织300人参加了培训。", None),
    ],
)
def test_how_many_went(opening: str, party: str | None) -> None:
    assert report_of(f"考察报告\n{opening}\n一、概况\n很好。\n").facts.party == party


def test_sites_say_where_they_stand() -> None:
    report = sample("run_in.txt")
    assert [(site.name, site.region, site.ref) for site in report.facts.sites] == [
        ("中央公园", "滨海新城", "1.1.1"),
        ("智能装备产业园", "滨海新城", "1.1.1"),
        ("海水淡化厂", "滨海新城", "1.1.1"),
        ("青禾合作社", "XX县", "1.1.2"),
        ("老街改造项目", "XX县", "1.1.2"),
        ("古渡码头", "XX县", "1.1.2"),
    ]
    assert all(report.text[slice(*site.span)] == site.name for site in report.facts.sites)


def sites(sentence: str) -> list[str]:
    return [site.name for site in report_of(f"一、考察点\n甲县：{sentence}\n").facts.sites]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("参观了甲水渠系统和乙水渠系统、丙园区等地。", ["甲水渠系统", "乙水渠系统", "丙园区"]),
        ("参观了人和农场、共和村。", ["人和农场", "共和村"]),
        ("先后到东厂,西厂及南厂等企业。随后座谈。", ["东厂", "西厂", "南厂"]),
        ("走访了三家企业，了解了情况。", []),
        ("實地參觀學習了東港園區、西嶺農場和南灣碼頭等。", ["東港園區", "西嶺農場", "南灣碼頭"]),
        ("先后参观参观考察了甲园、乙厂。又参观了甲园，参观了丙村。", ["甲园", "乙厂", "甲园", "丙村"]),
        ("这里很好。", []),
        ("visited the Old Mill, Dock Two and the New Weir. Then home.", ["Old Mill", "Dock Two", "New Weir"]),
    ],
)
def test_names_of_sites(sentence: str, names: list[str]) -> None:
    assert sites(sentence) == names


def test_documents_once_each_in_order() -> None:
    report = report_of("见闻录一则\n他们有《甲办法》《乙规划》。\n再说《甲办法》。")
    assert report.facts.documents == ("甲办法", "乙规划")


def test_nothing_stated_nothing_known() -> None:
    report = sample("plain.txt")
    assert (report.organization, report.date, report.facts.party, report.facts.dates) == (None, None, None, ())
    assert (report.facts.destinations, report.facts.sites, report.links) == ((), (), ())


def test_who_we_are() -> None:
    assert (
        report_of("赴甲县考察报告\n\n我局组织县水务局全体干部赴甲县考察。\n\n一、概况\n乙。").organization == "县水务局"
    )


def test_facts_in_front_go_before_those_of_the_text() -> None:
    front = '---\ndate: 2019-05\norganization: 甲局\nparty: 3人\ndestinations: ["丙州"]\n---\n\n'
    report = report_of(f"{front}# 赴乙县考察报告\n\n我委一行9人赴乙县考察。\n", "a.md")
    assert (report.date, report.organization, report.facts.party, report.facts.destinations) == (
        "2019-05", "甲局", "3人", ("丙州",),
    )  # fmt: skip
    assert (report.title, report.sections[0].paragraphs[0].text) == ("赴乙县考察报告", "我委一行9人赴乙县考察。")


def test_a_hospital_is_not_called_by_the_name_of_one_that_it_visited() -> None:
    visited = report_of("赴甲市考察报告\n\n我院一行5人赴湖南省甲市人民医院考察。\n\n一、概况\n乙。")
    assert visited.organization is None
    own = report_of("赴甲市考察报告\n\n县人民医院组织我院骨干赴甲市考察。\n\n一、概况\n乙。")
    assert own.organization == "县人民医院"


def test_traditional_characters_and_wide_marks_state_the_same() -> None:
    report = report_of(
        "關於赴東嶺縣與西灣區\n學習考察情況的報告\n\n我縣發展和改革委員會，我委一行１２人於５月３日赴東嶺縣與西灣區考察。\n\n"
        "第一節 考察的內容\n東嶺縣：參觀了南園區、北農場。\n西灣區：參觀了老碼頭。\n備註：甲\n第二節 啟示\n乙。\n\n"
        "東海縣發展和改革委員會\n２０２０年６月１日\n"
    )
    facts = report.facts
    assert report.title == "關於赴東嶺縣與西灣區學習考察情況的報告"
    assert (facts.party, facts.dates, facts.destinations) == ("１２人", ("５月３日",), ("東嶺縣", "西灣區"))
    assert [site.name for site in facts.sites] == ["南園區", "北農場", "老碼頭"]
    assert (report.date, report.organization) == ("2020-06-01", "東海縣發展和改革委員會")
    assert [section.kind for section in report.sections[1:]] == [Kind.VISIT, Kind.LESSON]
    assert report_of("赴甲縣考察報告\n\n我廳組織乙省水利廳赴甲縣考察。\n\n一、概況\n乙。").organization == "省水利廳"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("海州市考察报告\n来源：海州日报\n发布时间：2019-05-07 10:22", "2019-05-07"),
        ("海州市考察报告\n2019年05月07日 10时22分", "2019-05-07"),
        ("海州市考察报告\n——2018年12月3日在全市大会上\n时间：2019-05-07", "2018-12-03"),
        ("海州市考察报告\n来源：海州日报", None),
    ],
)
def test_the_page_tells_the_date_where_the_report_does_not(lines: str, date: str | None) -> None:
    assert report_of(f"{lines}\n一、概况\n我们看了三个园区。\n").date == date
