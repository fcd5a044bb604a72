"""Searching: the outline thins, the reader lights the hits up, the bar tells where one stands."""

import pytest

from tests.real_reports import path_of, real
from tests.tui.house import SMALL, STANDARD, visit
from tourview.open import Opening
from tourview.search import find

HITS = [
    ("0", 1),
    ("1.1.1", 1),
    ("1.2.1", 1),
    ("2.1", 1),
    ("2.1.1", 2),
    ("2.1.2", 1),
    ("3.1", 2),
]
"""園区 in the small report: the sections and how often, in reading order."""


def shown_counts(rows: list[str]) -> list[int]:
    """The numbers at the right of the outline."""
    return [int(row.split()[-1]) for row in rows if row.split()[-1].isdecimal()]


async def test_the_outline_thins_to_the_sections_with_hits_and_counts_them() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区")
        assert sitting.refs == ["0", "1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1", "2.1.2", "3", "3.1"]
        assert shown_counts(sitting.tree()) == [count for _ref, count in HITS]
        assert sitting.status == "1st of 9 hits in 7 sections"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_bundled_reports_counts_are_those_of_a_plain_search(
    request: pytest.FixtureRequest, language: str
) -> None:
    opening: Opening = request.getfixturevalue(language)
    word = {"zh": "园区", "en": "park"}[language]
    assert opening.report is not None
    found = find(opening.report, word)
    async with visit(opening) as sitting:
        await sitting.press("/", *word)
        assert sitting.status == f"1st of {found.total} hits in {len(found.hits)} sections"
        assert shown_counts(sitting.tree()) == [hit.count for hit in found.hits]


@real
@pytest.mark.parametrize("typed", ["园区", "園區"])
async def test_the_real_report_has_18_hits_in_12_sections(typed: str) -> None:
    async with visit(path_of()) as sitting:
        await sitting.press("/", *typed)
        assert sitting.status == "1st of 18 hits in 12 sections"
        counts = shown_counts(sitting.tree())
        assert (sum(counts), len(counts)) == (18, 12)
        await sitting.press("enter", "5")
        assert sitting.status == "1st of 5 hits in 2 sections"


async def test_every_letter_searches_anew() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", "一")
        assert sitting.status.startswith("1st of ")
        more = len(sitting.refs)
        await sitting.press("件")
        assert sitting.status == "1st of 1 hit in 1 section"
        assert len(sitting.refs) < more
        await sitting.press("龘")
        assert sitting.status == "nothing found"
        assert sitting.tree() == []
        await sitting.press("backspace")
        assert sitting.status == "1st of 1 hit in 1 section"


async def test_hits_are_lit_and_the_one_one_stands_at_more_so() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区")
        look = sitting.app.look
        grounds = [
            segment.style.bgcolor
            for y in range(sitting.reader.size.height)
            for segment in sitting.reader.render_line(y)
            if segment.text == "园区" and segment.style is not None
        ]
        assert grounds == [look.current_hit.bgcolor, *[look.hit.bgcolor] * 4]
        await sitting.press("down")
        styles = [segment.style for y in range(sitting.reader.size.height) for segment in sitting.reader.render_line(y)]
        assert [style.bgcolor == look.current_hit.bgcolor for style in styles if style].count(True) == 1


