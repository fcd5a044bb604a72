"""Contents pages, annexes, collections, second copies."""

import pytest

from tests.structure.outlines import ASKED, GUIDE, MOVED, outlined, stated

CASES = {
    "contents without leaders": (
        f"""
某市调研报告
目录
一、基本情况
二、主要问题
（一）人手不足
（二）资金不足
三、对策建议
一、基本情况
{ASKED}
二、主要问题
（一）人手不足
{ASKED}
（二）资金不足
{MOVED}
三、对策建议
{ASKED}
""",
        """
一、|基本情况
二、|主要问题
 （一）|人手不足
 （二）|资金不足
三、|对策建议
""",
    ),
    "contents without the word": (
        f"""
某市调研报告
一、基本情况
二、主要问题
三、对策建议
一、基本情况
{ASKED}
二、主要问题
{MOVED}
三、对策建议
{ASKED}
""",
        """
一、|基本情况
二、|主要问题
三、|对策建议
""",
    ),
    "annexes that restart": (
        f"""
某县考察报告
{ASKED}
一、基本情况
{ASKED}
二、下步打算
{MOVED}
附件：1.任务分工表
2.日程安排
某县政府办
2020年1月2日
附件1
任务分工表
一、城区
1.修路。责任单位：住建局。
2.种树。责任单位：林业局。
二、乡村
1.通水。责任单位：水务局。
2.通电。责任单位：供电所。
附件2
日程安排
{ASKED}
""",
        """
一、|基本情况
二、|下步打算
|附件1
 一、|城区
  1.|修路
  2.|种树
 二、|乡村
  1.|通水
  2.|通电
|附件2
""",
    ),
    "a page that prints the report twice": (
        f"""
某县考察报告
{ASKED}
一、基本情况
{ASKED}{MOVED}
二、下步打算
{MOVED}
（一）修路
{ASKED}
（二）种树
{MOVED}
三、结果
{ASKED}{ASKED}
四、其他
{ASKED}{MOVED}{MOVED}
某县考察报告
{ASKED}
一、基本情况
{ASKED}{MOVED}
二、下步打算
{MOVED}
（一）修路
{ASKED}
（二）种树
{MOVED}
三、结果
{ASKED}{ASKED}
四、其他
{ASKED}{MOVED}{MOVED}
""",
        """
一、|基本情况
二、|下步打算
 （一）|修路
 （二）|种树
三、|结果
四、|其他
""",
    ),
    "a collection, by number": (
        f"""
外出考察报告 篇1
{ASKED}
一、基本情况
{MOVED}
二、启示
{ASKED}
外出考察报告 篇2
{ASKED}
一、主要做法
{MOVED}
二、建议
{ASKED}
""",
        """
|外出考察报告 篇1
 一、|基本情况
 二、|启示
|外出考察报告 篇2
 一、|主要做法
 二、|建议
""",
    ),
    "a collection, by bracket": (
        f"""
考察学习材料汇编
赴甲县考察报告（一）
{ASKED}
一、基本情况
{MOVED}
二、启示
{ASKED}
赴甲县考察报告（二）
{ASKED}
一、主要做法
{MOVED}
二、建议
{ASKED}
""",
        """
|赴甲县考察报告（一）
 一、|基本情况
 二、|启示
|赴甲县考察报告（二）
 一、|主要做法
 二、|建议
""",
    ),
    "a glossary": (
        f"""
某县政府工作报告
{ASKED}
一、过去一年工作回顾
{ASKED}
我们也清醒认识到，发展中还存在不少困难和问题：产业不强，人才不多。{ASKED}
二、今年重点工作
（一）抓产业。{ASKED}我们要时刻清醒认识到，困难和问题还有很多。
（二）抓民生。{MOVED}
名词解释
1.两不愁：指不愁吃、不愁穿。
2.三保障：指教育、医疗、住房有保障。
""",
        """
一、|过去一年工作回顾
 |我们也清醒认识到，发展中还存在不少困难和问题
二、|今年重点工作
 （一）|抓产业
 （二）|抓民生
|名词解释
 1.|两不愁
 2.|三保障
""",
    ),
    "a foreword and a conclusion": (
        f"""
某县调研报告
前言
{ASKED}
一、基本情况
{ASKED}
二、问题
{MOVED}
三、对策
{ASKED}
结束语
{ASKED}
""",
        """
|前言
一、|基本情况
二、|问题
三、|对策
|结束语
""",
    ),
    "appendices, English": (
        f"""
Report on the Study Visit

{GUIDE}

1. Findings

{GUIDE}

2. Recommendations

{GUIDE}

Appendix A: Itinerary

{GUIDE}

Appendix B: Participants

{GUIDE}
""",
        """
1.|Findings
2.|Recommendations
|Appendix A: Itinerary
|Appendix B: Participants
""",
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_outline(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)
