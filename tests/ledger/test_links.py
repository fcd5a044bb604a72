"""What persons decided about links."""

from dataclasses import replace

from tests.ledger.conftest import open_ledger, report_of
from tourview.ledger.fields import column_names
from tourview.ledger.plain import plain_row
from tourview.ledger.store import Ledger
from tourview.ledger.table import table_cells
from tourview.report import Link

GAP = Link("2.1", "3.1", "suggested", ("园区",))
LESSON = Link("1.1", "2.1", "suggested", ("规划",))
SUGGESTED = replace(report_of(), links=(GAP, LESSON))


def test_a_confirmed_link_is_marked_and_shown_on_the_row(ledger: Ledger) -> None:
    key = ledger.ensure(SUGGESTED).key
    assert ledger.row("3.1").gaps == ()
    links = ledger.decide(key, SUGGESTED, GAP, "confirmed")
    assert [(link.source, link.target, link.status) for link in links] == [
        ("2.1", "3.1", "confirmed"),
        ("1.1", "2.1", "suggested"),
    ]
    ledger.decide(key, SUGGESTED, LESSON, "confirmed")
    row = ledger.row("3.1")
    assert [end.heading for end in row.gaps] == ["园区建设缓慢"]
    assert [(end.ref, end.through) for end in row.lessons] == [("1.1", ("2.1",))]


def test_a_lesson_that_only_a_gap_leads_to_says_so_wherever_it_is_shown(ledger: Ledger) -> None:
    key = ledger.ensure(SUGGESTED).key
    for link in (GAP, LESSON):
        ledger.decide(key, SUGGESTED, link, "confirmed")

    def told() -> tuple[object, ...]:
        row = ledger.row("3.1")
        reports = {report.key: report for report in ledger.reports()}
        cells = dict(zip(column_names(), table_cells(row, reports, ledger.today), strict=True))
        return cells["lessons"], plain_row(row, reports, ledger.today)["lessons"][0]["through"]

    assert told() == ("1.1 规划先行 (through 2.1)", ["2.1"])
    ledger.decide(key, SUGGESTED, Link("1.1", "3.1", "suggested"), "confirmed")
    assert told() == ("1.1 规划先行", [])


def test_a_rejected_link_is_gone_until_the_rejection_is_taken_back(ledger: Ledger) -> None:
    key = ledger.ensure(SUGGESTED).key
    assert ledger.decide(key, SUGGESTED, GAP, "rejected") == (LESSON,)
    assert [each.status for each in ledger.decisions(key)] == ["rejected"]
    assert ledger.decide(key, SUGGESTED, GAP, "") == (GAP, LESSON)
    assert ledger.decisions(key) == ()


def test_a_confirmed_link_stays_where_the_report_no_longer_suggests_it(ledger: Ledger) -> None:
    key = ledger.ensure(SUGGESTED).key
    ledger.decide(key, SUGGESTED, GAP, "confirmed")
    with open_ledger(ledger.path) as again:
        links = again.links(key, replace(report_of(), links=()))
    assert links == (replace(GAP, status="confirmed"),)


def test_links_that_the_report_itself_confirms_are_taken_over_but_a_rejection_wins(ledger: Ledger) -> None:
    stated = replace(SUGGESTED, links=(replace(GAP, status="confirmed"), LESSON))
    key = ledger.ensure(stated).key
    assert [end.ref for end in ledger.row("3.1").gaps] == ["2.1"]
    assert ledger.decisions(key)[0].actor == "report.txt"
    ledger.decide(key, stated, GAP, "rejected")
    ledger.ensure(stated)
    assert ledger.row("3.1").gaps == ()


def test_a_decision_sent_twice_or_made_already_is_one_event(ledger: Ledger) -> None:
    key = ledger.ensure(SUGGESTED).key
    before = len(ledger.events())
    ledger.decide(key, SUGGESTED, GAP, "confirmed", change="one")
    ledger.decide(key, SUGGESTED, GAP, "confirmed", change="one")
    ledger.decide(key, SUGGESTED, GAP, "confirmed")
    assert len(ledger.events()) == before + 1
