"""Starting the process that reads a PDF, and listening to it; see `pdf_process` for what it answers."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Any

from tourview.i18n import _, reason
from tourview.report import Progress, ReportError

_MODULE = "tourview.readers.pdf.process"
_LOOK = 0.1  # seconds between two looks at whether the reader was cancelled
_PATIENCE = 60.0  # seconds that one page may take

Answer = dict[str, Any]


def answers_of(data: bytes, name: str, progress: Progress | None) -> Iterator[Answer]:
    """What a PDF states of itself, then each of its pages.

    Closing the iterator, or an exception from `progress`, ends the process at once.

    Args:
        data: The file.
        name: Its name, for errors.
        progress: Told the share of the pages read, ten times a second at least; may raise to cancel.

    Raises:
        ReportError: If the file cannot be read.
    """
    process = _started(name)
    try:
        heard = _listening(process, data)
        pages = done = 0
        while True:
            line = _next(heard, done / max(1, pages), name, progress)
            if line is None:
                break
            answer: Answer = json.loads(line)
            if "problem" in answer:
                raise ReportError(name, _message(answer["problem"], answer["number"]))
            if not pages:
                pages = answer["pages"]
            else:
                done += 1
            yield answer
        if not pages or done < pages:
            raise ReportError(name, _message("broken", done + 1))
    finally:
        process.kill()
        process.wait()


def _started(name: str) -> "subprocess.Popen[bytes]":
    # The child finds what this process finds, and -P keeps it from modules that lie beside the reports.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-P", "-m", _MODULE]
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment)
    except OSError as error:
        message = _("the PDF reader could not be started: {reason}").format(reason=reason(error))
        raise ReportError(name, message) from None


def _listening(process: "subprocess.Popen[bytes]", data: bytes) -> "SimpleQueue[bytes | None]":
    """A queue of the lines that the process says, None after the last."""
    heard: SimpleQueue[bytes | None] = SimpleQueue()
    if process.stdin and process.stdout:
        Thread(target=_tell, args=(process.stdin, data), daemon=True).start()
        Thread(target=_hear, args=(process.stdout, heard), daemon=True).start()
    return heard


def _tell(stdin: IO[bytes], data: bytes) -> None:
    with suppress(OSError), stdin:
        stdin.write(data)


def _hear(stdout: IO[bytes], heard: "SimpleQueue[bytes | None]") -> None:
    with suppress(OSError, ValueError), stdout:
        for line in stdout:
            heard.put(line)
    heard.put(None)


def _next(heard: "SimpleQueue[bytes | None]", share: float, name: str, progress: Progress | None) -> bytes | None:
    """The next line, however long it takes within reason."""
    until = monotonic() + _PATIENCE
    while True:
        if progress:
            progress(share)
        try:
            return heard.get(timeout=_LOOK)
        except Empty:
            if monotonic() > until:
                raise ReportError(name, _message("broken", 0)) from None


def no_text() -> str:
    """That a PDF holds pictures of its pages only."""
    return _("the PDF has no text; recognise its text (OCR, for example ocrmypdf) and open that")


def _message(problem: str, number: int) -> str:
    """What a problem of the protocol means, and its cure."""
    messages = {
        "locked": _("it is locked with a password; save it without one (qpdf --decrypt FILE NEW) and open that"),
        "damaged": _("the PDF is damaged or cut off; get it anew, or print it to a new PDF and open that"),
        "page": _("page {number} of the PDF is damaged; get it anew, or print it to a new PDF and open that"),
        "pages": _("it has {number} pages, too many for a report; split it and open a part"),
        "crowded": _("page {number} holds more text than a page can; print it to a new PDF and open that"),
        "characters": _("up to page {number} it unfolds into far more text than its size; it is no report"),
        "time": _(
            "up to page {number} it takes far longer than its size explains; print it to a new PDF and open that"
        ),
        "textless": no_text(),
        "memory": _("it takes too much memory to read; print it to a new PDF and open that"),
        "broken": _("the PDF library cannot read it; print it to a new PDF and open that"),
    }
    return messages.get(problem, messages["broken"]).format(number=number)
