"""The one door: what can be opened, and what is said of the rest."""

import os
import sys
from pathlib import Path

import pytest

from tourview import cache
from tourview.bundled import bundled_path
from tourview.open import open_bytes, open_report, open_text, prepare, prepare_bytes
from tourview.report import Report, ReportError

TEXT = "考察报告\n\n一、启示\n一是规划先行。先有蓝图。\n二是服务要快。一站办结。\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def error_of(path: Path) -> str:
    with pytest.raises(ReportError) as caught:
        prepare(path)
    message = str(caught.value)
    assert "\n" not in message
    return message.removeprefix(f"{path}")


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "noending", "a.log"])
def test_plain_text(home: Path, name: str) -> None:
    assert [s.title for s in open_report(write(home, name, TEXT.encode())).reading_order][-1] == "服务要快"


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "stdin"])
def test_markdown(name: str) -> None:
    report = open_bytes("# 报告\n\n## 启示\n\n**先**规划。\n".encode(), name)
    assert report.reading_order[-1].paragraphs[0].text == "先规划。"


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "stdin"])
def test_yaml(name: str) -> None:
    assert open_bytes("title: 报告\nsections:\n- heading: 启示\n".encode(), name).sections[-1].title == "启示"


def test_notices_that_a_yaml_report_does_not_state_are_found_and_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "title: 报告\nsections:\n- heading: 启示\n  paragraphs: [走访XX县。]\n"
    path = write(home, "a.yaml", text.encode())
    (notice,) = open_report(path).notices
    assert (notice.ref, notice.kind, notice.text) == ("1", "redaction", "XX县")
    for stated in ("[]", "null"):
        assert open_bytes(f"{text}notices: {stated}\n".encode(), "a.yaml").notices == ()
    monkeypatch.setattr("tourview.open.open_bytes", None)
    assert open_report(path).notices == (notice,)


def test_text_in_memory() -> None:
    assert open_text(TEXT).title == "考察报告"


def test_both_editions_of_the_bundled_report_open() -> None:
    chinese, english = (open_report(bundled_path(language)) for language in ("zh", "en"))
    assert [s.ref for s in chinese.reading_order] == [s.ref for s in english.reading_order]
    assert (chinese.language, english.language) == ("zh", "en")


def test_a_language_without_an_edition_is_an_error() -> None:
    with pytest.raises(ReportError):
        bundled_path("fr")


def test_a_missing_file(home: Path) -> None:
    assert error_of(home / "no.txt") == ": there is no such file; check the path"
    assert error_of(home / "no" / "such.txt") == ": there is no such file; check the path"
    assert error_of(Path("a" * 5000)).startswith(": it cannot be read: ")


def test_a_file_below_a_file(home: Path) -> None:
    assert error_of(write(home, "a.txt", b"a") / "b.txt").startswith(": it cannot be read: ")


