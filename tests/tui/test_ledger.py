"""The ledger's screen: its rows and their details, in and out of it, which rows, in which order."""

from datetime import date
from pathlib import Path

import pytest
from textual.app import App

from tests.tui.house import NARROW, SIZES, SMALL, STANDARD, visit
from tests.tui.ledger_house import TODAY, visit_ledger
from tests.tui.library_house import usual, visit_library
from tourview.i18n import speak
from tourview.ledger.status import Status
from tourview.open import Opening
from tourview.tui.ledger_choice import LedgerChoice
from tourview.tui.screens.ledger import LedgerScreen
from tourview.tui.screens.library import LibraryScreen
from tourview.tui.widgets.ledger_details import LedgerDetails
from tourview.tui.widgets.ledger_field import Answer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


# In and out


async def test_8_shows_a_row_for_each_commitment_and_invents_nothing(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        assert [row.text for row in ledger.page.rows.shown] == ["扩大园区", "改进作风"]
        assert {row.status for row in ledger.page.rows.shown} == {Status.UNASSIGNED}
        assert "2 commitments, 0 done, 0%" in ledger.text()
        assert ledger.text().count("nobody named") == 2
        assert ledger.kept().version == 1


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_one_comes_back_to_where_one_was(path: Path, key: str) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press(key)
        assert ledger.sitting.in_room
        await ledger.press(":", *"2.1.2", "enter")
        top = ledger.sitting.reader.top
        await ledger.press("8", "down", key)
        assert ledger.sitting.in_room
        assert ledger.sitting.reader.top == top


async def test_enter_reads_the_commitment_and_backspace_returns(path: Path) -> None:
    async with visit_ledger(path, size=NARROW) as ledger:
        await ledger.press("down", "enter")
        assert ledger.sitting.in_room
        assert ledger.sitting.here == "3.2"
        assert ledger.sitting.reader.has_focus
        await ledger.press("backspace")
        assert ledger.sitting.reader.top == 0


async def test_a_report_without_commitments_says_so(path: Path) -> None:
    async with visit_ledger(path, "报告\n一、考察的基本情况\n看了码头和园区。\n") as ledger:
        assert "This report makes no commitments." in ledger.text()
        await ledger.press("e", "l", "c", "x", "s", "u", "y", "i", "enter", "f", "escape")
        assert ledger.open


async def test_keys_before_the_ledger_is_read_do_nothing(path: Path) -> None:
    async with visit(SMALL, ledger=LedgerChoice(str(path), TODAY, "Wang")) as sitting:
        sitting.type_ahead("8elcxsufoOy")
        await sitting.settle()
        assert isinstance(sitting.app.screen_stack[1], LedgerScreen)


async def test_the_ledger_of_the_environment_is_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOURVIEW_LEDGER", str(path))
    async with visit(SMALL) as sitting:
        await sitting.press("8")
        assert path.exists()


async def test_a_file_that_is_no_ledger_is_told_in_one_line(path: Path) -> None:
    path.write_text("no ledger at all, but long enough to be read " * 50, encoding="utf-8")
    async with visit_ledger(path, size=NARROW) as ledger:
        assert "it is no ledger, or damaged" in " ".join(ledger.text().split())
        assert "r tries again" in ledger.text()
        await ledger.press("e", "i", "enter")
        path.unlink()
        await ledger.press("r")
        assert len(ledger.page.rows.shown) == 2
        await ledger.press("escape")
        assert ledger.sitting.in_room


async def test_a_ledger_that_is_gone_bad_leaves_what_is_seen(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        for part in path.parent.iterdir():
            part.unlink()
        path.write_text("no ledger at all, but long enough to be read " * 50, encoding="utf-8")
        await ledger.press("r")
        assert "it is no ledger" in ledger.sitting.told[-1]
        await ledger.press("l", *"begun", "enter")
        assert "it is no ledger" in ledger.sitting.told[-1]
        assert len(ledger.page.rows.shown) == 2


# The rows


async def test_a_row_tells_light_unit_owner_date_status_and_progress(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere(lead_unit="市发展改革委", owner="王主任", due="2026-11-30", status="in-progress")
        ledger.elsewhere("3.2", owner="李科长", due="2026-11-20", status="in-progress")
        await ledger.press("r", "l", *"begun", "enter")
        rows = ledger.page.rows
        lines = [rows.render_line(y).text for y in range(rows.size.height)]
        first, second, third, fourth = [line for line in lines if line.strip()]
        assert first.split() == ["Y", "扩大园区", "in-progress"]
        assert second.split()[1:] == ["市发展改革委", "王主任", "2026-11-30", "7", "days", "left", "1", "entry"]
        assert third.split() == ["R", "改进作风", "in-progress"]
        assert fourth.split()[1:] == ["李科长", "2026-11-20", "3", "days", "over"]
        assert "2 commitments, 0 done, 0%, 1 overdue" in ledger.text()


async def test_what_is_overdue_goes_by_the_day_that_was_stated(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere(owner="王主任", due="2026-11-30", status="in-progress")
    async with visit_ledger(path, today=date(2026, 12, 2)) as ledger:
        assert "2 days over" in ledger.text()
        assert "2026-12-02" in ledger.text()


async def test_moving(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        for key, ref in (("j", "3.2"), ("k", "3.1"), ("G", "3.2"), ("g", "3.1"), ("pagedown", "3.2"), ("home", "3.1")):
            await ledger.press(key)
            assert ledger.here.ref == ref, key


async def test_r_shows_what_others_have_changed(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("down")
        ledger.elsewhere("3.2", owner="赵局长")
        await ledger.press("r")
        assert "赵局长" in ledger.text()
        assert ledger.here.ref == "3.2"


async def test_escape_sequences_in_a_ledger_are_only_seen(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere(owner="王\x1b[31m主任", lead_unit="[b]委[/b]")
        await ledger.press("r")
        assert "\x1b" not in ledger.text()
        assert "王␛[31m主任" in ledger.text()
        assert "[b]委[/b]" in ledger.text()


# The details


async def test_the_details_have_fields_progress_words_and_history(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere(owner="王主任", due="2026-12-31", baseline="0", target="3", unit="个", evidence="a.pdf")
        await ledger.press("r", "l", *"begun", "enter")
        for words in ("Owner 王主任", "Target 3", "Evidence a.pdf", "三年内把园区面积翻一番"):
            assert words in ledger.details, words
        assert "2026-11-23 begun (Wang)" in ledger.details
        assert "Zhao Owner: - → 王主任" in ledger.details


async def test_i_and_tab_go_to_the_details_and_back(path: Path, zh: Opening) -> None:
    async with visit_ledger(path, zh, STANDARD) as ledger:
        details = ledger.page.query_one(LedgerDetails)
        await ledger.press("i")
        assert details.has_focus
        assert "→ next link" in ledger.text()
        assert not ledger.sitting.sees(ledger.page.rows)
        await ledger.press("down", "pagedown")
        assert details.scroll_offset.y > 1
        await ledger.press("G", "g", "tab")
        assert ledger.page.rows.has_focus
        assert ledger.sitting.sees(ledger.page.rows)
        assert details.scroll_offset.y == 0
        await ledger.press("i", "escape")
        assert ledger.open
        assert ledger.page.rows.has_focus


async def test_a_narrow_terminal_shows_the_details_when_they_are_asked_for(path: Path) -> None:
    async with visit_ledger(path, size=NARROW) as ledger:
        details = ledger.page.query_one(LedgerDetails)
        assert not ledger.sitting.sees(details)
        await ledger.press("i")
        assert ledger.sitting.sees(details)
        await ledger.sitting.resize((120, 40))
        assert ledger.sitting.sees(ledger.page.rows)


async def test_the_lessons_and_gaps_it_answers_are_opened_from_the_details(path: Path, zh: Opening) -> None:
    async with visit_ledger(path, zh) as ledger:
        ends = (*ledger.here.gaps, *ledger.here.lessons)
        assert {end.ref for end in ends} >= {"2.1.1", "1.3.1"}
        await ledger.press("i", "right", "right", "left", "left", "right", "enter")
        assert ledger.sitting.in_room
        assert ledger.sitting.here == ends[0].ref
        await ledger.press("8")
        await ledger.sitting.click(f"{ends[1].ref} ")
        assert ledger.sitting.here == ends[1].ref


async def test_a_row_whose_text_is_lost_says_so(path: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(SMALL, encoding="utf-8")
    other = "（二）兴修水利。每年清淤三条河，修两座水库，到年底验收。\n"
    report.write_text(SMALL.replace("（二）改进作风。一件事跑一趟。\n", other), encoding="utf-8")
    async with visit_ledger(path, report) as visited:
        assert visited.page.rows.shown[1].text == "兴修水利"
    report.write_text(SMALL, encoding="utf-8")
    async with visit_ledger(path, report) as visited:
        await visited.press("down")
        assert visited.here.text == "兴修水利"
        assert "no longer had this text" in visited.details
        await visited.press("enter")
        assert visited.open
        assert visited.sitting.told[-1] == "'兴修水利' is no longer in the report"


# Which rows, in which order


async def test_the_filter_hints_at_what_may_be_asked_for(path: Path) -> None:
    async with visit_ledger(path, size=(120, 40)) as ledger:
        await ledger.press("f")
        form = ledger.form
        assert form is not None
        hints = {answer.question.name: answer.question.hint for answer in form.query(Answer)}
        assert all(hints.values())
        assert hints["status"].split(", ") == list(Status)


async def test_f_shows_some_of_the_rows_and_escape_all(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere("3.2", lead_unit="市政务服务中心", due="2026-12-31", status="in-progress")
        await ledger.press("r", "f")
        await ledger.fill("status", "in-progress")
        await ledger.press("enter")
        assert [row.ref for row in ledger.page.rows.shown] == ["3.2"]
        assert "in-progress  1/2" in ledger.text()
        await ledger.press("f")
        assert ledger.fields["status"] == "in-progress"
        await ledger.fill("unit", "发展改革")
        await ledger.press("enter")
        assert "No row is like that; Esc shows all." in ledger.text()
        await ledger.press("escape")
        assert len(ledger.page.rows.shown) == 2
        assert ledger.open


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("unit", "政务"),
        ("light", "green"),
        ("light", "绿"),
        ("status", "正在办理"),
        ("due", "2026年12月"),
        ("due", "2026-12"),
    ],
)
async def test_rows_are_filtered_by(path: Path, name: str, text: str) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere("3.2", lead_unit="市政务服务中心", due="2026-12-31", status="in-progress")
        await ledger.press("r", "f")
        await ledger.fill(name, text)
        await ledger.press("enter")
        assert [row.ref for row in ledger.page.rows.shown] == ["3.2"]


async def test_rows_are_filtered_by_the_gap_they_answer(path: Path, zh: Opening) -> None:
    async with visit_ledger(path, zh) as ledger:
        await ledger.press("f")
        await ledger.fill("gap", "2.1.2")
        await ledger.press("right", "enter")
        assert [row.ref for row in ledger.page.rows.shown] == ["3.3"]


@pytest.mark.parametrize(("name", "text"), [("light", "blue"), ("status", "asleep"), ("due", "soon")])
async def test_a_filter_that_means_nothing_is_told_in_place(path: Path, name: str, text: str) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("f")
        await ledger.fill(name, text)
        assert text in ledger.notes[name]
        await ledger.press("enter")
        assert ledger.form is not None
        await ledger.press("escape")
        assert len(ledger.page.rows.shown) == 2


async def test_what_is_changed_stays_in_view_though_the_filter_would_leave_it_out(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("f")
        await ledger.fill("status", "unassigned")
        await ledger.press("enter", "e")
        await ledger.fill("owner", "Li")
        await ledger.fill("status", "in-progress")
        await ledger.press("enter")
        assert ledger.here.ref == "3.1"
        assert ledger.here.status is Status.IN_PROGRESS


async def test_o_sorts_and_capital_o_turns_round(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        ledger.elsewhere("3.1", lead_unit="水务局", due="2026-12-31", status="in-progress")
        ledger.elsewhere("3.2", lead_unit="发改委", due="2026-11-30", status="in-progress")
        await ledger.press("r")
        told = {"by due date": "3.2", "by light": "3.2", "by status": "3.1", "by lead unit": "3.2", "": "3.1"}
        for words, first in told.items():
            await ledger.press("o")
            assert words in ledger.text()
            assert ledger.page.rows.shown[0].ref == first, words
        await ledger.press("o", "O")
        assert "by due date, turned round" in ledger.text()
        assert [row.ref for row in ledger.page.rows.shown] == ["3.1", "3.2"]
        await ledger.press("O")
        assert [row.ref for row in ledger.page.rows.shown] == ["3.2", "3.1"]


# Citing, help, palette, mouse, themes


async def test_y_copies_the_row_with_report_hash_and_state(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _app, text: sent.append(text))
    async with visit_ledger(path) as ledger:
        ledger.elsewhere(owner="王主任", due="2026-12-31", status="in-progress")
        await ledger.press("r", "y")
        row = ledger.here
        digest = ledger.sitting.room.report.source.sha256[:12]
        assert sent[0].startswith("“扩大园区\n三年内把园区面积翻一番。”\n——《赴海滨市学习考察报告》，3.1，")
        assert sent[0].endswith(
            f"SHA-256 {digest}；{row.id} in-progress · 王主任 · 2026-12-31 · 38 days left，2026-11-23"
        )
        assert ledger.sitting.told[-1].startswith("Citation copied to ")


async def test_an_english_report_is_cited_in_english(path: Path, en: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _app, text: sent.append(text))
    async with visit_ledger(path, en) as ledger:
        await ledger.press("y")
        report = ledger.sitting.room.report
        assert sent[0].startswith(f'"{ledger.here.text}\n')
        end = f"{report.title}, 3.1, SHA-256 {report.source.sha256[:12]}; {ledger.here.id} unassigned, 2026-11-23"
        assert sent[0].endswith(f'"\n-- {end}')


@pytest.mark.parametrize("key", ["?", "f1", "？"])
async def test_help_lists_the_keys(path: Path, key: str) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press(key)
        for words in ("Log progress", "Split an undertaking off", "Filter by unit", "Go to the first row"):
            assert words in ledger.text()
        assert "How to search" not in ledger.text()
        await ledger.press("escape")
        assert ledger.open


async def test_the_palette_has_the_commands(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.press("ctrl+p", *"Sort by due", "enter")
        assert "by due date" in ledger.text()


async def test_the_room_s_palette_and_help_have_the_ledger() -> None:
    async with visit(SMALL) as sitting:
        titles = {command.title for command in sitting.app.get_system_commands(sitting.app.screen)}
        assert "Ledger of the commitments" in titles


async def test_the_mouse_chooses_opens_and_presses_the_hints(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        await ledger.sitting.click("改进作风")
        assert ledger.here.ref == "3.2"
        await ledger.sitting.click("e edit")
        assert ledger.form is not None
        await ledger.sitting.click("Esc cancel")
        assert ledger.form is None
        await ledger.sitting.click("改进作风", 5)
        assert ledger.sitting.in_room
        assert ledger.sitting.here == "3.2"


async def test_another_theme_is_taken_on(path: Path) -> None:
    async with visit_ledger(path) as ledger:
        before = ledger.page.rows.look
        await ledger.press("t")
        assert ledger.page.rows.look != before
        assert "扩大园区" in ledger.text()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [*SIZES, (40, 12), (20, 6)])
async def test_every_size(path: Path, size: tuple[int, int], language: str) -> None:
    speak(language)
    async with visit_ledger(path, size=size) as ledger:
        await ledger.press("i", "down", "i", "e", "escape", "f", "escape", "l", "escape", "x", "escape", "?", "escape")
        assert ledger.open
        assert "扩大" in ledger.text() or size == (20, 6)


# A library


async def test_8_in_a_library_shows_the_rows_of_all_its_reports(tmp_path: Path) -> None:
    async with visit_library(usual(tmp_path)) as sitting:
        await sitting.press("8")
        page = sitting.app.screen
        assert isinstance(page, LedgerScreen)
        assert page.state is not None
        assert {report.title for report in page.state.reports.values()} >= {"赴海滨市学习考察报告"}
        assert "赴海滨市学习考察报告" in sitting.text()
        place = next(at for at, row in enumerate(page.rows.shown) if row.text == "改进作风")
        await sitting.press(*["down"] * place, "enter")
        assert sitting.app.room is not None
        assert sitting.app.room.section.ref == "3.2"
        await sitting.press("escape")
        assert sitting.app.screen is page
        await sitting.press("escape")
        assert isinstance(sitting.app.screen, LibraryScreen)


async def test_a_library_s_ledger_knows_its_reports_again(tmp_path: Path) -> None:
    folder = usual(tmp_path)
    async with visit_library(folder) as sitting:
        await sitting.press("8")
        page = sitting.app.screen
        assert isinstance(page, LedgerScreen)
        rows = [row.id for row in page.rows.shown]
        await sitting.press("escape", "8")
        again = sitting.app.screen
        assert isinstance(again, LedgerScreen)
        assert [row.id for row in again.rows.shown] == rows


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_help_and_the_way_back_are_hinted_at_in_a_narrow_terminal(path: Path, language: str) -> None:
    speak(language)
    async with visit_ledger(path, size=NARROW) as ledger:
        hints = ledger.text().splitlines()[-1]
        assert "Esc" in hints
        assert "?" in hints
