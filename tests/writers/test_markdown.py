"""A report as Markdown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.open import open_bytes
from tourview.readers.markdown.reading import read_markdown
from tourview.readers.stated.composing import compose
from tourview.readers.stated.drafts import Draft
from tourview.report import Passage, Report, Section, Source
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


def made_of(paragraph: str) -> Report:
    """A report of one section with one paragraph, which may have line breaks in it."""
    passages = (Passage(paragraph, ((0, 7),)),)
    section = Section("1", "a", "", Passage("启示", ((0, 4),)), 1, None, passages, (4, 7 + len(paragraph)), 99)
    return Report("报告", f"报告\n\n启示\n{paragraph}", "zh", Source("a", ""), (section,))


def test_a_line_break_in_a_paragraph_stays_one() -> None:
    report = made_of("Plan ahead\n- then build\n\n  2. not a list\n# nor a heading\n---")
    lines = ["Plan ahead", "\\- then build", "2\\. not a list", "\\# nor a heading", "\\---"]
    assert write(report, "md") == "# 报告\n\n## 启示\n\n" + "\n".join(lines) + "\n"


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(_MARKED.map(str.split).map(" ".join), min_size=2, max_size=4))
def test_no_line_of_a_paragraph_becomes_a_mark(lines: list[str]) -> None:
    blocks = read_markdown(write(made_of("\n".join(lines)), "md").encode(), "a.md").blocks
    assert [block.depth for block in blocks[:2]] == [1, 2]
    assert all(block.depth is None for block in blocks[2:])
    words = "".join(block.passage.text for block in blocks[2:])
    assert "".join(words.split()) == "".join("".join(lines).split())
