"""Finds texts for a person's eyes that are written down without `_`, `N_` or `ngettext`."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = {"_", "N_", "ngettext"}

_SHOWN: dict[str, slice] = {
    "Content": slice(0, 1),
    "Option": slice(0, 1),
    "Palette": slice(0, 0),
    "PromptScreen": slice(0, 2),
    "ReportError": slice(1, 2),
    "Static": slice(0, 1),
    "SystemCommand": slice(0, 2),
    "UsageError": slice(0, 1),
    "_refuse": slice(-1, None),
    "assemble": slice(0, None),
    "complain": slice(0, 1),
    "notify": slice(0, 1),
    "print": slice(0, None),
    "refuse": slice(-1, None),
    "styled": slice(0, 1),
    "update": slice(0, 1),
    "write": slice(0, 1),
}
"""Calls that put a text before a person, and which of their arguments do."""

_SHOWN_NAMES = {
    "border_subtitle", "border_title", "description", "help", "hint", "placeholder", "prompt", "sub_title", "title",
}  # fmt: skip
"""Keyword arguments and attributes that hold a text for a person."""

_WORD = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")
_PROSE = re.compile(r"[A-Za-z]{2,}[,;:.']? +[A-Za-z]{2,}|[\u4e00-\u9fff]")


class Literal(NamedTuple):
    """A text in a module's source, and its line."""

    line: int
    text: str


def unmarked(source: str, *, prose: bool = True) -> list[Literal]:
    """The texts of a module that a person may come to read and that no mark takes to the catalogue.

    A word is one where it is handed to what shows it; with `prose`, so is every text of two English words or with a
    Chinese character, wherever it stands. Docstrings are none, nor are the words in a Textual style (`$accent bold`).
    A mark inside an f-string is one as well: the extraction does not see it.
    """
    found = set(_hidden_marks(ast.parse(source)))
    for node in _unmarked_nodes(ast.parse(source)):
        if prose and isinstance(node, ast.Constant):
            found.update(_texts(node, _PROSE))
        for shown in _shown(node):
            for part in _spoken(shown):
                found.update(_texts(part, _WORD))
    return sorted(found)


def _texts(node: ast.Constant, pattern: re.Pattern[str]) -> Iterator[Literal]:
    if isinstance(node.value, str) and pattern.search(node.value) and not re.search(r"\$[a-z]", node.value):
        yield Literal(node.lineno, node.value)


def _unmarked_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it but docstrings and what is marked."""
    yield node
    for child in ast.iter_child_nodes(node):
        docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not docstring and not _is_marked(child):
            yield from _unmarked_nodes(child)


def _hidden_marks(tree: ast.AST) -> Iterator[Literal]:
    for outer in ast.walk(tree):
        if isinstance(outer, ast.JoinedStr):
            marked = (inner for inner in ast.walk(outer) if isinstance(inner, ast.Call) and _is_marked(inner))
            yield from (Literal(call.lineno, ast.unparse(call)) for call in marked)


def _is_marked(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) in _MARKS


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _shown(node: ast.AST) -> Iterator[ast.expr]:
    """What a node puts before a person."""
    if isinstance(node, ast.Call):
        yield from node.args[_SHOWN.get(_name(node.func), slice(0, 0))]
        yield from (word.value for word in node.keywords if word.arg in _SHOWN_NAMES)
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(_target(target) in _SHOWN_NAMES for target in targets):
            yield node.value


def _target(target: ast.expr) -> str:
    return target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""


def _spoken(node: ast.expr) -> Iterator[ast.Constant]:
    """The constants that become part of what an expression says; of a (text, style) pair, the text."""
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
        yield from _spoken(node.elts[0])
    elif isinstance(node, ast.IfExp):
        yield from (*_spoken(node.body), *_spoken(node.orelse))
    elif isinstance(node, ast.Call) and not _is_marked(node):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
            yield from _spoken(node.func.value)
    elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.BoolOp | ast.List | ast.FormattedValue | ast.Starred):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _spoken(child)
