"""Export, open another, read again: what happens to files, and what a person is told of it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.tui.house import SMALL, STANDARD, Visit, text_opening, visit
from tourview.open import open_report, open_text
from tourview.reader_table import ENDINGS as READABLE
from tourview.report import ReportError
from tourview.tui import app as app_module
from tourview.tui.files import export_to, suggest_reports
from tourview.tui.screens.prompt import PromptScreen
from tourview.writers import ENDINGS as WRITABLE
from tourview.writers import write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports and something else."""
    (tmp_path / "one.txt").write_text(SMALL, encoding="utf-8")
    (tmp_path / "two.md").write_text("# 第二篇报告\n\n## 一、收获\n\n一段话。\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "inner").mkdir()
    return tmp_path


async def answer(sitting: Visit, text: str) -> None:
    """Put an answer into the prompt and give it."""
    sitting.app.screen.query_one(Input).value = text
    await sitting.press("enter")


def assert_refused(sitting: Visit, text: str, reason: str) -> None:
    """That the prompt stays open with the answer, and tells why it will not do; no note lies over it."""
    assert isinstance(sitting.app.screen, PromptScreen)
    assert sitting.app.screen.query_one(Input).value == text
    assert reason in "".join(line.strip() + " " for line in sitting.lines())
    assert not any(reason in told for told in sitting.told)


# Export


@pytest.mark.parametrize(
    ("ending", "form"),
    [("json", "json"), ("yml", "yaml"), ("MD", "md"), ("markdown", "md"), ("txt", "txt"), ("HTML", "html")],
)
async def test_the_ending_tells_the_format_of_an_export(folder: Path, ending: str, form: str) -> None:
    path = folder / f"out.{ending}"
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await answer(sitting, str(path))
        assert path.read_text(encoding="utf-8") == write(sitting.room.report, form)
        assert sitting.told == [f"Written: {path}"]
        assert sitting.in_room


async def test_a_spreadsheet_is_told_the_encoding_of_an_export(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await answer(sitting, str(folder / "out.csv"))
        written = (folder / "out.csv").read_bytes()
        assert written == b"\xef\xbb\xbf" + write(sitting.room.report, "csv").encode()


async def test_export_offers_a_name(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        assert sitting.app.screen.query_one(Input).value == "one.md"


async def test_export_offers_a_name_that_is_free(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    async with visit(folder / "one.txt", STANDARD) as sitting:
        for name in ("one.md", "one-2.md", "one-3.md"):
            await sitting.press("e")
            assert sitting.app.screen.query_one(Input).value == name
            await sitting.press("enter")
            assert (folder / name).exists()


async def test_an_answer_that_was_refused_can_be_mended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await sitting.press("ctrl+u", *"out.", "enter")
        assert_refused(sitting, "out.", "its ending must be one of")
        await sitting.press(*"md")
        assert "its ending" not in sitting.text()
        await sitting.press("enter")
        assert (folder / "out.md").exists()
        await sitting.press("o")
        await sitting.press(*"two.m", "enter")
        assert_refused(sitting, "two.m", "there is no such file")
        await sitting.press("d", "enter")
        assert sitting.room.report.title == "第二篇报告"


async def test_what_shows_only_as_a_big_file_is_read_is_told(folder: Path) -> None:
    (folder / "big.yaml").write_text("title: x\nsections: 5\nnote: " + "x" * (1 << 20), encoding="utf-8")
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("o")
        await answer(sitting, str(folder / "big.yaml"))
        assert len(sitting.told) == 1
        assert sitting.told[0].startswith(str(folder / "big.yaml"))
        assert sitting.room.report.title == "赴海滨市学习考察报告"


async def test_an_export_never_overwrites(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await answer(sitting, str(folder / "one.txt"))
        assert (folder / "one.txt").read_text(encoding="utf-8") == SMALL
        assert_refused(sitting, str(folder / "one.txt"), "the file exists already; choose another name")


@pytest.mark.parametrize("name", ["out.docx", "out", "no/such/folder/out.md", "~nobody-of-this-name/out.md"])
async def test_an_export_that_cannot_be_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await answer(sitting, name)
        assert_refused(sitting, name, "its ending must be" if name.startswith("out") else "it cannot be written")
    assert sorted(folder.rglob("*")) == before


async def test_an_export_goes_into_the_home_that_is_meant(folder: Path, own_home: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await answer(sitting, "~/out.json")
        assert json.loads((own_home / "out.json").read_text(encoding="utf-8"))["title"] == "赴海滨市学习考察报告"


def test_an_unknown_ending_names_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"its ending must be one of \.json, \.yaml, .*\.md"):
        export_to(open_text(SMALL), tmp_path / "x.docx")


# Open another


async def test_another_report_is_opened_and_the_first_one_s_place_remembered(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press(":", *"2.1.2", "enter", "o")
        await answer(sitting, str(folder / "two.md"))
        assert sitting.room.report.title == "第二篇报告"
        assert "第二篇报告" in sitting.lines()[0]
        await sitting.press("o")
        await answer(sitting, str(folder / "one.txt"))
        assert sitting.here == "2.1.2"
        assert "配套弱" in sitting.page()[0]


async def test_reports_nearby_are_offered_and_taken_with_the_keys(folder: Path) -> None:
    async with visit(folder / "one.txt") as sitting:
        await sitting.press("o")
        shown = sitting.text()
        assert "one.txt" in shown
        assert "two.md" in shown
        assert "picture.png" not in shown
        assert "hidden" not in shown
        await sitting.press("down", "down", "enter")
        assert sitting.room.report.title == "第二篇报告"


async def test_suggestions_follow_what_is_typed(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("o")
        sitting.app.screen.query_one(Input).value = f"{folder}/t"
        await sitting.settle()
        assert sitting.app.screen.query_one(OptionList).option_count == 1
        await sitting.press("tab", "enter")
        assert sitting.room.report.title == "第二篇报告"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nosuch.txt", "there is no such file"),
        ("picture.png", "picture.png: "),
        ("inner", "it is a folder without reports"),
        ("~nobody-of-this-name/x.txt", "there is no such file"),
        ("x" * 300, "it cannot be read"),
    ],
)
async def test_what_cannot_be_opened_is_asked_for_again_and_the_old_report_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    monkeypatch.chdir(folder)
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("o")
        await answer(sitting, name)
        assert_refused(sitting, name, message)
        assert sitting.room.report.title == "赴海滨市学习考察报告"


async def test_a_tilde_being_typed_does_no_harm(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("o", *"~nobody", "escape")
        assert sitting.in_room


async def test_the_search_does_not_outlive_its_report(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("/", *"园区", "enter", "o")
        await answer(sitting, str(folder / "two.md"))
        await sitting.press("n", "/", *"一段")
        assert sitting.status == "1st of 1 hit in 1 section"


def test_with_nothing_typed_the_reports_read_lately_come_first(folder: Path) -> None:
    recent = [folder / "two.md", folder / "gone.txt"]
    shown = [path for path, _shown in suggest_reports(folder, recent, "")]
    assert shown == [str(folder / "two.md"), str(folder / "one.txt")]


def test_folders_are_suggested_with_a_slash_and_looked_into(folder: Path) -> None:
    (folder / "inner" / "deep.txt").write_text("x")
    assert [path for path, _shown in suggest_reports(folder, [], f"{folder}/IN")] == [f"{folder}/inner/"]
    assert [path for path, _shown in suggest_reports(folder, [], f"{folder}/inner/")] == [f"{folder}/inner/deep.txt"]
    assert suggest_reports(folder, [], f"{folder}/nosuch/x") == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_one_may_not_enter_has_no_suggestions(folder: Path) -> None:
    (folder / "inner").chmod(0)
    try:
        assert suggest_reports(folder / "inner", [folder / "inner" / "x.txt"], "") == []
    finally:
        (folder / "inner").chmod(0o755)


def test_no_more_than_a_dozen_are_suggested(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("x")
    assert len(suggest_reports(tmp_path, [], "")) == 12
    assert len(suggest_reports(tmp_path, [], f"{tmp_path}/")) == 12


# Reading again


async def test_r_reads_the_file_again_at_the_same_section(folder: Path) -> None:
    path = folder / "one.txt"
    async with visit(path, STANDARD) as sitting:
        await sitting.press(":", *"2.1.2", "enter")
        path.write_text(SMALL.replace("近日，", "近日，经批准，").replace("水电气", "水、电、气"), encoding="utf-8")
        await sitting.press("r")
        assert sitting.here == "2.1.2"
        assert "水、电、气还没有通到园区门口。" in "".join(sitting.page())
        assert "配套弱" in sitting.page()[0]
        assert sitting.told == ["Read again"]


async def test_reading_again_follows_a_section_that_has_moved(folder: Path) -> None:
    path = folder / "one.txt"
    async with visit(path, STANDARD) as sitting:
        await sitting.press(":", *"3.2", "enter")
        path.write_text(
            SMALL.replace("三、下一步", "三、新的一章\n（一）新的一节。新的话。\n四、下一步"), encoding="utf-8"
        )
        await sitting.press("r")
        assert sitting.here == "4.2"
        assert "改进作风" in sitting.page()[0]


async def test_reading_again_keeps_search_view_and_folds(folder: Path) -> None:
    path = folder / "one.txt"
    async with visit(path, STANDARD) as sitting:
        await sitting.press("/", *"园区", "enter", "4")
        path.write_text(SMALL.replace("配套弱", "园区配套弱"), encoding="utf-8")
        await sitting.press("r")
        assert sitting.status == "5 hits in 3 sections"
        assert sitting.refs == ["2", "2.1", "2.1.1", "2.1.2"]
        await sitting.press("n")
        assert sitting.status.endswith("of 5 hits in 3 sections")


async def test_reading_again_takes_on_a_new_title(folder: Path) -> None:
    path = folder / "one.txt"
    async with visit(path, STANDARD) as sitting:
        path.write_text(SMALL.replace("赴海滨市", "赴山前县"), encoding="utf-8")
        await sitting.press("r")
        assert "赴山前县学习考察报告" in sitting.lines()[0]


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"\0" * 99)]
)
async def test_a_file_that_became_unreadable_leaves_the_old_text(folder: Path, spoil: Callable[[Path], object]) -> None:
    path = folder / "one.txt"
    async with visit(path, STANDARD) as sitting:
        await sitting.press(":", *"2.1.2", "enter")
        before = sitting.page()
        spoil(path)
        await sitting.press("r")
        assert sitting.page() == before
        assert sitting.here == "2.1.2"
        assert len(sitting.told) == 1
        assert sitting.told[0].startswith(str(path))


async def test_a_report_from_standard_input_stays_as_it_was_read() -> None:
    async with visit(text_opening(SMALL, "stdin"), STANDARD) as sitting:
        before = sitting.text()
        await sitting.press("r")
        assert sitting.text() == before


async def test_a_changed_file_is_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "_WATCH", 0.01)
    path = folder / "one.txt"
    async with visit(path, STANDARD) as sitting:
        path.write_text(SMALL + "（三）再加一条。", encoding="utf-8")
        while not sitting.told:
            await sitting.pilot.pause(0)
        for _look in range(20):
            await sitting.pilot.pause(0)
        assert sitting.told == ["The file has changed; r reads it again"]
        await sitting.press("r")
        assert "3.3" in sitting.refs


async def test_a_file_that_has_gone_is_not_a_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "_WATCH", 0.01)
    async with visit(folder / "one.txt", STANDARD) as sitting:
        (folder / "one.txt").unlink()
        for _look in range(20):
            await sitting.pilot.pause(0)
        assert sitting.told == []


def foot(sitting: Visit) -> str:
    return sitting.lines()[-1].strip()


async def test_prompts_tell_their_keys_and_the_endings_that_are_known(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        assert foot(sitting) == f"Enter OK   Esc cancel   {' '.join(WRITABLE)}"
        await sitting.press("escape", "o")
        assert foot(sitting).startswith("Enter OK   Esc cancel   Tab complete   ↑↓ choose   .txt .md .docx .pdf")
        assert set(foot(sitting).split("choose   ")[1].split()) <= set(READABLE)
        await answer(sitting, "")
        await sitting.press("o", *"nothing-like-it")
        assert foot(sitting).startswith("Enter OK   Esc cancel   .txt")
        await sitting.press("escape", "6", "e")
        assert foot(sitting) == "Enter OK   Esc cancel   .csv .json"


async def test_a_click_on_a_prompts_key_does_what_the_key_does(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        await sitting.press("e")
        await sitting.click("Esc cancel")
        assert sitting.in_room
        await sitting.press("e")
        sitting.app.screen.query_one(Input).value = str(folder / "clicked.md")
        await sitting.click("Enter OK")
        assert (folder / "clicked.md").exists()


async def test_prompts_are_left_with_escape(folder: Path) -> None:
    async with visit(folder / "one.txt", STANDARD) as sitting:
        for key in "eo:":
            await sitting.press(key)
            assert isinstance(sitting.app.screen, PromptScreen)
            await sitting.press("escape")
            assert sitting.in_room
    assert open_report(folder / "one.txt").title == "赴海滨市学习考察报告"
