"""Which line of a page goes on the one before it."""

import pytest

from tourview.readers.pdf.measure import measure
from tourview.readers.pdf.page import Line
from tourview.readers.pdf.paragraphs import Paragraph, paragraphs_of

WIDTH = 595.0
RIGHT = 490.0  # where full lines end
HAN = "岸上的吊机一共十二台每台都有编号和名字写在腿上"


def line(text: str, number: int, left: float = 90, right: float = RIGHT, **other: float) -> Line:
    """The line so many below the top of page 1, or of the page given."""
    page = int(other.get("page", 0))
    return Line(text, left, right, 100 + 24 * number, other.get("size", 16), int(other.get("weight", 0)), page)


def joined(*lines: Line) -> list[str]:
    return [paragraph.text for paragraph in all_of(*lines)]


def all_of(*lines: Line) -> list[Paragraph]:
    # What is usual is told by running text, which follows on a page of its own.
    usual = [line(HAN, number, 122 if number % 4 == 0 else 90, page=9) for number in range(12)]
    pages = [[one for one in lines if one.page == page] for page in range(3)]
    return list(paragraphs_of(pages, set(), measure([*lines, *usual], WIDTH)))


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("到港口看了吊机，共计", "12台，都在转。", "到港口看了吊机，共计12台，都在转。"),
        ("这个平台是在二〇一九年、也就是20", "19年建的。", "这个平台是在二〇一九年、也就是2019年建的。"),
        ("统计口径为GDP", "的三个部分。", "统计口径为GDP的三个部分。"),
        ("他们说这叫“", "一张图”。", "他们说这叫“一张图”。"),
        ("They load at night and rest", "by day.", "They load at night and rest by day."),
        ("They load and un-", "load by day.", "They load and unload by day."),
        ("It ran from 2019-", "2021 without a stop.", "It ran from 2019-2021 without a stop."),
        ("The well-known and well-", "known port.", "The well-known and well-known port."),
        ("We met the Anglo-", "Dutch crew.", "We met the Anglo-Dutch crew."),
    ],
)
def test_what_stands_between_two_lines(first: str, second: str, text: str) -> None:
    assert joined(line(first, 0), line(second, 1, right=300)) == [text]


def test_short_line_ends_its_paragraph() -> None:
    assert joined(line("到此为止。", 0, right=200), line("再说别的", 1)) == ["到此为止。", "再说别的"]


def test_indent_begins_a_paragraph() -> None:
    assert joined(line(HAN, 0), line("再说别的。", 1, 122)) == [HAN, "再说别的。"]


@pytest.mark.parametrize("date_left", [458, 300])
def test_who_signed_and_when_stand_on_lines_of_their_own_at_the_right(date_left: float) -> None:
    parts = line("末行。", 0, right=200), line("市港口局", 1, 426), line("2024年6月20日", 2, date_left)
    assert joined(*parts) == ["末行。", "市港口局", "2024年6月20日"]


def test_line_of_heading_type_stands_alone() -> None:
    assert joined(line(HAN + "。", 0), line("大标题", 1, right=200, size=22)) == [HAN + "。", "大标题"]


def test_gap_parts_paragraphs() -> None:
    assert joined(line(HAN, 0), line(HAN, 2)) == [HAN, HAN]


def test_item_with_a_hanging_indent_is_one() -> None:
    parts = line("1. " + HAN, 0), line(HAN, 1, 110), line("末行。", 2, 110, 200)
    assert joined(*parts) == ["1. " + HAN + HAN + "末行。"]


def test_bullet_begins_an_item() -> None:
    assert joined(line("• " + HAN, 0), line("• " + HAN, 1)) == ["• " + HAN, "• " + HAN]


def test_paragraph_goes_on_at_the_top_of_the_next_page() -> None:
    assert joined(line(HAN, 20), line("末行。", 0, right=200, page=1)) == [HAN + "末行。"]


def test_note_stands_after_the_paragraph_that_goes_on_over_it() -> None:
    parts = line(HAN, 20), line("① 注释一条", 22, right=200, size=10), line("末行。", 0, right=200, page=1)
    assert joined(*parts) == [HAN + "末行。", "① 注释一条"]


@pytest.mark.parametrize(
    ("text", "other", "prominent"),
    [
        ("我们的差距", {"weight": 2.0}, True),
        ("我们的差距", {"size": 20.0}, True),
        ("我们的差距", {}, False),
        ("——12——", {"weight": 2.0}, False),
        ("很长" * 31, {"weight": 2.0}, False),
    ],
)
def test_headings_are_prominent(text: str, other: dict[str, float], prominent: bool) -> None:
    assert all_of(line(text, 0, right=200, **other))[0].prominent is prominent
