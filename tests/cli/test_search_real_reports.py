"""Searches that real reports must answer; they are not part of the project."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.real_reports import FOLDER, path_of, real

pytestmark = real


@pytest.fixture(autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One index and one cache of parsed reports for all searches of one process."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "real"))


@pytest.fixture
def folder() -> Path:
    assert FOLDER is not None
    return FOLDER


@pytest.fixture
def tour() -> str:
    return str(path_of())


def test_pinyin_finds_every_occurrence(call: Call, tour: str) -> None:
    found = json.loads(call("search", "zhaoshang", tour, "--json").out)
    text = Path(tour).read_text("utf-8")
    spans = [span for hit in found["hits"] for span in hit["spans"]]
    assert found["total"] == len(spans) == text.count("招商") == 10
    assert {text[start:end] for start, end in spans} == {"招商"}


def test_traditional_characters_find_the_same(call: Call, tour: str) -> None:
    traditional, simplified = (
        json.loads(call("search", word, tour, "--json").out) for word in ("招商引資", "招商引资")
    )
    assert traditional["hits"] == simplified["hits"] != []


def test_a_phrase_in_a_commitment_is_found_once(call: Call, tour: str, folder: Path) -> None:
    query = '"全神贯注抓园区" @commitment'
    assert json.loads(call("search", query, tour, "--json").out)["total"] == 1
    assert call("search", query, str(folder), "--count").out == f"{tour}: 1 hit in 1 section\n"


@pytest.mark.parametrize("form", [[], ["--json"], ["--count"], ["-C", "1"], ["--limit", "9", "--json"]], ids=" ".join)
@pytest.mark.parametrize("query", ["招商引资", "yuanqu 项目", "-发展", "@gap 不足", "百分之85", "20亿元"])
def test_the_folder_gives_what_its_files_give(call: Call, folder: Path, query: str, form: list[str]) -> None:
    names = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md") and path.is_file())
    assert call("search", query, str(folder), *form) == call("search", query, *map(str, names), *form)
