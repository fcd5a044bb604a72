"""What a call of `tourview search` asks for: the query, the kinds and the numbers in its words."""

import re
from dataclasses import dataclass

from tourview.cli.errors import UsageError
from tourview.cli.grammar import kind_word
from tourview.cli.numbers import number_of
from tourview.cli.terminal import complain
from tourview.i18n import _, listed
from tourview.report import Kind, fold, kind_named
from tourview.search import Query, parse

_COMMAS = re.compile("[,，、]")


@dataclass(frozen=True, slots=True)
class Request:
    """What is looked for, and how much of it is shown.

    Attributes:
        query: The query.
        kinds: The kinds to keep to, besides those the query names; None for any.
        limit: The most hits that are shown; None for all.
        context: How many paragraphs are shown before and after those with hits; None for an excerpt instead.
    """

    query: Query
    kinds: frozenset[Kind] | None = None
    limit: int | None = None
    context: int | None = None


def request(query: str, kinds: str | None, limit: str | None, context: str | None) -> Request:
    """What the words of a call ask for; what the query leaves out is told on standard error.

    Raises:
        UsageError: If one of them makes no sense.
    """
    wanted = _kinds(kinds)
    numbers = _number("--limit", limit), _number("--context", context)
    return Request(_query(query), wanted, *numbers)


def _query(text: str) -> Query:
    query = parse(text)
    ignored = listed(f"{part} ({_why_ignored(part)})" for part in query.ignored)
    if query.empty and ignored:
        message = _("tourview search: nothing is left to search for: {parts}; see tourview search --help")
        raise UsageError(message.format(parts=ignored))
    if query.empty:
        raise UsageError(_("tourview search: there is nothing to search for; write a word or a phrase"))
    if ignored:
        complain(_("tourview search: left out of the query: {parts}").format(parts=ignored))
    return query


def _why_ignored(part: str) -> str:
    """Why a part of a query means nothing."""
    if not parse(part).ignored:  # it would mean something, were it not excluded
        return _("only words and phrases can be excluded")
    if part.startswith(("@", "＠")):
        return _("it names no kind; the kinds are {kinds}").format(kinds=listed(kind_word(kind) for kind in Kind))
    if part.startswith(("in:", "在:")):
        return _("it names no section, as in:1.3 does")
    if part.startswith(("has:", "有:")):
        return _("a section has a figure, link, notice or site")
    if fold(part).lstrip("-").startswith('"'):
        return _("the quotation mark is not closed, and no word follows it")
    return _("it has nothing to exclude") if fold(part) == "not" else _("it has nothing to join")


def _kinds(text: str | None) -> frozenset[Kind] | None:
    if text is None:
        return None
    kinds: set[Kind] = set()
    for name in _COMMAS.split(text):
        kind = kind_named(name)
        if kind is None:
            known = listed(f"{kind.value} {kind.chinese}" for kind in Kind)
            raise _wrong("--in", _("'{text}' is not one of {choices}").format(text=name, choices=known))
        kinds.add(kind)
    return frozenset(kinds)


def _number(option: str, text: str | None) -> int | None:
    try:
        return None if text is None else number_of(text)
    except ValueError as error:
        raise _wrong(option, str(error)) from None


def _wrong(option: str, problem: str) -> UsageError:
    return UsageError(f"tourview search: {option}: {problem}")
