"""Real reports, which are no part of the project: the folder that the environment's TOURVIEW_REPORTS names."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ["TOURVIEW_REPORTS"]).resolve() if os.environ.get("TOURVIEW_REPORTS") else None
"""The folder, absolute; None where the environment names none."""

real = pytest.mark.skipif(FOLDER is None, reason="TOURVIEW_REPORTS names no folder of real reports")
"""Marks a test, or a module, that reads them."""


def path_of(name: str = "zunyi-2014.txt") -> Path:
    """The path of a real report; for tests marked `real` only.

    Args:
        name: Its path in the folder.
    """
    assert FOLDER is not None
    return FOLDER / name


def real_paths() -> list[Path]:
    """All real reports in plain text, by path; none where the environment names no folder."""
    return sorted(FOLDER.rglob("*.txt")) if FOLDER else []
