"""Headings with a colon in them, and those that a colon ends."""

import pytest

from tests.structure.outlines import ASKED, GUIDE, MOVED, outlined, stated

CASES = {
    "whom it tells of, and what": (
        f"""
某县考察报告
{ASKED}
一、所见
（一）甲城：把街巷当客厅来管。{ASKED}
（二）乙城：小棚做成大文章！{MOVED}
（三）两城都重视科技。{MOVED}
二、作风：要实要细
{ASKED}
""",
        """
一、|所见
 （一）|甲城：把街巷当客厅来管
 （二）|乙城：小棚做成大文章！
 （三）|两城都重视科技
二、|作风：要实要细
""",
    ),
    "a line of its own": (
        f"""
某县考察报告
{ASKED}
一、所见
（一）地点：甲县
{ASKED}
（二）时间：三天
{MOVED}
""",
        """
一、|所见
 （一）|地点：甲县
 （二）|时间：三天
""",
    ),
    "names that are explained or told of": (
        f"""
某县考察报告
{ASKED}
一、看点
1.甲馆：参观了展厅。{ASKED}
2.乙馆：占地五亩，有书三万册，座位很多。{ASKED}
二、名词
1.免检：指不用查验。企业自己保证。
2.代办：指有人跑腿
三、行程
（一）时间：三天。{ASKED}
（二）人员：九人。{ASKED}
""",
        """
一、|看点
 1.|甲馆
 2.|乙馆
二、|名词
 1.|免检
 2.|代办
三、|行程
 （一）|时间
 （二）|人员
""",
    ),
    "most of its siblings are otherwise": (
        f"""
某县考察报告
{ASKED}
一、看点
（一）甲馆：人多。{ASKED}
（二）乙馆：占地五亩，有书三万册，座位很多。{ASKED}
（三）丙馆：门前有河，河上有桥，桥头有亭子。{ASKED}
""",
        """
一、|看点
 （一）|甲馆
 （二）|乙馆
 （三）|丙馆
""",
    ),
    "English": (
        f"""
Tour of Four Towns
{GUIDE}
1. Findings
1.1 Cycling: short rides win. {GUIDE}
1.2 Parking: dear spaces work. {GUIDE}
2. Recommendations
2.1 The Council should finish two whole routes, Station to College and Harbour to Hospital, before a new lane is begun.
2.2 The Council should count riders.
""",
        """
1.|Findings
 1.1|Cycling
 1.2|Parking
2.|Recommendations
 2.1|The Council should finish two whole routes, Station to College and Harbour to Hospital, before a new lane is begun
 2.2|The Council should count riders
""",
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_heading_with_a_colon(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)
