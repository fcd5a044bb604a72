"""Help, the command palette, leaving."""

import re
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from tests.tui.house import NARROW, SMALL, STANDARD, WIDE, Visit, visit
from tests.tui.ledger_house import visit_ledger
from tourview.i18n import _, speak
from tourview.tui.commands import READING
from tourview.tui.commands.hints import hints_for
from tourview.tui.commands.ledger import LEDGER
from tourview.tui.commands.viewing import Zoom
from tourview.tui.memory import Memory
from tourview.tui.screens.help import HelpScreen
from tourview.tui.themes import INK, PAPER
from tourview.tui.widgets.help_list import HelpList
from tourview.typeset import cell_width


async def whole_help(sitting: Visit) -> str:
    """The help's lines from the first to the last."""
    seen = [sitting.text()]
    while True:
        await sitting.press("pagedown")
        if sitting.text() == seen[-1]:
            return "\n".join(seen)
        seen.append(sitting.text())


@pytest.mark.parametrize("key", ["?", "？", "f1"])
async def test_help_is_opened_and_closed_by_the_same_key(key: str) -> None:
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press(key)
        assert isinstance(sitting.app.screen, HelpScreen)
        await sitting.press(key)
        assert sitting.in_room


@pytest.mark.parametrize("key", ["escape", "q", "enter"])
async def test_help_is_left_by_the_usual_keys(key: str) -> None:
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("?", key)
        assert sitting.in_room


@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW])
async def test_help_names_every_command_with_its_key(size: tuple[int, int]) -> None:
    async with visit(SMALL, size) as sitting:
        await sitting.press("?")
        text = await whole_help(sitting)
        for command in READING:
            if command.keys:
                assert f"{command.shown}  " in text
                assert _(command.title) in text


async def test_help_scrolls_by_its_keys() -> None:
    async with visit(SMALL, NARROW) as sitting:
        await sitting.press("?")
        top = sitting.text()
        for down, up in (
            ("j", "k"),
            ("down", "up"),
            ("pagedown", "pageup"),
            ("space", "ctrl+b"),
            ("ctrl+f", "home"),
            ("G", "g"),
            ("end", "home"),
        ):
            await sitting.press(down)
            assert sitting.text() != top
            await sitting.press(up)
            assert sitting.text() == top


@pytest.mark.parametrize("key", ["G", "end"])
async def test_the_end_of_the_help_is_one_key_away(key: str) -> None:
    async with visit(SMALL, NARROW) as sitting:
        await sitting.press("?", key)
        assert "only lessons; or @gap, @commitment" in sitting.text()


async def test_the_help_stands_in_two_columns_of_like_length() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("?")
        left, right = (column.region.height for column in sitting.app.screen.query(".help-column"))
        assert abs(left - right) <= 3


@pytest.mark.parametrize("size", [WIDE, STANDARD, NARROW])
async def test_what_a_key_does_keeps_to_its_column(size: tuple[int, int], tmp_path: Path) -> None:
    async with visit_ledger(tmp_path / "ledger.sqlite3", size=size) as ledger:
        await ledger.press("?")
        for column in ledger.sitting.app.screen.query(".help-column").results(HelpList):
            lines = [str(line) for line in column.render().split()]
            assert len(lines) == column.content_size.height
            assert all(cell_width(line) <= column.content_size.width for line in lines)
            starts = {command.shown for command in LEDGER}
            wrapped = [line for line in lines if len(line) > 14 and line[:14].strip() not in starts]
            assert all(line.startswith(" " * 14) for line in wrapped)


