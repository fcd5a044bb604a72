"""Web pages: title, date and office, stated beside the article or below its title."""

import pytest

from tests.readers.pages import PROSE, read
from tourview.readers.document import Metadata

TITLE = "关于赴海州市学习考察的报告"
BODY = f'<div class="TRS_Editor"><p>{PROSE}</p><p>{PROSE}</p></div>'


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="ArticleTitle" content="{TITLE}"><title>某县政府网</title>',
        f'<meta property="og:title" content="{TITLE}">',
        f"<title>{TITLE}_某县人民政府</title>",
        f"<title>{TITLE} - 调研 - 某县人民政府门户网站</title>",
        f"<title>{TITLE}-某县人民政府</title>",
        f"<title>\n{TITLE} | 某网</title>",
        f"<title>{TITLE}</title>",
    ],
)
@pytest.mark.parametrize(
    "shown", ["<h1>{}</h1>", "<h2>{}</h2>", "<div class=bt><b>{}</b></div>", "<h1><a href=t>{}</a></h1>"]
)
def test_title_above_the_article_comes_first(head: str, shown: str) -> None:
    document = read(f"<html><head>{head}</head><body><div>{shown.format(TITLE)}{BODY}</div></body></html>")
    assert document.metadata.title == TITLE
    assert [block.passage.text for block in document.blocks] == [TITLE, PROSE, PROSE]
    assert document.blocks[0].depth in (1, None)


def test_title_in_two_lines_becomes_one() -> None:
    lines = "<p align=center>关于赴海州市</p><p align=center>学习考察的报告</p>"
    document = read(f"<title>{TITLE}_某县</title><div>{lines}<p>{PROSE}</p></div>")
    assert [block.passage.text for block in document.blocks] == [TITLE, PROSE]
    assert document.metadata.title == TITLE


def test_title_of_the_site_is_none_of_the_report() -> None:
    document = read(f"<title>某县政府网</title><div><h1>某县政府网</h1></div><div>{BODY}</div>")
    assert document.metadata.title is None or PROSE in document.text
    document = read(f"<div class=header><h1>某县政府网</h1></div><div><h1>{TITLE}</h1>{BODY}</div>")
    assert [block.passage.text for block in document.blocks] == [TITLE, PROSE, PROSE]


def test_title_stays_the_only_heading_of_its_depth() -> None:
    document = read(
        f"<article><h1>{TITLE}</h1><h1>情况</h1><p>{PROSE}</p><h2>过程</h2><p>{PROSE}</p></article><title>{TITLE}</title>"
    )
    assert [block.depth for block in document.blocks] == [1, 2, None, 3, None]


def test_lines_between_title_and_article() -> None:
    between = "<p>（2021年3月4日在座谈会上）</p><p>来源：某报　时间：2021-03-05 08:00　浏览次数：</p><p>2021-03-05</p>"
    document = read(f"<title>{TITLE}</title><div><h1>{TITLE}</h1>{between}{BODY}</div>")
    assert [block.passage.text for block in document.blocks][1:] == ["（2021年3月4日在座谈会上）", PROSE, PROSE]


def test_facts_stated_beside_the_article() -> None:
    head = (
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2020-5-6 10:11">'
        '<meta name="ContentSource" content="某县发展和改革局"><meta name="SiteName" content="某县人民政府门户网站">'
    )
    assert read(head + BODY).metadata == Metadata(TITLE, "某县发展和改革局", "2020-05-06")


@pytest.mark.parametrize(
    ("head", "office"),
    [
        ('<meta name="SiteName" content="某县人民政府门户网站">', "某县人民政府"),
        ('<meta property="og:site_name" content="某某论坛">', None),
        ('<meta name="ContentSource" content="某日报">', None),
        ("", None),
    ],
)
def test_only_an_office_is_the_organization(head: str, office: str | None) -> None:
    assert read(head + BODY).metadata.organization == office


@pytest.mark.parametrize(
    ("byline", "date", "office"),
    [
        ("发布时间：2019年12月3日　信息来源：市统计局", "2019-12-03", "市统计局"),
        ("来源: 某报 2019/1/2", "2019-01-02", None),
        ("时间：2019-13-40", None, None),
        ("浏览次数：20190102", None, None),
    ],
)
def test_facts_stated_below_the_title(byline: str, date: str | None, office: str | None) -> None:
    metadata = read(f"<title>{TITLE}</title><div><h1>{TITLE}</h1><p>{byline}</p>{BODY}</div>").metadata
    assert (metadata.date, metadata.organization) == (date, office)
