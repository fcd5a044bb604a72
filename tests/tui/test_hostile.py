"""Texts that mean harm, or nothing: shown as they are, never obeyed, never a crash."""

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.house import NARROW, SIZES, STANDARD, WIDE, Visit, visit
from tourview.open import Opening
from tourview.report import Facts, Passage, Progress, Report, Section, Source
from tourview.tui.memory import Memory

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

HOSTILE = """\x1b[2J关于\x1b]0;owned\x07的报告
\x1b[31m红字\x1b[0m，\x1bP+q\x1b\\，\x9b31m，\x07铃。
一、[bold]标题[/] 和 [@click=app.quit]点我[/]
（一）左\u202e右\u202c颠倒\u2066隔离\u2069。一段\u200b话，[red]不是颜色[/red]，\x08\x08退格。
（二）[/]。$accent [reverse] \\[b] :smile: {0} %s
二、\x1b[5m措施
一是\x7f删除\x1b[?1049l退出\x1b[c。正文。
"""


def report_of(sections: tuple[Section, ...], title: str = "题目", text: str = "") -> Opening:
    """An opening of a report made by hand."""
    report = Report(title, text, "zh", Source("hand.txt", ""), sections, facts=Facts())

    def load(_progress: Progress) -> Report:
        return report

    return Opening(None, "hand.txt", report, load)


ROUND = (
    *("j", "k", "t", "G", "g", "h", "l", "2", "5", "1", "[", "]", "p", "z", "z", "/", "园", "down", "enter", "n", "N"),
    *("y", "Y", "escape", "enter", "tab", "down", "pagedown", "end", "home", "backspace", "f3", "left", "right"),
)
"""Every key of the reading room that does something."""


async def wander(sitting: Visit) -> None:
    """Go round the house by every key, and see that nothing leaks on the way."""
    await sitting.press(*ROUND)
    assert not CONTROL.search("".join(sitting.lines()))
    assert sitting.in_room
    await sitting.press("?", "escape", "ctrl+p", "escape", "e", "escape", "o", "escape", ":", "1")
    assert not CONTROL.search("".join(sitting.lines()))
    await sitting.press("escape")
    assert sitting.in_room


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_no_control_character_reaches_the_terminal(size: tuple[int, int]) -> None:
    async with visit(HOSTILE, size) as sitting:
        await wander(sitting)
        await sitting.press("g", "g", "tab")
        assert {strip.cell_length for strip in sitting.strips()} == {size[0]}


async def test_escapes_are_shown_as_pictures_and_markup_as_it_stands() -> None:
    async with visit(HOSTILE) as sitting:
        text = sitting.text()
        assert "␛[31m红字␛[0m" in text
        assert "，␇铃。" in text
        assert "[bold]标题[/] 和 [@click=app.quit]点我[/]" in text
        assert "[red]不是颜色[/red]" in text
        assert "左\ufffd右\ufffd颠倒" in text


async def test_markup_in_a_heading_is_not_obeyed_anywhere() -> None:
    async with visit(HOSTILE) as sitting:
        await sitting.press(":", *"1.2", "enter")
        assert "[bold]标题[/] 和 [@click=app.quit]点我[/]" in sitting.lines()[2]
        await sitting.click("点我", line=2)
        assert not sitting.app._exit
        assert sitting.here == "1"
        await sitting.press(":", "1")
        assert "[bold]标题[/]" in sitting.text()
        await sitting.press("escape", "y", "e")
        sitting.app.screen.query_one(Input).value = "[bold]x[/].zip"
        await sitting.press("enter")
        assert "[bold]x[/].zip: " in sitting.text()


async def test_a_query_of_markup_and_escapes_is_only_a_query() -> None:
    async with visit(HOSTILE, STANDARD) as sitting:
        await sitting.press("/", *"[bold]")
        assert sitting.status == "1st of 1 hit in 1 section"
        await sitting.paste("\x1b[31m\t@[x]\r\n\x1b]0;no\x07")
        assert sitting.field == "[bold][31m @[x] "
        assert not CONTROL.search("".join(sitting.lines()))


