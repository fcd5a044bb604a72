"""A library keeps its index up with the files, whatever befalls the index, the process or the disk."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tourview.library import Library, Summary, index_place, report_files, statuses
from tourview.open import open_report
from tourview.report import Kind, ReportError
from tourview.search import find
from tourview.tracing import Spread

ROOT = Path(__file__).parents[1]
QUERIES = ("园区", "的", "招商 园区", "yuanqu", "-园区", "@commitment")
BUILD = "import sys; from pathlib import Path; from tourview.library import Library"
Answers = dict[str, dict[tuple[str, str], list[tuple[int, int]]]]


def report_text(number: int) -> str:
    """A small report, unlike the others."""
    return (
        f"赴第{number}园区学习考察报告\n\n一、考察的启示\n\n（一）先规划园区。当地的做法有{number}条。\n\n"
        f"（二）招商要选商。园区办{'的' * (number % 3)}得好。\n\n二、下一步措施\n\n（一）建设园区。投入{number}万元。\n"
    )


def write_reports(folder: Path, count: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(report_text(number), "utf-8")


def scanned(folder: Path) -> Answers:
    """What every report, opened and searched by itself, has."""
    reports = {path: open_report(path) for path in sorted(folder.rglob("*.txt"))}
    return {
        query: {
            (path.name, hit.section.ref): list(hit.spans)
            for path, report in reports.items()
            for hit in find(report, query).hits
        }
        for query in QUERIES
    }


def answers(library: Library) -> Answers:
    return {
        query: {(hit.entry.path.name, hit.ref): list(hit.spans) for hit in library.index.search(query, limit=None).hits}
        for query in QUERIES
    }


def counts(summary: Summary) -> tuple[int, int, int, int, int]:
    return summary.added, summary.changed, summary.removed, summary.failed, summary.unchanged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_reports(tmp_path / "reports", 6)
    return tmp_path / "reports"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_a_library_answers_as_its_reports_do(folder: Path, cache: Path) -> None:
    library = Library([folder], cache)
    assert counts(library.refresh()) == (6, 0, 0, 0, 0)
    assert answers(library) == scanned(folder)


def test_only_what_changed_is_read_again(folder: Path, cache: Path) -> None:
    library = Library([folder], cache)
    library.refresh()
    (folder / "001.txt").write_text(report_text(77), "utf-8")
    (folder / "002.txt").unlink()
    (folder / "new.txt").write_text(report_text(88), "utf-8")
    os.utime(folder / "003.txt", ns=(1, 1))
    assert library.changed()
    assert counts(library.refresh()) == (1, 1, 1, 0, 4)
    assert not library.changed()
    assert counts(library.refresh()) == (0, 0, 0, 0, 6)
    assert answers(library) == scanned(folder)


def test_what_is_known_is_there_the_next_time(folder: Path, cache: Path) -> None:
    first = Library([folder], cache)
    first.refresh()
    first.close()
    again = Library([folder], cache)
    assert answers(again) == scanned(folder)
    assert counts(again.refresh()) == (0, 0, 0, 0, 6)
    assert again.refresh().word == ""


def test_a_report_that_cannot_be_read_is_told_and_keeps_no_other_out(folder: Path, cache: Path) -> None:
    (folder / "bad.yaml").write_text("title: [", "utf-8")
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 no archive")
    library = Library([folder], cache)
    assert counts(library.refresh()) == (8, 0, 0, 2, 0)
    bad = [entry for entry in library.index.entries() if entry.error]
    assert [entry.path.name for entry in bad] == ["bad.docx", "bad.yaml"]
    assert all(entry.error and "\n" not in entry.error for entry in bad)
    assert answers(library) == scanned(folder)


def test_a_reader_that_breaks_down_keeps_no_other_report_out(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("tourview.library.open_bytes", broken)
    library = Library([folder], cache)
    assert library.refresh().failed == 6
    assert all("too deep" in (entry.error or "") for entry in library.index.entries())


def test_entries_open_as_reports(folder: Path, cache: Path) -> None:
    library = Library([folder], cache)
    library.refresh()
    entry = library.index.entries()[2]
    assert library.open(entry).title == entry.title == "赴第2园区学习考察报告"
    assert (entry.lessons, entry.commitments) == (2, 1)


def test_hidden_files_and_circles_of_links_are_left_out(folder: Path, cache: Path) -> None:
    for name in (".hidden.txt", "deep/.git/a.txt", "deep/b.txt", "picture.png", "odd\x1b[2J.txt", "Ａ　报告.md"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report_text(1), "utf-8")
    (folder / "deep" / "circle").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found = [path.relative_to(folder.resolve()).as_posix() for path, _stamp in report_files([folder.resolve()])]
    assert found == [*(f"{number:03}.txt" for number in range(6)), "deep/b.txt", "Ａ　报告.md"]


def test_a_file_is_taken_whatever_it_is_called_and_once(folder: Path, cache: Path) -> None:
    odd = folder / "odd.dat"
    odd.write_text(report_text(9), "utf-8")
    library = Library([odd, folder, folder / "000.txt"], cache)
    assert library.refresh().added == 7


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file"):
        Library([tmp_path / "nowhere"])


def test_the_same_folders_have_the_same_index(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(folder)
    (folder / "deep").mkdir()
    assert index_place([folder, folder / "deep"]) == index_place(["deep", "."])
    assert index_place([folder]) != index_place([folder / "deep"])
    assert statuses() == []
    library = Library(["."])
    library.refresh()
    library.close()
    (status,) = statuses()
    assert (status.path, status.reports, status.roots) == (index_place([folder]), 6, (folder.resolve(),))
    assert status.bytes == index_place([folder]).stat().st_size


def test_the_work_can_be_broken_off_and_taken_up(folder: Path, cache: Path) -> None:
    library = Library([folder], cache)
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        library.refresh(stop)
    assert shares == sorted(shares)
    known = {entry.path.name for entry in library.index.entries()}
    assert 0 < len(known) < 6
    assert counts(library.refresh())[0] == 6 - len(known)
    assert answers(library) == scanned(folder)


def test_what_is_done_can_be_searched_meanwhile(folder: Path, cache: Path) -> None:
    write_reports(folder, 40)
    library = Library([folder], cache)
    seen: list[int] = []

    def look(_share: float) -> None:
        seen.append(len(library.index.search("园区", limit=None).hits))
        library.index.status()

    library.refresh(look)
    assert seen == sorted(seen)
    assert answers(library) == scanned(folder)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 3)
        file.write(Random(4).randbytes(20_000))


def garbage(path: Path) -> None:
    path.write_bytes(Random(4).randbytes(50_000))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def another_database(path: Path) -> None:
    path.unlink()
    subprocess.run(
        [sys.executable, "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE a (b)')", path],
        check=True,
    )


def of_another_version(path: Path) -> None:
    code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA user_version = 99'); c.commit()"
    subprocess.run([sys.executable, "-c", code, path], check=True)


def half_gone(path: Path) -> None:
    code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('DROP TABLE passages'); c.commit()"
    subprocess.run([sys.executable, "-c", code, path], check=True)


DAMAGES = [truncated, overwritten, garbage, emptied, another_database, of_another_version, half_gone]


# Without its seal, as a killed process leaves it, an index may be rightly in use by another process: what is then
# overwritten in its middle is noticed where SQLite meets it, not at the start.
CASES = [(damage, sealed) for damage in DAMAGES for sealed in (True, False) if sealed or damage is not overwritten]


@pytest.mark.parametrize(("damage", "sealed"), CASES)
def test_a_damaged_index_is_made_anew_and_told_once(
    folder: Path, cache: Path, damage: Callable[[Path], None], sealed: bool
) -> None:
    library = Library([folder], cache)
    library.refresh()
    library.close()
    (place,) = cache.glob("*.db")
    damage(place)
    if not sealed:
        place.with_name(place.name + "-seal").unlink(missing_ok=True)
    again = Library([folder], cache)
    summary = again.refresh()
    assert counts(summary) == (6, 0, 0, 0, 0)
    assert ("made anew" in summary.word) is (sealed or damage is not emptied)
    assert again.refresh().word == ""
    assert answers(again) == scanned(folder)


def test_damage_that_shows_while_it_is_in_use_is_made_good(folder: Path, cache: Path) -> None:
    library = Library([folder], cache)
    library.refresh()
    expected = answers(library)
    with library.index._store.writing() as connection:
        connection.execute("DROP TABLE passages")
    assert answers(library) == expected
    assert "made anew" in library.refresh().word


def test_where_no_index_can_be_written_it_is_kept_in_memory(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", "utf-8")
    library = Library([folder], blocked)
    summary = library.refresh()
    assert counts(summary) == (6, 0, 0, 0, 0)
    assert "in memory" in summary.word
    assert library.index.status().path is None
    assert answers(library) == scanned(folder)


def test_a_full_disk_moves_the_index_to_memory(folder: Path, cache: Path) -> None:
    write_reports(folder, 60)
    library = Library([folder], cache)
    with library.index._store.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    library.index._store._connection().execute(f"PRAGMA max_page_count = {pages + 2}")
    summary = library.refresh()
    assert counts(summary) == (60, 0, 0, 0, 0)
    assert "in memory" in summary.word
    assert answers(library) == scanned(folder)


def test_a_limit_to_the_size_of_files_moves_the_index_to_memory(folder: Path, cache: Path) -> None:
    code = f"{BUILD}\nlibrary = Library([sys.argv[1]], Path(sys.argv[2]))\nprint(library.refresh().word)\n"
    code += "print(library.index.count('园区').sections)"
    done = subprocess.run(
        [sys.executable, "-c", code, folder, cache],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        text=True,
        capture_output=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
    )
    word, sections = done.stdout.splitlines()
    assert "in memory" in word
    assert int(sections) == len(scanned(folder)["园区"])
    assert done.stderr == ""


def started(folder: Path, cache: Path) -> "subprocess.Popen[str]":
    """A process that begins to build the index, one report at a time; it tells each hundredth of the work."""
    code = (
        f"{BUILD}\nimport tourview.library as module\nmodule._BATCH_PASSAGES = 1\nmodule._made_by = lambda: 'a test'\n"
        "library = Library([sys.argv[1]], Path(sys.argv[2]))\nprint('begun', flush=True)\ntold = 0\n"
        "def tell(share):\n    global told\n    if int(share * 100) > told:\n"
        "        told = int(share * 100)\n        print(told, flush=True)\nlibrary.refresh(tell)"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, folder, cache],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def _same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index is made anew when the code changes; here it is the same in every process, even while it is edited."""
    monkeypatch.setattr("tourview.library._made_by", lambda: "a test")


