"""The help of the program and of each command, made from the grammar and laid out by the cells its words take."""

from collections.abc import Iterator, Sequence

from tourview.cli.arguments import Argument, Command, help_option, language_option
from tourview.cli.grammar import commands
from tourview.cli.terminal import columns
from tourview.i18n import _
from tourview.typeset import cell_width, wrap

_WIDEST = 100
"""Cells beyond which a line is hard to read."""
_LEFT = 26
"""Cells the names may take before what they mean begins on a line of its own."""
_INDENT = 2


def run(*, command: str | None) -> int:
    """Print the help of a command, or that of the program as a whole."""
    known = {each.name: each for each in commands()}
    print(overview() if command is None else command_help(known[command], f"tourview {command}"))
    return 0


def overview() -> str:
    """The help of the program as a whole: its commands and a few calls."""
    listed = commands()
    usage = _("usage: ")
    options = (
        ("--lang zh|en", language_option().help),
        ("--version", _("print the version")),
        ("-h, --help", _("print this help; after a command, that command's")),
    )
    lines = (
        *_paragraph(_("tourview opens official reports as trees that are read and searched from the keyboard.")),
        "",
        usage + " ".join(("tourview", _optional(_("PATH") + " …"))),
        " " * cell_width(usage) + " ".join(("tourview", _("COMMAND"), "…")),
        "",
        _("commands:"),
        *_table([(command.name, command.help) for command in listed]),
        "",
        _("options:"),
        *_table(options),
        "",
        *_examples([command.examples[0] for command in listed]),
        "",
        *_paragraph(_("A file called like a command is reached as ./search.")),
    )
    return "\n".join(lines)


def command_help(command: Command, program: str) -> str:
    """The help of one command; `program` is what it is called by."""
    words = [argument for argument in command.arguments if not argument.is_option]
    options = [argument for argument in command.arguments if argument.is_option]
    options += [language_option(), help_option()]
    lines = [*_usage(program, [*options, *words]), "", *_paragraph(command.help)]
    for heading, arguments in ((_("arguments:"), words), (_("options:"), options)):
        if arguments:
            lines += ["", heading, *_table([(_names(argument), argument.help) for argument in arguments])]
    if command.actions:
        lines += ["", _("actions:"), *_table([(action.name, action.help) for action in command.actions])]
    for table in command.tables:
        lines += ["", table.heading, *_table(table.rows)]
    return "\n".join((*lines, "", *_examples(command.examples)))


def _usage(program: str, arguments: Sequence[Argument]) -> Iterator[str]:
    """The call as a pattern, no argument of it broken."""
    line = _("usage: ") + program
    indent = " " * (cell_width(line) + 1)
    for number, part in enumerate(_pattern(argument) for argument in arguments):
        if number and cell_width(f"{line} {part}") > _width():
            yield line
            line = indent + part
        else:
            line = f"{line} {part}"
    yield line


def _pattern(argument: Argument) -> str:
    """How often an argument stands in a call: `PATH`, `[PATH]`, `[PATH …]`, `PATH …`, `[--in KIND]`."""
    name = argument.names[0]
    if argument.is_option:
        return _optional(" ".join(filter(None, (name, argument.value))))
    shown = f"{name} …" if argument.nargs in ("*", "+") else name
    return _optional(shown) if argument.nargs in ("*", "?") else shown


def _optional(pattern: str) -> str:
    return f"[{pattern}]"


def _names(argument: Argument) -> str:
    return " ".join(filter(None, (", ".join(argument.names), argument.value)))


def _examples(calls: Sequence[str]) -> Iterator[str]:
    yield _("examples:")
    yield from (" " * _INDENT + call for call in calls)


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Names at the left, what they mean at the right."""
    left = min(_LEFT, max(cell_width(names) for names, _meaning in rows)) + 2 * _INDENT
    for names, meaning in rows:
        lines = [" " * left + line for line in _wrapped(meaning, _width() - left)]
        start = " " * _INDENT + names
        if cell_width(start) + _INDENT > left:
            yield start
        else:
            lines[0] = start + " " * (left - cell_width(start)) + lines[0].lstrip()
        yield from lines


def _paragraph(text: str) -> list[str]:
    return _wrapped(text, _width())


def _wrapped(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, max(1, width))]


def _width() -> int:
    return min(columns(), _WIDEST)
