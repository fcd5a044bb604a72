"""`tourview ledger`, as a person uses it."""

import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Call
from tourview.ledger.words import system_user
from tourview.typeset import cell_width

TEXT = """\
赴海滨新区学习考察报告

一、启示
一是规划先行。先有蓝图，后建园区。
二、差距
（一）园区建设缓慢。道路没有修通，厂房没有盖好。
三、下一步措施
（一）建好园区。年底前建成园区服务大厅，引进企业12家。
（二）改进服务。窗口一站办结，材料一次交齐。
"""


@pytest.fixture(autouse=True)
def ledger(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (place / "tour.txt").write_text(TEXT, "utf-8")
    path = place / "kept" / "ledger.sqlite3"
    monkeypatch.setenv("TOURVIEW_LEDGER", str(path))
    return path


@pytest.fixture
def row(call: Call) -> str:
    """The id of the first commitment, under way."""
    listed = json.loads(call("ledger", "tour.txt", "--json").out)
    row_id: str = listed["rows"][0]["id"]
    fields = ("lead_unit=园区管委会", "责任人=王主任", "due=2026年9月底", "status=正在办理")
    assert call("ledger", "set", row_id, *fields, "--actor", "甲", "--today", "2026-03-10").status == 0
    return row_id


def state(call: Call, row: str, *words: str) -> dict[str, object]:
    plain: dict[str, object] = json.loads(call("ledger", "show", row, "--json", *words).out)
    return plain


def test_work_done_after_its_due_date_says_so(call: Call, row: str) -> None:
    assert call("ledger", "set", row, "status=done", "--actor", "甲", "--today", "2026-10-05").status == 0
    day = ("--today", "2026-10-20")
    assert "green, done 5 days late" in call("ledger", "show", row, *day).out
    assert "绿、逾期5天办结" in call("ledger", "show", row, *day, "--lang", "zh").out
    assert "2026-09-30 (done 5 days late)" in call("ledger", "summary", *day).out
    assert "2026-09-30（逾期5天办结）" in call("ledger", "summary", *day, "--lang", "zh").out
    plain = state(call, row, *day)
    assert (plain["light"], plain["done"], plain["days_late"]) == ("green", "2026-10-05", 5)


def test_the_bundled_report_has_five_rows_that_nobody_has_taken(call: Call) -> None:
    done = call("ledger")
    assert done.status == 0
    assert len(re.findall(r"  none   unassigned  -    -    3\.\d ", done.out)) == 5
    assert done.out.splitlines()[-1].endswith(
        ": 5 commitments, 0 of them done (0%), 0 closed; 0 under way, 5 not begun, 0 overdue."
    )
    assert call("ledger", "list").out == done.out


def test_a_report_is_entered_when_it_is_named_and_never_written_to(call: Call, place: Path) -> None:
    before = (place / "tour.txt").read_bytes()
    done = call("ledger", "list", "tour.txt")
    assert [line.split("  ")[-1] for line in done.out.splitlines()[2:4]] == ["3.1 建好园区", "3.2 改进服务"]
    assert (place / "tour.txt").read_bytes() == before
    assert call("ledger").out == done.out
    assert call("ledger", "-", stdin=TEXT.encode()).out == done.out


def test_from_taking_over_to_closing(call: Call, row: str) -> None:
    day = ("--today", "2026-09-20", "--actor", "乙")
    assert call("ledger", "log", row, "已召开推进会", "--date", "2026-03-05", *day).status == 0
    assert call("ledger", "set", row, "status=done", "evidence+=a.pdf", "evidence+=b.pdf", *day).status == 0
    refused = call("ledger", "close", row, "--by", "王 主任", *day)
    assert refused == (2, "", f"{row}: 王 主任 answers for it and cannot close it; another must review it\n")
    assert call("ledger", "close", row, "--by", "李主任", "--note", "材料齐全", *day).status == 0
    plain = state(call, row)
    assert (plain["status"], plain["closed"], plain["reviewer"]) == ("closed", "2026-09-20", "李主任")
    assert plain["progress"] == [{"date": "2026-03-05", "text": "已召开推进会", "actor": "乙"}]
    assert plain["evidence"] == ["a.pdf", "b.pdf"]
    history = call("ledger", "history", row).out
    assert "甲  Owner: - → 王主任" in history
    assert "乙  Status: done → closed (材料齐全)" in history
    assert call("ledger", "undo", row, *day).out.count("undone: ") == 3
    assert state(call, row)["status"] == "done"


@pytest.mark.parametrize(
    ("today", "light", "days"), [("2026-09-14", "green", 16), ("2026-09-15", "yellow", 15), ("2026-10-01", "red", -1)]
)
def test_lateness_comes_with_the_clock(call: Call, row: str, today: str, light: str, days: int) -> None:
    plain = state(call, row, "--today", today)
    assert (plain["light"], plain["days_left"], plain["overdue"]) == (light, days, days < 0)
    assert call("ledger", "list", "--overdue", "--today", today).status == (0 if days < 0 else 1)
    shown = call("ledger", "show", row, "--today", today).out
    assert f"Light: {light}, " in shown


def test_a_day_that_is_past_is_told_as_it_was(call: Call, row: str) -> None:
    assert call("ledger", "log", row, "开工", "--date", "2026-05-05", "--today", "2026-07-20").status == 0
    assert call("ledger", "set", row, "status=done", "--today", "2026-07-02").status == 0
    assert call("ledger", "close", row, "--by", "李主任", "--today", "2026-09-20", "--date", "2026-08-31").status == 0

    def told(day: str) -> tuple[object, ...]:
        plain = state(call, row, "--today", day)
        summed = json.loads(call("ledger", "summary", "--json", "--today", day).out)
        (listed, _other) = json.loads(call("ledger", "list", "--json", "--today", day).out)["rows"]
        assert (listed["status"], listed["progress"]) == (plain["status"], plain["progress"])
        counts = summed["statuses"]["closed"], summed["finished"], len(summed["closed"])
        return plain["status"], plain["closed"], len(listed["progress"]), counts

    assert told("2026-03-09") == ("unassigned", None, 0, (0, 0, 0))
    assert told("2026-03-10") == ("in-progress", None, 0, (0, 0, 0))
    assert told("2026-05-05") == ("in-progress", None, 1, (0, 0, 0))
    assert told("2026-07-02") == ("done", None, 1, (0, 1, 0))
    assert told("2026-08-30") == ("done", None, 1, (0, 1, 0))
    assert told("2026-08-31") == ("closed", "2026-08-31", 1, (1, 1, 1))
    assert told("2026-10-01") == ("closed", "2026-08-31", 1, (1, 1, 0))
    assert state(call, row)["status"] == "closed"
    call("ledger", "export", "past.csv", "--today", "2026-07-02")
    call("ledger", "export", "now.csv", "--today", "2026-10-01")
    past, now = (Path(name).read_text("utf-8") for name in ("past.csv", "now.csv"))
    assert ("done" in past, "closed" in past) == (True, False)
    assert ("done" in now, "closed" in now) == (False, True)


def test_what_was_split_off_later_was_not_there_before(call: Call, row: str) -> None:
    call("ledger", "split", row, "引进企业12家", "--today", "2026-06-01")

    def listed(day: str) -> list[str]:
        return [each["id"] for each in json.loads(call("ledger", "list", "--json", "--today", day).out)["rows"]]

    assert f"{row}.1" in listed("2026-06-01")
    assert f"{row}.1" not in listed("2026-05-31")
    assert call("ledger", "show", f"{row}.1", "--today", "2026-06-01").status == 0
    before = call("ledger", "show", f"{row}.1", "--today", "2026-05-31")
    assert (before.status, before.out) == (2, "")


def test_rows_are_chosen(call: Call, row: str) -> None:
    def found(*words: str) -> list[str]:
        done = call("ledger", "list", "--json", "--today", "2026-09-20", *words)
        rows = json.loads(done.out)["rows"]
        assert done.status == (0 if rows else 1)
        return [each["ref"] for each in rows]

    assert found("--unit", "管委会") == ["3.1"]
    assert found("--owner", "王") == ["3.1"]
    assert found("--light", "黄，red") == ["3.1"]
    assert found("--status", "待明确,not-started") == ["3.2"]
    assert found("--due", "2026年9月") == ["3.1"]
    assert found("--due", "2026-10") == []
    assert found("--gap", "没有这样的差距") == []


@pytest.mark.parametrize(
    ("language", "names"),
    [("zh", ["编号", "亮灯", "状态", "完成时限", "任务"]), ("en", ["ID", "Light", "Status", "Due", "Commitment"])],
)
def test_the_columns_have_names_above_them(call: Call, row: str, language: str, names: list[str]) -> None:
    header, _title, *lines = call("ledger", "list", "--lang", language, "--today", "2027-01-01").out.splitlines()
    rows = lines[:2]
    assert [name for name in names if name in header] == names
    shown = [row, *(("红", "正在办理") if language == "zh" else ("red", "in-progress")), "2026-09-30!", "3.1"]
    for name, cell in zip(names, shown, strict=True):
        assert cell_width(header[: header.index(name)]) == cell_width(rows[0][: rows[0].index(cell)])
    assert max(map(cell_width, (header, *rows))) <= 80
    assert names[0] not in call("ledger", "list", "--json", "--lang", language).out


def test_an_undertaking_is_split_off(call: Call, row: str) -> None:
    assert call("ledger", "split", row, "引进企业12家").out == f"{row}.1 引进企业12家\n"
    assert call("ledger", "list").out.splitlines()[3].endswith("  引进企业12家")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json"])
def test_a_ledger_goes_into_another(call: Call, row: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    call("ledger", "log", row, "已开会", "--today", "2026-03-10")
    assert call("ledger", "export", name).out == f"{name}: 2 rows written\n"
    assert call("ledger", "import", name).status == 0
    before = call("ledger", "list", "--today", "2026-03-10").out
    monkeypatch.setenv("TOURVIEW_LEDGER", "other.sqlite3")
    if not name.endswith(".json"):
        call("ledger", "tour.txt")
    shown = call("ledger", "import", name)
    assert "nothing was changed yet; --apply does it" in shown.out
    assert call("ledger", "import", name, "--apply", "--today", "2026-03-10").status == 0
    assert call("ledger", "list", "--today", "2026-03-10").out == before
    assert state(call, row)["progress"] != []


def test_differences_are_shown_before_they_are_applied_and_bad_lines_left_out(
    call: Call, row: str, place: Path
) -> None:
    sheet_book = openpyxl.Workbook()
    sheet = sheet_book[sheet_book.sheetnames[0]]
    for line in (["状态", "编号", "完成时限", "备注"], ["在办", row, "2026.10.31", "x"], ["在办", "zzzz", "", ""]):
        sheet.append(line)
    sheet_book.save(place / "edited.xlsx")
    shown = call("ledger", "import", "edited.xlsx")
    assert shown.status == 1
    assert shown.out.splitlines() == [
        f"edited.xlsx:2: {row} 建好园区",
        "    Due: 2026-09-30 → 2026-10-31",
        "to be changed: 1; as they are: 0; left out: 1",
        "nothing was changed yet; --apply does it",
    ]
    assert shown.err.splitlines()[0] == "edited.xlsx: columns left out: 备注"
    assert shown.err.splitlines()[1].startswith("edited.xlsx:3: there is no row zzzz")
    assert state(call, row)["due"] == "2026-09-30"
    done = json.loads(call("ledger", "import", "edited.xlsx", "--apply", "--json").out)
    assert done["changes"][0]["fields"] == {"due": ["2026-09-30", "2026-10-31"]}
    assert [bad["line"] for bad in done["bad"]] == [3]
    assert state(call, row)["due"] == "2026-10-31"


def test_the_notice_of_the_month(call: Call, row: str) -> None:
    text = call("ledger", "summary", "--today", "2026-10-08").out
    assert text.startswith("# Notice of follow-up for 2026-10\n")
    assert f"| {row} | 建好园区 | 园区管委会 | 王主任 | 2026-09-30 (8 days late) |" in text
    assert call("ledger", "summary", "tour.txt", "-f", "html").out.startswith("<!DOCTYPE html>")
    assert json.loads(call("ledger", "summary", "--json").out)["total"] == 2
    for action in ("list", "summary"):
        none = call("ledger", action, "--unit", "没有")
        assert (none.status, none.out, none.err) == (1, "", "nothing found\n")


def test_a_row_that_lost_its_text_is_said_so(call: Call, row: str, place: Path) -> None:
    (place / "tour.txt").write_text(re.sub("（一）建好.*\n", "", TEXT), "utf-8")
    done = call("ledger", "tour.txt")
    assert done.err == f"tour.txt: no longer in the report, and kept in the ledger: {row}\n"
    assert "建好园区 (no longer in the report)" in done.out
    assert "no longer had this text; it was:\n\n建好园区\n年底前" in call("ledger", "show", row).out


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["lst"], "tourview ledger: there is no file or action lst; did you mean list?"),
        (["shw", "3.1"], "tourview ledger: there is no file or action shw; did you mean show?"),
        (["none.txt"], "none.txt: there is no such file"),
        (["show"], "tourview ledger show: missing: ID; see tourview ledger show --help"),
        (["show", "zzzz"], "zzzz: there is no such row; tourview ledger list shows them"),
        (["set", "3.1"], "tourview ledger set: missing: FIELD=VALUE; see"),
        (["set", "3.1", "owner"], "tourview ledger set: 'owner' sets nothing; write FIELD=VALUE"),
        (["set", "3.1", "colour=red"], "tourview ledger set: there is no field colour; the fields are lead_unit, "),
        (["set", "3.1", "owner+=x"], "tourview ledger set: owner is no list; write owner=…"),
        (["set", "3.1", "due=2026-02-30"], "ID: due: '2026-02-30' is not in the calendar; write a day that is"),
        (["set", "3.1", "status=closed"], "ID: only done work is closed; finish it first: status=done"),
        (["close", "3.1"], "tourview ledger close: a reviewer closes it; name one with --by"),
        (["log", "3.1", "x", "--date", "soon"], "tourview ledger: --date: 'soon' is no date; write it as"),
        (["list", "--today", "x"], "tourview ledger: --today: 'x' is no date"),
        (["list", "--light", "blue"], "tourview ledger list: --light: 'blue' is not one of red, yellow, green, none"),
        (["list", "--due", "x"], "tourview ledger list: --due: 'x' is no month; write it as 2026-03"),
        (["undo", "3.2"], "ID: there is nothing to undo; nobody has changed it yet"),
        (["export", "a.doc"], "a.doc: its ending must be one of .csv, .xlsx, .json"),
        (["export", "no/a.csv"], "no/a.csv: it cannot be written: there is no such file or folder"),
        (["import", "none.csv"], "none.csv: it cannot be read: there is no such file or folder"),
        (["import", "none.csv", "--lang", "zh"], "none.csv: 无法读取：没有这个文件或文件夹"),
        (["show", ""], "'': there is no such row; tourview ledger list shows them"),
        (["show", "3.1", "x"], "tourview ledger show: not understood: x; see tourview ledger show --help"),
        (["set", "3.1", "status=great"], "ID: status: 'great' is no status; the statuses are unassigned 待明确, "),
        (["set", "3.1", "owner=", "lead_unit="], "ID: nobody answers for it; name who does: lead_unit=… or owner=…"),
        (["close", "3.1", "--by", " "], "tourview ledger close: a reviewer closes it; name one with --by"),
        (["log", "3.1", " "], "ID: there is nothing to log; write what was done"),
        (["log", "zzzz", "x"], "zzzz: there is no such row; tourview ledger list shows them"),
        (["log", "3.1", "x", "--date", "2026-02-30"], "tourview ledger: --date: '2026-02-30' is not in the calendar"),
        (["list", "--ledger", "."], ".: it is a folder or a device; name a file to keep the ledger in"),
        (["list", "--ledger", "/dev/null"], "/dev/null: it is a folder or a device; name a file"),
        (["import", "tour.txt"], "tour.txt: its ending must be one of .csv, .xlsx, .json"),
        (["summary", "-f", "pdf"], "tourview ledger summary: --format: 'pdf' is not one of md, html"),
        (["list", "--ledger", "tour.txt"], "tour.txt: it is no ledger, or damaged; name another file"),
    ],
)
def test_wrong_calls_are_one_line_and_status_2(call: Call, row: str, words: list[str], problem: str) -> None:
    before = call("ledger", "history", row).out
    done = call("ledger", *words)
    assert (done.status, done.out) == (2, "")
    assert re.sub("^[a-z]{4}: ", "ID: ", done.err).startswith(problem) or done.err.startswith(problem)
    assert done.err.count("\n") == 1
    assert call("ledger", "history", row).out == before


