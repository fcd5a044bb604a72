"""Plain text: every line that is not blank is a block, but lines that were wrapped at a width become one again."""

from collections.abc import Iterator
from hashlib import sha256

from tourview.readers.document import Block, Document
from tourview.readers.encoding import decode
from tourview.readers.slices import joined, single, unwrapped
from tourview.readers.wrapping import Wrapping, wrapping_of
from tourview.report import Progress, Source, Span

_DECODING = 0.4  # the share of the work that decoding is
_LINES = 4096  # lines between two words of progress


def read_text(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document a plain text file holds.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If the data cannot be read as text; see `encoding.decode`.
    """
    text = decode(data, name, None if progress is None else lambda share: progress(_DECODING * share))
    wrapping = wrapping_of(text)
    blocks = tuple(_paragraphs(text, wrapping, progress) if wrapping else _lines_as_blocks(text, progress))
    return Document(text, blocks, Source(name, sha256(data).hexdigest()))


def lines(text: str, progress: Progress | None = None) -> Iterator[tuple[int, int, int]]:
    """Each line that is not blank: where it begins, and its words without surrounding blanks as [start, end)."""
    at, number = 0, 0
    length = len(text)
    while at < length:
        newline = text.find("\n", at)
        after = length if newline < 0 else newline
        line = text[at:after]
        words = line.strip()
        if words:
            start = at + line.find(words)
            yield at, start, start + len(words)
        at = after + 1
        number += 1
        if progress and (number % _LINES == 0 or at >= length):
            progress(_DECODING + (1 - _DECODING) * min(at, length) / length)


def _lines_as_blocks(text: str, progress: Progress | None) -> Iterator[Block]:
    for _at, start, end in lines(text, progress):
        yield Block(single(text, start, end))


def _paragraphs(text: str, wrapping: Wrapping, progress: Progress | None) -> Iterator[Block]:
    waiting: list[Span] = []
    before = 0
    for at, start, end in lines(text, progress):
        if waiting and not wrapping.continues(text, before, waiting[-1], at, (start, end)):
            yield Block(joined(text, unwrapped(text, waiting)))
            waiting = []
        waiting.append((start, end))
        before = at
    if waiting:
        yield Block(joined(text, unwrapped(text, waiting)))