async def test_a_title_of_control_characters_does_not_spoil_the_title_line() -> None:
    async with visit("\x1b[2J关于赴外地学习考察的报告\n\n一段话。\n") as sitting:
        assert "␛[2J" in sitting.lines()[0]


async def test_a_name_with_markup_and_escapes() -> None:
    async with visit("一段没有题目的话，写得并不短，因此不会被当成题目，只能用文件名。\n") as sitting:
        assert "small" in sitting.lines()[0]


@pytest.mark.parametrize("size", SIZES)
async def test_a_heading_of_300_characters_wraps_in_the_reader_and_is_cut_in_the_outline(size: tuple[int, int]) -> None:
    heading = "长" * 300
    section = Section(
        "1", "a", "一、", Passage(heading, ((0, 3),)), 1, None, (Passage("文。", ((0, 304),)),), (0, 306), 306
    )
    async with visit(report_of((section,), text=f"一、{heading}。文。"), size) as sitting:
        assert any(row.rstrip().endswith("..") for row in sitting.tree())
        await sitting.press("enter")
        assert "".join(sitting.page()).count("长") == 300
        assert {strip.cell_length for strip in sitting.strips()} == {size[0]}
        await sitting.press(":", "1")
        await sitting.press("enter", "y")
        assert sitting.here == "1"


@pytest.mark.parametrize(
    "text",
    [
        "赴海滨市学习考察报告\n",
        "只有一段。",
        "\u3000\u3000一、\n",
        "一、\n二、\n三、\n",
        "a",
    ],
)
async def test_reports_with_next_to_nothing_in_them(text: str) -> None:
    async with visit(text, NARROW) as sitting:
        await wander(sitting)


@pytest.mark.parametrize(
    "sections",
    [
        (Section("0", "a", "", None, 1, None, (), (0, 0), 0),),
        (Section("1", "a", "", Passage("空", ((0, 0),)), 1, None, (), (0, 1), 1),),
        (Section("1", "a", "", Passage("", ((0, 0),)), 1, None, (Passage("", ((0, 0),)),), (0, 0), 0),),
    ],
    ids=["empty lead-in", "only a heading", "only empty passages"],
)
async def test_sections_without_paragraphs(sections: tuple[Section, ...]) -> None:
    async with visit(report_of(sections), STANDARD) as sitting:
        await wander(sitting)


async def test_one_paragraph_without_any_break() -> None:
    async with visit("长行\n\n" + "x" * 200_000, STANDARD) as sitting:
        await sitting.press("tab", "pagedown", "G", "g")
        assert {strip.cell_length for strip in sitting.strips()} == {80}


async def test_characters_of_no_and_of_double_width_keep_the_lines_whole() -> None:
    text = "宽度\n\n" + "e\u0301a\u0308 👩\u200d👩\u200d👧 🇨🇳 ✌️ １２３ ｱｲｳ ①② \u200b\ufeff “引号”——…… " * 20
    async with visit(text, STANDARD) as sitting:
        for _page in range(3):
            for y in range(sitting.reader.size.height):
                assert sitting.reader.render_line(y).cell_length == sitting.reader.size.width
            await sitting.press("tab", "pagedown")


async def test_a_file_s_name_reaches_the_terminal_only_as_text(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;名\x07[b]\u202e.txt"
    path.write_text("一段没有题目的话，写得并不短，因此不会被当成题目，只能用文件名。\n", encoding="utf-8")
    (tmp_path / "全角\u3000空格.txt").write_text("x", encoding="utf-8")
    memory = Memory(places={str(path): 0}, fresh=False)
    seen = []
    async with visit(path, (200, 30), memory) as sitting:
        seen += sitting.lines()
        assert "␛]0;名␇[b]\ufffd" in sitting.lines()[0]
        await sitting.press("o")
        assert "全角\u3000空格.txt" in sitting.text()
        for keys in (["down", "tab"], ["escape", "e"], ["escape"]):
            seen += sitting.lines()
            await sitting.press(*keys)
        path.unlink()
        await sitting.press("r")
        seen += sitting.told
        assert len(sitting.told) == 1
    assert not CONTROL.search("".join(seen))