def test_every_action_has_help_with_examples(call: Call) -> None:
    told = call("ledger", "--help")
    assert told.status == 0
    for action in ("list", "show", "history", "set", "log", "close", "split", "undo", "import", "export", "summary"):
        assert f"\n  {action} " in told.out
        done = call("ledger", action, "--help")
        assert done.status == 0
        assert done.out.startswith(f"usage: tourview ledger {action}")
        assert f"\n  tourview ledger {action} " in done.out or action == "summary"
    assert call("help", "ledger").out == told.out


def test_control_characters_never_reach_the_terminal(call: Call, row: str) -> None:
    call("ledger", "log", row, "a\x1b[31mb")
    call("ledger", "set", row, "owner=a\x1b[2J", "--actor", "\x07")
    for words in (["list"], ["show", row], ["history", row], ["summary"]):
        assert "\x1b" not in call("ledger", *words).out


def test_nobody_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", fail)
    assert system_user() == "?"


LOOKING = (
    ["list"],
    ["show", "3.1"],
    ["history", "3.1"],
    ["summary"],
    ["export", "a.csv"],
    ["set", "3.1", "owner=王主任"],
    ["log", "3.1", "开工"],
    ["close", "3.1", "--by", "李主任"],
    ["split", "3.1", "修渠"],
    ["undo", "3.1"],
    ["list", "none.txt"],
    ["import", "a.json"],
    ["import", "none.json", "--apply"],
    ["import", "edited.csv", "--apply"],
)


