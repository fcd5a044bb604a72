"""Markdown: blocks with their depth, words without marks, offsets true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.readers.document import Document, Metadata
from tourview.readers.markdown.reading import read_markdown


def read(text: str) -> Document:
    return read_markdown(text.encode(), "a.md")


def words(text: str) -> list[str]:
    return [block.passage.text for block in read(text).blocks]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**粗**体与_斜_体", "粗体与_斜_体"),
        ("a **b** _c_ ***d***", "a b c d"),
        ("见[此处](http://x.y/a_(b) '题')。", "见此处。"),
        ("[b](b)b", "bb"),
        ("[a][r] b\n\n[r]: /u", "a b"),
        ("<http://x.y> z", "http://x.y z"),
        ("`a*b*` c", "a*b* c"),
        ("``a ` b``", "a ` b"),
        ("1 \\* 2", "1 * 2"),
        ("R&amp;D", "R&amp;D"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("x ![图 一](a.png) y", "x 图 一 y"),
        ("x <b>y</b> z", "x y z"),
        ("a\\\nb", "a\nb"),
        ("甲\n乙", "甲乙"),
        ("one\n  two", "one\ntwo"),
        ("[未闭合", "[未闭合"),
        ("**未闭合", "**未闭合"),
    ],
)
def test_marks_are_left_out(source: str, shown: str) -> None:
    assert words(source)[0] == shown


def test_headings_state_their_depth() -> None:
    document = read("# A #\n\nB\n===\n\n### **C** d\n\ntext\n---\n")
    assert [(block.passage.text, block.depth) for block in document.blocks] == [
        ("A", 1),
        ("B", 1),
        ("C d", 3),
        ("text", 2),
    ]


def test_long_paragraph_above_a_rule_is_no_heading() -> None:
    assert read("甲" * 200 + "\n---\n乙\n").blocks[0].depth is None


def test_lists_quotations_tables_and_code() -> None:
    text = (
        "- one\n- two\n  more\n\n3. three\n4) four\n\n> quoted\n> **twice**\n\n| a | b |\n|--|--|\n| `c` | d |\n\n"
        "```py\ncode\n\nmore\n```\n\n    indented\n    code\n\n* * *\n\n<!-- no -->\n\n<p>html</p>\n"
    )
    assert words(text) == [
        "one", "two\nmore", "3. three", "4) four", "quoted\ntwice", "a | b", "c | d", "code\n\nmore",
        "indented", "code", "<p>html</p>",
    ]  # fmt: skip


def test_rows_of_a_table_are_without_marks() -> None:
    text = "| **甲** | [乙](u) | |\n|--|--|--|\n| 丙 \\| 丁 | | `x\\|y` |\n| 戊 |\n\n> 子 | *丑*\n> --|--\n> \\* | 1\n"
    assert words(text) == ["甲 | 乙", "丙 | 丁 | | x|y", "戊", "子 | 丑", "* | 1"]


def test_only_the_items_of_outermost_lists_are_numbered() -> None:
    assert words("- 甲\n  1. 乙\n  2. 丙\n- 丁\n\n文\n\n1. 戊\n   - 己\n   3. 庚\n2. 辛\n") == [
        "甲", "乙", "丙", "丁", "文", "1. 戊", "己", "庚", "2. 辛",
    ]  # fmt: skip


def test_paragraph_a_line_as_chinese_reports_have_it() -> None:
    text = "(一)考察的项目\n贵地好。\n一是快。\n二是稳，\n又省。\n"
    assert words(text) == ["(一)考察的项目", "贵地好。", "一是快。", "二是稳，又省。"]


def test_front_matter() -> None:
    document = read("---\ntitle: \"A: 'b'\"\ndate: 2020-01-01\n---\nText\n")
    assert (document.metadata.title, document.metadata.date) == ("A: 'b'", "2020-01-01")
    assert [block.passage.start for block in document.blocks] == [document.text.index("Text")]


def test_facts_in_front() -> None:
    text = (
        '---\nDate: 2020-01-01 10:00 # then\norganization: "市\\"发改\\"局"\nparty: \'9 人\'\ntags: [x]\n'
        'destinations:\n  - 甲市\n  - "乙, 丙"\n---\n'
    )
    assert read(text + "正文").metadata == Metadata(None, '市"发改"局', "2020-01-01", "9 人", ("甲市", "乙, 丙"))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ('["a, b", "c"]', ("a, b", "c")),
        ("[甲, 'it''s']", ("甲", "it's")),
        ("甲", ("甲",)),
        ("[]", ()),
        ('"\\ud800"', ("\\ud800",)),
        ('"\\x"', ("\\x",)),
    ],
)
def test_lists_and_quotations_in_front(written: str, names: tuple[str, ...]) -> None:
    assert read(f"---\ndestinations: {written}\n---\n正文").metadata.destinations == names


def test_rule_at_the_top_is_no_front_matter() -> None:
    document = read("---\n\n正文\n\n---\n")
    assert (document.metadata.title, words("---\n\n正文\n\n---\n")) == (None, ["正文"])


def test_overlong_line_stays_as_it_is() -> None:
    line = "甲**乙**" * 20000
    assert words(f"# A\n\n{line}\n\n**b**\n") == ["A", line, "b"]


def test_portions_keep_code_and_offsets() -> None:
    text = "```\n# no heading\n```\n" + "# A\n\nb **c**\n\n" * 12000
    document = read(text)
    assert document.blocks[0].passage.text == "# no heading"
    assert len(document.blocks) == 1 + 24000
    assert [block.depth for block in document.blocks[1:5]] == [1, None, 1, None]
    last = document.blocks[-1].passage
    assert (last.text, last.start) == ("b c", document.text.rindex("b **c**"))


@pytest.mark.parametrize(
    "text", ["[" * 9000, "> " * 9000 + "a", "*a " * 9000, "- " * 900 + "a", "`" * 9000 + "a", "![" * 9000]
)
def test_pathological_markup_is_read(text: str) -> None:
    assert read(text).text == text


_PIECES = (
    "a", "甲", "乙。", " ", "\n", "\n\n", "**", "*", "_", "`", "``", "[", "](", ")", "](u)", "!", "<", ">", "<b>",
    "&amp;", "\\", "#", "# ", "- ", "1. ", "> ", "| ", "|-|", "\t", "    ",
    "```\n", "---\n", "[r]: /u\n", "\u3000", "~~", "http://x", "\u00a0", "\x0c",
)  # fmt: skip


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join).filter(lambda text: bool(text.strip())))
def test_blocks_are_slices_of_the_source(text: str) -> None:
    document = read(text)
    at = 0
    for block in document.blocks:
        passage = block.passage
        assert passage.text
        assert "".join(document.text[start:end] for start, end in passage.source_spans()) == passage.text
        spans = list(passage.source_spans())
        assert spans == sorted(spans)
        assert passage.start >= at
        at = passage.end
    letters = {char for char in text if char in "甲乙"}
    assert letters <= {char for block in document.blocks for char in block.passage.text} | set("".join(links(text)))


def links(text: str) -> list[str]:
    """What may stand in an address, a tag, a definition or after a fence and so be left out."""
    return [text] if any(mark in text for mark in ("](", "<", "[r]", "~~~", "```")) else []
