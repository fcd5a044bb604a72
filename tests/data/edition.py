"""The bundled report's two editions as plain YAML data, without the program's own reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tourview.bundled import bundled_path

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Entry:
    """One section, at its place in the tree."""

    ref: str
    id: str
    label: str
    heading: str
    kind: str | None
    paragraphs: tuple[str, ...]
    is_leaf: bool

    @property
    def own_text(self) -> str:
        """The heading and the section's own paragraphs."""
        return "\n".join((self.heading, *self.paragraphs))


@dataclass(frozen=True)
class Edition:
    """One edition: its top-level fields and its sections by ref, in reading order."""

    language: str
    fields: Mapping[str, Any]
    entries: Mapping[str, Entry]

    @property
    def text(self) -> str:
        """All headings and paragraphs."""
        return "\n".join(entry.own_text for entry in self.entries.values())


@cache
def edition(language: str) -> Edition:
    """The edition in `zh` or `en`."""
    fields = yaml.safe_load(bundled_path(language).read_text("utf-8"))
    soft_break = "" if language == "zh" else " "
    found = {entry.ref: entry for entry in _entries(fields["sections"], "", 0, soft_break)}
    return Edition(language, fields, found)


def _entries(sections: list[Mapping[str, Any]], above: str, first: int, soft_break: str) -> Iterator[Entry]:
    for number, section in enumerate(sections, first):
        ref = f"{above}{number}"
        children = section.get("children", [])
        yield Entry(
            ref=ref,
            id=section["id"],
            label=section.get("label", ""),
            heading=section["heading"],
            kind=section.get("kind"),
            paragraphs=tuple(text.replace("\n", soft_break) for text in section.get("paragraphs", [])),
            is_leaf=not children,
        )
        yield from _entries(children, f"{ref}.", 1, soft_break)