@pytest.mark.parametrize("words", LOOKING)
def test_a_mistyped_ledger_is_told_and_none_is_made(call: Call, place: Path, words: list[str]) -> None:
    call("ledger", "tour.txt")
    call("ledger", "export", "a.json")
    before = sorted(place.iterdir())
    told = (
        "new/ledgr.db: there is no such ledger; name one that is there, or begin it: "
        "tourview ledger REPORT --ledger FILE\n"
    )
    assert call("ledger", *words, "--ledger", "new/ledgr.db") == (2, "", told)
    assert sorted(place.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["show", "3.1"], 2, "3.1: there is no such row; tourview ledger list shows them\n"),
        (["set", "3.1", "owner=王主任"], 2, "3.1: there is no such row; tourview ledger list shows them\n"),
        (["summary"], 1, "nothing found\n"),
        (["export", "a.csv"], 0, ""),
        (["import", "none.json", "--apply"], 2, "none.json: it cannot be read: there is no such file or folder\n"),
    ],
)
def test_the_usual_ledger_is_empty_before_it_is_begun(
    call: Call, ledger: Path, words: list[str], status: int, told: str
) -> None:
    done = call("ledger", *words)
    assert (done.status, done.err) == (status, told)
    assert not ledger.parent.exists()


def test_a_new_ledger_is_begun_with_a_report_or_another_ledger_and_that_is_said(call: Call, ledger: Path) -> None:
    assert call("ledger").err == ""
    assert ledger.exists()
    assert call("ledger", "tour.txt", "--ledger", "new/l.db").err == "new/l.db: a new ledger was made\n"
    assert call("ledger", "list", "--ledger", "new/l.db").out == call("ledger", "tour.txt").out
    assert call("ledger", "-", "--ledger", "m.db", stdin=TEXT.encode()).err == "m.db: a new ledger was made\n"
    call("ledger", "export", "a.json", "--ledger", "m.db")
    moved = call("ledger", "import", "a.json", "--apply", "--ledger", "n.db")
    assert (moved.status, moved.err) == (0, "n.db: a new ledger was made\n")
    assert call("ledger", "list", "--ledger", "n.db").out == call("ledger", "list", "--ledger", "m.db").out


def test_check_asks_what_neither_report_nor_ledger_tells(call: Call, row: str, ledger: Path) -> None:
    done = call("check", "tour.txt")
    assert done.status == 0
    assert done.out == "tour.txt:9:1: commitment: （二）改进服务: no number, no date, no owner\n"
    assert call("check", "tour.txt", "--notices").out == ""
    for leftover in ledger.parent.iterdir():
        leftover.unlink()
    assert "建好园区: no owner\n" in call("check", "tour.txt").out
    assert not ledger.exists()
    ledger.write_text("no ledger at all, " * 100, "utf-8")
    broken = call("check", "tour.txt")
    assert (broken.status, broken.err.count("\n")) == (0, 1)
