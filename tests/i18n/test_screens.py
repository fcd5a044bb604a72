"""The screens in both languages: no English in the Chinese ones, and nothing cut off in either."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.house import NARROW, SIZES, SMALL, STANDARD, WIDE, Visit, bundled, visit
from tourview.i18n import _, speak
from tourview.open import Opening
from tourview.reader_table import ENDINGS as READABLE
from tourview.report import Progress, Report
from tourview.tui.commands import READING
from tourview.tui.memory import Memory
from tourview.tui.screens.help import QUERIES
from tourview.tui.screens.loading import LoadingScreen
from tourview.typeset import cell_width
from tourview.writers import ENDINGS as WRITABLE

LANGUAGES = ("zh", "en")
PROGRAM = {"tourview"}
KEYS = {"Tab", "Esc", "Enter", "Space", "Home", "End", "PgUp", "PgDn", "Backspace", "Ctrl", "Shift", "gg"}
ENDINGS = {ending.removeprefix(".") for ending in (*READABLE, *WRITABLE)} | {"YAML", "Markdown"}
TERMS = {"lesson", "OSC", "XX", "km"}
"""What a Chinese screen says in Latin letters: a kind as it is typed, a protocol, a redacted name, a unit."""
ALLOWED = PROGRAM | KEYS | ENDINGS | TERMS


def english(text: str, *, names: Sequence[str] = ()) -> set[str]:
    """The words in Latin letters on a screen, but for those it may have."""
    return set(re.findall(r"[A-Za-z]{2,}", text)) - ALLOWED - set(names)


async def scrolled(sitting: Visit) -> str:
    """A screen's lines from the first to the last, the key j scrolling it."""
    seen = [sitting.text()]
    while True:
        await sitting.press("j", "j", "j")
        if sitting.text() == seen[-1]:
            return "\n".join(seen)
        seen.append(sitting.text())


async def test_the_reading_room_speaks_chinese() -> None:
    speak("zh")
    async with visit(bundled("zh"), WIDE, Memory(fresh=True)) as sitting:
        assert "上下键移动" in sitting.text()
        seen = [sitting.text()]
        for key in "2345":
            await sitting.press(key)
            seen.append(sitting.text())
        assert "措施 5" in seen[-1]
        assert not english("\n".join(seen))


async def test_the_help_speaks_chinese() -> None:
    speak("zh")
    async with visit(SMALL) as sitting:
        await sitting.press("?")
        text = await scrolled(sitting)
        assert "按键" in text
        assert not english(text)


async def test_the_search_bar_speaks_chinese() -> None:
    speak("zh")
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区")
        seen = [sitting.text()]
        assert "全部" in seen[0]
        assert "第 1 处，共 9 处，7 节" in seen[0]
        await sitting.press("enter", "n")
        seen.append(sitting.text())
        await sitting.press("/", *"没有的词")
        seen.append(sitting.text())
        assert "未找到" in seen[-1]
        assert not english("\n".join(seen))


async def test_the_prompts_speak_chinese(tmp_path: Path) -> None:
    speak("zh")
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, "utf-8")
    async with visit(path) as sitting:
        seen: list[str] = []
        for keys in ([":"], ["9"], ["enter"], ["escape"], ["o"], ["escape"], ["e"], ["escape"], ["ctrl+p"]):
            await sitting.press(*keys)
            seen.append(sitting.text())
        assert "本报告没有 9 节" in seen[2]
        assert not english("\n".join(seen), names=re.findall(r"[A-Za-z]{2,}", str(path)))


async def test_the_palette_speaks_chinese_when_nothing_is_found() -> None:
    speak("zh")
    async with visit(SMALL) as sitting:
        await sitting.press("ctrl+p", *"xyz")
        await sitting.pilot.pause(0.4)
        assert "未找到" in sitting.text()
        await sitting.press("enter")
        assert sitting.app.screen is sitting.room


async def test_messages_speak_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speak("zh")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, "utf-8")
    async with visit(path) as sitting:
        (tmp_path / "报告.md").write_text("", "utf-8")
        for keys, expected in (
            (["r"], "已重新读取"),
            (["Y"], "节号 0 已复制到终端剪贴板（OSC 52）"),
            (["y"], "引文已复制到终端剪贴板（OSC 52）"),
        ):
            await sitting.press(*keys)
            assert expected in sitting.told[-1]
            assert not english(sitting.told[-1])
        for keys, expected in (
            (["e", "ctrl+u", *"报告.md", "enter"], "已有同名文件"),
            (["ctrl+u", *"no/a.md", "enter"], "没有这个文件"),
            (["ctrl+u", *"a.no", "enter"], "文件名应以"),
            (["escape", "o", *"no.txt", "enter"], "没有这个文件"),
        ):
            await sitting.press(*keys)
            assert expected in sitting.text()
            assert not english(sitting.text(), names=["no", "yml", "markdown", *re.findall("[A-Za-z]{2,}", str(path))])


async def test_waiting_speaks_chinese() -> None:
    speak("zh")

    def load(progress: Progress) -> Report:
        progress(0.5)
        return visit_report

    visit_report = bundled("zh").load(lambda _share: None)
    async with visit(SMALL) as sitting:
        sitting.app.push_screen(LoadingScreen(Opening(None, "报告.txt", None, load)))
        await sitting.pilot.pause()
        assert not english(sitting.text(), names=["txt"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_help_shows_every_command_whole(language: str, size: tuple[int, int]) -> None:
    speak(language)
    async with visit(SMALL, size) as sitting:
        await sitting.press("?")
        text = await scrolled(sitting)
        assert not [_(command.title) for command in READING if command.keys and _(command.title) not in text]
        assert not [_(meaning) for _query, meaning in QUERIES if _(meaning) not in text]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_search_bar_shows_whole_where_one_is(language: str, size: tuple[int, int]) -> None:
    speak(language)
    async with visit(bundled("zh"), size) as sitting:
        await sitting.press("/", *"发展", "enter", "n")
        bar = next(line for line in sitting.lines() if "/ 发展" in line)
        assert sitting.status in bar
        assert "发展" in sitting.field


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_hints_are_shown_whole_or_not_at_all(language: str, size: tuple[int, int]) -> None:
    speak(language)
    async with visit(SMALL, size) as sitting:
        for keys in ([], ["/"], [*"园区", "enter"]):
            await sitting.press(*keys)
            hints = [f"{command.shown} {_(command.hint)}" for command in sitting.room.commands_here()]
            line = sitting.lines()[-1].strip()
            assert any(line == "   ".join(hints[:count]) for count in range(3, len(hints) + 1)), line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [STANDARD, NARROW])
async def test_prompts_show_whole_what_they_ask_for(language: str, size: tuple[int, int]) -> None:
    speak(language)
    async with visit(SMALL, size) as sitting:
        await sitting.press(":")
        assert _("a ref, such as 2.1.3") in sitting.text()
        await sitting.press("escape", "o")
        assert _("a report's path") in sitting.text()
        await sitting.press("escape", "e", "ctrl+u")
        assert _("a file: .json, .yaml, .txt, .md, .html or .csv") in sitting.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_palette_shows_every_command_whole(language: str) -> None:
    speak(language)
    for command in READING:
        assert cell_width(_(command.title)) <= 34
