"""The order in which hits are shown."""

from tests.search.building import Part, part, report_of
from tourview.report import Kind
from tourview.search import find, parse
from tourview.search.ranking import ranked


def order(query: str, *parts: Part) -> list[str]:
    report = report_of(*parts)
    result = find(report, query)
    assert {hit.section.ref for hit in ranked(report, parse(query), result.hits)} == {
        hit.section.ref for hit in result.hits
    }
    return [hit.section.title for hit in ranked(report, result.query, result.hits)]


def test_headings_come_before_text() -> None:
    assert order("园区", part("甲", "园区园区园区"), part("园区规划", "乙")) == ["园区规划", "甲"]


def test_lessons_gaps_and_commitments_come_before_the_rest() -> None:
    found = order(
        "园区",
        part("甲", "园区"),
        part("乙", "园区", kind=Kind.VISIT),
        part("丙", "园区", kind=Kind.COMMITMENT),
        part("丁", "园区", kind=Kind.GAP),
    )
    assert found == ["丙", "丁", "甲", "乙"]


def test_the_whole_heading_comes_before_a_part_of_one() -> None:
    assert order("园区", part("园区规划", "甲"), part("园区", "乙")) == ["园区", "园区规划"]
    assert order("招商 引资", part("招商与引资", "甲"), part("招商引资", "乙")) == ["招商引资", "招商与引资"]


def test_words_together_come_before_words_apart() -> None:
    assert order("招商 引资", part("甲", "引资靠招商"), part("乙", "多年招商引资")) == ["乙", "甲"]


def test_density_decides_among_equals_and_then_the_order_of_the_text() -> None:
    thin, thick = "园区" + "好" * 50, "园区好"
    assert order("园区", part("甲", thin), part("乙", thick), part("丙", thick)) == ["乙", "丙", "甲"]


def test_letters_as_typed_come_before_their_sound() -> None:
    assert order("can", part("残", "残"), part("甲", "we can do it")) == ["甲", "残"]


def test_a_question_without_words_keeps_the_order_of_the_text() -> None:
    assert order("@gap", part("甲", "长" * 9, kind=Kind.GAP), part("乙", "长" * 9, kind=Kind.GAP)) == ["甲", "乙"]
