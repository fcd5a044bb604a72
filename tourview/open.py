"""The one door: a path or bytes become a Report.

The readers are imported when a file needs them, through one table: the bundled report, whose parsed form is cached, is
opened without YAML, and a text file without the Markdown reader.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISREG

from tourview import cache
from tourview.i18n import _, listed, ngettext, reason
from tourview.reader_table import ENDINGS, reader_for
from tourview.report import Figure, Link, Notice, Progress, Report, ReportError

STDIN = "-"
_BIG = 1 << 20
"""Bytes from which a file is read behind a screen that shows progress."""
_HEAD = 1 << 16
_READING_SHARE = 0.2
_SHOWN = 3
_SCANNED = 2000
"""Entries of a folder that are looked at to tell what could be opened in it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A report that is read already, or is about to be.

    Attributes:
        path: The file; None for standard input.
        name: What to call it on the screen.
        report: The report where it is read already; None for a big file, for which `load` is to be called.
        load: Reads the report (again), telling its progress from 0 to 1. Raises ReportError.
    """

    path: Path | None
    name: str
    report: Report | None
    load: Callable[[Progress], Report]


def open_report(path: str | Path, progress: Progress | None = None) -> Report:
    """The report in a file; one read before, and not changed since, comes from the cache.

    Args:
        path: The file; `-` for standard input.
        progress: Told the share of the work done.

    Raises:
        ReportError: If there is no such file, or it holds no report that can be read; it names the file and the cure.
    """
    return open_contents(contents(path), path, progress)


def contents(path: str | Path) -> bytes:
    """The bytes of a file; all of standard input for `-`.

    Raises:
        ReportError: If there is no such file, or it cannot be read.
    """
    return sys.stdin.buffer.read() if str(path) == STDIN else _contents(Path(path))


def open_contents(data: bytes, path: str | Path, progress: Progress | None = None) -> Report:
    """The report in a file whose bytes are read already; see `open_report`."""
    if str(path) == STDIN:
        return open_bytes(data, "stdin", progress)
    path = Path(path)
    digest = sha256(data).hexdigest()
    return cache.load(digest, path.name) or _read_anew(data, digest, path, progress)


def _read_anew(data: bytes, digest: str, path: Path, progress: Progress | None) -> Report:
    """The report in a file's bytes, which is then kept in the cache."""
    try:
        report = open_bytes(data, path.name, progress)
    except ReportError as error:
        raise ReportError(str(path), error.message, error.line, error.column) from None
    cache.store(digest, path.name, report)
    return report


def open_bytes(data: bytes, name: str, progress: Progress | None = None) -> Report:
    """The report in the bytes of a file.

    Args:
        data: The bytes, as the file has them.
        name: The file's name without folders; its ending tells the format, plain text where it tells none.
        progress: Told the share of the work done.

    Raises:
        ReportError: If the bytes hold no report that can be read.
    """
    reader = reader_for(name, data)
    read = getattr(import_module(reader.module), reader.function)
    tell = progress or ignore
    report: Report
    if reader.whole:
        report = read(data, name, tell, find_notices=_text_notices, find_figures=_text_figures, find_links=_text_links)
    else:
        document = read(data, name, lambda share: tell(share * _READING_SHARE))
        build_report = import_module("tourview.structure").build_report
        report = build_report(document, lambda share: tell(_READING_SHARE + share * (1 - _READING_SHARE)))
    tell(1.0)
    return report


def has_lines(name: str, data: bytes) -> bool:
    """Whether the lines of a file are those of its report's text, so that a place in it can be told by line and column.

    They are not where the text is composed of what the file states. Arguments and errors are those of `open_bytes`.
    """
    return not reader_for(name, data).whole


def _text_notices(report: Report) -> tuple[Notice, ...]:
    """What the text of a report shows to a careful reader, for a file that states no notices."""
    notices: tuple[Notice, ...] = import_module("tourview.structure").text_notices(report)
    return notices


def _text_figures(report: Report) -> tuple[Figure, ...]:
    """The key figures of a report's text, for a file that states none."""
    figures: tuple[Figure, ...] = import_module("tourview.structure").figures_of(report)
    return figures


def _text_links(report: Report) -> tuple[Link, ...]:
    """The links that a report's words suggest, for a file that states none."""
    links: tuple[Link, ...] = import_module("tourview.tracing").suggested_links(report)
    return links


def open_text(text: str, name: str = "text") -> Report:
    """The report in a string of plain text."""
    return open_bytes(text.encode("utf-8", "replace"), name)


