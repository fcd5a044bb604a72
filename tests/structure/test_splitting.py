"""Labels that a line break tore, and lines that only look numbered."""

import pytest

from tests.structure.outlines import ASKED, MOVED, outlined, stated

CASES = {
    "labels torn by line breaks": (
        f"""
某县考察报告
{ASKED}
一
、基本情况
{ASKED}
二、启示
（
一）甲
{ASKED}
（二
）乙
{MOVED}
""",
        """
一、|基本情况
二、|启示
 （一）|甲
 （二）|乙
""",
    ),
    "labels alone on their lines": (
        f"""
某县考察报告
{ASKED}
一、
基本情况
{ASKED}
二、
启示
{MOVED}
""",
        """
一、|基本情况
二、|启示
""",
    ),
    "what only looks numbered": (
        f"""
某县考察报告
{ASKED}
一、基本情况
一、二、三产业比为3：4：3。{ASKED}
1.5万人外出务工。{ASKED}
第一产业稳，第二产业强。{ASKED}
一是一、二是二，{ASKED}
二、打算
{MOVED}
""",
        """
一、|基本情况
二、|打算
""",
    ),
    "subtitle, salutation, signature": (
        f"""
解放思想 奋起直追
——赴甲县学习考察报告
某市发展和改革委员会
各位领导、同志们：
{ASKED}
一、所见
{ASKED}
二、所思
{MOVED}
三、所为
{ASKED}
以上汇报，不妥之处请批评指正。
某市发展和改革委员会
2021年3月4日
""",
        """
一、|所见
二、|所思
三、|所为
""",
    ),
    "rows of tables that begin with a number": (
        f"""
某县考察报告
{ASKED}
一、名单
序号\t单位\t人数
1\t甲厂\t300
2\t乙厂\t200
3\t丙厂\t100
二、启示
{ASKED}
1 | 甲厂 | 300
2 | 乙厂 | 200
三、建议
{ASKED}
""",
        """
一、|名单
二、|启示
三、|建议
""",
    ),
    "months": (
        f"""
某县考察报告
{ASKED}
一、经过
1 月 走访甲县
2 月 走访乙县
3 月 走访丙县
二、启示
{ASKED}
""",
        """
一、|经过
二、|启示
""",
    ),
    "bullets and dashes": (
        f"""
某县考察报告
{ASKED}
一、成效
——路网成了型。{ASKED}
——水网成了环。{MOVED}
● 人气旺了
• 钱袋鼓了
二、打算
{ASKED}
""",
        """
一、|成效
二、|打算
""",
    ),
    "ordinals, but not first and next": (
        f"""
某县考察报告
{ASKED}
一、启示
第一、要解放思想。{ASKED}
第二、要抓住机遇。{MOVED}
第三、要真抓实干。{ASKED}
二、打算
首先，抓好规划。{ASKED}
其次，抓好项目。{MOVED}
""",
        """
一、|启示
 第一、|要解放思想
 第二、|要抓住机遇
 第三、|要真抓实干
二、|打算
""",
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_outline(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)


ROADS = "一是着力修好进城出城的每一条大路，让货车不再绕弯也不再等桥。"
RIVERS = "二是用心管好村前村后的每一条小河，让河水不再变黑也不再断流。"


def test_a_sentence_with_lines_below_it_is_a_heading_to_its_end() -> None:
    text = f"某县报告\n{ASKED}\n一、所做\n{ROADS}\n桥修了三座。\n路宽了一倍。\n{RIVERS}\n水清了。\n二、所想\n{ASKED}"
    assert outlined(text)[1:3] == [f" 一是|{ROADS[2:-1]}", f" 二是|{RIVERS[2:-1]}"]


@pytest.mark.parametrize("mark", ["。", "；"])
def test_a_long_sentence_without_lines_below_it_has_its_lead_clause_as_heading(mark: str) -> None:
    text = f"某县报告\n{ASKED}\n一、所做\n{ROADS[:-1]}{mark}\n{RIVERS}\n大家都说好。\n二、所想\n{ASKED}"
    assert outlined(text)[1:3] == [" 一是|着力修好进城出城的每一条大路", " 二是|用心管好村前村后的每一条小河"]
