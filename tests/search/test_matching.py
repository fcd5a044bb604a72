import re
from dataclasses import replace
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.building import Part, part, plain_scan, plainly_folded, report_of, shown
from tourview.report import Figure, Kind, Report, Section, Source
from tourview.search import Result, Searcher, find, parse

CHUNK = 1 << 18

LESSON = part("重视园区", "园区要建好，园區要管好。", "招商引资，先招园区。", kind=Kind.LESSON, label="一是")
GAP = part("观念落后", "ＸＸ市的园区不多。", kind=Kind.GAP, label="(二)")
PLAIN = part("前言", "本报告写招商引资。")


@pytest.fixture
def report() -> Report:
    return report_of(LESSON, GAP, PLAIN)


def refs(result: Result) -> list[str]:
    return [hit.section.ref for hit in result.hits]


def test_counts_every_occurrence_with_its_span(report: Report) -> None:
    result = find(report, "园区")
    assert result.total == 5
    assert [(hit.section.ref, hit.count) for hit in result.hits] == [("1", 4), ("2", 1)]
    assert shown(report, result.spans) == ["园区", "园区", "园區", "园区", "园区"]
    assert result.hits[0].spans == list(result.spans)[:4]


@pytest.mark.parametrize("query", ["園區", "园区", "“園区”", "　園區　"])
def test_scripts_and_widths_find_each_other(report: Report, query: str) -> None:
    assert find(report, query).spans == find(report, "园区").spans


@pytest.mark.parametrize("query", ["XX市", "xx市", "ｘｘ市", "ＸＸ"])
def test_full_width_and_case(report: Report, query: str) -> None:
    assert find(report, query).total == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("园区 招商", ["1"]),
        ("招商 -园区", ["3"]),
        ("园区 -招商", ["2"]),
        ("-园区", ["3"]),
        ("-园区 -招商", []),
        ("“招商引资，先招”", ["1"]),
        ("招商引资,先招", ["1"]),
        ("园区 招商 观念", []),
        ("一是", ["1"]),
        ("(二)观念", ["2"]),
        ("（二）", ["2"]),
        ("@lesson", ["1"]),
        ("@启示 @差距", ["1", "2"]),
        ("招商 @gap", []),
        ("@lesson -园区", []),
        ("园区 @nothing", ["1", "2"]),
        ("", []),
        ("-", []),
        ("@nothing", []),
    ],
)
def test_which_sections_are_hits(report: Report, query: str, expected: list[str]) -> None:
    assert refs(find(report, query)) == expected


def test_a_query_without_positive_terms_finds_sections_with_nothing_to_mark(report: Report) -> None:
    for query in ("@lesson", "-观念"):
        result = find(report, query)
        assert result.hits
        assert result.total == 0
        assert [hit.count for hit in result.hits] == [0] * len(result.hits)
        assert len(result.spans) == 0


@pytest.mark.parametrize(
    ("query", "kinds", "expected"),
    [
        ("园区", {Kind.GAP}, ["2"]),
        ("园区", [Kind.GAP, Kind.LESSON], ["1", "2"]),
        ("园区", set(), ["1", "2"]),
        ("园区 @gap", {Kind.GAP, Kind.LESSON}, ["2"]),
        ("园区 @gap", {Kind.LESSON}, []),
        ("@lesson", {Kind.LESSON}, ["1"]),
    ],
)
def test_the_kinds_asked_for_narrow_the_query(
    report: Report, query: str, kinds: set[Kind], expected: list[str]
) -> None:
    assert refs(find(report, query, kinds)) == expected


def test_terms_are_counted_each_for_itself(report: Report) -> None:
    result = find(report, "招商引资 引资 @lesson")
    assert result.total == 2
    assert shown(report, result.spans) == ["招商引资", "引资"]


def test_occurrences_of_one_term_do_not_overlap() -> None:
    assert find(report_of(part("", "aaaaa")), "aa").total == 2


