"""Web pages: the article found on them, nothing of it lost, the site around it left out."""

import pytest

from tests.readers.pages import PROSE, chrome, read, words

NAVIGATION = '<div class="nav"><a href="a">首页</a><a href="b">要闻</a></div>'
FOOTER = '<div class="footer"><p>主办：某县人民政府办公室，承办：某中心，电话：000。</p></div>'


def site(article: str) -> str:
    return f"<html><body>{NAVIGATION}{article}{FOOTER}</body></html>"


@pytest.mark.parametrize(
    "article",
    [
        '<div class="TRS_Editor">{}</div>',
        '<div id="zoom"><div>{}</div></div>',
        "<article><div>{}</div></article>",
        "<div><div><div>{}</div></div></div>",
        "<table><tr><td><a href=1>要闻</a></td><td>{}</td></tr></table>",
        '<div itemprop="articleBody">{}</div>',
        "{}",
    ],
)
def test_site_around_is_left_out(article: str) -> None:
    paragraphs = f"<p>一、情况</p><p>{PROSE}</p><p>二、启示</p><p>{PROSE}</p><p>短。</p>"
    assert words(site(article.format(paragraphs)))[-5:] == ["一、情况", PROSE, "二、启示", PROSE, "短。"]
    assert "承办" not in read(site(article.format(paragraphs))).text


@pytest.mark.parametrize(
    "article",
    [
        '<div class="part1"><p>{0}</p></div><div class="part2"><p>{1}</p></div>',
        '<div class="content"><p>{0}</p></div><div><p>{1}</p></div>',
        '<div class="TRS_Editor"><p>{0}</p></div><div class="TRS_Editor"><p>{1}</p></div>',
        "<div><div>{0}</div></div><div>{1}</div>",
        "{0}<br>{1}",
        "<table><tr><td>{0}</td></tr><tr><td>{1}</td></tr></table>",
        "<p>{0}</p><div><p>{1}</p></div>",
        '<div class="sidebar-left"><p>{0}</p><p>{1}</p></div>',
        '<div class="comment"><p>{0}</p><p>{1}</p></div>',
    ],
)
@pytest.mark.parametrize("short_last", [True, False])
def test_article_in_several_parts_is_kept_whole(article: str, short_last: bool) -> None:
    parts = ["一、情况。" + PROSE * 8, "二、打算。" + PROSE]
    shown = words(site(article.format(*(parts if short_last else parts[::-1]))))
    assert set(parts) <= set(shown)


def test_page_without_prose_is_kept_whole() -> None:
    assert words("<ul><li><a href=a>甲</a></li><li><a href=b>乙</a></li></ul><p>丙</p>") == ["甲", "乙", "丙"]


def test_headings_beside_one_long_paragraph_are_kept() -> None:
    article = f"<div><p class=h>一、情况</p><p class=t>{PROSE * 20}</p><p class=h>二、启示</p></div>"
    assert words(site(article)) == ["一、情况", PROSE * 20, "二、启示"]


def test_named_article_is_told_from_other_prose() -> None:
    article = f'<div id="content"><p>一、情况</p><p>{PROSE * 4}</p></div><div class="x"><p>{PROSE}</p></div>'
    assert words(site(f'<div class="main">{article}</div>')) == ["一、情况", PROSE * 4]


def test_buttons_within_the_article_are_chrome() -> None:
    share = '<div class="share"><span>分享到：</span><a href="#">微信</a></div>'
    links = '<p><a href="1">上一篇：某事</a> <a href="2">下一篇：某人</a></p>'
    document = read(site(f'<div id="zoom"><p>甲。{PROSE}</p>{share}<p>乙。{PROSE}</p>{links}<p>丙。{PROSE}</p></div>'))
    assert chrome(document) == ["分享到：微信", "上一篇：某事 下一篇：某人"]
    assert [block.passage.text for block in document.blocks] == ["甲。" + PROSE, "乙。" + PROSE, "丙。" + PROSE]


def test_link_within_a_sentence_or_to_an_annex_is_none() -> None:
    paragraphs = [
        f'<p>见<a href="a">此处</a>。{PROSE}</p>',
        '<p><a href="b">附件：经费表.doc</a></p>',
        f"<p>{PROSE}</p>",
    ]
    document = read(site(f'<div id="zoom">{"".join(paragraphs)}</div>'))
    assert len(document.blocks) == 3
    assert document.chrome == ()


def test_first_message_of_a_forum_and_long_ones_after_it() -> None:
    messages = [PROSE, "谢谢楼主的分享，我们也要去看一看，请问那里怎么走才好？", PROSE * 10, "顶"]
    posts = "".join(
        f'<div><a href="u">某人</a><td class="t_f" id="postmessage_{n}">{m}</td></div>' for n, m in enumerate(messages)
    )
    assert words(f'<div id="postlist">{posts}</div>') == [PROSE, PROSE * 10]


def test_frame_written_out_in_the_page_is_read() -> None:
    assert words(f'<iframe srcdoc="&lt;p&gt;{PROSE}&lt;/p&gt;"></iframe>') == [PROSE]
    assert words(f'<iframe srcdoc="&lt;p&gt;广告&lt;/p&gt;"></iframe><p>{PROSE}</p>') == [PROSE]
