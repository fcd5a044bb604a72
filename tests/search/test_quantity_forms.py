"""Quantities found however they are written."""

from pathlib import Path

import pytest

from tourview.open import open_text
from tourview.report import Report
from tourview.search import find, parse
from tourview.search.folded import CHUNK
from tourview.search.index import Index, Stamp
from tourview.search.quantity_forms import forms_of, pattern_of, written


def report(*lines: str) -> Report:
    return open_text("关于园区的报告\n\n一、启示\n" + "".join(f"{line}\n" for line in lines))


def found(query: str, *lines: str) -> list[str]:
    opened = report(*lines)
    return [opened.text[start:end] for start, end in find(opened, query).spans]


@pytest.mark.parametrize(
    ("query", "written_so"),
    [
        ("102万", ["1020000", "1,020,000", "102 万", "102.0万", "一百零二万", "一百〇二万", "102余万", "１０２万"]),
        ("1020000", ["102万", "1,020,000", "1.02 million", "1020 thousand"]),
        ("1,020,000平方米", ["102万平方米", "102 万平方米", "一百零二万平方米", "102多万平方米"]),
        ("1.5亿元", ["1.50亿元", "15000万元", "15,000 万元", "一点五亿元", "一亿五千万元", "150000000元"]),
        ("20亿元", ["2000000000元", "二十亿元", "两十亿元", "20多亿元"]),
        ("3%", ["3％", "3 %", "3.0%", "百分之三", "百分之3", "3 percent", "3 per cent"]),
        ("百分之三", ["3%", "百分之3"]),
        ("12.5%", ["百分之十二点五", "12.50％"]),
        ("3年", ["三年", "3 年", "3多年", "三年多"]),
        ("三年", ["3年"]),
        ("2个", ["两个", "二个"]),
        ("十五个", ["15个", "一十五个", "15 个"]),
        ("20 million yuan", ["20,000,000 yuan", "20 million yuan", "0.02 billion yuan"][:2]),
    ],
)
def test_a_quantity_is_found_in_every_form(query: str, written_so: list[str]) -> None:
    for form in written_so:
        assert len(found(query, f"建成{form}，再建。")) == 1, form


@pytest.mark.parametrize(
    ("query", "otherwise"),
    [
        ("102万", ["31020000", "1020000.5", "1020000亿", "五百一百零二万", "2,1020000", "一百零二", "第1020000"]),
        ("3%", ["百分之三十", "百分之三点五", "百分之3.5", "三成", "三个百分点"]),
        ("百分之三", ["13%", "0.3%", "30%"]),
        ("三年", ["13年", "第3年", "1.3年", "2,3年"]),
        ("3年", ["十三年", "第三年", "数三年"]),
        ("15", ["十五"]),
        ("三", ["3年"]),
        ('"3%"', ["百分之三"]),
        ("一方面", ["1方面"]),
    ],
)
def test_another_quantity_is_none(query: str, otherwise: list[str]) -> None:
    for form in otherwise:
        assert not found(query, f"建成{form}，再建。"), form


def test_what_is_typed_is_counted_once() -> None:
    assert found("102万", "102万、102万平方米、1020000平方米。") == ["102万", "102万", "1020000"]


def test_an_exclusion_is_one_of_every_form() -> None:
    opened = report("一是快。百分之三。", "二是稳。百分之四。")
    assert [hit.section.ref for hit in find(opened, "百分之 -3%").hits] == ["1.2"]


@pytest.mark.parametrize("query", ["园区", "102万州", "¥30", "万元", "0", "2014-07", "3.2.1", "12:30", "102", "1,02"])
def test_what_is_no_quantity_has_no_other_form(query: str) -> None:
    (term,) = parse(query).terms
    assert not forms_of(term)
    assert pattern_of(term) is None


@pytest.mark.parametrize("shift", [*range(-6, 3), 100])
def test_forms_are_found_over_the_portions_a_text_is_looked_through_in(shift: int) -> None:
    (term,) = parse("102万平方米").terms
    pattern = pattern_of(term)
    assert pattern is not None
    text = "园" * (CHUNK + shift) + "1,020,000平方米。91020000平方米"
    begin = CHUNK + shift
    told: list[int] = []
    assert list(written(text, pattern, ((0, len(text)),), told.append)) == [(begin, begin + 12)]
    assert sum(told) == len(text)


def test_nothing_beyond_a_stretch_is_seen() -> None:
    (term,) = parse("3年").terms
    pattern = pattern_of(term)
    assert pattern is not None
    assert list(written("第三年", pattern, ((0, 1), (1, 3)), lambda _count: None)) == [(1, 3)]
    assert not list(written("三年", pattern, ((0, 1), (1, 2)), lambda _count: None))


LINES = (
    "一是面积102万平方米。",
    "二是投资1.5亿元，增长百分之三。",
    "三是3年1,020,000平方米。",
    "四是三年、15000万元、3％。",
)


@pytest.mark.parametrize(
    "query", ["102万", "1020000平方米", "1.5亿元", "3%", "三年", "-3%", "3年 OR 3%", "增长 3%", '"3%"']
)
def test_a_library_finds_what_its_reports_have(tmp_path: Path, query: str) -> None:
    opened = report(*LINES)
    index = Index(None)
    index.put(tmp_path / "a.txt", Stamp(1, 1), "0", opened)
    by_index = index.search(query, limit=None)
    by_report = find(opened, query)
    assert {(hit.ref, tuple(hit.spans)) for hit in by_index.hits} == {
        (hit.section.ref, tuple(hit.spans)) for hit in by_report.hits
    }
    assert by_index.total == by_report.total
