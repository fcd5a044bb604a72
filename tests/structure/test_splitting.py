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
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES)
def test_outline(text: str, tree: str) -> None:
    assert outlined(text) == stated(tree)
