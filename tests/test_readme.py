"""What the README shows works as it stands there."""

import re
from pathlib import Path

import pytest

from tourview.cli import COMMANDS
from tourview.open import open_bytes
from tourview.report import Kind

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_yaml_of_the_readme_is_a_report() -> None:
    (sample,) = blocks("yaml")
    report = open_bytes(sample.encode(), "sample.yaml")
    assert [section.ref for section in report.reading_order] == ["0", "1", "1.1"]
    assert report.section("1.1") in report.leaves_by_kind[Kind.VISIT]
    assert report.facts.sites[0].name == "港口物流园"
    start, end = report.facts.sites[0].span
    assert report.text[start:end] == "港口物流园"


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (sample,) = blocks("python")
    (tmp_path / "report.txt").write_text(
        "报告\n\n一、下一步措施\n（一）建设园区。先规划，后建设园区。\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    exec(compile(sample, "README.md", "exec"), {})
    assert capsys.readouterr().out == "1.1 建设园区 2\n"


def test_every_command_is_told() -> None:
    for command in COMMANDS:
        assert command == "open" or f"tourview {command}" in README
