"""The arithmetic of the scores, on reports and trees small enough to count by hand."""

from pathlib import Path

import pytest

from tests.benchmarks import __main__ as program
from tests.benchmarks import score_table
from tests.benchmarks.harness import MeasureError
from tests.benchmarks.scoring import Match, Score, aligned, score, tiles, uncovered
from tests.structure.trees import parse_tree
from tourview.report import Figure, Kind, Notice, Passage, Report, Section, Source, Span

_TEXT = "报告\n一、概况\n有15个园区。\n二、差距：\n少。\n"


def _passage(start: int, end: int) -> Passage:
    return Passage(_TEXT[start:end], ((0, start),))


def _chapter(number: int, heading: Span, body: list[Span], span: Span, kind: Kind | None) -> Section:
    paragraphs = tuple(_passage(*paragraph) for paragraph in body)
    label = _TEXT[span[0] : heading[0]]
    return Section(str(number), str(number), label, _passage(*heading), 1, kind, paragraphs, span, span[1])


def _report(figures: tuple[Figure, ...] = (), notices: tuple[Notice, ...] = ()) -> Report:
    sections = (
        Section("0", "0", "", None, 1, None, (), (0, 3), 3),
        _chapter(1, (5, 7), [(8, 15)], (3, 16), Kind.BACKGROUND),
        _chapter(2, (18, 20), [(22, 24)], (16, 25), Kind.GAP),
    )
    return Report("报告", _TEXT, "zh", Source("a.txt", ""), sections, figures=figures, notices=notices)


_STATED = "title: 报告\n  0 - |\n  1 background 一、|概况\n  2 gap 二、|差距\n"


def _score(stated: str, figures: tuple[Figure, ...] = (), notices: tuple[Notice, ...] = ()) -> Score:
    return score(_report(figures, notices), parse_tree(stated))


def test_a_report_that_is_as_its_tree_states_is_exact() -> None:
    found = _score(_STATED)
    assert found.exact
    assert (found.headings, found.levels, found.kind_accuracy, found.coverage) == (Match(2, 2, 2), Match(2, 2, 2), 1, 1)
    assert (found.figures, found.notices) == (None, None)


def test_a_heading_counts_where_it_stands_with_its_label_and_words() -> None:
    assert _score(_STATED.replace("二、|差距", "三、|差距")).headings == Match(2, 2, 1)
    assert _score(_STATED.replace("差距", "差 距")).headings.f1 == 1
    moved = _score("title: 报告\n  0 - |\n  1 gap 二、|差距\n  2 background 一、|概况\n")
    assert moved.headings == Match(2, 2, 1)


def test_a_level_counts_where_the_heading_does() -> None:
    deeper = _score("title: 报告\n  0 - |\n  1 background 一、|概况\n    1.1 gap 二、|差距\n")
    assert (deeper.headings.f1, deeper.levels) == (1, Match(2, 2, 1))
    assert deeper.differences == ("~ 1.1 gap 二、|差距    read at 2",)


def test_kinds_are_compared_where_the_heading_was_found_and_may_be_two() -> None:
    other = _score(_STATED.replace("2 gap", "2 lesson"))
    assert other.kinds == (("background", "background"), ("lesson", "gap"))
    assert other.kind_accuracy == 0.5
    assert _score(_STATED.replace("2 gap", "2 lesson/gap")).exact
    assert _score(_STATED.replace("2 gap", "2 -")).kinds[1] == ("-", "gap")
    assert _score("title: 报告\n  0 - |\n  1 gap 甲、|乙\n").kind_accuracy is None


def test_differences_are_told_in_reading_order() -> None:
    found = _score("title: 总结\n  0 - |\n  1 background 一、|概况\n  2 lesson 二、|启示\n  3 gap 三、|差距\n")
    assert found.differences == (
        "title: 总结",
        "  read as: 报告",
        "- 2 lesson 二、|启示",
        "- 3 gap 三、|差距",
        "+ 2 gap 二、|差距",
    )


def _figure(text: str, value: float, unit: str) -> Figure:
    return Figure("1", text, value, unit, None, (9, 12))


@pytest.mark.parametrize(
    ("stated", "figure", "same"),
    [
        ("15个 | 15 | 个", ("15个", 15, "个"), 1),
        ("15个 | 15 | 个", ("１５个", 15, "个"), 1),
        ("15个 | 15 | 个", ("15个", 1.5, "个"), 0),
        ("15个 | 15 | 个", ("15", 15, "个"), 0),
        ("15个 | 15 | 个", ("15个", 15, "家"), 0),
        ("近70亿元 | 7000000000 | 元 | 近", ("70亿元", 7e9, "元"), 1),
        ("5%以上 | 5 | % | 以上", ("5%", 5, "%"), 1),
        ("3.5个百分点 | 3.5 | 百分点", ("3.5个百分点", 3.5, "个百分点"), 1),
        ("由二层升为五层 | 2 | 层 |  | 5", ("由二层升为五层", 2, "层"), 1),
    ],
)
def test_a_figure_is_its_value_unit_and_text(stated: str, figure: tuple[str, float, str], same: int) -> None:
    found = _score(f"{_STATED}figures:\n  {stated}\n", (_figure(*figure),))
    assert found.figures == Match(1, 1, same)
    assert found.exact == bool(same)


