"""Web pages: the words of each paragraph as a browser shows them, and how they are set."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pages import read, words


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("甲<br>乙<br/><br>&emsp;&emsp;丙", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<div>　　甲&nbsp;<br>\u3000&#12288;乙</div>", ["甲", "乙"]),
        ("<p>甲\n  乙\n</p>", ["甲乙"]),
        ("<p>甲\n<b>\n乙</b></p>", ["甲乙"]),
        ("<p>甲 乙\t丙</p>", ["甲 乙 丙"]),
        ("<p>one\n  two <i> three</i></p>", ["one two three"]),
        ("<p>共\n12\n个</p>", ["共 12 个"]),
        ("<p>甲&nbsp;&nbsp;乙\u200b丙</p>", ["甲\xa0\xa0乙\u200b丙"]),
        ("<p>&ldquo;甲&rdquo;&mdash;&#x4e59;&#20013;&lt;b&gt;&unknown;</p>", ["“甲”—乙中<b>&unknown;"]),
        ("<p>10m<sup>2</sup>，H<sub>2</sub>O</p>", ["10m2，H2O"]),
        ("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby></p>", ["漢字"]),
        ("<pre>甲  乙\n　丙</pre>", ["甲  乙", "丙"]),
        ('<div style="white-space: pre-line">甲   乙\n丙</div>', ["甲 乙", "丙"]),
        ("<blockquote>甲</blockquote><dl><dt>乙<dd>丙</dl>", ["甲", "乙", "丙"]),
        ("<details><summary>甲</summary>乙</details>", ["甲", "乙"]),
        ('<span style="display:block">甲</span><span style="DISPLAY: block">乙</span>', ["甲", "乙"]),
        ("<p>甲<o:p></o:p><st1:place>乙</st1:place></p>", ["甲乙"]),
        (
            '<p>甲<a href="#n1">[1]</a></p><p>[1] 注 <a href="#r1" class="footnote-backref">↩</a></p>',
            ["甲[1]", "[1] 注"],
        ),
    ],
)
def test_paragraphs(markup: str, shown: list[str]) -> None:
    assert words(markup) == shown


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>乙</p>",
        '<p style="display: none">乙</p>',
        '<p style="visibility:hidden !important">乙</p>',
        '<font style="font-size:0px;color:#FFF">x1 ^</font>',
        '<span class="jammer">x1 ^</span>',
        '<div aria-hidden="true">乙</div>',
        "<script>if (a<b) { '<p>乙' }</script>",
        "<style>p { }</style>",
        "<!-- <p>乙</p> -->",
        "<template><p>乙</p></template>",
        "<noscript>请开启</noscript>",
        "<select><option>乙</option></select><button>乙</button><textarea>乙</textarea>",
        '<img src="a.png" alt="乙">',
        "<svg><title>乙</title><text>乙</text></svg>",
        "<iframe>乙</iframe>",
        '<p style="mso-hide:all">乙</p>',
    ],
)
def test_what_is_not_shown_is_left_out(markup: str) -> None:
    assert words(f"<p>甲甲</p>{markup}<p>丙丙</p>") == ["甲甲", "丙丙"]


def test_page_that_hides_all_until_a_program_shows_it_is_read() -> None:
    assert words('<div style="display:none"><p>甲</p></div>') == ["甲"]
    assert words('<div id="js_content" style="visibility: hidden"><p>甲</p></div><p>乙乙乙</p>') == ["甲", "乙乙乙"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ('<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>', ["3. 甲", "7. 乙", "8. 丙"]),
        ('<ol type="a"><li>甲</ol><ol type=I><li>乙</ol><ol type=i start=4><li>丙</ol>', ["a. 甲", "I. 乙", "iv. 丙"]),
        ('<ol reversed start="2"><li>甲<li>乙</ol>', ["2. 甲", "1. 乙"]),
        ('<ol style="list-style-type:cjk-ideographic" start=10><li>甲<li>乙</ol>', ["十、甲", "十一、乙"]),
        ('<ol style="list-style: none"><li>甲</ol>', ["甲"]),
        ("<ol><li>一、甲<li>（二）乙<li>3．丙</ol>", ["一、甲", "（二）乙", "3．丙"]),
        ("<ul><li>甲<ol><li>乙</ol><li>丙</ul>", ["甲", "1. 乙", "丙"]),
        ("<ol><li><p>甲</p><p>乙</p></li><li><div>丙</div></li></ol>", ["1. 甲", "乙", "2. 丙"]),
        ("<ol><li>甲<ul><li>乙</ul><li>丙</ol>", ["1. 甲", "乙", "2. 丙"]),
    ],
)
def test_numbers_of_lists_are_written_out(markup: str, shown: list[str]) -> None:
    assert words(markup) == shown


@pytest.mark.parametrize(("label", "shown"), [("一、", "一、正文"), ("1.", "1. 正文"), ("(1)", "(1) 正文")])
def test_numbers_that_word_wrote_out(label: str, shown: str) -> None:
    number = f"<span style='mso-list:Ignore'>{label}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
    markup = f"<p class=MsoListParagraph><![if !supportLists]>{number}<![endif]><span>正文</span></p>"
    assert words(markup) == [shown]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<table><tr><th>甲<th>乙<tr><td>1<td>2</table>", ["甲 | 乙", "1 | 2"]),
        ("<table><tr><td>甲<td><td>乙<td></table>", ["甲 | | 乙"]),
        ("<table><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>", ["甲 乙 | 丙"]),
        ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", ["甲", "乙"]),
        ("<table><tr><td>甲<td><h2>乙</h2>丙</table>", ["甲", "乙", "丙"]),
        ("<table><tr><td>甲<td>丁<table><tr><td>乙<td>丙</table></table>", ["甲", "丁", "乙 | 丙"]),
        ("<table><caption>表</caption><tr><td>甲<td>乙</table>", ["表", "甲 | 乙"]),
        (f"<table><tr><td>甲<td>{'<p>' + '长' * 150}{'<p>' + '文' * 300}</table>", ["甲", "长" * 150, "文" * 300]),
    ],
)
def test_tables(markup: str, shown: list[str]) -> None:
    assert words(markup) == shown


def test_headings_state_their_depth() -> None:
    blocks = read(
        '<h2>甲</h2><p>乙乙乙乙</p><h3>丙<br>丁</h3><p>戊戊戊戊</p><div role="heading" aria-level="4">己</div>'
    ).blocks
    assert [(block.passage.text, block.depth) for block in blocks] == [
        ("甲", 2), ("乙乙乙乙", None), ("丙丁", 3), ("戊戊戊戊", None), ("己", 4),
    ]  # fmt: skip


def test_page_set_as_headings_throughout_has_none() -> None:
    assert {block.depth for block in read(f"<h3>{'甲' * 80}</h3><h3>{'乙' * 80}</h3><p>丙</p>").blocks} == {None}


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>甲</b></p>",
        "<p><strong>甲</strong> <b>甲</b></p>",
        '<p><span style="font-weight:700">甲</span></p>',
        '<p align="center">甲</p>',
        "<center>甲</center>",
        '<p style="text-align:center">甲</p>',
        '<p><font size="5">甲</font></p>',
        '<p><span style="font-size:22pt">甲</span></p>',
        '<p style="font-size:1.5em">甲</p>',
        "<p><big>甲</big></p>",
    ],
)
def test_what_stands_out(markup: str) -> None:
    blocks = read(f"{markup}<p>乙乙<b>乙</b>乙乙乙</p>").blocks
    assert [block.prominent for block in blocks] == [True, False]


@pytest.mark.parametrize("around", ["<b>{}</b>", "<center>{}</center>", "<font size=6>{}</font>"])
def test_nothing_stands_out_where_all_is_set_so(around: str) -> None:
    blocks = read(around.format("<div>甲</div><div>乙乙乙</div>")).blocks
    assert [block.prominent for block in blocks] == [False, False]


WRAPPED = [
    "　　四月里我们一行九人到海州市去，头一天看港，",
    "第二天看厂，第三天坐下来开会，会上大家把话都说",
    "开了，说得最多的还是一个字，就是干，干了才会有",
    "办法。",
    "　　一、情况",
    "　　港口离城不过二十里路，路却修了三年，修好以后",
    "货车一天能跑四个来回，从前只能跑两个，跑车的人",
    "都说这条路修得值，值就值在省下来的时间都是钱，",
    "有了钱就好办事。",
]


@pytest.mark.parametrize("markup", ["<div>{}</div>", "<p>{}</p>", "<td>{}</td>"])
@pytest.mark.parametrize("line_break", ["<br>", "<br>\n", "<br />\r\n"])
def test_lines_broken_at_a_width_become_paragraphs(markup: str, line_break: str) -> None:
    whole = "".join(line.replace("　　", "|") for line in WRAPPED).split("|")[1:]
    assert words(markup.format(line_break.join(WRAPPED))) == whole
    assert words(f"<pre>{chr(10).join(WRAPPED)}</pre>") == whole


def test_lines_that_are_paragraphs_stay_apart() -> None:
    lines = [
        "一、情况",
        "甲看了三处。",
        "乙看了一处，就回来了。",
        "二、启示",
        "大家说好。",
        "还要再去。",
        "就这样定了。",
    ]
    assert words("<br>".join(lines)) == lines


def test_text_is_a_paragraph_a_line_and_blocks_lie_in_it() -> None:
    document = read("<h2>甲</h2><p>乙</p><ol><li>丙</ol><h2>丁</h2><table><tr><td>戊<td>己</table>")
    assert document.text == "甲\n乙\n1. 丙\n\n丁\n戊 | 己\n"
    for block in document.blocks:
        assert document.text[block.passage.start : block.passage.end] == block.passage.text


_PIECES = (
    "甲", "乙。", " ", "\n", "a", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<h2>", "</h2>", "<table>",
    "</table>", "<tr>", "<td>", "</td>", "<ol>", "</ol>", "<ul>", "<li>", "<pre>", "</pre>", "<span>", "</span>", "<",
    "&", "&nbsp;", "&amp", "<a href=x>", "</a>", "<center>", "</center>", "<section>", "</body>", "</html>", "<q",
    "<blockquote>", "<![if x]>", "</", "<ruby>", "<dl>", "<dd>", "<form>", "<font size=7>", "<p style='a:b'>",
)  # fmt: skip


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_no_character_is_lost_however_broken_the_markup(pieces: list[str]) -> None:
    document = read("".join(["首<p>", *pieces]))
    shown = "".join(block.passage.text for block in document.blocks)
    cut = next((place for place, piece in enumerate(pieces) if piece in ("<", "<q", "</", "<![if x]>")), len(pieces))
    expected = "".join(piece for piece in pieces[:cut] if piece in ("甲", "乙。", "a"))
    assert [char for char in shown if char in "甲乙。a"][: len(expected)] == list(expected)
    at = 0
    for block in document.blocks:
        assert block.passage.text == document.text[block.passage.start : block.passage.end]
        assert block.passage.text.strip() == block.passage.text != ""
        assert block.passage.start >= at
        at = block.passage.end
