"""The commands and what each takes, as data: the parser, the help and the shell completion are made from it."""

from tourview.cli import COMMANDS
from tourview.cli.arguments import Argument, Command, Table, exit_statuses
from tourview.cli.following_grammar import figures_command, trace_command
from tourview.cli.ledger_grammar import ledger_command, ledger_options
from tourview.cli.query_help import query_rows
from tourview.i18n import _, language, listed
from tourview.report import Kind
from tourview.writers import FORMATS

SHELLS = ("bash", "zsh", "fish")
KINDS = tuple(kind.value for kind in Kind)


def kind_word(kind: Kind) -> str:
    """What a kind is called in the interface language, in a form that `--in` takes."""
    return kind.chinese if language() == "zh" else kind.value


def commands() -> tuple[Command, ...]:
    """Every command, described in the interface language."""
    followed = figures_command(), trace_command(), ledger_command()
    return (_open(), _show(), _search(), _index(), _export(), _check(), *followed, _completion(), _help())


def _path(help_text: str, nargs: str | None = None) -> Argument:
    return Argument((_("PATH"),), "path", help_text, nargs=nargs, hint="path")


def _open() -> Command:
    return Command(
        "open",
        _("read a report, or a library of them, on the screen; the word open may be left out"),
        (
            _path(
                _("the report, - for standard input, or a folder, or several; without it the bundled report"),
                "*",
            ),
            *ledger_options(_("the day it is taken to be")),
        ),
        ("tourview report.txt", "tourview reports/", "pdftotext report.pdf - | tourview -", "tourview --lang en"),
    )


def _show() -> Command:
    return Command(
        "show",
        _("print a report, or one section of it, as plain text"),
        (
            _path(_("the report; - for standard input")),
            Argument((_("REF"),), "ref", _("the section, for example 1.3.2"), nargs="?"),
        ),
        ("tourview show report.txt", "tourview show report.txt 1.3.2"),
    )


def _search() -> Command:
    return Command(
        "search",
        _("find words in reports"),
        (
            Argument((_("QUERY"),), "query", _("what to look for, as explained below")),
            _path(_("reports, and folders of reports; without them the bundled report"), "*"),
            Argument(
                ("--in",),
                "kinds",
                _("search only sections of these kinds, with a comma between: {kinds}").format(
                    kinds=listed(kind_word(kind) for kind in Kind)
                ),
                value=_("KIND[,KIND]"),
                hint="kind",
            ),
            Argument(("--limit",), "limit", _("print only the best hits, so many in all"), value=_("NUMBER")),
            Argument(
                ("-C", "--context"),
                "context",
                _("print the paragraphs with the hits, and so many before and after; a heading is one"),
                value=_("NUMBER"),
            ),
            Argument(("--count",), "count", _("print only how many hits each report has, and all together")),
            Argument(("--files",), "files", _("print only the paths of the reports with hits")),
            Argument(("--json",), "as_json", _("print it as JSON, one hit a line")),
        ),
        (
            "tourview search 园区 report.txt",
            "tourview search '\"产业 园区\" -农业' report.txt --in lesson,commitment",
            "tourview search zhaoshang reports/ --limit 20",
            "tourview search '@commitment has:figure' *.txt --json",
            "tourview search -- -农业 report.txt",
        ),
        (
            Table(_("query:"), query_rows()),
            _what_search_prints(),
            exit_statuses(_("something was found"), _("nothing was found")),
        ),
    )


def _what_search_prints() -> Table:
    return Table(
        _("what is printed:"),
        (
            (_("PATH:REF:"), _("begins each hit. Reports come in the order of the call, those of a folder by name")),
            (_("order"), _("headings first, then lessons, gaps and commitments, then the rest, for each report")),
            (_("folders"), _("are searched by an index that is brought up to date first")),
        ),
    )


def _index() -> Command:
    return Command(
        "index",
        _("build or refresh the index by which a folder is searched"),
        (
            Argument((_("FOLDER"),), "folders", _("the folders"), nargs="*", hint="folder"),
            Argument(
                ("--status",), "status", _("print where the index is and what is in it; without a folder of every one")
            ),
            Argument(("--rebuild",), "rebuild", _("make it anew")),
            Argument(("--remove",), "remove", _("delete it; no report is touched")),
            Argument(("--json",), "as_json", _("print it as JSON")),
        ),
        ("tourview index reports/", "tourview index --status", "tourview index reports/ --remove"),
        (exit_statuses(_("done"), _("with --status or --remove: there is no index")),),
    )


def _export() -> Command:
    return Command(
        "export",
        _("write a report in another format"),
        (
            _path(_("the report; - for standard input")),
            Argument(
                ("-f", "--format"),
                "to",
                _("json, yaml, txt, md, html or csv; otherwise by the ending of FILE, and json without a FILE"),
                choices=FORMATS,
                value=_("FORMAT"),
            ),
            Argument(
                ("-o", "--output"), "output", _("the file to write; otherwise printed"), value=_("FILE"), hint="path"
            ),
        ),
        (
            "tourview export report.txt -f json",
            "tourview export report.txt -o report.yaml",
            "tourview export report.docx -o report.html",
        ),
    )


def _check() -> Command:
    return Command(
        "check",
        _("list what a careful reader would flag: redactions, repeats, skipped numbers, odd characters"),
        (
            _path(_("the reports"), "+"),
            Argument(
                ("--notices",),
                "notices_only",
                _("only that, not what a reviewer would ask of each commitment: how much, by when, who"),
            ),
        ),
        ("tourview check report.txt", "tourview check *.yaml --notices"),
        (exit_statuses(_("nothing is flagged, whatever is asked"), _("something is flagged")),),
    )


def _completion() -> Command:
    return Command(
        "completion",
        _("print a script with which a shell completes the commands"),
        (Argument((_("SHELL"),), "shell", _("bash, zsh or fish"), choices=SHELLS),),
        (
            'eval "$(tourview completion bash)"',
            "tourview completion zsh > ~/.zfunc/_tourview",
            "tourview completion fish > ~/.config/fish/completions/tourview.fish",
        ),
    )


def _help() -> Command:
    return Command(
        "help",
        _("print this help, or that of a command"),
        (Argument((_("COMMAND"),), "command", _("the command"), nargs="?", choices=COMMANDS),),
        ("tourview help search",),
    )
