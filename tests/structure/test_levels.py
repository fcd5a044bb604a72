"""Which way of numbering lies inside which, learned from the document."""

import pytest

from tests.structure.outlines import ASKED, GUIDE, MOVED, outlined, stated

CASES = {
    "lines without a number over numbers that restart": (
        f"""
某县考察报告
{ASKED}
看甲县
{ASKED}
一、路修得好
{ASKED}
二、水管得住
{MOVED}
看乙县
{MOVED}
一、人留得下
{ASKED}
二、钱用得准
{MOVED}
想自己
{ASKED}
一、差在哪里
{ASKED}
二、怎么追赶
{MOVED}
""",
        """
|看甲县
 一、|路修得好
 二、|水管得住
|看乙县
 一、|人留得下
 二、|钱用得准
|想自己
 一、|差在哪里
 二、|怎么追赶
""",
    ),
    "lines without a number inside numbers": (
        f"""
某县考察报告
{ASKED}
一、考察情况
{ASKED}
甲县的路
{ASKED}
乙县的水
{MOVED}
二、几点启示
{MOVED}
先修后管
{ASKED}
先难后易
{MOVED}
三、工作建议
{ASKED}
""",
        """
一、|考察情况
 |甲县的路
 |乙县的水
二、|几点启示
 |先修后管
 |先难后易
三、|工作建议
""",
    ),
    "one style on two levels": (
        f"""
某县考察报告
{ASKED}
一、基本情况
（一）路网
1.国道
{ASKED}
2.县道
{ASKED}三条：
1.甲线。{MOVED}
2.乙线。{ASKED}
3.丙线。{ASKED}
3.村道
{MOVED}
（二）水网
{ASKED}
二、打算
{MOVED}
""",
        """
一、|基本情况
 （一）|路网
  1.|国道
  2.|县道
   1.|甲线
   2.|乙线
   3.|丙线
  3.|村道
 （二）|水网
二、|打算
""",
    ),
    "numbers that skip and repeat": (
        f"""
某县考察报告
{ASKED}
一、基本情况
{ASKED}
三、问题
二是人手少。{ASKED}
三是钱不够。{MOVED}
四、打算
{MOVED}
四、保障
{ASKED}
""",
        """
一、|基本情况
三、|问题
 二是|人手少
 三是|钱不够
四、|打算
四、|保障
""",
    ),
    "brackets outermost": (
        f"""
某县考察报告
{ASKED}
（一）基本情况。{ASKED}
（二）主要做法。{MOVED}
1.抓规划。{ASKED}
2.抓落实。{MOVED}
（三）建议。{ASKED}
""",
        """
（一）|基本情况
（二）|主要做法
 1.|抓规划
 2.|抓落实
（三）|建议
""",
    ),
    "formal numerals over common ones": (
        f"""
某縣考察報告
{ASKED}
壹、前言
{ASKED}
貳、參訪過程
一、甲地
（一）港口
{ASKED}
（二）車站
{MOVED}
二、乙地
{ASKED}
參、心得與建議
{ASKED}
""",
        """
壹、|前言
貳、|參訪過程
 一、|甲地
  （一）|港口
  （二）|車站
 二、|乙地
參、|心得與建議
""",
    ),
    "bare decimals": (
        f"""
某县考察报告
{ASKED}
1 概述
1.1 背景
{ASKED}
1.2 过程
{MOVED}
2 做法
2.1 甲县
2.1.1 路
{ASKED}
2.1.2 水
{ASKED}
2.2 乙县
{MOVED}
3 建议
{ASKED}
""",
        """
1|概述
 1.1|背景
 1.2|过程
2|做法
 2.1|甲县
  2.1.1|路
  2.1.2|水
 2.2|乙县
3|建议
""",
    ),
    "letters inside decimals": (
        f"""
Report on a Visit to Three Ports

{GUIDE}

1. Background

{GUIDE}

2. Findings

2.1 Governance

{GUIDE}

a) Boards. {GUIDE}

b) Staff. {GUIDE}

2.2 Money

{GUIDE}

3. Recommendations

{GUIDE}
""",
        """
1.|Background
2.|Findings
 2.1|Governance
  a)|Boards
  b)|Staff
 2.2|Money
3.|Recommendations
""",
    ),
    "Roman, capital, Arabic": (
        f"""
Visit to Three Ports

{GUIDE}

I. Background

{GUIDE}

II. Findings

A. Governance

{GUIDE}

B. Money

{GUIDE}

III. Recommendations

1. Merge the boards.

2. Publish the accounts.
""",
        """
I.|Background
II.|Findings
 A.|Governance
 B.|Money
III.|Recommendations
 1.|Merge the boards
 2.|Publish the accounts
""",
    ),
    "capitals over Title Case": (
        f"""
VISIT TO THREE PORTS

{GUIDE}

BACKGROUND

{GUIDE}

FINDINGS

The Boards

{GUIDE}

The Money

{GUIDE}

RECOMMENDATIONS

{GUIDE}
""",
        """
|BACKGROUND
|FINDINGS
 |The Boards
 |The Money
|RECOMMENDATIONS
""",
    ),
    "parts over chapters that count on": (
        f"""
Review of the Tour

Part One: The Visit

Chapter 1 Where we went

{GUIDE}

Chapter 2 Whom we met

{GUIDE}

Part Two: The Lessons

Chapter 3 What works

{GUIDE}
""",
        """
Part One:|The Visit
 Chapter 1|Where we went
 Chapter 2|Whom we met
Part Two:|The Lessons
 Chapter 3|What works
""",
    ),
    "capitals with an enumeration comma": (
        f"""
某县考察报告
{ASKED}
一、考察情况
A、甲厂
{ASKED}
B、乙厂
{MOVED}
二、启示
{ASKED}
""",
        """
一、|考察情况
 A、|甲厂
 B、|乙厂
二、|启示
""",
    ),
    "numbers that run on over chapters": (
        f"""
某县考察报告
{ASKED}
一、做法
1.抓路
{ASKED}
2.抓水
{ASKED}
二、启示
3.要抓早
{ASKED}
4.要抓小
{MOVED}
""",
        """
一、|做法
 1.|抓路
 2.|抓水
二、|启示
 3.|要抓早
 4.|要抓小
""",
    ),
    "five levels": (
        f"""
某县考察报告
{ASKED}
一、做法
（一）抓路
1.国道
（1）路面
①沥青
{ASKED}
②水泥
{ASKED}
（2）路基
{ASKED}
2.县道
{ASKED}
（二）抓水
{ASKED}
二、启示
{ASKED}
""",
        """
一、|做法
 （一）|抓路
  1.|国道
   （1）|路面
    ①|沥青
    ②|水泥
   （2）|路基
  2.|县道
 （二）|抓水
二、|启示
""",
    ),
    "articles that run on over chapters": (
        """
某市开发区条例（草案）
第一章 总则
第一条 为了规范开发区建设，制定本条例。
第二条 本市行政区域内的开发区适用本条例。
第二章 管理
第三条 市政府统一领导开发区工作。
第四条 管委会负责日常工作。
""",
        """
第一章|总则
 第一条|为了规范开发区建设，制定本条例
 第二条|本市行政区域内的开发区适用本条例
第二章|管理
 第三条|市政府统一领导开发区工作
 第四条|管委会负责日常工作
""",
    ),
    "lines without a number over brackets": (
        f"""
某县考察报告
{ASKED}
考察概况
{ASKED}
主要做法
（一）抓路。{ASKED}
（二）抓水。{MOVED}
几点启示
（一）要早。{ASKED}
（二）要快。{ASKED}
下一步打算
{ASKED}
""",
        """
|考察概况
|主要做法
 （一）|抓路
 （二）|抓水
|几点启示
 （一）|要早
 （二）|要快
|下一步打算
""",
    ),
    "lines without a number over enumerations": (
        f"""
某县考察报告
{ASKED}
主要做法
一是抓路。{ASKED}
二是抓水。{MOVED}
几点启示
一是要早。{ASKED}
二是要快。{ASKED}
""",
        """
|主要做法
 一是|抓路
 二是|抓水
|几点启示
 一是|要早
 二是|要快
""",
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_outline(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)
