"""What `tourview check` says: where, what and why."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tourview.i18n import speak

TEXT = """\
打印
收藏
赴XX市考察报告
来源：海州日报
赴XX市考察报告
一、概况
富士康来了，富士康走了，学\ufffd富土康\u200b。
他说“好。
三、打算
要Ｘ1２亩，\x07完\ue000。

相关链接
"""


def test_every_kind_says_what_and_why(call: Call, place: Path) -> None:
    (place / "a.txt").write_text(TEXT, "utf-8")
    done = call("check", "a.txt", "--notices")
    assert done.status == 1
    assert done.out.splitlines() == [
        "a.txt:1:1: not of the report: 打印 收藏: left over from the page or print it was saved from (2 lines)",
        "a.txt:3:2: redaction: XX市: words were left out here",
        "a.txt:4:1: not of the report: 来源：海州日报: left over from the page or print it was saved from",
        "a.txt:5:1: repeated: 赴XX市考察报告: the same words stand further up",
        "a.txt:5:2: redaction: XX市: words were left out here",
        "a.txt:7:14: odd character: U+FFFD: a character was lost when the file was saved or converted",
        "a.txt:7:15: spelling: 富土康: elsewhere it is written 富士康",
        "a.txt:7:18: odd character: U+200B: a character that cannot be seen",
        "a.txt:8:3: unpaired mark: “: it is never closed",
        "a.txt:9:1: numbering: 三、: this number does not follow the one before",
        "a.txt:10:3: odd character: 1２: it looks like another character, or its width differs from its neighbours'",
        "a.txt:10:7: odd character: U+0007: a control character, no part of a text",
        "a.txt:10:9: odd character: U+E000: a character that only some fonts have",
        "a.txt:12:1: not of the report: 相关链接: left over from the page or print it was saved from",
    ]


@pytest.mark.parametrize(("mark", "why"), [("”", "it was never opened"), ("'", "its other half is missing")])
def test_marks_without_their_pair(call: Call, place: Path, mark: str, why: str) -> None:
    (place / "a.txt").write_text(f"报告\n一、概况\n他说好{mark}。\n", "utf-8")
    assert call("check", "a.txt").out == f"a.txt:3:4: unpaired mark: {mark}: {why}\n"


def test_bad_files_are_told_and_the_others_still_checked(call: Call, place: Path) -> None:
    (place / "empty.txt").write_bytes(b"")
    (place / "good.txt").write_text("报告\n一、概况\n都好。\n", "utf-8")
    (place / "odd.txt").write_text("报告\n一、概况\nXX县。\n", "utf-8")
    done = call("check", "empty.txt", "odd.txt", "none.txt", "good.txt")
    assert done.status == 2
    assert done.out == "odd.txt:3:1: redaction: XX县: words were left out here\n"
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["empty.txt", "none.txt"]
    assert call("check", "good.txt") == (0, "", "")
    assert call("check", "good.txt", "odd.txt").status == 1


def test_long_words_are_cut_short_and_columns_count_code_points(call: Call, place: Path) -> None:
    long = "我们一致认为，" * 12 + "这里的路子走得稳。"
    (place / "a.txt").write_text(f"报告\n一、概况\n{long}\n\U00020bb7野家XX店。\n{long}\n", "utf-8")
    lines = call("check", "a.txt").out.splitlines()
    assert lines[0] == "a.txt:4:4: redaction: XX店: words were left out here"
    assert lines[1] == f"a.txt:5:1: repeated: {long[:60]}…: the same words stand further up"


def test_the_catalogue_names_every_kind(call: Call, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    done = call("check", "a.txt", "--notices")
    speak("en")
    assert len(done.out.splitlines()) == 14
    assert "redaction" not in done.out
    assert "unpaired" not in done.out
