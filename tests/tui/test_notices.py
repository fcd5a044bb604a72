"""What a careful reader would flag, as the reader shows it: the mark beside a line, the notes, the walk, the remark."""

from dataclasses import replace

import pytest
from rich.segment import Segment
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.tui.house import NARROW, SIZES, SMALL, STANDARD, WIDE, Visit, text_opening, visit
from tests.tui.test_painting import LOOK, painted, painter_of, text_of
from tests.tui.test_snapshots import Compare, still
from tourview.i18n import speak
from tourview.open import Opening, open_text
from tourview.report import Figure, Notice, Report, Span
from tourview.search import NO_SPANS, find
from tourview.tui.annotations import Annotations, merged, reaching, within
from tourview.tui.app import TourviewApp
from tourview.tui.memory import Memory
from tourview.tui.notes import Group, Notes, Piece, Tone, entry_of, figure_entry, fitting, laid, linked_refs
from tourview.tui.painting import GUTTER, MARK, Painter
from tourview.typeset import cell_width

TWICE = "码头上的起重机如今都在控制室里照看，停机的时间越来越少，工人的日子也越来越好过。"
"""A sentence that stands twice in the report."""

FLAWED = f"""赴海滨市学习考察报告
考察组一行12人赴海滨市，看了码头和园区，现将情况报告如下。
一、考察的基本情况
（一）考察的项目。XX县的园区占地1200亩，XX县还在扩建，XX市给了3年的政策。
{TWICE}
（二）考察的印象。开放的胆子大，“敢为天下先的话挂在嘴上。
三、下一步的打算
（一）扩大园区。三年内把园区面积翻一番。
{TWICE}
"""
"""A report of our own with what a careful reader flags: words left out, an unclosed quotation mark, a chapter whose
number is skipped, a paragraph printed twice."""


@pytest.fixture
def flawed() -> Report:
    report = open_text(FLAWED)
    assert [notice.kind for notice in report.notices] == [*["redaction"] * 3, "pairing", "numbering", "duplicate"]
    return report


def lines_of(painter: Painter) -> list[str]:
    return [text_of(painted(painter, y, NO_SPANS)) for y in range(len(painter.page))]


def styled(painter: Painter, word: str) -> list[Segment]:
    """The pieces of the page that are just this word."""
    every = (segment for y in range(len(painter.page)) for segment in painted(painter, y, NO_SPANS))
    return [segment for segment in every if segment.text == word]


# By place


def test_spans_are_merged_where_they_overlap() -> None:
    assert merged([(1, 4), (2, 3), (3, 6), (6, 8), (9, 9), (10, 12)]) == [(1, 6), (6, 8), (10, 12)]
    assert merged([]) == []


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (0, 1, []),
        (0, 2, [(1, 4)]),
        (3, 6, [(1, 4)]),
        (4, 6, []),
        (3, 7, [(1, 4), (6, 8)]),
        (7, 99, [(6, 8), (10, 12)]),
        (12, 99, []),
    ],
)
def test_the_spans_that_reach_into_a_stretch(low: int, high: int, found: list[Span]) -> None:
    spans = merged([(1, 4), (6, 8), (10, 12)])
    assert within(spans, low, high) == found
    assert reaching(spans, low, high) == bool(found)


def test_furniture_of_the_page_is_counted_but_not_walked() -> None:
    text = "一、情况\n园区\n首页 园区\n分享\n正文。\n"
    chrome = (text.index("首页"), text.index("\n正文"))
    report = open_text(text)
    report = replace(report, notices=(Notice("1", "chrome", text[slice(*chrome)], chrome),))
    annotations = Annotations(report)
    assert not annotations.notices
    assert annotations.chrome_lines(0, len(text)) == 2
    assert annotations.chrome_lines(0, chrome[0]) == annotations.chrome_lines(chrome[1], len(text)) == 0
    assert annotations.step(1, 0) is None


@pytest.mark.parametrize(
    ("direction", "offset", "at", "place"),
    [
        (1, 0, None, 0),
        (-1, 0, None, 2),
        (1, 5, None, 0),
        (1, 6, None, 1),
        (-1, 6, None, 0),
        (1, 99, None, 0),
        (1, 99, 0, 1),
        (1, 0, 2, 0),
        (-1, 99, 0, 2),
    ],
)
def test_the_walk_goes_round(direction: int, offset: int, at: int | None, place: int) -> None:
    notices = tuple(Notice("1", "redaction", "XX", (start, start + 2)) for start in (20, 5, 10))
    annotations = Annotations(replace(open_text(SMALL), notices=notices))
    assert [notice.span[0] for notice in annotations.notices] == [5, 10, 20]
    assert annotations.step(direction, offset, at) == place


