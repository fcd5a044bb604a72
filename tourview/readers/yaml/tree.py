"""YAML 1.1 as a tree of places and words: nothing is constructed, no tag or alias is followed.

The parser's events are read one by one, so that no depth of nesting costs stack and an error stops the reading at its
place. Values stay the text they were written as: `2014-07`, `yes` and `0x1f` are words like any other.
"""

import re
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from tourview.i18n import _
from tourview.readers.yaml.json_problems import is_json, problem_of_json
from tourview.readers.yaml.problems import told
from tourview.report import Progress, ReportError

MAX_DEPTH = 64
"""Containers inside one another; a section takes two, so that 31 levels of sections fit."""

_TOLD_EVERY = 4096
_PORTION = 1 << 18
"""Characters looked at in one call, so that another thread is not kept waiting."""
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a YAML stream must not hold unescaped (YAML 1.1, 5.1)."""
_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value: its text, where it stands (from 1), and whether it is YAML's null."""

    text: str
    line: int
    column: int
    null: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence and where it begins."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping and where it begins; the keys with their places, in the order they are written."""

    line: int
    column: int
    items: "dict[str, tuple[Scalar, Node]]" = field(default_factory=dict)


Node = Scalar | Listing | Mapping


def read_tree(text: str, name: str, progress: Progress | None = None) -> Mapping:
    """The tree a YAML text holds: a mapping, since every report is one.

    Args:
        text: The text, without BOM.
        name: What the file is called in an error.
        progress: Told the share of the text read, from 0 to 1, now and then.

    Raises:
        ReportError: At the place of a mistake in the YAML, a second document, a tag, an anchor, an alias, a repeated
            key, a key that is not text, a character YAML forbids, or nesting deeper than `MAX_DEPTH`.
    """
    _check_printable(text, name)
    grower = _Grower(name)
    total = max(1, len(text))
    try:
        for number, event in enumerate(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))):
            grower.take(event)
            if progress and number % _TOLD_EVERY == 0:
                progress(min(1.0, event.start_mark.index / total) if event.start_mark else 0.0)
    except yaml.MarkedYAMLError as error:
        _refuse_syntax(name, error, text)
    if grower.root is None:
        raise ReportError(name, _("it is empty; a report needs a title and sections"))
    return grower.root


class _Grower:
    """Grows the tree from the parser's events."""

    def __init__(self, name: str) -> None:
        self.root: Mapping | None = None
        self._name = name
        self._open: list[Listing | Mapping] = []
        self._keys: list[Scalar | None] = []
        """For each open container the key that waits for its value; None for a sequence or between entries."""

    def take(self, event: yaml.Event) -> None:
        """Take the next event.

        Raises:
            ReportError: If it is one a report has no use for.
        """
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(event, _("a second document; a file holds one report"))

    def _take_node(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse(event, _("anchors and aliases (& and *) are not allowed; write the text out, or quote it"))
        line, column = _start(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event, event.tag)
            plain = event.implicit[0] and event.style in (None, "")
            self._place(Scalar(event.value, line, column, plain and event.value in _NULLS), event)
            return
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse_tag(event, event.tag)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, _("nested deeper than {depth} levels").format(depth=MAX_DEPTH))
        container = Mapping(line, column) if isinstance(event, yaml.MappingStartEvent) else Listing(line, column)
        self._place(container, event)
        self._open.append(container)
        self._keys.append(None)

    def _place(self, node: Node, event: yaml.NodeEvent) -> None:
        if not self._open:
            if not isinstance(node, Mapping):
                self._refuse(event, _("a report is a mapping of names to values: title, sections and so on"))
            self.root = node
            return
        container = self._open[-1]
        if isinstance(container, Listing):
            container.items.append(node)
            return
        key = self._keys[-1]
        if key is not None:
            container.items[key.text] = key, node
            self._keys[-1] = None
            return
        if not isinstance(node, Scalar):
            self._refuse(event, _("a key must be a word"))
        if node.text in container.items:
            first = container.items[node.text][0].line
            self._refuse(event, _("{field}: stated twice; first in line {line}").format(field=node.text, line=first))
        self._keys[-1] = node

    def _refuse_tag(self, event: yaml.Event, tag: str | None) -> None:
        if tag is not None:
            self._refuse(event, _("tags ({tag}) are not allowed; write plain text").format(tag=tag))

    def _refuse(self, event: yaml.Event, message: str) -> NoReturn:
        raise ReportError(self._name, message, *_start(event))


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _check_printable(text: str, name: str) -> None:
    for start in range(0, len(text), _PORTION):
        found = _UNPRINTABLE.search(text, start, start + _PORTION)
        if found:
            message = _("the character U+{code:04X} is not allowed in YAML; write it as an escape in double quotes")
            raise ReportError(name, message.format(code=ord(found[0])), *_place(text, found.start()))


def _refuse_syntax(name: str, error: yaml.MarkedYAMLError, text: str) -> NoReturn:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if is_json(text):
        problem, place = problem_of_json(text, place)
        raise ReportError(name, _("not valid JSON: {problem}").format(problem=problem), *place) from None
    message = _("not valid YAML: {problem}").format(problem=told(error.problem or error.context or ""))
    raise ReportError(name, message, *place) from None


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
