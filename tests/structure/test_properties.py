"""Whatever the text: nothing lost, offsets true, no crash."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.trees import report_of
from tourview.readers.document import Document
from tourview.readers.markdown.reading import read_markdown
from tourview.readers.text.reading import read_text
from tourview.report import Passage, Report, Section
from tourview.structure import build_report

_LABELS = (
    "一、", "二、", "三、", "(一)", "（二）", "1.", "2.", "3. ", "1、", "(1)", "1)", "1.1 ", "1.2", "①",
    "一是", "二是，", "第一章 ", "第二节", "第一，", "其二，", "I. ", "Chapter 2: ", "(a) ",
    "甲县：", "比如：", "## ", "# ", "- ", "> ", "**", "　　", "",
)  # fmt: skip
_WORDS = (
    "基本情况", "启示", "差距", "打算", "参观了甲园、乙厂等地", "XX市", "“敢闯", "。", "，", "：", "；", "\ufffd",
    "Lessons learned", "Next steps", " ", "\u3000", "我们要加快推进这一项工作，确保年内见效", "12", "《办法》",
    "**粗**", "[a](b)", "`c`", "|", "\n", "",
)  # fmt: skip
_outlines = st.lists(
    st.tuples(st.sampled_from(_LABELS), st.lists(st.sampled_from(_WORDS), max_size=5)), max_size=24
).map(lambda rows: "\n".join(label + "".join(words) for label, words in rows))
_characters = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\n\r\x1b")
_texts = st.one_of(_outlines, st.text(_characters, max_size=200)).filter(
    lambda text: bool(text.strip("\ufeff").strip())
)
_many = settings(derandomize=True, max_examples=300, deadline=None)


def sections_within(section: Section) -> list[Section]:
    return [section, *(inner for child in section.children for inner in sections_within(child))]


def check_passage(report: Report, passage: Passage, inside: tuple[int, int]) -> None:
    assert passage.text
    assert "".join(report.text[start:end] for start, end in passage.source_spans()) == passage.text
    spans = list(passage.source_spans())
    assert spans == sorted(spans)
    assert inside[0] <= passage.start < passage.end <= inside[1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def label_span(report: Report, section: Section) -> tuple[int, int]:
    """Where a section's label lies in the source; a line break may stand inside it."""
    start = at = section.span[0]
    for char in squeezed(section.label):
        while report.text[at].isspace():
            at += 1
        assert report.text[at] == char
        at += 1
    return start, at


def check(report: Report) -> None:
    own = [section.own_span for section in report.reading_order]
    assert [start for start, _end in own] == [0, *(end for _start, end in own[:-1])]
    assert own[-1][1] == len(report.text)
    for section in report.reading_order:
        assert squeezed(report.text[slice(*label_span(report, section))]) == squeezed(section.label)
        assert (section.heading is None) == (section.ref == "0")
        assert section.level == section.ref.count(".") + 1
        passages = [*([section.heading] if section.heading else []), *section.paragraphs]
        at = section.span[0]
        for passage in passages:
            check_passage(report, passage, (at, section.own_end))
            at = passage.end
        inner = sections_within(section)[-1]
        assert inner.span[1] == section.span[1]
    assert len({section.ref for section in report.reading_order}) == len(report.reading_order)
    assert len({section.id for section in report.reading_order}) == len(report.reading_order)
    for notice in report.notices:
        section_or_none = report.section(notice.ref)
        assert section_or_none is not None
        start, end = section_or_none.own_span
        assert start <= notice.span[0] < notice.span[1] <= end
    for site in report.facts.sites:
        assert " ".join(report.text[slice(*site.span)].split()) == site.name


def check_nothing_lost(report: Report, marks: str = "") -> None:
    """Every word is in one field; what is in none are blanks, title lines, chrome and the marks that close headings.

    The format's own marks are looked past.
    """
    unmarked = str.maketrans("", "", marks)
    kept = list(report.text)
    for section in report.reading_order:
        spans = [label_span(report, section)]
        for passage in [*([section.heading] if section.heading else []), *section.paragraphs]:
            spans.extend(passage.source_spans())
        for start, end in spans:
            assert "\0" not in kept[start:end], "in two fields"
            kept[start:end] = "\0" * (end - start)
    for notice in report.notices:
        if notice.kind == "chrome":
            assert "\0" not in kept[slice(*notice.span)], "chrome in a field"
            kept[slice(*notice.span)] = "\0" * (notice.span[1] - notice.span[0])
    title = "".join(report.title.split()).translate(unmarked)
    for line in "".join("\n" if char == "\0" else char for char in kept).split("\n"):
        words = "".join(line.split()).translate(unmarked)
        assert words in title or set(words) <= set("。．.：:；;，,、"), words


@_many
@given(_texts)
def test_text_reports_hold_together(text: str) -> None:
    check(build_report(read_text(text.encode(), "any.txt")))


@_many
@given(_texts)
def test_markdown_reports_hold_together(text: str) -> None:
    check(build_report(read_markdown(text.encode(), "any.md")))


@_many
@given(_outlines.filter(lambda text: bool(text.strip())))
def test_every_word_of_a_text_is_in_one_field(text: str) -> None:
    check_nothing_lost(report_of(text))


@_many
@given(_outlines.filter(lambda text: bool(text.strip())))
def test_every_word_of_a_markdown_text_is_in_one_field(text: str) -> None:
    """Its marks are not, nor a link's address (b) and the number of an inner list's item."""
    check_nothing_lost(report_of(text, "any.md"), "*_`[]()<>|#-b0123456789")


_LONG = ("一、概况\n\n" + "甲乙丙丁。\n\n" * 40000).encode()


@cache
def _long_document() -> Document:
    return read_text(_LONG, "a.txt")


@pytest.mark.parametrize(
    "work",
    [
        lambda tell: read_text(_LONG, "a.txt", tell),
        lambda tell: read_markdown(_LONG, "a.txt", tell),
        lambda tell: build_report(_long_document(), tell),
    ],
    ids=["text", "Markdown", "structure"],
)
def test_progress_is_told_and_may_cancel(work: Callable[[Callable[[float], None]], object]) -> None:
    class CancelledError(Exception):
        pass

    told: list[float] = []
    work(told.append)
    assert len(told) > 5
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] == 1

    def cancel(share: float) -> None:
        if share > 0.3:
            raise CancelledError

    with pytest.raises(CancelledError):
        work(cancel)
