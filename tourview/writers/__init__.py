"""A report becomes JSON, YAML, text, Markdown, HTML or CSV, one module a format, imported when it is wanted."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from tourview.i18n import _, listed
from tourview.report import Report, ReportError

_HOMES = {
    "json": ("tourview.writers.to_json", "write_json"),
    "yaml": ("tourview.writers.to_yaml", "write_yaml"),
    "txt": ("tourview.writers.to_text", "write_text"),
    "md": ("tourview.writers.to_markdown", "write_markdown"),
    "html": ("tourview.writers.to_html", "write_html"),
    "csv": ("tourview.writers.to_csv", "write_sections_csv"),
}
FORMATS = tuple(_HOMES)
"""The names of the formats a report can be written in."""


ENDINGS = {
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
}
"""By the ending of a file's name, the format it is written in."""


def format_of(path: str) -> str:
    """The format of FORMATS that the ending of a file's name tells, in capitals or not.

    Raises:
        ReportError: If it tells none.
    """
    form = ENDINGS.get(PurePath(path).suffix.lower())
    if form is None:
        raise ReportError(path, _("its ending must be one of {endings}").format(endings=listed(ENDINGS)))
    return form


def write(report: Report, to: str) -> str:
    """The report in a format of FORMATS.

    Raises:
        KeyError: If there is no such format.
    """
    module, function = _HOMES[to]
    writer: Callable[[Report], str] = getattr(import_module(module), function)
    return writer(report)


def file_bytes(report: Report, to: str) -> bytes:
    """The report in a format of FORMATS as a file holds it: UTF-8, half of a surrogate pair as a question mark.

    CSV begins with a byte order mark, without which spreadsheets misread Chinese.

    Raises:
        KeyError: If there is no such format.
    """
    return write(report, to).encode("utf-8-sig" if to == "csv" else "utf-8", "replace")
