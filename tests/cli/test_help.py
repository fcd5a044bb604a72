"""`tourview help` and the help of the commands."""

import pytest

from tests.cli.conftest import Call
from tourview.cli import COMMANDS
from tourview.cli.grammar import commands
from tourview.cli.query_help import query_rows
from tourview.search import parse
from tourview.typeset import cell_width


def test_help_without_a_command_is_that_of_the_program(call: Call) -> None:
    assert call("help") == call("--help")


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "help"])
def test_help_of_a_command_is_what_the_option_prints(call: Call, command: str) -> None:
    done = call("help", command)
    assert done.status == 0
    assert done == call(command, "--help")


def test_the_help_of_search_tells_the_language_of_queries(call: Call) -> None:
    told = call("help", "search").out
    assert "query:\n" in told
    for sign in (
        " OR ",
        " AND ",
        "NOT 农业",
        '"产业 园区"',
        "-农业",
        "@lesson",
        "in:1.3",
        "report:",
        "has:figure",
        "102万",
        "zhaoshang引资",
        "jfsx",
    ):
        assert sign in told
    assert "exit status:\n  0  something was found\n  1  nothing was found\n" in told


@pytest.mark.parametrize("query", [row[0] for row in query_rows()])
def test_every_query_of_the_help_means_something(query: str) -> None:
    parsed = parse(query)
    assert not parsed.empty
    assert not parsed.ignored


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_the_terminal(call: Call, monkeypatch: pytest.MonkeyPatch, command: str, language: str) -> None:
    for width in (60, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = call("help", command, "--lang", language).out.splitlines()
        examples = {f"  {example}" for each in commands() for example in each.examples}
        assert all(cell_width(line) <= width for line in lines if line not in examples)
