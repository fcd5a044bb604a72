"""Where a line may break: the rules by example."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.typeset.samples import sample_paragraphs
from tourview.typeset import break_offsets


def pieces(text: str) -> str:
    """The text with a stroke at each permitted break."""
    offsets = [0, *break_offsets(text)]
    return "|".join(text[a:b] for a, b in pairwise(offsets))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "548多万平方米",
            "102 万平方米",
            "20余万名",
            "10万多人",
            "300多个",
            "3.5个百分点",
            "120个工作日",
            "1,200亩",
            "7.2%",
        ),
        *(
            "7.2 %",
            "-5℃",
            "5万元/亩",
            "0.42元/kWh",
            "60 km/h",
            "5.6 km²",
            "63 km",
            "36 million kWh",
            "365 square kilometres",
        ),
        *(
            "US$ 20 million",
            "US$20 million hectares",
            "RMB 286 billion",
            "¥72,000",
            "￥5亿元",
            "20 percent",
            "6 months",
        ),
        *("第3次", "第 3 次", "第十二层", "一百二十八个", "二〇一四年", "３．５％", "２０１４年"),
        *("word", "don't", "Ph.D.", "data-", "ＧＤＰ", "a\u00a0b", "e\u0301e\u0301"),
        *("（汉）", "（ 汉 ）", "“汉”，", "《汉》。", "汉。”", "汉，", "汉,", "汉)", "汉%", "北—", "汉·", "汉～"),
        *("汉……", "……", "——", "汉——"),
        *("\U0001f1e8\U0001f1f3", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd"),
    ],
)
def test_never_breaks_inside(text: str) -> None:
    assert pieces(text) == text


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("2014年7月27日", "2014年|7月|27日"),
        ("由二层升为十二层", "由|二层|升|为|十二层"),
        ("学习先进,查找不足", "学|习|先|进,|查|找|不|足"),
        ("他说“你好”，然后——走了……（真的）。", "他|说|“你|好”，|然|后——|走|了……|（真|的）。"),
        ("he said “yes” (twice) and left", "he |said |“yes” |(twice) |and |left"),
        ("http://www.x.cn/a/b?c=d 见", "http://|www.x.cn/|a/|b?|c=d |见"),
        ("word—word", "word|—|word"),
        ("北京—上海", "北|京—|上|海"),
        ("共 5 个园区", "共 |5 个|园|区"),
        ("用电子App打开", "用|电|子|App|打|开"),
        ("统一代码，零部件", "统|一|代|码，|零|部|件"),
        ("说‘好’的", "说|‘好’|的"),
        ("一行\n二行", "一|行\n|二|行"),
        ("🇨🇳🇯🇵🇰🇷", "🇨🇳|🇯🇵|🇰🇷"),
        ("   汉字", "   |汉|字"),
        ("", ""),
    ],
)
def test_breaks(text: str, broken: str) -> None:
    assert pieces(text) == broken


@pytest.mark.parametrize("closing", "。，、；：？！）》」』”’…】〕〉%,.;:?!)]}")
def test_never_before_a_closing_mark(closing: str) -> None:
    assert 1 not in set(break_offsets(f"汉{closing}字"))


@pytest.mark.parametrize("opening", "（《「『“‘【〔〈([{")
def test_never_after_an_opening_mark(opening: str) -> None:
    assert 2 not in set(break_offsets(f"汉{opening}字"))


def test_a_long_run_of_han_breaks_after_every_character() -> None:
    assert list(break_offsets("汉" * 10_000)) == list(range(1, 10_001))


@given(st.text(max_size=60) | st.text(alphabet="汉字一二年个5. ,a(“”)—…·\n\u3000", max_size=60))
@settings(derandomize=True)
def test_offsets_ascend_to_the_end(text: str) -> None:
    offsets = list(break_offsets(text))
    assert offsets == sorted(set(offsets))
    assert offsets[-1:] == ([len(text)] if text else [])
    assert 0 not in offsets


def test_a_prefix_that_ends_at_a_break_breaks_alike() -> None:
    for paragraph in sample_paragraphs():
        offsets = list(break_offsets(paragraph))
        middle = offsets[len(offsets) // 2]
        assert [middle + offset for offset in break_offsets(paragraph[middle:])] == offsets[len(offsets) // 2 + 1 :]
