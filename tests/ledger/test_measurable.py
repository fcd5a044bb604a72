"""What a reviewer would ask of a commitment."""

from dataclasses import replace
from datetime import date

import pytest

from tests.ledger.conftest import report_of
from tourview.ledger.measurable import Question, doubts
from tourview.ledger.row import Measure, Row

ALL = (Question.NUMBER, Question.DATE, Question.OWNER)


def questions(words: str) -> tuple[Question, ...]:
    report = report_of(f"报告\n\n一、下一步措施\n（一）建好园区。{words}\n")
    return next((doubt.questions for doubt in doubts(report)), ())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("加快道路建设，抓紧盖好厂房。", ALL),
        ("年底前引进企业12家，由园区管委会牵头。", ()),
        ("引进企业12家。", (Question.DATE, Question.OWNER)),
        ("今年内修通道路。", (Question.NUMBER, Question.OWNER)),
        ("每季度讲评。", (Question.NUMBER, Question.OWNER)),
        ("“十五五”末见成效。", (Question.NUMBER, Question.OWNER)),
        ("由市財政局負責。", (Question.NUMBER, Question.DATE)),
        ("责任单位：市财政局。", (Question.NUMBER, Question.DATE)),
    ],
)
def test_what_the_words_leave_open(words: str, expected: tuple[Question, ...]) -> None:
    assert questions(words) == expected


def test_the_ledger_answers_what_the_words_do_not() -> None:
    report = report_of("报告\n\n一、下一步措施\n（一）建好园区。加快道路建设，抓紧盖好厂房。\n")
    section = doubts(report)[0].section
    row = Row("a", "key", section.id, "1.1", "", "", owner="王主任", due=date(2026, 9, 30))
    assert doubts(report, {section.id: [row]})[0].questions == (Question.NUMBER,)
    assert doubts(report, {section.id: [replace(row, measure=Measure(target=3))]}) == ()


def test_english_reports() -> None:
    text = "Study Tour Report\n\n1. Lessons\nPlan first.\n\n2. Commitments\n2.1 Build the park\nThe halls stand {}.\n"
    open_ended = doubts(report_of(text.format("soon")))
    assert [doubt.questions for doubt in open_ended if doubt.section.ref.startswith("2")] == [ALL]
    told = doubts(report_of(text.format("by the end of 2026, led by the park office")))
    assert all(Question.DATE not in doubt.questions and Question.OWNER not in doubt.questions for doubt in told)