@pytest.mark.usefixtures("_same_code")
def test_a_process_killed_at_any_moment_leaves_an_index_that_answers(folder: Path, cache: Path) -> None:
    write_reports(folder, 60)
    expected = scanned(folder)
    chance = Random(11)
    for moment in range(5):
        process = started(folder, cache)
        assert process.stdout is not None
        for _line in range(chance.randint(1, 20) if moment else 1):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if moment % 2:
            (folder / f"{moment:03}.txt").write_text(report_text(100 + moment), "utf-8")
            expected = scanned(folder)
    library = Library([folder], cache)
    summary = library.refresh()
    assert summary.word == ""
    assert summary.unchanged > 0
    assert answers(library) == expected


@pytest.mark.usefixtures("_same_code")
def test_four_processes_at_once_make_one_index(folder: Path, cache: Path) -> None:
    write_reports(folder, 40)
    processes = [started(folder, cache) for _number in range(4)]
    errors = [process.communicate(timeout=60)[1] for process in processes]
    assert errors == [""] * 4
    library = Library([folder], cache)
    assert counts(library.refresh()) == (0, 0, 0, 0, 40)
    assert library.index.status().reports == 40
    assert answers(library) == scanned(folder)


def test_no_report_is_ever_written_to(folder: Path, cache: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    library = Library([folder], cache)
    library.refresh()
    answers(library)
    library.close()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_kinds_are_those_of_the_opened_report(folder: Path, cache: Path) -> None:
    library = Library([folder], cache)
    library.refresh()
    kinds = {hit.kind for hit in library.index.search("@commitment", limit=None).hits}
    assert kinds == {Kind.COMMITMENT}


def test_how_common_the_phrases_of_a_report_are_is_told_of_what_is_indexed_by_now(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    write_reports(folder, 3)
    report = open_report(folder / "001.txt")
    library = Library([folder], tmp_path / "index")
    assert library.spread(["园区"], report) == Spread(0, 0, {"园区": 0})
    library.refresh()
    told = library.spread(["园区", "办的得", "没有这样的词"], report)
    assert told == Spread(3, 1, {"园区": 3, "办的得": 1, "没有这样的词": 0})
    library.close()
