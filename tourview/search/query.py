"""What a person asks for, from what they typed.

The language is small: words separated by blanks must all be there; `A AND B` says the same; `A OR B` is either;
`"a phrase"` stands together; `-word`, `-"a phrase"` and `NOT word` must not be there; `@lesson` keeps to the sections
of a kind, `in:1.3` to those of a part, `report:` to the reports of a name, `has:figure` to what states a figure.
Anything can be typed halfway, so every text is a query and none is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tourview.report import Kind, fold
from tourview.search.quantity import loose_gaps

_TOKEN = (
    r'(?P<minus>-*)(?:(?P<name>[a-z\u4e00-\u9fff]{1,8}):(?P<value>"[^"]*"?|[^\s"]*)'
    r'|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)|)'
)
"""A token of the folded query: quotation marks of every style have become `"` there, and full-width signs ASCII.

Expressions of this room stand as texts, which `re` compiles, and keeps, when they are first used: nobody has typed
anything when the screen starts.
"""
_COMMAS = "[,，、]"
_JOINING = {
    **dict.fromkeys(("OR", "ＯＲ", "|", "｜", "||"), "or"),
    **dict.fromkeys(("AND", "ＡＮＤ"), "and"),
    **dict.fromkeys(("NOT", "ＮＯＴ"), "not"),
}
"""What stands between words, or before one, in place of a word; small letters are words."""
_SCOPES = {"in": "in", "在": "in", "report": "report", "报告": "report", "has": "has", "有": "has"}
_REF = r"\d{1,4}(?:\.\d{1,4})*"
FEATURES = {"figure": "数字", "link": "对应", "notice": "旁注", "site": "考察点"}
"""What a section may have, and what it is called in Chinese."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, a phrase or a quantity to look for.

    Attributes:
        text: As typed, without quotation marks.
        parts: Its words, folded, in the order they must follow each other; none is empty or holds a blank.
        loose: For each gap between two parts, whether it may be empty: it may between a number and its unit. Any
            blanks fit any gap.
        quoted: Whether it stood in quotation marks: then it is taken literally, never as pinyin.
    """

    text: str
    parts: tuple[str, ...]
    loose: tuple[bool, ...]
    quoted: bool = False


@dataclass(frozen=True)
class Query:
    """What to look for.

    Attributes:
        text: As typed.
        groups: What a section must hold: of each group at least one term.
        excluded: What it must not hold.
        kinds: The kinds it may be of; empty for any.
        within: Refs of the sections it may be, or be inside of; empty for any.
        reports: Folded words that the report's title or file name may hold; empty for any.
        features: What it must have, of `FEATURES`.
        ignored: Parts that mean nothing here, as typed; they have no effect.
    """

    text: str
    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    within: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every term that is wanted, whatever its group, each once."""
        return tuple(dict.fromkeys(term for group in self.groups for term in group))

    @property
    def empty(self) -> bool:
        """Whether nothing is asked. A scope or an exclusion alone is a question: which sections are like that?"""
        return not (self.groups or self.excluded or self.scoped)

    @property
    def scoped(self) -> bool:
        """Whether the query keeps to some of the sections."""
        return bool(self.kinds or self.within or self.reports or self.features)

    def admits_report(self, title: str, name: str) -> bool:
        """Whether the query looks into a report of this title, or in a file of this name."""
        return not self.reports or any(word in fold(text) for word in self.reports for text in (title, name))

    def admits_ref(self, ref: str) -> bool:
        """Whether the query looks into the section with this ref."""
        return not self.within or any(ref == part or ref.startswith(f"{part}.") for part in self.within)


class _Token(NamedTuple):
    text: str
    words: tuple[str, ...]
    excluding: bool
    quoted: bool
    start: int
    end: int
    scope: str = ""
    unfinished: bool = False

    @property
    def joining(self) -> str:
        """`or`, `and`, `not`; empty for what is no such word."""
        return "" if self.quoted or self.excluding else _JOINING.get(self.text, "")


def parse(text: str) -> Query:
    """What `text` asks for. Never raises: what is unfinished or without sense is left out, and told.

    - Words separated by blanks, or by `AND`, must all be there. A number, a blank and 万, 亿 or a unit are one word,
      found with any blanks or none inside.
    - `A OR B`, or `A | B`, is either of the two, or of more; it binds closer than the blank.
    - `"…"`, `“…”`, `「…」` hold a phrase, to the end if they are not closed; a blank in it stands for any blanks. One
      that is not closed and has no letter or digit yet means nothing.
    - `-` or `NOT` before a word or phrase excludes it; `A AND NOT B` as well.
    - `@` and the name of a kind, in Chinese, in English or begun (`@启`, `@les`), keeps to sections of that kind, or of
      any of several, which may share an `@` (`@启示、差距`).
    - `in:1.3` keeps to the section with that ref and those inside it; `report:` to reports that have the word or
      `"phrase"` in their title or file name; `has:figure` (link, notice, site) to sections that have one. In Chinese
      `在:`, `报告:`, `有:数字`. Several of one sort are alternatives, but what a section has it must have all.
    - Full-width signs, as a Chinese input method types them, do the same.

    What means nothing is noted in `Query.ignored`: a name of no kind, an excluded scope, an OR or AND with nothing to
    join, a NOT with nothing to exclude, a quotation mark with nothing behind it.
    """
    reading = _Reading()
    for token in _with_quantities(list(_tokens(text)), text):
        reading.take(token)
    return reading.query(text)


