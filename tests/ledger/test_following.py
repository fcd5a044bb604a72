"""Rows follow their text when a report changes, and stay when it loses them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.ledger.conftest import GARDEN, TEXT, open_ledger, report_of
from tourview.bundled import bundled_path
from tourview.ledger.entering import sections_of
from tourview.ledger.row import Row
from tourview.ledger.store import Ledger
from tourview.open import open_report


def test_entering_again_changes_nothing(ledger: Ledger) -> None:
    report = report_of()
    first = ledger.ensure(report, "report.txt")
    events = ledger.events()
    again = ledger.ensure(report, "report.txt")
    assert (again.key, again.created, again.followed, again.lost) == (first.key, (), (), ())
    assert ledger.events() == events


def test_a_report_entered_by_many_at_once_has_each_row_once(ledger: Ledger) -> None:
    def enter(number: int) -> str:
        with open_ledger(ledger.path, actor=str(number)) as other:
            return other.ensure(report_of(), "report.txt").key

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(enter, range(8)))) == 1
    assert [row.ref for row in ledger.rows()] == ["3.1", "3.2", "3.3"]


def test_one_ledger_serves_several_threads(ledger: Ledger, row: Row) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: ledger.log(row.id, f"第{number}次"), range(20)))
    assert len(ledger.row(row.id).progress) == 20


def test_rows_follow_their_section_to_another_ref(ledger: Ledger, row: Row) -> None:
    new = "三、下一步措施\n（一）摸清家底。全面清查，登记造册，心中有数。\n"
    moved = TEXT.replace("（三）培", "（四）培").replace("（二）改", "（三）改").replace("（一）建", "（二）建")
    moved = moved.replace("三、下一步措施\n", new)
    entered = ledger.ensure(report_of(moved), "report.txt")
    assert len(entered.created) == 1
    assert row.id in entered.followed
    assert ledger.row(row.id).ref == "3.2"
    assert ledger.row(row.id).owner == "王主任"


def test_rows_follow_a_text_that_was_edited(ledger: Ledger, row: Row) -> None:
    edited = TEXT.replace(GARDEN, GARDEN.replace("12家", "15家"))
    entered = ledger.ensure(report_of(edited), "report.txt")
    assert entered.followed == (row.id,)
    after = ledger.row(row.id)
    assert "15家" in after.passage
    assert after.section != row.section


def test_a_row_that_lost_its_text_is_kept_and_said_so_until_it_is_there_again(ledger: Ledger, row: Row) -> None:
    without = TEXT.replace(f"（一）建好园区。{GARDEN}\n", "")
    split = ledger.split(row.id, "引进企业12家")
    entered = ledger.ensure(report_of(without), "report.txt")
    assert set(entered.lost) == {row.id, split.id}
    kept = ledger.row(row.id)
    assert kept.lost
    assert (kept.owner, kept.passage) == (row.owner, row.passage)
    back = ledger.ensure(report_of(TEXT + "\n"), "report.txt")
    assert set(back.found) == {row.id, split.id}
    assert not ledger.row(row.id).lost


def test_an_old_version_opened_again_moves_nothing(ledger: Ledger, row: Row) -> None:
    edited = TEXT.replace(GARDEN, GARDEN.replace("12家", "15家"))
    ledger.ensure(report_of(edited), "report.txt")
    events = ledger.events()
    ledger.ensure(report_of(), "old/report.txt")
    assert ledger.events() == events


def test_another_report_in_the_same_place_is_another_report(ledger: Ledger, row: Row) -> None:
    other = "赴山城学习考察报告\n\n一、下一步措施\n（一）种树。荒山三年绿化，责任到人。\n"
    entered = ledger.ensure(report_of(other), "report.txt")
    assert len(entered.created) == 1
    assert len(ledger.reports()) == 2
    assert not ledger.row(row.id).lost
    assert [each.ref for each in ledger.rows(entered.key)] == ["1.1"]


def test_a_copy_elsewhere_is_the_same_report(ledger: Ledger, row: Row) -> None:
    assert ledger.ensure(report_of(), "elsewhere.txt").created == ()
    assert ledger.ensure(report_of(TEXT + "\n附言。\n"), "copy.txt").created == ()
    assert len(ledger.reports()) == 1
    assert Path(ledger.reports()[0].path).name == "copy.txt"


def test_both_editions_of_the_bundled_report_share_their_rows(ledger: Ledger) -> None:
    chinese, english = (open_report(bundled_path(language)) for language in ("zh", "en"))
    first = ledger.ensure(chinese)
    assert len(first.created) == 5
    second = ledger.ensure(english)
    assert (second.key, second.created, second.followed, second.lost) == (first.key, (), (), ())
    rows = ledger.rows()
    assert all(row.text in chinese.text for row in rows)
    shown = sections_of(rows, english)
    assert [shown[row.id].title in english.text for row in rows] == [True] * 5
    assert all(row.gaps and row.lessons for row in rows)


def test_a_path_of_bytes_that_are_no_text_is_kept(ledger: Ledger) -> None:
    ledger.ensure(report_of(), "a\udcff.txt")
    assert ledger.reports()[0].path.endswith("a\udcff.txt")


def test_a_report_without_commitments_has_no_rows(ledger: Ledger) -> None:
    entered = ledger.ensure(report_of("报告\n\n一、启示\n先规划。\n"))
    assert (entered.created, ledger.rows()) == ((), ())
