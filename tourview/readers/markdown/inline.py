"""The words of a Markdown paragraph and where they lie: emphasis, links' addresses, backticks and tags left out.

markdown-it tells what the words are but not where; so each word is looked for in the source from where the last one
ended, and what lies between must be nothing but markup. Where that fails, the paragraph stays as it is written.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tourview.report import Span

_LONGEST = 1 << 14  # code points of a paragraph whose marks are looked for
_MOST_BRACKETS = 400  # beyond that looking for links takes too long
_MARK = re.compile(r"[*_`\[\]<>\\&!~]")
_TRIES = 8  # places at which a word is tried
_MARKUP = re.compile(
    r"(?:[*_~`\\<> \t\n]|!?\[|\](?>\((?:[^()\\]|\\.|\([^()]*\))*+\)|\[[^\]]*\])?+)*+",  # never goes back: linear
    re.DOTALL,
)


def is_markup(text: str) -> bool:
    """Whether the text can be nothing but marks between words: `**`, `](http://…)`, a backtick."""
    return _MARKUP.fullmatch(text) is not None


def visible_parts(parser: MarkdownIt, content: str, env: dict[str, Any]) -> list[Span] | None:
    """The parts of a paragraph's content that are its words, as [start, end); None where they cannot be told.

    Args:
        parser: Its inline rules apply.
        content: The paragraph as the block rules left it: lines joined by LF.
        env: The link definitions found so far.
    """
    if not _MARK.search(content):
        return [(0, len(content))]
    if len(content) > _LONGEST or content.count("[") > _MOST_BRACKETS:
        return None
    children: list[Token] = []
    parser.inline.parse(content, parser, env, children)
    parts: list[Span] = []
    on_one_line = content.replace("\n", " ")
    at = 0
    for piece, shown in _pieces(children):
        found = _found(content if "\n" in piece else on_one_line, piece, at)
        if found is None:
            return None
        at = found + len(piece)
        if shown:
            parts.append((found, at))
    return parts


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """The stretches of source that the tokens stand for, and whether a reader sees them."""
    for token in tokens:
        if token.type == "image":
            yield from _pieces(token.children or [])
        elif token.type == "html_inline":
            yield token.content, False
        elif token.type == "text_special" and token.info == "entity":
            yield token.markup, True
        elif token.content and token.type in ("text", "text_special", "code_inline"):
            yield token.content, True


def _found(content: str, piece: str, start: int) -> int | None:
    """Where the piece stands at or after `start`, with nothing but markup before it."""
    at = start - 1
    for _try in range(_TRIES):
        at = content.find(piece, at + 1)
        if at < 0:
            return None
        if is_markup(content[start:at]):
            return at
    return None
