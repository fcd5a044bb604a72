"""Searching a library gives what opening and searching every report gives."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.building import part, report_of
from tourview.open import open_report
from tourview.report import Kind, Report
from tourview.search import find, hit_excerpt, parse
from tourview.search.folded import CHUNK
from tourview.search.index import Draft, Index, Stamp
from tourview.search.ranking import ranked

SAMPLES = Path(__file__).parents[1] / "samples"
PIECES = [
    *("招商", "引资", "园区", "園區", "|", " ", "的", "zhao", "art", "start", "，", "“", "重", "行"),
    *("102万", "102 ", "万", "一", "\n"),
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
KINDS = st.sampled_from([None, *Kind])
PARTS = st.builds(
    lambda heading, text, kind: part(heading.replace("|", "").strip(), text, kind=kind), TEXT, TEXT, KINDS
)
REPORTS = st.lists(st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: report_of(*parts)), max_size=4)
QUERIES = [
    *("招商", "的", "园区", "招商引资", "招 引", "招商 园区", '"招商 引资"', "的 -园区", "-的", "招商 OR 的"),
    *("art", "ar", "a", '"art"', "zhaoshang", "zhao", "yuanq", "zsyz", "zs", "yq", "yinhang", "zhaoshang引资"),
    *("，", "“", "102万", "102 万", "@gap", "@lesson 的", "in:1 招", "in:2", "report:题 的", "report:别处 的"),
    *("has:figure", "zs -的", "-zsyz", "zhong 的 OR art", "-zhaoshang", "引", "資園", "商引", "没有这样的词"),
    *("art OR 招商引资 -start", "shi", "xing zhao", "zs OR art", "zsyz -art"),
]
Place = tuple[str, str]
Where = list[tuple[int, int]]


def indexed(reports: Sequence[Report]) -> Index:
    index = Index(None)
    index.put_all(Draft(path_of(number), Stamp(1, 1), str(number), report) for number, report in enumerate(reports))
    return index


def path_of(number: int) -> Path:
    return Path(f"/library/{number:03}.txt")


def scanned(reports: Sequence[Report], query: str) -> dict[Place, Where]:
    """What each report, opened and searched by itself, has."""
    return {
        (str(path_of(number)), hit.section.ref): list(hit.spans)
        for number, report in enumerate(reports)
        for hit in find(report, query).hits
    }


def found(index: Index, query: str) -> dict[Place, Where]:
    result = index.search(query, limit=None)
    places = {(str(hit.entry.path), hit.ref): list(hit.spans) for hit in result.hits}
    assert len(places) == len(result.hits) == result.sections
    assert result.total == sum(map(len, places.values())) == sum(hit.count for hit in result.hits)
    assert result.complete
    return places


@settings(derandomize=True, max_examples=60, deadline=None)
@given(REPORTS)
def test_the_library_finds_what_every_report_by_itself_does(reports: list[Report]) -> None:
    index = indexed(reports)
    for query in QUERIES:
        assert found(index, query) == scanned(reports, query), query


@settings(derandomize=True, max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(QUERIES))
def test_the_best_are_the_first_of_all(reports: list[Report], query: str) -> None:
    index = indexed(reports)
    every = index.search(query, limit=None).hits
    few = index.search(query, limit=3)
    assert few.hits == every[:3]
    assert (few.complete, few.sections) == (True, len(every))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(QUERIES))
def test_a_hit_is_what_the_opened_report_has(reports: list[Report], query: str) -> None:
    for hit in indexed(reports).search(query, limit=None).hits:
        report = reports[int(hit.entry.path.stem)]
        (same,) = (other for other in find(report, query).hits if other.section.ref == hit.ref)
        section = same.section
        start, end = section.own_span
        assert (hit.text, hit.start) == (report.text[start:end], start)
        assert (hit.kind, hit.label, hit.heading) == (section.kind, section.label, section.title)
        heading = section.heading
        first = same.spans[0][0] if same.spans else -1
        assert hit.headed == (heading is not None and heading.start <= first < heading.end)
        assert hit.excerpt(12) == hit_excerpt(report, same, 12)


@pytest.mark.parametrize("name", ["headings.md", "weavers.md", "official.pdf", "columns.pdf", "word_plain.docx"])
@pytest.mark.parametrize("query", ["学习", "的", "。", "-的", "@lesson"])
def test_markup_and_furniture_show_no_more_than_in_the_opened_report(name: str, query: str) -> None:
    report = open_report(SAMPLES / name)
    hits = indexed([report]).search(parse(query), limit=None).hits
    opened = {hit.section.ref: hit for hit in find(report, query).hits}
    assert {hit.ref for hit in hits} == set(opened)
    for hit in hits:
        assert hit.excerpt(30) == hit_excerpt(report, opened[hit.ref], 30)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(REPORTS, REPORTS, st.data())
def test_what_is_removed_or_replaced_leaves_nothing_behind(
    before: list[Report], after: list[Report], data: st.DataObject
) -> None:
    index = indexed(before)
    gone = data.draw(st.sets(st.integers(0, 4)))
    index.remove(*(path_of(number) for number in gone))
    kept = {number: report for number, report in enumerate(before) if number not in gone}
    for number, report in enumerate(after):
        index.put(path_of(number + 1), Stamp(2, 2), f"new {number}", report)
        kept[number + 1] = report
    for query in QUERIES:
        expected = {
            (str(path_of(number)), hit.section.ref): list(hit.spans)
            for number, report in kept.items()
            for hit in find(report, query).hits
        }
        assert found(index, query) == expected, query
    assert index.status().reports == len(kept)


def test_one_report_is_ranked_as_when_it_is_open() -> None:
    report = report_of(
        part("甲", "园区园区"),
        part("园区规划", "乙", kind=Kind.VISIT),
        part("园区", "丙"),
        part("丁", "园区", kind=Kind.GAP),
        part("戊", "园区yuanqu", kind=Kind.LESSON),
    )
    index = indexed([report])
    for query in ("园区", "yuanqu", "园区 丙", "@gap"):
        expected = [hit.section.ref for hit in ranked(report, parse(query), find(report, query).hits)]
        assert [hit.ref for hit in index.search(query).hits] == expected


def test_among_equals_paths_decide() -> None:
    report = report_of(part("园区", "甲"))
    index = Index(None)
    for number in (2, 0, 1):
        index.put(path_of(number), Stamp(1, 1), str(number), report)
    assert [hit.entry.path.stem for hit in index.search("园区").hits] == ["000", "001", "002"]


def test_headings_then_lessons_are_seen_first_however_many_hits_there_are() -> None:
    common = [report_of(*(part("甲", "园区", kind=Kind.VISIT) for _number in range(100))) for _report in range(6)]
    lesson = report_of(part("乙", "园区", kind=Kind.LESSON))
    headed = report_of(part("园区", "丙", kind=Kind.BACKGROUND))
    result = indexed([*common, lesson, headed]).search("园区", limit=2)
    assert [hit.heading for hit in result.hits] == ["园区", "乙"]
    assert not result.complete
    assert result.sections < 602


def test_kinds_narrow_the_search_and_the_counts() -> None:
    index = indexed([report_of(part("甲", "园区", kind=Kind.GAP), part("乙", "园区园区", kind=Kind.VISIT))])
    assert [hit.heading for hit in index.search("园区", {Kind.GAP}).hits] == ["甲"]
    assert index.search("园区 @visit", {Kind.GAP}).hits == ()
    assert index.count("园区") == (3, 2)
    assert index.count("园区", {Kind.VISIT}) == (2, 1)


def test_counts_are_told_by_report() -> None:
    index = indexed([report_of(part("园区", "园区")), report_of(part("甲")), report_of(part("乙", "园区"))])
    assert index.counts_by_report("园区") == {path_of(0): (2, 1), path_of(2): (1, 1)}
    assert index.counts_by_report("") == {}
    assert index.count("没有") == (0, 0)


def test_a_section_longer_than_one_row_is_found_to_its_end() -> None:
    report = report_of(
        part("长篇", "好" * (CHUNK - 5) + "招商引资，“ＡＢＣ”。" + "好" * CHUNK + "园区", kind=Kind.LESSON)
    )
    index = indexed([report])
    for query in ("招商引资", "abc", "园区 招商", "“", "zhaoshang"):
        assert found(index, query) == scanned([report], query)
    (hit,) = index.search("园区").hits
    assert hit.text == report.text
    index.remove(path_of(0))
    assert found(index, "园区") == {}


def test_what_folding_changed_a_long_way_apart_comes_back() -> None:
    report = report_of(part("甲", "好" * 60_000 + "Ａ" + "好" * 150_000 + "，"))
    (hit,) = indexed([report]).search("甲").hits
    assert hit.text == report.text


def test_progress_is_told_and_can_end_the_search() -> None:
    index = indexed([report_of(*(part("甲", "园区") for _number in range(300))) for _report in range(4)])
    shares: list[float] = []
    index.count("园区", progress=shares.append)
    assert shares == sorted(shares)
    assert shares
    assert 0 <= shares[0] <= shares[-1] <= 1

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        index.search("园区", limit=None, progress=stop)
    assert index.count("园区") == (1200, 1200)


def test_a_report_that_could_not_be_read_is_told() -> None:
    index = indexed([])
    index.put_error(path_of(7), Stamp(3, 4), "", "it is damaged")
    (entry,) = index.entries()
    assert (entry.path, entry.error, entry.stamp) == (path_of(7), "it is damaged", Stamp(3, 4))
    assert found(index, "的") == {}


def test_an_entry_tells_what_a_list_of_reports_shows() -> None:
    report = report_of(part("甲", kind=Kind.LESSON), part("乙", kind=Kind.GAP), part("丙", kind=Kind.LESSON))
    (entry,) = indexed([report]).entries()
    assert (entry.title, entry.language, entry.characters) == ("题目", "zh", len(report.text))
    assert (entry.sections, entry.lessons, entry.gaps, entry.commitments, entry.figures) == (3, 2, 1, 0, 0)
    assert (entry.organization, entry.date, entry.error) == (None, None, None)


def test_the_same_report_is_not_put_in_twice() -> None:
    report = report_of(part("甲"))
    index = Index(None)
    assert index.put(path_of(1), Stamp(1, 1), "a", report)
    assert not index.put(path_of(1), Stamp(1, 1), "a", report)
    assert index.put(path_of(1), Stamp(1, 2), "b", report)
    assert index.knows(path_of(1), Stamp(1, 2))
    assert not index.knows(path_of(1), Stamp(1, 1))
    index.touch(path_of(1), Stamp(1, 3))
    assert index.knows(path_of(1), Stamp(1, 3))


def test_text_that_is_no_valid_unicode_is_kept_and_found() -> None:
    report = report_of(part("甲\ud800", "园\udfff区\0招商"))
    (hit,) = indexed([report]).search("招商").hits
    assert hit.text == report.text
