"""Calls with a command or an option: argparse built from the grammar, speaking the interface language."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, NoReturn

from tourview import __version__
from tourview.cli import COMMANDS
from tourview.cli.arguments import Argument, Command, help_option, language_option
from tourview.cli.errors import UsageError
from tourview.cli.grammar import commands
from tourview.cli.help import command_help, overview
from tourview.cli.suggestion import name_meant
from tourview.cli.terminal import complain
from tourview.i18n import LANGUAGES, _, listed, speak

_WRONG = 2
_REQUIRED = "the following arguments are required: "
_UNRECOGNISED = "unrecognized arguments: "
_ARGUMENT = "argument "
_CHOICE = "invalid choice: "
_TOO_MUCH = "ignored explicit argument "
_END_OF_OPTIONS = "--"
_NO_OPTION = re.compile("--?[^-A-Za-z]")
_SHIELD = "\0"
"""Before a word that begins with a dash and is no option: a character that is in no word of a call."""


class _Parser(argparse.ArgumentParser):
    """A parser of one command; its help is made from the grammar, its errors are one line that ends in the cure."""

    def __init__(self, command: Command, program: str) -> None:
        super().__init__(prog=program, usage="", add_help=False, allow_abbrev=False)
        self._command = command

    def format_help(self) -> str:
        return command_help(self._command, self.prog) + "\n"

    def print_help(self, _file: object = None) -> None:
        # argparse would say nothing of an output that takes no more.
        print(self.format_help(), end="")

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with a call in one line, in the language of the interface, as a usage error."""
        # argparse counts among the missing words those that may be left out.
        optional = [argument.names[0] for argument in self._command.arguments if argument.nargs in ("*", "?")]
        told = _("{problem}; see {program} --help")
        problem = _in_interface_language(message.replace(_SHIELD, ""), optional)
        complain(f"{self.prog}: " + told.format(problem=problem, program=self.prog))
        sys.exit(_WRONG)


def answer(words: Sequence[str]) -> int:
    """Parse a call and run its command; returns the exit status. Help and wrong usage end here too."""
    name, rest = split_command(words)
    asked = next((part for part in LANGUAGES if f"--lang={part}" in words or _follows(words, "--lang", part)), None)
    if asked:
        speak(asked)
    if name is None and any(word in help_option().names for word in before_end(rest)):
        print(overview())
        return 0
    if name is None and "--version" in before_end(rest):
        print(f"tourview {__version__}")
        return 0
    command = next(command for command in commands() if command.name == (name or "open"))
    program = f"tourview {command.name}" if name else "tourview"
    if command.actions:
        if any(word in help_option().names for word in rest[:1]):
            print(command_help(command, program))
            return 0
        command, rest = chosen_action(command, rest)
        program = f"{program} {command.name}"
    try:
        parsed = command_parser(command, program).parse_intermixed_args(shielded(rest))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else _WRONG
    options = {key: unshielded(value) for key, value in vars(parsed).items()}
    if command.name not in ("open", "search"):
        del options["lang"]
    module = command.name
    if command.group:
        module, options["action"] = command.group, command.name
    status: int = import_module(f"tourview.cli.{module}").run(**options)
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


def chosen_action(command: Command, words: Sequence[str]) -> tuple[Command, list[str]]:
    """What a command of several actions is to do, the first of them where none is named, and the other words.

    Raises:
        UsageError: If the first word is nearly the name of an action, and there is no such file.
    """
    named = next((action for action in command.actions if list(words[:1]) == [action.name]), None)
    if named is None and words:
        _check_mistyped(command, words[0])
    return named or command.actions[0], list(words[1:] if named else words)


def _check_mistyped(command: Command, word: str) -> None:
    if word.startswith("-") or os.path.lexists(word):
        return
    meant = name_meant(word, (action.name for action in command.actions))
    if meant:
        message = _("tourview ledger: there is no file or action {word}; did you mean {action}?")
        raise UsageError(message.format(word=word, action=meant))


def shielded(words: Sequence[str]) -> list[str]:
    """The words of a call, those that look like options and are none told apart from options.

    Such are all words after `--`, by POSIX (Utility Syntax Guideline 10), and `-园区` or `-102万`: every option begins
    with a letter of ASCII. `--` itself is left out.
    """
    begin = before_end(words)
    marked = [_SHIELD + word if _NO_OPTION.match(word) else word for word in begin]
    return marked + [_SHIELD + word for word in words[len(begin) + 1 :]]


def before_end(words: Sequence[str]) -> Sequence[str]:
    """The words of a call that may be options: those before `--`."""
    return words[: words.index(_END_OF_OPTIONS)] if _END_OF_OPTIONS in words else words


def unshielded(value: Any) -> Any:
    """What the parser made of words, without the marks of `shielded`."""
    if isinstance(value, list):
        return [unshielded(part) for part in value]
    return value.removeprefix(_SHIELD) if isinstance(value, str) else value


def command_parser(command: Command, program: str) -> argparse.ArgumentParser:
    """The parser of one command; `program` is what it is called by, for the messages."""
    parser = _Parser(command, program)
    for argument in (*command.arguments, language_option()):
        _add(parser, argument)
    parser.add_argument(*help_option().names, action="help")
    return parser


def _add(parser: argparse.ArgumentParser, argument: Argument) -> None:
    wishes: dict[str, Any] = {}
    if argument.choices:
        wishes["choices"] = argument.choices
    if not argument.is_option:
        wishes["metavar"] = argument.names[0]
        if argument.nargs:
            wishes["nargs"] = argument.nargs
        parser.add_argument(argument.key, **wishes)
    elif argument.value:
        parser.add_argument(*argument.names, dest=argument.key, metavar=argument.value, **wishes)
    else:
        parser.add_argument(*argument.names, dest=argument.key, action="store_true", **wishes)


def _follows(words: Sequence[str], first: str, second: str) -> bool:
    return any(pair == (first, second) for pair in pairwise(words))


def _in_interface_language(message: str, optional: Sequence[str]) -> str:
    """An error of argparse, which speaks English only, in the interface language as far as it is one of the usual."""
    if message.startswith(_REQUIRED):
        missing = [word for word in message.removeprefix(_REQUIRED).split(", ") if word not in optional]
        return _("missing: {what}").format(what=listed(missing))
    if message.startswith(_UNRECOGNISED):
        return _("not understood: {parts}").format(parts=message.removeprefix(_UNRECOGNISED))
    if not message.startswith(_ARGUMENT):
        return message
    where, _colon, problem = message.removeprefix(_ARGUMENT).partition(": ")
    return f"{where.split('/')[-1]}: {_wrong_value(problem)}"


def _wrong_value(problem: str) -> str:
    if problem.startswith(_CHOICE):
        value, _bracket, choices = problem.removeprefix(_CHOICE).partition(" (choose from ")
        words = choices.rstrip(")").replace("'", "").split(", ")
        return _("'{text}' is not one of {choices}").format(text=value.strip("'"), choices=listed(words))
    if problem == "expected one argument":
        return _("a value is missing")
    if problem.startswith(_TOO_MUCH):
        return _("it takes no value")
    return problem
