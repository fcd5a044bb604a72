"""What a start does not need, imported when it is first asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module

from textual.screen import ModalScreen, Screen

from tourview.open import Opening
from tourview.report import Notice, Report, ReportError
from tourview.tui.commands import Command


def help_screen(commands: Sequence[type[Command]]) -> ModalScreen[None]:
    """The keys of some commands; see `HelpScreen`."""
    screen: ModalScreen[None] = import_module("tourview.tui.screens.help").HelpScreen(commands)
    return screen


def prompt_screen(
    sign: str,
    hint: str,
    *,
    value: str = "",
    suggest: Callable[[str], Sequence[tuple[str, str]]] | None = None,
    check: Callable[[str], str | None] | None = None,
    known: Sequence[str] = (),
) -> ModalScreen[str | None]:
    """A question answered in one line; see `PromptScreen`."""
    prompt = import_module("tourview.tui.screens.prompt").PromptScreen
    screen: ModalScreen[str | None] = prompt(sign, hint, value=value, suggest=suggest, check=check, known=known)
    return screen


def loading_screen(opening: Opening) -> Screen[Report | ReportError | None]:
    """The progress of reading a big report; see `LoadingScreen`."""
    screen: Screen[Report | ReportError | None] = import_module("tourview.tui.screens.loading").LoadingScreen(opening)
    return screen


def remark_on(report: Report, notice: Notice) -> str:
    """One line on a notice; see `structure.notices.remarks.remark`."""
    told: str = import_module("tourview.structure.notices.remarks").remark(report, notice)
    return told
