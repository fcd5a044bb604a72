"""`tourview completion`: scripts with which bash, zsh and fish complete the commands, made from the grammar."""

from collections.abc import Callable, Iterator

from tourview.cli.arguments import Argument, Command, language_option
from tourview.cli.grammar import KINDS, SHELLS, commands

_BASH_FILES = """local IFS=$'\\n'; COMPREPLY+=($(compgen -f -- "$word"));"""
_BASH_FOLDERS = """local IFS=$'\\n'; COMPREPLY+=($(compgen -d -- "$word"));"""

_ZSH_PLACES = {"path": "_files", "folder": "_files -/"}


def run(*, shell: str) -> int:
    """Print the script for a shell."""
    print(script(shell), end="")
    return 0


def script(shell: str) -> str:
    """The completion script for one of the shells of the grammar."""
    makers: dict[str, Callable[[], Iterator[str]]] = dict(zip(SHELLS, (_bash, _zsh, _fish), strict=True))
    return "\n".join(makers[shell]()) + "\n"


def _bash() -> Iterator[str]:
    names = " ".join(command.name for command in commands())
    yield from (
        "# bash completion for tourview",
        "_tourview() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command= part',
        "    COMPREPLY=()",
        '    for part in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
        f'        case "$part" in {names.replace(" ", "|")}) command="$part"; break ;; esac',
        "    done",
        '    case "$before" in',
    )
    for argument in _valued():
        yield f"        {'|'.join(argument.names)}) {_bash_value(argument)} return ;;"
    yield from ("    esac", '    case "$command" in')
    for command in commands():
        yield f'        {command.name}) COMPREPLY=($(compgen -W "{_words(command)}" -- "$word")) ;;'
    yield from (
        f'        *) COMPREPLY=($(compgen -W "{names} --lang --version --help" -- "$word")) ;;',
        "    esac",
        '    [[ "$word" == -* ]] && return',
        '    case "$command" in',
        *(f"        {command.name}) {_bash_places(command)} ;;" for command in commands()),
        f"        *) {_BASH_FILES} ;;",
        "    esac",
        "}",
        "complete -o filenames -F _tourview tourview",
    )


def _bash_value(argument: Argument) -> str:
    words = " ".join(argument.choices or (KINDS if argument.hint == "kind" else ()))
    if words:
        return f'COMPREPLY=($(compgen -W "{words}" -- "$word"));'
    return _BASH_FILES if argument.hint == "path" else _BASH_FOLDERS if argument.hint == "folder" else ""


def _bash_places(command: Command) -> str:
    """What the words of a command may be, beside those it is limited to: files, folders or neither."""
    hints = {argument.hint for argument in command.arguments if not argument.is_option}
    return _BASH_FILES if "path" in hints else _BASH_FOLDERS if "folder" in hints else ":"


def _zsh() -> Iterator[str]:
    yield from ("#compdef tourview", "local -a commands=(")
    yield from (f"    {_quoted(f'{command.name}:{command.help}')}" for command in commands())
    yield from (
        ")",
        "if (( CURRENT == 2 )); then",
        "    _describe -t commands command commands",
        "    _files",
        "    return",
        "fi",
        "local command=${words[2]}",
        "shift words",
        "(( CURRENT-- ))",
        'case "$command" in',
    )
    for command in commands():
        arguments = (*command.arguments, language_option())
        yield f"    {command.name}) _arguments {' '.join(_zsh_argument(argument) for argument in arguments)} ;;"
    yield from ("    *) _files ;;", "esac")


def _zsh_argument(argument: Argument) -> str:
    words = argument.choices or (KINDS if argument.hint == "kind" else ())
    action = f"({' '.join(words)})" if words else _ZSH_PLACES.get(argument.hint, " ")
    if not argument.is_option:
        place = "*" if argument.nargs in ("*", "+") else ""
        return _quoted(f"{place}:{argument.names[0]}:{action}")
    told = argument.help.replace("[", "(").replace("]", ")").replace(":", " ")
    value = f":{argument.value}:{action}" if argument.value else ""
    return " ".join(_quoted(f"{name}[{told}]{value}") for name in argument.names)


def _fish() -> Iterator[str]:
    for command in commands():
        yield f"complete -c tourview -n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}"
    for command in commands():
        condition = _quoted(f"__fish_seen_subcommand_from {command.name}")
        for argument in (*command.arguments, language_option()):
            yield from _fish_argument(argument, condition)


def _fish_argument(argument: Argument, condition: str) -> Iterator[str]:
    words = argument.choices or (KINDS if argument.hint == "kind" else ())
    choice = f" -f -a {_quoted(' '.join(words))}" if words else ""
    if not argument.is_option:
        if words:
            yield f"complete -c tourview -n {condition}{choice}"
        elif argument.hint == "folder":
            yield f"complete -c tourview -n {condition} -f -a '(__fish_complete_directories)'"
        return
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in argument.names)
    needs = " -r" if argument.value else ""
    yield f"complete -c tourview -n {condition} {names}{needs}{choice} -d {_quoted(argument.help)}"


def _valued() -> Iterator[Argument]:
    """Every option that takes a value, once."""
    yield language_option()
    for command in commands():
        yield from (argument for argument in command.arguments if argument.is_option and argument.value)


def _words(command: Command) -> str:
    """What may follow a command, beside files: its options and the words it is limited to."""
    options = [
        name for argument in (*command.arguments, language_option()) if argument.is_option for name in argument.names
    ]
    choices = [word for argument in command.arguments if not argument.is_option for word in argument.choices]
    return " ".join((*choices, *options, "--help"))


def _quoted(text: str) -> str:
    """In single quotes, as the three shells have them; fish knows no way to end and begin anew without a gap."""
    return "'" + text.replace("'", "’") + "'"
