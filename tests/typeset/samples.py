"""The texts the typesetting tests run on: two sample reports of our own, and real ones where their folder is named."""

import os
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a text file, a line each, without the blank ones."""
    return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def sample_paragraphs() -> list[str]:
    """The paragraphs of the Chinese and the English sample."""
    return [paragraph for path in sorted(SAMPLES.glob("*.txt")) for paragraph in paragraphs(path)]


def real_reports() -> list[Path]:
    """The reports in the folder TOURVIEW_REPORTS names; none where it is unset."""
    folder = os.environ.get("TOURVIEW_REPORTS")
    return sorted(Path(folder).rglob("*.txt")) if folder else []
