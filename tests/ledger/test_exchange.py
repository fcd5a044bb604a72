"""Ledgers as tables and as JSON: out, edited in another program's way, and in again."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.conftest import open_ledger, report_of
from tourview.i18n import speak
from tourview.ledger import workbook
from tourview.ledger.archive import archive, events_in, merge
from tourview.ledger.errors import LedgerError
from tourview.ledger.files import csv_rows, csv_text, read_rows, write_rows
from tourview.ledger.importing import Plan, apply, plan
from tourview.ledger.row import Row
from tourview.ledger.status import Status
from tourview.ledger.store import Ledger
from tourview.ledger.table import Cell, table_cells, table_headings, table_of


def exported(ledger: Ledger) -> list[list[Cell]]:
    reports = {report.key: report for report in ledger.reports()}
    return [list(table_headings()), *(table_cells(row, reports, ledger.today) for row in ledger.rows())]


def planned(ledger: Ledger, rows: list[list[str]]) -> Plan:
    return plan(table_of(rows, "a.csv"), ledger.rows(), ledger.today)


def fill(ledger: Ledger, row: Row) -> Row:
    """Give a row something in every field."""
    ledger.set(row.id, {"assigned": "2026-01-05", "baseline": "-1.5", "target": "12", "unit": "家", "current": "5"})
    ledger.set(row.id, {"responsible_units": "市财政局、=HYPERLINK(1)", "evidence": "a.pdf\nhttps://example.org/b"})
    ledger.set(row.id, {"status": "extended", "extended_to": "2026-12-31", "reason": "-雨"})
    ledger.log(row.id, "=1+1 已开会")
    ledger.log(row.id, "园区开工", day=ledger.today.replace(day=1))
    other = ledger.row("3.2").id
    ledger.set(other, {"owner": "赵", "status": "done"})
    ledger.close(other, "李主任")
    ledger.split(row.id, "引进企业12家")
    return ledger.row(row.id)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_goes_out_comes_in_again_unchanged(
    ledger: Ledger, row: Row, tmp_path: Path, ending: str, language: str
) -> None:
    fill(ledger, row)
    speak(language)
    try:
        path = tmp_path / f"ledger.{ending}"
        path.write_bytes(write_rows(str(path), exported(ledger)))
    finally:
        speak("en")
    rows = read_rows(str(path))
    told = planned(ledger, rows)
    assert (told.changes, told.bad, told.unknown) == ((), (), ())
    assert told.same == 4


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_fills_a_fresh_ledger(ledger: Ledger, row: Row, tmp_path: Path, ending: str) -> None:
    full = fill(ledger, row)
    path = tmp_path / f"ledger.{ending}"
    path.write_bytes(write_rows(str(path), exported(ledger)))
    with open_ledger(tmp_path / "fresh.sqlite3") as fresh:
        fresh.ensure(report_of(), "report.txt")
        told = planned(fresh, read_rows(str(path)))
        assert told.bad == ()
        for change in told.changes:
            apply(fresh, change)
        assert exported(fresh) == exported(ledger)
        again = fresh.row(full.id)
        assert (again.progress[0].text, again.extended_to) == ("=1+1 已开会", full.extended_to)
        assert fresh.row("3.2").status is Status.CLOSED


def test_a_workbook_edited_in_another_programs_way(ledger: Ledger, row: Row, tmp_path: Path) -> None:
    second, third = ledger.row("3.2"), ledger.row("3.3")
    book = openpyxl.Workbook()
    book.create_sheet("空", 0)
    sheet = book["Sheet"]
    sheet.append(["督查工作台账"])
    sheet.append(["序号", "完成 时限", "责任人", "牵头部门", "工作任务", "状态", "编号", "进展情况"])
    sheet.append([1, "2026年10月底", "王主任", "园区管委会", row.text, "正在办理", row.id, "3月已开会"])
    sheet.append([2, 46387, "赵主任", None, second.text, "在办", None, "2026/3/1 一站办结"])
    sheet.append([3, datetime(2026, 5, 1), "钱主任", None, third.text, "未启动", third.id.upper(), None])
    sheet.append([])
    sheet.append([4, "2026-02-30", "孙", None, "植树", "在办", "zzzz", None])
    sheet.append([5, "2026-02-30", "孙", None, row.text, "在办", row.id, None])
    path = tmp_path / "edited.xlsx"
    book.save(path)
    told = planned(ledger, read_rows(str(path)))
    assert told.unknown == ("序号",)
    assert [(change.line, change.row.id) for change in told.changes] == [(3, row.id), (4, second.id), (5, third.id)]
    assert told.changes[0].differences == (("due", "2026-09-30", "2026-10-31"),)
    assert told.changes[1].differences == (
        ("owner", "", "赵主任"),
        ("due", "", "2026-12-31"),
        ("status", "unassigned", "in-progress"),
    )
    assert [str(day) for day, _text in told.changes[1].entries] == ["2026-03-01"]
    assert str(told.changes[2].row.due) == "None"
    assert [bad.line for bad in told.bad] == [7, 8]
    assert told.bad[0].problem.startswith("there is no row zzzz, and none with its text")
    assert told.bad[1].problem == f"{row.id} stands on line 3 already"
    assert ledger.row(row.id) == row
    for change in told.changes:
        apply(ledger, change)
    assert ledger.row(second.id).owner == "赵主任"
    assert ledger.row(row.id).progress[0].text == "3月已开会"


@pytest.mark.parametrize(
    ("columns", "cells", "problem"),
    [
        ("ID,完成时限", "{id},2026-02-30", "Due: '2026-02-30' is not in the calendar"),
        ("ID,状态", "{id},快了", "Status: '快了' is no status"),
        ("ID,状态", "{id},已销号", "{id}: a reviewer closes it"),
        ("ID,状态,复核人", "{id},已销号,王主任", "{id}: 王主任 answers for it"),
        ("ID,任务", "{id},培训干部", "its text is not that of {id}; put each id beside its own text"),
        ("ID,进展", "{id},2026-03-11 明天的事", "2026-03-11 is yet to come"),
        ("ID,进展", "{id},2026-02-30 开会", "'2026-02-30' is not in the calendar"),
        ("ID,任务", ",", None),
    ],
)
def test_bad_lines_are_named_and_left_out(
    ledger: Ledger, row: Row, columns: str, cells: str, problem: str | None
) -> None:
    told = planned(ledger, csv_rows(f"{columns}\n{cells.format(id=row.id)}\n", "a.csv"))
    assert told.changes == ()
    expected = [] if problem is None else [(2, problem.format(id=row.id))]
    assert [(bad.line, bad.problem[: len(expected[0][1])]) for bad in told.bad] == expected


def test_an_empty_cell_empties_the_field_and_a_missing_column_leaves_it(ledger: Ledger, row: Row) -> None:
    told = planned(ledger, [["编号", "完成时限"], [row.id, ""]])
    assert told.changes[0].differences == (("due", "2026-09-30", ""),)
    apply(ledger, told.changes[0])
    assert (ledger.row(row.id).due, ledger.row(row.id).owner) == (None, "王主任")


def test_a_row_changed_since_it_was_compared_is_not_overwritten(ledger: Ledger, row: Row) -> None:
    told = planned(ledger, [["编号", "责任人"], [row.id, "赵"]])
    ledger.set(row.id, {"owner": "钱"})
    with pytest.raises(LedgerError, match="it was changed meanwhile by 甲"):
        apply(ledger, told.changes[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_the_encodings_and_with_the_marks_of_spreadsheets(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'编号{delimiter}任务\r\nkfhm{delimiter}"建好\r\n园区"\r\n'.encode(encoding))
    assert read_rows(str(path)) == [["编号", "任务"], ["kfhm", "建好\r\n园区"]]


def test_lines_are_numbered_as_in_the_file() -> None:
    table = table_of(csv_rows('编号,任务\na,"一\n二\n三"\nb,四\n', "a.csv"), "a.csv")
    assert [line.number for line in table.lines] == [2, 5]


@given(
    st.lists(st.lists(st.text(alphabet="a=+-@'\",;\t\n\r 1.家\x00", max_size=6), min_size=2, max_size=2), min_size=1)
)
@settings(derandomize=True, max_examples=150)
def test_every_text_comes_back_from_csv(rows: list[list[str]]) -> None:
    back = [row for row in csv_rows(csv_text([["aa", "bb"], *rows]), "a.csv") if row]
    assert back[1:] == rows


def test_no_cell_is_a_formula(ledger: Ledger, row: Row, tmp_path: Path) -> None:
    ledger.set(row.id, {"owner": '=HYPERLINK("http://example.org")', "reason": "@x"})
    text = csv_text(exported(ledger))
    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert not any(cell.startswith(("=", "@")) for cell in cells)
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_rows(str(path), exported(ledger)))
    assert all(cell.data_type != "f" for line in openpyxl.load_workbook(path)["ledger"] for cell in line)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "it is no Excel workbook, or damaged"),
        ("a.xlsx", "编号,任务".encode(), "it is no Excel workbook, or damaged"),
        ("a.csv", b"\xff\xff\xff", "its encoding is not known"),
        ("a.csv", "一,二\n三,四\n".encode(), "it has no line of headings that a ledger has, such as"),
        ("a.csv", b"", "it has no line of headings"),
        ("a.doc", b"", "its ending must be one of .csv, .xlsx, .json"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(LedgerError) as caught:
        table_of(read_rows(str(path)), str(path))
    assert str(caught.value).startswith(f"{path}: {problem}")
    assert "\n" not in str(caught.value)


def test_a_missing_openpyxl_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MISSING", True)
    with pytest.raises(LedgerError, match=r"install it with `pip install openpyxl`, or use .csv"):
        write_rows(str(tmp_path / "a.xlsx"), [["编号"]])


def test_json_carries_the_whole_history_into_another_ledger(ledger: Ledger, row: Row, tmp_path: Path) -> None:
    fill(ledger, row)
    ledger.undo(row.id)
    events = events_in(archive(ledger), "a.json")
    with open_ledger(tmp_path / "fresh.sqlite3", actor="乙") as fresh:
        fresh.adopt(merge(fresh.events(), events).events)
        assert fresh.rows() == ledger.rows()
        assert fresh.reports() == ledger.reports()
        assert merge(fresh.events(), events).events == ()
        fresh.set(row.id, {"owner": "赵"})
        more = merge(ledger.events(), fresh.events())
        ledger.adopt(more.events)
        assert ledger.rows() == fresh.rows()
        fresh.set(row.id, {"owner": "钱"})
        ledger.set(row.id, {"owner": "孙"})
        split = merge(ledger.events(), fresh.events())
        assert (split.events, split.diverged) == ((), (row.id,))


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"tourview-ledger": 1, "events": [{}]}', '{"tourview-ledger": 1, "events": 5}', "[" * 100_000],
)
def test_json_that_is_no_ledger_is_refused(text: str) -> None:
    with pytest.raises(LedgerError, match="it is no ledger as JSON"):
        events_in(text, "a.json")


@pytest.mark.parametrize(
    "changed", [{"time": "2026-03-10 noon"}, {"time": ""}, {"day": "20260310"}, {"day": "2026-02-30"}, {"day": None}]
)
def test_events_of_no_day_are_refused(ledger: Ledger, row: Row, changed: dict[str, str | None]) -> None:
    whole = json.loads(archive(ledger))
    whole["events"][-1].update(changed)
    with pytest.raises(LedgerError, match="it is no ledger as JSON"):
        events_in(json.dumps(whole), "a.json")


def test_json_of_before_days_were_kept_is_taken(ledger: Ledger, row: Row, tmp_path: Path) -> None:
    whole = json.loads(archive(ledger))
    for event in whole["events"]:
        del event["day"]
    with open_ledger(tmp_path / "fresh.sqlite3") as fresh:
        fresh.adopt(merge((), events_in(json.dumps(whole), "a.json")).events)
        assert fresh.rows() == ledger.rows()
        assert merge(fresh.events(), ledger.events()).events == ()


def test_events_that_amount_to_nothing_are_not_taken(ledger: Ledger, row: Row) -> None:
    events = events_in(archive(ledger).replace('"field": "owner"', '"field": "nonsense"'), "a.json")
    lacking = [event for event in events if event.subject == row.id]
    before = ledger.events()
    with pytest.raises(LedgerError, match="amounts to no ledger"):
        ledger.adopt([event for event in lacking if event.field == "nonsense"])
    assert ledger.events() == before
