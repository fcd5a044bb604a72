"""The commands and what each takes, as data: the parser, the help and the shell completion are made from it."""

from dataclasses import dataclass

from tourview.i18n import LANGUAGES, _, language, listed
from tourview.report import Kind
from tourview.writers import FORMATS

SHELLS = ("bash", "zsh", "fish")
KINDS = tuple(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class Argument:
    """A word or an option of a command.

    Attributes:
        names: The option's spellings, or the one name of a positional word in capitals.
        key: The parameter of the command's `run` that takes it.
        help: What it is for, in the interface language.
        nargs: How many words, as argparse has it; None for one.
        choices: The words that are allowed, if only these are.
        value: What the help calls the option's value; empty for a flag.
        hint: What a shell may complete: `path`, `kind` or nothing.
    """

    names: tuple[str, ...]
    key: str
    help: str
    nargs: str | None = None
    choices: tuple[str, ...] = ()
    value: str = ""
    hint: str = ""

    @property
    def is_option(self) -> bool:
        """Whether it starts with a dash."""
        return self.names[0].startswith("-")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in a line, what it takes, and calls that show it."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    examples: tuple[str, ...]


def kind_word(kind: Kind) -> str:
    """What a kind is called in the interface language, in a form that `--in` takes."""
    return kind.chinese if language() == "zh" else kind.value


def language_option() -> Argument:
    """The option every command takes."""
    return Argument(
        ("--lang",),
        "lang",
        _("the language of the interface and of the bundled report: zh or en"),
        choices=LANGUAGES,
        value=_("LANGUAGE"),
    )


def help_option() -> Argument:
    """The option that explains a command, or the program."""
    return Argument(("-h", "--help"), "help", _("print this help"))


def commands() -> tuple[Command, ...]:
    """Every command, described in the interface language."""
    return (_open(), _show(), _search(), _export(), _check(), _completion())


def _path(help_text: str, nargs: str | None = None) -> Argument:
    return Argument((_("PATH"),), "path", help_text, nargs=nargs, hint="path")


def _open() -> Command:
    return Command(
        "open",
        _("read a report on the screen; the word open may be left out"),
        (_path(_("the report; - for standard input; without it the bundled report"), "*"),),
        ("tourview report.txt", "pdftotext report.pdf - | tourview -", "tourview --lang en"),
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
            Argument(
                (_("QUERY"),),
                "query",
                _('words that must all be there; "a phrase"; -without; @lesson only in lessons'),
            ),
            _path(_("the reports; without them the bundled report"), "*"),
            Argument(
                ("--in",),
                "kinds",
                _("search only sections of these kinds, with a comma between: {kinds}").format(
                    kinds=listed(kind_word(kind) for kind in Kind)
                ),
                value=_("KIND[,KIND]"),
                hint="kind",
            ),
            Argument(("--json",), "as_json", _("print the hits as JSON")),
            Argument(("--limit",), "limit", _("print at most this many hits"), value=_("NUMBER")),
        ),
        (
            "tourview search 园区 report.txt",
            "tourview search '\"产业 园区\" -农业' report.txt --in lesson,commitment",
            "tourview search 园区 *.txt --json",
        ),
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
                _("json, yaml, txt or md; otherwise by the ending of FILE, and json without a FILE"),
                choices=FORMATS,
                value=_("FORMAT"),
            ),
            Argument(
                ("-o", "--output"), "output", _("the file to write; otherwise printed"), value=_("FILE"), hint="path"
            ),
        ),
        ("tourview export report.txt -f json", "tourview export report.txt -o report.yaml"),
    )


def _check() -> Command:
    return Command(
        "check",
        _("list what a careful reader would flag: redactions, repeats, skipped numbers, odd characters"),
        (_path(_("the reports"), "+"),),
        ("tourview check report.txt", "tourview check *.yaml"),
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
