"""Strict access to the fields of a YAML mapping: every mistake is named with its line, column and field."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from math import isfinite
from typing import NoReturn

from tourview.i18n import _, listed
from tourview.readers.yaml.tree import Listing, Mapping, Node, Scalar
from tourview.report import ReportError, Span

_LONGEST_WORD = 40
_MOST_CHOICES = 1000
"""Beyond these, looking for what is near would take long and help nobody."""
_OFFSET = re.compile(r"[0-9]{1,15}")
_INTEGER = re.compile(r"-?[0-9]{1,4000}")
_NUMBER = re.compile(r"[-+]?([0-9]{1,400}(\.[0-9]{0,400})?|\.[0-9]{1,400})([eE][-+]?[0-9]{1,4})?")


class Record:
    """A mapping whose keys are known.

    Raises:
        ReportError: On construction, if the node is no mapping or has a key that is not among `known`.
    """

    def __init__(self, name: str, node: Node, field: str, known: Sequence[str]) -> None:
        self.name = name
        self.node = node
        if not isinstance(node, Mapping):
            refuse(name, node, field, _("a mapping of names to values is wanted here"))
        for key, (place, _value) in node.items.items():
            if key not in known:
                message = _("not a field here; use one of {fields}").format(fields=listed(known))
                refuse(name, place, key, message + did_you_mean(key, known))
        self._items = node.items

    def node_of(self, field: str) -> Node | None:
        """The value of a field; None where it is not stated or null."""
        entry = self._items.get(field)
        if entry is None or (isinstance(entry[1], Scalar) and entry[1].null):
            return None
        return entry[1]

    def states(self, field: str) -> bool:
        """Whether the field is there, be it null."""
        return field in self._items

    def text(self, field: str) -> str | None:
        """A field's text; None where it is not stated or null."""
        node = self.node_of(field)
        return None if node is None else self._scalar(node, field).text

    def required_text(self, field: str) -> str:
        """A field's text.

        Raises:
            ReportError: If it is not stated.
        """
        text = self.text(field)
        if text is None:
            self.refuse_missing(field)
        return text

    def texts(self, field: str) -> tuple[str, ...]:
        """A field's list of texts; empty where it is not stated."""
        return tuple(scalar.text for scalar in self.scalars(field))

    def scalars(self, field: str) -> tuple[Scalar, ...]:
        """A field's list of texts with their places; empty where it is not stated."""
        return tuple(self._scalar(node, field) for node in self.nodes(field))

    def nodes(self, field: str) -> Sequence[Node]:
        """A field's list; empty where it is not stated."""
        node = self.node_of(field)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            refuse(self.name, node, field, _("a list is wanted here, each entry after a dash"))
        return node.items

    def records(self, field: str, known: Sequence[str]) -> "Iterator[Record]":
        """A field's list of mappings."""
        return (Record(self.name, node, field, known) for node in self.nodes(field))

    def choice(self, field: str, choices: Sequence[str], default: str) -> str:
        """A field's text, one of a few."""
        text = self.text(field)
        if text is None:
            return default
        if text not in choices:
            self.refuse(field, not_one_of(text, choices))
        return text

    def number(self, field: str) -> float | None:
        """A field's number, an int where it is written as one; None where it is not stated."""
        text = self.text(field)
        if text is None:
            return None
        if _INTEGER.fullmatch(text):
            return int(text)
        number = float(text) if _NUMBER.fullmatch(text) else None
        if number is None:
            self.refuse(field, _("'{text}' is not a number").format(text=text))
        if not isfinite(number):
            self.refuse(field, _("'{text}' is beyond the numbers a computer counts with").format(text=text))
        return number

    def span(self, field: str) -> Span | None:
        """A field's two offsets, [start, end]; None where they are not stated."""
        offsets = [scalar.text for scalar in self.scalars(field)]
        if not offsets:
            return None
        if len(offsets) != 2 or not all(_OFFSET.fullmatch(text) for text in offsets):
            self.refuse(field, _("two whole numbers are wanted here, [start, end]"))
        return int(offsets[0]), int(offsets[1])

    def refuse(self, field: str, message: str) -> NoReturn:
        """Say what is wrong with a field, at its value if it has one.

        Raises:
            ReportError: Always.
        """
        entry = self._items.get(field)
        refuse(self.name, entry[1] if entry else self.node, field, message)

    def refuse_missing(self, field: str) -> NoReturn:
        """Say that a field is missing or empty.

        Raises:
            ReportError: Always.
        """
        self.refuse(field, _("it must be stated, and not be empty"))

    def _scalar(self, node: Node, field: str) -> Scalar:
        if not isinstance(node, Scalar):
            refuse(self.name, node, field, _("text is wanted here; put it in quotes if it holds : # [ or {"))
        return node


def refuse(name: str, node: Node, field: str, message: str) -> NoReturn:
    """Say what is wrong at a node.

    Raises:
        ReportError: Always.
    """
    line = " ".join(f"{field}: {message}".split())
    raise ReportError(name, line, node.line, node.column)


def not_one_of(text: str, choices: Sequence[str], near: Sequence[str] = ()) -> str:
    """The message that a text is none of a few, with the nearest of them, or of `near`, if one is near."""
    message = _("'{text}' is not one of {choices}").format(text=text, choices=listed(choices))
    return message + did_you_mean(text, near or choices)


def did_you_mean(text: str, choices: Sequence[str]) -> str:
    """The clause that suggests the nearest of a few words; empty where none is near."""
    if len(text) > _LONGEST_WORD or len(choices) > _MOST_CHOICES:
        return ""
    close = get_close_matches(text.lower(), choices, n=1)
    return _("; did you mean {word}?").format(word=close[0]) if close else ""
