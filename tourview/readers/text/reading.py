"""Plain text: every line that is not blank is a block, but lines that were wrapped at a width become one again.

What the page or print it was saved from has put among the lines, page numbers and buttons, stands in no block.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from hashlib import sha256

from tourview.readers.chrome.lines import chrome_lines
from tourview.readers.chrome.page_marks import is_page_number, marks_within
from tourview.readers.document import Block, Document
from tourview.readers.encoding import decode
from tourview.readers.portions import between
from tourview.readers.slices import joined, single, unwrapped
from tourview.readers.text.breaks import carried_on, goes_on_overleaf
from tourview.readers.text.rows import Rows
from tourview.readers.text.wrapping import Wrapping, wrapping_of
from tourview.report import Progress, Source, Span

_Mark = tuple[Span, Span]  # where a mark stands, and what is cut out with it
_TOLD = 4096  # lines between two words of progress
_SAMPLE = 1 << 17  # characters by which to tell whether the text was wrapped


def read_text(data: bytes, name: str, progress: Progress | None = None) -> Document:
    """The document a plain text file holds.

    Args:
        data: The file.
        name: Its name without folders.
        progress: Told the share read, 0 to 1; may raise to cancel.

    Raises:
        ReportError: If the data cannot be read as text; see `encoding.decode`.
    """
    text = decode(data, name, between(progress, 0, 0.3))
    rows = Rows(text, between(progress, 0.3, 0.4))
    furniture = chrome_lines(rows, between(progress, 0.4, 0.6))
    marks = _marks(text, rows, furniture, between(progress, 0.6, 0.7))
    paragraphs = list(_paragraphs(rows, furniture, between(progress, 0.7, 0.9)))
    blocks = _blocks(text, paragraphs, marks)
    if not blocks:
        marks = []
        blocks = _blocks(text, paragraphs, marks)
    inner = (mark for mark, _cut in marks if text[mark[0]] != "\f")
    chrome = sorted([*(rows.span(place) for place in furniture), *inner])
    if progress:
        progress(1.0)
    return Document(text, blocks, Source(name, sha256(data).hexdigest()), chrome=tuple(chrome))


def _blocks(text: str, paragraphs: Sequence[Sequence[Span]], marks: Sequence[_Mark]) -> tuple[Block, ...]:
    cuts = [cut for _mark, cut in marks]
    found = (_without(text, spans, cuts) for spans in paragraphs)
    return tuple(block for block in found if block is not None)


def _marks(text: str, rows: Rows, furniture: frozenset[int], progress: Progress | None) -> Sequence[_Mark]:
    """The marks inside lines that are not furniture as a whole."""
    spans = sorted(rows.span(place) for place in furniture)
    starts = [start for start, _end in spans]

    def in_furniture(offset: int) -> bool:
        place = bisect_left(starts, offset + 1) - 1
        return place >= 0 and offset < spans[place][1]

    return [found for found in marks_within(text, progress) if not in_furniture(found[0][0])]


def _paragraphs(rows: Rows, furniture: frozenset[int], progress: Progress | None) -> Iterator[list[Span]]:
    """The lines of each paragraph; a page's end does not end it."""
    wrapping = wrapping_of(_sample(rows, furniture))
    carried = carried_on(rows, furniture)
    waiting: list[Span] = []
    before = -1
    for place in range(len(rows)):
        if progress and place % _TOLD == 0:
            progress(place / len(rows))
        if place in furniture:
            continue
        if waiting and not (place in carried or _continues(rows, wrapping, before, place)):
            yield waiting
            waiting = []
        waiting.append(rows.span(place))
        before = place
    if waiting:
        yield waiting
    if progress:
        progress(1.0)


def _continues(rows: Rows, wrapping: Wrapping | None, before: int, place: int) -> bool:
    """Whether a line goes on with the paragraph of the last line that was no furniture."""
    if place - before > 1:
        overleaf = any(is_page_number(rows[line]) for line in range(before + 1, place))
        return overleaf and goes_on_overleaf(rows, before, place, wrapping)
    return wrapping is not None and wrapping.continues(
        rows.text, rows.begin(before), rows.span(before), rows.begin(place), rows.span(place)
    )


def _sample(rows: Rows, furniture: frozenset[int]) -> str:
    """The text's first pages without the lines that are furniture."""
    parts: list[str] = []
    length = at = 0
    for place in sorted(furniture):
        start, end = rows.begin(place), rows.span(place)[1]
        if start >= _SAMPLE:
            break
        parts.append(rows.text[at:start])
        length += start - at
        at = end + 1
    return "".join(parts) + rows.text[at : at + max(0, _SAMPLE - length) + 1]


def _without(text: str, spans: Sequence[Span], cuts: Sequence[Span]) -> Block | None:
    """The block of a paragraph's lines, what is cut out of them left away; None where nothing is left."""
    first = bisect_left(cuts, (spans[0][0], 0)) if cuts else 0
    if first >= len(cuts) or cuts[first][0] >= spans[-1][1]:
        return Block(single(text, *spans[0]) if len(spans) == 1 else joined(text, unwrapped(text, spans)))
    pieces: list[Span] = []
    for start, end in unwrapped(text, spans):
        at = start
        while first < len(cuts) and cuts[first][0] < end:
            pieces.append((at, max(at, cuts[first][0])))
            at = min(end, cuts[first][1])
            first += 1
        pieces.append((at, end))
    kept = _stripped(text, [piece for piece in pieces if piece[0] < piece[1]])
    return Block(joined(text, kept)) if kept else None


def _stripped(text: str, pieces: list[Span]) -> list[Span]:
    """The pieces without blanks before the first word and after the last."""
    while pieces and not text[pieces[0][0] : pieces[0][1]].strip():
        del pieces[0]
    while pieces and not text[pieces[-1][0] : pieces[-1][1]].strip():
        del pieces[-1]
    if pieces:
        start, end = pieces[0]
        pieces[0] = end - len(text[start:end].lstrip()), end
        start, end = pieces[-1]
        pieces[-1] = start, start + len(text[start:end].rstrip())
    return pieces