async def test_the_help_s_scroll_bar_can_be_told_from_its_ground() -> None:
    async with visit(SMALL, NARROW) as sitting:
        await sitting.press("?")
        bar = sitting.app.screen.query_one("#help").styles.scrollbar_color
        assert bar.hex.lower() == INK.variables["dim"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("searching", [False, True])
def test_help_and_quit_are_hinted_at_in_sixty_columns(language: str, narrow: bool, searching: bool) -> None:
    speak(language)
    hints = [
        f"{command.shown} {_(command.hint)}" for command in hints_for(typing=False, searching=searching, narrow=narrow)
    ]
    last = next(place for place, hint in enumerate(hints) if hint.startswith("q "))
    assert hints[last - 1].startswith("? ")
    assert cell_width("   ".join(hints[: last + 1])) <= NARROW[0] - 4


def test_hints_name_one_key_that_does_something_there() -> None:
    for searching in (False, True):
        assert Zoom not in hints_for(typing=False, searching=searching, narrow=True)
    assert Zoom in hints_for(typing=False, searching=False)
    typed = [command.shown for command in hints_for(typing=True, searching=True)]
    assert typed[-1] == "F1"
    assert "?" not in typed


async def test_help_opens_from_the_search_field_by_f1_only() -> None:
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("/", "f1")
        assert isinstance(sitting.app.screen, HelpScreen)
        await sitting.press("escape")
        assert sitting.bar.field.has_focus


async def find_in_palette(sitting: Visit, name: str) -> None:
    """Choose a command in the palette by typing its name."""
    await sitting.press("ctrl+p", *name)
    await sitting.settle()
    await sitting.press("enter")
    if CommandPalette.is_open(sitting.app):
        await sitting.press("enter")
    await sitting.settle()


async def test_the_palette_lists_the_commands() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("ctrl+p")
        assert CommandPalette.is_open(sitting.app)
        listed = sitting.text()
        assert "Go to the beginning" in listed
        assert "Jump to a ref" in listed
        await sitting.press("escape")
        assert sitting.in_room


async def test_the_palette_shows_the_keys_in_rows_of_one_line() -> None:
    async with visit(SMALL, (120, 60)) as sitting:
        await sitting.press("ctrl+p")
        rows = [str(option.prompt) for option in sitting.app.screen.query_one(OptionList).options]
        entries = list(sitting.app.get_system_commands(sitting.room))
        assert len(rows) == len(entries)
        for entry, row in zip(entries, rows, strict=True):
            assert row.startswith(entry.title)
            assert row.removeprefix(entry.title).strip() == entry.help
        await sitting.press(*"jump")
        await sitting.pilot.pause(0.3)
        assert any(re.search(r"Jump to a ref {2,}: ", row) for row in sitting.lines())


async def test_the_themes_are_offered_first_and_ours_first_among_them() -> None:
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("ctrl+p")
        assert "Theme" in sitting.text()
        await sitting.press("enter")
        await sitting.pilot.pause(0.3)
        names = [row.strip() for row in sitting.lines()]
        first = names.index("ink")
        assert names[first + 1] == "paper"
        assert names[first + 2] == "ansi-dark"
        await sitting.press("down", "enter")
        assert sitting.app.theme == "paper"


@pytest.mark.parametrize(
    ("name", "ref"), [("Commitments", "3"), ("Go to the end", "3.2"), ("Lessons", "1.2"), ("Next of the same", "1")]
)
async def test_the_palette_does_what_the_key_would(name: str, ref: str) -> None:
    async with visit(SMALL) as sitting:
        await find_in_palette(sitting, name)
        assert sitting.in_room
        assert sitting.here == ref


async def test_the_palette_opens_the_other_screens() -> None:
    async with visit(SMALL) as sitting:
        await find_in_palette(sitting, "Keys")
        assert isinstance(sitting.app.screen, HelpScreen)
        await sitting.press("escape")
        await find_in_palette(sitting, "Search")
        assert sitting.bar.field.has_focus


async def test_every_command_of_the_palette_can_be_done() -> None:
    async with visit(SMALL, STANDARD) as sitting:
        for entry in sitting.app.get_system_commands(sitting.room):
            if entry.title != _("Quit"):
                entry.callback()
                await sitting.settle()
                while not sitting.in_room:
                    await sitting.press("escape")
        assert not sitting.app._exit


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving(key: str) -> None:
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.pilot.press(key)
        assert sitting.app._exit
        assert sitting.app.return_code == 0


async def test_t_turns_the_page_light_and_dark() -> None:
    memory = Memory(fresh=False)
    async with visit(SMALL, STANDARD, memory) as sitting:
        assert sitting.app.current_theme.background == INK.background
        await sitting.press("t")
        assert sitting.app.current_theme.background == PAPER.background
        grounds = {
            segment.style.bgcolor.name
            for strip in sitting.strips()
            for segment in strip
            if segment.style and segment.style.bgcolor
        }
        assert PAPER.background in grounds
        assert INK.background not in grounds
        await sitting.press("t")
        assert sitting.app.theme == "ink"


def test_no_key_means_two_things() -> None:
    keys = [key for command in READING for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_is_told_of() -> None:
    for command in READING:
        assert command.__doc__
        assert command.title
        assert command.shown
        assert command.title[-1] not in ".。"
