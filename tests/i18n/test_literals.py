"""No text for a person's eyes outside the catalogues."""

import re

import pytest

from tests.i18n.catalogue import ROOT
from tests.i18n.literals import unmarked

SCREENS = ("cli", "tui")
"""The rooms that speak to a person: no prose in them but in the catalogue."""

EXCEPTIONS: dict[str, tuple[str, str]] = {
    "cli/completion.py": (r"(?s).*", "shell code, whose words are options and file names"),
    "cli/figures.py": (r"tourview figures: |.*\[万亿\].*", "the call that a message is about; a pattern of scales"),
    "cli/following_grammar.py": (
        r".*tourview .*|path|folder|kind",
        "calls, as they are typed; what a shell may complete",
    ),
    "cli/ledger_change.py": (r"tourview ledger set: ", "the call that a message is about"),
    "cli/ledger_grammar.py": (
        r"(tourview ledger|list|show|history|set|log|close|split|undo|import|export|summary) .*|path|--ledger FILE",
        "calls, as they are typed; what a shell may complete",
    ),
    "cli/ledger_look.py": (r"tourview ledger list: .*", "the call that a message is about"),
    "cli/open.py": (r"tourview: --today: ", "the call that a message is about"),
    "cli/grammar.py": (r".*tourview .*|path|folder|kind", "calls, as they are typed; what a shell may complete"),
    "cli/help.py": (r"tourview|--lang zh\|en", "the program's name and an option, as they are typed"),
    "cli/__init__.py": (r"tourview ", "the program's name before its version"),
    "cli/parser.py": (
        r"tourview |the following arguments are required: |unrecognized arguments: |invalid choice: "
        r"| \(choose from |expected one argument|ignored explicit argument ",
        "argparse's English, to be recognised and said again; the program's name before its version",
    ),
    "cli/query_help.py": (
        r'"?[\u4e00-\u9fff]+( ((AND|OR) )?[\u4e00-\u9fff]+)?"?|@lesson @gap|.*[-:\d][\u4e00-\u9fff]+',
        "queries",
    ),
    "cli/search_call.py": (r"tourview search: |在:|有:", "the call that a message is about; scopes as they are typed"),
    "tui/commands/moving.py": (r"PgDn Space|gg Home", "names of keys"),
    "tui/commands/trace.py": (r"Space Enter", "names of keys"),
    "tui/screens/figures.py": ("\u9fff", "the last of the characters that may be typed"),
    "tui/screens/library.py": ("\u9fff", "the last of the characters that may be typed"),
    "tui/widgets/offers.py": (r"(?s)\s+Offers .*|Tab ", "a style sheet; the name of a key"),
    "tui/labels.py": (r".*\[是要.*", "a pattern of labels in a report"),
}
"""By file: the texts that need no translation, and why."""

MODULES = tuple(sorted(ROOT.rglob("*.py")))


def test_every_text_is_in_the_catalogue() -> None:
    wrong = []
    for path in MODULES:
        name = path.relative_to(ROOT).as_posix()
        allowed, _why = EXCEPTIONS.get(name, ("", ""))
        found = unmarked(path.read_text("utf-8"), prose=name.startswith(SCREENS))
        wrong += [(name, literal) for literal in found if not re.fullmatch(allowed, literal.text)]
    assert len(MODULES) > 100
    assert wrong == []


def test_every_exception_is_needed() -> None:
    for name, (allowed, _why) in EXCEPTIONS.items():
        found = unmarked((ROOT / name).read_text("utf-8"), prose=name.startswith(SCREENS))
        assert any(re.fullmatch(allowed, literal.text) for literal in found), name


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('self.notify("Saved")', ["Saved"]),
        ('self.notify(f"Saved: {path}")', ["Saved: "]),
        ('self.notify("a" if ok else "Failed")', ["Failed"]),
        ('raise ReportError("report.txt", "broken")', ["broken"]),
        ('raise ReportError(name, "broken: {x}".format(x=1))', ["broken: {x}"]),
        ('Content.assemble(("Lessons", "bold"), " ")', ["Lessons"]),
        ('Static("" + "Esc", id="hint")', ["Esc"]),
        ('Field(placeholder="Path", id="field")', ["Path"]),
        ('class C:\n    title: str = "Open"\n    action = "open"', ["Open"]),
        ('self.border_title = "Help"', ["Help"]),
        ('words = "two words"', ["two words"]),
        ('words = "报告"', ["报告"]),
        ("f\"{_('Hidden')} x\"", ["_('Hidden')"]),
        ('self.notify(_("Saved"))', []),
        ('self.notify(_("Saved: {path}").format(path="some path"[0]))', ["some path"]),
        ('self.notify(str(error), severity="error")', []),
        ('TITLES = (N_("Open it"), ngettext("one hit", "more hits", 2))', []),
        ('"""A module\'s words."""\n', []),
        ('Content.styled(text, "bold red")[0]', ["bold red"]),
        ('Content.styled(text, "$accent bold")', []),
        ('self.query_one("#help")', []),
    ],
)
def test_the_finder_tells_texts_from_names(source: str, texts: list[str]) -> None:
    assert [literal.text for literal in unmarked(source)] == texts
