"""A report as a web page: what it holds, and that it reads back to the same tree."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.theme import Theme

from tests.structure.trees import sample
from tourview.open import open_bytes
from tourview.readers.html.reading import read_html
from tourview.readers.stated.composing import compose
from tourview.readers.stated.drafts import Draft
from tourview.report import Kind, Report, Source
from tourview.tui.themes import INK, PAPER
from tourview.typeset import visible
from tourview.writers import write

OUTLINE = """\
赴海滨新区考察报告

考察组于5月上旬成行。

一、考察的项目
海滨新区：看了码头<一期>和XX镇的园区。
临江县：看了基地 & 仓库。
二、考察的启示
一是规划先行。先有蓝图。
二是服务要快。窗口"一站"办结。
"""


class _Page(HTMLParser):
    """Sees that every element is closed in its place, and keeps elements and words in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self._open[-1], data))

    def of(self, tags: str) -> Iterator[dict[str, str | None]]:
        """The attributes of the elements of these names."""
        return (attributes for tag, attributes in self.elements if re.fullmatch(tags, tag))

    def words_in(self, tags: str) -> list[str]:
        """The words that stand in elements of these names."""
        return [words for tag, words in self.words if re.fullmatch(tags, tag)]


def tree(report: Report) -> list[tuple[str, ...]]:
    return [
        (section.ref, section.label, section.title, *(paragraph.text for paragraph in section.paragraphs))
        for section in report.reading_order
    ]


def kinds(report: Report) -> list[Kind | None]:
    return [section.kind for section in report.reading_order]


def made_of(*paragraphs: str, title: str = "报告", heading: str = "启示") -> Report:
    text, sections = compose(title, [Draft("", heading, None, paragraphs)])
    return Report(title, text, "zh", Source("a", ""), sections)


SAMPLES = (
    *("anji_counties.txt", "beekeepers.txt", "brigade_mixed.txt", "bus_routes.txt", "commerce_year.md", "columns.pdf"),
    *("congress_tour.md", "county_work.txt", "culture_flat.txt", "enclosed.txt", "english_tour.txt", "heji.txt"),
    *("english_waste.md", "harbour_cms.html", "hospitals.txt", "metro_doors.txt"),
    *("chaye.txt", "cold_chain_chapters.txt", "port_annex.txt", "tax_counter.txt", "zhengxie.txt"),
)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_reads_back_to_the_same_report(name: str) -> None:
    report = sample(name)
    again = open_bytes(write(report, "html").encode(), "again.html")
    assert again.title == report.title
    assert tree(again) == tree(report)
    assert kinds(again) == kinds(report)
    assert not [notice for notice in again.notices if notice.kind == "chrome"]


def test_the_page_shows_the_tree_with_anchors_and_kinds() -> None:
    report = open_bytes(OUTLINE.encode(), "a.txt")
    page = _Page(write(report, "html"))
    assert next(page.of("html")) == {"lang": "zh"}
    assert next(page.of("meta")) == {"charset": "utf-8"}
    assert page.words_in("title") == page.words_in("h1") == ["赴海滨新区考察报告"]
    assert page.words_in("h2") == page.words_in("a") == ["一、考察的项目", "二、考察的启示"]
    assert page.words_in("h3") == ["海滨新区", "临江县", "一是规划先行", "二是服务要快"]
    assert [link["href"] for link in page.of("a")] == ["#1", "#2"]
    assert [each["id"] for each in page.of("h[2-6]|p") if "id" in each] == [each.ref for each in report.reading_order]
    seals = [(each["class"], each["data-kind"]) for each in page.of("h[2-6]")]
    assert seals == [*[("visit", "考察点")] * 3, *[("lesson", "启示")] * 3]
    assert page.words_in("mark") == ["XX镇"]