# Beside the lines and under the words


@pytest.mark.parametrize("width", [16, 30, 80])
def test_each_line_in_which_a_notice_begins_is_marked_once(flawed: Report, width: int) -> None:
    painter = painter_of(flawed, width)
    begun = [notice.span[0] for notice in flawed.notices]
    for y, line in enumerate(lines_of(painter)):
        assert line.count(MARK) == line.startswith(MARK)
        place = painter.page.line(y)
        passage = painter.page.passage(place)
        if passage is not None:
            label = painter.page.label(place)
            low = passage.to_source(place.start) - len(label)
            holds = any(low <= start < passage.to_source(place.end) for start in begun)
            twice = passage.text == TWICE and place.section == flawed.positions["2.1"]
            assert line.startswith(MARK) == (holds or twice)


def test_what_stands_twice_is_marked_all_along_and_not_underlined(flawed: Report) -> None:
    painter = painter_of(flawed, 30)
    lines = [
        (y, line)
        for y, line in enumerate(lines_of(painter))
        if painter.page.line(y).part >= 0 and painter.page.line(y).section == flawed.positions["2.1"]
    ]
    again = [(y, line) for y, line in lines if line.startswith(MARK)]
    assert len(again) >= 3
    assert again == lines[-len(again) :]
    for y, _line in again:
        assert not any(segment.style and segment.style.underline for segment in painted(painter, y, NO_SPANS))


@pytest.mark.parametrize("width", [16, 30, 80])
def test_the_words_are_underlined_and_unchanged(flawed: Report, width: int) -> None:
    painter = painter_of(flawed, width)
    underlined = "".join(
        segment.text
        for y in range(len(painter.page))
        for segment in painted(painter, y, NO_SPANS)
        if segment.style is not None and segment.style.underline
    )
    assert underlined == "XX县XX县XX市“三、"
    plain = painter_of(replace(flawed, notices=(), figures=()), width)
    marked = [line.replace(MARK, " ", 1) if line.startswith(MARK) else line for line in lines_of(painter)]
    assert marked == lines_of(plain)


def test_figures_stand_out_in_paragraphs(flawed: Report) -> None:
    painter = painter_of(flawed, 80)
    (figure,) = styled(painter, "1200亩")
    assert figure.style is not None
    assert figure.style.bold


def test_a_hit_lies_over_a_notice(flawed: Report) -> None:
    painter = painter_of(flawed, 80)
    spans = find(flawed, "XX县").spans
    lit = [
        segment
        for y in range(len(painter.page))
        for segment in painted(painter, y, spans)
        if segment.style is not None and segment.style.bgcolor == LOOK.hit.bgcolor
    ]
    assert [segment.text for segment in lit] == ["XX县", "XX县"]
    assert all(segment.style and segment.style.underline for segment in lit)


def test_marks_are_no_part_of_what_is_selected(flawed: Report) -> None:
    painter = painter_of(flawed, 30)
    taken = "\n".join(painter.selected(Offset(0, 0), Offset(1 << 30, len(painter.page) - 1)))
    assert MARK not in taken
    assert "XX县的园区占地1200亩，XX县还在扩建" in taken


# Below a section


def rows_of(report: Report, ref: str, width: int = 80) -> list[str]:
    section = report.section(ref)
    assert section is not None
    rows = Notes(Annotations(report), width).rows(section)
    return ["".join(" " * placed.gap + placed.entry.text for placed in row) for row in rows]


def test_a_section_s_notes_share_a_row_where_they_fit(flawed: Report) -> None:
    assert rows_of(flawed, "1.1") == [
        "Figures   1200亩   3年     Notes  redaction XX县 2 times   XX市",
    ]
    assert rows_of(flawed, "1.1", 44) == [
        "Figures   1200亩   3年",
        "Notes     redaction XX县 2 times   XX市",
    ]


def test_a_section_of_which_nothing_is_to_be_told_has_no_notes() -> None:
    report = open_text("一篇短文\n\n一、园区\n园区不大。\n")
    assert rows_of(report, "1") == []


def test_a_single_figure_needs_no_row_of_its_own() -> None:
    report = open_text("一篇短文\n\n一、园区\n园区占地1200亩。\n二、政策\nXX市给了3年的政策。\n")
    assert rows_of(report, "1") == []
    assert rows_of(report, "2") == ["Figures   3年     Notes  redaction XX市"]


def test_the_interface_s_language_is_that_of_the_notes(flawed: Report) -> None:
    speak("zh")
    (row,) = rows_of(flawed, "1.2")
    assert "Notes" not in row or "旁注" in row
    assert row.endswith(" “")


