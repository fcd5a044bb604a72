"""Markdown (CommonMark with tables): headings state their depth, marks are left out of the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tourview.readers.document import Block, Document
from tourview.readers.encoding import Progress, decode
from tourview.readers.front_matter import front_matter
from tourview.readers.markdown_inline import visible_parts
from tourview.readers.markdown_source import Portion, portions
from tourview.readers.slices import joined, single, unwrapped
from tourview.report import Source, Span

_DECODING = 0.1  # the share of the work that decoding is
_LONGEST_HEADING = 120  # code points; a longer one is a paragraph above a rule of ---
_NUMBER = re.compile(r"\d{1,9}[.)][ \t]+$")
_ITEM = re.compile(
    r"第?[一二三四五六七八九十百]{1,4}(?:[、.．，,]|是|章|节|部分)|[(（][一二三四五六七八九十\d]{1,4}[)）]"
)
_SENTENCE_END = ("。", "！", "？", "；", "：", "”")
_GOES_ON = ("，", "、", ",", "；")
_SHORT = 40  # code points of a heading that its paragraph follows without a blank line


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the words of a block lie: lines of a portion, and the content that the block rules made of them."""

    lines: range
    content: str | None = None
    depth: int | None = None
    numbered: bool = False


def read_markdown(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document a Markdown file holds.

    Headings, paragraphs, list items, quotations, rows of tables and code become blocks; an ordered item keeps its
    number. Front matter may state the title.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If the data cannot be read as text; see `encoding.decode`.
    """
    text = decode(data, name, None if progress is None else lambda share: progress(_DECODING * share))
    title, start = front_matter(text)
    blocks = tuple(_blocks(text, start, progress))
    return Document(text, blocks, Source(name, sha256(data).hexdigest()), title)


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
    row = False
    for token in tokens:
        lines = range(*token.map) if token.map else range(0)
        if token.type == "inline" and not row:
            depth = int(above.tag[1:]) if above and above.type == "heading_open" else None
            numbered = item is not None and item.info.isdecimal() and (item.map or [-1])[0] == lines.start
            yield _Words(lines, token.content, depth, numbered)
            item = None
        elif token.type == "tr_open":
            row = True
            yield _Words(lines)
        elif token.type == "tr_close":
            row = False
        elif token.type == "list_item_open":
            item = token
        elif token.type == "fence":
            yield _Words(range(lines.start + 1, max(lines.start + 1, lines.stop - 1)))
        elif token.type == "html_block" and not token.content.lstrip().startswith("<!--"):
            yield _Words(lines)
        elif token.type == "code_block":
            for line in lines:
                yield _Words(range(line, line + 1))
        above = token


def _as_blocks(parser: MarkdownIt, env: dict[str, Any], text: str, portion: Portion, words: _Words) -> Iterator[Block]:
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
    for paragraph in _paragraphs(text, spans):
        yield Block(joined(text, unwrapped(text, paragraph)))


def _number_before(text: str, portion: Portion, line: int, start: int) -> list[Span]:
    """The number of an ordered item, with the blank after it, where it stands right before the words."""
    begin = portion.starts[line]
    found = _NUMBER.search(text[begin:start])
    return [(begin + found.start(), start)] if found else []


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
