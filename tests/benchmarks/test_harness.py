"""The arithmetic behind the table, without a measurement."""

from collections.abc import Callable, Sequence

import pytest

from tests.benchmarks import __main__ as program
from tests.benchmarks.harness import (
    Budget,
    MeasureError,
    Options,
    Outcome,
    Row,
    Spread,
    compare,
    interleave,
    line,
    ratio,
    spread,
)
from tests.benchmarks.samples import numeral, one_line, report
from tests.benchmarks.screen import Screen


def test_runs_alternate_and_the_warm_ones_do_not_count() -> None:
    log: list[str] = []

    def side(name: str) -> Callable[[], float]:
        def run() -> float:
            log.append(name)
            return float(len(log))

        return run

    values = interleave([side("A"), side("B")], runs=2, warm=1)

    assert "".join(log) == "ABABAB"
    assert values == [[3.0, 5.0], [4.0, 6.0]]


def test_a_ratio_is_the_median_of_the_runs_that_stood_side_by_side() -> None:
    # The machine was ten times slower during the second round: both sides were.
    assert ratio([2.0, 20.0, 2.2], [1.0, 10.0, 1.0]).middle == 2.0


def test_a_spread_has_median_quartiles_and_the_number_of_runs() -> None:
    assert spread([5.0, 1.0, 3.0, 2.0, 4.0]) == Spread(3.0, 2.0, 4.0, 5)
    assert spread([7.0]) == Spread(7.0, 7.0, 7.0, 1)


@pytest.mark.parametrize(
    ("budget", "value", "kept"),
    [
        (Budget(1.3), 1.3, True),
        (Budget(1.3), 1.31, False),
        (Budget(2, at_least=True), 2.0, True),
        (Budget(2, at_least=True), 1.9, False),
    ],
)
def test_a_budget_is_kept_up_to_its_limit(budget: Budget, value: float, kept: bool) -> None:
    assert budget.kept(value) is kept


def test_a_line_tells_value_spread_runs_budget_and_verdict() -> None:
    told = line("version", compare("--version", [30.0, 32.0, 34.0], [10.0, 10.0, 10.0], "pass", 3))
    expected = "version --version 3.2 × 3.1-3.3 3 ≤ 3 MISSED 32 ms : 10 ms pass; best runs 30 : 10"
    assert " ".join(told.split()) == expected


def test_a_line_without_a_budget_has_no_verdict() -> None:
    assert line("typeset", Outcome("speed", spread([0.5]), "×")).split() == [
        "typeset",
        "speed",
        "0.5",
        "×",
        "0.5-0.5",
        "1",
    ]


def _unmeasurable(_options: Options) -> Sequence[Outcome]:
    raise MeasureError("no terminal")


def _row(budget: Budget | None) -> Row:
    return lambda options: [Outcome("speed", spread([float(options.or_runs(5))]), "×", "", budget)]


@pytest.mark.parametrize(
    ("row", "status"),
    [(_row(Budget(5)), 0), (_row(None), 0), (_row(Budget(4)), 1), (_unmeasurable, 1)],
)
def test_the_status_says_whether_every_budget_is_kept(
    row: Row, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "ROWS", {"good": _row(Budget(9)), "judged": row})
    assert program.main([]) == status
    assert program.main(["good"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [text.split()[0].rstrip(":") for text in printed] == ["row", "good", "judged", "row", "good"]


def test_runs_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(program, "ROWS", {"judged": _row(Budget(4))})
    assert program.main(["--runs", "4"]) == 0
    assert " 4 × " in capsys.readouterr().out


def test_a_screen_knows_when_every_cell_is_painted() -> None:
    screen = Screen(6, 2)
    screen.feed("\x1b[?1049h\x1b]22;default\x07\x1b[1;1H\x1b[38;2;1;2;3m园区ab\x1b[0m\r\n".encode())
    assert not screen.complete
    assert screen.text.startswith("园区ab")
    screen.feed(b"\x1b[2;3Hcdef")
    assert not screen.complete
    screen.feed(b"\x1b[2;1H  ")
    assert screen.complete
    assert screen.text == "园区ab\n  cdef"


def test_a_screen_takes_output_cut_anywhere() -> None:
    output = "\x1b[1;2H\x1b[1m园é\x1b]22;x\x1b\\区".encode()
    screen = Screen(6, 1)
    for byte in output:
        screen.feed(bytes([byte]))
    assert screen.text == "园é区"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (2340, "二千三百四十"),
    ],
)
def test_numbers_are_written_as_in_reports(number: int, written: str) -> None:
    assert numeral(number) == written


def test_a_sample_is_the_same_every_time_and_as_long_as_asked_for() -> None:
    text = report(30_000)
    assert text == report(30_000)
    assert 30_000 <= len(text.encode()) < 33_000
    assert one_line(30_000) == text.replace("\n", "")
