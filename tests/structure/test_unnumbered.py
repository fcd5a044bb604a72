"""Headings that no number announces."""

import pytest

from tests.structure.outlines import ASKED, GUIDE, MOVED, outlined, stated

CASES = {
    "lines that recur": (
        f"""
江边小镇考察记

{ASKED}

规划先行 蓝图绘到底

{ASKED}
{MOVED}

干群同心 黄土变成金

{MOVED}

久久为功 小镇有新颜

{ASKED}
""",
        """
|规划先行 蓝图绘到底
|干群同心 黄土变成金
|久久为功 小镇有新颜
""",
    ),
    "the author's office under the title": (
        f"""
书院考察见闻

县教育局研学小分队

缘起

{ASKED}

第一站 江边书院

{MOVED}

触动

{MOVED}
""",
        """
|缘起
|第一站 江边书院
|触动
""",
    ),
    "a word, a colon and a theme": (
        f"""
赴甲县学习考察报告
某局　2022年5月30日

看：链子是怎样接起来的

{ASKED}

思：我们的腿为什么迈不开

（一）家底薄。{MOVED}

（二）心气散。{ASKED}

干：往后的路该怎样走

{MOVED}
时间：三天

{MOVED}
""",
        """
|看：链子是怎样接起来的
|思：我们的腿为什么迈不开
 （一）|家底薄
 （二）|心气散
|干：往后的路该怎样走
""",
    ),
    "a word that a link tore out of its sentence": (
        f"""
某县工作报告
{ASKED}
一、回顾
{ASKED}
名词解释
1.一张网：把路连起来。
2.“双向结对”：村找城、城找村“双向
结对
挂钩”的简称，{MOVED}
结对
；城找村由街道牵头，{MOVED}
结对
。
3.一条龙：{MOVED}
""",
        """
一、|回顾
|名词解释
 1.|一张网
 2.|“双向结对”
 3.|一条龙
""",
    ),
    "lines in lenticular brackets": (
        f"""
赴甲县考察报告
{ASKED}
【基本情况】
{ASKED}
【主要启示】
{MOVED}
""",
        """
|【基本情况】
|【主要启示】
""",
    ),
    "whose report it is, under its date": (
        f"""
考察归来话发展
（2021年5月6日）
某县人大代表小组
{ASKED}
一看规划
{ASKED}
二看产业
{MOVED}
""",
        """
|一看规划
|二看产业
""",
    ),
    "counted feelings, and who went": (
        f"""
赴甲县考察报告
{ASKED}
第一个感受：路宽了。{ASKED}
第二个感受：水清了。{MOVED}
附：考察组名单
组长：某某
成员：某某、某某
""",
        """
第一个感受：|路宽了
第二个感受：|水清了
""",
    ),
    "verse, captions and slogans": (
        f"""
访山记
{ASKED}
一、见闻
{ASKED}
山上有座庙
庙里有口井
井边一棵树
树下一群人
{MOVED}
图1 村口的牌子
{ASKED}
要致富，先修路
{MOVED}
二、打算
{ASKED}
某镇党政办公室
2020年5月6日
""",
        """
一、|见闻
二、|打算
""",
    ),
    "counted words, English": (
        f"""
Study Tour of Three Ports

{GUIDE}

Overview

{GUIDE}

Lessons Learned

Lesson 1. Start small. {GUIDE}

Lesson 2. Keep the books open. {GUIDE}

Next Steps

{GUIDE}
""",
        """
|Overview
|Lessons Learned
 Lesson 1.|Start small
 Lesson 2.|Keep the books open
|Next Steps
""",
    ),
    "counted words, Chinese": (
        f"""
某县考察报告
{ASKED}
第一部分：考察情况
{ASKED}
第二部分：体会与思考
启示一：规划要先行
{ASKED}
启示二：服务要跟上
{MOVED}
启示三：作风要硬
{ASKED}
第三部分：建议
建议1：先修路。{ASKED}
建议2：再种树。{MOVED}
""",
        """
第一部分：|考察情况
第二部分：|体会与思考
 启示一：|规划要先行
 启示二：|服务要跟上
 启示三：|作风要硬
第三部分：|建议
 建议1：|先修路
 建议2：|再种树
""",
    ),
    "lines without a number, English": (
        f"""
Trip Report

Summary

{GUIDE}

What we saw

{GUIDE}

- One counter
- No queue

What we learned

{GUIDE} In 2014. we did not know.

Submitted by the Roads Team
12 May 2020
""",
        """
|Summary
|What we saw
|What we learned
""",
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_outline(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)
