"""Paragraphs laid out in lines."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.real_reports import real, real_paths
from tests.typeset.samples import paragraphs, sample_paragraphs
from tourview.typeset import break_offsets, cell_width, visible, wrap, wrap_iter

_CLOSING = tuple("。，、；：？！）》」』”’…】〕〉,.;:?!)]}%·")
_OPENING = tuple("（《「『“‘【〔〈([{")
_NUMBER_AND_UNIT = re.compile(
    r"(?<![A-Za-z0-9.,])(?:"
    r"(?:US\$|RMB|EUR) ?\d[\d.,]*(?: (?:million|billion))?"
    r"|\d(?:[\d.,]*\d)? ?(?:million|billion|percent|hectares|km²|kWh|km|kV|MW|months?|days|hours|people|[%℃])(?![a-z])"
    r"|第?\d(?:[\d.,]*\d)? ?[多余几]?[十百千万亿]*[多余几]?"
    r"(?:平方公里|平方米|公里|个百分点|个工作日|小时|千瓦时|个|名|人|户|家|项|件|处|座|天|年|月|日|次|条|批|亩|吨|元|分|份|列)?"
    r"|第?[一二三四五六七八九十百千万亿]+(?:平方公里|平方米|公里|个|名|户|层|项|件|次|条|批|亩|吨|元)"
    r")"
)
_BLANKS = re.compile(r"[\s\u200b]+")


def lines(text: str, width: int, first: int = 0, rest: int = 0) -> list[str]:
    """What is drawn for each line."""
    return [visible(text[start:end]) for start, end in wrap(text, width, first=first, rest=rest)]


def check(text: str, width: int, first: int = 0) -> None:
    """Holds the promises of a layout: nothing lost, nothing too wide, no mark or number astray."""
    spans = wrap(text, width, first=first)
    assert _BLANKS.sub("", "".join(text[start:end] for start, end in spans)) == _BLANKS.sub("", text)
    numbers = [found.span() for found in _NUMBER_AND_UNIT.finditer(text) if cell_width(found[0]) <= width]
    for row, (start, end) in enumerate(spans):
        line = text[start:end]
        assert cell_width(line) <= width - (0 if row else first)
        assert not text[:start].strip() or not line.startswith(_CLOSING), line
        assert not text[end:].strip() or not line.endswith(_OPENING), line
        assert not any(a < start < b for a, b in numbers), f"{text[max(0, start - 8) : start]}|{line}"


@pytest.mark.parametrize("width", range(20, 121))
def test_samples_keep_every_promise_at_any_width(width: int) -> None:
    for paragraph in sample_paragraphs():
        check(paragraph, width)
        check(paragraph, width, first=4)


@real
def test_real_reports_keep_every_promise() -> None:
    for path in real_paths():
        for paragraph in paragraphs(path):
            for width in (20, 21, 47, 80, 120):
                check(paragraph.strip(), width)


def test_lines_are_as_full_as_the_breaks_allow() -> None:
    for paragraph in sample_paragraphs():
        offsets = list(break_offsets(paragraph))
        for (start, end), (following, _) in zip(spans := wrap(paragraph, 40), spans[1:], strict=False):
            later = next(offset for offset in offsets if offset > following)
            assert cell_width(paragraph[start:later].rstrip()) > 40, paragraph[start:end]


def test_indents() -> None:
    assert lines("汉" * 10, 12, first=4, rest=2) == ["汉" * 4, "汉" * 5, "汉"]
    assert lines("汉字", 2, first=4) == ["汉", "字"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        (" \n ", 10, [""]),
        ("  汉字  ", 10, ["汉字"]),
        ("汉字 ", 4, ["汉字"]),
        ("one two", 3, ["one", "two"]),
        ("one   two", 7, ["one", "two"]),
        ("one   two", 9, ["one   two"]),
        ("汉字\n汉字", 6, ["汉字\u200b汉", "字"]),
        ("one\ntwo", 7, ["one two"]),
        ("汉字。", 4, ["汉", "字。"]),
        ("面积548多万平方米", 14, ["面积", "548多万平方米"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("abcdef。", 6, ["abcde", "f。"]),
        ("20 million hectares", 12, ["20 million", "hectares"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("🇨🇳🇯🇵", 3, ["🇨🇳", "🇯🇵"]),
        ("汉", 1, ["汉"]),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_line_without_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="0 cells"):
        wrap("汉", 0)


_MIXED = st.text(alphabet="汉字一二年个万5. ,a(“”)—…·\n\u3000\u200b\t/", max_size=80)
_CLUSTERS = st.text(alphabet="汉a ❤\ufe0f\u200d\U0001f468\U0001f3fd\U0001f1e8\u0301\u20e3(", max_size=20)


@given(st.text(max_size=80) | _MIXED | _CLUSTERS, st.integers(1, 30), st.integers(0, 6), st.integers(0, 6))
@settings(derandomize=True, max_examples=600)
def test_any_text_at_any_width(text: str, width: int, first: int, rest: int) -> None:
    spans = wrap(text, width, first=first, rest=rest)
    drawn = visible(text)
    position = 0
    for row, (start, end) in enumerate(spans):
        assert not drawn[position:start].replace("\u200b", "").strip(), "only blanks lie between lines"
        room = max(1, width - (rest if row else first))
        assert cell_width(drawn[start:end]) <= room or _graphemes(drawn[start:end]) == 1
        position = end
    assert not drawn[position:].replace("\u200b", "").strip()
    assert all(start < end for start, end in spans) or spans == [(0, 0)]


def _graphemes(text: str) -> int:
    """The number of characters that take room, a joined sequence counting as one."""
    return sum(1 for mark in re.sub("\u200d.", "", text, flags=re.DOTALL) if cell_width(mark))


def test_a_long_paragraph_is_laid_out_as_its_stretches_are() -> None:
    text = "，".join(sample_paragraphs()) * 8
    offsets = set(break_offsets(text))
    spans = wrap(text, 76)
    assert len(text) > 50_000
    assert all(cell_width(text[start:end]) <= 76 for start, end in spans)
    assert all(start in offsets for start, _ in spans[1:])


@pytest.mark.parametrize(
    "unit", ["a", "汉", " ", "\u0301", "a ", "（", "）", "1", "一", "“", "\n", "\u200d", "https://a/"]
)
def test_monotonous_text_of_any_length_is_laid_out(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    spans = wrap(text, 33)
    assert _BLANKS.sub("", "".join(text[start:end] for start, end in spans)) == _BLANKS.sub("", text)


def test_the_first_line_comes_before_the_rest_is_measured() -> None:
    assert next(wrap_iter("汉" * 20_000_000, 80)) == (0, 40)


def test_a_line_may_be_wider_than_a_window() -> None:
    assert wrap("汉字 " * 30_000, 1_000_000) == [(0, 89_999)]
