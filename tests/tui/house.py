"""A person in front of the program: opens reports, presses keys, reads the screen."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from textual._xterm_parser import XTermParser
from textual.events import Key, MouseScrollDown, MouseScrollUp, Paste
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import WorkerCancelled

from tourview.bundled import bundled_path
from tourview.open import Opening, open_text, prepare
from tourview.report import Progress, Report
from tourview.tui.app import TourviewApp
from tourview.tui.ledger_choice import USUAL, LedgerChoice
from tourview.tui.memory import Memory
from tourview.tui.painting import GUTTER, MARK
from tourview.tui.screens.reading import ReadingScreen
from tourview.tui.widgets.outline import Outline
from tourview.tui.widgets.reader import Reader
from tourview.tui.widgets.searchbar import Found, SearchBar
from tourview.typeset import cell_width

WIDE = (120, 40)
STANDARD = (80, 24)
NARROW = (60, 20)
SIZES = (WIDE, STANDARD, NARROW)

_LOOK = 0.001
"""Seconds between two looks for what comes by a timer."""

SMALL = """赴海滨市学习考察报告
近日，考察组一行12人赴海滨市，看码头，进园区，访企业。现将情况报告如下。
一、考察的基本情况
（一）考察的项目
港口新区：参观考察了海水淡化厂和冷链物流园区。
老城区：走访了三个社区。
（二）考察的启示
一是敢想敢试。海滨市把滩涂变成了园区，办法都是试出来的。
二是久久为功。一张图纸画到底，十年不换。
二、对照先进找差距
（一）园区的差距
一是园区小。我市的园区面积只有对方的三成。
二是配套弱。水电气还没有通到园区门口。
（二）作风的差距
一是办事慢。一个章要跑五趟。
三、下一步的措施
（一）扩大园区。三年内把园区面积翻一番。
（二）改进作风。一件事跑一趟。
"""
"""A small report of our own: 园区 stands in it 9 times in 7 sections."""


@dataclass(frozen=True)
class Visit:
    """One sitting: the program, and the hands on the keys."""

    app: TourviewApp
    pilot: Pilot[object]

    @property
    def room(self) -> ReadingScreen:
        room = self.app.room
        assert room is not None
        return room

    @property
    def in_room(self) -> bool:
        """Whether nothing lies over the reading room."""
        return self.app.screen is self.app.room

    @property
    def reader(self) -> Reader:
        return self.room.reader

    @property
    def outline(self) -> Outline:
        return self.room.outline

    @property
    def bar(self) -> SearchBar:
        return self.room.query_one(SearchBar)

    @property
    def field(self) -> str:
        """What stands in the search field."""
        return self.bar.field.value

    @property
    def status(self) -> str:
        """What the search bar tells."""
        return self.room.query_one(Found).status

    @property
    def here(self) -> str:
        """The ref of the section one is at."""
        return self.room.section.ref

    @property
    def refs(self) -> list[str]:
        """The refs of the outline's rows."""
        return [section.ref for section in self.outline.sections]

    @property
    def told(self) -> list[str]:
        """What the program has told, latest last."""
        return [note.message for note in self.app._notifications]

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and let the screen settle.

        Args:
            keys: A character as it is typed, or the name of another key.
        """
        for key in keys:
            if len(key) > 1:
                self.app.post_message(Key(key, " " if key == "space" else None).set_sender(self.app))
            else:
                self.type_ahead(key)
            await self.finish()
            await self.app.animator.wait_until_complete()
        await self.settle()

    def type_ahead(self, characters: str) -> None:
        """Type characters faster than the program takes them."""
        # As a terminal sends them; the pilot knows no Chinese punctuation.
        for event in XTermParser().feed(characters):
            self.app.post_message(event.set_sender(self.app))

    async def paste(self, text: str) -> None:
        """Paste a text, as the terminal hands it over."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def click(self, where: str, line: int = 0) -> None:
        """Click on the words where they stand on the screen, for the first time from a line on.

        Args:
            where: What is clicked on, at its first character.
            line: The first line of the screen to look in.
        """
        lines = self.lines()
        y = next(y for y in range(line, len(lines)) if where in lines[y])
        x = cell_width(lines[y][: lines[y].index(where)])
        await self.pilot.click(offset=(x, y))
        await self.settle()

    async def wheel(self, selector: str, turns: int) -> None:
        """Turn the wheel over a widget of the room: down, or up for a negative number of turns."""
        region = self.room.query_one(selector).region
        x, y = region.x + 5, region.y + 2
        event = MouseScrollDown if turns > 0 else MouseScrollUp
        for _turn in range(abs(turns)):
            self.app.post_message(
                event(None, x=x, y=y, delta_x=0, delta_y=0, button=0, shift=False, meta=False, ctrl=False)
            )
            await self.pilot.pause()
        await self.settle()

    async def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(*size)
        while self.app._resize_event is not None:
            # Textual waits a moment for a better size still.
            await self.pilot.pause()
        await self.settle()

    async def settle(self) -> None:
        """Let everything that is under way come to its end."""
        await self.finish()
        while self.app.room is not None and self.app.room.reader._composing is not None and self.app.room.reader.size:
            await asyncio.sleep(_LOOK)
            await rest(self.pilot)

    async def finish(self) -> None:
        """Let every message arrive and every worker finish."""
        await rest(self.pilot)
        while self.app.workers:
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()
            await rest(self.pilot)

    def strips(self) -> list[Strip]:
        """The screen's lines as they are sent to the terminal."""
        # Textual has no public way to read a screen but a picture of it.
        return self.app.screen._compositor.render_strips()

    def lines(self) -> list[str]:
        """The screen's lines as text."""
        return [strip.text for strip in self.strips()]

    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines())

    def sees(self, widget: Widget) -> bool:
        """Whether a widget is on the screen."""
        return widget.is_on_screen

    def page(self) -> list[str]:
        """The lines in the reader, without their margin."""
        return [self.reader.render_line(y).text[GUTTER:] for y in range(self.reader.size.height)]

    def marked(self) -> list[str]:
        """The lines in the reader that are marked in the margin, without it."""
        lines = (self.reader.render_line(y).text for y in range(self.reader.size.height))
        return [line[GUTTER:].strip() for line in lines if line.startswith(MARK)]

    def tree(self) -> list[str]:
        """The lines in the outline, without the empty ones below it."""
        rows = (self.outline.render_line(y).text for y in range(self.outline.size.height))
        return [row for row in rows if row.strip()]


