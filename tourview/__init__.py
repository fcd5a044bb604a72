"""tourview: the terminal reading room for official reports.

The public names below are loaded on first use (PEP 562), so that importing the package costs nothing.
"""

from importlib import import_module

__version__ = "0.2.0"

_HOMES = {
    "Kind": "tourview.report",
    "Report": "tourview.report",
    "ReportError": "tourview.report",
    "Section": "tourview.report",
    "find": "tourview.search",
    "open_report": "tourview.open",
    "open_text": "tourview.open",
}

__all__ = ["Kind", "Report", "ReportError", "Section", "__version__", "find", "open_report", "open_text"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
