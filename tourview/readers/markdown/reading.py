"""Markdown (CommonMark with tables): headings state their depth, marks are left out of the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tourview.readers.document import Block, Document
from tourview.readers.encoding import decode
from tourview.readers.items import ITEM
from tourview.readers.markdown.front_matter import front_matter
from tourview.readers.markdown.inline import visible_parts
from tourview.readers.markdown.source import Portion, portions
from tourview.readers.slices import joined, single, unwrapped
from tourview.report import Progress, Source, Span

_DECODING = 0.1  # the share of the work that decoding is
_LONGEST_HEADING = 120  # code points; a longer one is a paragraph above a rule of ---
_LISTS = ("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close")
_NUMBER = re.compile(r"(?P<number>\d{1,9}[.)][ \t]{1,8})[*_]{0,3}$")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?:(?!\*\*|__).)+(?P=mark)$")
_ITEM = re.compile(ITEM)
_SENTENCE_END = ("。", "！", "？", "；", "：", "”")
_GOES_ON = ("，", "、", ",", "；")
_SHORT = 40  # code points of a heading that its paragraph follows without a blank line


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the words of a block lie: lines of a portion, and the content that the block rules made of them.

    A row of a table has the contents of its cells instead.
    """

    lines: range
    content: str | None = None
    depth: int | None = None
    numbered: bool = False
    cells: tuple[str, ...] = ()