async def rest(pilot: Pilot[object]) -> None:
    """Let every message that is under way arrive, and what it brings about."""
    # What a loop of asyncio goes on with at once; a pilot's own pause asks every widget instead, which costs more
    # than most of what is tested.
    ready: deque[object] = vars(asyncio.get_running_loop())["_ready"]
    quiet = 0
    while quiet < 3:
        await asyncio.sleep(0)
        if ready:
            quiet = 0
        else:
            pilot.app.screen._on_timer_update()
            quiet += 1


def text_opening(text: str, name: str = "small.txt") -> Opening:
    """A report read from a string."""
    report = open_text(text, name)

    def load(_progress: Progress) -> Report:
        return report

    return Opening(None, name, report, load)


def bundled(language: str) -> Opening:
    """The bundled report."""
    return prepare(bundled_path(language))


@asynccontextmanager
async def visit(
    opening: Opening | Path | str,
    size: tuple[int, int] = WIDE,
    memory: Memory | None = None,
    ledger: LedgerChoice = USUAL,
) -> AsyncIterator[Visit]:
    """Sit down before a report: an opening, a file, or the text itself."""
    if isinstance(opening, str):
        opening = text_opening(opening)
    elif isinstance(opening, Path):
        opening = prepare(opening)
    app = TourviewApp(opening, memory or Memory(fresh=False), ledger)
    async with app.run_test(size=size) as pilot:
        sitting = Visit(app, pilot)
        await sitting.settle()
        yield sitting
