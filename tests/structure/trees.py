"""Trees of the sample reports as text, to be read and compared."""

from functools import cache
from pathlib import Path

from tourview.open import open_bytes
from tourview.readers.markdown import read_markdown
from tourview.readers.text import read_text
from tourview.report import Report
from tourview.structure import build_report

SAMPLES = Path(__file__).parents[1] / "samples"


def report_of(text: str, name: str = "sample.txt") -> Report:
    read = read_markdown if name.endswith(".md") else read_text
    return build_report(read(text.encode(), name))


@cache
def sample(name: str) -> Report:
    """A sample report, opened as a person opens it, whatever its format."""
    return open_bytes((SAMPLES / name).read_bytes(), name)


def tree_of(report: Report) -> str:
    """The title, then a line a section: ref, kind, label and heading, indented by level."""
    lines = [f"title: {report.title}"]
    for section in report.reading_order:
        kind = section.kind or "-"
        lines.append(f"{'  ' * section.level}{section.ref} {kind} {section.label}|{section.title}".replace("\n", "⏎"))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for path in sorted(SAMPLES.glob("*.tree")):
        print(f"== {path.stem}\n{tree_of(sample(path.stem))}")
