"""What a careful reader would flag: redactions, odd characters, what stands twice, numbers out of sequence, chrome."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tourview.readers.document import Block, Document
from tourview.readers.portions import between
from tourview.report import Notice, Passage, Progress, Report, Span
from tourview.structure.notices.flags import flagged
from tourview.structure.notices.pairing import unpaired
from tourview.structure.notices.spelling import variants
from tourview.structure.outline.markers import RELIABLE, Style
from tourview.structure.outline.nesting import Node

_Found = tuple[Span, str, str]  # where, the kind, and the words of a notice

_LONG = 20  # code points of a paragraph that is not printed twice by chance
_MOST = 999  # paragraphs printed twice that are told of; beyond that the text is no report
_SENTENCE_ENDS = tuple("。！？；”.!?;")
_NEW_LIST = frozenset((Style.FIRSTLY, Style.ORDINAL, Style.AMONG))


def notices_of(
    report: Report,
    document: Document,
    chapters: Sequence[Node],
    repeats: Sequence[Span],
    progress: Progress | None = None,
) -> tuple[Notice, ...]:
    """Every notice, in the order of the text.

    Args:
        report: The report without its notices.
        document: What it was made from.
        chapters: Its tree while it was being built.
        repeats: Where the title is repeated.
        progress: Told the share done; may raise to cancel.
    """
    passages = Passages(document)
    found: list[_Found] = [(span, "duplicate", report.text[span[0] : span[1]]) for span in repeats]
    found.extend((span, "chrome", report.text[span[0] : span[1]]) for span in document.chrome)
    found.extend(_by_words(document, passages, progress))
    found.extend((span, "numbering", label) for span, label in _misnumbered(chapters, {}))
    return _in_order(report, found)


def _by_words(document: Document, passages: "Passages", progress: Progress | None) -> Iterator[_Found]:
    """What the words of a document show, whatever its structure."""
    text, holds = document.text, passages.holds
    yield from flagged(text, holds, between(progress, 0, 0.4))
    yield from _shown(text, "pairing", unpaired(text, holds, between(progress, 0.4, 0.8)))
    yield from _shown(text, "spelling", variants(text, holds, between(progress, 0.8, 1)))
    yield from _shown(text, "duplicate", _printed_twice(document.blocks))


def _shown(text: str, kind: str, spans: Iterable[Span]) -> Iterator[_Found]:
    return ((span, kind, text[span[0] : span[1]]) for span in spans)


def _printed_twice(blocks: Iterable[Block]) -> Iterator[Span]:
    """The paragraphs that stood before, word for word."""
    seen: set[str] = set()
    told = 0
    for block in blocks:
        words = block.passage.text
        if len(words) <= _LONG or not words.endswith(_SENTENCE_ENDS):
            continue
        if words in seen and told < _MOST:
            told += 1
            yield block.passage.start, block.passage.end
        seen.add(words)


class Passages:
    """Which offsets of the source are words of a block, and of which one."""

    def __init__(self, document: Document) -> None:
        self._passages = [block.passage for block in document.blocks]
        self._starts = [passage.start for passage in self._passages]

    def holds(self, offset: int) -> int | None:
        """The number of the block whose words the offset is one of, or None for a blank or markup."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and _is_in(self._passages[place], offset) else None


def _is_in(passage: Passage, offset: int) -> bool:
    if offset >= passage.end:
        return False
    return len(passage.runs) == 1 or passage.to_source(passage.from_source(offset)) == offset


def text_notices(report: Report) -> tuple[Notice, ...]:
    """What is to be flagged in a report that was stated, not recovered from a text: all that its words show.

    There is no chrome in it, and its numbers are as they were stated.

    Args:
        report: Its title, headings and paragraphs are looked through; its notices do not count.
    """
    blocks = tuple(Block(passage) for passage in _passages_of(report))
    document = Document(report.text, blocks, report.source)
    return _in_order(report, list(_by_words(document, Passages(document), None)))


def _passages_of(report: Report) -> Iterator[Passage]:
    """The title, where the lead-in's span has it, and every heading and paragraph, in the order of the text."""
    if report.sections and report.sections[0].heading is None:
        title = report.text.find(report.title, *report.sections[0].own_span) if report.title else -1
        first = report.sections[0].paragraphs
        if title >= 0 and (not first or title + len(report.title) <= first[0].start):
            yield Passage(report.title, ((0, title),))
    for section in report.reading_order:
        if section.heading:
            yield section.heading
        yield from section.paragraphs


def _in_order(report: Report, found: list[_Found]) -> tuple[Notice, ...]:
    return tuple(Notice(report.section_at(span[0]).ref, kind, text, span) for span, kind, text in sorted(found))


def _misnumbered(sections: Sequence[Node], latest: dict[Style, int]) -> Iterator[tuple[Span, str]]:
    """The labels that skip or repeat a number among their siblings, and do not go on from an earlier chapter's.

    After one that repeats or skips a number, the next is right both if it goes on from that, and if it is what the
    sections before it count up to: 一、二、二、四、 has one wrong number.
    """
    last: dict[Style, int] = {}
    count: dict[Style, int] = {}
    for section in sections:
        opening = section.opening
        if opening and opening.style and opening.label:
            style, number = opening.style, opening.number
            before = last.get(style, 0)
            count[style] = 1 if number == 1 else count.get(style, 0) + 1
            counted_up = number == count[style] and number > before
            goes_on = number == latest.get(style, 0) + 1
            if _is_out_of_sequence(style, number, before) and not counted_up and not goes_on:
                yield (opening.start, opening.start + len(opening.label)), opening.label
            last[style] = latest[style] = number
        yield from _misnumbered(section.children, latest)


def _is_out_of_sequence(style: Style, number: int, last: int) -> bool:
    """Whether a number does not follow the last one; a list that starts anew is none of a chapter's repetition."""
    restarts = number == 1 and (last == 0 or style in _NEW_LIST or style not in RELIABLE)
    return number != last + 1 and not restarts
