"""From the words of a call to the command that answers it; the plain call, a path or nothing, goes without argparse."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from tourview.cli import COMMANDS
from tourview.cli import open as door
from tourview.cli.errors import UsageError
from tourview.cli.terminal import complain, prepare_streams
from tourview.i18n import LANGUAGES, _, locale_language, reason, speak
from tourview.open import STDIN
from tourview.report import ReportError

DONE, NOTHING_FOUND, WRONG = 0, 1, 2
_BUG = 70
"""EX_SOFTWARE of sysexits.h."""
_INTERRUPTED = 128 + 2
_BROKEN_PIPE = 128 + 13
_OUTPUT_FAILURES = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""What is wrong when standard output takes no more; files have errors of their own."""


class PlainCall(NamedTuple):
    """A call without options but the language: the files to open."""

    language: str | None
    paths: tuple[str, ...]


def run(words: Sequence[str]) -> int:
    """Answer a call; returns the exit status, see `tourview.cli.main`."""
    prepare_streams()
    return _guarded(lambda: _answer(words))


def plain_call(words: Sequence[str]) -> PlainCall | None:
    """The call as files to open, or None where it has a command or an option in it."""
    language: str | None = None
    paths: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            paths.extend(waiting)
        elif word == "--lang" or word.startswith("--lang="):
            language = next(waiting, "") if word == "--lang" else word.partition("=")[2]
            if language not in LANGUAGES:
                return None
        elif (word.startswith("-") and word != "-") or (not paths and word in COMMANDS):
            return None
        else:
            paths.append(word)
    return PlainCall(language, tuple(paths))


def _answer(words: Sequence[str]) -> int:
    speak(locale_language() or "en")
    call = plain_call(words)
    if call is not None:
        if call.language:
            speak(call.language)
        _check_mistyped(call.paths)
        return door.run(path=call.paths, lang=call.language)
    answer: Callable[[Sequence[str]], int] = import_module("tourview.cli.parser").answer
    return answer(words)


def _check_mistyped(paths: Sequence[str]) -> None:
    """See that the first word is no command with a slip of the keyboard in it.

    Raises:
        UsageError: If it is nearly one, and there is no such file.
    """
    if paths and paths[0] != STDIN and not os.path.lexists(paths[0]):
        meant: str | None = import_module("tourview.cli.suggestion").name_meant(paths[0], COMMANDS)
        if meant:
            message = _("tourview: there is no file or command {word}; did you mean {command}?")
            raise UsageError(message.format(word=paths[0], command=meant))


def _guarded(action: Callable[[], int]) -> int:
    """Run a command; whatever goes wrong becomes one line and a status."""
    try:
        status = action()
        sys.stdout.flush()
    except (ReportError, UsageError) as error:
        complain(str(error))
        return WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    except MemoryError:
        complain(_("tourview: the report is too big for this computer's memory"))
        return WRONG
    except Exception as error:
        if isinstance(error, BrokenPipeError) or (isinstance(error, OSError) and error.errno in _OUTPUT_FAILURES):
            return unwritten(error)
        if os.environ.get("TOURVIEW_DEBUG"):
            raise
        text = _("tourview: a mistake in the program ({error}); set TOURVIEW_DEBUG=1 to see where")
        complain(text.format(error=f"{type(error).__name__}: {error}"))
        return _BUG
    return status


def unwritten(error: OSError) -> int:
    """What is to be done when standard output takes no more: a reader who goes away is no mistake, a full disk is told.

    Returns:
        The exit status.
    """
    _leave_output()
    if isinstance(error, BrokenPipeError):
        return _BROKEN_PIPE
    complain(_("tourview: the output cannot be written: {reason}").format(reason=reason(error)))
    return WRONG


def _leave_output() -> None:
    """Drop what is left in the buffer, which would raise once more when Python flushes it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
