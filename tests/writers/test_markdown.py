"""A report as Markdown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.open import open_bytes
from tourview.readers.composing import compose
from tourview.readers.drafts import Draft
from tourview.readers.markdown import read_markdown
from tourview.report import Report, Section, Source
from tourview.writers import write

OUTLINE = """\
赴海滨新区考察报告

考察组于5月上旬成行。

一、考察概况
海滨新区：看了码头*和*园区。
临江县：看了_基地_。
二、启示
一是规划先行。先有蓝图。
二是服务要快。窗口<一站>办结。
1. 列表也要留住。
三、措施
- 抓落实 #
"""


def tree(report: Report) -> list[tuple[str, str, str, list[str]]]:
    return [shape(section) for section in report.reading_order]


def shape(section: Section) -> tuple[str, str, str, list[str]]:
    return section.ref, section.label, section.title, [paragraph.text for paragraph in section.paragraphs]


def test_markdown_reads_back_to_the_same_tree() -> None:
    report = open_bytes(OUTLINE.encode(), "a.txt")
    written = write(report, "md")
    again = open_bytes(written.encode(), "a.md")
    assert again.title == report.title
    assert tree(again) == tree(report)


def test_headings_have_their_depth_and_facts_stand_in_front() -> None:
    chapters = "[{heading: 启示, label: 一、, children: [{heading: 规划, label: 一是}]}]"
    text = f"title: 报告\ndate: 2019-05\nsections: {chapters}\n"
    written = write(open_bytes(text.encode(), "a.yaml"), "md")
    assert written == '---\ndate: "2019-05"\n---\n\n# 报告\n\n## 一、启示\n\n### 一是规划\n'


_MARKED = st.text(st.sampled_from("*_`[]()<>\\&;#+-=~!|.1a字。amp "), min_size=1, max_size=25).filter(str.strip)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(_MARKED, min_size=1, max_size=4), _MARKED)
def test_whatever_looks_like_markup_comes_back_as_words(paragraphs: list[str], heading: str) -> None:
    paragraphs, heading = [" ".join(words.split()) for words in paragraphs], " ".join(heading.split())
    text, sections = compose("报告", [Draft("", heading, None, tuple(paragraphs))])
    report = Report("报告", text, "zh", Source("a", ""), sections)
    blocks = read_markdown(write(report, "md").encode(), "a.md").blocks
    assert [block.passage.text for block in blocks] == ["报告", heading, *paragraphs]
    assert [block.depth for block in blocks] == [1, 2, *(None for _words in paragraphs)]
