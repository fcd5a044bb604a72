"""A report becomes JSON, YAML, Markdown or plain text, one module a format, imported when it is wanted."""

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
}
FORMATS = tuple(_HOMES)
"""The names of the formats a report can be written in."""


_ENDINGS = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".md": "md", ".markdown": "md", ".txt": "txt"}


def format_of(path: str) -> str:
    """The format of FORMATS that the ending of a file's name tells, in capitals or not.

    Raises:
        ReportError: If it tells none.
    """
    form = _ENDINGS.get(PurePath(path).suffix.lower())
    if form is None:
        raise ReportError(path, _("its ending must be one of {endings}").format(endings=listed(_ENDINGS)))
    return form


def write(report: Report, to: str) -> str:
    """The report in a format of FORMATS.

    Raises:
        KeyError: If there is no such format.
    """
    module, function = _HOMES[to]
    writer: Callable[[Report], str] = getattr(import_module(module), function)
    return writer(report)
