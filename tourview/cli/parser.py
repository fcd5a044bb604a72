"""Calls with a command or an option: argparse built from the grammar, speaking the interface language."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, NoReturn

from tourview import __version__
from tourview.cli import COMMANDS
from tourview.cli.grammar import LANGUAGES, Argument, Command, commands, language_option
from tourview.cli.terminal import columns, complain
from tourview.i18n import _, speak

_WRONG = 2
_WIDEST = 100
_HELP = ("-h", "--help")
_REQUIRED = "the following arguments are required: "
_UNRECOGNISED = "unrecognized arguments: "
_ARGUMENT = "argument "
_CHOICE = "invalid choice: "


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, its words in the interface language."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=min(columns(), _WIDEST))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the usage, called so in the interface language."""
        super().add_usage(usage, actions, groups, prefix or _("usage: "))


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that ends in the cure.

    Attributes:
        optional_words: The words that may be left out, which argparse counts among the missing ones.
    """

    optional_words: tuple[str, ...] = ()

    def error(self, message: str) -> NoReturn:
        cure = _("see {program} --help").format(program=self.prog)
        complain(f"{self.prog}: {_in_interface_language(message, self.optional_words)}; {cure}")
        sys.exit(_WRONG)


def answer(words: Sequence[str]) -> int:
    """Parse a call and run its command; returns the exit status. Help and wrong usage end here too."""
    name, rest = split_command(words)
    asked = next((part for part in LANGUAGES if f"--lang={part}" in words or _follows(words, "--lang", part)), None)
    if asked:
        speak(asked)
    if name is None and any(word in _HELP for word in rest):
        print(overview())
        return 0
    if name is None and "--version" in rest:
        print(f"tourview {__version__}")
        return 0
    command = next(command for command in commands() if command.name == (name or "open"))
    try:
        options = vars(command_parser(command, named=name is not None).parse_intermixed_args(rest))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else _WRONG
    if command.name not in ("open", "search"):
        del options["lang"]
    status: int = import_module(f"tourview.cli.{command.name}").run(**options)
    return status


def split_command(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command named in a call, None where it is left out, and the other words."""
    rest = list(words)
    place = 0
    while place < len(rest) and rest[place].startswith("--lang"):
        place += 2 if rest[place] == "--lang" else 1
    if place < len(rest) and rest[place] in COMMANDS:
        return rest.pop(place), rest
    return None, rest


def command_parser(command: Command, named: bool = True) -> argparse.ArgumentParser:
    """The parser of one command; `named` tells whether the call named it, for the messages."""
    examples = "\n".join(f"  {line}" for line in command.examples)
    parser = _Parser(
        prog=f"tourview {command.name}" if named else "tourview",
        description=command.help,
        epilog=f"{_('examples:')}\n{examples}",
        formatter_class=_Help,
        add_help=False,
        allow_abbrev=False,
    )
    parser.optional_words = tuple(argument.names[0] for argument in command.arguments if argument.nargs in ("*", "?"))
    positional = parser.add_argument_group(_("words"))
    optional = parser.add_argument_group(_("options"))
    for argument in (*command.arguments, language_option()):
        _add(optional if argument.is_option else positional, argument)
    optional.add_argument(*_HELP, action="help", help=_("print this help"))
    return parser


def overview() -> str:
    """The help of the program as a whole: its commands and a few calls."""
    listed = commands()
    width = max(len(command.name) for command in listed)
    lines = [
        _("tourview opens official reports as trees that are read and searched from the keyboard."),
        "",
        _("usage: ") + "tourview [PATH]",
        _("       tourview COMMAND …"),
        "",
        _("commands:"),
        *(f"  {command.name:{width}}  {command.help}" for command in listed),
        "",
        _("options:"),
        "  --lang zh|en  " + language_option().help,
        "  --version     " + _("print the version"),
        "  -h, --help    " + _("print this help; after a command, that command's"),
        "",
        _("examples:"),
        *(f"  {command.examples[0]}" for command in listed),
        "",
        _("A file called like a command is reached as ./search."),
    ]
    return "\n".join(lines)


def _add(group: Any, argument: Argument) -> None:
    wishes: dict[str, Any] = {"help": argument.help.replace("%", "%%")}
    if argument.choices:
        wishes["choices"] = argument.choices
    if not argument.is_option:
        wishes["metavar"] = argument.names[0]
        if argument.nargs:
            wishes["nargs"] = argument.nargs
        group.add_argument(argument.key, **wishes)
    elif argument.value:
        group.add_argument(*argument.names, dest=argument.key, metavar=argument.value, **wishes)
    else:
        group.add_argument(*argument.names, dest=argument.key, action="store_true", **wishes)


def _follows(words: Sequence[str], first: str, second: str) -> bool:
    return any(pair == (first, second) for pair in pairwise(words))


def _in_interface_language(message: str, optional: Sequence[str]) -> str:
    """An error of argparse, which speaks English only, in the interface language as far as it is one of the usual."""
    if message.startswith(_REQUIRED):
        missing = [word for word in message.removeprefix(_REQUIRED).split(", ") if word not in optional]
        return _("missing: {what}").format(what=", ".join(missing))
    if message.startswith(_UNRECOGNISED):
        return _("not understood: {what}").format(what=message.removeprefix(_UNRECOGNISED))
    if not message.startswith(_ARGUMENT):
        return message
    where, _colon, problem = message.removeprefix(_ARGUMENT).partition(": ")
    name = where.split("/")[-1]
    if problem.startswith(_CHOICE):
        value, _bracket, choices = problem.removeprefix(_CHOICE).partition(" (choose from ")
        told = _("{name}: {value} is not one of {choices}")
        return told.format(name=name, value=value, choices=choices.rstrip(")").replace("'", ""))
    if problem == "expected one argument":
        return _("{name}: a value is missing").format(name=name)
    return f"{name}: {problem}"
