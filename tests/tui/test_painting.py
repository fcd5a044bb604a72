"""How a line of the page is painted: words, hits over them, labels, seals, notes, selections."""

from collections.abc import Sequence

import pytest
from rich.segment import Segment
from textual.geometry import Offset

from tests.tui.house import SMALL
from tourview.open import Opening, open_text
from tourview.report import Report, Span
from tourview.search import Spans, find
from tourview.tui.annotations import Annotations
from tourview.tui.look import Look, look_of
from tourview.tui.notes import Notes
from tourview.tui.painting import GUTTER, Painter
from tourview.tui.themes import INK
from tourview.typeset import HEADING, NOTE, TITLE, Page, lay_out, measure_for

LOOK: Look = look_of(
    {"foreground": "#dcd6c8", "background": "#16181c", "panel": "#262a31", "accent": "#e8735f", **INK.variables}
)


def painter_of(report: Report, width: int, *, notes: bool = False) -> Painter:
    measure = measure_for(report, width, seal=3 if width >= 30 else 0)
    below = Notes(Annotations(report), measure.width)
    if not notes:
        return Painter(lay_out(report, measure), below, LOOK)
    page = Page(report, measure, lambda section: len(below.rows(section)))
    for _pause in page.compose():
        pass
    return Painter(page, below, LOOK)


def painted(painter: Painter, y: int, spans: Spans, current: Span | None = None) -> list[Segment]:
    line = painter.page.line(y)
    return list(painter.segments(y, line, list(painter.hit_marks(line, spans, current))))


def lit(painter: Painter, spans: Spans, current: Span | None = None) -> list[str]:
    """The words that are lit on the whole page, a string a segment."""
    return [
        segment.text
        for y in range(len(painter.page))
        for segment in painted(painter, y, spans, current)
        if segment.style is not None and segment.style.bgcolor in (LOOK.hit.bgcolor, LOOK.current_hit.bgcolor)
    ]


def text_of(segments: Sequence[Segment]) -> str:
    return "".join(segment.text for segment in segments)


@pytest.mark.parametrize("width", [20, 27, 40, 80])
@pytest.mark.parametrize("query", ["园区", "一", "对照先进找差距", "三年内把园区面积翻一番", "，", "赴海滨市"])
def test_every_hit_is_lit_wherever_the_lines_break(width: int, query: str) -> None:
    report = open_text(SMALL)
    found = find(report, query)
    assert found.total
    assert "".join(lit(painter_of(report, width), found.spans)) == query * found.total


def test_a_hit_across_a_line_break_is_lit_on_both_lines() -> None:
    report = open_text("一篇短文\n\n" + "甲" * 8 + "园区" + "乙" * 8 + "\n")
    assert lit(painter_of(report, 18), find(report, "园区").spans) == ["园", "区"]


def test_a_hit_across_a_soft_line_end_of_the_source_is_lit_whole() -> None:
    report = open_text("# 一篇短文\n\n这一行到此为止，园\n区在下一行。\n", "short.md")
    assert "".join(lit(painter_of(report, 60), find(report, "园区").spans)).replace("\u200b", "") == "园区"


def test_overlapping_hits_of_two_words_are_drawn_once() -> None:
    report = open_text("一篇短文\n\n我市的园区面积不大。\n")
    spans = find(report, "园区面 区面积").spans
    painter = painter_of(report, 60)
    assert len(spans) == 2
    assert "".join(lit(painter, spans)) == "园区面积"
    last = len(painter.page) - 1
    assert text_of(painted(painter, last, spans)) == text_of(painted(painter, last, spans[:0]))


@pytest.mark.parametrize("query", ["一是", "是", "一是 是", "一 是 一是", "一是敢想", "是敢", "（一） 一 （"])
def test_hits_in_labels_are_lit_and_change_no_text(query: str) -> None:
    report = open_text(SMALL)
    painter = painter_of(report, 80)
    spans = find(report, query).spans
    assert spans
    for y in range(len(painter.page)):
        assert text_of(painted(painter, y, spans)) == text_of(painted(painter, y, spans[:0]))
    labelled = [y for y in range(len(painter.page)) if painter.page.label(painter.page.line(y))]
    assert any(
        segment.style is not None and segment.style.bgcolor == LOOK.hit.bgcolor
        for y in labelled
        for segment in painted(painter, y, spans)
    )


def test_a_hit_over_a_label_and_its_heading_is_lit_in_both() -> None:
    report = open_text(SMALL)
    assert lit(painter_of(report, 80), find(report, "一是敢想").spans) == ["一是", "敢想"]


