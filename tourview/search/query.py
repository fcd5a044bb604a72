"""What a person asks for, from what they typed.

The language is small: words separated by blanks must all be there; `"a phrase"` stands together; `-word` and
`-"a phrase"` must not be there; `@lesson` keeps to the sections of a kind. Anything can be typed halfway, so every text
is a query and none is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tourview.report import Kind, fold
from tourview.search.quantity import loose_gaps

_TOKEN = re.compile(r'(?P<minus>-*)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)|)')
"""A token of the folded query: quotation marks of every style have become `"` there, and full-width signs ASCII."""


_COMMAS = re.compile("[,，、]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, a phrase or a quantity to look for.

    Attributes:
        text: As typed, without quotation marks.
        parts: Its words, folded, in the order they must follow each other; none is empty or holds a blank.
        loose: For each gap between two parts, whether it may be empty: it may between a number and its unit. Any
            blanks fit any gap.
    """

    text: str
    parts: tuple[str, ...]
    loose: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for.

    Attributes:
        text: As typed.
        terms: What a section must hold, each once.
        excluded: What it must not hold.
        kinds: The kinds it may be of; empty for any.
        ignored: Scopes that name no kind, as typed, and have no effect.
    """

    text: str
    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    ignored: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked. A kind or an exclusion alone is a question: which sections are like that?"""
        return not (self.terms or self.excluded or self.kinds)


class _Token(NamedTuple):
    text: str
    words: tuple[str, ...]
    excluding: bool
    quoted: bool
    start: int
    end: int

    @property
    def scope(self) -> bool:
        return not self.quoted and self.words[0].startswith("@")


def parse(text: str) -> Query:
    """What `text` asks for. Never raises: what is unfinished or without sense is left out.

    - Words separated by blanks must all be there. A number, a blank and 万, 亿 or a unit are one word, found with any
      blanks or none inside.
    - `"…"`, `“…”`, `「…」` hold a phrase, to the end if they are not closed; a blank in it stands for any blanks.
    - `-` before a word or phrase excludes it.
    - `@` and the name of a kind, in Chinese, in English or begun (`@启`, `@les`), keeps to sections of that kind, or of
      any of several, which may share an `@` (`@启示、差距`). A name of no kind is noted in `Query.ignored`; so is an
      excluded scope.
    - Full-width signs, as a Chinese input method types them, do the same.
    """
    terms: dict[tuple[object, ...], Term] = {}
    excluded: dict[tuple[object, ...], Term] = {}
    kinds: set[Kind] = set()
    ignored: list[str] = []
    for token in _with_quantities(list(_tokens(text)), text):
        if token.scope:
            for name in filter(None, _COMMAS.split(token.text[1:])):
                kind = None if token.excluding else _kind_begun(fold(name))
                if kind is not None:
                    kinds.add(kind)
                else:
                    ignored.append(token.text[0] + name)
        else:
            term = Term(token.text, token.words, loose_gaps(token.words))
            (excluded if token.excluding else terms).setdefault((term.parts, term.loose), term)
    return Query(text, tuple(terms.values()), tuple(excluded.values()), frozenset(kinds), tuple(ignored))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(fold(text)):
        name = match.lastgroup or ""
        words = () if name == "minus" else tuple(match[name].split())
        if words:
            begin, end = match.span(name)
            yield _Token(text[begin:end].strip(), words, bool(match["minus"]), name == "phrase", begin, end)


def _with_quantities(tokens: list[_Token], text: str) -> Iterator[_Token]:
    """The tokens, a number and the unit that follows it as bare words being one."""
    waiting: _Token | None = None
    for token in tokens:
        if waiting is not None and not (waiting.quoted or token.quoted or token.excluding):
            words = waiting.words + token.words
            if loose_gaps(words)[-1]:
                joined = text[waiting.start : token.end]
                waiting = _Token(joined, words, waiting.excluding, False, waiting.start, token.end)
                continue
        if waiting is not None:
            yield waiting
        waiting = token
    if waiting is not None:
        yield waiting


def _kind_begun(name: str) -> Kind | None:
    """The one kind whose English name begins so, or whose Chinese name has `name` in it."""
    if not name:
        return None
    found = [kind for kind in Kind if kind.plural.startswith(name) or name in kind.chinese]
    return found[0] if len(found) == 1 else None
