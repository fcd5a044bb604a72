"""The notice of the month."""

from dataclasses import replace
from datetime import date

from tests.ledger.conftest import TODAY
from tourview.i18n import speak
from tourview.ledger.notice import as_html, as_markdown, lead, notice
from tourview.ledger.row import Entry, Row
from tourview.ledger.status import Status
from tourview.ledger.summary import plain_summary, summary

BASE = Row("a", "key", "section", "3.1", "建好园区 | <b>", "", lead_unit="园区管委会", owner="王主任")
ROWS = (
    replace(BASE, status=Status.CLOSED, closed=date(2026, 3, 2), reviewer="李主任"),
    replace(BASE, id="b", status=Status.CLOSED, closed=date(2026, 2, 28), reviewer="李主任"),
    replace(BASE, id="c", status=Status.DONE),
    replace(
        BASE,
        id="d",
        status=Status.IN_PROGRESS,
        due=date(2026, 3, 1),
        progress=(Entry(3, date(2026, 2, 9), "开工", "甲"), Entry(2, date(2026, 1, 1), "立项", "甲")),
    ),
    replace(BASE, id="e", lead_unit="", owner=""),
    replace(BASE, id="f", lead_unit="市财政局", status=Status.NOT_APPLICABLE, reason="已调整"),
)


def test_what_counts() -> None:
    told = summary(ROWS, TODAY)
    assert (told.whole.total, told.whole.finished, told.whole.share) == (5, 3, 0.6)
    assert [row.id for row in told.closed] == ["a"]
    assert [row.id for row in told.overdue] == ["d"]
    assert [row.id for row in told.done] == ["c"]
    assert [row.id for row in told.waiting] == ["e"]
    assert [(line.unit, line.total, line.finished, line.overdue) for line in told.units] == [
        ("园区管委会", 4, 3, 1),
        ("", 1, 0, 0),
    ]


def test_the_notice_in_markdown() -> None:
    text = as_markdown(notice(summary(ROWS, TODAY)))
    assert text.startswith("# Notice of follow-up for 2026-03\n\nAs of 2026-03-10: 5 commitments, 3 of them done (60%)")
    assert "| d | 建好园区 \\| \\<b> | 园区管委会 | 王主任 | 2026-03-01 (9 days late) | 2026-02-09 开工 |" in text
    assert "closed on 2026-03-02 by 李主任" in text
    assert "| 园区管委会 | 4 | 3 | 1 | 1 | 75% | ■■■■■■■■□□ |" in text


def test_work_that_was_done_late_says_so() -> None:
    late = replace(BASE, id="g", status=Status.DONE, due=date(2026, 3, 1), done=date(2026, 3, 4))
    closed = replace(late, id="h", status=Status.CLOSED, closed=date(2026, 3, 9), done=date(2026, 3, 2))
    text = as_markdown(notice(summary((late, closed, replace(late, id="i", done=date(2026, 3, 1))), TODAY)))
    assert "| g | 建好园区 \\| \\<b> | 园区管委会 | 王主任 | 2026-03-01 (done 3 days late) |" in text
    assert "| h | 建好园区 \\| \\<b> | 园区管委会 | 王主任 | 2026-03-01 (done 1 day late) |" in text
    assert "| i | 建好园区 \\| \\<b> | 园区管委会 | 王主任 | 2026-03-01 |" in text


def test_the_notice_as_a_page() -> None:
    text = as_html(notice(summary(ROWS, TODAY)))
    assert text.startswith("<!DOCTYPE html>")
    assert "<td>建好园区 | &lt;b&gt;</td>" in text
    assert '<i style="width:75%"></i>' in text


def test_nothing_to_tell_is_no_error() -> None:
    told = summary((), TODAY)
    speak("zh")
    try:
        assert lead(told)
    finally:
        speak("en")
    assert "None." in as_markdown(notice(told))
    assert plain_summary(told)["share"] == 0


def test_json() -> None:
    plain = plain_summary(summary(ROWS, TODAY))
    assert plain["statuses"]["closed"] == 2
    assert plain["overdue"] == ["d"]
    assert plain["units"][0]["share"] == 0.75
