"""Sections inside blocks: enumerations in a paragraph, reports run into one line."""

import pytest

from tests.structure.outlines import ASKED, MOVED, outlined, stated
from tests.structure.trees import report_of

CASES = {
    "blanks after labels and headings": (
        f"""
XX镇组织外出考察学习实施方案 一、 目的和意义 为了适应新形势下发展的要求，{ASKED} 二、 基本原则 \
1、领导带队，分期分批。 2、不影响工作，公休假相结合。 三、考察学习组织 \
根据各部门职责分工不同，{MOVED} 四、 经费来源 \
实行单位补助和个人自付相结合，由单位在办公经费中予以补助。
""",
        """
一、|目的和意义
二、|基本原则
 1、|领导带队，分期分批
 2、|不影响工作，公休假相结合
三、|考察学习组织
四、|经费来源
""",
    ),
    "enumerations inside paragraphs": (
        f"""
某县考察报告
{ASKED}
一、主要做法
（一）抓规划。当地主要做到三个到位：一是领导到位，县长任组长；二是资金到位，每年列支五百万元；三是人员到位，抽调二十人。{ASKED}
（二）抓落实。{MOVED}其中一是指定专人，{ASKED}
二、打算
一要快，三个月见效。{ASKED}二要稳，不留后患。{MOVED}
""",
        """
一、|主要做法
 （一）|抓规划
  一是|领导到位
  二是|资金到位
  三是|人员到位
 （二）|抓落实
二、|打算
 一要|快，三个月见效
 二要|稳，不留后患
""",
    ),
    "enumerations parted by commas": (
        f"""
某县考察报告
{ASKED}
一、主要做法
当地的做法有三条，一是领导重视，二是资金充足，三是队伍稳定。
二、差距
主要有：一是看得不远，满足于现状；二是干得不实，停留在会上；三是管得不严，松在平时。以上问题不解决，追赶就是空话。
""",
        """
一、|主要做法
 一是|领导重视
 二是|资金充足
 三是|队伍稳定
二、|差距
 一是|看得不远
 二是|干得不实
 三是|管得不严
""",
    ),
    "a chapter in one block": (
        f"""
某县考察报告
{ASKED}
一、考察收获。这次考察收获不小，主要有以下几点：1、思想受到触动。{ASKED}2、办法有了样板。{MOVED}3、信心更加充足。{ASKED}
二、几点建议。{ASKED}（1）修好路。{MOVED}（2）种好树。{ASKED}
""",
        """
一、|考察收获
 1、|思想受到触动
 2、|办法有了样板
 3、|信心更加充足
二、|几点建议
 （1）|修好路
 （2）|种好树
""",
    ),
    "one block, sentences for headings": (
        f"""
某县考察报告 {ASKED}一、路要先修。{ASKED}二、水要先通。{MOVED}三、人要先到。{ASKED}\
（一）干部先到。{ASKED}（二）客商后到。{MOVED}四、钱要管好。{ASKED}
""",
        """
一、|路要先修
二、|水要先通
三、|人要先到
 （一）|干部先到
 （二）|客商后到
四、|钱要管好
""",
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_outline(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)


def test_items_inside_a_paragraph_take_their_lead_clause_and_leave_the_rest() -> None:
    report = report_of("一、打算\n要做两件事：一是修路，年底通车；二是种树，明春见绿。\n")
    assert [passage.text for passage in report.sections[0].paragraphs] == ["要做两件事："]
    assert [(item.label, item.title, [p.text for p in item.paragraphs]) for item in report.sections[0].children] == [
        ("一是", "修路", ["年底通车；"]),
        ("二是", "种树", ["明春见绿。"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "统一、规范、高效是他们的追求，专一、二心只在一念。",
        "他说：“一是人，二是钱。”大家都笑了。",
        "按照办法第（二）条和第（三）条，费用由市里承担。",
        "水质由Ⅰ类降到Ⅱ类，又由Ⅲ类升到Ⅱ类。",
        "见表1、表2、表3，也见图1.2和图1.3。",
        "其中一是缺人。后来人来了，又缺钱。",
        "（详见本报告一、二两节）",
        "投资1.2亿元，2.3亿元，3.4亿元不等。",
    ],
)
def test_numbers_in_running_words_open_nothing(sentence: str) -> None:
    assert outlined(f"见闻一则\n\n开头的话不长也不短。{sentence}后面的话。\n") == []
