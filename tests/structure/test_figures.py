"""The key figures of Chinese text, and what is none."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.trees import report_of
from tourview.open import open_bytes
from tourview.report import Figure
from tourview.structure import figures_of
from tourview.structure.figures import finding as figures

Told = tuple[str, float, str, str | None, float | None]


def told(text: str) -> list[Told]:
    """The figures of a paragraph: text, value, unit, qualifier, to."""
    report = report_of(f"一、见闻\n{text}\n")
    return [(one.text, one.value, one.unit, one.qualifier, one.to) for one in report.figures]


def words(text: str) -> list[str]:
    return [one[0] for one in told(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("102万平方米", 1_020_000, "平方米", None),
        ("548多万平方米", 5_480_000, "平方米", "多"),
        ("近70亿元", 7_000_000_000, "元", "近"),
        ("1.2万亿元", 1_200_000_000_000, "元", None),
        ("1,200亩", 1200, "亩", None),
        ("１，２００户", 1200, "户", None),
        ("45 人", 45, "人", None),
        ("160万", 1_600_000, "", None),
        ("91%", 91, "%", None),
        ("７．５％", 7.5, "%", None),
        ("3‰", 3, "‰", None),
        ("3.5个百分点", 3.5, "个百分点", None),
        ("百分之三十", 30, "%", None),
        ("三分之二", 66.67, "%", None),
        ("1/4", 25, "%", None),
        ("二十三个", 23, "个", None),
        ("一百零五亿元", 10_500_000_000, "元", None),
        ("三点五万人", 35_000, "人", None),
        ("两千家", 2000, "家", None),
        ("3千多家", 3000, "家", "多"),
        ("300余人", 300, "人", "余"),
        ("百余家", 100, "家", "余"),
        ("数万人", 10_000, "人", "数"),
        ("几十家", 10, "家", "几"),
        ("十几万吨", 100_000, "吨", "几"),
        ("上千名", 1000, "名", "上"),
        ("超万列", 10_000, "列", "超"),
        ("不足3年", 3, "年", "不足"),
        ("4年多", 4, "年", "多"),
        ("半年多", 0.5, "年", "多"),
        ("两个半小时", 2.5, "个小时", None),
        ("3个多月", 3, "个月", "多"),
        ("80%以上", 80, "%", "以上"),
        ("5.5%左右", 5.5, "%", "左右"),
        ("12元/亩", 12, "元/亩", None),
        ("28微克/立方米", 28, "微克/立方米", None),
        ("60kWh", 60, "kWh", None),
        ("12万㎡", 120_000, "㎡", None),
        ("2亿千瓦·时", 200_000_000, "千瓦·时", None),
        ("2.5倍", 2.5, "倍", None),
        ("两番", 2, "番", None),
        ("八成", 8, "成", None),
        ("6.4级", 6.4, "级", None),
        ("16县", 16, "县", None),
        ("五大", 5, "大", None),
        ("2.5∶1", 2.5, ":1", None),
    ],
)
def test_value_unit_and_qualifier(text: str, value: float, unit: str, qualifier: str | None) -> None:
    assert told(f"当地有{text}，很可观") == [(text, value, unit, qualifier, None)]


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit", "to"),
    [
        ("厂房由二层升为五层。", "由二层升为五层", 2, "层", 5),
        ("入住率从26.7%提高到52.1%。", "从26.7%提高到52.1%", 26.7, "%", 52.1),
        ("托位从0.5个增至4.8个。", "从0.5个增至4.8个", 0.5, "个", 4.8),
        ("窗口从3增加到5个。", "从3增加到5个", 3, "个", 5),
        ("廠房由兩層升為五層。", "由兩層升為五層", 2, "层", 5),
        ("补贴5元提高至10元。", "5元提高至10元", 5, "元", 10),
        ("从2015年的3.2万元提高到2020年的5.1万元。", "从2015年的3.2万元提高到2020年的5.1万元", 32_000, "元", 51_000),
        ("由第5位升至第2位。", "由第5位升至第2位", 5, "位", 2),
        ("每户3—5个。", "3—5个", 3, "个", 5),
        ("增长10%-15%。", "10%-15%", 10, "%", 15),
        ("要用3至5年时间。", "3至5年", 3, "年", 5),
        ("投资3—5万元。", "3—5万元", 30_000, "元", 50_000),
        ("投资10万—20万元。", "10万—20万元", 100_000, "元", 200_000),
        ("走了三四十公里。", "三四十公里", 30, "公里", 40),
    ],
)  # fmt: skip
def test_changes_and_ranges_are_one_figure(text: str, figure: str, value: float, unit: str, to: float) -> None:
    assert told(text) == [(figure, value, unit, None, to)]


def test_a_list_shares_its_unit_and_scale() -> None:
    assert told("占比分别提高15、22个百分点，投资20、30万元") == [
        ("15", 15, "个百分点", None, None),
        ("22个百分点", 22, "个百分点", None, None),
        ("20", 200_000, "元", None, None),
        ("30万元", 300_000, "元", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("产量居全国第3位。", "第3位", 3),
        ("规模全国第二，", "第二", 2),
        ("增速居世界首位。", "首位", 1),
        ("进入前十名。", "前十名", 10),
    ],
)
def test_places_in_a_ranking(text: str, figure: str, value: float) -> None:
    ((found, number, unit, _qualifier, _to),) = told(text)
    assert (found, number) == (figure, value)
    assert unit in ("位", "名")


@pytest.mark.parametrize(
    "text",
    [
        "2014年7月23日上午8时30分，二〇一四年，98年，08年",
        "2011—2015年，2023、2024年，7月27至28日",
        "“十四五”时期，过去五年、今后三年、近三年来、这五年，三年后，十年前",
        "上半年、一季度、每年、近几年",
        "国发〔2012〕2号文件，第5号令，12345热线，0852-8221234，10:30",
        "五加二、白加黑，一带一路，千方百计，千家万户，万众一心，三位一体",
        "一年有框架、两年有基础、三年有形象、五年大发展",
        "三个方面、四点启示、五个坚持、两个维护、十项重点工作、三大攻坚战",
        "第一书记，第一个，首批，第二批，第三次会议，十八届三中全会，二期工程",
        "一是快，一方面好，一些，一个好办法，一家企业，另一座",
        "第一、二、三产业，一、二、三产业，长三角",
        "5G、C919、PM2.5、G60、4A级景区、A股、5A级、COP15",
        "“五个千亿级”、“3个95%”、《三年规划5个要点》、千亿级产业",
        "XX个，X家，数字经济，户数，人数",
        "24小时值班，7×24小时，“5+2”，9+1机制，3·15",
        "3岁以下儿童，60岁以上老人",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全国只有两张，我们争取到一张，别人没有", ["两张", "一张"]),
        ("仅一家达标，翻了一番，提高一倍", ["一家", "一番", "一倍"]),
        ("一年半建成，用一个月时间搬完", ["一年半", "一个月"]),
        ("提前3天办完，连续9年增长，历时两年", ["3天", "9年", "两年"]),
        ("三年大会战和六项行动", ["三年", "六项"]),
        ("总量迈上万亿元台阶，上千家落户", ["万亿元", "上千家"]),
        ("节约3万元，附近5家", ["3万元", "5家"]),
        ("成立3个，由3成立", ["3个"]),
        ("100，200个", ["200个"]),
        ("人数三百人，次数五十次", ["三百人", "五十次"]),
        ("同比-3.2%，5%-8%", ["-3.2%", "5%-8%"]),
    ],
)
def test_close_calls(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_figures_stand_where_they_are_and_in_their_section() -> None:
    report = report_of("一、建成3座桥\n桥长120米。\n(一)用工45人。又招了20人。\n二、打算\n")
    assert [(one.ref, one.text) for one in report.figures] == [
        ("1", "3座"), ("1", "120米"), ("1.1", "45人"), ("1.1", "20人"),
    ]  # fmt: skip
    for one in report.figures:
        assert report.text[slice(*one.span)] == one.text
        assert report.section_at(one.span[0]).ref == one.ref


def test_a_title_holds_none() -> None:
    report = report_of("赴海滨新区学习3项改革的考察报告\n\n一、概况\n去了2天。\n")
    assert [one.text for one in report.figures] == ["2天"]


def test_a_figure_broken_by_markup_or_a_line_break_is_whole() -> None:
    report = report_of("# 概况\n\n建成 **102**万平方米。\n", "sample.md")
    (one,) = report.figures
    assert one.text == "102万平方米"
    assert report.text[slice(*one.span)] == "102**万平方米"


def test_a_report_that_states_its_figures_has_those() -> None:
    stated = b"title: a\nsections:\n  - heading: b\n    paragraphs: [\xe5\xbb\xba\xe6\x88\x903\xe5\xba\xa7]\n"
    assert [one.text for one in open_bytes(stated, "a.yaml").figures] == ["3座"]
    assert open_bytes(stated + b"figures: []\n", "a.yaml").figures == ()
    row = "figures: [{ref: '1', text: 3座, value: 4}]\n".encode()
    assert open_bytes(stated + row, "a.yaml").figures == (Figure("1", "3座", 4, "", None, (8, 10)),)


def test_no_more_are_told_than_anyone_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST", 5)
    report = report_of("一、见闻\n" + "建成3座。" * 9)
    assert len(report.figures) == 5


def test_a_long_text_is_looked_through_in_portions() -> None:
    text = "建成102万平方米，" * 39_000
    report = report_of("一、见闻\n" + text)
    shares: list[float] = []
    found = figures_of(replace(report, figures=()), shares.append)
    assert len(found) == 39_000
    assert {one.text for one in found} == {"102万平方米"}
    assert shares == sorted(shares)
    assert len(shares) >= 2


@pytest.mark.parametrize("text", ["找不到一个，不到一条。", "没有一个。", "说明三个“舍得”才行。", "做到四个“更加”。"])
def test_less_than_one_thing_and_slogans_are_none(text: str) -> None:
    assert words(text) == []


def test_less_than_one_length_of_time_is_one() -> None:
    assert told("建成不到一年。") == [("不到一年", 1, "年", "不到", None)]


def test_a_change_from_one_unit_to_another_is_two_figures() -> None:
    assert words("审批由2天缩短到8小时，由3个月压缩至15天。") == ["2天", "8小时", "3个月", "15天"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.text(
        st.sampled_from(
            "0123459.,-—至到由从第近约超余多几数半一二两三十百千万亿个人年元%平方米、，。“”《》 升为分之点kWh㎡ 圖個萬"
        ),
        max_size=60,
    )
)
def test_every_figure_is_a_place_in_the_text(text: str) -> None:
    report = report_of("一、见闻\n甲" + text)
    behind = 0
    for one in report.figures:
        assert behind <= one.span[0] < one.span[1]
        assert one.text
        assert one.value == one.value
        behind = one.span[1]