@pytest.mark.parametrize(("onward", "backward"), [("n", "N"), ("f3", "shift+f3")])
async def test_hits_are_walked_in_reading_order_and_round_the_end(onward: str, backward: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter")
        way = [ref for ref, count in HITS for _hit in range(count)]
        for ordinal, ref in zip(("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"), way, strict=True):
            assert sitting.status == f"{ordinal} of 9 hits in 7 sections"
            assert sitting.here == ref
            assert sitting.outline.section == sitting.room.section
            await sitting.press(onward)
        assert sitting.status.startswith("1st")
        await sitting.press(backward)
        assert sitting.status.startswith("9th")
        assert sitting.here == "3.1"
        await sitting.press(backward)
        assert sitting.status.startswith("8th")


async def test_the_hit_one_walks_to_is_on_the_screen(zh: Opening) -> None:
    async with visit(zh, STANDARD) as sitting:
        await sitting.press("/", *"园区", "enter")
        ground = sitting.app.look.current_hit.bgcolor
        for _step in range(19):
            await sitting.press("n")
            lit = [
                segment.text
                for y in range(sitting.reader.size.height)
                for segment in sitting.reader.render_line(y)
                if segment.style is not None and segment.style.bgcolor == ground
            ]
            assert "".join(lit) == "园区"


async def test_the_search_begins_where_one_reads() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1.2", "enter", "/", *"园区")
        assert sitting.status == "7th of 9 hits in 7 sections"
        assert sitting.here == "2.1.2"


async def test_next_without_a_search_does_nothing() -> None:
    async with visit(SMALL) as sitting:
        before = sitting.text()
        await sitting.press("n", "N", "f3", "shift+f3", "escape")
        assert sitting.text() == before


async def test_a_view_scopes_the_search() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter", "4")
        assert sitting.status == "1st of 4 hits in 3 sections"
        assert sitting.refs == ["2", "2.1", "2.1.1", "2.1.2"]
        await sitting.press("n", "n", "n", "n")
        assert sitting.status == "1st of 4 hits in 3 sections"
        await sitting.press("1")
        assert sitting.status.endswith("of 9 hits in 7 sections")


async def test_a_search_keeps_to_the_view_one_is_in() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("5", "/", *"园区")
        assert sitting.status == "1st of 2 hits in 1 section"
        assert sitting.refs == ["3", "3.1"]
        await sitting.press("escape")
        assert sitting.refs == ["3", "3.1", "3.2"]


async def test_the_bar_counts_the_hits_of_each_kind_whatever_the_view() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区")
        bar = " ".join(sitting.lines()[-2].split())
        assert "All V 1 L 1 G 4 C 2" in bar
        await sitting.press("enter", "4")
        assert "All V 1 L 1 G 4 C 2" in " ".join(sitting.lines()[-2].split())


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("一 园区", "1st of 13 hits in 5 sections"),
        ('"园区面积"', "1st of 2 hits in 2 sections"),
        ("园区 -面积", "1st of 5 hits in 5 sections"),
        ("园区 @gap", "1st of 4 hits in 3 sections"),
        ("园区 @差距", "1st of 4 hits in 3 sections"),
        ("@lesson", "3 sections"),
        ("園區", "1st of 9 hits in 7 sections"),
        ("园区 @nothing", "not understood: @nothing"),
        ("has:nothing", "not understood: has:nothing"),
        ("-", ""),
    ],
)
async def test_queries(query: str, status: str) -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *query)
        assert sitting.status.endswith(status)


async def test_folding_waits_while_a_search_is_on() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press(":", *"2.1", "enter", "left", "/", *"园区", "enter", "tab")
        assert "2.1.1" in sitting.refs
        await sitting.press("left", "right", "right")
        assert sitting.refs == ["0", "1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1", "2.1.2", "3", "3.1"]
        await sitting.press("escape")
        assert "2.1.1" not in sitting.refs
        assert "1.2.1" in sitting.refs
        assert "2.2.1" in sitting.refs


async def test_a_jump_leaves_the_hit_and_the_walk_goes_on_from_there() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter", ":", *"2.1.2", "enter")
        assert sitting.here == "2.1.2"
        assert sitting.status == "9 hits in 7 sections"
        await sitting.press("n")
        assert sitting.status.startswith("7th")
        await sitting.press("g", "g", "n")
        assert sitting.status.startswith("1st")
        await sitting.press("g", "g", "N")
        assert sitting.status.startswith("9th")


async def test_the_thinned_outline_is_walked_and_the_walk_of_hits_goes_on_from_its_row() -> None:
    async with visit(SMALL) as sitting:
        await sitting.press("/", *"园区", "enter", *"nnnnnn", "tab")
        for ref in ("2.1.1", "2.1", "2", "1.2.1"):
            await sitting.press("up")
            assert sitting.here == ref
            assert sitting.outline.section == sitting.room.section
        await sitting.press("n")
        assert sitting.status.startswith("3rd")


async def test_scrolling_on_from_a_hit_keeps_it_while_it_can_be_seen(zh: Opening) -> None:
    async with visit(zh) as sitting:
        await sitting.press("/", *"园区", "enter", "n", "n", "n")
        hit = sitting.here
        await sitting.press("down", "down")
        assert sitting.here == hit
        await sitting.press("pagedown", "pagedown", "pagedown")
        assert sitting.here == sitting.reader.section.ref != hit
        await sitting.press("n")
        assert sitting.status.startswith("5th")
