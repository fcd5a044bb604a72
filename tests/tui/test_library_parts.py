"""What the library screen stands on: orders, filters, lists, history, offers. What needs no screen."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.house import SMALL
from tourview.open import open_text
from tourview.search import find
from tourview.search.completing import Completion
from tourview.search.index import Entry, Index, Stamp
from tourview.tui.completing import is_worth_completing, offers_in, useful
from tourview.tui.history import History, Walk
from tourview.tui.lookup import asked, first_look, full_look
from tourview.tui.memory import Memory, keep, recall
from tourview.tui.shelving import Order, Sorting, arranged, picked
from tourview.tui.widgets.shelf import columns_for


def entry(title: str, *, date: str | None = None, organization: str | None = None, lessons: int = 0) -> Entry:
    path = Path(f"/reports/{title}.txt")
    return Entry(path, title, organization, date, "zh", 9, 3, lessons, 0, 0, 0, Stamp(1, 1), "", None)


def failed(name: str) -> Entry:
    return Entry(Path("/reports", name), name, None, None, "", 0, 0, 0, 0, 0, 0, Stamp(1, 1), "", f"{name}: spoiled")


def titles(entries: list[Entry]) -> list[str]:
    return [one.title for one in entries]


# Orders


def test_titles_go_by_number_then_letter_then_sound() -> None:
    shelf = [entry(title) for title in ("赵庄", "安庄", "report 10", "report 9", "2026年报告", "500强", "Zoo")]
    order = titles(arranged(shelf, Sorting(Order.TITLE, high_first=False)))
    assert order == ["500强", "2026年报告", "report 9", "report 10", "Zoo", "安庄", "赵庄"]


def test_what_has_no_date_comes_last_whichever_way_the_order_runs() -> None:
    shelf = [entry("甲"), entry("乙", date="2021"), entry("丙", date="2023-05"), failed("x.pdf")]
    assert titles(arranged(shelf, Sorting())) == ["丙", "乙", "甲", "x.pdf"]
    assert titles(arranged(shelf, Sorting(Order.DATE, high_first=False))) == ["乙", "丙", "甲", "x.pdf"]


def test_among_equals_the_title_decides() -> None:
    shelf = [entry("丙", lessons=2), entry("甲", lessons=2), entry("乙", lessons=5)]
    assert titles(arranged(shelf, Sorting(Order.LESSONS))) == ["乙", "丙", "甲"]


def test_an_order_begins_as_one_wants_it_and_is_turned_round_when_asked_for_again() -> None:
    sorting = Sorting().then(Order.TITLE)
    assert sorting == Sorting(Order.TITLE, high_first=False)
    assert sorting.then(Order.TITLE) == Sorting(Order.TITLE, high_first=True)
    assert sorting.then(Order.GAPS) == Sorting(Order.GAPS, high_first=True)


@given(st.lists(st.text(alphabet="甲乙丙ab19 .", max_size=6), unique=True, max_size=9), st.sampled_from(list(Order)))
@settings(derandomize=True, max_examples=60)
def test_an_order_loses_no_report(names: list[str], order: Order) -> None:
    shelf = [entry(name) for name in names]
    assert sorted(titles(arranged(shelf, Sorting(order)))) == sorted(names)
    assert picked(shelf, " ") == shelf


def test_a_filter_looks_at_title_file_organisation_and_date() -> None:
    shelf = [entry("赴青山考察报告", date="2021-05", organization="水利局"), entry("其他")]
    for typed in ("青山", "qingshan", "qs", "shuiliju 2021-05", "TXT 报告", "靑山".replace("靑", "青")):
        assert titles(picked(shelf, typed))[:1] == ["赴青山考察报告"]
    assert picked(shelf, "青山 其他") == []


@pytest.mark.parametrize("width", [0, 1, 20, 40, 60, 71, 72, 80, 99, 100, 120, 300])
def test_the_columns_fit_in_any_width(width: int) -> None:
    columns = columns_for(width, [entry("甲", organization="市发展和改革委员会")])
    assert columns.title >= 0
    if width >= 60:
        assert columns.title >= width // 3
        used = sum(columns.width(order) for order in Order)
        assert used <= width


# History


def test_each_query_is_kept_once_and_fifty_of_them() -> None:
    history = History()
    for number in range(60):
        history.note(f" {number} ")
    history.note("30")
    history.note("  ")
    history.note("\x1b[31m")
    assert len(history.queries) == 50
    assert history.queries[-2:] == ("59", "30")
    assert history.queries[0] == "10"


def test_a_walk_goes_back_to_the_oldest_and_forth_to_the_empty_field() -> None:
    walk = Walk(History(("一", "二")))
    assert [walk.step(-1) for _key in range(3)] == ["二", "一", "一"]
    assert [walk.step(1) for _key in range(3)] == ["二", "", ""]


def test_queries_are_kept_over_sessions() -> None:
    keep(Memory("ink", {}, history=History(("园区", "一张 -图纸"))))
    assert recall().history.queries == ("园区", "一张 -图纸")


# Offers


@pytest.mark.parametrize(
    ("typed", "worth"), [("", False), ("y", False), ("yu", True), ("园", True), ("园区 ", False), ("园区 z", False)]
)
def test_one_letter_says_too_little(typed: str, worth: bool) -> None:
    assert is_worth_completing(typed) is worth


def test_offers_are_counted_over_portions_of_the_text() -> None:
    text = "园区建设。" * 40_000
    shares: list[float] = []
    assert offers_in(text, "其他 yuanqu", shares.append) == [Completion("园区", 40_000)]
    assert len(shares) > 2
    assert offers_in("", "园", shares.append) == []


def test_rare_words_and_beginnings_of_words_are_not_offered() -> None:
    words = [Completion("园区", 50), Completion("园区建", 11), Completion("园区建设", 10), Completion("圆曲", 2)]
    assert useful(words) == [words[0], words[2]]
    assert useful([]) == []


# Searches


@pytest.fixture
def index() -> Index:
    index = Index(None)
    index.put(Path("/reports/small.txt"), Stamp(1, 1), "x", open_text(SMALL, "small.txt"))
    return index


def test_what_is_known_at_once_and_what_is_known_in_the_end_agree(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = first_look(index, "园区", None)
    assert whole is not None
    assert whole.complete
    monkeypatch.setattr("tourview.tui.lookup._FIRST", 1)
    begun = first_look(index, "园区", None)
    assert begun is not None
    assert not begun.complete
    assert begun.status().startswith("more than ")
    done = full_look(index, begun, lambda _share: None)
    assert done == whole
    alone = find(open_text(SMALL), "园区")
    assert done.by_kind() == alone.by_kind
    assert sum(done.by_report().values()) == alone.total == 9


def test_nothing_is_asked_by_blanks_alone() -> None:
    assert asked("  ", None) is None