def test_figures_missed_and_invented_count_against_recall_and_precision() -> None:
    found = _score(f"{_STATED}figures:\n  15个 | 15 | 个\n  3条 | 3 | 条\n", (_figure("15个", 15, "个"),) * 3)
    assert found.figures == Match(expected=2, found=3, same=1)
    assert found.figures.recall == 0.5
    assert found.figures.precision == pytest.approx(1 / 3)
    assert found.differences == ("- figure 3条 = 3 条", "+ figure 15个 = 15 个", "+ figure 15个 = 15 个")


def test_chrome_notices_are_compared_line_by_line() -> None:
    chrome = Notice("1", "chrome", "报告\n一、概况", (0, 7))
    pairing = Notice("2", "pairing", "“", (22, 23))
    stated = f"{_STATED}notices:\n  chrome 报告\n  chrome 一、概况\n  pairing “\n"
    assert _score(stated, notices=(pairing, chrome)).notices == Match(3, 3, 3)
    assert _score(f"{_STATED}notices:\n", notices=(pairing,)).notices == Match(0, 1, 0)
    assert _score(f"{_STATED}notices:\n").notices == Match(0, 0, 0)


def test_what_stands_in_no_field_is_not_covered() -> None:
    first, second, third = _report().sections
    bare = _chapter(1, (5, 7), [], (3, 16), None)
    report = Report("报告", _TEXT, "zh", Source("a.txt", ""), (first, bare, third))
    assert uncovered(report) == ["有15个园区"]
    assert tiles(report)
    assert not tiles(Report("报告", _TEXT, "zh", Source("a.txt", ""), (first, second)))
    assert uncovered(_report()) == []


def test_shares_of_nothing() -> None:
    nothing = Match(0, 0, 0)
    assert (nothing.recall, nothing.precision, nothing.f1) == (1, 1, 1)
    assert (Match(2, 0, 0).precision, Match(0, 2, 0).recall, Match(2, 0, 0).f1) == (1, 1, 0)


def test_two_rows_are_aligned_by_the_most_that_is_common() -> None:
    assert aligned("abcd", "xbdc") == [(1, 1), (3, 2)]
    assert aligned("aab", "ab") == [(0, 0), (2, 1)]
    assert aligned("", "ab") == []


@pytest.mark.parametrize(
    "stated",
    ["  1 gap 一、|甲\n", "title: 甲\n  1 gap 一、甲\n", "title: 甲\n  1.1 gap 一、|甲\n", "title: 甲\n 1 - |\n"],
)
def test_a_tree_that_cannot_be_read_says_where(stated: str) -> None:
    with pytest.raises(ValueError, match=r"no title|no section|indented"):
        parse_tree(stated)


def _folder(tmp_path: Path, **trees: str) -> Path:
    for name, stated in trees.items():
        (tmp_path / f"{name}.txt").write_text(_TEXT, "utf-8")
        (tmp_path / f"{name}.txt.tree").write_text(stated, "utf-8")
    return tmp_path


def test_the_table_has_a_line_a_sample_the_means_and_the_goals(tmp_path: Path) -> None:
    folder = _folder(tmp_path, good=_STATED, poor=_STATED.replace("2 gap 二、|差距", "2 gap 二、|打算"))
    scored = score_table.scores(folder)
    assert score_table.means(scored)["headings F1"] == 0.75
    assert not score_table.goals_kept(scored)
    lines = [line.split() for line in score_table.told(scored).splitlines()]
    assert lines[2] == ["good.txt", "1", "1", "1", "1", "exact"]
    assert lines[3] == ["poor.txt", "0.500", "0.500", "1", "1"]
    assert lines[4][:4] == ["mean", "0.750", "0.750", "1"]
    assert lines[5][-1] == "MISSED"
    assert "- 2 gap 二、|打算" not in score_table.told(scored)
    assert "      - 2 gap 二、|打算" in score_table.told(scored, verbose=True).splitlines()


def test_a_number_is_never_rounded_up_to_one(tmp_path: Path) -> None:
    many = "".join(f"  {number} gap {number}、|甲{number}\n" for number in range(1, 4000))
    (tmp_path / "a.txt").write_text("甲\n", "utf-8")
    (tmp_path / "a.txt.tree").write_text(f"title: 甲\n{many}", "utf-8")
    shown = score_table.told(score_table.scores(tmp_path))
    assert "0.000" in shown


def test_a_file_that_cannot_be_opened_scores_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "a.txt.tree").write_text(_STATED, "utf-8")
    scored = score_table.scores(tmp_path)
    assert scored["a.txt"].headings.f1 == 0
    assert "could not be opened" in score_table.told(scored)


def test_a_folder_without_samples_or_with_a_bad_tree_says_so(tmp_path: Path) -> None:
    with pytest.raises(MeasureError, match="no sample"):
        score_table.scores(tmp_path)
    with pytest.raises(MeasureError, match="is called b"):
        score_table.scores(_folder(tmp_path, a=_STATED), "b")
    with pytest.raises(MeasureError, match=r"a\.txt\.tree: no title"):
        score_table.scores(_folder(tmp_path, a="x\n"))


def test_one_sample_is_shown_with_what_is_not_as_stated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _folder(tmp_path, good=_STATED, poor=_STATED.replace("差距", "打算"))
    assert program.main(["--samples", str(folder), "--show", "poor"]) == 1
    assert "- 2 gap 二、|打算" in capsys.readouterr().out
    assert program.main(["samples", "--samples", str(folder), "--show", "good.txt"]) == 0
    assert "1 of 1 exact" in capsys.readouterr().out
    assert program.main(["--samples", str(folder), "--show", "none"]) == 1
