"""The bundled report: two editions of one tree, complete, linked, and in words of their own."""

import re
from collections import Counter

import pytest

from tests.data.edition import LANGUAGES, edition
from tests.real_reports import path_of, real
from tourview.bundled import bundled_path
from tourview.open import open_report

FIGURES = {
    "45人": "45 people",
    "1200亩": "park of 1,200 mu",
    "300余人": "more than 300 people",
    "102万平方米": "1.02 million square metres",
    "91%": "91%",
    "85%": "85%",
    "由二层升为五层": "from two storeys to five",
    "由六层升为十二层": "from six storeys to twelve",
    "15个部委": "15 ministries and commissions",
    "不足3年": "less than 3 years",
    "20亿元": "2 billion yuan",
    "近70亿元": "nearly 7 billion yuan",
    "数万人": "tens of thousands of people",
    "全国两张新能源汽车牌照": "one of the two new energy vehicle licences",
    "半年多": "more than half a year",
    "11个“大部门制”内设机构": '11 internal departments on the "large-department" model',
    "五大战略定位": "five strategic roles",
    "4年多": "more than 4 years",
    "160万": "1.6 million",
    "548多万平方米": "more than 5.48 million square metres",
    "203万平方米": "2.03 million square metres",
    "69项": "69 administrative approval items",
    "24家": "24 supporting firms",
    "三年大会战": "three-year campaign",
    "小康建设六项行动": "six actions",
}
DATES = {
    "7月23日": "23 July",
    "7月27日至28日": "27 and 28 July",
    "2007年": "In 2007",
    "2010年": "in 2010",
    "2011年": "In 2011",
    "2012年": "In 2012",
    "2014年元月": "January 2014",
}
NAMED = {
    "三有一大": "Three Haves and One Big",
    "规划引领、开放带动、产城融合、山地特色、生态优先、改革创新": "planning in the lead",
    "贵安奇迹": "Gui'an miracle",
    "贵安速度": "Gui'an speed",
    "两年明显变化、五年大见成效、十年实现跨越": "visible change in two years",
    "双山速度": "Shuangshan speed",
    "织金模式": "Zhijin model",
    "金沙经验": "Jinsha experience",
    "无中生有": "making something out of nothing",
    "跳起来摘桃子": "jump for the peach",
    "九丰蔬菜": "Jiufeng Vegetables",
    "中央统战部": "Central United Front Work Department",
    "国家科技部": "Ministry of Science and Technology",
    "五加二、白加黑、晴加雨": "five plus two, day plus night, sun plus rain",
    "东海伟业服装": "Donghai Weiye garment project",
    "科学发展观": "Scientific Outlook on Development",
    "十破十立": "Ten Breaks and Ten Builds",
    "生态文明引领，核心地块支撑，快速交通连接，特色小镇彰显，美丽乡村辉映": "ecological civilisation as the guide",
    "一核两区": "one core, two zones",
    "新蒲新区": "Xinpu New Area",
    "双山新区": "Shuangshan New Area",
    "绥阳、XX县": "Suiyang, XX County",
    "以晴产业园": "Yiqing Industrial Park",
    "七星关区": "Qixingguan District",
    "双山职教城": "Shuangshan Vocational Education City",
    "一张蓝图、一个声音、一年见效": "one blueprint, one voice and results in one year",
    "四在农家": "Four in the Farmhouse",
    "余庆、湄潭": "Yuqing and Meitan",
    "墙内开花墙外香": "the flower planted inside our wall",
    "全神贯注抓园区、凝神聚气抓工业": "put heart and soul into the parks, and every effort into industry",
    "斯特林": "Stirling",
    "富士康": "Foxconn",
    "深圳奥斯科尔集团": "Shenzhen's Aosikeer Group",
    "绿灯": "green light",
    "老二": "number two",
    "建成一批、投产一批、谋划一批": "complete one batch, bring one into production and plan another",
    "只有努力才能改变，只要努力就能改变": "only effort can bring change, and effort is all it takes",
    "多一事不如少一事": "the less trouble the better",
    "好人主义": "nice to everyone",
    "市纪委效能办": "efficiency office",
    "他山之石，可以攻玉": "Stones from other hills",
    "五个梳理": "Five Reviews",
    "总开关": "master switch",
    "十项改革": "Ten Reforms",
    "五个一百": "Five One-Hundreds",
    "十件实事": "Ten Practical Tasks",
    "贵广铁路经济带": "Guizhou-Guangzhou Railway Economic Belt",
    "长江经济带": "Yangtze River Economic Belt",
    "遵义上海产业园区": "Zunyi Shanghai Industrial Park",
    "遵义综合保税区": "Zunyi Comprehensive Bonded Zone",
    "深溪、以晴综合保税仓": "Shenxi and Yiqing comprehensive bonded warehouses",
    "五个千亿级": "Five 100-Billion-Yuan Industries",
    "五个率先": "Five Firsts",
    "十三五": "13th Five-Year Plan",
    "四河四带": "Four Rivers and Four Belts",
    "工业兴遵义兴、工业强则遵义强": "when industry thrives Zunyi thrives",
    "渝黔快速铁路": "Chongqing-Guizhou fast railway",
    "遵义航空港": "Zunyi Airport",
    "中缅石油管道": "China-Myanmar oil pipeline",
    "钉钉子": "hammering in nails",
    "遵义会议精神": "spirit of the Zunyi Conference",
    "慵懒慢浮贪、吃拿卡要报": "indolence, laziness, slowness, frivolity and greed",
    "五个遵义": "Five Zunyis",
    "两个率先": "Two Firsts",
}
QUOTED_WHOLE = (
    "《关于进一步支持毕节试验区全面深化改革发展的若干意见》",
    "规划引领、开放带动、产城融合、山地特色、生态优先、改革创新",
)
"""The one title and the one slogan so long that they are a run of the source by themselves."""

