"""Plain text: lines become blocks, wrapped lines become paragraphs."""

from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.trees import SAMPLES
from tourview.readers.document import Document
from tourview.readers.text.reading import read_text


def read(text: str) -> Document:
    return read_text(text.encode(), "a.txt")


def words(text: str) -> list[str]:
    return [block.passage.text for block in read(text).blocks]


def test_every_line_that_is_not_blank_is_a_block() -> None:
    assert words("甲\n\n \u3000乙丙 \u3000\n\t\n丁\u00a0") == ["甲", "乙丙", "丁"]


def test_blocks_say_where_they_stand() -> None:
    document = read("\u3000\u3000甲乙\n 丙 \n")
    assert [block.passage.runs for block in document.blocks] == [((0, 2),), ((0, 6),)]
    assert [block.depth for block in document.blocks] == [None, None]


def test_source_is_the_bytes_that_were_read() -> None:
    document = read("甲\r\n乙")
    assert document.source.name == "a.txt"
    assert document.source.sha256 == sha256("甲\r\n乙".encode()).hexdigest()
    assert document.text == "甲\n乙"


def test_wrapped_chinese_is_joined_without_blanks() -> None:
    paragraph = words((SAMPLES / "wrapped.txt").read_text("utf-8"))[1]
    assert "\n" not in paragraph
    assert "四天时间，走了" in paragraph


def test_wrapped_english_keeps_the_newline_as_its_blank() -> None:
    blocks = words((SAMPLES / "english.txt").read_text("utf-8"))
    assert blocks[1].startswith(
        "A delegation of 14 officers visited Northport and Eastvale on 3-5 June 2019 to see\nhow two"
    )
    assert blocks[2:4] == ["1. Background", "1.1 Purpose of the visit"]


def test_hanging_items_are_joined() -> None:
    line = "the committee went to see the harbour and the old mill beside the river"
    text = (
        f"{line}\n{line}\n{line}\nand back.\n\n" * 3
        + "1. we shall go to see the harbour and the old mill again in the year\n   to come.\n"
    )
    assert words(text)[-1].endswith("again in the year\nto come.")


def test_one_sentence_a_line_is_not_wrapped() -> None:
    text = (
        "今年工作做得不错。\n粮食又丰收了，比上年增长百分之三。\n路修到了村口。\n学校盖了新楼，孩子们都搬进去了。\n明年还要接着干。\n"
        * 4
    )
    assert len(words(text)) == 20


def test_long_lines_are_not_wrapped() -> None:
    text = ("甲" * 300 + "，\n" + "乙" * 300 + "\n\n") * 5
    assert len(words(text)) == 10


def test_short_list_is_not_wrapped() -> None:
    assert words("甲\n乙\n丙\n丁\n\n戊\n己\n庚\n") == list("甲乙丙丁戊己庚")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from("甲乙丙丁ab ，。“\u3000"), min_size=34, max_size=38), min_size=8, max_size=24
    ).filter(lambda rows: any(row.strip() for row in rows)),
    st.integers(1, 5),
)
def test_blocks_are_slices_of_the_source(rows: list[str], every: int) -> None:
    text = "".join(row + ("\n\n" if number % every == 0 else "\n") for number, row in enumerate(rows))
    document = read(text)
    at = 0
    for block in document.blocks:
        passage = block.passage
        assert "".join(document.text[start:end] for start, end in passage.source_spans()) == passage.text
        assert passage.text == passage.text.strip()
        assert passage.start >= at
        at = passage.end
    kept = "".join("".join(block.passage.text.split()) for block in document.blocks)
    assert kept == "".join(text.split())
