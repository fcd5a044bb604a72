"""The characters of a PDF as they are meant, and the lines they stand on."""

import pytest

from tourview.readers.pdf.layout import lines_of
from tourview.readers.pdf.page import Page, Rule, Run, cleaned


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("\u2f00是\u2f46向", "一是无向"),
        ("\u2ea0生", "民生"),
        ("e\ufb03cient", "efficient"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("a\0b\x0bc", "ab c"),
        ("\uf0b7 要点", "• 要点"),
        ("\U00020000\ufffd", "\U00020000\ufffd"),
        ("\ue123", "\ue123"),
        ("\u3000 正文 ", "正文"),
    ],
)
def test_cleaned(found: str, meant: str) -> None:
    assert cleaned(found) == meant


def run(text: str, left: float, baseline: float, size: float = 10, **other: bool) -> Run:
    return Run(text, left, left + size * len(text), baseline, size, 0, **other)


def words(*runs: Run, rules: tuple[Rule, ...] = ()) -> list[str]:
    return [line.text for line in lines_of(Page(600, 800, runs, rules), 0)[0]]


def test_runs_out_of_order_make_lines() -> None:
    assert words(run("丙", 50, 80), run("乙", 60, 50), run("甲", 50, 50)) == ["甲乙", "丙"]


def test_shifted_baselines_are_one_line() -> None:
    assert words(run("甲乙", 50, 50), run("①", 70, 46, 6), run("丙", 76, 50.4)) == ["甲乙①丙"]


def test_type_printed_twice_is_read_once() -> None:
    assert words(run("重描", 50, 50), run("重描", 50.4, 50)) == ["重描"]


def test_gaps_are_blanks_where_a_reader_sees_one() -> None:
    assert words(run("甲", 50, 50), run("乙", 65, 50)) == ["甲乙"]
    assert words(run("甲", 50, 50), run("乙", 75, 50)) == ["甲 乙"]
    assert words(run("ab", 50, 50), run("cd", 73, 50)) == ["ab cd"]
    assert words(run("共", 50, 50), run("23", 63, 50), run("人", 86, 50)) == ["共23人"]


def test_what_lies_aslant_comes_last() -> None:
    assert words(run("水印", 50, 40, aslant=True), run("正文", 50, 50)) == ["正文", "水印"]


def test_even_gaps_make_a_table() -> None:
    rows = [run(text, left, 50 + 15 * row) for row in range(3) for text, left in (("甲", 50), ("乙乙", 150))]
    assert words(*rows) == ["甲 | 乙乙"] * 3
    assert words(*rows[:2]) == ["甲 乙乙"]


def test_rules_make_a_table_with_cells_of_several_lines() -> None:
    rules = tuple(Rule(40, y, 240, y) for y in (30, 60, 100)) + tuple(Rule(x, 30, x, 100) for x in (40, 140, 240))
    runs = run("点位", 50, 50), run("说明", 150, 50), run("北港", 50, 80), run("长长的", 150, 75), run("说明", 150, 90)
    assert words(*runs, rules=rules) == ["点位 | 说明", "北港 | 长长的说明"]


def test_frame_around_text_is_no_table() -> None:
    rules = (Rule(40, 30, 240, 30), Rule(40, 100, 240, 100), Rule(40, 30, 40, 100), Rule(240, 30, 240, 100))
    assert words(run("框中", 50, 50), run("文字", 50, 70), rules=rules) == ["框中", "文字"]


def test_two_columns_of_cells_are_no_columns_of_text() -> None:
    rows = [run(text, left, 50 + 15 * row) for row in range(9) for text, left in (("四月三日", 50), ("五月六日", 250))]
    assert words(*rows) == ["四月三日 | 五月六日"] * 9
