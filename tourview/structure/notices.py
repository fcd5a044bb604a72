"""What a careful reader would flag: redactions, odd characters, a repeated title, numbers out of sequence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tourview.readers.document import Block, Document
from tourview.report import Notice, Passage, Progress, Report, Span
from tourview.structure.markers import RELIABLE, Style
from tourview.structure.outline import Node
from tourview.structure.pairing import unpaired
from tourview.structure.portions import between, matches

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_ZERO = "零一二三四五六七八九十〇○"  # what a circle stands among where it is a digit: 二〇〇八年
_FLAGGED = re.compile(
    rf"(?P<redaction>(?:(?<![A-Za-z0-9XＸ×✕])[XＸ×✕]{{2,40}}+(?![A-Za-z0-9XＸ×✕])|(?<=[0-9])[XＸ×✕]{{2,40}}+(?={_HAN})"
    rf"|(?<![A-Za-z0-9xｘ])[xｘ]{{2,40}}+(?={_HAN})|(?<![*＊])(?:\*{{2,40}}+(?={_HAN})|＊{{2,40}}+)"
    rf"|(?<![{_ZERO}])[○〇]{{2,40}}+(?![{_ZERO}])|[□■]{{2,40}}+(?={_HAN})|某某){_HAN}?)"
    r"|(?P<character>[\ufffd\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]{1,80})"
)
"""A redaction is a run of marks that stand for words, with the character after it: XX市, 20XX年, XX at a line's end.

Marks inside a Latin word or a code are none (MAXX, XXL, 5XX-1), and a run that often is something else, emphasis or a
row of boxes, is one only before a Han character.
"""
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
    found: list[tuple[Span, str, str]] = [(span, "duplicate", report.text[span[0] : span[1]]) for span in repeats]
    found.extend(_flagged(document, passages, between(progress, 0, 0.5)))
    pairless = unpaired(document.text, passages.holds, between(progress, 0.5, 1))
    found.extend((span, "pairing", report.text[span[0] : span[1]]) for span in pairless)
    found.extend((span, "numbering", label) for span, label in _misnumbered(chapters, {}))
    return _in_order(report, found)


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


def _flagged(document: Document, passages: Passages, progress: Progress | None) -> Iterator[tuple[Span, str, str]]:
    for found in matches(_FLAGGED, document.text, progress):
        kind = found.lastgroup or "character"
        if passages.holds(found.start()) is not None:
            text = found[0] if kind == "redaction" else " ".join(f"U+{ord(char):04X}" for char in found[0][:4])
            yield found.span(), kind, text


def text_notices(report: Report) -> tuple[Notice, ...]:
    """What is to be flagged in a report that was stated, not recovered from a text: redactions, characters, pairing.

    Args:
        report: Its title, headings and paragraphs are looked through; its notices do not count.
    """
    blocks = tuple(Block(passage) for passage in _passages_of(report))
    document = Document(report.text, blocks, report.source)
    passages = Passages(document)
    found = list(_flagged(document, passages, None))
    found.extend((span, "pairing", report.text[span[0] : span[1]]) for span in unpaired(report.text, passages.holds))
    return _in_order(report, found)


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


def _in_order(report: Report, found: list[tuple[Span, str, str]]) -> tuple[Notice, ...]:
    return tuple(Notice(report.section_at(span[0]).ref, kind, text, span) for span, kind, text in sorted(found))


def _misnumbered(sections: Sequence[Node], latest: dict[Style, int]) -> Iterator[tuple[Span, str]]:
    """The labels that skip or repeat a number among their siblings, and do not go on from an earlier chapter's."""
    last: dict[Style, int] = {}
    for section in sections:
        opening = section.opening
        if opening and opening.style and opening.label:
            style, number = opening.style, opening.number
            if _is_out_of_sequence(style, number, last.get(style, 0)) and number != latest.get(style, 0) + 1:
                yield (opening.start, opening.start + len(opening.label)), opening.label
            last[style] = latest[style] = number
        yield from _misnumbered(section.children, latest)


def _is_out_of_sequence(style: Style, number: int, last: int) -> bool:
    """Whether a number does not follow the last one; a list that starts anew is none of a chapter's repetition."""
    restarts = number == 1 and (last == 0 or style in _NEW_LIST or style not in RELIABLE)
    return number != last + 1 and not restarts
