"""Web pages: the article, its paragraphs in the order a browser shows them, without the site around it.

The text is composed: a paragraph a line, a blank line before a heading. What of the site stands amid the article is
kept on lines of its own and told as chrome.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from tourview.i18n import _
from tourview.readers.document import Block, Document
from tourview.readers.html.article import told
from tourview.readers.html.encoding import decode_page
from tourview.readers.html.lines import Line, article_lines
from tourview.readers.html.page import Page
from tourview.readers.html.parsing import laid_out
from tourview.readers.portions import between
from tourview.report import Passage, Progress, ReportError, Source, Span

_DECODED, _LAID_OUT, _FOUND = 0.1, 0.7, 0.9  # the shares of the work done then
_LONGEST_HEADING = 120  # code points
_LARGER = 1.12  # times the size of running text


def read_html(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document that a web page holds.

    Args:
        data: The page, in any encoding, well formed or not.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If it is no text, if its elements are nested too deep, or if no text is on it.
    """
    return read_page(data, name, Source(name, sha256(data).hexdigest()), None, progress)


def read_page(
    data: bytes, name: str, source: Source, charset: str | None = None, progress: Progress | None = None
) -> Document:
    """The document that a web page holds which came in another file; arguments and errors as of `read_html`.

    Args:
        data: The page.
        name: What to call it in an error.
        source: The file it came in.
        charset: The encoding that the file declares of it, if it does.
        progress: Told the share read.
    """
    text = decode_page(data, name, charset, between(progress, 0, _DECODED))
    page = laid_out(text, name, between(progress, _DECODED, _LAID_OUT))
    if not page.paragraphs:
        raise ReportError(name, _no_text(page))
    lines, metadata = article_lines(page, between(progress, _LAID_OUT, _FOUND))
    composed, blocks, chrome = _composed(lines, between(progress, _FOUND, 1))
    if progress:
        progress(1.0)
    return Document(composed, blocks, source, metadata, chrome)


def _no_text(page: Page) -> str:
    if page.frames:
        return _("the page only shows other pages in frames; open the file of the frame that holds the report")
    return _("there is no text on the page; open it in a browser, save what is shown as plain text, and open that")


def _composed(lines: Sequence[Line], progress: Progress | None) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """The text, a paragraph a line; the blocks and the chrome in it."""
    depths = _depths(lines)
    prominent = _prominent(lines)
    parts: list[str] = []
    blocks: list[Block] = []
    chrome: list[Span] = []
    at = 0
    for number, line in enumerate(told(lines, progress)):
        depth = depths[number]
        if depth is not None and parts:
            parts.append("\n")
            at += 1
        words = line.paragraph.text
        if line.chrome:
            chrome.append((at, at + len(words)))
        else:
            blocks.append(Block(Passage(words, ((0, at),)), depth, prominent[number]))
        parts.append(words + "\n")
        at += len(words) + 1
    return "".join(parts), tuple(blocks), tuple(chrome)


def _depths(lines: Sequence[Line]) -> list[int | None]:
    """The depth of each line's heading; none where most of the text is set as headings, to make it large."""
    depths = [
        line.paragraph.depth if len(line.paragraph.text) <= _LONGEST_HEADING and not line.chrome else None
        for line in lines
    ]
    letters = sum(len(line.paragraph.text) for line in lines)
    if 2 * sum(len(line.paragraph.text) for line in lines if line.paragraph.depth is not None) > letters:
        depths = [depth if line.title else None for line, depth in zip(lines, depths, strict=True)]
    return _below_title(lines, depths)


def _below_title(lines: Sequence[Line], depths: list[int | None]) -> list[int | None]:
    """The depths with the title alone at the top, so that it is not taken for the first chapter."""
    place = next((place for place, line in enumerate(lines) if line.title), None)
    if place is None:
        return depths
    others = {depth for number, depth in enumerate(depths) if number != place}
    lower = 1 if 1 in others else 0
    depths = [depth if depth is None else min(6, depth + lower) for depth in depths]
    depths[place] = 1 if place == 0 else None
    return depths


def _prominent(lines: Sequence[Line]) -> list[bool]:
    """Of each line, whether it is set apart: bold, centred or larger, where most of the text is not."""
    sizes: Counter[float] = Counter()
    letters = bold = centred = 0
    for line in lines:
        paragraph, count = line.paragraph, len(line.paragraph.text)
        sizes[paragraph.size] += count
        letters += count
        bold += count * paragraph.bold
        centred += count * paragraph.centred
    usual = sizes.most_common(1)[0][0]
    bold_tells, centred_tells = 2 * bold < letters, 2 * centred < letters
    return [
        len(each.text) <= _LONGEST_HEADING
        and ((each.bold and bold_tells) or (each.centred and centred_tells) or each.size > _LARGER * usual)
        for each in (line.paragraph for line in lines)
    ]
