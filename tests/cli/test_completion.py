"""`tourview completion`."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tourview.cli.grammar import SHELLS, commands

BASH = shutil.which("bash")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script(call: Call, shell: str) -> None:
    script = call("completion", shell).out
    for command in commands():
        assert command.name in script
        for argument in command.arguments:
            if argument.is_option:
                assert argument.names[-1].lstrip("-") in script


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_accepts_the_script(call: Call, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [program, "-n"], input=call("completion", shell).out, text=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["sh"], {"show"}),
        (["ex"], {"export"}),
        (["search", "x", "--j"], {"--json"}),
        (["search", "x", "--in", "l"], {"lesson"}),
        (["export", "a", "-f", "y"], {"yaml"}),
        (["export", "a", "-f", "h"], {"html"}),
        (["export", "a", "--format", "j"], {"json"}),
        (["completion", "f"], {"fish"}),
        (["--lang", ""], {"zh", "en"}),
        (["show", "rep"], {"report.txt"}),
        (["export", "a", "-o", "rep"], {"report.txt"}),
        (["search", "x", "--limit", ""], set()),
        (["search", "x", "-C", ""], set()),
        (["search", "x", "--c"], {"--context", "--count"}),
        (["search", "x", "lib"], {"library"}),
        (["index", "lib"], {"library"}),
        (["index", "rep"], set()),
        (["index", "--re"], {"--rebuild", "--remove"}),
        (["help", "se"], {"search"}),
        (["help", "rep"], set()),
    ],
)
def test_bash_completes(call: Call, report: str, place: Path, words: list[str], expected: set[str]) -> None:
    (place / "library").mkdir()
    (place / "script").write_text(call("completion", "bash").out, "utf-8")
    line = " ".join(f"'{word}'" for word in ["tourview", *words])
    asked = f'source ./script; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _tourview; echo "${{COMPREPLY[@]}}"'
    assert BASH is not None
    done = subprocess.run([BASH, "-c", asked], cwd=place, text=True, capture_output=True, check=True)
    assert set(done.stdout.split()) == expected


def test_fish_completes(call: Call, place: Path) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("fish is not installed")
    (place / "script").write_text(call("completion", "fish").out, "utf-8")
    asked = 'source ./script; complete -C "tourview sea"; complete -C "tourview export a -f y"'
    done = subprocess.run([fish, "-c", asked], cwd=place, text=True, capture_output=True, check=True)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["search", "yaml"]
