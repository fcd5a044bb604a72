"""A report becomes JSON, YAML, Markdown or plain text, one module a format, imported when it is wanted."""

from collections.abc import Callable
from importlib import import_module

from tourview.report import Report

_HOMES = {
    "json": ("tourview.writers.to_json", "write_json"),
    "yaml": ("tourview.writers.to_yaml", "write_yaml"),
    "txt": ("tourview.writers.to_text", "write_text"),
    "md": ("tourview.writers.to_markdown", "write_markdown"),
}
FORMATS = tuple(_HOMES)
"""The names of the formats a report can be written in, which are also the endings of their files."""


def write(report: Report, to: str) -> str:
    """The report in a format of FORMATS.

    Raises:
        KeyError: If there is no such format.
    """
    module, function = _HOMES[to]
    writer: Callable[[Report], str] = getattr(import_module(module), function)
    return writer(report)