def prepare(path: Path, *, pipes: bool = False) -> Opening:
    """A file about to be opened: checked, and read at once unless it is big.

    Args:
        path: The file.
        pipes: Whether a pipe is read, now and to its end, however long that takes; it is refused otherwise, lest a
            screen wait for what may never come.

    Raises:
        ReportError: If the file cannot be read, so far as can be told in no time.
    """

    def load(progress: Progress) -> Report:
        return open_report(path, progress)

    state = _state(path)
    if not S_ISREG(state.st_mode):
        if not pipes:
            raise ReportError(str(path), _("it is a pipe, not a file; choose a report"))
        return prepare_bytes(_contents(path), path.name)
    if state.st_size < _BIG:
        return Opening(path, path.name, _at_once(_contents(path), path), load)
    _check_head(_head(path), str(path))
    return Opening(path, path.name, None, load)


def _at_once(data: bytes, path: Path) -> Report | None:
    """The report in a file's bytes, where it is known or takes no time to read; None where reading it may take long.

    Raises:
        ReportError: If the file cannot be read, so far as can be told in no time.
    """
    digest = sha256(data).hexdigest()
    known = cache.load(digest, path.name)
    if known is not None or len(data) > reader_for(str(path), data).quick:
        return known
    return _read_anew(data, digest, path, None)


def prepare_bytes(data: bytes, name: str) -> Opening:
    """What came through a pipe, about to be opened: read at once unless it is big.

    It comes only once: to read it again is to read the same bytes again.

    Args:
        data: All of it.
        name: What to call it.

    Raises:
        ReportError: If it holds no report, so far as can be told in no time.
    """

    def load(progress: Progress) -> Report:
        return open_bytes(data, name, progress)

    if len(data) <= reader_for(name, data).quick:
        return Opening(None, name, open_bytes(data, name), load)
    _check_head(data[:_HEAD], name)
    return Opening(None, name, None, load)


def _check_head(head: bytes, name: str) -> None:
    """See by the first 64 KB that a big file looks like a report.

    Raises:
        ReportError: If not.
    """
    reader = reader_for(name, head)
    if reader.library is None and head.strip():
        import_module("tourview.readers.encoding").decode(head, name)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise _file_error(path, error) from None


def _state(path: Path) -> os.stat_result:
    """What the system knows of a file.

    Raises:
        ReportError: If there is none, or it is a folder or a device.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise _file_error(path, error) from None
    if S_ISDIR(state.st_mode):
        raise _folder_error(path)
    if S_ISCHR(state.st_mode) or S_ISBLK(state.st_mode):
        raise ReportError(str(path), _("it is a device, not a file; choose a report"))
    return state


def _contents(path: Path) -> bytes:
    _state(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _file_error(path, error) from None


def _file_error(path: Path, error: OSError) -> ReportError:
    name = str(path)
    if isinstance(error, FileNotFoundError):
        return ReportError(name, _("there is no such file; check the path"))
    if isinstance(error, IsADirectoryError):
        return _folder_error(path)
    if isinstance(error, PermissionError):
        return ReportError(name, _("it may not be read; check the file's permissions"))
    return ReportError(name, _("it cannot be read: {reason}").format(reason=reason(error)))


def _folder_error(folder: Path) -> ReportError:
    """That a folder is not a report, and which reports in it could be opened."""
    names = [entry.name for entry in entries_in(folder) if os.path.isfile(entry)]
    if not names:
        return ReportError(str(folder), _("it is a folder without reports; choose another, or a file"))
    shown = listed(names[:_SHOWN])
    more = len(names) - _SHOWN
    if more > 0:
        shown += " " + ngettext("(and {more} more)", "(and {more} more)", more).format(more=more)
    return ReportError(str(folder), _("it is a folder; open one of its reports: {names}").format(names=shown))


def entries_in(folder: Path) -> list[Path]:
    """The folders and the reports in a folder, by name; none if it cannot be read.

    Names that no one could type, or that would reach the terminal as commands, are left out, as are hidden ones.
    """
    try:
        entries = [entry for entry, _number in zip(folder.iterdir(), range(_SCANNED), strict=False)]
        return sorted(entry for entry in entries if _may_be_opened(entry))
    except OSError:
        return []


def _may_be_opened(entry: Path) -> bool:
    # The wide space is no printable character to Python, but to those who name files in Chinese.
    if not entry.name.replace("\u3000", " ").isprintable() or entry.name.startswith("."):
        return False
    return entry.suffix.lower() in ENDINGS or os.path.isdir(entry)


def ignore(_share: float) -> None:
    """A Progress that no one watches."""
