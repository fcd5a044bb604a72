"""A person in front of a library."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tui.house import SMALL, WIDE, Visit, rest
from tourview.library import Library
from tourview.tui.library_app import LibraryApp
from tourview.tui.memory import Memory
from tourview.tui.screens.library import LibraryScreen
from tourview.tui.widgets.finds import Finds
from tourview.tui.widgets.shelf import Shelf

PATIENCE = 20_000
"""How often to look for something that is sure to come."""

RIVER = """河湾镇赴青山县学习治水护河的考察报告
河湾镇水利站
2021年5月6日
一、考察的启示
一是河长要下河。青山县的河长每周走一遍河道。
二是群众是主人。沿河的园区和村庄各管一段。
三是账要公开。每一笔治水的钱都贴在墙上。
二、我们的差距
一是底数不清。哪条沟往河里排水，没有一本账。
三、下一步的措施
（一）摸清底数。两个月内走完全镇的沟渠。
（二）管住园区。园区的排水口装上在线监测。
"""
"""园区 stands in it 3 times in 2 sections; two lessons more than gaps."""

PLAIN = """给邻居的一封信
今年的枇杷熟得早。
树下的凳子还在老地方。
"""
"""A text without chapters, date or organisation."""

BROKEN = b"%PDF-1.7 nothing of the kind"


@dataclass(frozen=True)
class LibraryVisit(Visit):
    """One sitting before a library."""

    folder: Path

    @property
    def shelf_screen(self) -> LibraryScreen:
        found = self.app.screen_stack[0]
        assert isinstance(found, LibraryScreen)
        return found

    @property
    def at_shelf(self) -> bool:
        """Whether nothing lies over the library."""
        return self.app.screen is self.shelf_screen

    @property
    def shelf(self) -> Shelf:
        return self.shelf_screen.shelf

    @property
    def finds(self) -> Finds:
        return self.shelf_screen.finds

    @property
    def names(self) -> list[str]:
        """The files of the rows, from the first to the last."""
        return [entry.path.name for entry in self.shelf.entries]

    @property
    def sought(self) -> str:
        """What stands in the library's search field."""
        return self.shelf_screen.search_bar.text

    @property
    def found(self) -> list[tuple[str, str]]:
        """The hits: file and ref."""
        return [(hit.entry.path.name, hit.ref) for hit in self.finds.hits]

    @property
    def at(self) -> tuple[str, str] | None:
        """The hit under the cursor."""
        hit = self.finds.hit
        return (hit.entry.path.name, hit.ref) if hit else None

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait for something that is sure to come."""
        for _look in range(PATIENCE):
            if come():
                return
            await asyncio.sleep(0.001)
            await rest(self.pilot)
        raise AssertionError(f"it never came\n{self.text()}")

    async def refresh(self) -> None:
        """Have the library look for changed files now."""
        self.shelf_screen.keep_up(anew=True)
        await self.settle()


def folder_with(place: Path, **texts: str | bytes) -> Path:
    """A folder with reports in it, by name without ending."""
    place.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        if isinstance(text, bytes):
            (place / f"{name}.pdf").write_bytes(text)
        else:
            (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


def usual(place: Path) -> Path:
    """A folder with three reports."""
    return folder_with(place / "reports", small=SMALL, river=RIVER, plain=PLAIN)


@asynccontextmanager
async def visit_library(
    *paths: Path, size: tuple[int, int] = WIDE, memory: Memory | None = None, waiting: bool = True
) -> AsyncIterator[LibraryVisit]:
    """Sit down before a library; `waiting` until it is indexed."""
    library = Library(paths)
    app = LibraryApp(library, memory or Memory(fresh=False))
    try:
        async with app.run_test(size=size) as pilot:
            sitting = LibraryVisit(app, pilot, paths[0])
            if waiting:
                await sitting.until(lambda: sitting.shelf_screen.up_to_date)
                await sitting.settle()
            yield sitting
    finally:
        library.close()
