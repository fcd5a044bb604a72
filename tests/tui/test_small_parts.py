"""Citations, the trail, the clipboard's choice, names of things, notes: what needs no screen."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.house import SMALL, visit
from tourview.i18n import speak
from tourview.open import Opening, open_text
from tourview.report import Facts, Kind, Report, Section
from tourview.tui.citation import citation
from tourview.tui.clipboard import copy, takes_osc52
from tourview.tui.labels import date_shown, facts_beside, kind_name, outline_label, seal, section_name
from tourview.tui.memory import state_folder
from tourview.tui.notes import linked_refs
from tourview.tui.trail import Trail


@pytest.fixture(scope="module")
def report() -> Report:
    return replace(open_text(SMALL), organization="市发展改革委", date="2014-07")


def section_of(report: Report, ref: str) -> Section:
    section = report.section(ref)
    assert section is not None
    return section


# Citations


def test_a_chinese_citation_names_report_organisation_date_and_place(report: Report) -> None:
    assert citation(report, section_of(report, "2.1.1"), " 园区面积 ") == (
        "“园区面积”\n"
        "——《赴海滨市学习考察报告》，市发展改革委，2014-07，2.1.1 二、对照先进找差距 › （一）园区的差距 › 园区小"
    )


def test_without_words_the_section_is_cited_with_its_label(report: Report) -> None:
    assert citation(report, section_of(report, "3.2")).startswith("“（二）改进作风。\n一件事跑一趟。”\n")
    assert citation(report, section_of(report, "3")).startswith("“三、下一步的措施”\n")


def test_a_place_s_name_goes_before_a_colon(report: Report) -> None:
    assert citation(report, section_of(report, "1.1.1")).startswith("“港口新区：\n参观")


def test_quotation_marks_within_a_quotation_are_the_inner_ones(report: Report, en: Opening) -> None:
    assert citation(report, section_of(report, "3.1"), "践行“十破十立”").startswith("“践行‘十破十立’”\n")
    assert en.report is not None
    assert citation(en.report, section_of(en.report, "1.3.1"), 'the "Ten"').startswith("\"the 'Ten'\"\n")


def test_the_lead_in_has_no_name_in_a_citation(report: Report) -> None:
    assert citation(report, section_of(report, "0"), "看码头").endswith("，0")


def test_an_english_citation(en: Opening) -> None:
    assert en.report is not None
    section = section_of(en.report, "1.3.1")
    cited = citation(en.report, section, "some words")
    assert cited.startswith(f'"some words"\n-- {en.report.title}, ')
    assert f", {en.report.date}, 1.3.1 " in cited
    assert cited.endswith(f" › {section.title}")


def test_a_citation_leaves_out_what_is_not_known(report: Report) -> None:
    bare = replace(report, organization=None, date=None)
    assert "《赴海滨市学习考察报告》，3.2 " in citation(bare, section_of(bare, "3.2"))


# The trail


def test_one_goes_back_place_by_place() -> None:
    trail = Trail()
    for place in (3, 5, 9):
        trail.leave(place)
    assert [trail.back(100) for _step in range(4)] == [9, 5, 3, None]


def test_of_a_walk_only_the_start_is_kept() -> None:
    trail = Trail()
    trail.leave(1)
    for place in (2, 3, 4):
        trail.leave(place, drifting=True)
    trail.leave(5)
    trail.leave(6, drifting=True)
    assert [trail.back(100) for _step in range(5)] == [6, 5, 2, 1, None]


def test_where_one_is_is_no_step_back() -> None:
    trail = Trail()
    for place in (7, 4, 4):
        trail.leave(place)
    assert trail.back(4) == 7
    assert trail.back(7) is None


def test_going_back_ends_a_walk() -> None:
    trail = Trail()
    trail.leave(1, drifting=True)
    assert trail.back(9) == 1
    trail.leave(2, drifting=True)
    assert trail.back(9) == 2


def test_a_cleared_trail_leads_nowhere() -> None:
    trail = Trail()
    trail.leave(1, drifting=True)
    trail.clear()
    assert trail.back(9) is None


# The clipboard


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x"}, True),
        ({"TERM": "screen"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
    ],
)
def test_which_terminals_take_osc52(environment: dict[str, str], takes: bool) -> None:
    assert takes_osc52(environment) is takes


@pytest.mark.parametrize(("length", "sent"), [(74_994, True), (74_995, False)])
def test_what_is_too_long_for_the_terminal_is_not_sent(
    monkeypatch: pytest.MonkeyPatch, length: int, sent: bool
) -> None:
    monkeypatch.setenv("PATH", "")
    texts: list[str] = []
    way = copy("x" * length, texts.append, {"TERM": "xterm"})
    assert bool(texts) is sent
    assert (way == "the terminal's clipboard (OSC 52)") is sent
    assert (state_folder() / "copied.txt").exists() is not sent


@pytest.mark.parametrize("trouble", ["status", "missing", "slow"])
def test_a_tool_that_fails_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str) -> None:
    program = tmp_path / "pbcopy"
    interpreter = "/no/such/interpreter" if trouble == "missing" else "/bin/sh"
    program.write_text(f"#!{interpreter}\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    if trouble == "slow":

        def too_slow(*_arguments: object, **_options: object) -> None:
            raise subprocess.TimeoutExpired("pbcopy", 2)

        monkeypatch.setattr(subprocess, "run", too_slow)
    way = copy("词", lambda _text: None, {"TERM": "dumb"})
    assert way == str(state_folder() / "copied.txt")
    assert Path(way).read_text(encoding="utf-8") == "词\n"


def test_a_tool_without_its_display_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "xclip"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "xclip" not in copy("x", lambda _text: None, {"TERM": "xterm"})
    assert "xclip" in copy("x", lambda _text: None, {"TERM": "xterm", "DISPLAY": ":0"})


# Names


def test_every_kind_has_a_seal_of_its_own_and_a_name() -> None:
    assert len({seal(kind) for kind in Kind}) == len(Kind)
    assert all(len(seal(kind)) == 1 for kind in Kind)
    assert kind_name(Kind.GAP) == "Gaps"


def test_the_lead_in_is_called_the_preface(report: Report) -> None:
    assert section_name(section_of(report, "0")) == "Preface"
    assert section_name(section_of(report, "3.1")) == "扩大园区"


@pytest.mark.parametrize(("ref", "label"), [("1", "一、"), ("1.1", "(一)"), ("1.2.1", ""), ("1.1.1", "")])
def test_labels_in_the_outline_are_narrow_and_items_go_without(report: Report, ref: str, label: str) -> None:
    assert outline_label(section_of(report, ref)) == label


@pytest.mark.parametrize(
    ("party", "date", "organization", "line"),
    [
        ("45人：领导和干部", "2014-07", "市发展改革委", "July 2014  45人  市发展改革委"),
        ("a party of 45 people", "2014-07-27", None, "27 July 2014  45 people"),
        ("300余人", None, None, "300余人"),
        ("the committee", "2014", "", "2014"),
        (None, None, None, ""),
    ],
)
def test_the_facts_beside_the_title(
    report: Report, party: str | None, date: str | None, organization: str | None, line: str
) -> None:
    told = replace(report, date=date, organization=organization, facts=Facts(party=party))
    assert facts_beside(told, 80) == line


@pytest.mark.parametrize(
    ("date", "dotted", "spoken"),
    [
        ("2014-07", "2014.07", "July 2014"),
        ("2014-12-04", "2014.12.04", "4 December 2014"),
        ("2014", "2014", "2014"),
        ("2014-13", "2014.13", "2014.13"),
        ("mid-July", "mid.July", "mid.July"),
    ],
)
def test_a_date_is_told_as_the_interface_s_language_has_it(date: str, dotted: str, spoken: str) -> None:
    assert date_shown(date) == spoken
    speak("zh")
    assert date_shown(date) == dotted


@pytest.mark.parametrize(
    ("room", "line"),
    [(80, "July 2014  45人  市发展改革委"), (27, "July 2014  45人"), (14, "July 2014"), (8, ""), (-3, "")],
)
def test_facts_that_do_not_fit_are_left_out_whole(report: Report, room: int, line: str) -> None:
    assert facts_beside(replace(report, facts=Facts(party="45人")), room) == line


@pytest.mark.parametrize("width", [20, 40, 60, 80])
async def test_the_title_bar_has_no_ellipsis(report: Report, width: int) -> None:
    long = "海滨市经济社会发展情况学习考察报告"
    async with visit(SMALL.replace("赴海滨市学习考察报告", long), (width, 20)) as sitting:
        bar = sitting.lines()[0].strip()
        assert "…" not in bar
        assert bar.endswith("..") is (width < 60)
        assert ("12人" in bar) is (width >= 60)


# Links


def test_links_are_known_from_both_ends_in_reading_order(zh: Opening) -> None:
    assert zh.report is not None
    linked = linked_refs(zh.report)
    for link in zh.report.links:
        assert link.target in linked[link.source]
        assert link.source in linked[link.target]
    for refs in linked.values():
        assert list(refs) == sorted(refs, key=zh.report.positions.__getitem__)


def test_a_link_to_nowhere_is_left_out(zh: Opening) -> None:
    assert zh.report is not None
    spoiled = replace(zh.report, links=tuple(replace(link, target="9.9.9") for link in zh.report.links))
    assert all("9.9.9" not in refs for refs in linked_refs(spoiled).values())
