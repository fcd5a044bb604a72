"""What a command is made of, as data: its arguments, and what its help explains."""

from dataclasses import dataclass

from tourview.i18n import LANGUAGES, _


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
        hint: What a shell may complete: `path`, `folder`, `kind` or nothing.
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
class Table:
    """What the help of a command explains beside its arguments.

    Attributes:
        heading: What it is about.
        rows: What may be typed, or what may come of it, and what that means.
    """

    heading: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or an action of one.

    Attributes:
        name: Its name.
        help: What it does, in a line.
        arguments: What it takes; of a command of several actions, what any of them may take.
        examples: Calls that show it.
        tables: What else is to be told.
        actions: What it can do, each with arguments of its own; the first is done where none is named.
        group: The command whose action it is; empty for a command.
    """

    name: str
    help: str
    arguments: tuple[Argument, ...]
    examples: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    actions: tuple["Command", ...] = ()
    group: str = ""


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


def exit_statuses(done: str, nothing: str) -> Table:
    """What the exit status of a command tells."""
    return Table(
        _("exit status:"), (("0", done), ("1", nothing), ("2", _("the call is wrong, or a report cannot be read")))
    )