LONGEST_RUN = 25


def test_the_editions_have_the_same_tree() -> None:
    zh, en = (edition(language).entries for language in LANGUAGES)
    assert list(zh) == list(en)
    for ref, entry in zh.items():
        other = en[ref]
        assert (entry.id, entry.kind, bool(entry.label)) == (other.id, other.kind, bool(other.label)), ref
        assert len(entry.paragraphs) == len(other.paragraphs), ref


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_chapters_ten_sections_and_seventeen_items_follow_the_lead_in(language: str) -> None:
    entries = edition(language).entries
    assert Counter(ref.count(".") + 1 for ref in entries if ref != "0") == {1: 3, 2: 10, 3: 17}
    lead_in = entries["0"]
    assert (lead_in.heading, lead_in.label, lead_in.kind) == ("", "", None)
    assert len({entry.id for entry in entries.values()}) == len(entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_its_kind(language: str) -> None:
    entries = edition(language).entries
    leaves = Counter(entry.kind for entry in entries.values() if entry.is_leaf)
    assert leaves == {None: 1, "visit": 2, "impression": 2, "lesson": 5, "gap": 8, "commitment": 5}
    assert entries["1"].kind == "background"
    assert all(entry.paragraphs for entry in entries.values() if entry.is_leaf)


@pytest.mark.parametrize(("language", "longest"), [("zh", 24), ("en", 40)])
def test_headings_fit_an_outline_and_carry_no_closing_mark(language: str, longest: int) -> None:
    for ref, entry in edition(language).entries.items():
        assert len(entry.heading) <= longest, ref
        assert not entry.heading.endswith(tuple("。；：，.;:,")), ref
        assert not re.search("[“”‘’…—]", entry.heading), ref


@pytest.mark.parametrize("language", LANGUAGES)
def test_thirteen_sites_are_named_where_they_are_told_of(language: str) -> None:
    found = edition(language)
    sites = found.fields["facts"]["sites"]
    assert [Counter(site["region"] for site in sites)[place] for place in found.fields["facts"]["destinations"]] == [
        5,
        8,
    ]
    for site in sites:
        entry = found.entries[site["ref"]]
        assert entry.kind == "visit"
        assert entry.heading == site["region"]
        assert entry.own_text.count(site["name"]) == 1, site["name"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_run_from_lesson_to_gap_to_commitment(language: str) -> None:
    found = edition(language)
    ways = {("lesson", "gap"), ("gap", "commitment"), ("lesson", "commitment")}
    for link in found.fields["links"]:
        ends = [found.entries[link["from"]], found.entries[link["to"]]]
        assert (ends[0].kind, ends[1].kind) in ways, link
        assert all(end.is_leaf for end in ends), link
        assert link["status"] == "confirmed"
        assert link["evidence"], link
        for phrase in link["evidence"]:
            assert all(phrase in end.own_text for end in ends), (link, phrase)


def test_both_editions_link_the_same_sections_and_none_twice() -> None:
    zh, en = ([(link["from"], link["to"]) for link in edition(language).fields["links"]] for language in LANGUAGES)
    assert zh == en
    assert len(set(zh)) == len(zh)


def test_every_lesson_gap_and_commitment_is_linked() -> None:
    found = edition("zh")
    linked = {link[end] for link in found.fields["links"] for end in ("from", "to")}
    wanted = {ref for ref, e in found.entries.items() if e.is_leaf and e.kind in ("lesson", "gap", "commitment")}
    assert wanted == linked


@pytest.mark.parametrize(("chinese", "english"), (FIGURES | DATES | NAMED).items())
def test_what_the_report_states_by_name_or_number_is_there(chinese: str, english: str) -> None:
    assert chinese in edition("zh").text
    assert english in edition("en").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documents_are_named_in_the_text(language: str) -> None:
    found = edition(language)
    documents = found.fields["facts"]["documents"]
    assert len(documents) == 5
    for document in documents:
        assert document in found.text


def test_the_tour_is_dated() -> None:
    for language in LANGUAGES:
        fields = edition(language).fields
        assert fields["date"] == "2014-07"
        assert fields["facts"]["dates"] == ["2014-07-27", "2014-07-28"]


def test_chinese_text_is_punctuated_as_chinese() -> None:
    text = edition("zh").text
    assert not re.search(r"[,;:?!()\"']", text)
    assert not re.search(r"[\u4e00-\u9fff] |\b \b| [\u4e00-\u9fff]", text)
    assert text.count("“") == text.count("”")


def test_the_strict_reader_opens_both() -> None:
    for language in LANGUAGES:
        report = open_report(bundled_path(language))
        entries = edition(language).entries
        assert report.language == language
        assert [section.ref for section in report.reading_order] == list(entries)
        for section in report.reading_order:
            entry = entries[section.ref]
            assert (section.id, section.title, section.label) == (entry.id, entry.heading, entry.label)
            assert tuple(passage.text for passage in section.paragraphs) == entry.paragraphs
        assert [report.text[slice(*site.span)] for site in report.facts.sites] == [s.name for s in report.facts.sites]
        assert len(report.links) == len(edition(language).fields["links"])


@real
def test_the_words_are_our_own() -> None:
    size = LONGEST_RUN + 1
    source = "".join(path_of().read_text("utf-8").split())
    runs = {source[at : at + size] for at in range(len(source) - size + 1)}
    text = "".join(edition("zh").text.split())
    for quoted in QUOTED_WHOLE:
        text = text.replace(quoted, "\n")
    assert [text[at : at + size] for at in range(len(text) - size + 1) if text[at : at + size] in runs] == []
