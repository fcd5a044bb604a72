"""The texts the typesetting tests run on: two sample reports of our own."""

from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a text file, a line each, without the blank ones."""
    return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def sample_paragraphs() -> list[str]:
    """The paragraphs of the Chinese and the English sample."""
    return [paragraph for path in sorted(SAMPLES.glob("*.txt")) for paragraph in paragraphs(path)]
