"""What the names of a page's elements tell: how they stand, which hold articles, which are furniture of the site.

The names are in `html_names.toml`, which people may extend.
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_NAMES = {
    group: frozenset(names.split())
    for group, names in tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8")).items()
}

BLOCKS = _NAMES["blocks"]
"""Elements that stand in lines of their own."""
PLAIN = _NAMES["plain"]
"""Blocks that are paragraphs rather than holders of them, unless they have a name."""
PARTS = _NAMES["parts"]
"""Elements that are a part of an article, however long, never the whole of it."""
UNSEEN = _NAMES["unseen"]
"""Elements whose content is no text of the page."""
WATERMARKS = _NAMES["watermarks"]
"""Classes of text that cannot be seen."""


@lru_cache(4096)
def words_of(names: str) -> frozenset[str]:
    """The words of an element's ids and classes, and each of these as one word without signs and digits."""
    found = set()
    for name in names.split():
        parts = [part.lower() for part in _WORD.findall(name)]
        found.update(parts)
        found.add("".join(part for part in parts if not part.isdigit()))
    return frozenset(found)


def holds_article(tag: str, names: str) -> bool:
    """Whether the element is of those that hold articles."""
    return tag in ("article", "main") or _is_named(names, "articles")


def holds_text(tag: str, names: str) -> bool:
    """Whether the element is of those that hold nothing but an article's text."""
    return tag == "article" or _is_named(names, "texts")


def holds_post(names: str) -> bool:
    """Whether the element holds a message of a forum."""
    return _is_named(names, "posts")


def is_furniture(tag: str, names: str) -> bool:
    """Whether the element is of those that are no part of an article: navigation, buttons, links to others."""
    return tag in _NAMES["furniture_elements"] or _is_named(names, "furniture")


def _is_named(names: str, group: str) -> bool:
    return bool(names) and not _NAMES[group].isdisjoint(words_of(names))