class _Reading:
    """A query while its tokens are being read."""

    def __init__(self) -> None:
        self._groups: list[dict[tuple[object, ...], Term]] = []
        self._excluded: dict[tuple[object, ...], Term] = {}
        self._kinds: set[Kind] = set()
        self._within: dict[str, None] = {}
        self._reports: dict[str, None] = {}
        self._features: set[str] = set()
        self._ignored: list[str] = []
        self._begun = False
        self._joinable = False
        self._joint: _Token | None = None
        self._denial: _Token | None = None

    def take(self, token: _Token) -> None:
        """Read one token more."""
        if token.joining == "not":
            self._deny(token)
        elif token.joining:
            self._join(token)
        elif token.unfinished:
            self._drop_joints()
            self._ignored.append(token.text)
        else:
            if self._denial is not None:
                token = token._replace(excluding=True)
                self._denial = None
            self._begun = True
            if token.scope:
                self._scope(token)
            else:
                self._term(token)

    def query(self, text: str) -> Query:
        """The query, when all tokens are read."""
        self._drop_joints()
        groups = dict.fromkeys(tuple(group.values()) for group in self._groups)
        return Query(
            text,
            tuple(groups),
            tuple(self._excluded.values()),
            frozenset(self._kinds),
            tuple(self._within),
            tuple(self._reports),
            frozenset(self._features),
            tuple(self._ignored),
        )

    def _join(self, token: _Token) -> None:
        self._drop_denial()
        joinable = self._joinable if token.joining == "or" else self._begun
        if self._joint is not None or not joinable:
            self._ignored.append(token.text)
        else:
            self._joint = token

    def _deny(self, token: _Token) -> None:
        self._drop_denial()
        self._denial = token

    def _drop_joints(self) -> None:
        if self._joint is not None:
            self._ignored.append(self._joint.text)
            self._joint = None
        self._drop_denial()

    def _drop_denial(self) -> None:
        if self._denial is not None:
            self._ignored.append(self._denial.text)
            self._denial = None

    def _joined(self, *, either: bool) -> bool:
        """Whether what comes now is joined by an OR, which only what can be an alternative is."""
        joint, self._joint = self._joint, None
        if joint is None or joint.joining == "and":
            return False
        if not either:
            self._ignored.append(joint.text)
        return either

    def _term(self, token: _Token) -> None:
        term = Term(token.text, token.words, loose_gaps(token.words), token.quoted)
        key = term.parts, term.loose
        joined = self._joined(either=not token.excluding)
        if token.excluding:
            self._excluded.setdefault(key, term)
        elif joined:
            self._groups[-1].setdefault(key, term)
        elif not any(list(group) == [key] for group in self._groups):
            self._groups.append({key: term})
        self._joinable = not token.excluding

    def _scope(self, token: _Token) -> None:
        self._joined(either=False)
        self._joinable = False
        if token.excluding:
            self._ignored.append(token.text)
            return
        for value in filter(None, map(str.strip, re.split(_COMMAS, token.words[0]))):
            if not self._keep_to(token.scope, value):
                self._ignored.append(f"@{value}" if token.scope == "@" else f"{token.text.partition(':')[0]}:{value}")

    def _keep_to(self, scope: str, value: str) -> bool:
        """Keep to what a scope says; False if it says nothing."""
        if scope == "@":
            kind = _kind_begun(fold(value))
            self._kinds.update([kind] if kind else [])
            return kind is not None
        if scope == "in":
            known = re.fullmatch(_REF, value) is not None
            self._within.update({value: None} if known else {})
            return known
        if scope == "report":
            self._reports[fold(value)] = None
            return True
        feature = _feature_begun(fold(value))
        self._features.update([feature] if feature else [])
        return feature is not None


def _tokens(text: str) -> Iterator[_Token]:
    for match in re.finditer(_TOKEN, fold(text)):
        excluding = bool(match["minus"])
        scope = _SCOPES.get(match["name"] or "")
        if scope:
            begin, end = match.start("name"), match.end()
            value = text[slice(*match.span("value"))].strip('"“”„‟〝〞「」＂ \u3000')
            yield _Token(text[begin:end].replace("：", ":"), (value,), excluding, False, begin, end, scope)
            continue
        if _is_unfinished(match):
            yield _Token(text[slice(*match.span())].strip(), (), excluding, True, *match.span(), unfinished=True)
            continue
        name = "phrase" if match["phrase"] is not None else "word"
        begin, end = match.span(name) if match[name] is not None else (match.start("name"), match.end())
        words = tuple(fold(text[begin:end]).split()) if begin >= 0 else ()
        if not words:
            continue
        if name == "word" and words[0].startswith("@"):
            yield _Token(text[begin:end], (text[begin + 1 : end],), excluding, False, begin, end, "@")
        else:
            yield _Token(text[begin:end].strip(), words, excluding, name == "phrase", begin, end)


def _is_unfinished(match: re.Match[str]) -> bool:
    """Whether a token is a phrase that is begun: not closed yet, and without a word."""
    phrase = match["phrase"]
    return phrase is not None and match.end() == match.end("phrase") and not any(map(str.isalnum, phrase))


def _with_quantities(tokens: list[_Token], text: str) -> Iterator[_Token]:
    """The tokens, a number and the unit that follows it as bare words being one."""
    waiting: _Token | None = None
    for token in tokens:
        if waiting is not None and not (
            waiting.quoted or waiting.scope or token.quoted or token.scope or token.excluding
        ):
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
    found = [kind for kind in Kind if kind.plural.startswith(name) or name in kind.chinese]
    return found[0] if len(found) == 1 else None


def _feature_begun(name: str) -> str | None:
    """The one feature whose English name, or its plural, begins so, or whose Chinese name has `name` in it."""
    found = [feature for feature, chinese in FEATURES.items() if f"{feature}s".startswith(name) or name in chinese]
    return found[0] if len(found) == 1 else None
