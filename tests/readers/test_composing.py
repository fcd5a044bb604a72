"""The text of a report that comes without."""

import pytest

from tourview.readers.stated.composing import compose, unfolded
from tourview.readers.stated.drafts import Draft


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("园区\n开发", "园区开发"),
        ("园区  \n\n  开发\n", "园区开发"),
        ("two\nwords", "two words"),
        ("用\n3 days", "用 3 days"),
        ("。\r\n新", "。新"),
        ("  a  b ", "a  b"),
        ("", ""),
    ],
)
def test_unfolded(text: str, line: str) -> None:
    assert unfolded(text) == line


def test_unfolding_is_linear() -> None:
    assert len(unfolded("字" + " " * 1_000_000 + "字")) == 1_000_002


def test_without_a_title_the_first_chapter_starts_the_text() -> None:
    text, sections = compose("", [Draft("一、", "概况", None, ("一段。",))])
    assert text == "一、概况\n一段。\n"
    assert [(s.ref, s.span) for s in sections] == [("1", (0, len(text)))]


def test_a_heading_that_ends_in_a_mark_gets_no_second_one() -> None:
    text, _sections = compose("", [Draft("一是", "为什么慢？", None, ("因为远。",))])
    assert text == "一是为什么慢？因为远。\n"
