"""The Chinese catalogue: complete, in step with the program, and found where the program looks for it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.i18n.catalogue import MO, PO, compiled, entries, extract, read, update
from tourview.i18n import _, language, listed, locale_language, ngettext, reason, speak
from tourview.open import open_text
from tourview.report import Kind
from tourview.tui.finding import Finding
from tourview.tui.labels import kind_name, seal

MESSAGES = tuple(entries(read()))
HAN = re.compile(r"[\u4e00-\u9fff]")
SAME = {"SHELL", "{number}st", "{number}nd", "{number}rd", "{number}th", ", ", "tourview ledger: {option}: {problem}"}
"""Messages whose translation needs no Chinese word."""
SENTENCE = re.compile(r"[A-Z][^.]+ [^.]+|None$|tourview opens ")
"""How messages begin that stand as a paragraph of their own: in the help, on a screen, in a notice."""
ASCII_MARK = re.compile(r"[\u4e00-\u9fff）][,;!?]|[\u4e00-\u9fff）]\.(?!\w)")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


def test_the_catalogue_holds_just_what_the_program_says() -> None:
    assert PO.read_bytes() == update(extract(), read()), "run: python -m tests.i18n.catalogue"


def test_the_compiled_catalogue_is_that_of_the_translations() -> None:
    assert MO.read_bytes() == compiled(read()), "run: python -m tests.i18n.catalogue"


def test_nothing_is_guessed_or_left_over() -> None:
    translated = read()
    assert not [message.id for message in translated if message.fuzzy]
    assert not translated.obsolete


def test_every_message_is_translated() -> None:
    assert len(MESSAGES) > 500
    assert [entry.id for entry in MESSAGES if not entry.string] == []
    assert [entry.id for entry in MESSAGES if entry.id not in SAME and not HAN.search(entry.string)] == []


def test_translations_have_the_placeholders_of_their_message() -> None:
    assert [entry.id for entry in MESSAGES if _fields(entry.string) != _fields(entry.plural or entry.id)] == []
    assert [entry.id for entry in MESSAGES if entry.plural and _fields(entry.plural) != _fields(entry.id)] == []


def test_punctuation_after_a_chinese_character_is_full_width() -> None:
    assert [entry.string for entry in MESSAGES if ASCII_MARK.search(entry.string)] == []


def test_titles_and_hints_have_no_full_stop() -> None:
    stopped = [entry.id for entry in MESSAGES if entry.id.endswith(".")]
    assert [text for text in stopped if not SENTENCE.match(text.rstrip("."))] == []
    assert [entry.id for entry in MESSAGES if entry.string.endswith("。") != entry.id.endswith(".")] == []


def _fields(text: str) -> set[str]:
    """The names of the fields; how each is written, with leading zeros or without, is the language's."""
    return set(re.findall(r"\{(\w+)[^{}]*\}", text))


def test_a_message_is_spoken_in_the_language_chosen() -> None:
    assert (_("Lessons"), listed(["a", "b"])) == ("Lessons", "a, b")
    speak("zh")
    assert (_("Lessons"), listed(["a", "b"])) == ("启示", "a、b")
    assert (_("no such message"), language()) == ("no such message", "zh")


def test_counts_need_no_plural_in_chinese() -> None:
    assert [ngettext("{count} section", "{count} sections", count) for count in (1, 2)] == [
        "{count} section",
        "{count} sections",
    ]
    speak("zh")
    assert {ngettext("{count} section", "{count} sections", count) for count in (1, 2)} == {"{count} 节"}


def test_kinds_are_called_the_same_on_the_screen_and_in_a_call() -> None:
    speak("zh")
    assert [kind_name(kind) for kind in Kind] == [kind.chinese for kind in Kind]
    assert "".join(seal(kind) for kind in Kind) == "背点感启差措"


def test_why_the_system_refused_is_told_in_chinese() -> None:
    speak("zh")
    assert reason(PermissionError(13, "Permission denied")) == "没有权限"
    assert reason(OSError(9999, "Strange weather")) == "Strange weather"
    assert reason(OSError("no number")) == "no number"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "C", "LANG": "zh_CN"}, None),
    ],
)
def test_the_locale_decides(variables: dict[str, str], expected: str | None) -> None:
    assert locale_language(variables) == expected


def test_the_catalogue_is_a_file_of_the_package() -> None:
    assert files("tourview").joinpath("locale/zh/LC_MESSAGES/tourview.mo").is_file()


def test_the_catalogue_is_shipped_in_the_wheel(tmp_path: Path) -> None:
    hatchling = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    builder = hatchling.WheelBuilder(str(PO.parents[4]))
    shipped = {file.distribution_path for file in builder.recurse_included_files()}
    assert "tourview/locale/zh/LC_MESSAGES/tourview.mo" in shipped


@pytest.mark.parametrize(
    ("variables", "words", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, ["nosuch.txt"], "nosuch.txt: 没有这个文件，请检查路径\n"),
        (
            {"LANG": "zh_CN.UTF-8"},
            ["--lang", "en", "nosuch.txt"],
            "nosuch.txt: there is no such file; check the path\n",
        ),
        ({"LANG": "C.UTF-8"}, ["nosuch.txt"], "nosuch.txt: there is no such file; check the path\n"),
        ({"LANG": "C.UTF-8"}, ["nosuch.txt", "--lang=zh"], "nosuch.txt: 没有这个文件，请检查路径\n"),
        ({}, ["show", "nosuch.txt", "--lang", "zh"], "nosuch.txt: 没有这个文件，请检查路径\n"),
    ],
)
def test_a_fresh_process_speaks_by_locale_and_option(
    tmp_path: Path, variables: dict[str, str], words: list[str], expected: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tourview", *words],
        env={"PYTHONUTF8": "1", "PYTHONPATH": str(PO.parents[4]), "HOME": str(tmp_path), **variables},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, expected)


def test_the_place_among_the_hits_is_told_as_chinese_and_english_have_it() -> None:
    finding = Finding(open_text("标题\n\n一、启示\n园区，园区。\n二、差距\n园区。\n", "a.txt"))
    finding.take("园区", finding.look_for("园区"))
    told = [finding.status()]
    finding.stand_at(0)
    told.append(finding.status())
    speak("zh")
    told.append(finding.status())
    assert told == ["3 hits in 2 sections", "1st of 3 hits in 2 sections", "第 1 处，共 3 处，2 节"]