@pytest.mark.parametrize(
    "text", ["102万平方米", "102 万平方米", "102　　万平方米", "１０２\u00a0万平方米", "102 万|平方米"]
)
def test_the_blank_in_a_quantity_means_nothing(text: str) -> None:
    assert find(report_of(part("", f"建成{text}厂房")), "102 万平方米").total == 1


def test_the_blank_in_a_phrase_is_any_blanks_but_not_none() -> None:
    report = report_of(part("", "a b, a  b, a\nb, ab, a　b"))
    assert find(report, '"a b"').total == 4


def test_no_occurrence_straddles_two_sections() -> None:
    report = report_of(part("aaa"), part("aaa"))
    whole = report.text.replace("\n", "a")
    sections = tuple(
        Section(section.ref, section.id, "", None, 1, None, (), section.span, section.own_end)
        for section in report.sections
    )
    tiled = Report("", whole, "en", Source("", ""), sections)
    assert list(find(tiled, "aaa").spans) == [(0, 3), (4, 7)]


def test_words_are_found_across_the_breaks_of_the_source() -> None:
    report = report_of(part("建设", "推进产|业园区|建设，园|区兴旺"), part("园"), part("区"))
    result = find(report, "园区")
    assert shown(report, result.spans) == ["园区", "园\n区"]
    assert refs(find(report, "产业")) == ["1"]
    assert refs(find(report, "-产业")) == ["2", "3"]
    assert shown(report, find(report, "产业园区建设").spans) == ["产\n业园区\n建设"]
    assert find(report, "建设").total == 2


def test_a_phrase_is_found_where_the_source_breaks_one_of_its_words() -> None:
    report = report_of(part("", "甲乙 丙|丁，甲乙 丙丁，甲|乙 丙丁"))
    assert find(report, "“甲乙 丙丁”").total == 3


def test_a_section_without_its_own_text_and_a_report_without_sections() -> None:
    assert find(Report("", "园区", "zh", Source("", ""), ()), "园区").hits == ()
    assert refs(find(report_of(Part(), part("园区")), "园区")) == ["2"]


def test_a_text_longer_than_a_portion_is_searched_whole() -> None:
    unit = "园区建设。" * 7
    text = unit * (3 * CHUNK // len(unit))
    report = report_of(part("", text))
    assert find(report, "园区").total == text.count("园区")
    assert find(report, "设。园区建").total == text.count("设。园区建")
    straddling = report_of(part("", "甲" * (CHUNK - 2) + "园区建设"))
    assert list(find(straddling, "园区建设").spans) == [(CHUNK - 1, CHUNK + 3)]


def test_progress_is_told_and_grows() -> None:
    report = report_of(part("", "园区建设" * CHUNK), part("", "园" * CHUNK))
    told: list[float] = []
    searcher = Searcher(report)
    searcher.find("园区 建 -无", progress=told.append)
    first = len(told)
    searcher.find("无", progress=told.append)
    assert first >= 10
    assert len(told) > first
    assert told[:first] == sorted(told[:first])
    assert told[first:] == sorted(told[first:])
    assert all(0 <= share <= 1 for share in told)


def test_progress_may_cancel() -> None:
    class CancelledError(Exception):
        pass

    def cancel(_share: float) -> None:
        raise CancelledError

    searcher = Searcher(report_of(part("", "园区" * CHUNK)))
    with pytest.raises(CancelledError):
        searcher.find("园区", progress=cancel)
    assert searcher.find("园区").total == CHUNK


def test_a_searcher_answers_several_threads(report: Report) -> None:
    searcher = Searcher(report)
    totals: list[int] = []
    threads = [Thread(target=lambda: totals.append(searcher.find("园区").total)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [5] * 4


_CHARS = "园園区區aAＡ，,。- "
_texts = st.text(_CHARS, max_size=12)
_words = st.text("园園区區aAＡ，,。", min_size=1, max_size=3)
_reports = st.lists(st.builds(part, _texts, _texts, _texts, kind=st.sampled_from([None, *Kind])), max_size=5).map(
    lambda parts: report_of(*parts)
)


@settings(derandomize=True, max_examples=300)
@given(_reports, st.lists(_words, min_size=1, max_size=3), st.lists(_words, max_size=2), st.sets(st.sampled_from(Kind)))
def test_finds_what_a_plain_scan_finds(report: Report, words: list[str], unwanted: list[str], kinds: set[Kind]) -> None:
    query = " ".join([*words, *(f"-{word}" for word in unwanted), *(f"@{kind}" for kind in kinds)])
    each = [plain_scan(report, [word]) for word in words]
    every = plain_scan(report, {plainly_folded(word) for word in words})
    none = plain_scan(report, unwanted)
    expected = {
        section.ref: every[section.ref]
        for section in report.reading_order
        if all(found[section.ref] for found in each) and not none[section.ref] and (not kinds or section.kind in kinds)
    }

    result = find(report, query)

    assert {hit.section.ref: list(hit.spans) for hit in result.hits} == expected
    assert {hit.section.ref: hit.count for hit in result.hits} == {ref: len(spans) for ref, spans in expected.items()}
    assert list(result.spans) == [span for hit in result.hits for span in hit.spans]
    assert result.total == len(result.spans)


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.text("ab|", max_size=14), min_size=1, max_size=3), st.text("ab", min_size=1, max_size=4))
def test_finds_all_across_breaks(paragraphs: list[str], word: str) -> None:
    report = report_of(part("ab", *paragraphs))
    (section,) = report.sections
    every = {(match.start(), match.start() + len(word)) for match in re.finditer(f"(?={word})", report.text)}
    for passage in section.paragraphs:
        for match in re.finditer(f"(?={word})", passage.text):
            last = match.start() + len(word) - 1
            every.add((passage.to_source(match.start()), passage.to_source(last) + 1))
    apart: list[tuple[int, int]] = []
    for span in sorted(every):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)

    assert list(find(report, word).spans) == apart


