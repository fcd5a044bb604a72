"""Trees of the sample reports as text: what stands beside a sample, what the program makes of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tourview.open import open_bytes
from tourview.readers.markdown.reading import read_markdown
from tourview.readers.text.reading import read_text
from tourview.report import Report
from tourview.structure import build_report

SAMPLES = Path(__file__).parents[1] / "samples"
_ROW = re.compile(r"((?:  )+)(\S+) (\S+) ([^|]*)\|(.*)")
_PARTS = ("figures:", "notices:")


@dataclass(frozen=True, slots=True)
class Row:
    """A section as a tree states it.

    Attributes:
        ref: Its position, `1.3.2`.
        kinds: The kinds that a careful reader may give it, `-` for none; several where the heading leaves it open.
        label: The marker as written.
        heading: The heading without label and closing mark.
    """

    ref: str
    kinds: tuple[str, ...]
    label: str
    heading: str

    @property
    def level(self) -> int:
        """Its depth, from 1."""
        return self.ref.count(".") + 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as a tree states it; `to` is the second value of a change."""

    text: str
    value: float
    unit: str
    qualifier: str = ""
    to: float | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """What a careful reader found in a report.

    Attributes:
        title: Its title.
        rows: Its sections in reading order, the lead-in among them.
        figures: All its figures in reading order; None where nobody counted them.
        notices: Kind and text of all its notices; None where nobody looked.
    """

    title: str
    rows: tuple[Row, ...]
    figures: tuple[Quantity, ...] | None = None
    notices: tuple[tuple[str, str], ...] | None = None


def parse_tree(stated: str) -> Tree:
    """The tree in a `.tree` file: `title: …`, a line a section, then perhaps `figures:` and `notices:`.

    A section is `ref kind label|heading`, indented by two blanks a level; `kind/kind` where two are right. A figure is
    `text | value | unit | qualifier | to`, trailing empty fields left out. A notice is `kind text`.

    Raises:
        ValueError: If a line is none of these, or stands too deep for its ref.
    """
    parts: dict[str, list[str]] = {}
    lines = parts.setdefault("tree", [])
    for line in stated.splitlines():
        if line in _PARTS:
            lines = parts.setdefault(line, [])
        elif line.strip():
            lines.append(line)
    title, *rows = parts["tree"]
    if not title.startswith("title:"):
        raise ValueError(f"no title: {title}")
    figures, notices = (parts.get(part) for part in _PARTS)
    return Tree(
        title.removeprefix("title:").strip(),
        tuple(map(_row, rows)),
        None if figures is None else tuple(map(_quantity, figures)),
        None if notices is None else tuple(map(_notice, notices)),
    )


def _row(line: str) -> Row:
    match = _ROW.fullmatch(line)
    if match is None:
        raise ValueError(f"no section: {line}")
    indent, ref, kinds, label, heading = match.groups()
    row = Row(ref, tuple(kinds.split("/")), label, heading.replace("⏎", "\n"))
    if len(indent) != 2 * row.level:
        raise ValueError(f"indented otherwise than its ref: {line}")
    return row


def _quantity(line: str) -> Quantity:
    text, value, unit, qualifier, to, *_more = [*(field.strip() for field in line.split("|")), "", "", "", ""]
    return Quantity(text, float(value), unit, qualifier, float(to) if to else None)


def _notice(line: str) -> tuple[str, str]:
    kind, _blank, text = line.strip().partition(" ")
    return kind, text


def report_of(text: str, name: str = "sample.txt") -> Report:
    read = read_markdown if name.endswith(".md") else read_text
    return build_report(read(text.encode(), name))


@cache
def sample(name: str, folder: Path = SAMPLES) -> Report:
    """A sample report, opened as a person opens it, whatever its format, but never from the cache."""
    return open_bytes((folder / name).read_bytes(), name)


def stated_tree(name: str, folder: Path = SAMPLES) -> Tree:
    """The tree that stands beside a sample."""
    try:
        return parse_tree((folder / f"{name}.tree").read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{name}.tree: {error}") from None


def sample_names(folder: Path = SAMPLES) -> Sequence[str]:
    """The samples that have a tree, by name."""
    return sorted(path.name.removesuffix(".tree") for path in folder.glob("*.tree"))


def rows_of(report: Report) -> tuple[Row, ...]:
    """The sections of a report as a tree states them."""
    return tuple(
        Row(section.ref, (section.kind.value if section.kind else "-",), section.label, section.title)
        for section in report.reading_order
    )


def told(row: Row) -> str:
    """A row as a line of a tree, not indented."""
    return f"{row.ref} {'/'.join(row.kinds)} {row.label}|{row.heading}".replace("\n", "⏎")


def tree_of(report: Report) -> str:
    """The title, then a line a section: ref, kind, label and heading, indented by level."""
    lines = [f"title: {report.title}", *("  " * row.level + told(row) for row in rows_of(report))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for shown in sample_names():
        print(f"== {shown}\n{tree_of(sample(shown))}")