def read_markdown(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document a Markdown file holds.

    Headings, paragraphs, list items, quotations, rows of tables and code become blocks; an ordered item keeps its
    number. Front matter may state the facts.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If the data cannot be read as text; see `encoding.decode`.
    """
    text = decode(data, name, None if progress is None else lambda share: progress(_DECODING * share))
    metadata, start = front_matter(text)
    blocks = tuple(_blocks(text, start, progress))
    return Document(text, blocks, Source(name, sha256(data).hexdigest()), metadata)


def _blocks(text: str, start: int, progress: Progress | None) -> Iterator[Block]:
    parser = MarkdownIt("commonmark").enable("table")
    env: dict[str, Any] = {}
    for portion in portions(text, start):
        if portion.is_overlong:
            line = portion.line(0)
            yield Block(single(text, *line))
            continue
        tokens: list[Token] = []
        parser.block.parse(portion.text, parser, env, tokens)
        for words in _words(tokens):
            yield from _as_blocks(parser, env, text, portion, words)
        if progress:
            progress(_DECODING + (1 - _DECODING) * portion.end / len(text))


def _words(tokens: Sequence[Token]) -> Iterator[_Words]:
    """The blocks among the tokens of a portion."""
    above: Token | None = None
    item: Token | None = None
    row: list[str] | None = None
    lists = 0
    for token in tokens:
        lines = range(*token.map) if token.map else range(0)
        if token.type == "inline" and row is not None:
            row.append(token.content)
        elif token.type == "inline":
            depth = int(above.tag[1:]) if above and above.type == "heading_open" else None
            numbered = item is not None and item.info.isdecimal() and (item.map or [-1])[0] == lines.start
            yield _Words(lines, token.content, depth, numbered)
            item = None
        elif token.type == "tr_open":
            row, row_lines = [], lines
        elif token.type == "tr_close":
            yield _Words(row_lines, cells=tuple(row or ()))
            row = None
        elif token.type in _LISTS:
            lists += token.nesting
        elif token.type == "list_item_open":  # the items of a list within a list are words of the outer item
            item = token if lists == 1 else None
        else:
            yield from _verbatim(token, lines)
        above = token


def _verbatim(token: Token, lines: range) -> Iterator[_Words]:
    """The blocks of code, and of HTML but for comments."""
    if token.type == "fence":
        yield _Words(range(lines.start + 1, max(lines.start + 1, lines.stop - 1)))
    elif token.type == "html_block" and not token.content.lstrip().startswith("<!--"):
        yield _Words(lines)
    elif token.type == "code_block":
        for line in lines:
            yield _Words(range(line, line + 1))


def _as_blocks(parser: MarkdownIt, env: dict[str, Any], text: str, portion: Portion, words: _Words) -> Iterator[Block]:
    if words.cells:
        row = _row(parser, env, text, portion.line(words.lines.start), words.cells)
        if row:
            yield Block(joined(text, row))
            return
    if words.content is None:
        spans = [portion.line(number, marks="|") for number in words.lines]
        spans = [span for span in spans if span[0] < span[1]]
        if spans:
            yield Block(single(text, spans[0][0], spans[-1][1]))
        return
    places, exact = portion.place(words.content, words.lines)
    parts = visible_parts(parser, words.content, env) if exact else None
    spans = places if parts is None else _trimmed(text, portion.spans(words.content, places, parts))
    if words.numbered and spans:
        spans = [*_number_before(text, portion, words.lines.start, spans[0][0]), *spans]
    if words.depth is not None:
        if spans:
            passage = joined(text, unwrapped(text, spans))
            yield Block(passage, words.depth if len(passage.text) <= _LONGEST_HEADING else None)
        return
    strong = _STRONG.match(words.content.strip()) is not None and not words.numbered
    for paragraph in _paragraphs(text, spans):
        yield Block(joined(text, unwrapped(text, paragraph)), prominent=strong)


def _row(parser: MarkdownIt, env: dict[str, Any], text: str, line: Span, cells: Sequence[str]) -> list[Span] | None:
    """The words of a table's row, with the bars between its cells; None where they cannot be told."""
    start, end = line
    spans: list[Span] = []
    at = start
    for cell in cells:
        written = cell.replace("|", "\\|")  # the block rules take the backslash away
        begin = text.find(written, at, end)
        parts = visible_parts(parser, cell, env) if begin >= 0 else None
        if parts is None:
            return None
        if spans and parts:
            spans.append((at, begin))
        for low, high in parts:
            spans.extend(_unescaped(begin, cell, low, high))
        at = begin + len(written) if cell else at
    return _trimmed(text, [span for span in spans if span[0] < span[1]])


def _unescaped(begin: int, cell: str, low: int, high: int) -> Iterator[Span]:
    """Where the part [low, high) of a cell lies, without the backslash before each of its bars."""
    at = low
    skipped = cell.count("|", 0, low)
    for bar in (place for place in range(low, high) if cell[place] == "|"):
        yield begin + at + skipped, begin + bar + skipped
        at, skipped = bar, skipped + 1
    yield begin + at + skipped, begin + high + skipped


def _number_before(text: str, portion: Portion, line: int, start: int) -> list[Span]:
    """The number of an ordered item, with the blank after it, where it stands right before the words."""
    begin = portion.starts[line]
    found = _NUMBER.search(text[begin:start])
    return [(begin + found.start(), begin + found.end("number"))] if found else []


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    """The spans without blanks at either end of the whole."""
    while spans and not text[spans[0][0] : spans[0][1]].strip():
        spans = spans[1:]
    while spans and not text[spans[-1][0] : spans[-1][1]].strip():
        spans = spans[:-1]
    if spans:
        start, end = spans[0]
        spans[0] = end - len(text[start:end].lstrip()), end
        start, end = spans[-1]
        spans[-1] = start, start + len(text[start:end].rstrip())
    return spans


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The paragraphs that a report has where Markdown sees one, because no blank line parts them.

    Chinese reports saved as Markdown often have a paragraph a line. A new one begins at a marker, after a marked line
    without a sentence end, and after a line that ends a Chinese sentence.
    """
    paragraph: list[Span] = []
    line = ""
    for start, end in spans:
        if paragraph and "\n" in text[paragraph[-1][1] : start]:
            heading = len(line) <= _SHORT and _ITEM.match(line) and not line.endswith(_GOES_ON)
            if heading or line.endswith(_SENTENCE_END) or _ITEM.match(text[start : start + 8]):
                yield paragraph
                paragraph = []
            line = ""
        line += text[start:end]
        paragraph.append((start, end))
    if paragraph:
        yield paragraph