@settings(derandomize=True, max_examples=300)
@given(_reports, st.text(_CHARS + '"“-@5万lesson', max_size=12))
def test_no_query_fails_and_every_span_is_in_its_section(report: Report, text: str) -> None:
    result = find(report, parse(text))
    for hit in result.hits:
        start, end = hit.section.own_span
        assert all(start <= begin < stop <= end for begin, stop in hit.spans)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("观念 OR 招商", ["1", "2", "3"]),
        ("观念 OR 招商 园区", ["1", "2"]),
        ("观念 OR 招商 -园区", ["3"]),
        ("招商 AND 园区", ["1"]),
        ("招商 NOT 园区", ["3"]),
        ("园区 in:2", ["2"]),
        ("in:1,3", ["1", "3"]),
        ("园区 report:题", ["1", "2"]),
        ("园区 report:别的", []),
        ("has:figure", []),
        ("yuanqu", ["1", "2"]),
        ("yuanqu guannian", ["2"]),
        ("-yuanqu", ["3"]),
        ('"yuanqu"', []),
        ("zhaoshang引资", ["1", "3"]),
        ("zsyq", ["1"]),
        ("gnlh", ["2"]),
        ("zsyz", []),
    ],
)
def test_alternatives_scopes_and_pinyin(report: Report, query: str, expected: list[str]) -> None:
    assert refs(find(report, query)) == expected


def test_pinyin_counts_as_the_characters_do(report: Report) -> None:
    assert find(report, "yuanqu").spans == find(report, "园区").spans


def test_letters_are_found_as_they_are_and_by_their_sound() -> None:
    report = report_of(part("Can", "残雪, we can"))
    assert shown(report, find(report, "can").spans) == ["Can", "残", "can"]


def test_a_row_of_initials_that_the_report_has_as_it_is_means_itself() -> None:
    report = report_of(part("招商引资", "甲"), part("乙", "zsyz"))
    assert refs(find(report, "zsyz")) == ["2"]


def test_has_figure_finds_the_sections_that_state_one(report: Report) -> None:
    figures = (Figure("2", "5个", 5, "个", None, (0, 2)),)
    assert refs(find(replace(report, figures=figures), "has:figure")) == ["2"]