def test_lines_left_over_from_the_page_are_told_where_they_are_many() -> None:
    text = "一、情况\n正文。\n首页\n分享\n打印\n"
    report = open_text(text)

    def with_chrome(words: str) -> Report:
        start = text.index(words)
        return replace(report, notices=(Notice("1", "chrome", words, (start, start + len(words))),))

    assert rows_of(with_chrome("首页\n分享\n打印"), "1") == ["Notes     3 lines left over from the page"]
    assert rows_of(with_chrome("首页"), "1") == []


def test_more_than_fits_is_counted() -> None:
    entries = [entry_of(Piece("园区" * length, Tone.TEXT)) for length in (1, 1, 2, 3)]
    assert [entry.text for entry in fitting(entries, 9, 20)] == ["园区", "园区", "+7"]
    assert [entry.text for entry in fitting(entries, 4, 80)] == ["园区", "园区", "园区园区", "园区园区园区"]
    assert [entry.text for entry in fitting(entries[3:], 1, 4)] == ["园区园区园区"]
    assert fitting([], 0, 20) == []


def test_a_group_that_does_not_fit_beside_another_has_rows_of_its_own() -> None:
    one, two = entry_of(Piece("一" * 4, Tone.TEXT)), entry_of(Piece("二" * 4, Tone.TEXT))
    rows = laid([Group("A", [one]), Group("Bb", [two, two, one])], 4, 20)
    assert ["".join(" " * gap + entry.text for gap, entry in row) for row in rows] == [
        "A   一一一一",
        "Bb  二二二二",
        "    二二二二",
        "    一一一一",
    ]


def test_a_group_begins_at_the_left_below_one_of_several_rows() -> None:
    one, two = entry_of(Piece("一" * 4, Tone.TEXT)), entry_of(Piece("二" * 4, Tone.TEXT))
    rows = laid([Group("A", [one, one, one]), Group("B", [two]), Group("C", [two])], 4, 32)
    assert ["".join(" " * gap + entry.text for gap, entry in row) for row in rows] == [
        "A   一一一一   一一一一",
        "    一一一一",
        "B   二二二二     C  二二二二",
    ]


@pytest.mark.parametrize(
    ("text", "unit", "pieces"),
    [
        ("1200亩", "亩", ["1200", "亩"]),
        ("548多万平方米", "平方米", ["548多万", "平方米"]),
        ("由二层升为五层", "层", ["由二层升为五", "层"]),
        ("1.2\nmillion", "", ["1.2 million"]),
    ],
)
def test_a_figure_s_unit_stands_back(text: str, unit: str, pieces: list[str]) -> None:
    entry = figure_entry(Figure("1", text, 1, unit, None, (0, 1)), 40)
    assert [piece.text for piece in entry.pieces] == pieces


