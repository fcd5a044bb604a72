"""A report exported as YAML reads back to the same report, whatever is in it."""

import json

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.real_reports import real, real_paths
from tourview.open import open_bytes, open_text
from tourview.packing import dumped, pack, unpack
from tourview.readers.yaml.reading import read_yaml
from tourview.report import Facts, Figure, Kind, Link, Notice, Passage, Report, ReportError, Section, Site, Source
from tourview.writers import write

_LABELS = ("一、", "二、", "三、", "（一）", "(二)", "1.", "2.", "(1)", "一是", "二是", "三是", "第一章 ", "贵安：", "")
_BODY = st.text(
    st.one_of(
        st.sampled_from("考察学习启示差距措施园区项目发展，。：、“”（）《》 \t\n\u3000ab1%XX#*-:'\"&!"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=30,
)
_LINES = st.lists(st.tuples(st.sampled_from(_LABELS), _BODY), max_size=12)
_OUTLINES = _LINES.map(lambda lines: "\n".join(label + body for label, body in lines))


def same_after_yaml(report: Report) -> bool:
    return open_bytes(write(report, "yaml").encode(), "again.yaml") == report


@settings(derandomize=True, max_examples=150, deadline=None)
@given(_OUTLINES)
def test_any_outline_comes_back(text: str) -> None:
    try:
        report = open_bytes(("考察报告\n" + text).encode(), "outline.txt")
    except ReportError:
        reject()  # more control characters than a text has
    assert same_after_yaml(report)
    assert unpack(pack(report)) == report
    assert unpack(json.loads("".join(dumped(report)))) == report


def test_a_long_text_written_in_portions_comes_back() -> None:
    report = open_text("一、基本情况\n" + "园区“建成”道路5公里。\t\n" * 10_000)
    assert unpack(json.loads("".join(dumped(report)))) == report


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(_WORDS, _WORDS), min_size=1, max_size=4), _WORDS, st.sampled_from(["", "\n", "\r\n ", "\x85"])
)
def test_any_characters_come_back(parts: list[tuple[str, str]], title: str, between: str) -> None:
    assert same_after_yaml(made_of(parts, title, between))


def made_of(parts: list[tuple[str, str]], title: str, between: str) -> Report:
    """A report with a section for each heading and paragraph, with `between` before, after and inside."""
    text = ""
    sections = []
    for number, (heading, words) in enumerate(parts, 1):
        start = len(text)
        text += f"一、{heading}{between}{words}{between}{words}\n"
        first = start + 2 + len(heading) + len(between)
        second = first + len(words) + len(between)
        sections.append(
            Section(
                ref=str(number),
                id=f"id-{number}",
                label="一、",
                heading=Passage(heading, ((0, start + 2),)),
                level=1,
                kind=Kind.GAP if number % 2 else None,
                paragraphs=(Passage(words + words, ((0, first), (len(words), second)) if between else ((0, first),)),),
                span=(start, len(text)),
                own_end=len(text),
            )
        )
    return Report(
        title=title,
        text=text,
        language="en",
        source=Source(title, "0" * 64),
        sections=tuple(sections),
        organization=title,
        date=title,
        facts=Facts(title, (title,), (title, "no"), (), (Site(title, "null", "1", (0, 1)),)),
        figures=(Figure("1", title, 1e16, "%", None, (0, 2)), Figure("1", "7", -0.25, "", "多", (1, 2), 10**30)),
        links=(Link("1", "1", "suggested", (title,)),),
        notices=(Notice("1", "character", title, (2, 2)),),
    )


_AWKWARD = (
    *(
        "~",
        "null",
        "yes",
        "1e3",
        "- a",
        "# a",
        "a: b",
        "'",
        '"',
        "\\",
        " a",
        "a ",
        "\ta",
        "\x1b[31m",
        "\ufffd",
        "😀",
        "𠮷",
    ),
    *("a\nb", "a\r", "\x85", "\u2028", "%a", "@a", "`a", "&a", "*a", "!a", "? a", "...", "---", "[a", "{a", "=", "<<"),
)


@pytest.mark.parametrize("words", _AWKWARD)
def test_awkward_words_come_back(words: str) -> None:
    if not words.strip():
        words = f"a{words}b"
    assert same_after_yaml(made_of([(words, words)], words, "\n"))


def test_an_edited_export_is_composed_anew_and_keeps_what_was_stated() -> None:
    report = open_bytes("考察报告\n\n一、启示\n（一）先规划。再建设。\n二、措施\n抓落实。\n".encode(), "a.txt")
    edited = write(report, "yaml").replace("再建设。", "再建设，后招商。")
    again = read_yaml(edited.encode(), "a.yaml")
    assert "再建设，后招商。" in again.text
    assert again.source == report.source
    assert [s.id for s in again.reading_order] == [s.id for s in report.reading_order]
    for section in again.reading_order:
        assert again.text.startswith(section.label, section.span[0])
        for paragraph in section.paragraphs:
            assert again.text[paragraph.start : paragraph.end] == paragraph.text


def test_a_correction_of_the_same_length_keeps_the_source() -> None:
    report = open_bytes("考察报告\n\n一、启示\n先规划，后建社。\n".encode(), "a.txt")
    again = read_yaml(write(report, "yaml").replace("建社", "建设").encode(), "a.yaml")
    assert again.text == report.text.replace("建社", "建设")


def test_a_label_broken_over_two_lines_comes_back() -> None:
    report = open_bytes(
        "报告\n一、启示\n（一）先规划。早些动手。\n（\n二）再建设。稳步推进。\n— 3 —\n二、措施\n好。\n".encode(),
        "a.txt",
    )
    assert [section.label for section in report.reading_order] == ["", "一、", "（一）", "（二）", "二、"]
    assert same_after_yaml(report)


@real
def test_the_real_reports_come_back() -> None:
    paths = real_paths()
    assert paths
    for path in paths:
        assert same_after_yaml(open_bytes(path.read_bytes(), path.name)), path.name
