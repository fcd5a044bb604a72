"""A page whose notes change: the same as if it had been laid out with them."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.open import open_text
from tourview.report import Section
from tourview.typeset import Line, Measure, Page

_REPORT = open_text(
    "考察报告\n此行看了三处。\n一、启示\n一是早谋划。事事走在前面，件件有人负责。\n二是重实效。\n二、差距\n三、措施\n"
    + "（一）修路。两年之内修通环城公路。\n" * 20
)
_PLACES = range(len(_REPORT.reading_order))
_ROWS = st.dictionaries(st.sampled_from(_PLACES), st.integers(0, 3))


class _Notes:
    """How many rows of notes each section has, by its place; it can be told otherwise."""

    def __init__(self, rows: Mapping[int, int]) -> None:
        self.by_place = rows

    def __call__(self, section: Section) -> int:
        return self.by_place.get(_REPORT.positions[section.ref], 0)


def _laid_out(page: Page) -> tuple[list[Line], list[int], list[int | None]]:
    lines = range(len(page))
    return [page.line(y) for y in lines], [page.source(y) for y in lines], [page.first_line(place) for place in _PLACES]


def _whole(rows: Mapping[int, int]) -> Page:
    page = Page(_REPORT, Measure(12, 3, 4), _Notes(rows))
    for _pause in page.compose():
        pass
    return page


@given(before=_ROWS, after=_ROWS)
@settings(derandomize=True, max_examples=60)
def test_other_notes_move_the_lines_after_them(before: dict[int, int], after: dict[int, int]) -> None:
    page = _whole(before)
    page.change_rows({place: after.get(place, 0) for place in before.keys() | after.keys()}, _Notes(after))
    assert _laid_out(page) == _laid_out(_whole(after))


@given(before=_ROWS, after=_ROWS, pauses=st.integers(0, 3))
@settings(derandomize=True, max_examples=60)
def test_notes_may_change_while_the_page_is_laid_out(
    before: dict[int, int], after: dict[int, int], pauses: int
) -> None:
    page = Page(_REPORT, Measure(12, 3, 4), _Notes(before))
    composing = page.compose()
    for _pause, _number in zip(composing, range(pauses), strict=False):
        pass
    page.change_rows({place: after.get(place, 0) for place in before.keys() | after.keys()}, _Notes(after))
    for _pause in composing:
        pass
    assert _laid_out(page) == _laid_out(_whole(after))


@pytest.mark.parametrize("rows", [{}, {3: 2}])
def test_nothing_changes_where_the_rows_are_as_they_were(rows: dict[int, int]) -> None:
    page = _whole(rows)
    before = _laid_out(page)
    page.change_rows(rows, _Notes(rows))
    assert _laid_out(page) == before
