"""Which lines of a text are furniture of the page it was saved from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.readers.chrome.lines import chrome_lines
from tourview.readers.text.reading import read_text

BODY = [
    "一、基本情况",
    "考察组一行十二人走访了三个园区，听取了情况介绍，与当地干部座谈，感到收获很大。",
    "二、几点启示",
    "规划要早，招商要准，服务要实，这三条经验值得我们认真学习。",
]


def chrome(*lines: str) -> list[str]:
    found = chrome_lines(lines)
    return [line for place, line in enumerate(lines) if place in found]


@pytest.mark.parametrize(
    "head",
    [
        ["下载", "打印", "全屏", "【字号：", "加大", "还原", "减小", "】"],
        ["您的位置:", "首页", ">", "要闻动态", "要闻动态"],
        ["当前位置：首页 > 政务公开 > 调研报告"],
        ["首页", "机构设置", "政策法规", "互动交流", "登录"],
        ["【字体：大 中 小】", "分享到：", "微信", "×"],
        ["首页 | 政务公开 | 新闻 | 登录 | 注册", "某某论坛 › 公文写作 › 考察报告", "查看: 1234|回复: 5"],
        [
            "文库 > 报告 > 考察.doc",
            "赴海州市学习考察报告.doc",
            "下载本文",
            "上传人：小林",
            "文件大小：45KB 上传时间：2019-05-07",
        ],
        ["索 引 号：0001/2019　信息分类：报告", "名　称：赴海州市学习考察报告"],
        ["2019-05-07 10:22 来源：海州日报 编辑：小林 浏览次数：128"],
        ["作者：小林 来源：海州日报"],
        ["Home", "About us", "Share this"],
        ["楼主| 发表于 2011-5-6 10:20:33 | 只看该作者"],
        ["发布时间：2019-05-07 10:22", "浏览次数：128次"],
    ],
)
def test_above_the_title(head: list[str]) -> None:
    assert chrome(*head, "赴海州市学习考察报告", *BODY) == head


@pytest.mark.parametrize(
    "byline",
    [
        ["来源：海州日报"],
        ["来源:", "海州日报"],
        ["来源：海州日报", "作者：小林"],
        ["时间：2019-05-07"],
        ["2019年05月07日 07时41分"],
        ["县长代表县政府向大会作报告。本报记者 小林 摄"],
    ],
)
def test_between_the_title_and_the_first_sentence(byline: list[str]) -> None:
    assert chrome("赴海州市学习考察报告", *byline, *BODY) == byline


@pytest.mark.parametrize(
    "tail",
    [
        ["相关报道："],
        ["责任编辑：", "小林", "扫一扫在手机打开当前页", "相关链接>>", "一图读懂考察报告", "打印本页", "关闭窗口"],
        ["上一篇：没有了", "下一篇：关于召开会议的通知"],
        ["版权所有：海州市人民政府", "苏ICP备12345678号", "技术支持：某公司"],
        ["还剩12页未读，继续阅读", "下载文档到电脑，方便使用"],
        ["》》点击图片进入专题《《", "收藏", "|", "分享到:", "×"],
        [
            "打印本页",
            "赴海州市学习考察报告",
            "考察组一行十二人走访了三个园区，听取了情况介绍，与当地干部座谈，感到收获很大。",
        ],
    ],
)
def test_below_the_last_sentence(tail: list[str]) -> None:
    assert chrome("赴海州市学习考察报告", *BODY, "海州市发展改革委", "2019年5月7日", *tail) == tail


@pytest.mark.parametrize(
    "line",
    [
        *("— 1 —", "- 3 -", "－12－", "第1页", "第 1 页 共 16 页", "第3页共6页", "Page 2 of 9", "共16页 第2页"),
        *("上一页 1 2 3 下一页", "9 w) L3 s3 N", ", y6 m# S; N2 d2 H"),
    ],
)
def test_page_marks_anywhere(line: str) -> None:
    assert chrome("考察报告", *BODY[:2], line, *BODY[2:]) == [line]


def test_bare_numbers_only_where_they_count_on() -> None:
    assert chrome("考察报告", *BODY, "12", *BODY, "13", *BODY, "14", *BODY) == ["12", "13", "14"]
    assert chrome("考察报告", *BODY, "12", *BODY) == []
    assert chrome("考察报告", "1", "2", "3", *BODY) == []
    assert chrome("考察报告", *BODY, "1/3", *BODY, "2/3", *BODY, "3/3") == ["1/3", "2/3", "3/3"]
    assert chrome("考察报告", *BODY, "1/3", *BODY) == []


def test_running_heads_stand_beside_page_numbers() -> None:
    pages = [line for number in range(1, 5) for line in (*BODY, f"— {number} —", "海州市考察报告")]
    assert set(chrome("海州市考察报告", *pages, *BODY)) == {"— 1 —", "— 2 —", "— 3 —", "— 4 —", "海州市考察报告"}
    assert 0 not in chrome_lines(["海州市考察报告", *pages, *BODY])
    assert chrome("报告", *BODY, "各位代表：", *BODY, "各位代表：", *BODY, "各位代表：", *BODY) == []


@pytest.mark.parametrize(
    "line",
    [
        "下载",
        "打印",
        "收藏",
        "来源：财政资金",
        "时间：2019-05-07",
        "相关链接",
        "字号",
        "5×3",
        "表1",
        "大",
        "1 2 3 4 5",
        "X X X X X",
    ],
)
def test_words_amid_the_report_are_the_reports(line: str) -> None:
    assert chrome("考察报告", *BODY, line, *BODY) == []


def test_what_heads_a_report_is_kept() -> None:
    head = ["时间：5月7日至9日", "地点：海州市", "——2019年5月7日在全市大会上", "市长 小林", "2019年5月", "各位代表："]
    assert chrome("赴海州市学习考察报告", *head, *BODY) == []
    assert chrome("打印", "赴海州市学习考察报告", "来源：海州日报", "市长 小林", "【字号：大】", *BODY) == [
        *("打印", "来源：海州日报", "【字号：大】")
    ]


def test_signature_attachments_and_contacts_are_kept() -> None:
    tail = ["附件：1.考察行程", "联系人：小林，电话：12345678", "海州市发展改革委", "2019年5月7日"]
    assert chrome("考察报告", *BODY, *tail) == []


def test_a_report_may_name_its_author() -> None:
    assert chrome("考察报告", "作者：小林", *BODY, "作者：小林") == []


def test_an_interview_is_kept() -> None:
    lines = ["记者：海州的园区是怎样建起来的？", "镇长：一步一步建起来的。", "记者：谢谢您。"]
    assert chrome("海州访谈", *lines, *lines) == []


@pytest.mark.parametrize("title", ["政府工作报告", "考察报告", "学习见闻"])
def test_a_short_title_among_furniture_is_kept(title: str) -> None:
    assert chrome("打印", title, "来源：海州日报", *BODY) == ["打印", "来源：海州日报"]
    assert chrome("来源：", title, "打印", *BODY) == ["来源：", "打印"]


def test_nothing_but_furniture_is_kept() -> None:
    assert chrome("下载", "打印") == []
    assert chrome_lines([]) == frozenset()


def read(text: str) -> tuple[list[str], list[str]]:
    document = read_text(text.encode(), "a.txt")
    return [block.passage.text for block in document.blocks], [document.text[slice(*s)] for s in document.chrome]


def test_marks_within_a_line_are_cut_out() -> None:
    blocks, cut = read("我们看到经济发 — 3 — 展很快，\n他们第3页共16页干得好。")
    assert blocks == ["我们看到经济发展很快，", "他们干得好。"]
    assert cut == ["— 3 —", "第3页共16页"]


def test_watermarks_are_cut_out_of_chinese_lines() -> None:
    blocks, cut = read(
        "二、主要经验0 D7 w% E; N: s5 x1 B\n, G' q! b! V' ^0 S, ]0 b$ }引言部分。\n甲: O8 {1 J( U7 y$ U9 O"
    )
    assert blocks == ["二、主要经验", "引言部分。", "甲:"]
    assert cut == ["0 D7 w% E; N: s5 x1 B", ", G' q! b! V' ^0 S, ]0 b$ }", "O8 {1 J( U7 y$ U9 O"]


@pytest.mark.parametrize(
    "text",
    ["从3—5个，2014-3-5，0851 - 3 - 5号。", "We saw x - 3 - y and 3 — 5.", "a b c d e f g", "由 A B C D 四家组成。"],
)
def test_what_merely_looks_like_a_mark_stays(text: str) -> None:
    assert read(text) == ([text], [])


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("我们在这里看到了园区建设的速度，感受到了发展的热", "度，也看到了差距。", True),
        ("我们在这里看到了园区建设的速度，", "感受到了热度。", True),
        ("我们在这里看到了园区建设的速度，感受到了热度。", "再往前走。", False),
        ("一、基本情况", "我们看了园区。", False),
        ("我们在这里看到了园区建设的速度，感受到了发展的热", "二、打算", False),
        ("\u3000\u3000我们在这里看到了园区建设的速度，感受到了发展的热", "\u3000\u3000度，也看到了差距。", False),
        ("The delegation went to see the new harbour and the", "old mill by the river.", True),
    ],
)
def test_a_paragraph_goes_on_after_a_page_number(above: str, below: str, joined: bool) -> None:
    blocks, cut = read(f"{above}\n\n— 3 —\n\n{below}")
    assert cut == ["— 3 —"]
    assert len(blocks) == (1 if joined else 2)


def test_lines_around_other_furniture_stay_apart() -> None:
    text = "海州市工作报告\n——2019年5月7日在全市大会上，各界代表出席\n来源：海州日报\n市长 小林\n各位代表：\n我们来了。"
    assert read(text)[0][1:3] == ["——2019年5月7日在全市大会上，各界代表出席", "市长 小林"]


def test_lines_broken_around_a_link_or_a_bracket_are_one_paragraph() -> None:
    assert read("（\n三）改革开放持续推进。")[0] == ["（三）改革开放持续推进。"]
    text = "所谓双向，就是由技术的供给方带着团队、带着技术\n揭榜\n；由成果的需求方带着资金、带着场景\n揭榜\n。"
    assert len(read(text)[0]) == 1
    assert len(read("规划先行\n服务为本\n实干为要")[0]) == 3


def test_form_feeds_end_pages_not_words() -> None:
    assert read("前面的话\f后面的话\n\f二、打算\n好。\f") == (["前面的话后面的话", "二、打算", "好。"], [])


_pieces = st.sampled_from(
    [
        "— 3 —",
        "第3页共6页",
        "下载",
        "打印",
        "来源：",
        "一、概况",
        "经济发",
        "展。",
        "\n",
        " ",
        "\f",
        "3",
        "a) b( c% d; e",
        "；",
        "（",
        "|",
        "首页",
        ">",
    ]
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(_pieces, min_size=1, max_size=40).map("".join).filter(str.strip))
def test_every_word_is_in_a_block_or_is_chrome(text: str) -> None:
    document = read_text(text.encode(), "a.txt")
    kept = list(document.text)
    spans = [span for block in document.blocks for span in block.passage.source_spans()]
    for start, end in [*spans, *document.chrome]:
        assert "\0" not in kept[start:end]
        kept[start:end] = "\0" * (end - start)
    assert not "".join(kept).replace("\0", "").strip()
    assert document.blocks
    assert list(document.chrome) == sorted(document.chrome)


def test_the_lines_of_a_forum_are_chrome_wherever_they_stand() -> None:
    lines = [
        "赴某地的报告",
        "一、概况",
        "甲乙丙丁戊己庚辛，子丑寅卯辰巳午未。",
        "本帖最后由 张三 于 2016-3-11 22:58 编辑",
        "二、启示",
        "先规划后建设，先地下后地上。",
    ]
    assert chrome_lines(lines) == {3}


def test_the_days_of_a_visit_are_no_byline() -> None:
    lines = ["时间：2019年5月6日—10日", "地点：长沙、株洲", "赴长沙、株洲考察报告", "一、概况"]
    assert chrome_lines(lines) == frozenset()
    assert 0 in chrome_lines(["时间：2019年5月6日", "来源：某报", "赴长沙、株洲考察报告", "一、概况"])