def test_the_hit_one_stands_at_is_lit_otherwise() -> None:
    report = open_text(SMALL)
    spans = find(report, "园区").spans
    painter = painter_of(report, 80)
    current = [
        segment
        for y in range(len(painter.page))
        for segment in painted(painter, y, spans, spans[3])
        if segment.style is not None and segment.style.bgcolor == LOOK.current_hit.bgcolor
    ]
    assert text_of(current) == "园区"


def test_a_hit_in_the_title_is_lit() -> None:
    report = open_text(SMALL)
    painter = painter_of(report, 80)
    titles = [y for y in range(len(painter.page)) if painter.page.line(y).part == TITLE]
    segments = [segment for y in titles for segment in painted(painter, y, find(report, "海滨").spans)]
    assert [segment.text for segment in segments if segment.style and segment.style.bgcolor] == ["海滨"]


def test_headings_have_their_seal_and_label() -> None:
    report = open_text(SMALL)
    painter = painter_of(report, 80)
    headings = [y for y in range(len(painter.page)) if painter.page.line(y).part == HEADING]
    none = find(report, "龘").spans
    shown = [text_of(painted(painter, y, none))[GUTTER:] for y in headings]
    assert shown[0] == "B  一、考察的基本情况"
    assert shown[5] == "L  一是  敢想敢试"
    assert shown[-1] == "C  （二）改进作风"


def test_a_page_without_room_has_no_seals_and_a_very_narrow_one_no_labels() -> None:
    report = open_text(SMALL)
    none = find(report, "龘").spans
    narrow, tiny = painter_of(report, 20), painter_of(report, 5)
    assert "一是  敢想敢试" in [text_of(painted(narrow, y, none))[GUTTER:] for y in range(len(narrow.page))]
    assert "一是" not in "".join(text_of(painted(tiny, y, none)) for y in range(len(tiny.page)))


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_painted_line_is_wider_than_the_page(zh: Opening, en: Opening, width: int) -> None:
    for opening in (zh, en):
        assert opening.report is not None
        painter = painter_of(opening.report, width, notes=True)
        none = find(opening.report, "龘").spans
        for y in range(len(painter.page)):
            line = painter.page.line(y)
            length = sum(segment.cell_length for segment in painted(painter, y, none))
            # A note of one entry that is wider than the page is cut by the reader.
            assert length <= GUTTER + width or line.part == NOTE


def test_notes_lead_to_the_sections_they_name(zh: Opening) -> None:
    assert zh.report is not None
    painter = painter_of(zh.report, 80, notes=True)
    section = zh.report.section("1.3.1")
    assert section is not None
    rows = [
        painted(painter, y, find(zh.report, "龘").spans)
        for y in range(len(painter.page))
        if painter.page.line(y).part == NOTE and painter.page.line(y).section == zh.report.positions["1.3.1"]
    ]
    segments = [segment for row in rows for segment in row]
    assert "See also" in [segment.text for segment in segments]
    linked = {link.target for link in zh.report.links if link.source == "1.3.1"}
    linked |= {link.source for link in zh.report.links if link.target == "1.3.1"}
    actions = {segment.style.meta["@click"] for segment in segments if segment.style and "@click" in segment.style.meta}
    assert {action for action in actions if action.startswith("follow")} == {f"follow('{ref}')" for ref in linked}


def test_the_whole_page_selected_is_the_text_without_what_was_wrapped() -> None:
    report = open_text(SMALL)
    for width in (12, 30, 80):
        painter = painter_of(report, width)
        taken = "\n".join(painter.selected(Offset(0, 0), Offset(1 << 30, len(painter.page) - 1)))
        wanted = [report.title]
        for section in report.reading_order:
            wanted += [section.label + section.title] if section.heading else []
            wanted += [passage.text for passage in section.paragraphs]
        assert taken == "\n".join(wanted)


def test_a_selection_on_blank_lines_only_is_empty() -> None:
    painter = painter_of(open_text(SMALL), 80)
    assert list(painter.selected(Offset(0, 1), Offset(5, 1))) == []


def test_selection_marks_keep_to_the_line() -> None:
    painter = painter_of(open_text(SMALL), 20)
    for y in range(len(painter.page)):
        line = painter.page.line(y)
        for span in ((0, -1), (-3, 2), (2, 900), (-1, 0), (3, -1)):
            mark = painter.selection_mark(line, span)
            assert line.start <= mark.start
            assert mark.end <= line.end
