"""The real reports, where they are at hand: counts only, none of their sentences."""

import pytest

from tests.real_reports import path_of, real
from tests.structure.test_properties import check, check_nothing_lost
from tourview.readers.text.reading import read_text
from tourview.report import Kind, Report, leaves
from tourview.structure import build_report

pytestmark = real


def read(name: str) -> Report:
    path = path_of(name)
    return build_report(read_text(path.read_bytes(), path.name))


@pytest.fixture(scope="module")
def tour() -> Report:
    return read("zunyi-2014.txt")


def test_tree_of_the_tour(tour: Report) -> None:
    by_level = [
        sum(section.level == level and section.ref != "0" for section in tour.reading_order) for level in (1, 2, 3)
    ]
    assert by_level == [3, 10, 17]
    assert [len(leaves(tour, kind)) for kind in (Kind.LESSON, Kind.GAP, Kind.COMMITMENT)] == [5, 8, 5]
    kinds = {ref: section.kind for ref in ("1", "1.1", "1.2", "1.3", "2", "3") if (section := tour.section(ref))}
    assert list(kinds.values()) == [
        Kind.BACKGROUND, Kind.VISIT, Kind.IMPRESSION, Kind.LESSON, Kind.GAP, Kind.COMMITMENT,
    ]  # fmt: skip
    check(tour)
    check_nothing_lost(tour)


def test_facts_of_the_tour(tour: Report) -> None:
    refs = [site.ref for site in tour.facts.sites]
    assert (refs.count("1.1.1"), refs.count("1.1.2"), len(refs)) == (5, 8, 13)
    assert tour.facts.party == "45人"
    assert tour.facts.destinations == ("贵安新区", "毕节市")
    assert len(tour.facts.documents) == 4


def test_notices_of_the_tour(tour: Report) -> None:
    kinds = [notice.kind for notice in tour.notices]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "duplicate": 1,
        "redaction": 26,
        "pairing": 1,
        "spelling": 1,
    }


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        ("jiangsu-2026.txt", 12, 1),
        ("national-2014.txt", 0, 0),
        ("neimenggu-2026.txt", 12, 1),
        ("sichuan-2026.txt", 9, 15),
        ("yunnan-2026.txt", 12, 7),
    ],
)
def test_chrome_of_the_work_reports(name: str, above: int, below: int) -> None:
    report = read(f"work/{name}")
    chrome = [notice for notice in report.notices if notice.kind == "chrome"]
    assert [sum(notice.ref == "0" for notice in chrome), sum(notice.ref != "0" for notice in chrome)] == [above, below]
    assert not [notice for notice in report.notices if notice.kind != "chrome"]


@pytest.mark.parametrize(
    ("name", "chapters", "sections"),
    [
        ("jiangsu-2026.txt", 3, [7, 5, 10]),
        ("national-2014.txt", 3, [6, 3, 9]),
        ("neimenggu-2026.txt", 3, [6, 4, 10]),
        ("sichuan-2026.txt", 4, [7, 8, 10, 20]),
        ("yunnan-2026.txt", 3, [8, 5, 9]),
    ],
)
def test_work_reports(name: str, chapters: int, sections: list[int]) -> None:
    report = read(f"work/{name}")
    found = report.sections[1:]
    assert len(found) == chapters
    assert [len(chapter.children) for chapter in found] == sections
    assert report.title.endswith("政府工作报告")
    check(report)
    check_nothing_lost(report)
