"""What is loaded when, each in a fresh process, and the import contracts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = ("textual", "rich", "yaml", "argparse", "importlib.metadata", "markdown_it", "tomllib", "re", "gettext", "json")


def loaded(code: str, cache: Path) -> set[str]:
    """The modules a fresh process has loaded after running some code."""
    asked = (
        f"import sys\nsys.argv[1:] = []\n{code}\nsys.stdout.flush()\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "LANG": "C", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", asked], env=env, text=True, capture_output=True, check=True, cwd=cache)
    return set(done.stderr.split())


def test_the_version_is_told_without_loading_anything_heavy(tmp_path: Path) -> None:
    nothing = loaded("pass", tmp_path)
    ours = loaded("from tourview.cli import main; main(['--version'])", tmp_path)
    assert not (ours - nothing) & set(HEAVY)


@pytest.mark.parametrize("module", ["tourview", "tourview.report", "tourview.open", "tourview.search", "tourview.cli"])
def test_textual_is_not_loaded_below_the_screen(tmp_path: Path, module: str) -> None:
    assert "textual" not in loaded(f"import {module}", tmp_path)


@pytest.mark.parametrize(
    "words", [["show", "a.txt"], ["search", "园区", "a.txt"], ["export", "a.txt"], ["check", "a.txt"], ["a.txt"]]
)
def test_no_command_loads_textual(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "a.txt").write_text("报告\n\n一、启示\n先规划园区。\n", "utf-8")
    assert "textual" not in loaded(f"from tourview.cli import main; assert main({words!r}) == 0", tmp_path)


def test_the_bundled_report_is_opened_from_the_cache_without_a_parser(tmp_path: Path) -> None:
    code = "from tourview.cli import main; assert main([]) == 0"
    assert "yaml" in loaded(code, tmp_path)
    warm = loaded(code, tmp_path)
    assert not warm & {"yaml", "argparse", "importlib.metadata", "markdown_it", "tomllib", "textual", "difflib"}
    assert not any(name.startswith(("tourview.readers", "tourview.structure", "tourview.writers")) for name in warm)


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