@pytest.mark.parametrize("width", [24, 30, 50, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_rows_fit_and_tell_every_link_once(request: pytest.FixtureRequest, language: str, width: int) -> None:
    report = request.getfixturevalue(language).report
    notes, linked = Notes(Annotations(report), width), linked_refs(report)
    for section in report.reading_order:
        rows = notes.rows(section)
        followed = [entry.action for row in rows for _gap, entry in row if entry.action.startswith("follow")]
        assert followed == [f"follow('{ref}')" for ref in linked.get(section.ref, ())]
        for row in rows:
            assert sum(gap + entry.width for gap, entry in row) <= width or len(row) <= 2


# The walk


async def test_m_goes_to_the_next_notice_and_tells_what_it_is() -> None:
    async with visit(FLAWED, WIDE) as sitting:
        await sitting.press("m")
        assert sitting.lines()[-1].strip() == "1/6  redaction: XX县: words were left out here"
        assert sitting.here == "1.1"
        await sitting.press("m", "m", "m")
        assert sitting.lines()[-1].strip().startswith("4/6  unpaired mark: “")
        assert sitting.here == "1.2"
        await sitting.press("M")
        assert sitting.lines()[-1].strip().startswith("3/6  redaction: XX市")


async def test_the_walk_goes_round_the_end_and_backspace_returns() -> None:
    async with visit(FLAWED, NARROW) as sitting:
        await sitting.press("tab", "M")
        assert sitting.lines()[-1].strip().startswith("6/6  repeated")
        top = sitting.reader.scroll_offset.y
        await sitting.press("m")
        assert sitting.lines()[-1].strip().startswith("1/6")
        assert sitting.reader.scroll_offset.y < top
        await sitting.press("backspace")
        assert sitting.reader.scroll_offset.y == 0


async def test_the_notice_one_stands_at_is_lit_until_the_next_key() -> None:
    def lit(sitting: Visit) -> list[str]:
        ground = sitting.app.look.current_notice.bgcolor
        segments = (segment for y in range(sitting.reader.size.height) for segment in sitting.reader.render_line(y))
        return [segment.text for segment in segments if segment.style and segment.style.bgcolor == ground]

    async with visit(FLAWED, WIDE) as sitting:
        hints = sitting.lines()[-1]
        assert lit(sitting) == []
        await sitting.press("m")
        assert lit(sitting) == ["XX县"]
        await sitting.press("m", "m", "m", "m")
        assert lit(sitting) == ["三、"]
        await sitting.press("escape")
        assert lit(sitting) == []
        assert sitting.lines()[-1] == hints


async def test_after_scrolling_away_the_walk_goes_on_from_where_one_is(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.press("m", "m", "tab", "G", "m")
        assert sitting.lines()[-1].strip().startswith("1/12")
        await sitting.press("G", "M")
        assert sitting.lines()[-1].strip().startswith("12/12")


async def test_a_report_without_flaws_says_so() -> None:
    async with visit("一篇短文\n\n一、园区\n园区不大。\n") as sitting:
        await sitting.press("m")
        assert sitting.told == ["Nothing is flagged in this report"]


async def test_what_is_printed_twice_is_told_though_it_is_no_paragraph() -> None:
    title = "赴海滨市学习考察报告"
    async with visit(f"{title}\n{title}\n一、情况\n园区不大。\n") as sitting:
        await sitting.press("m")
        assert sitting.lines()[-1].strip().startswith(f"1/1  repeated: {title}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_remark_is_cut_to_the_line(size: tuple[int, int]) -> None:
    async with visit(FLAWED, size) as sitting:
        await sitting.press("M")
        assert all(cell_width(line) == size[0] for line in sitting.lines())
        assert sitting.lines()[-1].strip().startswith("6/6  repeated: 码头")


async def test_a_click_on_a_mark_or_a_note_tells_of_it() -> None:
    async with visit(FLAWED, WIDE) as sitting:
        y = next(y for y in range(sitting.reader.size.height) if MARK in sitting.reader.render_line(y).text)
        await sitting.pilot.click("#reader", offset=(0, y))
        await sitting.settle()
        assert sitting.lines()[-1].strip().startswith("1/6")
        await sitting.press("escape")
        await sitting.click("unpaired")
        assert sitting.lines()[-1].strip().startswith("4/6")


async def test_a_mark_beside_a_line_is_beside_its_text() -> None:
    async with visit(FLAWED, NARROW) as sitting:
        await sitting.press("tab")
        assert sitting.marked()
        assert all(line[:GUTTER].strip() in ("", MARK) for line in raw_page(sitting))


def raw_page(sitting: Visit) -> list[str]:
    return [sitting.reader.render_line(y).text for y in range(sitting.reader.size.height)]


# Searching


def test_what_is_no_part_of_the_report_is_not_found() -> None:
    text = "一、情况\n园区不大。\n首页 园区 分享\n办法都是试出\n— 3 —\n来的。\n"
    report = open_text(text)
    for words in ("首页 园区 分享", "— 3 —"):
        start = text.index(words)
        chrome = Notice("1", "chrome", words, (start, start + len(words)))
        report = replace(report, notices=(*report.notices, chrome))
    assert find(report, "园区").spans == [(text.index("园区"), text.index("园区") + 2)]
    assert find(report, "首页").total == find(report, "3").total == 0
    assert find(report, "园区 -分享").total == 1
    assert find(report, '"试出 来的"').total == 1


# Many, and as pictures


def test_a_report_of_very_many_notices_is_painted_by_place() -> None:
    text = "一、情况\n" + "XX县的园区占地1200亩。" * 4000 + "\n"
    report = open_text(text)
    assert len(report.notices) >= 4000
    looked = 0

    class Counted(Annotations):
        def notices_in(self, low: int, high: int) -> range:
            nonlocal looked
            found = super().notices_in(low, high)
            looked += len(found)
            return found

    painter = painter_of(report, 80)
    painter.notes.annotations = Counted(report)
    painted(painter, len(painter.page) // 2, NO_SPANS)
    assert looked < 20


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", SIZES, ids=["wide", "standard", "narrow"])
def test_pictures(snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    speak("zh")
    app = TourviewApp(text_opening(FLAWED), Memory(theme, fresh=False))

    async def play(pilot: Pilot[object]) -> None:
        await still(pilot)
        for key in (*["tab"] * (size == NARROW), "m", "m"):
            await pilot.press(key)
            await still(pilot)

    assert snap_compare(app, terminal_size=size, run_before=play)