def test_the_page_needs_nothing_beside_it() -> None:
    page = _Page(write(open_bytes(OUTLINE.encode(), "a.txt"), "html"))
    assert not list(page.of("script|link|img|iframe|object"))
    assert not [1 for _tag, attributes in page.elements for name in attributes if name in ("src", "onclick")]
    (style,) = page.words_in("style")
    assert "url(" not in style
    assert "@import" not in style


def test_an_english_page_says_so() -> None:
    page = _Page(write(sample("english_tour.txt"), "html"))
    assert next(page.of("html")) == {"lang": "en"}
    assert {each.get("data-kind") for each in page.of("h[2-6]")} <= {None, *Kind}


def test_below_the_sixth_heading_the_level_is_told() -> None:
    chain = "[{heading: 七}]"
    for heading in "六五四三二一":
        chain = f"[{{heading: {heading}, children: {chain}}}]"
    page = _Page(write(open_bytes(f"title: 报告\nsections: {chain}\n".encode(), "a.yaml"), "html"))
    levels = [(tag, each.get("aria-level")) for tag, each in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels == [*((f"h{depth}", None) for depth in range(1, 7)), ("h6", "7"), ("h6", "8")]


def test_facts_come_back() -> None:
    text = (
        "title: 报告\ndate: 2019-05-06\norganization: 市发展改革委\nsections: [{heading: 启示, paragraphs: [好。]}]\n"
    )
    report = open_bytes(text.encode(), "a.yaml")
    again = open_bytes(write(report, "html").encode(), "a.html")
    assert (again.date, again.organization) == (report.date, report.organization) == ("2019-05-06", "市发展改革委")


def test_a_report_without_chapters_has_no_contents() -> None:
    page = _Page(write(open_bytes("只有一段话，没有章节。\n".encode(), "a.txt"), "html"))
    assert not list(page.of("nav"))


def test_a_lead_in_of_nothing_but_the_title_has_its_anchor_there() -> None:
    report = open_bytes("考察报告\n\n一、启示\n先规划。\n".encode(), "a.txt")
    assert report.reading_order[0].ref == "0"
    assert next(_Page(write(report, "html")).of("h1")) == {"id": "0"}


def test_control_characters_are_shown_as_symbols() -> None:
    page = write(made_of("a\x1b[31m红\u202e色\x00"), "html")
    assert "a␛[31m红\ufffd色␀" in page
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", page) is None


_MARKED = st.text(st.sampled_from("<>&\"'/!-=;#a1字。p \t\x1b"), min_size=1, max_size=25).filter(str.strip)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(_MARKED.map(str.strip), min_size=1, max_size=4), _MARKED.map(str.split).map(" ".join))
def test_whatever_looks_like_markup_comes_back_as_words(paragraphs: list[str], heading: str) -> None:
    report = made_of(*paragraphs, heading=heading)
    page = _Page(write(report, "html"))
    assert page.words_in("h2") == page.words_in("a") == [visible(heading)]
    assert page.words_in("p") == ["\t".join(map(visible, words.split("\t"))) for words in paragraphs]


def test_blanks_in_a_row_are_kept_and_line_breaks_are_soft() -> None:
    document = read_html(write(made_of("甲  乙\t丙，丁。", "Plan ahead\nand build."), "html").encode(), "a.html")
    assert [block.passage.text for block in document.blocks][2:] == ["甲  乙\t丙，丁。", "Plan ahead and build."]


@pytest.mark.parametrize(("theme", "place"), [(PAPER, 0), (INK, 1)])
def test_the_colours_are_those_of_the_screen(theme: Theme, place: int) -> None:
    (style,) = _Page(write(made_of("好。"), "html")).words_in("style")
    block = re.findall(r":root \{([^}]*)\}", style)[place]
    stated = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))
    names = {name.removeprefix("kind-"): colour for name, colour in theme.variables.items()}
    expected = {**names, "ground": theme.background, "text": theme.foreground, "panel": theme.panel}
    assert stated == {name: {**expected, "accent": theme.accent}[name] for name in stated}
    assert {*stated, "background"} >= {kind.value for kind in Kind}
