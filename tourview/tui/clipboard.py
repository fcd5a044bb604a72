"""Copying text out of the terminal: OSC 52, then the platform's clipboard, else a file."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from tourview.i18n import _
from tourview.tui.memory import state_folder

_OSC52_MOST = 74_994
"""Bytes of text that fit the sequence of 100,000 bytes xterm takes, base64 and frame counted."""

_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
    ("", ("termux-clipboard-set",)),
)
"""Programs that fill a clipboard, and the variable that must be set for each to have one."""


def takes_osc52(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is likely to take OSC 52: all modern ones do but Apple's, the consoles and GNU screen."""
    term = environment.get("TERM", "")
    if environment.get("TERM_PROGRAM") == "Apple_Terminal" or term in ("", "dumb", "linux"):
        return False
    return not (term.startswith("screen") and "TMUX" not in environment)


def _platform_tool(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    for variable, command in _TOOLS:
        if (not variable or environment.get(variable)) and shutil.which(command[0]):
            return command
    return None


def copy(text: str, osc52: Callable[[str], None], environment: Mapping[str, str] | None = None) -> str:
    """Copy text by every way that works here.

    Args:
        text: What to copy.
        osc52: Sends the text to the terminal as OSC 52.
        environment: The environment variables; those of the process if None.

    Returns:
        Where the text went, for the person to read.

    Raises:
        OSError: If no way worked, not even the file.
    """
    env = os.environ if environment is None else environment
    ways: list[str] = []
    if takes_osc52(env) and len(text.encode()) <= _OSC52_MOST:
        osc52(text)
        ways.append(_("the terminal's clipboard (OSC 52)"))
    tool = _platform_tool(env)
    if tool is not None:
        try:
            subprocess.run(tool, input=text.encode(), check=True, timeout=2, stdout=subprocess.DEVNULL)
            ways.append(_("the clipboard ({program})").format(program=tool[0]))
        except (OSError, subprocess.SubprocessError):
            pass
    if not ways:
        ways.append(str(_into_file(text)))
    return _(" and ").join(ways)


def _into_file(text: str) -> Path:
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "copied.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return path