def test_a_folder_names_the_reports_in_it(home: Path) -> None:
    folder = home / "folder"
    folder.mkdir()
    assert error_of(folder) == ": it is a folder without reports; choose another, or a file"
    write(folder, "picture.png", b"x")
    for number in range(5):
        write(folder, f"{number}.md", b"x")
    assert error_of(folder) == ": it is a folder; open one of its reports: 0.md, 1.md, 2.md (and 2 more)"
    with pytest.raises(ReportError, match="it is a folder; open one"):
        open_report(folder)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n \n",
        b"\xef\xbb\xbf",
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"%PDF-1.7\n",
        b"PK\x03\x04abc",
        bytes(range(256)) * 40,
    ],
    ids=["empty", "blank", "mark alone", "program", "pdf", "zip", "bytes"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.yaml", "noending"])
def test_what_is_no_text_is_refused(home: Path, data: bytes, name: str) -> None:
    assert error_of(write(home, name, data)).startswith(": ")


def test_truncated_utf8_is_read_all_the_same(home: Path) -> None:
    assert "一站办结" in open_report(write(home, "a.txt", TEXT.encode()[:-4])).text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(home: Path) -> None:
    path = write(home, "a.txt", TEXT.encode())
    path.chmod(0)
    assert "it may not be read; check the file's permissions" in error_of(path)


def test_a_device_is_not_read(home: Path) -> None:
    assert error_of(Path("/dev/zero")) == ": it is a device, not a file; choose a report"


def test_a_pipe_is_read_once_where_one_may_wait_for_it(home: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)
    opening = prepare(Path(f"/dev/fd/{reading}"), pipes=True)
    os.close(reading)
    assert opening.path is None
    assert opening.report is not None
    assert opening.report.title == "考察报告"
    assert opening.load(lambda _share: None) == opening.report


def test_a_pipe_no_one_writes_to_does_not_keep_the_screen_waiting(home: Path) -> None:
    os.mkfifo(home / "pipe.txt")
    assert error_of(home / "pipe.txt") == ": it is a pipe, not a file; choose a report"


def test_much_that_came_through_a_pipe_is_read_behind_the_screen() -> None:
    opening = prepare_bytes((TEXT + "建设园区。" * 100_000).encode(), "stdin")
    assert (opening.path, opening.name, opening.report) == (None, "stdin", None)
    shares: list[float] = []
    assert opening.load(shares.append).title == "考察报告"
    assert shares[-1] == 1.0
    with pytest.raises(ReportError, match=r"^stdin: "):
        prepare_bytes(b"Rar!" + bytes(2 << 20), "stdin")


def test_an_error_in_the_yaml_names_the_path_as_given(home: Path) -> None:
    path = write(home, "a.yaml", b"title: a\nsectoins: []\n")
    assert error_of(path).startswith(":2:1: sectoins: not a field here")


def test_a_small_file_is_read_before_the_screen_and_a_big_one_behind_it(home: Path) -> None:
    small = prepare(write(home, "a.txt", TEXT.encode()))
    assert small.report is not None
    assert small.load(lambda _share: None) == small.report
    big = prepare(write(home, "b.txt", (TEXT + "建设园区。" * 100_000).encode()))
    assert (big.report, big.name) == (None, "b.txt")
    shares: list[float] = []
    assert big.load(shares.append).title == "考察报告"
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_report_opened_again_comes_from_the_cache(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(home, "a.txt", TEXT.encode())
    first = open_report(path)
    monkeypatch.setattr("tourview.open.open_bytes", None)
    assert open_report(path) == first


def test_a_changed_file_and_another_name_are_read_anew(home: Path) -> None:
    assert open_report(write(home, "a.txt", TEXT.encode())).source.name == "a.txt"
    assert open_report(write(home, "b.txt", TEXT.encode())).source.name == "b.txt"
    assert "更快" in open_report(write(home, "a.txt", TEXT.replace("要快", "更快").encode())).text


@pytest.fixture
def entry(home: Path) -> tuple[Path, Report]:
    report = open_report(write(home, "a.txt", TEXT.encode()))
    (place,) = (home / "cache").rglob("*.json")
    return place, report


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"[1]", b"null", b"\xff", b"[99,0,0,0,0,0,0,0,0,0]", b"[" * 100_000]
)
def test_a_damaged_entry_is_no_entry_and_is_written_anew(home: Path, entry: tuple[Path, Report], damage: bytes) -> None:
    place, report = entry
    whole = place.read_bytes()
    place.write_bytes(damage)
    assert open_report(home / "a.txt") == report
    assert place.read_bytes() == whole


@pytest.mark.parametrize("changed", ["_MAKERS", "_LIBRARIES"])
def test_an_entry_that_other_code_made_is_no_entry(
    home: Path, entry: tuple[Path, Report], monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    place, report = entry
    package = home / "otherlib"
    package.mkdir()
    write(package, "__init__.py", b"")
    os.utime(package, (1, 1))
    monkeypatch.setattr(sys, "path", [str(home), *sys.path])
    monkeypatch.setattr(cache, changed, (str(package),) if changed == "_MAKERS" else ("otherlib", "missinglib"))
    cache.code_state.cache_clear()
    try:
        assert open_report(home / "a.txt") == report
        assert len(list(place.parent.iterdir())) == 2
        cache.code_state.cache_clear()
        os.utime(package, (2, 2))
        os.utime(package / "__init__.py", (2, 2))
        assert open_report(home / "a.txt") == report
        assert len(list(place.parent.iterdir())) == 3
    finally:
        cache.code_state.cache_clear()


def test_entries_are_bounded(home: Path, entry: tuple[Path, Report]) -> None:
    place, report = entry
    for number in range(70):
        cache.store(f"{number}", "a.txt", report)
    assert len(list(place.parent.iterdir())) == 64


def test_a_home_that_cannot_be_written_to_is_no_error(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, "file", b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file" / "cache"))
    assert open_report(write(home, "a.txt", TEXT.encode())).title == "考察报告"
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc")
    assert open_report(write(home, "a.txt", TEXT.encode())).title == "考察报告"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "")
    assert open_report(write(home, "a.txt", TEXT.encode())).title == "考察报告"
