"""Small reports made by hand, and a plain scan of them that the search is compared with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tourview.report import Kind, Passage, Report, Section, Source


@dataclass(frozen=True)
class Part:
    """A section to be: its label, heading and kind, and its paragraphs, each the lines its source breaks it into."""

    heading: str = ""
    paragraphs: tuple[tuple[str, ...], ...] = ()
    kind: Kind | None = None
    label: str = ""


def part(heading: str, *paragraphs: str, kind: Kind | None = None, label: str = "") -> Part:
    """A section to be; a `|` in a paragraph is a line break that its source has and it has not."""
    return Part(heading, tuple(tuple(line for line in text.split("|") if line) for text in paragraphs), kind, label)


def report_of(*parts: Part) -> Report:
    """A report whose chapters are the parts, one after the other, each heading and line on a line of its own."""
    text = ""
    sections = []
    for number, each in enumerate(parts, 1):
        start = len(text)
        text += each.label
        heading = Passage(each.heading, ((0, len(text)),)) if each.heading else None
        text += each.heading + "\n"
        passages = []
        for lines in filter(None, each.paragraphs):
            runs = []
            length = 0
            for line in lines:
                runs.append((length, len(text)))
                length += len(line)
                text += line + "\n"
            passages.append(Passage("".join(lines), tuple(runs)))
        section = Section(
            str(number),
            f"id{number}",
            each.label,
            heading,
            1,
            each.kind,
            tuple(passages),
            (start, len(text)),
            len(text),
        )
        sections.append(section)
    return Report("题目", text, "zh", Source("sample.txt", ""), tuple(sections))


_PLAIN = {"園": "园", "區": "区", "學": "学", "　": " ", "“": '"', "”": '"', "「": '"', "」": '"'}


def plainly_folded(text: str) -> str:
    """The text folded the slow way, for the characters that the tests use."""
    half = "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else _PLAIN.get(c, c) for c in text)
    return half.lower()


def plain_scan(report: Report, words: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """By ref, where the words stand in each section's own span, in the source as it is, word by word."""
    found: dict[str, list[tuple[int, int]]] = {}
    for section in report.reading_order:
        start, end = section.own_span
        own = plainly_folded(report.text[start:end])
        found[section.ref] = sorted(
            (start + match.start(), start + match.end())
            for word in words
            for match in re.finditer(re.escape(plainly_folded(word)), own)
        )
    return found


def shown(report: Report, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The words of the report at the spans."""
    return [report.text[start:end] for start, end in spans]
