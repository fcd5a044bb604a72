"""A report's sections as CSV."""

import csv
import io

from tests.structure.trees import sample
from tourview.open import open_bytes
from tourview.report import Report
from tourview.writers import file_bytes, write

FIELDS = ["ref", "level", "kind", "label", "heading", "text", "start", "end"]


def rows(report: Report) -> list[list[str]]:
    return list(csv.reader(io.StringIO(write(report, "csv"), newline="")))


def test_every_section_is_a_row_in_reading_order() -> None:
    for name in ("county_work.txt", "english_waste.md", "columns.pdf"):
        report = sample(name)
        expected = [
            [
                section.ref,
                str(section.level),
                section.kind or "",
                section.label,
                section.title,
                "\n".join(paragraph.text for paragraph in section.paragraphs),
                *map(str, section.span),
            ]
            for section in report.reading_order
        ]
        assert rows(report) == [FIELDS, *expected]


def test_paragraphs_are_lines_of_a_cell_with_its_quotes_and_commas() -> None:
    report = open_bytes('报告\n\n一、启示\n他说"快, 再快"。\n第二段。\n'.encode(), "a.txt")
    assert rows(report)[-1] == [
        "1",
        "1",
        "lesson",
        "一、",
        "启示",
        '他说"快, 再快"。\n第二段。',
        "4",
        str(len(report.text)),
    ]


def test_a_text_that_a_spreadsheet_would_run_is_kept_text() -> None:
    sections = '[{label: "-", heading: "=1+1", paragraphs: ["@SUM(A1)", "=2"]}, {heading: "+3", paragraphs: ["a=b"]}]'
    report = open_bytes(f"title: 报告\nsections: {sections}\n".encode(), "a.yaml")
    assert [row[3:6] for row in rows(report)[2:]] == [["'-", "'=1+1", "'@SUM(A1)\n=2"], ["", "'+3", "a=b"]]


def test_a_file_begins_with_a_byte_order_mark() -> None:
    data = file_bytes(sample("county_work.txt"), "csv")
    assert data.startswith(b"\xef\xbb\xbfref,level,")
    assert not file_bytes(sample("county_work.txt"), "html").startswith(b"\xef\xbb\xbf")
